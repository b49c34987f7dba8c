// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <string_view>

// UTF-8 as RFC 3629 has it: only the shortest form, only real code points.
bool is_utf8(std::string_view text);

// Of UTF-8; a letter and an accent that is put on it are two.
std::size_t characters(std::string_view text);
