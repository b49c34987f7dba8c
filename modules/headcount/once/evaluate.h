// SPDX-License-Identifier: EUPL-1.2
// How right the count is where the truth is known, and beside what else could be done.
#pragma once

#include <cstdint>
#include <vector>

#include "headcount/once/estimate.h"
#include "headcount/once/invented.h"

namespace once {

struct Outcome {
    Estimate estimate;
    double truth = 0;
    double sum = 0;            // of the cities
    double exact = 0;          // those with the same name and date, letter by letter, taken for one
    double by_links = 0;       // those who are linked taken for one, nothing estimated
    double precision = 0;      // of the links
    double recall = 0;         // as it is, beside estimate.recall
    double encodings = 0;      // that were sent
    double seconds_cities = 0; // with key servers only
    double seconds_servers = 0; // of one of the two
    double seconds_counting = 0;

    double error() const { return estimate.persons / truth - 1; }
    bool covers() const { return estimate.low <= truth && truth <= estimate.high; }
};

// A network with known truth, described once and counted as often as wanted.
class Trial {
public:
    explicit Trial(const std::vector<KnownWriting>& writings);

    struct Wish {
        double persons = 1;       // a share of them, by chance
        double apart = 0;         // a share that takes no part
        std::size_t reviewed = 0; // pairs across cities that two people looked at
        bool key_servers = false; // the whole round; otherwise texts are only hashed
        std::uint64_t seed = 1;
    };
    Outcome run(const Wish& wish) const;
    Outcome run() const { return run(Wish{}); }
    std::size_t persons() const { return persons_; }

private:
    class Round;
    struct Member {
        std::uint32_t person;
        CityPerson described;
        std::vector<std::string> exact;
    };
    std::vector<std::vector<Member>> cities_;
    std::size_t persons_ = 0;
};

} // namespace once
