// SPDX-License-Identifier: EUPL-1.2
// The target of a request line, "/api/outreach/contacts?day=2026-11-23", taken apart and decoded.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace http {

struct Target {
    std::string path;
    std::vector<std::pair<std::string, std::string>> query;
};

// nullopt for whatever could be read in two ways, by us and by somebody in front of us: a broken
// %-code, invalid UTF-8, control characters, "." and ".." segments, an encoded slash, and
// any form but the one that starts with a slash.
std::optional<Target> parse_target(std::string_view target);

} // namespace http
