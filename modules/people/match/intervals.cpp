// SPDX-License-Identifier: EUPL-1.2
#include "people/match/intervals.h"

#include <algorithm>
#include <array>
#include <map>
#include <random>
#include <tuple>

namespace match {

void Part::add(const Part& other, double times)
{
    right += times * other.right;
    found += times * other.found;
    all += times * other.all;
    persons += times * other.persons;
    persons_true += times * other.persons_true;
    b_cubed_precision += times * other.b_cubed_precision;
    b_cubed_recall += times * other.b_cubed_recall;
    records += times * other.records;
}

double Part::b_cubed() const
{
    const double sum = b_cubed_precision + b_cubed_recall;
    return sum > 0 ? 2 * b_cubed_precision * b_cubed_recall / sum / std::max(records, 1.0) : 0;
}

std::vector<Part> parts(const std::vector<std::uint32_t>& persons,
                        const std::vector<std::uint32_t>& truth,
                        const std::vector<std::uint32_t>& parties)
{
    // How many records there are of a person, of a true one and of both; and of their own party.
    using Key = std::tuple<std::uint64_t, std::uint64_t, std::uint32_t>;
    constexpr std::uint64_t any = ~std::uint64_t{0};
    std::map<Key, double> counts;
    const auto each = [&](std::size_t i, auto&& see) {
        see(Key{persons[i], any, 0}), see(Key{any, truth[i], 0}), see(Key{persons[i], truth[i], 0});
        if (parties[i] == 0)
            return;
        see(Key{persons[i], any, parties[i]}), see(Key{any, truth[i], parties[i]}),
            see(Key{persons[i], truth[i], parties[i]});
    };
    for (std::size_t i = 0; i < persons.size(); ++i)
        each(i, [&](const Key& key) { ++counts[key]; });
    std::vector<Part> made(persons.size());
    for (std::size_t i = 0; i < persons.size(); ++i) {
        const auto of = [&](std::uint64_t person, std::uint64_t one) {
            const double all = counts.at({person, one, 0});
            return std::pair(all, parties[i] == 0 ? 1 : counts.at({person, one, parties[i]}));
        };
        const auto [together, together_party] = of(persons[i], any);
        const auto [one, one_party] = of(any, truth[i]);
        const auto [both, both_party] = of(persons[i], truth[i]);
        made[i] = {(both - both_party) / 2,
                   (together - together_party) / 2,
                   (one - one_party) / 2,
                   1 / together,
                   1 / one,
                   both / together,
                   both / one,
                   1};
    }
    return made;
}

Intervals intervals(const std::vector<Part>& parts, const std::vector<std::uint32_t>& truth)
{
    constexpr std::size_t tries = 200;
    std::vector<Part> persons;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        persons.resize(std::max<std::size_t>(persons.size(), truth[i] + std::size_t{1}));
        persons[truth[i]].add(parts[i]);
    }
    std::mt19937_64 random(20261130);
    std::array<std::vector<double>, 3> seen;
    for (std::size_t i = 0; i < tries; ++i) {
        Part drawn;
        for (std::size_t j = 0; j < persons.size(); ++j)
            drawn.add(persons[random() % persons.size()]);
        seen[0].push_back(drawn.f1());
        seen[1].push_back(drawn.b_cubed());
        seen[2].push_back(drawn.count_error());
    }
    const auto bounds = [](std::vector<double>& all) {
        std::sort(all.begin(), all.end());
        return Interval{all[tries / 40], all[tries - 1 - tries / 40]};
    };
    return {bounds(seen[0]), bounds(seen[1]), bounds(seen[2])};
}

} // namespace match
