// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

// UTF-8 as RFC 3629 has it: only the shortest form, only real code points.
bool is_utf8(std::string_view text);
