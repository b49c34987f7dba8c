// SPDX-License-Identifier: EUPL-1.2
// The query of an indicator comes with a release, from another machine: it may ask the facts views
// and nothing else. What is allowed is listed; whatever else is in it refuses it.
#pragma once

#include <string>
#include <string_view>

namespace monitoring {

// Empty, or what in the query is not allowed: "core_account", "update", ";".
std::string not_allowed_in(std::string_view sql);

} // namespace monitoring
