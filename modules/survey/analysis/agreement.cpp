// SPDX-License-Identifier: EUPL-1.2
#include "survey/analysis/agreement.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <random>

namespace analysis {

namespace {

constexpr double z95 = 1.959963984540054;

// Shares of each pair of codes, and of each code by each coder.
struct CrossTable {
    std::map<std::pair<std::string, std::string>, double> both;
    std::map<std::string, double> first;
    std::map<std::string, double> second;

    explicit CrossTable(const std::vector<std::pair<std::string, std::string>>& units)
    {
        const double one = 1.0 / static_cast<double>(units.size());
        for (const auto& unit : units) {
            both[unit] += one;
            first[unit.first] += one;
            second[unit.second] += one;
            first[unit.second] += 0; // every code stands in both
            second[unit.first] += 0;
        }
    }
};

// The large-sample variance of kappa, times n: Fleiss, Cohen and Everitt (1969), formula 13.
double kappa_variance(const CrossTable& table, double observed, double expected)
{
    const double kappa = (observed - expected) / (1 - expected);
    double same = 0;
    double other = 0;
    for (const auto& [codes, share] : table.both) {
        const auto& [one, two] = codes;
        if (one == two)
            same +=
                share * std::pow(1 - (table.first.at(one) + table.second.at(one)) * (1 - kappa), 2);
        else
            other += share * std::pow(table.second.at(one) + table.first.at(two), 2);
    }
    other *= std::pow(1 - kappa, 2);
    const double chance = std::pow(kappa - expected * (1 - kappa), 2);
    return std::max(0.0, (same + other - chance) / std::pow(1 - expected, 2));
}

// A unit as alpha needs it: how many coders gave it each code.
using Counts = std::vector<std::pair<int, int>>; // number of the code, coders

struct Alpha {
    double observed = 0;
    double expected = 0;
    std::optional<double> value;
};

// 1 - observed / expected disagreement, from the coincidences of values within units.
Alpha alpha_of(const std::vector<const Counts*>& units, std::size_t codes)
{
    std::vector<double> of_code(codes, 0);
    double values = 0;
    double same = 0;
    for (const auto* unit : units) {
        int coders = 0;
        for (const auto& [code, count] : *unit)
            coders += count;
        for (const auto& [code, count] : *unit) {
            of_code[static_cast<std::size_t>(code)] += count;
            same += static_cast<double>(count) * (count - 1) / (coders - 1);
        }
        values += coders;
    }
    Alpha alpha;
    if (values < 2)
        return alpha;
    double by_chance = 0;
    for (const double count : of_code)
        by_chance += count * (count - 1);
    alpha.observed = same / values;
    alpha.expected = by_chance / (values * (values - 1));
    if (alpha.expected < 1)
        alpha.value = 1 - (1 - alpha.observed) / (1 - alpha.expected);
    return alpha;
}

std::vector<Counts> count_codes(const std::vector<Unit>& units, std::size_t& codes)
{
    std::map<std::string, int> numbers;
    std::vector<Counts> counted;
    for (const auto& unit : units) {
        std::map<int, int> counts;
        int coders = 0;
        for (const auto& code : unit) {
            if (!code)
                continue;
            ++counts[numbers.try_emplace(*code, static_cast<int>(numbers.size())).first->second];
            ++coders;
        }
        if (coders >= 2) // alone, a coding agrees and disagrees with nothing
            counted.emplace_back(counts.begin(), counts.end());
    }
    codes = numbers.size();
    return counted;
}

} // namespace

Agreement cohen_kappa(const std::vector<std::pair<std::string, std::string>>& units)
{
    Agreement found;
    found.units = units.size();
    if (units.empty())
        return found;
    const CrossTable table(units);
    for (const auto& [codes, share] : table.both)
        found.observed += codes.first == codes.second ? share : 0;
    for (const auto& [code, share] : table.first)
        found.expected += share * table.second.at(code);
    if (found.expected > 1 - 1e-12)
        return found;
    found.value = (found.observed - found.expected) / (1 - found.expected);
    const double error = std::sqrt(kappa_variance(table, found.observed, found.expected) /
                                   static_cast<double>(units.size()));
    found.low = std::max(-1.0, *found.value - z95 * error);
    found.high = std::min(1.0, *found.value + z95 * error);
    return found;
}

Agreement krippendorff_alpha(const std::vector<Unit>& units, int draws, std::uint64_t seed)
{
    std::size_t codes = 0;
    const auto counted = count_codes(units, codes);
    Agreement found;
    found.units = counted.size();
    std::vector<const Counts*> all;
    for (const auto& one : counted)
        all.push_back(&one);
    const auto alpha = alpha_of(all, codes);
    found.observed = alpha.observed;
    found.expected = alpha.expected;
    found.value = alpha.value;
    if (!found.value || draws < 1)
        return found;

    // The engine's numbers are the same everywhere; the distributions of the library are not.
    std::mt19937_64 numbers(seed);
    std::vector<double> drawn;
    std::vector<const Counts*> some(all.size());
    for (int draw = 0; draw < draws; ++draw) {
        for (auto& one : some)
            one = all[numbers() % all.size()];
        // A draw in which everybody gave one code shows no disagreement.
        drawn.push_back(alpha_of(some, codes).value.value_or(1));
    }
    std::sort(drawn.begin(), drawn.end());
    const auto at = [&](double share) {
        return drawn[static_cast<std::size_t>(share * static_cast<double>(drawn.size() - 1))];
    };
    found.low = at(0.025);
    found.high = at(0.975);
    return found;
}

std::string name_of_agreement(double value)
{
    if (value < 0)
        return "poor";
    if (value <= 0.2)
        return "slight";
    if (value <= 0.4)
        return "fair";
    if (value <= 0.6)
        return "moderate";
    if (value <= 0.8)
        return "substantial";
    return "almost_perfect";
}

} // namespace analysis
