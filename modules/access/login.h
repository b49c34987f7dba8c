// SPDX-License-Identifier: EUPL-1.2
// What somebody types to be known.
#pragma once

#include <string>
#include <string_view>

namespace lgnet::access {

struct Login {
    std::string name;
    std::string store;
    std::string text; // "giulia@roma"
};

// Telephones begin a line with a capital letter and end a word with a space: neither counts.
Login parse_login(std::string_view typed);

} // namespace lgnet::access
