// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "core/context.h"

namespace openrosa {

// "https://lgnet.example/openrosa/roma", as whoever asks has reached us.
std::string address_of(const core::Context& context);
bool is_encrypted(const core::Context& context);

// What is not the city of who asks is not there.
void check_city(const core::Context& context, const std::string& city);

} // namespace openrosa
