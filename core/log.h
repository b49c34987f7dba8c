// SPDX-License-Identifier: EUPL-1.2
// What the operator reads: one JSON line an event on standard error. Never a body, a name or a
// password: codes, ids, counts and durations.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace core {

enum class Level { debug, info, warning, error };

void set_log_level(std::string_view name); // debug, info, warning, error, off

void log(Level level, std::string_view event,
         std::initializer_list<std::pair<std::string_view, std::string>> facts = {});

} // namespace core
