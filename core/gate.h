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

namespace reports {

// What may be done so often within an hour; unused, it grows back evenly.
struct Allowance {
    int from_one_address;
    int in_the_city;
};

inline constexpr Allowance sendings{12, 240};
inline constexpr Allowance remarks_allowed{12, 240};
inline constexpr Allowance questions{120, 3000};
// Codes that nobody has. A family behind one address mistypes some; 10^15 codes are not tried out
// at 3000 an hour, and a lower limit would let one who knocks from everywhere shut out all others.
inline constexpr Allowance wrong_codes{12, 3000};
// A partner's machine is known, and sends for many.
inline constexpr Allowance partner_sendings{600, 3000};

class Gate {
public:
    static std::unique_ptr<Gate> build(store::Transaction&) { return std::make_unique<Gate>(); }

    enum class Kind { sending, remark, question, wrong_code, partner };

    // One more; throws Problem(429, "reports.too_often") where the hour's allowance is used up.
    void pass(Kind kind, const std::string& address, Instant now);
    // The same without counting: for what is counted only when it goes wrong.
    void refuse_full(Kind kind, const std::string& address, Instant now);
    void count(Kind kind, const std::string& address, Instant now);

    std::size_t addresses() const;
    static constexpr std::size_t addresses_max = 10'000;

private:
    // Used up so far; it leaks away within the hour.
    struct Bucket {
        double used = 0;
        Instant at;
    };
    using Key = std::pair<Kind, std::string>;

    static void leak(Bucket& bucket, int allowed, Instant now);
    Bucket& bucket_of(const Key& key, Instant now);
    void refuse(const Bucket& bucket, int allowed) const;

    mutable std::mutex mutex_;
    std::map<Key, Bucket> buckets_;
    std::map<Kind, Bucket> city_;
};

// What counts as one address: of IPv6 the first 64 bits, since a whole network of that size is
// given to one home.
std::string network_of(const std::string& address);

} // namespace reports
