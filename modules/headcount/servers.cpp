// SPDX-License-Identifier: EUPL-1.2
#include "headcount/servers.h"

#include "base/problem.h"

namespace headcount {

namespace {

struct Three {
    std::unique_ptr<KeyServer> a = std::make_unique<KeyRoom>();
    std::unique_ptr<KeyServer> b = std::make_unique<KeyRoom>();
    std::unique_ptr<Counter> counter = std::make_unique<CountingRoom>();
    bool separate = false;
};

Three& three()
{
    static Three all;
    return all;
}

} // namespace

Servers servers()
{
    auto& all = three();
    return {*all.a, *all.b, *all.counter, all.separate};
}

void use_servers(std::unique_ptr<KeyServer> a, std::unique_ptr<KeyServer> b,
                 std::unique_ptr<Counter> counter, bool separate)
{
    three() = {std::move(a), std::move(b), std::move(counter), separate};
}

void KeyRoom::open(const Attempt& attempt)
{
    const std::scoped_lock lock(mutex_);
    auto& drawn = drawn_[attempt];
    if (!drawn.share)
        drawn.share = std::make_shared<once::KeyShare>();
}

bool KeyRoom::is_open(const Attempt& attempt)
{
    const std::scoped_lock lock(mutex_);
    return drawn_.contains(attempt);
}

std::vector<once::Element> KeyRoom::evaluate(const Attempt& attempt, const std::string& city,
                                             const std::vector<once::Element>& elements)
{
    std::shared_ptr<const once::KeyShare> share;
    {
        const std::scoped_lock lock(mutex_);
        const auto found = drawn_.find(attempt);
        if (found == drawn_.end())
            throw Problem(409, "headcount.no_key");
        auto& evaluated = found->second.evaluated[city];
        if (elements.size() > static_cast<std::size_t>(evaluated_max - evaluated))
            throw Problem(429, "headcount.too_many");
        evaluated += static_cast<int>(elements.size());
        share = found->second.share;
    }
    return share->evaluate(elements);
}

int KeyRoom::evaluated(const Attempt& attempt, const std::string& city)
{
    const std::scoped_lock lock(mutex_);
    const auto found = drawn_.find(attempt);
    if (found == drawn_.end())
        return 0;
    const auto of_city = found->second.evaluated.find(city);
    return of_city == found->second.evaluated.end() ? 0 : of_city->second;
}

void KeyRoom::destroy(const Uuid& round)
{
    const std::scoped_lock lock(mutex_);
    std::erase_if(drawn_, [&](const auto& one) { return one.first.round == round; });
}

void CountingRoom::open(const Attempt& attempt)
{
    const std::scoped_lock lock(mutex_);
    parcels_[attempt];
}

bool CountingRoom::is_open(const Attempt& attempt)
{
    const std::scoped_lock lock(mutex_);
    return parcels_.contains(attempt);
}

void CountingRoom::receive(const Attempt& attempt, const std::string& city,
                           const std::string& parcel)
{
    auto read = once::read_parcel(parcel);
    const std::scoped_lock lock(mutex_);
    const auto found = parcels_.find(attempt);
    if (found == parcels_.end())
        throw Problem(409, "headcount.no_key");
    found->second[city] = std::move(read);
}

std::set<std::string> CountingRoom::received(const Attempt& attempt)
{
    const std::scoped_lock lock(mutex_);
    std::set<std::string> cities;
    if (const auto found = parcels_.find(attempt); found != parcels_.end())
        for (const auto& [city, parcel] : found->second)
            cities.insert(city);
    return cities;
}

void CountingRoom::give_back(const Uuid& round, const std::string& city)
{
    const std::scoped_lock lock(mutex_);
    for (auto& [attempt, parcels] : parcels_)
        if (attempt.round == round)
            parcels.erase(city);
}

once::Overlap CountingRoom::compare(const Attempt& attempt, const std::vector<std::string>& cities,
                                    std::size_t links_max)
{
    std::vector<once::Parcel> parcels;
    const std::scoped_lock lock(mutex_);
    const auto found = parcels_.find(attempt);
    for (const auto& city : cities) {
        if (found == parcels_.end() || !found->second.contains(city))
            throw Problem(409, "headcount.no_key");
        parcels.push_back(found->second.at(city));
    }
    return once::compare(parcels, links_max);
}

void CountingRoom::destroy(const Uuid& round)
{
    const std::scoped_lock lock(mutex_);
    std::erase_if(parcels_, [&](const auto& one) { return one.first.round == round; });
}

} // namespace headcount
