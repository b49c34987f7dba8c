// SPDX-License-Identifier: EUPL-1.2
#include "survey/draw.h"

#include <algorithm>
#include <numeric>

#include "base/id.h"
#include "base/problem.h"

namespace survey {

Chance::Chance(std::string_view seed)
{
    const auto digest = named_uuid(seed);
    std::uint64_t halves[2] = {0, 0};
    for (std::size_t i = 0; i < digest.bytes.size(); ++i)
        halves[i / 8] = halves[i / 8] << 8 | digest.bytes[i];
    state_ = halves[0] ^ halves[1] << 1;
}

std::uint64_t Chance::next()
{
    state_ += 0x9e3779b97f4a7c15ULL;
    auto mixed = state_;
    mixed = (mixed ^ mixed >> 30) * 0xbf58476d1ce4e5b9ULL;
    mixed = (mixed ^ mixed >> 27) * 0x94d049bb133111ebULL;
    return mixed ^ mixed >> 31;
}

double Chance::share() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }

// What is left over at the end of the range is thrown again, so that none is more likely.
std::size_t Chance::below(std::size_t count)
{
    ENSURE(count > 0);
    const std::uint64_t range = count;
    const std::uint64_t even = UINT64_MAX - UINT64_MAX % range;
    auto number = next();
    while (number >= even)
        number = next();
    return static_cast<std::size_t>(number % range);
}

namespace {

std::vector<double> proportional(const std::vector<double>& sizes, std::size_t count)
{
    std::vector<double> shares(sizes.size(), 0);
    std::size_t certain = 0;
    for (bool settled = false; !settled;) {
        settled = true;
        double open = 0;
        for (std::size_t i = 0; i < sizes.size(); ++i)
            open += shares[i] == 1 ? 0 : sizes[i];
        const auto left = static_cast<double>(count - certain);
        for (std::size_t i = 0; i < sizes.size(); ++i) {
            if (shares[i] == 1)
                continue;
            shares[i] = left * sizes[i] / open;
            if (shares[i] < 1)
                continue;
            shares[i] = 1;
            ++certain;
            settled = false; // the rest is shared anew
            break;
        }
    }
    return shares;
}

// The place at which the running sum first exceeds each of start, start + 1, …
std::vector<std::size_t> systematic(const std::vector<double>& shares, std::size_t count,
                                    Chance& chance)
{
    std::vector<std::size_t> drawn;
    const double start = chance.share();
    double sum = 0;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        sum += shares[i];
        const bool is_certain = shares[i] == 1;
        if (is_certain || sum > start + static_cast<double>(drawn.size()))
            drawn.push_back(i);
    }
    // Sums of fractions end a hair below the whole number: then the last one that fits is meant.
    for (std::size_t i = shares.size(); drawn.size() < count && i > 0; --i)
        if (std::find(drawn.begin(), drawn.end(), i - 1) == drawn.end())
            drawn.push_back(i - 1);
    std::sort(drawn.begin(), drawn.end());
    return drawn;
}

std::vector<std::size_t> simple(std::size_t frame, std::size_t count, Chance& chance)
{
    std::vector<std::size_t> order(frame);
    std::iota(order.begin(), order.end(), 0);
    for (std::size_t i = 0; i < count; ++i)
        std::swap(order[i], order[i + chance.below(frame - i)]);
    order.resize(count);
    std::sort(order.begin(), order.end());
    return order;
}

} // namespace

std::vector<double> probabilities_of(Method method, const std::vector<double>& sizes,
                                     std::size_t count)
{
    const auto frame = sizes.size();
    if (count >= frame)
        return std::vector<double>(frame, 1);
    for (const double size : sizes)
        ENSURE(size > 0);
    if (method == Method::systematic_pps)
        return proportional(sizes, count);
    return std::vector<double>(frame, static_cast<double>(count) / static_cast<double>(frame));
}

std::vector<std::size_t> draw_from(Method method, const std::vector<double>& sizes,
                                   std::size_t count, Chance& chance)
{
    count = std::min(count, sizes.size());
    if (method == Method::systematic_pps)
        return systematic(probabilities_of(method, sizes, count), count, chance);
    return simple(sizes.size(), count, chance);
}

} // namespace survey
