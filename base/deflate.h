// SPDX-License-Identifier: EUPL-1.2
// Text made smaller (zlib's format, RFC 1950), for what is kept or sent whole.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

std::string deflated(std::string_view text);
// None where it is not so made, or would be more than `most` bytes.
std::optional<std::string> inflated(std::string_view bytes, std::size_t most);
