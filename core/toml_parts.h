// SPDX-License-Identifier: EUPL-1.2
// A file of the catalogue in TOML, taken apart into what it says: for telling people what a release
// changes in it.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace core {

// Each number and sentence by the way to it: "quality.late_days_most". An item of a list is called
// by its `code`, else by its number: "rule.CHILD_ALONE.days", "live.codes.2". Throws
// std::runtime_error where it is no TOML.
std::vector<std::pair<std::string, std::string>> toml_parts(std::string_view text);

} // namespace core
