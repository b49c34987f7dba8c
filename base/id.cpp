// SPDX-License-Identifier: EUPL-1.2
#include "base/id.h"

#include <cstring>
#include <sodium.h>
#include <sys/random.h>

#include "base/problem.h"

namespace {

constexpr char hex_digits[] = "0123456789abcdef";

int hex_value(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

bool is_hyphen_place(std::size_t place)
{
    return place == 8 || place == 13 || place == 18 || place == 23;
}

} // namespace

std::string to_string(const Uuid& uuid)
{
    std::string text;
    text.reserve(36);
    for (const auto byte : uuid.bytes) {
        if (is_hyphen_place(text.size()))
            text += '-';
        text += hex_digits[byte >> 4];
        text += hex_digits[byte & 15];
    }
    return text;
}

std::optional<Uuid> parse_uuid(std::string_view text)
{
    if (text.size() != 36)
        return std::nullopt;
    Uuid uuid;
    std::size_t nibble = 0;
    for (std::size_t place = 0; place < text.size(); ++place) {
        if (is_hyphen_place(place)) {
            if (text[place] != '-')
                return std::nullopt;
            continue;
        }
        const int value = hex_value(text[place]);
        if (value < 0)
            return std::nullopt;
        uuid.bytes[nibble / 2] = static_cast<std::uint8_t>(uuid.bytes[nibble / 2] << 4 | value);
        ++nibble;
    }
    return uuid;
}

Uuid make_uuid(Instant now)
{
    Uuid uuid;
    ENSURE(getrandom(uuid.bytes.data(), uuid.bytes.size(), 0) == 16);
    auto time = static_cast<std::uint64_t>(now.milliseconds);
    for (int place = 5; place >= 0; --place, time >>= 8)
        uuid.bytes[place] = static_cast<std::uint8_t>(time);
    uuid.bytes[6] = static_cast<std::uint8_t>((uuid.bytes[6] & 0x0f) | 0x70); // version 7
    uuid.bytes[8] = static_cast<std::uint8_t>((uuid.bytes[8] & 0x3f) | 0x80); // variant
    return uuid;
}

Uuid named_uuid(std::string_view name)
{
    Uuid uuid;
    crypto_generichash(uuid.bytes.data(), uuid.bytes.size(),
                       reinterpret_cast<const unsigned char*>(name.data()), name.size(), nullptr,
                       0);
    uuid.bytes[6] = static_cast<std::uint8_t>((uuid.bytes[6] & 0x0f) | 0x80); // version 8
    uuid.bytes[8] = static_cast<std::uint8_t>((uuid.bytes[8] & 0x3f) | 0x80); // variant
    return uuid;
}

std::size_t UuidHash::operator()(const Uuid& uuid) const noexcept
{
    // The last eight bytes are random, so they are their own hash.
    std::size_t hash;
    std::memcpy(&hash, uuid.bytes.data() + 8, sizeof hash);
    return hash;
}
