// SPDX-License-Identifier: EUPL-1.2
// How many persons are in a set of records: not how many groups they were put into. A record in
// which there is hardly anything stays by itself, since it may be many, and yet it is rather one of
// those who are known than somebody new.
#pragma once

#include <vector>

#include "people/match/link.h"

namespace match {

// In 95 of 100 cases the number lies between `low` and `high`, if the weights are right up to a
// doubt about all of them at once.
struct PersonCount {
    double persons = 0;
    double low = 0;
    double high = 0;
};

// Each group counts by the chance that it is nobody of the others, all of them considered (of large
// sets a sample); each join takes one away by its own probability.
PersonCount count_persons(const Lexicon& lexicon, const std::vector<Entry>& entries,
                          const Linking& linking, const LinkSettings& settings = {});

} // namespace match
