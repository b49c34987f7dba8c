// SPDX-License-Identifier: EUPL-1.2
// Identifiers: UUIDv7 (RFC 9562), made by whoever creates the thing, so that a phone without a
// signal can. Id<Person> and Id<Case> are different types, so that one is never passed for another.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/time.h"

struct Uuid {
    std::array<std::uint8_t, 16> bytes{};

    auto operator<=>(const Uuid&) const = default;
    bool is_nil() const { return *this == Uuid{}; }
};

// The 36-character form, lower case.
std::string to_string(const Uuid& uuid);

// Only the 36-character form with hyphens; any version is read, upper or lower case.
std::optional<Uuid> parse_uuid(std::string_view text);

// A new UUIDv7: 48 bits of time, then random bits. Ids made within one millisecond are not ordered.
Uuid make_uuid(Instant now);

// The same id for the same name, always (UUIDv8 over BLAKE2b): for what has a name of its own and
// must not be made twice, such as a row of a spreadsheet that is imported again.
Uuid named_uuid(std::string_view name);

template <class Thing> struct Id : Uuid {
    Id() = default;
    explicit Id(const Uuid& uuid) : Uuid(uuid) {}

    auto operator<=>(const Id&) const = default;

    static Id make(Instant now) { return Id(make_uuid(now)); }
};

template <class Thing> std::optional<Id<Thing>> parse_id(std::string_view text)
{
    const auto uuid = parse_uuid(text);
    return uuid ? std::optional(Id<Thing>(*uuid)) : std::nullopt;
}

struct UuidHash {
    std::size_t operator()(const Uuid& uuid) const noexcept;
};
