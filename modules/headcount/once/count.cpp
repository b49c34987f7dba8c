// SPDX-License-Identifier: EUPL-1.2
#include "headcount/once/count.h"

#include <algorithm>
#include <unordered_map>

#include "base/problem.h"
#include "headcount/once/bytes.h"

namespace once {

namespace {

using Node = std::uint32_t; // a person of a city
using Neighbours = std::vector<std::vector<Node>>;

struct Mention {
    Encoding encoding;
    Node node;
    int worth;
    bool operator<(const Mention& other) const { return encoding < other.encoding; }
};

struct People {
    std::vector<std::uint32_t> city_of;
    std::vector<std::uint32_t> place_of; // in the parcel of the city
    std::vector<Mention> mentions;
};

People lay_out(const std::vector<Parcel>& parcels)
{
    People all;
    for (std::uint32_t city = 0; city < parcels.size(); ++city) {
        const auto first = static_cast<Node>(all.city_of.size());
        for (const auto& person : parcels[city].persons) {
            const auto node = static_cast<Node>(all.city_of.size());
            all.city_of.push_back(city);
            all.place_of.push_back(node - first);
            for (const auto& one : person.strong)
                all.mentions.push_back({one, node, strong_worth});
            for (const auto& one : person.weak)
                all.mentions.push_back({one, node, weak_worth});
        }
    }
    std::sort(all.mentions.begin(), all.mentions.end());
    return all;
}

// How much each two persons of different cities have in common.
std::unordered_map<std::uint64_t, int> worths(const People& all)
{
    std::unordered_map<std::uint64_t, int> worth;
    const auto& mentions = all.mentions;
    for (std::size_t begin = 0; begin < mentions.size();) {
        auto end = begin + 1;
        while (end < mentions.size() && mentions[end].encoding == mentions[begin].encoding)
            ++end;
        for (auto i = begin; i < end; ++i)
            for (auto j = i + 1; j < end; ++j) {
                const auto [low, high] = std::minmax(mentions[i].node, mentions[j].node);
                if (all.city_of[low] != all.city_of[high])
                    worth[std::uint64_t(low) << 32 | high] += mentions[i].worth;
            }
        begin = end;
    }
    return worth;
}

// Pairs that have enough in common, in order.
std::vector<std::uint64_t> pairs_of(const People& all)
{
    std::vector<std::uint64_t> pairs;
    for (const auto& [pair, worth] : worths(all))
        if (worth >= worth_wanted)
            pairs.push_back(pair);
    std::sort(pairs.begin(), pairs.end());
    return pairs;
}

// Connected sets of so many persons, each of another city; each set once (the enumeration is
// Wernicke's: a set grows only by neighbours that are later than its first and new to it).
class ConnectedSets {
public:
    ConnectedSets(const Neighbours& neighbours, const std::vector<std::uint32_t>& city_of)
        : neighbours_(neighbours), city_of_(city_of)
    {
    }
    double count(std::size_t size)
    {
        size_ = size;
        count_ = 0;
        for (Node first = 0; first < neighbours_.size(); ++first) {
            if (neighbours_[first].empty())
                continue;
            std::vector<Node> candidates;
            for (const auto one : neighbours_[first])
                if (one > first)
                    candidates.push_back(one);
            chosen_ = {first};
            grow(std::move(candidates));
        }
        return count_;
    }

private:
    bool touches(Node one) const
    {
        return std::any_of(chosen_.begin(), chosen_.end(), [&](Node member) {
            const auto& near = neighbours_[member];
            return member == one || std::find(near.begin(), near.end(), one) != near.end();
        });
    }
    void grow(std::vector<Node> candidates)
    {
        if (chosen_.size() == size_) {
            count_ += are_apart() ? 1 : 0;
            return;
        }
        while (!candidates.empty()) {
            const auto next = candidates.back();
            candidates.pop_back();
            auto more = candidates;
            for (const auto one : neighbours_[next])
                if (one > chosen_.front() && !touches(one))
                    more.push_back(one);
            chosen_.push_back(next);
            grow(std::move(more));
            chosen_.pop_back();
        }
    }
    bool are_apart() const
    {
        for (std::size_t i = 0; i < chosen_.size(); ++i)
            for (std::size_t j = i + 1; j < chosen_.size(); ++j)
                if (city_of_[chosen_[i]] == city_of_[chosen_[j]])
                    return false;
        return true;
    }

    const Neighbours& neighbours_;
    const std::vector<std::uint32_t>& city_of_;
    std::vector<Node> chosen_;
    std::size_t size_ = 0;
    double count_ = 0;
};

// Whoever has more than is believable of one person has been taken for a crowd.
constexpr std::size_t neighbours_max = 20;

} // namespace

std::vector<FoundLink> find_links(const std::vector<Parcel>& parcels)
{
    const auto all = lay_out(parcels);
    std::vector<FoundLink> links;
    for (const auto pair : pairs_of(all)) {
        const auto one = static_cast<Node>(pair >> 32);
        const auto other = static_cast<Node>(pair);
        links.push_back(
            {all.city_of[one], all.place_of[one], all.city_of[other], all.place_of[other]});
    }
    return links;
}

Overlap compare(const std::vector<Parcel>& parcels, std::size_t links_max)
{
    Overlap overlap;
    for (std::size_t i = 0; i < parcels.size(); ++i) {
        if (parcels[i].probe != parcels[0].probe)
            throw Problem(409, "headcount.keys_differ", {{"city", std::to_string(i)}});
        overlap.cities.push_back(parcels[i].tallies);
    }
    overlap.links.assign(parcels.size(), std::vector<double>(parcels.size()));
    const auto all = lay_out(parcels);
    Neighbours neighbours(all.city_of.size());
    const auto most = links_max == 0 ? neighbours_max : links_max;
    for (const auto pair : pairs_of(all)) {
        const auto one = static_cast<Node>(pair >> 32);
        const auto other = static_cast<Node>(pair);
        if (neighbours[one].size() >= most || neighbours[other].size() >= most)
            continue;
        neighbours[one].push_back(other);
        neighbours[other].push_back(one);
        overlap.links[all.city_of[one]][all.city_of[other]] += 1;
        overlap.all_links += 1;
    }
    ConnectedSets sets(neighbours, all.city_of);
    for (std::size_t size = 3; size <= sets_max; ++size)
        overlap.sets[size] = sets.count(size);
    return overlap;
}

namespace {

constexpr std::size_t cities_max = 1000;

// One list of what stands in it, for writing and for reading.
template <class T, class See> void each_number(T& overlap, See&& see)
{
    for (auto& city : overlap.cities)
        each_figure(city, see);
    for (auto& row : overlap.links)
        for (auto& links : row)
            see(links);
    see(overlap.all_links);
    for (auto& count : overlap.sets)
        see(count);
}

} // namespace

std::string write_overlap(const Overlap& overlap)
{
    Writer out;
    out.number(overlap.cities.size());
    each_number(overlap, [&](double value) { out.real(value); });
    return out.take();
}

Overlap read_overlap(std::string_view bytes)
{
    Reader in(bytes);
    const auto cities = in.number();
    if (cities > cities_max)
        throw Problem(422, "headcount.broken_parcel");
    Overlap overlap;
    overlap.cities.resize(cities);
    overlap.links.assign(cities, std::vector<double>(cities));
    each_number(overlap, [&](double& value) {
        value = in.real();
        if (!std::isfinite(value))
            throw Problem(422, "headcount.broken_parcel");
    });
    if (!in.is_at_end())
        throw Problem(422, "headcount.broken_parcel");
    return overlap;
}

std::vector<std::vector<std::optional<double>>> links_told(const Overlap& overlap)
{
    const auto cities = overlap.cities.size();
    std::vector<std::vector<std::optional<double>>> told(
        cities, std::vector<std::optional<double>>(cities));
    std::size_t hidden = 0;
    std::optional<double>* smallest = nullptr;
    for (std::size_t i = 0; i < cities; ++i)
        for (std::size_t j = i + 1; j < cities; ++j) {
            const auto links = overlap.links[i][j];
            if (links < links_told_min) {
                ++hidden;
                continue;
            }
            told[i][j] = links;
            if (smallest == nullptr || *smallest > told[i][j])
                smallest = &told[i][j];
        }
    if (hidden == 1 && smallest != nullptr)
        smallest->reset();
    return told;
}

} // namespace once
