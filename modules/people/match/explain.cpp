// SPDX-License-Identifier: EUPL-1.2
#include "people/match/explain.h"

#include <algorithm>
#include <cmath>

namespace match {

namespace {

constexpr double silent_bits = 0.05;
constexpr float telling_bits = 7;

} // namespace

std::vector<Reason> explain(const Lexicon& lexicon, const Pair& pair, const Score& score)
{
    std::vector<Reason> reasons;
    const auto say = [&](const std::string& field, const char* code, double bits) {
        if (std::abs(bits) >= silent_bits)
            reasons.push_back({field, code, bits});
    };
    for (const auto place : {given_place, family_place})
        say(place == given_place ? "given" : "family",
            code_of(static_cast<NameLevel>(pair.levels[place])), score.by_place[place]);
    say("birth", code_of(static_cast<BirthLevel>(pair.levels[birth_place])),
        score.by_place[birth_place]);
    for (std::size_t i = 0; i < lexicon.fields().size(); ++i)
        say(lexicon.fields()[i].name,
            code_of(static_cast<ValueLevel>(pair.levels[values_place + i])),
            score.by_place[values_place + i]);
    say("names_together", "often", score.names_together);
    if (pair.crossed)
        say("order", "crossed", score.order);
    std::stable_sort(reasons.begin(), reasons.end(), [](const Reason& one, const Reason& other) {
        return std::abs(one.bits) > std::abs(other.bits);
    });
    return reasons;
}

bool is_telling(const Pair& pair, const Score& score, const Birth& birth, const Lexicon& lexicon)
{
    const auto level = static_cast<BirthLevel>(pair.levels[birth_place]);
    bool tells = level >= BirthLevel::one_slip && birth.is_full() && !birth.is_heaped();
    for (std::size_t i = 0; i < lexicon.fields().size(); ++i)
        tells |= lexicon.fields()[i].kind == Kind::number &&
                 pair.levels[values_place + i] >= static_cast<int>(ValueLevel::near) &&
                 score.by_place[values_place + i] >= telling_bits;
    return tells;
}

std::string_view strength(double bits, bool is_telling)
{
    if (bits >= very_likely_bits && is_telling)
        return "very_likely";
    if (bits >= likely_bits)
        return "likely";
    return bits >= possible_bits ? "possible" : "";
}

} // namespace match
