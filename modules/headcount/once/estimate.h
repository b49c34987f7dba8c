// SPDX-License-Identifier: EUPL-1.2
// How many persons there are: the sum of the cities, less those who are known in several. Only what
// cities have in common is estimated, so that its error is small beside the whole.
#pragma once

#include "headcount/once/count.h"

namespace once {

struct Estimate {
    double persons = 0;
    double low = 0; // with `high`: in 95 of 100 rounds the truth lies between
    double high = 0;
    double sum = 0;        // of the cities' own numbers
    double apart = 0;      // of them, who did not take part: counted, never compared
    double links = 0;      // that were found
    double mistaken = 0;   // of them, probably between different persons
    double recall = 0;     // what share of the true links is found
    double known = 0;      // pairs on which that was measured
    double per_link = 1;   // persons counted too often for each true link
    double in_several = 0; // persons counted too often
};

// `epsilon`: with noise of Laplace that hides whether any one person was there; 0: without.
Estimate estimate(const Overlap& overlap, double epsilon = 0);

// How likely so many records of one person (2 to 5) hang together, when each two are linked with
// this chance.
double chance_of_hanging_together(std::size_t size, double recall);

} // namespace once
