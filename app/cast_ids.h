// SPDX-License-Identifier: EUPL-1.2
// The words of the story that stand for ids which the examples and the tests know too.
#pragma once

#include <map>
#include <string>

namespace cast {

// As JSON texts: "\"01900000-…\"".
const std::map<std::string, const char*>& known_ids();

} // namespace cast
