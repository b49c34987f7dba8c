// SPDX-License-Identifier: EUPL-1.2
// How common words, sounds, days and values are among persons: what many share is little evidence.
#pragma once

#include <array>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "people/match/roll.h"

namespace match {

// Of each number, how many persons have it.
class Counts {
public:
    template <class Set> void put(const Set& numbers, int sign)
    {
        for (const auto number : numbers)
            add(number, sign);
    }
    double at(std::uint32_t number) const { return number < counts_.size() ? counts_[number] : 0; }
    // Most of what one person has nobody else has. By how much a count says too much is told by how
    // many numbers were counted once and how many twice (absolute discounting: H. Ney, U. Essen,
    // R. Kneser, On structuring probabilistic dependences, Computer Speech and Language 8, 1994).
    double discount() const { return (once_ + 1) / (once_ + 2 * twice_ + 2); }
    double chance_same() const;
    void make_room() { counts_.reserve(with_room(counts_.size())); }

private:
    void add(std::uint32_t number, int sign);

    std::vector<std::int32_t> counts_;
    double once_ = 0; // numbers that one person has
    double twice_ = 0;
};

// How many persons share a word, a sound, a day, a value.
class Frequencies {
public:
    explicit Frequencies(const Lexicon& lexicon);

    // One person, known by these records.
    void add(const std::vector<const Entry*>& records) { count(records, 1); }
    void take_back(const std::vector<const Entry*>& records) { count(records, -1); }
    // Everybody: `persons` numbers the person of each record from 0; empty, each record is one.
    void add_all(const std::vector<Entry>& entries, const std::vector<std::uint32_t>& persons);

    void make_room(); // as the lexicon does

    double persons() const { return persons_; }
    // As if so many others had been counted: of a handful of persons nothing is common or rare yet.
    void take_for_granted(double persons) { granted_ = persons; }
    double granted() const { return granted_; }
    double of_word(Slot slot, std::uint32_t word) const;
    double of_sound(Slot slot, std::uint32_t sound) const;
    double of_kin(Slot slot, std::uint32_t kin) const;
    double of_sounds(std::uint32_t given, std::uint32_t family) const;
    double of_birth(const Birth& birth) const;
    double of_year(int year) const;
    double of_value(std::size_t field, std::uint32_t value) const;
    // What is taken off a count, so that what was seen once is not taken to be as common as that.
    // Of a name at most half: relatives bear a rare one together.
    double discount_of_word(Slot slot) const;
    double discount_of_sound(Slot slot) const;
    double discount_of_kin(Slot slot) const;
    double discount_of_value(std::size_t field) const;
    // The chance that two persons have the same: the sum of squares.
    double chance_same_word(Slot slot) const;
    double chance_same_birth() const;
    double chance_same_value(std::size_t field) const;

private:
    void count(const std::vector<const Entry*>& records, int sign);
    void count_words(const std::vector<const Entry*>& records, int sign);

    const Lexicon& lexicon_;
    double persons_ = 0;
    double granted_ = 0;
    std::array<Counts, 2> words_; // of given names, of family names
    std::array<Counts, 2> sounds_;
    std::array<Counts, 2> kins_;
    std::unordered_map<std::uint64_t, std::int32_t> pairs_of_sounds_;
    std::unordered_map<std::uint32_t, std::int32_t> births_;
    Counts years_;
    std::vector<Counts> values_;
};

} // namespace match
