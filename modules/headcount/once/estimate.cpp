// SPDX-License-Identifier: EUPL-1.2
#include "headcount/once/estimate.h"

#include <sodium.h>

#include <algorithm>
#include <cmath>

namespace once {

namespace {

// Before anything is measured: what share of pairs tokens recognise, by the writings of each side;
// believed as if it had been seen on so many pairs. Rounded from invented persons.
constexpr double usual_recall[writing_classes][writing_classes] = {
    {0.45, 0.60, 0.70}, {0.60, 0.80, 0.90}, {0.70, 0.90, 0.95}};
constexpr double usual_pairs = 4;
// Three sides of one person are no three independent pairs.
constexpr double pairs_hang_together = 1.3;
// Who moves may be written otherwise than who stays: a doubt about the overlap that no sum inside
// the cities can take away.
constexpr double doubt_of_movers = 0.03;
constexpr double normal_95 = 1.96;
constexpr double links_max_with_noise = 3;

struct Measure {
    double value = 0;
    double variance = 0;
};

// The recall between sides of so many writings as persons of the cities have. Inside a city a side
// has only a part of them, so each class is measured by itself and weighed anew.
Measure recall_of(const Tallies& all)
{
    double written = 0;
    for (const auto one : all.written)
        written += one;
    Measure recall;
    for (std::size_t i = 0; i < writing_classes; ++i)
        for (std::size_t j = 0; j < writing_classes; ++j) {
            const auto low = std::min(i, j);
            const auto high = std::max(i, j);
            const double pairs = all.same[low][high] / pairs_hang_together;
            const double found = all.recognised[low][high] / pairs_hang_together;
            const double usual = usual_recall[low][high];
            const double here = (found + usual_pairs * usual) / (pairs + usual_pairs);
            const double share_i = written == 0 ? 1.0 / writing_classes : all.written[i] / written;
            const double share_j = written == 0 ? 1.0 / writing_classes : all.written[j] / written;
            const double share = share_i * share_j;
            // i, j and j, i are one measurement.
            const double both = i == j ? share * share : 2 * share * share;
            recall.value += share * here;
            recall.variance += both * here * (1 - here) / (pairs + usual_pairs + 1);
        }
    return recall;
}

// Links between different persons: as often, of so many pairs, as inside the cities.
Measure mistaken_of(const Overlap& overlap, const Tallies& all)
{
    double pairs = 0;
    for (std::size_t i = 0; i < overlap.cities.size(); ++i)
        for (std::size_t j = i + 1; j < overlap.cities.size(); ++j)
            pairs += overlap.cities[i].taking_part * overlap.cities[j].taking_part;
    if (all.strangers == 0)
        return {0, overlap.all_links};
    const double times = pairs / all.strangers;
    const double seen = all.mistaken + 0.5;
    return {seen * times, seen * times * times + seen * times};
}

double share_taking_part(const Tallies& city)
{
    return city.persons == 0 ? 1 : std::max(city.taking_part / city.persons, 0.01);
}

// A uniform number above 0 and below 1, from the system's randomness.
double uniform()
{
    std::uint64_t bits = 0;
    randombytes_buf(&bits, sizeof bits);
    return (static_cast<double>(bits >> 11) + 0.5) / 9007199254740992.0;
}

double laplace(double scale)
{
    const double at = uniform() - 0.5;
    return -scale * std::copysign(std::log(1 - 2 * std::abs(at)), at);
}

// By how much a link of two cities stands for more links, because of those who took no part: as if
// taking part in one city and in another had nothing to do with each other, and as if it were one
// decision. The truth lies between.
struct Scaled {
    double apart = 0;
    double together = 0;
};

Scaled scale_up(const Overlap& overlap, double true_links)
{
    double links = 0;
    Scaled scaled;
    for (std::size_t i = 0; i < overlap.cities.size(); ++i)
        for (std::size_t j = i + 1; j < overlap.cities.size(); ++j) {
            const double share =
                share_taking_part(overlap.cities[i]) * share_taking_part(overlap.cities[j]);
            links += overlap.links[i][j];
            scaled.apart += overlap.links[i][j] / share;
            scaled.together += overlap.links[i][j] / std::sqrt(share);
        }
    if (links == 0)
        return {true_links, true_links};
    return {true_links * scaled.apart / links, true_links * scaled.together / links};
}

} // namespace

double chance_of_hanging_together(std::size_t size, double recall)
{
    // How many connected graphs there are of so many points, by their edges from size - 1 on.
    static const std::vector<double> graphs[sets_max + 1] = {
        {}, {}, {1}, {3, 1}, {16, 15, 6, 1}, {125, 222, 205, 120, 45, 10, 1}};
    const auto edges_max = size * (size - 1) / 2;
    double chance = 0;
    for (std::size_t i = 0; i < graphs[size].size(); ++i) {
        const auto edges = size - 1 + i;
        chance +=
            graphs[size][i] * std::pow(recall, edges) * std::pow(1 - recall, edges_max - edges);
    }
    return chance;
}

Estimate estimate(const Overlap& overlap, double epsilon)
{
    Tallies all;
    double largest = 0;
    for (const auto& city : overlap.cities) {
        all += city;
        largest = std::max(largest, city.persons);
    }
    const auto recall = recall_of(all);
    const auto mistaken = mistaken_of(overlap, all);
    Estimate made;
    made.sum = all.persons;
    made.apart = all.persons - all.taking_part;
    made.links = overlap.all_links;
    made.mistaken = std::min(mistaken.value, overlap.all_links);
    made.recall = recall.value;
    for (std::size_t i = 0; i < writing_classes; ++i)
        for (std::size_t j = i; j < writing_classes; ++j)
            made.known += all.same[i][j];

    const double links = (made.links - made.mistaken) / recall.value;
    // Of k records of one person k - 1 are too many: pairs, less threes, plus fours, less fives.
    double too_many = links;
    for (std::size_t size = 3; size <= sets_max; ++size)
        too_many += (size % 2 == 0 ? 1 : -1) * overlap.sets[size] /
                    chance_of_hanging_together(size, recall.value);
    if (links > 0)
        made.per_link = std::clamp(too_many / links, 0.25, 1.0);
    const auto scaled = scale_up(overlap, links);
    const double all_links = (scaled.apart + scaled.together) / 2;
    made.in_several = std::min(made.per_link * all_links, made.sum - largest);

    const double chance = std::max(links, 1.0) * (1 - recall.value) / recall.value;
    const double relative =
        recall.variance / (recall.value * recall.value) + doubt_of_movers * doubt_of_movers;
    const double unmatched = mistaken.variance / (recall.value * recall.value);
    const double taking_part = (scaled.apart - scaled.together) / 2;
    double variance = chance + links * links * relative + unmatched + taking_part * taking_part;
    double noise = 0;
    if (epsilon > 0) {
        const double scale = (1 + links_max_with_noise / recall.value) / epsilon;
        noise = laplace(scale);
        variance += 2 * scale * scale;
    }
    made.persons = std::clamp(made.sum - made.in_several + noise, largest, made.sum);
    const double half = normal_95 * made.per_link * std::sqrt(variance);
    made.low = std::max(made.persons - half, largest);
    made.high = std::min(made.persons + half, made.sum);
    return made;
}

} // namespace once
