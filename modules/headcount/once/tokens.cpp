// SPDX-License-Identifier: EUPL-1.2
#include "headcount/once/tokens.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>

namespace once {

namespace {

using Tokens = std::set<Token>;

// Forms of one name that one language writes quite otherwise than another are one.
std::string sound_of(const match::Word& word)
{
    return word.kin != match::nothing ? match::kin_skeleton(word.kin) : word.skeleton;
}

// What one writing says beside names, as text.
struct Said {
    match::Birth birth;
    std::string sex;
    std::string country;
    std::string phone;

    bool who() const { return !sex.empty() && !country.empty(); }
    bool day() const { return birth.is_full() && !birth.is_heaped(); }
};

void add_of_one(const std::string& sound, const Said& said, Tokens& all)
{
    // Day and month as one number whichever stands first: they are swapped often.
    if (said.day() && said.who())
        all.insert({Trait::one_name, sound + '|' + std::to_string(said.birth.swapless()) + '|' +
                                         said.sex + '|' + said.country});
    if (!said.phone.empty())
        all.insert({Trait::phone, sound + '|' + said.phone});
}

void add_of_two(const std::string& sounds, const Said& said, Tokens& all)
{
    if (said.day())
        all.insert({Trait::day, sounds + '|' + std::to_string(said.birth.swapless())});
    if (!said.who() || said.birth.year == 0)
        return;
    const auto text =
        sounds + '|' + std::to_string(said.birth.year) + '|' + said.sex + '|' + said.country;
    all.insert({Trait::year, text});
    if (said.birth.is_heaped())
        all.insert({Trait::heaped, text});
}

// The sounds stand in their own order: which name is given and which of the family is not asked.
void add_tokens(const std::set<std::string>& sounds, const Said& said, Tokens& all)
{
    for (auto one = sounds.begin(); one != sounds.end(); ++one) {
        add_of_one(*one, said, all);
        for (auto other = std::next(one); other != sounds.end(); ++other)
            add_of_two(*one + ' ' + *other, said, all);
    }
}

// Of each trait in turn one, until there are enough: no trait crowds out the others.
void keep_some(const Tokens& all, bool strong, std::size_t most, std::vector<Token>& kept)
{
    std::array<std::vector<Token>, 5> by_trait;
    std::size_t left = 0;
    for (const auto& token : all)
        if (is_strong(token.trait) == strong) {
            by_trait[static_cast<std::size_t>(token.trait)].push_back(token);
            ++left;
        }
    left = std::min(left, most);
    for (std::size_t i = 0; left > 0; ++i)
        for (const auto& some : by_trait)
            if (i < some.size() && left > 0) {
                kept.push_back(some[i]);
                --left;
            }
}

} // namespace

const std::vector<match::FieldKind>& token_fields()
{
    static const std::vector<match::FieldKind> fields{
        {"sex", match::Kind::code}, {"country", match::Kind::code}, {"phone", match::Kind::number}};
    return fields;
}

std::vector<Token> TokenMaker::tokens_of(const std::vector<match::Record>& writings)
{
    Tokens all;
    for (const auto& record : writings) {
        const auto entry = lexicon_.enter(record);
        const auto value = [&](std::size_t field) -> std::string {
            const auto number = entry.values[field];
            return number == match::nothing ? "" : lexicon_.values(field).at(number);
        };
        Said said{record.birth, value(0), value(1), value(2)};
        // A digit that nobody could read.
        if (said.phone.find('?') != std::string::npos)
            said.phone.clear();
        for (const auto& name : entry.names) {
            std::set<std::string> sounds;
            for (std::size_t i = 0; i < name.count; ++i)
                sounds.insert(sound_of(lexicon_.at(name.words[i])));
            add_tokens(sounds, said, all);
        }
    }
    std::vector<Token> kept;
    keep_some(all, true, strong_max, kept);
    keep_some(all, false, weak_max, kept);
    std::sort(kept.begin(), kept.end());
    return kept;
}

} // namespace once
