// SPDX-License-Identifier: EUPL-1.2
// What a city sends to be compared: of each person a number that means nothing and is new each
// time, and encodings, as many as others have. Among them are some who are nobody.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "headcount/once/blind.h"
#include "headcount/once/city.h"

namespace once {

struct Sent {
    std::uint64_t number = 0;
    std::vector<Encoding> strong;
    std::vector<Encoding> weak;
};

struct Parcel {
    Encoding probe{};
    Tallies tallies;
    std::vector<Sent> persons;
};

// Persons look in two ways only: with few encodings, or with many; what is missing is made up, and
// nobody can tell which. Persons are filled up with invented ones to a multiple of this.
constexpr std::size_t few = 4; // strong ones, and as many weak ones
constexpr std::size_t many = strong_max;
static_assert(strong_max == weak_max);
constexpr std::size_t persons_step = 64;

// The texts of all persons in order, the probe last: what is blinded.
std::vector<std::string> texts_to_blind(const Prepared& prepared);
// `encodings` as they came of those texts.
Parcel pack(const Prepared& prepared, const std::vector<Encoding>& encodings);

// Without key servers, for trying the arithmetic out: each text becomes a keyless hash of itself.
// Never sent.
std::vector<Encoding> plain_encodings(const std::vector<std::string>& texts);

// As bytes, to be sent. Throws Problem(422, "headcount.broken_parcel").
std::string write_parcel(const Parcel& parcel);
Parcel read_parcel(std::string_view bytes);
std::string write_elements(const std::vector<Element>& elements);
std::vector<Element> read_elements(std::string_view bytes);

} // namespace once
