// SPDX-License-Identifier: EUPL-1.2
// How often guests may knock: counted in memory for each address and for the city as a whole, and
// forgotten as the hour passes. Nothing of it is stored, and it is bounded: who knocks from many
// addresses fills the places of the oldest, not the memory, and meets the limit of the city.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "base/time.h"
#include "store/store.h"

namespace core {

// What may be done so often within an hour; unused, it grows back evenly.
struct Allowance {
    const char* what; // "reports.sending": counted for itself
    int from_one_address;
    int in_the_city;
};

class Gate {
public:
    static std::unique_ptr<Gate> build(store::Transaction&) { return std::make_unique<Gate>(); }

    // One more; throws Problem(429, "core.too_often") where the hour's allowance is used up.
    void pass(const Allowance& allowed, const std::string& address, Instant now);
    // The same without counting: for what is counted only when it goes wrong.
    void refuse_full(const Allowance& allowed, const std::string& address, Instant now);
    void count(const Allowance& allowed, const std::string& address, Instant now);

    std::size_t addresses() const;
    static constexpr std::size_t addresses_max = 10'000;

private:
    // Used up so far; it leaks away within the hour.
    struct Bucket {
        double used = 0;
        Instant at;
    };
    using Key = std::pair<std::string, std::string>;

    static void leak(Bucket& bucket, int allowed, Instant now);
    Bucket& bucket_of(const Key& key, Instant now);
    void refuse(const Bucket& bucket, int allowed) const;

    mutable std::mutex mutex_;
    std::map<Key, Bucket> buckets_;
    std::map<std::string, Bucket> city_;
};

// What counts as one address: of IPv6 the first 64 bits, since a whole network of that size is
// given to one home.
std::string network_of(const std::string& address);

} // namespace core
