// SPDX-License-Identifier: EUPL-1.2
// Between what bounds the measures of a linking lie, and what parts of the records bring to them.
#pragma once

#include <cstdint>
#include <vector>

namespace match {

// What one record brings to all of that: whoever draws persons again, or looks at a part of them,
// adds these up.
struct Part {
    double right = 0; // half a pair for each of its pairs that were rightly put together
    double found = 0; // that were put together
    double all = 0;   // that are one person
    double persons = 0;
    double persons_true = 0;
    double b_cubed_precision = 0;
    double b_cubed_recall = 0;
    double records = 0;

    void add(const Part& other, double times = 1);
    double f1() const { return found + all > 0 ? 2 * right / (found + all) : 1; }
    double b_cubed() const;
    double count_error() const { return persons_true > 0 ? persons / persons_true - 1 : 0; }
};
std::vector<Part> parts(const std::vector<std::uint32_t>& persons,
                        const std::vector<std::uint32_t>& truth,
                        const std::vector<std::uint32_t>& parties);

// Between which 95 of 100 lie when persons are drawn again and again out of these.
struct Interval {
    double low = 0;
    double high = 0;
};
struct Intervals {
    Interval f1;
    Interval b_cubed;
    Interval count_error;
};
Intervals intervals(const std::vector<Part>& parts, const std::vector<std::uint32_t>& truth);

} // namespace match
