// SPDX-License-Identifier: EUPL-1.2
// Sealing of fields that say who somebody is: XChaCha20-Poly1305 (libsodium) under the store's key,
// bound to table, column and row, so that a value moved elsewhere does not open.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace store {

class Seal {
public:
    // Reads the key file (64 hex digits); makes it with mode 0600 when `create` and it is absent.
    // Throws std::runtime_error with a sentence for the operator.
    static Seal from_file(const std::string& path, bool create);
    explicit Seal(const std::array<std::uint8_t, 32>& key) : key_(key) {}

    // "s1." and base64url of nonce and ciphertext.
    std::string close(std::string_view plain, std::string_view table, std::string_view column,
                      std::string_view row) const;
    // Throws std::runtime_error when the value was altered or moved.
    std::string open(std::string_view sealed, std::string_view table, std::string_view column,
                     std::string_view row) const;

    // Keyed BLAKE2b-256 as 64 hex digits, under a subkey of its own for each purpose ("journal",
    // "session"): for the chain of the journal, and for looking up what is only stored hashed.
    std::string mark(std::string_view purpose, std::string_view text) const;

private:
    std::array<std::uint8_t, 32> key_;
};

} // namespace store
