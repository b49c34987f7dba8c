// SPDX-License-Identifier: EUPL-1.2
#include "headcount/once/city.h"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace once {

namespace {

std::size_t class_of(std::size_t writings)
{
    return std::clamp<std::size_t>(writings, 1, writing_classes) - 1;
}

std::string text_of(const Token& token)
{
    return "lgnet headcount 1 " + std::to_string(static_cast<int>(token.trait)) + ' ' + token.text;
}

void tally_sides(const CityPerson& person, Tallies& tallies)
{
    for (std::size_t i = 0; i < person.sides.size(); ++i)
        for (std::size_t j = i + 1; j < person.sides.size(); ++j)
            tally_pair(person.sides[i], person.sides[j], tallies);
}

using Holders = std::vector<std::uint32_t>;
constexpr std::size_t holders_max = 200; // more share nothing that says who they are

// Of different persons those whom their tokens would take for one.
double count_mistaken(const std::unordered_map<std::string, Holders>& holders)
{
    std::map<std::pair<std::uint32_t, std::uint32_t>, int> worth;
    for (const auto& [text, who] : holders) {
        if (who.size() > holders_max)
            continue;
        const auto trait = static_cast<Trait>(text[0] - '0');
        for (std::size_t i = 0; i < who.size(); ++i)
            for (std::size_t j = i + 1; j < who.size(); ++j)
                worth[{who[i], who[j]}] += worth_of(trait);
    }
    return static_cast<double>(std::count_if(
        worth.begin(), worth.end(), [](const auto& one) { return one.second >= worth_wanted; }));
}

std::string key_of(const Token& token)
{
    return std::to_string(static_cast<int>(token.trait)) + token.text;
}

} // namespace

void tally_pair(const CityPerson::Side& one, const CityPerson::Side& other, Tallies& tallies)
{
    const auto low = class_of(std::min(one.writings, other.writings));
    const auto high = class_of(std::max(one.writings, other.writings));
    tallies.same[low][high] += 1;
    if (worth_in_common(one.tokens, other.tokens) >= worth_wanted)
        tallies.recognised[low][high] += 1;
}

CityPerson describe(TokenMaker& maker, const std::vector<Writing>& writings)
{
    CityPerson person;
    std::map<std::uint32_t, std::vector<match::Record>> by_side;
    std::vector<match::Record> all;
    for (const auto& writing : writings) {
        by_side[writing.side].push_back(writing.record);
        all.push_back(writing.record);
    }
    person.tokens = maker.tokens_of(all);
    person.writings = all.size();
    if (by_side.size() > 1)
        for (const auto& [side, records] : by_side)
            person.sides.push_back({maker.tokens_of(records), records.size()});
    return person;
}

Tallies& Tallies::operator+=(const Tallies& other)
{
    persons += other.persons;
    taking_part += other.taking_part;
    strangers += other.strangers;
    mistaken += other.mistaken;
    for (std::size_t i = 0; i < writing_classes; ++i) {
        written[i] += other.written[i];
        for (std::size_t j = 0; j < writing_classes; ++j) {
            same[i][j] += other.same[i][j];
            recognised[i][j] += other.recognised[i][j];
        }
    }
    return *this;
}

Prepared prepare(const std::vector<CityPerson>& persons, std::size_t apart)
{
    Prepared made;
    auto& tallies = made.tallies;
    const auto count = static_cast<double>(persons.size());
    tallies.persons = count + static_cast<double>(apart);
    tallies.taking_part = count;
    tallies.strangers = count * (count - 1) / 2;
    std::unordered_map<std::string, Holders> holders;
    for (std::uint32_t i = 0; i < persons.size(); ++i) {
        tallies.written[class_of(persons[i].writings)] += 1;
        tally_sides(persons[i], tallies);
        for (const auto& token : persons[i].tokens)
            holders[key_of(token)].push_back(i);
    }
    tallies.mistaken = count_mistaken(holders);
    for (const auto& person : persons) {
        Outgoing outgoing;
        for (const auto& token : person.tokens)
            if (holders[key_of(token)].size() == 1)
                (is_strong(token.trait) ? outgoing.strong : outgoing.weak)
                    .push_back(text_of(token));
        made.persons.push_back(std::move(outgoing));
    }
    return made;
}

int worth_in_common(const std::vector<Token>& one, const std::vector<Token>& other)
{
    std::vector<Token> common;
    std::set_intersection(one.begin(), one.end(), other.begin(), other.end(),
                          std::back_inserter(common));
    int worth = 0;
    for (const auto& token : common)
        worth += worth_of(token.trait);
    return worth;
}

} // namespace once
