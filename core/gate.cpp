// SPDX-License-Identifier: EUPL-1.2
#include "core/gate.h"

#include <algorithm>
#include <cmath>

#include <arpa/inet.h>

#include "base/problem.h"

namespace core {

namespace {

constexpr double hour_milliseconds = 3'600'000;

} // namespace

std::string network_of(const std::string& address)
{
    in6_addr parsed{};
    if (inet_pton(AF_INET6, address.c_str(), &parsed) != 1)
        return address;
    if (IN6_IS_ADDR_V4MAPPED(&parsed))
        return address;
    std::fill(std::begin(parsed.s6_addr) + 8, std::end(parsed.s6_addr), std::uint8_t{0});
    char text[INET6_ADDRSTRLEN] = {};
    inet_ntop(AF_INET6, &parsed, text, sizeof text);
    return text;
}

void Gate::leak(Bucket& bucket, int allowed, Instant now)
{
    const auto passed = static_cast<double>(now.milliseconds - bucket.at.milliseconds);
    bucket.used = std::max(0.0, bucket.used - std::max(0.0, passed) / hour_milliseconds * allowed);
    bucket.at = now;
}

Gate::Bucket& Gate::bucket_of(const Key& key, Instant now)
{
    if (const auto found = buckets_.find(key); found != buckets_.end())
        return found->second;
    if (buckets_.size() >= addresses_max) {
        std::erase_if(buckets_, [&](const auto& one) {
            return now.milliseconds - one.second.at.milliseconds > hour_milliseconds;
        });
        if (buckets_.size() >= addresses_max)
            buckets_.erase(std::min_element(buckets_.begin(), buckets_.end(),
                                            [](const auto& one, const auto& other) {
                                                return one.second.at < other.second.at;
                                            }));
    }
    return buckets_.emplace(key, Bucket{0, now}).first->second;
}

void Gate::refuse(const Bucket& bucket, int allowed) const
{
    if (bucket.used + 1 <= allowed)
        return;
    const double minutes = (bucket.used + 1 - allowed) / allowed * 60;
    const int wait = std::max(1, static_cast<int>(std::ceil(minutes)));
    throw Problem(429, "core.too_often", {{"minutes", std::to_string(wait)}});
}

void Gate::refuse_full(const Allowance& allowed, const std::string& address, Instant now)
{
    const std::scoped_lock lock(mutex_);
    auto& mine = bucket_of({allowed.what, network_of(address)}, now);
    leak(mine, allowed.from_one_address, now);
    refuse(mine, allowed.from_one_address);
    auto& all = city_[allowed.what];
    leak(all, allowed.in_the_city, now);
    refuse(all, allowed.in_the_city);
}

void Gate::count(const Allowance& allowed, const std::string& address, Instant now)
{
    const std::scoped_lock lock(mutex_);
    auto& mine = bucket_of({allowed.what, network_of(address)}, now);
    leak(mine, allowed.from_one_address, now);
    mine.used += 1;
    auto& all = city_[allowed.what];
    leak(all, allowed.in_the_city, now);
    all.used += 1;
}

void Gate::pass(const Allowance& allowed, const std::string& address, Instant now)
{
    refuse_full(allowed, address, now);
    count(allowed, address, now);
}

std::size_t Gate::addresses() const
{
    const std::scoped_lock lock(mutex_);
    return buckets_.size();
}

} // namespace core
