// SPDX-License-Identifier: EUPL-1.2
#include "network/keys.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <vector>

#include "base/base64.h"
#include "base/problem.h"
#include "network/box.h"

namespace network {

namespace {

constexpr std::string_view card_begins = "lgnet1";
constexpr std::size_t groups = 6;

struct Pair {
    std::array<unsigned char, crypto_sign_PUBLICKEYBYTES> open{};
    std::array<unsigned char, crypto_sign_SECRETKEYBYTES> secret{};

    Pair() = default;
    Pair(const Pair&) = delete;
    Pair& operator=(const Pair&) = delete;
    ~Pair() { sodium_memzero(secret.data(), secret.size()); }
};

void make_pair(const store::Seal& seal, Pair& pair)
{
    const auto digits = seal.mark("network.sign", "1");
    std::array<unsigned char, crypto_sign_SEEDBYTES> seed{};
    std::size_t length = 0;
    ENSURE(sodium_hex2bin(seed.data(), seed.size(), digits.data(), digits.size(), nullptr, &length,
                          nullptr) == 0 &&
           length == seed.size());
    crypto_sign_seed_keypair(pair.open.data(), pair.secret.data(), seed.data());
    sodium_memzero(seed.data(), seed.size());
}

const unsigned char* data_of(std::string_view bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

template <std::size_t size> std::string text_of(const std::array<unsigned char, size>& bytes)
{
    return to_base64({reinterpret_cast<const char*>(bytes.data()), size});
}

bool is_key(const std::string& base64, std::size_t bytes)
{
    const auto key = from_base64(base64);
    return key && key->size() == bytes;
}

bool is_slug(std::string_view text)
{
    return !text.empty() && text.size() <= 40 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

std::string without_spaces(std::string_view text)
{
    std::string bare;
    for (const char c : text)
        if (c != ' ' && c != '\n' && c != '\r' && c != '\t')
            bare += c;
    return bare;
}

} // namespace

Card own_card(const store::Seal& seal, const std::string& slug)
{
    Pair pair;
    make_pair(seal, pair);
    return {slug, text_of(pair.open), public_key_of(seal)};
}

std::string write_card(const Card& card)
{
    return std::string(card_begins) + ":" + card.slug + ":" + card.sign_key + ":" + card.box_key;
}

std::optional<Card> read_card(std::string_view text)
{
    const auto bare = without_spaces(text);
    std::vector<std::string> pieces(1);
    for (const char c : bare)
        if (c == ':')
            pieces.emplace_back();
        else
            pieces.back() += c;
    if (pieces.size() != 4 || pieces[0] != card_begins || !is_slug(pieces[1]) ||
        !is_key(pieces[2], crypto_sign_PUBLICKEYBYTES) ||
        !is_key(pieces[3], crypto_box_PUBLICKEYBYTES))
        return std::nullopt;
    return Card{pieces[1], pieces[2], pieces[3]};
}

std::string fingerprint_of(const Card& card)
{
    const auto text = write_card(card);
    std::array<unsigned char, 5 * groups> hash{};
    crypto_generichash(hash.data(), hash.size(), data_of(text), text.size(), nullptr, 0);
    std::string digits;
    for (std::size_t group = 0; group < groups; ++group) {
        std::uint64_t number = 0;
        for (std::size_t i = 0; i < 5; ++i)
            number = number << 8 | hash[5 * group + i];
        std::array<char, 8> five{};
        std::snprintf(five.data(), five.size(), "%05u", static_cast<unsigned>(number % 100'000));
        digits += (group > 0 ? " " : "") + std::string(five.data());
    }
    return digits;
}

bool is_fingerprint(std::string_view typed, const Card& card)
{
    return without_spaces(typed) == without_spaces(fingerprint_of(card));
}

std::string sign(const store::Seal& seal, std::string_view text)
{
    Pair pair;
    make_pair(seal, pair);
    std::array<unsigned char, crypto_sign_BYTES> signature{};
    crypto_sign_detached(signature.data(), nullptr, data_of(text), text.size(), pair.secret.data());
    return text_of(signature);
}

bool is_signed(const std::string& sign_key, std::string_view text, const std::string& signature)
{
    const auto key = from_base64(sign_key);
    const auto bytes = from_base64(signature);
    return key && key->size() == crypto_sign_PUBLICKEYBYTES && bytes &&
           bytes->size() == crypto_sign_BYTES &&
           crypto_sign_verify_detached(data_of(*bytes), data_of(text), text.size(),
                                       data_of(*key)) == 0;
}

std::string digest_of(std::string_view bytes)
{
    std::array<unsigned char, 32> hash{};
    crypto_generichash(hash.data(), hash.size(), data_of(bytes), bytes.size(), nullptr, 0);
    std::array<char, 65> hex{};
    sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
    return hex.data();
}

} // namespace network
