// SPDX-License-Identifier: EUPL-1.2
#include "network/box.h"

#include <sodium.h>

#include <array>

#include "base/base64.h"
#include "base/problem.h"

namespace network {

namespace {

constexpr std::size_t block = 4096;

struct Pair {
    std::array<unsigned char, crypto_box_PUBLICKEYBYTES> open{};
    std::array<unsigned char, crypto_box_SECRETKEYBYTES> secret{};

    ~Pair() { sodium_memzero(secret.data(), secret.size()); }
};

Pair pair_of(const store::Seal& seal)
{
    const auto digits = seal.mark("handovers.key", "1");
    std::array<unsigned char, crypto_box_SEEDBYTES> seed{};
    std::size_t length = 0;
    ENSURE(sodium_hex2bin(seed.data(), seed.size(), digits.data(), digits.size(), nullptr, &length,
                          nullptr) == 0 &&
           length == seed.size());
    Pair pair;
    crypto_box_seed_keypair(pair.open.data(), pair.secret.data(), seed.data());
    sodium_memzero(seed.data(), seed.size());
    return pair;
}

const unsigned char* data_of(const std::string& bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

} // namespace

std::string public_key_of(const store::Seal& seal)
{
    const auto pair = pair_of(seal);
    return to_base64({reinterpret_cast<const char*>(pair.open.data()), pair.open.size()});
}

std::optional<std::string> close_box(const std::string& public_key, std::string_view content)
{
    const auto key = from_base64(public_key);
    if (!key || key->size() != crypto_box_PUBLICKEYBYTES)
        return std::nullopt;
    std::string padded(content);
    padded.resize(content.size() + block);
    std::size_t length = 0;
    ENSURE(sodium_pad(&length, reinterpret_cast<unsigned char*>(padded.data()), content.size(),
                      block, padded.size()) == 0);
    std::string box(length + crypto_box_SEALBYTES, '\0');
    if (crypto_box_seal(reinterpret_cast<unsigned char*>(box.data()), data_of(padded), length,
                        data_of(*key)) != 0)
        return std::nullopt;
    return to_base64(box);
}

std::optional<std::string> open_box(const store::Seal& seal, const std::string& box)
{
    const auto bytes = from_base64(box);
    if (!bytes || bytes->size() < crypto_box_SEALBYTES + block)
        return std::nullopt;
    const auto pair = pair_of(seal);
    std::string padded(bytes->size() - crypto_box_SEALBYTES, '\0');
    if (crypto_box_seal_open(reinterpret_cast<unsigned char*>(padded.data()), data_of(*bytes),
                             bytes->size(), pair.open.data(), pair.secret.data()) != 0)
        return std::nullopt;
    std::size_t length = 0;
    if (sodium_unpad(&length, data_of(padded), padded.size(), block) != 0)
        return std::nullopt;
    padded.resize(length);
    return padded;
}

} // namespace network
