// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "people/match/index.h"
#include "people/match/words.h"

namespace match {

namespace {

std::uint32_t mixed(std::uint64_t kind, std::uint64_t one, std::uint64_t other)
{
    std::uint64_t key = (kind + 1) * 0x9E3779B97F4A7C15 + one;
    key = (key ^ (key >> 29)) * 0xBF58476D1CE4E5B9 + other;
    key = (key ^ (key >> 32)) * 0x94D049BB133111EB;
    return static_cast<std::uint32_t>(key >> 32);
}

enum Kinds : std::uint64_t {
    one_sound,
    two_sounds,
    two_roughs,
    two_beginnings,
    sound_and_letter,
    beginning,
    sound_year,
    rough_year,
    sound_day,
    whole_day,
    value_key,
};

std::uint64_t hash(std::string_view text)
{
    std::uint64_t made = 0xCBF29CE484222325;
    for (const char c : text)
        made = (made ^ static_cast<unsigned char>(c)) * 0x100000001B3;
    return made;
}

struct Sounds {
    std::uint64_t sound; // of the kin, where there is one
    std::uint64_t own;   // of the word itself
    std::uint64_t rough;
    std::uint64_t begins;
    char first;
    std::size_t letters;
};

Sounds sounds_of(const Word& word)
{
    Sounds made{};
    made.own = hash(word.skeleton);
    made.sound = word.kin != nothing ? word.kin : made.own;
    made.rough = hash(coarse(word.skeleton));
    made.begins = hash(std::string_view(word.folded).substr(0, 2));
    made.first = word.skeleton.empty() ? ' ' : word.skeleton[0];
    made.letters = word.folded.size();
    return made;
}

void add_pair(const Sounds& one, const Sounds& other, std::vector<std::uint32_t>& keys)
{
    const auto both = [&](Kinds kind, std::uint64_t a, std::uint64_t b) {
        keys.push_back(mixed(kind, std::min(a, b), std::max(a, b)));
    };
    both(two_sounds, one.sound, other.sound);
    both(two_roughs, one.rough, other.rough);
    both(two_beginnings, one.begins, other.begins);
    keys.push_back(mixed(sound_and_letter, one.sound, static_cast<unsigned char>(other.first)));
    keys.push_back(mixed(sound_and_letter, other.sound, static_cast<unsigned char>(one.first)));
}

void add_birth(const Sounds& one, const Birth& birth, bool is_query,
               std::vector<std::uint32_t>& keys)
{
    const auto year = static_cast<std::uint64_t>(birth.year);
    if (birth.year != 0) {
        keys.push_back(mixed(sound_year, one.sound, year));
        keys.push_back(mixed(rough_year, one.rough, year));
    }
    // Who tells a year may be off by one.
    if (is_query && birth.year != 0) {
        keys.push_back(mixed(sound_year, one.sound, year + 1));
        keys.push_back(mixed(sound_year, one.sound, year - 1));
    }
    if (birth.is_full() && !birth.is_heaped())
        keys.push_back(mixed(sound_day, one.sound, birth.swapless() % 1024));
}

} // namespace

void search_keys(const Comparer& comparer, const Entry& entry, bool is_query,
                 std::vector<std::uint32_t>& keys)
{
    keys.clear();
    for (const auto& name : entry.names) {
        std::array<Sounds, name_words_max> sounds;
        for (std::size_t i = 0; i < name.count; ++i) {
            const auto& word = comparer.word(name.words[i]);
            sounds[i] = sounds_of(word);
            keys.push_back(mixed(one_sound, sounds[i].sound, 0));
            if (word.folded.size() >= 3)
                keys.push_back(
                    mixed(beginning, hash(std::string_view(word.folded).substr(0, 3)), 0));
            add_birth(sounds[i], entry.birth, is_query, keys);
            for (std::size_t j = 0; j < i; ++j)
                add_pair(sounds[j], sounds[i], keys);
        }
        // Two words now written as one.
        const bool is_apart = name.count == 2 && name.whole != nothing;
        if (is_apart)
            keys.push_back(mixed(one_sound, hash(comparer.word(name.whole).skeleton), 0));
    }
    if (entry.birth.is_full())
        keys.push_back(mixed(whole_day, entry.birth.swapless(), 0));
    for (std::size_t i = 0; i < entry.values.size(); ++i)
        if (entry.values[i] != nothing && entry.values[i] < of_query &&
            comparer.kind(i) == Kind::number)
            keys.push_back(mixed(value_key, i, entry.values[i]));
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
}

} // namespace match
