// SPDX-License-Identifier: EUPL-1.2
// What the counting server does: encodings of all cities side by side, how many links there are
// between each two cities, and nothing else is kept.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "headcount/once/parcel.h"

namespace once {

// Two persons of different cities taken for one: places of parcels, and of persons in them.
struct FoundLink {
    std::uint32_t city = 0;
    std::uint32_t person = 0;
    std::uint32_t other_city = 0;
    std::uint32_t other_person = 0;
};
std::vector<FoundLink> find_links(const std::vector<Parcel>& parcels);

// Somebody known in more cities is counted as known in so many.
constexpr std::size_t sets_max = 5;

// Numbers only; the parcels can be destroyed when it is made.
struct Overlap {
    std::vector<Tallies> cities;            // in the order of the parcels
    std::vector<std::vector<double>> links; // between two cities, the earlier one first
    double all_links = 0;
    // By their size from 3 on: sets of persons, each of another city, that hang together.
    std::array<double, sets_max + 1> sets{};
};

// `links_max`: so many links of one person are counted at most, so that noise can hide each; 0: all
// of them. Throws Problem(409, "headcount.keys_differ", {city}) with the place of the first parcel
// that was made with other keys than the first.
Overlap compare(const std::vector<Parcel>& parcels, std::size_t links_max = 0);

// As bytes. Reading throws Problem(422, "headcount.broken_parcel").
std::string write_overlap(const Overlap& overlap);
Overlap read_overlap(std::string_view bytes);

// Fewer links between two cities are not told; where only one pair would be hidden, the smallest of
// the others is too, so that it does not follow from a sum.
constexpr double links_told_min = 11;
std::vector<std::vector<std::optional<double>>> links_told(const Overlap& overlap);

} // namespace once
