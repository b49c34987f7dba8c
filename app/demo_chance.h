// SPDX-License-Identifier: EUPL-1.2
// Chance that is the same on every machine: what <random> calls a distribution may differ between
// standard libraries, so the arithmetic stands here.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <random>
#include <span>
#include <vector>

#include "base/id.h"

namespace demo {

struct Weighted {
    const char* code;
    int weight;
};

class Chance {
public:
    explicit Chance(std::uint64_t seed) : engine_(seed) {}

    // At least `least`, at most `most`.
    int between(int least, int most)
    {
        return least + static_cast<int>(below(static_cast<std::uint64_t>(most - least) + 1));
    }
    bool happens(int percent) { return below(100) < static_cast<std::uint64_t>(percent); }
    // A number of times whose mean is `mean`: 2.25 is two times, and in one of four cases three.
    int times(double mean)
    {
        const int whole = static_cast<int>(mean);
        const auto rest = static_cast<std::uint64_t>((mean - whole) * 10'000);
        return whole + (below(10'000) < rest ? 1 : 0);
    }

    template <class List> const auto& one_of(const List& list)
    {
        return list[static_cast<std::size_t>(below(std::size(list)))];
    }
    const char* weighted(std::span<const Weighted> choices)
    {
        int sum = 0;
        for (const auto& choice : choices)
            sum += choice.weight;
        int at = between(0, sum - 1);
        for (const auto& choice : choices) {
            at -= choice.weight;
            if (at < 0)
                return choice.code;
        }
        return choices.back().code;
    }

    // A UUIDv7 of that time.
    Uuid uuid(Instant at)
    {
        Uuid made;
        const auto time = static_cast<std::uint64_t>(at.milliseconds);
        for (std::size_t i = 0; i < 6; ++i)
            made.bytes[i] = static_cast<std::uint8_t>(time >> (40 - 8 * i));
        auto bits = engine_();
        for (std::size_t i = 6; i < 16; ++i) {
            if (i == 8)
                bits = engine_();
            made.bytes[i] = static_cast<std::uint8_t>(bits);
            bits >>= 8;
        }
        made.bytes[6] = static_cast<std::uint8_t>((made.bytes[6] & 0x0F) | 0x70);
        made.bytes[8] = static_cast<std::uint8_t>((made.bytes[8] & 0x3F) | 0x80);
        return made;
    }

private:
    std::uint64_t below(std::uint64_t limit) { return engine_() % limit; }

    std::mt19937_64 engine_;
};

} // namespace demo
