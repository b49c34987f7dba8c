// SPDX-License-Identifier: EUPL-1.2
#include "people/match/frequencies.h"

#include <algorithm>

namespace match {

namespace {

constexpr double of_name_max = 0.5;

// A small set, sorted: of a person there are a few words.
class Few {
public:
    void insert(std::uint32_t number)
    {
        if (number != nothing &&
            std::find(numbers_.begin(), numbers_.end(), number) == numbers_.end())
            numbers_.push_back(number);
    }
    auto begin() const { return numbers_.begin(); }
    auto end() const { return numbers_.end(); }

private:
    std::vector<std::uint32_t> numbers_;
};

std::uint64_t both(std::uint32_t one, std::uint32_t other)
{
    return one < other ? std::uint64_t{one} << 32 | other : std::uint64_t{other} << 32 | one;
}

} // namespace

void Counts::add(std::uint32_t number, int sign)
{
    if (number >= counts_.size())
        counts_.resize(number + std::size_t{1});
    auto& count = counts_[number];
    once_ += (count + sign == 1) - (count == 1);
    twice_ += (count + sign == 2) - (count == 2);
    count += sign;
}

double Counts::chance_same() const
{
    double all = 0;
    double squares = 0;
    for (std::size_t i = 1; i < counts_.size(); ++i) {
        all += counts_[i];
        squares += static_cast<double>(counts_[i]) * (counts_[i] - 1);
    }
    return all < 2 ? 0 : squares / all / (all - 1);
}

Frequencies::Frequencies(const Lexicon& lexicon) : lexicon_(lexicon)
{
    values_.resize(lexicon.fields().size());
}

void Frequencies::make_room()
{
    const auto widen = [](Counts& counts) { counts.make_room(); };
    for (auto* both : {&words_, &sounds_, &kins_})
        for (auto& counts : *both)
            widen(counts);
    for (auto& counts : values_)
        widen(counts);
    pairs_of_sounds_.reserve(with_room(pairs_of_sounds_.size()));
    births_.reserve(with_room(births_.size()));
}

void Frequencies::add_all(const std::vector<Entry>& entries,
                          const std::vector<std::uint32_t>& persons)
{
    std::vector<std::vector<const Entry*>> groups(entries.size());
    for (std::size_t i = 0; i < entries.size(); ++i)
        groups[persons.empty() ? i : persons[i]].push_back(&entries[i]);
    for (const auto& group : groups)
        if (!group.empty())
            add(group);
}

void Frequencies::count(const std::vector<const Entry*>& records, int sign)
{
    persons_ += sign;
    count_words(records, sign);
    Few births;
    Few years;
    for (const auto* record : records) {
        births.insert(record->birth.number());
        years.insert(static_cast<std::uint32_t>(record->birth.year));
    }
    for (const auto birth : births)
        births_[birth] += sign;
    years_.put(years, sign);
    for (std::size_t i = 0; i < values_.size(); ++i) {
        Few values;
        for (const auto* record : records) {
            const auto value = record->values[i];
            if (value != nothing && lexicon_.fields()[i].kind == Kind::met)
                each_code(lexicon_.values(i).at(value), [&](std::string_view code) {
                    values.insert(lexicon_.values(i).find(code));
                });
            else
                values.insert(value);
        }
        values_[i].put(values, sign);
    }
}

void Frequencies::count_words(const std::vector<const Entry*>& records, int sign)
{
    std::array<Few, 2> words;
    std::array<Few, 2> sounds;
    std::array<Few, 2> kins;
    std::vector<std::uint64_t> pairs;
    for (const auto* record : records)
        for (const auto& name : record->names) {
            for (std::size_t i = 0; i < name.count; ++i) {
                const auto& word = lexicon_.at(name.words[i]);
                const auto slot = static_cast<std::size_t>(name.slot(i));
                words[slot].insert(name.words[i]);
                sounds[slot].insert(word.sound);
                kins[slot].insert(word.kin);
                for (std::size_t j = i + 1; j < name.count; ++j)
                    pairs.push_back(both(word.sound, lexicon_.at(name.words[j]).sound));
            }
            words[0].insert(name.given);
            words[1].insert(name.family);
        }
    for (std::size_t slot = 0; slot < 2; ++slot) {
        words_[slot].put(words[slot], sign);
        sounds_[slot].put(sounds[slot], sign);
        kins_[slot].put(kins[slot], sign);
    }
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    for (const auto pair : pairs)
        pairs_of_sounds_[pair] += sign;
}

double Frequencies::of_word(Slot slot, std::uint32_t word) const
{
    return words_[static_cast<std::size_t>(slot)].at(word);
}

double Frequencies::of_sound(Slot slot, std::uint32_t sound) const
{
    return sounds_[static_cast<std::size_t>(slot)].at(sound);
}

double Frequencies::of_kin(Slot slot, std::uint32_t kin) const
{
    return kins_[static_cast<std::size_t>(slot)].at(kin);
}

double Frequencies::discount_of_word(Slot slot) const
{
    return std::min(words_[static_cast<std::size_t>(slot)].discount(), of_name_max);
}

double Frequencies::discount_of_sound(Slot slot) const
{
    return std::min(sounds_[static_cast<std::size_t>(slot)].discount(), of_name_max);
}

double Frequencies::discount_of_kin(Slot slot) const
{
    return std::min(kins_[static_cast<std::size_t>(slot)].discount(), of_name_max);
}

double Frequencies::discount_of_value(std::size_t field) const { return values_[field].discount(); }

double Frequencies::of_sounds(std::uint32_t given, std::uint32_t family) const
{
    const auto found = pairs_of_sounds_.find(both(given, family));
    return found == pairs_of_sounds_.end() ? 0 : found->second;
}

double Frequencies::of_birth(const Birth& birth) const
{
    const auto found = births_.find(birth.number());
    return found == births_.end() ? 0 : found->second;
}

double Frequencies::of_year(int year) const { return years_.at(static_cast<std::uint32_t>(year)); }

double Frequencies::of_value(std::size_t field, std::uint32_t value) const
{
    return values_[field].at(value);
}

double Frequencies::chance_same_word(Slot slot) const
{
    return words_[static_cast<std::size_t>(slot)].chance_same();
}

double Frequencies::chance_same_birth() const
{
    double all = 0;
    double squares = 0;
    for (const auto& [birth, count] : births_) {
        all += count;
        squares += static_cast<double>(count) * (count - 1);
    }
    return all < 2 ? 0 : squares / all / (all - 1);
}

double Frequencies::chance_same_value(std::size_t field) const
{
    return values_[field].chance_same();
}

} // namespace match
