// SPDX-License-Identifier: EUPL-1.2
// Boxes that only one city can open (libsodium's sealed boxes: X25519, XSalsa20-Poly1305), filled
// up to multiples of 4 KiB so that their size says little. The pair of keys of a city follows from
// the key of its store: whoever has a backup and the store's key has this one too, and nothing more
// is kept.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "store/seal.h"

namespace network {

// Base64; what others need to fill a box for this city.
std::string public_key_of(const store::Seal& seal);

// Base64. `public_key` as public_key_of wrote it; none where it is not one.
std::optional<std::string> close_box(const std::string& public_key, std::string_view content);

// None where it is no box, was altered, or is another city's.
std::optional<std::string> open_box(const store::Seal& seal, const std::string& box);

} // namespace network
