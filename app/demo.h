// SPDX-License-Identifier: EUPL-1.2
// The demonstration network: the cast of docs/cast.md and more than a year of invented work of 16
// cities. The same cast stands in the tests.
#pragma once

#include <iosfwd>
#include <string>

#include "app/cast.h"
#include "core/house.h"

namespace demo {

// Fills the empty stores of the house, always the same way for the same day; `scale` times as many
// persons and contacts. Says on `progress` what it is doing. Moves the house's clock from long ago
// to where it stands.
void fill(core::House& house, const cast::SetTime& set_time, int scale, std::ostream& progress);

// Who may log in and what to try, to be printed when the demonstration is served.
std::string log_ins();

} // namespace demo
