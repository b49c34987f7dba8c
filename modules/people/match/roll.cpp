// SPDX-License-Identifier: EUPL-1.2
#include "people/match/roll.h"

#include <algorithm>

#include "people/match/edit.h"
#include "people/match/script.h"
#include "people/match/words.h"

namespace match {

namespace {

constexpr std::size_t names_max = 24;

// "Rossi, Maria" is the family first; "Maria Rossi" and "ROSSI Maria" cannot be told.
NameReading whole_name(const std::string& reading)
{
    NameReading made;
    made.ordered = false;
    auto words = telling_words(reading);
    if (words.size() > 1) {
        made.given.assign(words.begin(), words.end() - 1);
        made.family.push_back(words.back());
    } else {
        made.family = std::move(words);
    }
    return made;
}

std::string joined(const std::vector<std::string>& words)
{
    std::string all;
    for (const auto& word : words)
        all += word;
    return all.substr(0, 60);
}

Word word_of(std::string_view folded)
{
    Word word;
    word.folded = folded;
    word.skeleton = skeleton(folded);
    word.letters = letter_pairs(folded);
    word.bones = letter_pairs(word.skeleton);
    word.kin = kin_of(folded);
    return word;
}

// Gives numbers to the words of a name: of the set, or of a query.
template <class Number> Name number_name(const NameReading& reading, Number&& number)
{
    Name name;
    name.ordered = reading.ordered;
    const auto take = [&](const std::vector<std::string>& words, bool is_family) {
        for (const auto& word : words) {
            if (name.count == name_words_max)
                return;
            name.families |= static_cast<std::uint8_t>((is_family ? 1 : 0) << name.count);
            name.words[name.count++] = number(word);
        }
    };
    // Of a very long name both parts keep some words.
    auto given = reading.given;
    if (given.size() > 4 && !reading.family.empty())
        given.resize(4);
    take(given, false);
    take(reading.family, true);
    name.given = number(joined(reading.given));
    name.family = number(joined(reading.family));
    name.whole = number(joined(reading.given) + joined(reading.family));
    return name;
}

template <class Number> std::vector<Name> number_names(const Record& record, Number&& number)
{
    std::vector<Name> names;
    for (std::size_t i = 0; i < record.names.size(); ++i)
        for (const auto& reading : read_name(record.names[i]))
            if (names.size() < names_max) {
                names.push_back(number_name(reading, number));
                names.back().text = static_cast<std::uint8_t>(std::min<std::size_t>(i, 255));
            }
    return names;
}

} // namespace

// "Md" alone is a name, and so is a single letter.
std::vector<std::string> telling_words(const std::string& latin_text)
{
    auto words = words_of(latin_text);
    std::vector<std::string> strong;
    std::copy_if(words.begin(), words.end(), std::back_inserter(strong),
                 [](const std::string& word) { return !is_weak(word); });
    return strong.empty() ? words : strong;
}

std::uint32_t Texts::number(std::string_view text)
{
    if (text.empty())
        return nothing;
    if (const auto found = numbers_.find(text); found != numbers_.end())
        return found->second;
    const auto made = static_cast<std::uint32_t>(texts_.size());
    const auto place = numbers_.emplace(std::string(text), made).first;
    texts_.push_back(&place->first);
    return made;
}

std::uint32_t Texts::find(std::string_view text) const
{
    const auto found = numbers_.find(text);
    return found == numbers_.end() ? nothing : found->second;
}

void Texts::make_room()
{
    numbers_.reserve(with_room(numbers_.size()));
    texts_.reserve(with_room(texts_.size()));
}

void Lexicon::make_room()
{
    words_.reserve(with_room(words_.size()));
    for (auto* texts : {&numbers_, &sounds_, &roughs_})
        texts->make_room();
    for (auto& texts : values_)
        texts.make_room();
}

Lexicon::Lexicon(std::vector<FieldKind> fields) : fields_(std::move(fields)), words_(1)
{
    if (fields_.size() > fields_max)
        fields_.resize(fields_max);
    values_.resize(fields_.size());
}

std::uint32_t Lexicon::word(std::string_view folded)
{
    const auto number = numbers_.number(folded);
    if (number < words_.size())
        return number;
    auto made = word_of(folded);
    made.sound = sounds_.number(made.skeleton);
    made.rough = roughs_.number(coarse(made.skeleton));
    words_.push_back(std::move(made));
    return number;
}

std::uint32_t Lexicon::find_word(std::string_view folded) const { return numbers_.find(folded); }

std::uint32_t Lexicon::enter_value(std::size_t field, std::string_view value)
{
    const auto text = comparable(fields_[field], value);
    if (fields_[field].kind == Kind::met)
        each_code(text, [&](std::string_view code) { values_[field].number(code); });
    return values_[field].number(text);
}

Entry Lexicon::enter(const Record& record)
{
    Entry entry;
    entry.names = number_names(record, [&](const std::string& one) { return word(one); });
    entry.birth = record.birth;
    entry.party = record.party;
    entry.values.resize(fields_.size());
    for (std::size_t i = 0; i < fields_.size() && i < record.values.size(); ++i)
        entry.values[i] = enter_value(i, record.values[i]);
    return entry;
}

Query make_query(const Lexicon& lexicon, const Record& record)
{
    Query query;
    const auto number = [&](const std::string& folded) -> std::uint32_t {
        if (folded.empty())
            return nothing;
        if (const auto known = lexicon.find_word(folded); known != nothing)
            return known;
        for (std::size_t i = 0; i < query.words.size(); ++i)
            if (query.words[i].folded == folded)
                return of_query + static_cast<std::uint32_t>(i);
        auto made = word_of(folded);
        made.sound = lexicon.find_sound(made.skeleton);
        made.rough = lexicon.find_rough(coarse(made.skeleton));
        query.words.push_back(std::move(made));
        return of_query + static_cast<std::uint32_t>(query.words.size() - 1);
    };
    query.entry.names = number_names(record, number);
    const auto& fields = lexicon.fields();
    query.entry.birth = record.birth;
    query.entry.values.resize(fields.size());
    query.values.resize(fields.size());
    for (std::size_t i = 0; i < fields.size() && i < record.values.size(); ++i) {
        auto value = comparable(fields[i], record.values[i]);
        if (value.empty())
            continue;
        query.entry.values[i] = lexicon.values(i).find(value);
        if (query.entry.values[i] == nothing) {
            query.entry.values[i] = of_query;
            query.values[i].push_back(std::move(value));
        }
    }
    return query;
}

std::vector<NameReading> read_name(const NameText& text)
{
    std::vector<NameReading> all;
    const auto comma = text.whole ? text.family.find(',') : std::string::npos;
    if (text.whole && comma == std::string::npos) {
        for (const auto& reading : readings(text.family))
            all.push_back(whole_name(reading));
    } else {
        const std::string_view family = text.family;
        const auto givens = readings(comma == std::string::npos ? std::string_view(text.given)
                                                                : family.substr(comma + 1));
        const auto families = readings(family.substr(0, comma));
        for (std::size_t i = 0; i < std::max(givens.size(), families.size()); ++i) {
            NameReading one;
            one.given = telling_words(givens[std::min(i, givens.size() - 1)]);
            one.family = telling_words(families[std::min(i, families.size() - 1)]);
            one.ordered = comma == std::string::npos;
            // Everything in one field: nobody says which is which.
            const bool is_heaped = (one.given.empty() && one.family.size() > 1) ||
                                   (one.family.empty() && one.given.size() > 1);
            if (is_heaped) {
                auto& full = one.given.empty() ? one.family : one.given;
                auto words = std::move(full);
                full.clear();
                one.family = {words.back()};
                words.pop_back();
                one.given = std::move(words);
                one.ordered = false;
            }
            all.push_back(std::move(one));
        }
    }
    std::erase_if(all,
                  [](const NameReading& one) { return one.given.empty() && one.family.empty(); });
    return all;
}

} // namespace match
