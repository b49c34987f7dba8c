// SPDX-License-Identifier: EUPL-1.2
// A figure and all that must be said beside it.
#pragma once

#include <cstdint>

namespace estimate {

struct Interval {
    double low = 0;
    double high = 0;
};

// Why a figure is not shown to everybody. It is there all the same, for those who work on it.
enum class Withheld {
    no,
    few_interviews,   // n < 30
    imprecise,        // coefficient of variation above 30 %
    nobody,           // nobody in the sample said so: how rare it is cannot be told
    unknown_variance, // too few clusters to tell how far the figure may be off
};

constexpr double confidence = 0.95;
constexpr std::int64_t interviews_min = 30;
constexpr double variation_max = 0.30;

struct Result {
    double estimate = 0;
    double standard_error = 0;
    double low = 0; // 95 %: of a proportion `wilson`, of anything else `plain`
    double high = 0;
    Interval plain; // estimate ± t · standard error
    double degrees_of_freedom = 0;
    std::int64_t n = 0;       // interviews that the figure is about
    double n_effective = 0;   // Kish: what the unequal weights leave of n
    double design_effect = 0; // variance, to that of as many drawn one by one with replacement
    Withheld withheld = Withheld::no;

    bool shown() const { return withheld == Withheld::no; }
};

// Of two independent groups: `one` less `other`.
struct Difference {
    double estimate = 0;
    double standard_error = 0;
    double low = 0; // 95 %, from the intervals of both (Newcombe 1998; Zou and Donner 2008, MOVER)
    double high = 0;
    Interval plain;                // estimate ± t · standard error
    double degrees_of_freedom = 0; // Satterthwaite
    Withheld withheld = Withheld::no;

    bool shown() const { return withheld == Withheld::no; }
};

// A difference near nothing is a finding, so its own variation is not asked: it is withheld when
// one of the two has few interviews or no known variance.
Difference difference(const Result& one, const Result& other);

// The interval shown with a proportion: Wilson's score interval with as many interviews as would
// give this variance when drawn one by one, n* = p(1-p)/v, and Student's t (Korn and Graubard 1998
// for n*; Franco, Little, Louis, Slud 2019 for the comparison). Inside 0 and 1, and wide enough
// near them, where `plain` is neither. Where nobody or everybody said so the variance is zero and
// says nothing: n* is then `n_effective`.
Interval wilson(double proportion, double variance, double degrees_of_freedom, double n_effective);

// The others that R's svyciprop() knows, to be compared with: "mean", "logit", "beta" (Korn and
// Graubard). `degrees_of_freedom` may be infinite: the normal distribution.
Interval plain(double estimate, double standard_error, double degrees_of_freedom);
Interval logit(double proportion, double standard_error, double degrees_of_freedom);
Interval korn_graubard(double proportion, double variance, double degrees_of_freedom,
                       std::int64_t n);

// What a figure with this n, this standard error and these degrees of freedom is withheld for.
Withheld withheld(const Result& result);

// What is left over from the sums of a domain, to make a Result of.
struct Sums {
    double estimate = 0;
    double variance = 0;
    double degrees_of_freedom = 0;
    std::int64_t n = 0;
    double weights = 0;
    double weights_squared = 0;
    double simple_variance = 0; // that of as many drawn one by one
    bool is_census = false;
};
Result as_proportion(const Sums& sums);
Result as_number(const Sums& sums);

} // namespace estimate
