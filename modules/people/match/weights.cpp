// SPDX-License-Identifier: EUPL-1.2
#include "people/match/weights.h"

#include <algorithm>
#include <cmath>
#include <locale>
#include <sstream>

namespace match {

namespace {

constexpr double chance_min = 1e-9;

constexpr double granted_for_each = 300; // of so many persons taken for granted one shares it
constexpr double granted_for_each_number = 30000; // a telephone, a document
constexpr double met_chance_min = 0.02;

// The chance that another person has what `count` persons have: the two at hand are left out, of
// whom one is known to have it.
double chance(double count, double own, double discount, const Frequencies& frequencies,
              double for_each = granted_for_each)
{
    const double granted = frequencies.granted();
    return (std::max(count - own, 0.0) + 1 - discount + granted / for_each) /
           (frequencies.persons() + 1 + granted);
}

double bits_of(const Weights& weights, std::size_t place, std::size_t level, double u)
{
    return std::log2(std::max(weights.m[place][level], chance_min) / std::max(u, chance_min));
}

struct Looking {
    const Weights& weights;
    const Frequencies& frequencies;
    const Comparer& comparer;
    const Pair& pair;
    double own;
    double persons;

    // Of words that only the query has nobody else is called.
    double of_word(Slot slot, std::uint32_t word) const
    {
        return word < of_query ? frequencies.of_word(slot, word) : 0;
    }
};

// Written the other way round, a name is as common as it is in either part.
double word_chance(const Looking& look, std::size_t place, NameLevel level)
{
    const auto slot = static_cast<Slot>(place);
    const auto other = static_cast<Slot>(1 - place);
    const auto word = look.pair.words_a[place];
    const auto& one = look.comparer.word(word);
    const auto count_of = [&](auto&& count) {
        const double in_place = count(slot);
        return look.pair.crossed ? std::max(in_place, count(other)) : in_place;
    };
    const auto& frequencies = look.frequencies;
    if (level == NameLevel::same || level == NameLevel::more_words)
        return chance(count_of([&](Slot part) { return look.of_word(part, word); }), look.own,
                      frequencies.discount_of_word(slot), frequencies);
    if (level == NameLevel::kin)
        return chance(count_of([&](Slot part) { return frequencies.of_kin(part, one.kin); }),
                      look.own, frequencies.discount_of_kin(slot), frequencies);
    return chance(count_of([&](Slot part) { return frequencies.of_sound(part, one.sound); }),
                  look.own, frequencies.discount_of_sound(slot), frequencies);
}

double name_bits(const Looking& look, std::size_t place)
{
    const auto level = static_cast<NameLevel>(look.pair.levels[place]);
    const auto at = static_cast<std::size_t>(level);
    if (level == NameLevel::missing)
        return 0;
    const bool is_told_by_word = level >= NameLevel::sound_far && level <= NameLevel::same;
    if (!is_told_by_word || !look.weights.word_frequency)
        return bits_of(look.weights, place, at, look.weights.u[place][at]);
    return bits_of(look.weights, place, at, word_chance(look, place, level));
}

// Mamadou and Diallo go together more often than chance would have it.
double together_bits(const Looking& look)
{
    if (names_alike(look.pair) != both_alike || !look.weights.names_together)
        return 0;
    const auto given = look.comparer.word(look.pair.words_a[given_place]).sound;
    const auto family = look.comparer.word(look.pair.words_a[family_place]).sound;
    if (given == nothing || family == nothing)
        return 0;
    const auto& frequencies = look.frequencies;
    const double expected = std::max(frequencies.of_sound(Slot::given, given), 1.0) *
                            std::max(frequencies.of_sound(Slot::family, family), 1.0) /
                            look.persons;
    const double others = std::max(frequencies.of_sounds(given, family) - look.own, 0.0);
    return std::min(0.0, -std::log2((others + expected + 0.2) / (2 * expected + 0.2)));
}

double birth_bits(const Looking& look, const Birth& a)
{
    const auto level = look.pair.levels[birth_place];
    if (level == 0)
        return 0;
    const auto kind = static_cast<BirthLevel>(level);
    double u = look.weights.u[birth_place][level];
    const bool is_day = kind == BirthLevel::same && a.is_full();
    if (is_day) {
        const double usual = look.frequencies.of_year(a.year) / 365.25;
        const double others = std::max(look.frequencies.of_birth(a) - look.own, 0.0);
        u = (others + std::max(usual, 0.02)) / (look.persons + 1 + look.frequencies.granted());
    }
    return bits_of(look.weights, birth_place, level, u);
}

double value_bits(const Looking& look, std::size_t field, std::uint32_t value, std::uint32_t other)
{
    const auto place = values_place + field;
    const auto level = look.pair.levels[place];
    if (level == 0)
        return 0;
    const bool is_met = look.comparer.kind(field) == Kind::met;
    if (is_met && static_cast<ValueLevel>(level) == ValueLevel::same)
        return met_bits(look.weights, look.frequencies, look.comparer.lexicon(), field,
                        look.comparer.value(field, value), look.comparer.value(field, other),
                        look.own);
    const auto alike = names_alike(look.pair);
    const double u_of_any = look.weights.u[place][level];
    double u = alike > 0 ? look.weights.u_alike[alike - 1][place][level] : u_of_any;
    if (static_cast<ValueLevel>(level) == ValueLevel::same && value < of_query) {
        const double more = u / std::max(u_of_any, chance_min);
        const auto& frequencies = look.frequencies;
        const auto kind = look.comparer.kind(field);
        const bool is_of_list = kind == Kind::code || kind == Kind::codes; // of which all are known
        u = chance(frequencies.of_value(field, value), look.own,
                   is_of_list ? 0 : frequencies.discount_of_value(field), frequencies,
                   kind == Kind::number ? granted_for_each_number : granted_for_each);
        u = alike > 0 ? std::min(u * more, 0.99) : u;
    }
    return bits_of(look.weights, place, level, u);
}

} // namespace

std::size_t names_alike(const Pair& pair)
{
    constexpr auto least = static_cast<std::uint8_t>(NameLevel::sound_far);
    return (pair.levels[given_place] >= least ? 1U : 0U) +
           (pair.levels[family_place] >= least ? 2U : 0U);
}

Score score(const Weights& weights, const Frequencies& frequencies, const Comparer& comparer,
            const Pair& pair, const Entry& a, const Entry& b, Own own)
{
    const Looking look{weights,
                       frequencies,
                       comparer,
                       pair,
                       own == Own::none  ? 0.0
                       : own == Own::one ? 1.0
                                         : 2.0,
                       std::max(frequencies.persons(), 1.0)};
    Score made;
    for (const auto place : {given_place, family_place})
        made.by_place[place] = static_cast<float>(name_bits(look, place));
    made.names_together = static_cast<float>(together_bits(look));
    made.order =
        static_cast<float>(std::log2(pair.crossed ? weights.crossed : 1 - weights.crossed));
    made.by_place[birth_place] = static_cast<float>(birth_bits(look, a.birth));
    for (std::size_t i = 0; values_place + i < weights.places; ++i)
        made.by_place[values_place + i] =
            static_cast<float>(value_bits(look, i, a.values[i], b.values[i]));
    made.bits = made.names_together + made.order;
    for (std::size_t place = 0; place < weights.places; ++place)
        made.bits += made.by_place[place];
    return made;
}

double met_bits(const Weights& weights, const Frequencies& frequencies, const Lexicon& lexicon,
                std::size_t field, std::string_view a, std::string_view b, double own)
{
    double least = 1;
    const auto& values = lexicon.values(field);
    each_shared_code(a, b, [&](std::string_view code) {
        const auto count = frequencies.of_value(field, values.find(code));
        least = std::min(least, chance(count, own, 0, frequencies));
    });
    const auto place = values_place + field;
    return std::max(0.0, bits_of(weights, place, static_cast<std::size_t>(ValueLevel::same),
                                 std::max(least, met_chance_min)));
}

namespace {

template <class Some> auto tables_of(Some& weights)
{
    return std::array{&weights.m, &weights.u, &weights.u_alike[0], &weights.u_alike[1],
                      &weights.u_alike[2]};
}

} // namespace

std::string write_weights(const Weights& weights)
{
    std::ostringstream text;
    text.imbue(std::locale::classic());
    text << weights.places << ' ' << weights.crossed << ' ' << weights.prior_bits;
    for (const auto* table : tables_of(weights))
        for (std::size_t place = 0; place < weights.places; ++place)
            for (std::size_t level = 0; level < levels_at(place); ++level)
                text << ' ' << (*table)[place][level];
    return text.str();
}

std::optional<Weights> read_weights(std::string_view text, std::size_t fields)
{
    std::istringstream numbers{std::string(text)};
    numbers.imbue(std::locale::classic());
    Weights weights;
    numbers >> weights.places >> weights.crossed >> weights.prior_bits;
    if (!numbers || weights.places != values_place + fields || weights.places > places_max)
        return std::nullopt;
    for (auto* table : tables_of(weights))
        for (std::size_t place = 0; place < weights.places; ++place)
            for (std::size_t level = 0; level < levels_at(place); ++level)
                numbers >> (*table)[place][level];
    return numbers ? std::optional(weights) : std::nullopt;
}

double probability(double bits) { return 1 / (1 + std::exp2(-bits)); }

} // namespace match
