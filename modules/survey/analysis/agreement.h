// SPDX-License-Identifier: EUPL-1.2
// How far people who code the same answers agree, beyond what chance alone would give. Nominal
// codes; a unit that somebody left out is a missing coding, never a disagreement.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace analysis {

// One unit as each coder coded it, in the order of the coders; nullopt: not coded by that one.
using Unit = std::vector<std::optional<std::string>>;

struct Agreement {
    std::size_t units = 0;       // that two at least have coded
    double observed = 0;         // share of pairs of codings that are the same
    double expected = 0;         // of the same if codes were given by chance
    std::optional<double> value; // 1: always; 0: as chance would. None: see below
    std::optional<double> low;   // 95 %
    std::optional<double> high;
};

// Cohen's kappa of two coders, with the standard error of Fleiss, Cohen and Everitt (1969). No
// value where there is nothing to agree about: no unit, or one code alone in all of them.
Agreement cohen_kappa(const std::vector<std::pair<std::string, std::string>>& units);

// Krippendorff's alpha for nominal data, of any number of coders. The interval is that of a
// bootstrap over units (the middle 95 % of `draws` of them), which begins at `seed`, so that the
// same codings always give the same figures.
Agreement krippendorff_alpha(const std::vector<Unit>& units, int draws = 1000,
                             std::uint64_t seed = 20210621);

// How Landis and Koch (1977) would read a kappa: "slight", "fair", "moderate", "substantial",
// "almost_perfect"; "poor" below nothing.
std::string name_of_agreement(double value);

} // namespace analysis
