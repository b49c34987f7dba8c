// SPDX-License-Identifier: EUPL-1.2
// Everybody of a set, written so that two can be compared fast: each word and each value once, with
// what follows from it.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "people/match/record.h"

namespace match {

// Of a large set room is made at once for those who will come.
constexpr std::size_t with_room(std::size_t size) { return size + size / 4 + 4096; }

constexpr std::uint32_t nothing = 0; // the number of no word and of no value
// Numbers from here on are of a query's own words, which the set does not have.
constexpr std::uint32_t of_query = 0x80000000;

struct Word {
    std::string folded;
    std::string skeleton;
    std::uint64_t letters = 0;     // letter_pairs
    std::uint64_t bones = 0;       // of the skeleton
    std::uint32_t sound = nothing; // the same number, the same skeleton
    std::uint32_t rough = nothing; // the same coarse skeleton
    std::uint32_t kin = nothing;
};

enum class Slot : std::uint8_t { given, family };

constexpr std::size_t name_words_max = 6;

// One way in which somebody is called.
struct Name {
    std::array<std::uint32_t, name_words_max> words{};
    std::uint32_t given = nothing; // all given names as one word; of one word itself
    std::uint32_t family = nothing;
    std::uint32_t whole = nothing;
    std::uint8_t count = 0;
    std::uint8_t families = 0; // bit i: word i is of the family name
    std::uint8_t text = 0;     // which of Record::names it is
    bool ordered = true;       // false: which is which is not known

    Slot slot(std::size_t i) const { return families >> i & 1 ? Slot::family : Slot::given; }
};

struct Entry {
    std::vector<Name> names;
    Birth birth;
    std::vector<std::uint32_t> values; // one for each field
    std::uint32_t party = 0;
};

// Records of one party are different persons.
inline bool of_one_party(const Entry& a, const Entry& b)
{
    return a.party != 0 && a.party == b.party;
}

// Of a value of several codes, with a space between.
template <class See> void each_code(std::string_view codes, See&& see)
{
    while (!codes.empty()) {
        const auto space = codes.find(' ');
        see(codes.substr(0, space));
        codes.remove_prefix(space == std::string_view::npos ? codes.size() : space + 1);
    }
}

// Texts and their numbers, from 1.
class Texts {
public:
    std::uint32_t number(std::string_view text);     // of a new one too; nothing of an empty one
    std::uint32_t find(std::string_view text) const; // nothing when it is not there
    const std::string& at(std::uint32_t number) const { return *texts_[number]; }
    std::size_t size() const { return texts_.size(); }
    void make_room(); // for a quarter more: until then no new text moves the others

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const
        {
            return std::hash<std::string_view>()(text);
        }
    };
    std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> numbers_;
    std::vector<const std::string*> texts_{nullptr};
};

// Words and values, as far as entries speak of them.
class Lexicon {
public:
    explicit Lexicon(std::vector<FieldKind> fields);

    const std::vector<FieldKind>& fields() const { return fields_; }
    std::uint32_t word(std::string_view folded);
    const Word& at(std::uint32_t number) const { return words_[number]; }
    std::size_t words() const { return words_.size(); }
    std::size_t sounds() const { return sounds_.size(); }
    // Of a field of Kind::met each code is a value too: what many share is counted by it.
    const Texts& values(std::size_t field) const { return values_[field]; }

    Entry enter(const Record& record);
    std::uint32_t enter_value(std::size_t field, std::string_view value);
    void make_room();

    // The same of somebody who is looked for; words that nobody has are kept in the second one.
    std::uint32_t find_word(std::string_view folded) const;
    std::uint32_t find_sound(std::string_view skeleton) const { return sounds_.find(skeleton); }
    std::uint32_t find_rough(std::string_view skeleton) const { return roughs_.find(skeleton); }

private:
    std::vector<FieldKind> fields_;
    Texts numbers_;
    Texts sounds_;
    Texts roughs_;
    std::vector<Word> words_;
    std::vector<Texts> values_;
};

// Somebody who is looked for: an entry, and the words and values that the set does not have.
struct Query {
    Entry entry;
    std::vector<Word> words;
    std::vector<std::vector<std::string>> values; // of each field
};
Query make_query(const Lexicon& lexicon, const Record& record);

// The words of a name with their parts; at most three ways of reading it.
struct NameReading {
    std::vector<std::string> given;
    std::vector<std::string> family;
    bool ordered = true;
};
std::vector<NameReading> read_name(const NameText& text);
// The words by which somebody is known, without particles and titles unless there are no others.
std::vector<std::string> telling_words(const std::string& latin_text);

} // namespace match
