// SPDX-License-Identifier: EUPL-1.2
// Bytes as text (RFC 4648, section 4, with padding), by libsodium.
#pragma once

#include <optional>
#include <string>
#include <string_view>

std::string to_base64(std::string_view bytes);

// None where it is not written so; the characters of `ignored` may stand anywhere in it.
std::optional<std::string> from_base64(std::string_view text, const char* ignored = nullptr);
