// SPDX-License-Identifier: EUPL-1.2
// The draw. The same seed and the same frame give the same sample on every machine, so that anybody
// can do it again and see that nothing was picked by hand.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace survey {

// Numbers that look like chance and follow from a text (SplitMix64 over a digest of it). The
// standard library's distributions differ from one implementation to another.
class Chance {
public:
    explicit Chance(std::string_view seed);

    double share();                       // from 0 up to, not including, 1
    std::size_t below(std::size_t count); // each of 0 … count - 1 alike

private:
    std::uint64_t next();

    std::uint64_t state_;
};

enum class Method {
    systematic_pps, // the larger, the more likely; one random start, then steps
    simple_random,  // each alike
};

// With which probability each of the frame gets into a sample of so many. They add up to that
// number, or to the whole frame where it is smaller. One that would be more than certain is
// certain, and the others share the rest.
std::vector<double> probabilities_of(Method method, const std::vector<double>& sizes,
                                     std::size_t count);

// Which of the frame are drawn, in its order. Along its order a systematic sample is spread, so a
// frame that is sorted by day gives every week its part.
std::vector<std::size_t> draw_from(Method method, const std::vector<double>& sizes,
                                   std::size_t count, Chance& chance);

} // namespace survey
