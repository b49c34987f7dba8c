// SPDX-License-Identifier: EUPL-1.2
// The functions that expressions may call: how many arguments, and which of them are many nodes.
#pragma once

#include <string_view>
#include <vector>

namespace xlsform {

struct Function {
    std::string_view name;
    int least;
    int most; // as many as one likes: arguments_max
    // Arguments that must be a path to nodes, of which there may be many: a letter for each, the
    // last one for all that follow. '.' a value, 'n' nodes, 'e' either, 't' a text as it stands.
    std::string_view arguments;
};

inline constexpr int arguments_max = 200;

// Null: there is no such function here.
const Function* find_function(std::string_view name);
const std::vector<Function>& functions();

} // namespace xlsform
