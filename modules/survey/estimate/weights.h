// SPDX-License-Identifier: EUPL-1.2
// From how somebody came into the sample to what they stand for.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace estimate {

// A visit to a centre is drawn, not a person: the slot with a probability, within it every k-th who
// comes in. Somebody who was at `visits` slots of the frame in the week could have been met at
// each: the weight of the visit is shared among them (Lavallée: Indirect Sampling, 2007, weight
// share method; De Vitiis, Falorsi, Inglese, Russo 2014, for the people without a home in Italy).
struct Drawing {
    double slot_probability = 1;
    int every = 1;  // k
    int visits = 1; // of this person to the centres of the frame in the last seven days; at least 1
};

// (1 / probability) · k · (1 / visits)
double design_weight(const Drawing& drawing);

enum class Outcome : std::uint8_t {
    interview,    // complete or partial
    none,         // eligible, but no interview: refused, not met
    unknown,      // it is not known whether they were eligible
    not_eligible, // and does not count
};

struct Adjusted {
    std::vector<double> weights; // of interviews; 0 for the others
    std::vector<int>
        without_interview; // classes with people and nobody interviewed: their weight is
                           // lost, and the plan must join them with another class
};

// Within each weighting class, those with an interview stand for those without (Särndal, Swensson,
// Wretman, 15.6, response homogeneity groups). Of those whose eligibility is not known, as large a
// share counts as is eligible among the known of the class (AAPOR's e). Of whoever refuses nobody
// knows the visits: adjust what visits stand for, and divide by those of the person afterwards.
Adjusted adjust_for_non_response(std::span<const double> weights, std::span<const int> class_of,
                                 std::span<const Outcome> outcome);

// So that they sum to `sum`: nothing but totals depends on it.
void scale_to(std::vector<double>& weights, double sum);

// Kish 1965: (sum of w)² / sum of w².
double effective_size(std::span<const double> weights);

} // namespace estimate
