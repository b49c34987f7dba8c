// SPDX-License-Identifier: EUPL-1.2
// Periods as they are asked for.
#pragma once

#include <string>

#include "core/context.h"

namespace monitoring {

Period get_period(const std::string& name);

// What protects small numbers holds for one cut of the year only: a month could be found as the
// quarter less its other months. So protected figures are of quarters, and of those that are over.
Period get_finished_quarter(const core::Context& context, const std::string& name);

} // namespace monitoring
