// SPDX-License-Identifier: EUPL-1.2
// How well two entries agree, field by field, as levels: what is learnt, weighed and explained.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "people/match/roll.h"

namespace match {

enum class NameLevel : std::uint8_t {
    missing,
    differs,
    partly,     // one word of it agrees, another does not
    initial,    // a single letter that fits
    near,       // some likeness
    beginning,  // one begins as the other: Nafi, Nafissatou
    slip,       // a letter or two
    sound_far,  // the same consonants, else unlike
    sound,      // the same by ear
    kin,        // two forms of one name
    more_words, // the same, and one has words more
    same,
};
constexpr std::size_t name_levels = 12;

enum class ValueLevel : std::uint8_t { missing, differs, far, near, same };
constexpr std::size_t value_levels = 5;

// Of two values of several codes (Kind::codes, Kind::met), which are sorted, with a space between.
template <class See> void each_shared_code(std::string_view a, std::string_view b, See&& see)
{
    const auto next = [](std::string_view codes) { return codes.substr(0, codes.find(' ')); };
    const auto pass = [&](std::string_view& codes) {
        codes.remove_prefix(std::min(next(codes).size() + 1, codes.size()));
    };
    while (!a.empty() && !b.empty()) {
        const auto order = next(a).compare(next(b));
        if (order == 0)
            see(next(a));
        pass(order < 0 ? a : b);
    }
}

// Where the levels of a pair stand.
constexpr std::size_t given_place = 0;
constexpr std::size_t family_place = 1;
constexpr std::size_t birth_place = 2;
constexpr std::size_t values_place = 3;
constexpr std::size_t places_max = values_place + fields_max;
constexpr std::size_t levels_max = 12;

struct Pair {
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    std::array<std::uint8_t, places_max> levels{};
    bool crossed = false; // a given name agrees with a family name
    // Which of the names of either (Record::names) agree best.
    std::uint8_t name_a = 0;
    std::uint8_t name_b = 0;
    // The words that agree, of either: their frequency is evidence. Of the set, or of the query.
    std::array<std::uint32_t, 2> words_a{};
    std::array<std::uint32_t, 2> words_b{};
};

// How the words of two names are paired.
struct Pairing {
    std::array<std::int8_t, name_words_max> partner{}; // of a's words, in b; -1: none
    std::array<NameLevel, name_words_max> level{};
    std::uint8_t used_b = 0;
};

// Not for two threads at once: it remembers what words it has compared.
class Comparer {
public:
    explicit Comparer(const Lexicon& lexicon, std::size_t remembers = std::size_t{1} << 18);

    void compare(const Entry& a, const Entry& b, Pair& pair);
    // `query` lives as long as it is compared.
    void look_for(const Query* query);

    NameLevel compare_words(std::uint32_t a, std::uint32_t b);
    ValueLevel compare_values(std::size_t field, std::uint32_t a, std::uint32_t b);
    const Lexicon& lexicon() const { return lexicon_; }
    const Word& word(std::uint32_t number) const;
    Kind kind(std::size_t field) const { return lexicon_.fields()[field].kind; }
    std::string_view value(std::size_t field, std::uint32_t number) const;

private:
    struct Remembered {
        std::uint64_t key = 0;
        std::uint32_t generation = 0; // of the query whose own words these are; 0: of the set's
        std::uint8_t level = 0;
    };
    template <class Compute>
    std::uint8_t remember(std::uint64_t key, bool is_of_query, Compute&& compute);
    void join_words(const Name& a, const Name& b, Pairing& pairing, int& joined_a) const;
    void compare_names(const Name& a, const Name& b, Pair& pair);

    const Lexicon& lexicon_;
    const Query* query_ = nullptr;
    std::uint32_t generation_ = 1;
    std::vector<Remembered> remembered_; // a power of two
};

// Names of levels, as explanations and tables say them.
const char* code_of(NameLevel level);
const char* code_of(BirthLevel level);
const char* code_of(ValueLevel level);

} // namespace match
