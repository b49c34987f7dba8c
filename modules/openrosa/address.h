// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "core/context.h"

namespace openrosa {

// "https://lgnet.example/openrosa/roma", as whoever asks has reached us.
std::string phones_address(const core::Context& context);

} // namespace openrosa
