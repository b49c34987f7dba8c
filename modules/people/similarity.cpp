// SPDX-License-Identifier: EUPL-1.2
#include "people/similarity.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "people/names.h"

namespace people {

namespace {

constexpr double very_likely_bits = 18;
constexpr double likely_bits = 11;
constexpr double possible_bits = 6;

void say(Similarity& similarity, double bits, const char* reason)
{
    similarity.bits += bits;
    similarity.reasons.emplace_back(reason);
}

// ---- names

enum class Likeness { none, slip, sound, same };

struct WordPair {
    Likeness likeness = Likeness::none;
    double bits = 0;
    NamePart part_a = NamePart::given;
    NamePart part_b = NamePart::given;
};

WordPair compare_words(const NameWord& a, const NameWord& b, const Frequencies& frequencies)
{
    WordPair pair{Likeness::none, 0, a.part, b.part};
    if (a.folded == b.folded) {
        pair.likeness = Likeness::same;
        pair.bits = std::clamp(-std::log2(frequencies.of_word(a.folded)), 3.0, 9.0);
    } else if (a.skeleton == b.skeleton) {
        pair.likeness = Likeness::sound;
        // Two consonants alone are shared by names that nobody would take for each other.
        const double most = a.skeleton.size() < 3 ? 4.0 : 6.5;
        pair.bits = std::clamp(-std::log2(frequencies.of_skeleton(a.skeleton)), 1.5, most);
    } else if (std::min(a.folded.size(), b.folded.size()) >= 5 &&
               one_slip_apart(a.folded, b.folded)) {
        pair.likeness = Likeness::slip;
        pair.bits = 4;
    }
    return pair;
}

struct FormComparison {
    double bits = 0;
    std::size_t same = 0; // words that are the same, letter by letter
    std::size_t differing = 0;
    std::vector<WordPair> pairs;
};

// Words are paired best first, in any order; what is left of the shorter form speaks against.
FormComparison compare_forms(const NameForm& a, const NameForm& b, const Frequencies& frequencies)
{
    struct Place {
        WordPair pair;
        std::size_t in_a;
        std::size_t in_b;
    };
    std::vector<Place> places;
    for (std::size_t i = 0; i < a.size(); ++i)
        for (std::size_t j = 0; j < b.size(); ++j)
            if (auto pair = compare_words(a[i], b[j], frequencies); pair.likeness != Likeness::none)
                places.push_back({pair, i, j});
    std::stable_sort(places.begin(), places.end(), [](const Place& one, const Place& other) {
        return one.pair.bits > other.pair.bits;
    });

    FormComparison found;
    std::vector<bool> used_a(a.size());
    std::vector<bool> used_b(b.size());
    for (const auto& place : places) {
        if (used_a[place.in_a] || used_b[place.in_b])
            continue;
        used_a[place.in_a] = used_b[place.in_b] = true;
        found.bits += place.pair.bits;
        found.same += place.pair.likeness == Likeness::same ? 1 : 0;
        found.pairs.push_back(place.pair);
    }
    found.differing = std::min(a.size(), b.size()) - found.pairs.size();
    found.bits -= 4.5 * static_cast<double>(found.differing);
    const auto longer = std::max(a.size(), b.size()) - std::min(a.size(), b.size());
    found.bits -= 0.3 * static_cast<double>(longer);
    return found;
}

const char* reason_of(const WordPair& pair)
{
    const auto is = [&](NamePart part) { return pair.part_a == part || pair.part_b == part; };
    if (is(NamePart::nickname))
        return "nickname_alike";
    if (is(NamePart::alias))
        return "alias_alike";
    if (pair.part_a != pair.part_b)
        return "names_swapped";
    const bool same = pair.likeness == Likeness::same;
    if (pair.part_a == NamePart::family)
        return same ? "family_name_same" : "family_name_sounds_alike";
    return same ? "given_name_same" : "given_name_sounds_alike";
}

// Of all the ways in which each is called, the two that agree best.
FormComparison compare_names(const Profile& a, const Profile& b, const Frequencies& frequencies)
{
    FormComparison best;
    bool any = false;
    for (const auto& form_a : a.forms)
        for (const auto& form_b : b.forms) {
            auto one = compare_forms(form_a, form_b, frequencies);
            if (!any || one.bits > best.bits)
                best = std::move(one);
            any = true;
        }
    return best;
}

void add_names(Similarity& similarity, const FormComparison& names)
{
    similarity.bits += std::max(names.bits, -9.0);
    for (const auto& pair : names.pairs) {
        const std::string reason = reason_of(pair);
        if (std::find(similarity.reasons.begin(), similarity.reasons.end(), reason) ==
            similarity.reasons.end())
            similarity.reasons.push_back(reason);
    }
    if (names.differing > 0)
        similarity.reasons.emplace_back("names_differ");
}

// ---- date of birth

// Who does not know the day is often written down as born on 1 January.
bool is_heaped(Date date) { return parts(date).month == 1 && parts(date).day == 1; }

bool day_and_month_swapped(Date a, Date b)
{
    const auto one = parts(a);
    const auto other = parts(b);
    return one.year == other.year && one.month == other.day && one.day == other.month;
}

void add_birth_year(Similarity& similarity, const Profile& a, const Profile& b)
{
    if (!a.birth_year || !b.birth_year)
        return;
    const bool estimated = a.birth_year_estimated || b.birth_year_estimated;
    const int apart = std::abs(*a.birth_year - *b.birth_year);
    if (apart == 0)
        return say(similarity, estimated ? 3.3 : 5, "same_birth_year");
    if (apart == 1 || (estimated && apart <= 3))
        return say(similarity, apart == 1 ? 1 : 0, "birth_year_near");
    say(similarity, (estimated ? -1 : -2.3) - std::min(4.0, apart / 5.0), "birth_year_differs");
}

void add_birth(Similarity& similarity, const Profile& a, const Profile& b)
{
    if (!a.birth_date || !b.birth_date)
        return add_birth_year(similarity, a, b);
    if (*a.birth_date == *b.birth_date) {
        similarity.telling |= !is_heaped(*a.birth_date);
        return say(similarity, is_heaped(*a.birth_date) ? 6.9 : 12.5, "same_birth_date");
    }
    if (day_and_month_swapped(*a.birth_date, *b.birth_date))
        return say(similarity, 9.1, "birth_date_swapped");
    if (parts(*a.birth_date).year == parts(*b.birth_date).year)
        return say(similarity, 1, "same_birth_year");
    add_birth_year(similarity, a, b);
}

// ---- the rest

void add_identifiers(Similarity& similarity, const Profile& a, const Profile& b)
{
    const bool shared =
        std::any_of(a.identifiers.begin(), a.identifiers.end(), [&](const std::string& one) {
            return std::find(b.identifiers.begin(), b.identifiers.end(), one) !=
                   b.identifiers.end();
        });
    if (shared) {
        similarity.telling = true;
        say(similarity, 25, "same_identifier");
    } else if (!a.codice_fiscale.empty() && !b.codice_fiscale.empty()) {
        say(similarity, -8, "identifier_differs");
    }
}

void add_phone(Similarity& similarity, const Profile& a, const Profile& b)
{
    if (a.phone.empty() || a.phone != b.phone)
        return;
    similarity.telling = true;
    say(similarity, 13, "same_phone");
}

void add_gender_and_citizenship(Similarity& similarity, const Profile& a, const Profile& b)
{
    if (!a.gender.empty() && !b.gender.empty()) {
        if (a.gender == b.gender)
            similarity.bits += 0.9;
        else
            say(similarity, -5.5, "gender_differs");
    }
    if (!a.citizenship.empty() && !b.citizenship.empty()) {
        if (a.citizenship == b.citizenship)
            say(similarity, 3, "same_citizenship");
        else
            say(similarity, -5, "citizenship_differs");
    }
}

} // namespace

std::string_view Similarity::strength() const
{
    if (bits >= very_likely_bits && telling)
        return "very_likely";
    if (bits >= likely_bits)
        return "likely";
    return bits >= possible_bits ? "possible" : "";
}

Similarity compare(const Profile& a, const Profile& b, const Frequencies& frequencies)
{
    Similarity similarity;
    add_identifiers(similarity, a, b);
    add_phone(similarity, a, b);
    const auto names = compare_names(a, b, frequencies);
    add_names(similarity, names);
    add_birth(similarity, a, b);
    add_gender_and_citizenship(similarity, a, b);

    // The whole name to the letter and the year: not proof, but nobody should add such a person
    // unseen.
    similarity.telling |=
        names.same >= 2 && names.differing == 0 && a.birth_year && a.birth_year == b.birth_year;
    return similarity;
}

} // namespace people
