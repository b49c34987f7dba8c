// SPDX-License-Identifier: EUPL-1.2
#include "people/match/compare.h"

#include <algorithm>
#include <bit>

#include "people/match/edit.h"
#include "people/match/words.h"

namespace match {

namespace {

// What a level is worth while the best of several ways to pair words is looked for.
constexpr std::array<std::int8_t, name_levels> worth{0, -4, 1, 1, 2, 4, 5, 4, 6, 7, 7, 9};

std::uint64_t mixed(std::uint64_t key)
{
    key ^= key >> 31;
    key *= 0x9E3779B97F4A7C15;
    return key ^ (key >> 29);
}

// "mhmd" is in "mohamed": short vowels are not written in Arabic and Hebrew.
bool is_within(std::string_view few, std::string_view more)
{
    if (few.size() > more.size())
        std::swap(few, more);
    std::size_t at = 0;
    for (const char c : more)
        at += at < few.size() && few[at] == c ? 1 : 0;
    return at == few.size();
}

// Gamal in Cairo is Jamal elsewhere, and so is what an Italian or a Frenchman writes with a g.
bool is_g_for_j(std::string_view a, std::string_view b)
{
    return a.size() == b.size() && a.size() > 1 &&
           std::equal(a.begin(), a.end(), b.begin(), [](char one, char other) {
               return one == other || (one == 'g' && other == 'j') || (one == 'j' && other == 'g');
           });
}

NameLevel level_of(const Word& a, const Word& b)
{
    if (a.kin != nothing && a.kin == b.kin)
        return NameLevel::kin;
    const auto& one = a.folded;
    const auto& other = b.folded;
    const auto shorter = std::min(one.size(), other.size());
    if (shorter == 1)
        return one[0] == other[0] ? NameLevel::initial : NameLevel::differs;
    const double alike = likeness(one, other);
    if (a.skeleton == b.skeleton)
        return alike >= 0.8 || is_within(one, other) ? NameLevel::sound : NameLevel::sound_far;
    const int slips_allowed = shorter >= 7 ? 2 : 1;
    if (shorter >= 4 && slips_apart(one, other, slips_allowed) <= slips_allowed)
        return NameLevel::slip;
    const bool begins = shorter >= 3 && (one.starts_with(other) || other.starts_with(one));
    if (begins)
        return NameLevel::beginning;
    const bool rough = a.rough == b.rough && a.rough != nothing && a.skeleton.size() > 2;
    const auto bones = std::min(a.skeleton.size(), b.skeleton.size());
    if (rough || is_g_for_j(a.skeleton, b.skeleton) || alike >= 0.85 ||
        (shorter == 3 && slips_apart(one, other, 1) <= 1) ||
        (bones >= 3 && slips_apart(a.skeleton, b.skeleton, 1) <= 1) ||
        (shorter >= 5 && slips_apart(one, other, 2) <= 2))
        return NameLevel::near;
    return NameLevel::differs;
}

// Words that share hardly a pair of letters, written and by ear, are not looked at closely.
bool are_far(const Word& a, const Word& b)
{
    const auto at_most_one = [](std::uint64_t bits) { return (bits & (bits - 1)) == 0; };
    return at_most_one(a.letters & b.letters) && at_most_one(a.bones & b.bones) && a.kin != b.kin &&
           a.folded.size() > 1 && b.folded.size() > 1 && a.rough != b.rough;
}

ValueLevel level_of_number(std::string_view a, std::string_view b)
{
    const auto slips = slips_apart(a, b, 2);
    const auto length = std::min(a.size(), b.size());
    if (slips <= 1 && length >= 4)
        return ValueLevel::near;
    const bool begins = length >= 4 && a.substr(0, length / 2) == b.substr(0, length / 2);
    return (slips == 2 && length >= 6) || (begins && length <= 8) ? ValueLevel::far
                                                                  : ValueLevel::differs;
}

// Words of a text that the other has too, of the shorter one's.
bool shares_half(std::string_view a, std::string_view b)
{
    int words = 0;
    int shared = 0;
    if (a.size() > b.size())
        std::swap(a, b);
    while (!a.empty()) {
        const auto space = a.find(' ');
        const auto word = a.substr(0, space);
        if (word.size() > 2) {
            ++words;
            const auto at = b.find(word);
            shared += at != std::string_view::npos ? 1 : 0;
        }
        a = space == std::string_view::npos ? std::string_view() : a.substr(space + 1);
    }
    return words > 0 && 2 * shared >= words;
}

ValueLevel level_of_text(std::string_view a, std::string_view b)
{
    const auto length = std::min(a.size(), b.size());
    if ((length >= 4 && slips_apart(a, b, 1) <= 1) || (length >= 8 && slips_apart(a, b, 2) <= 2))
        return ValueLevel::near;
    if (likeness(a, b) >= 0.88 || shares_half(a, b))
        return ValueLevel::far;
    return ValueLevel::differs;
}

bool share_a_code(std::string_view a, std::string_view b)
{
    bool any = false;
    each_shared_code(a, b, [&](std::string_view) { any = true; });
    return any;
}

struct Place {
    std::int16_t worth;
    std::uint8_t i;
    std::uint8_t j;
    NameLevel level;
};

// Best first, each word once; of equal ones those that stand in the same part.
Pairing pair_words(const Name& a, const Name& b, Comparer& comparer)
{
    std::array<Place, name_words_max * name_words_max> places;
    std::size_t count = 0;
    for (std::uint8_t i = 0; i < a.count; ++i)
        for (std::uint8_t j = 0; j < b.count; ++j) {
            const auto level = comparer.compare_words(a.words[i], b.words[j]);
            if (level <= NameLevel::differs)
                continue;
            const bool same_part = a.slot(i) == b.slot(j);
            places[count++] = {
                static_cast<std::int16_t>(worth[static_cast<std::size_t>(level)] * 4 +
                                          (same_part ? 1 : 0)),
                i, j, level};
        }
    Pairing pairing;
    pairing.partner.fill(-1);
    std::stable_sort(places.begin(), places.begin() + count,
                     [](const Place& one, const Place& other) { return one.worth > other.worth; });
    for (std::size_t k = 0; k < count; ++k) {
        const auto& place = places[k];
        if (pairing.partner[place.i] >= 0 || (pairing.used_b >> place.j & 1) != 0)
            continue;
        pairing.partner[place.i] = static_cast<std::int8_t>(place.j);
        pairing.level[place.i] = place.level;
        pairing.used_b |= static_cast<std::uint8_t>(1 << place.j);
    }
    return pairing;
}

// "fathi zadeh" and "fathizadeh": two words of the one are a single word of the other.
bool is_joined(const Word& first, const Word& second, const Word& whole)
{
    const auto& bones = whole.skeleton;
    const auto length = first.skeleton.size() + second.skeleton.size();
    if (bones.size() < 3 || bones.size() + 1 < length || bones.size() > length ||
        !bones.starts_with(first.skeleton))
        return false;
    const auto joined = first.folded + second.folded;
    return joined == whole.folded || skeleton(joined) == bones;
}

// `wide` has more words than `narrow`: finds those of which two are one.
template <class See>
void find_joined(const Name& wide, const Name& narrow, const Comparer& comparer, See&& see)
{
    for (std::size_t i = 0; i + 1 < wide.count; ++i)
        for (std::size_t j = 0; j < narrow.count; ++j)
            if (is_joined(comparer.word(wide.words[i]), comparer.word(wide.words[i + 1]),
                          comparer.word(narrow.words[j])))
                see(i, j);
}

struct SlotLevel {
    NameLevel level = NameLevel::missing;
    std::uint32_t word_a = nothing;
    std::uint32_t word_b = nothing;
};

} // namespace

Comparer::Comparer(const Lexicon& lexicon, std::size_t remembers)
    : lexicon_(lexicon), remembered_(remembers)
{
}

void Comparer::look_for(const Query* query)
{
    query_ = query;
    ++generation_; // what was remembered of another query's own words is not of this one's
}

const Word& Comparer::word(std::uint32_t number) const
{
    return number < of_query ? lexicon_.at(number) : query_->words[number - of_query];
}

std::string_view Comparer::value(std::size_t field, std::uint32_t number) const
{
    return number < of_query ? lexicon_.values(field).at(number)
                             : query_->values[field][number - of_query];
}

template <class Compute>
std::uint8_t Comparer::remember(std::uint64_t key, bool is_of_query, Compute&& compute)
{
    auto& place = remembered_[mixed(key) & (remembered_.size() - 1)];
    const auto generation = is_of_query ? generation_ : 0;
    if (place.key != key || place.generation != generation)
        place = {key, generation, compute()};
    return place.level;
}

NameLevel Comparer::compare_words(std::uint32_t a, std::uint32_t b)
{
    if (a == b)
        return NameLevel::same;
    if (a < b)
        std::swap(a, b);
    const auto& one = word(a);
    const auto& other = word(b);
    if (are_far(one, other))
        return NameLevel::differs;
    return static_cast<NameLevel>(remember(std::uint64_t{a} << 32 | b, a >= of_query, [&] {
        return static_cast<std::uint8_t>(level_of(one, other));
    }));
}

ValueLevel Comparer::compare_values(std::size_t field, std::uint32_t a, std::uint32_t b)
{
    if (a == nothing || b == nothing)
        return ValueLevel::missing;
    if (a == b)
        return ValueLevel::same;
    if (lexicon_.fields()[field].kind == Kind::code)
        return ValueLevel::differs;
    const bool is_met = lexicon_.fields()[field].kind == Kind::met;
    if (is_met || lexicon_.fields()[field].kind == Kind::codes)
        return !share_a_code(value(field, a), value(field, b)) ? ValueLevel::differs
               : is_met                                        ? ValueLevel::same
                                                               : ValueLevel::near;
    if (a < b)
        std::swap(a, b);
    const auto compute = [&] {
        const auto one = value(field, a);
        const auto other = value(field, b);
        return static_cast<std::uint8_t>(lexicon_.fields()[field].kind == Kind::number
                                             ? level_of_number(one, other)
                                             : level_of_text(one, other));
    };
    // The second word of a key holds the field; there are not so many values.
    const auto key = (std::uint64_t{a} << 32 | b) ^ (std::uint64_t{field + 1} << 27);
    return static_cast<ValueLevel>(remember(key | std::uint64_t{1} << 62, a >= of_query, compute));
}

void Comparer::join_words(const Name& a, const Name& b, Pairing& pairing, int& joined_a) const
{
    const auto is_well_paired = [&](std::size_t i) {
        return pairing.partner[i] >= 0 && pairing.level[i] >= NameLevel::sound;
    };
    if (a.count > b.count)
        find_joined(a, b, *this, [&](std::size_t i, std::size_t j) {
            if (is_well_paired(i) || is_well_paired(i + 1))
                return;
            for (auto& partner : pairing.partner)
                partner = partner == static_cast<std::int8_t>(j) ? std::int8_t{-1} : partner;
            if (pairing.partner[i + 1] >= 0)
                pairing.used_b &= static_cast<std::uint8_t>(~(1 << pairing.partner[i + 1]));
            pairing.partner[i + 1] = -1;
            pairing.partner[i] = static_cast<std::int8_t>(j);
            pairing.level[i] = NameLevel::sound;
            pairing.used_b |= static_cast<std::uint8_t>(1 << j);
            joined_a |= 1 << (i + 1);
        });
    else
        find_joined(b, a, *this, [&](std::size_t j, std::size_t i) {
            if (is_well_paired(i))
                return;
            pairing.partner[i] = static_cast<std::int8_t>(j);
            pairing.level[i] = NameLevel::sound;
            pairing.used_b |= static_cast<std::uint8_t>(3 << j);
        });
}

void Comparer::compare_names(const Name& a, const Name& b, Pair& pair)
{
    auto pairing = pair_words(a, b, *this);
    int joined_a = 0; // of a's words that are half of one of b's
    if (a.count != b.count)
        join_words(a, b, pairing, joined_a);
    const bool by_b = !a.ordered && b.ordered; // whose parts are known says which part it is
    std::array<SlotLevel, 2> found;
    std::array<int, 2> left{};
    int left_b = b.count - std::popcount(pairing.used_b);
    pair.crossed = false;
    for (std::size_t i = 0; i < a.count; ++i) {
        if (pairing.partner[i] < 0) {
            if ((joined_a >> i & 1) != 0)
                continue;
            ++left[static_cast<std::size_t>(a.slot(i))];
            continue;
        }
        const auto j = static_cast<std::size_t>(pairing.partner[i]);
        const auto slot = static_cast<std::size_t>(by_b ? b.slot(j) : a.slot(i));
        pair.crossed |= a.ordered && b.ordered && a.slot(i) != b.slot(j);
        auto& one = found[slot];
        const bool first = one.level == NameLevel::missing;
        const bool is_worse = first || pairing.level[i] < one.level;
        if (is_worse) {
            one.level = pairing.level[i];
            one.word_a = a.words[i];
            one.word_b = b.words[j];
        }
    }
    const bool whole = a.whole == b.whole && a.whole != nothing;
    for (std::size_t slot = 0; slot < 2; ++slot) {
        auto& one = found[slot];
        const auto in_a = slot == 0 ? a.given : a.family;
        const auto in_b = slot == 0 ? b.given : b.family;
        if ((in_a == in_b && in_a != nothing) || (whole && in_a != nothing)) {
            one = {NameLevel::same, in_a, in_a == in_b ? in_b : in_a};
            left_b = whole ? 0 : left_b;
        } else if (one.level == NameLevel::missing) {
            // Nothing of this part agrees: it differs where the other has words left.
            if (left[slot] > 0 && left_b > 0) {
                one.level = NameLevel::differs;
                left_b -= 1;
            }
        } else if (left_b > 0 && (left[slot] > 0 || one.level == NameLevel::initial)) {
            one.level = NameLevel::partly; // one letter fits somebody who has names enough
            left_b -= 1;
        } else if (one.level == NameLevel::same && (left[slot] > 0 || left_b > 0)) {
            one.level = NameLevel::more_words;
        }
        pair.levels[slot] = static_cast<std::uint8_t>(one.level);
        pair.words_a[slot] = one.word_a;
        pair.words_b[slot] = one.word_b;
    }
}

void Comparer::compare(const Entry& a, const Entry& b, Pair& pair)
{
    int best = -1000;
    Pair one;
    for (const auto& name_a : a.names)
        for (const auto& name_b : b.names) {
            compare_names(name_a, name_b, one);
            const int sum = worth[one.levels[given_place]] + worth[one.levels[family_place]];
            if (sum <= best)
                continue;
            best = sum;
            for (const auto place : {given_place, family_place}) {
                pair.levels[place] = one.levels[place];
                pair.words_a[place] = one.words_a[place];
                pair.words_b[place] = one.words_b[place];
            }
            pair.crossed = one.crossed;
            pair.name_a = name_a.text;
            pair.name_b = name_b.text;
        }
    if (best == -1000) {
        pair.levels[given_place] = pair.levels[family_place] = 0;
        pair.crossed = false;
    }
    pair.levels[birth_place] = static_cast<std::uint8_t>(match::compare(a.birth, b.birth));
    for (std::size_t i = 0; i < lexicon_.fields().size(); ++i)
        pair.levels[values_place + i] =
            static_cast<std::uint8_t>(compare_values(i, a.values[i], b.values[i]));
}

const char* code_of(NameLevel level)
{
    static constexpr std::array<const char*, name_levels> codes{
        "missing", "differs",   "partly", "initial", "near",       "beginning",
        "slip",    "sound_far", "sound",  "kin",     "more_words", "same"};
    return codes[static_cast<std::size_t>(level)];
}

const char* code_of(BirthLevel level)
{
    static constexpr std::array<const char*, birth_levels> codes{
        "missing",   "differs",  "year_near", "same_year", "about",
        "two_slips", "one_slip", "swapped",   "same"};
    return codes[static_cast<std::size_t>(level)];
}

const char* code_of(ValueLevel level)
{
    static constexpr std::array<const char*, value_levels> codes{"missing", "differs", "far",
                                                                 "near", "same"};
    return codes[static_cast<std::size_t>(level)];
}

} // namespace match
