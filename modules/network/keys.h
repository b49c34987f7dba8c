// SPDX-License-Identifier: EUPL-1.2
// The keys of a store: one pair to sign with (Ed25519), one for boxes that it alone opens (box.h).
// Both follow from the key of the store: whoever has a backup and that key has them too, and
// nothing more is kept.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "store/seal.h"

namespace network {

// What others must know of a store: it is given to them once, and is no secret.
struct Card {
    std::string slug;     // "roma", "rete"
    std::string sign_key; // base64
    std::string box_key;  // base64

    bool operator==(const Card&) const = default;
};

Card own_card(const store::Seal& seal, const std::string& slug);

// "lgnet1:roma:…:…", on one line, to be sent by e-mail.
std::string write_card(const Card& card);
// None where it is not one; spaces and line breaks within, as e-mails make them, do not matter.
std::optional<Card> read_card(std::string_view text);

// What two persons read to each other over the telephone, so that each knows that the card came as
// it was sent: six groups of five digits, "12345 67890 …".
std::string fingerprint_of(const Card& card);
// The same digits, with whatever spaces somebody types between them.
bool is_fingerprint(std::string_view typed, const Card& card);

// Base64.
std::string sign(const store::Seal& seal, std::string_view text);
bool is_signed(const std::string& sign_key, std::string_view text, const std::string& signature);

// BLAKE2b-256, as 64 hex digits.
std::string digest_of(std::string_view bytes);

} // namespace network
