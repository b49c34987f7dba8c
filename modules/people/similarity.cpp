// SPDX-License-Identifier: EUPL-1.2
#include "people/similarity.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace people {

namespace {

// An office gives a number to one person; and yet papers are lent.
constexpr double shared_identifier_bits = 25;
constexpr double other_fiscal_code_bits = -8;

constexpr double much_bits = 6;
constexpr double some_bits = 2;
constexpr double silent_bits = 0.1;

// Fields and degrees of match/, as codes of similarity_reason.
std::string code_of(const match::Reason& reason, MetAlike met)
{
    static const std::map<std::string, std::string, std::less<>> degrees{
        {"same", "same"},
        {"more_words", "more_words"},
        {"kin", "kin"},
        {"sound", "sounds_alike"},
        {"sound_far", "sounds_alike"},
        {"slip", "slip"},
        {"beginning", "begins"},
        {"near", "near"},
        {"initial", "initial"},
        {"partly", "partly"},
        {"differs", "differs"}};
    static const std::map<std::string, std::string, std::less<>> births{
        {"same", "same_birth_date"},      {"swapped", "birth_date_swapped"},
        {"one_slip", "birth_date_slip"},  {"two_slips", "birth_date_partly"},
        {"about", "same_birth_year"},     {"same_year", "birth_day_differs"},
        {"year_near", "birth_year_near"}, {"differs", "birth_differs"}};
    static const std::map<std::string, std::string, std::less<>> values{
        {"sex same", "gender_same"},
        {"sex differs", "gender_differs"},
        {"country same", "same_citizenship"},
        {"country differs", "citizenship_differs"},
        {"language same", "same_languages"},
        {"language near", "language_shared"},
        {"language differs", "languages_differ"},
        {"met differs", "met_elsewhere"},
        {"phone same", "same_phone"},
        {"phone near", "phone_slip"},
        {"phone far", "phone_partly"},
        {"phone differs", "phone_differs"},
        {"names_together often", "names_common"},
        {"order crossed", "names_swapped"}};
    if (reason.field == "birth")
        return births.at(reason.code);
    if (reason.field == "met" && reason.code == "same")
        return met.district && met.team ? "met_same_area_and_team"
               : met.team               ? "met_same_team"
                                        : "met_same_area";
    const bool is_name = reason.field == "given" || reason.field == "family";
    return is_name ? reason.field + "_name_" + degrees.at(reason.code)
                   : values.at(reason.field + " " + reason.code);
}

const char* weight_of(double bits)
{
    const double loud = std::abs(bits);
    if (bits > 0)
        return loud >= much_bits ? "for_much" : loud >= some_bits ? "for_some" : "for_little";
    return loud >= much_bits   ? "against_much"
           : loud >= some_bits ? "against_some"
                               : "against_little";
}

// By another of the names of one of them than the first.
bool is_by_other_name(const match::Pair& pair)
{
    constexpr auto least = static_cast<std::uint8_t>(match::NameLevel::slip);
    return (pair.name_a > 0 || pair.name_b > 0) &&
           (pair.levels[match::given_place] >= least || pair.levels[match::family_place] >= least);
}

bool is_whole_name_and_year(const match::Pair& pair, const match::Birth& birth)
{
    constexpr auto same = static_cast<std::uint8_t>(match::NameLevel::same);
    const auto level = static_cast<match::BirthLevel>(pair.levels[match::birth_place]);
    return pair.levels[match::given_place] == same && pair.levels[match::family_place] == same &&
           !birth.estimated &&
           (level == match::BirthLevel::same || level == match::BirthLevel::about);
}

// Not only alike in something: it is there, letter by letter.
bool is_there_to_the_letter(const match::Pair& pair, const match::Birth& birth)
{
    const auto level = static_cast<match::BirthLevel>(pair.levels[match::birth_place]);
    const bool same_day = level == match::BirthLevel::same && birth.is_full() && !birth.is_heaped();
    const auto phone = match::values_place + Compared::phone;
    const bool same_phone = pair.levels[phone] == static_cast<int>(match::ValueLevel::same);
    return same_day || same_phone || is_whole_name_and_year(pair, birth);
}

bool no_name_is_alike(const match::Pair& pair)
{
    constexpr auto most = static_cast<std::uint8_t>(match::NameLevel::differs);
    return pair.levels[match::given_place] <= most && pair.levels[match::family_place] <= most;
}

} // namespace

Identifiers compare_identifiers(const std::vector<std::string>& a, const std::string& fiscal_a,
                                const std::vector<std::string>& b, const std::string& fiscal_b)
{
    const bool is_shared = std::any_of(a.begin(), a.end(), [&](const std::string& one) {
        return std::find(b.begin(), b.end(), one) != b.end();
    });
    if (is_shared)
        return Identifiers::shared;
    return fiscal_a.empty() || fiscal_b.empty() ? Identifiers::unknown : Identifiers::differ;
}

MetAlike compare_meetings(const std::vector<Meeting>& a, const std::vector<Meeting>& b)
{
    MetAlike met;
    for (const auto& one : a)
        for (const auto& other : b) {
            met.district |= one.district == other.district;
            met.team |= !one.team.empty() && one.team == other.team;
        }
    return met;
}

Similarity make_similarity(const match::Lexicon& lexicon, const match::Found& found,
                           const match::Birth& birth, Identifiers identifiers, MetAlike met)
{
    Similarity made;
    made.bits = found.bits;
    const auto say = [&](const std::string& code, double bits) {
        made.reasons.push_back({code, weight_of(bits)});
    };
    if (identifiers == Identifiers::shared) {
        made.bits += shared_identifier_bits;
        say("same_identifier", shared_identifier_bits);
    } else if (identifiers == Identifiers::differ) {
        made.bits += other_fiscal_code_bits;
        say("identifier_differs", other_fiscal_code_bits);
    }
    if (is_by_other_name(found.pair))
        say("alias_alike", some_bits);
    for (const auto& reason : match::explain(lexicon, found.pair, found.score))
        if (std::abs(reason.bits) >= silent_bits)
            say(code_of(reason, met), reason.bits);

    made.telling = identifiers == Identifiers::shared ||
                   match::is_telling(found.pair, found.score, birth, lexicon);
    // Of a country, a gender and an age are many, also where few persons are known yet.
    if (!made.telling && no_name_is_alike(found.pair))
        return made;
    made.strength = match::strength(made.bits, made.telling);
    made.must_be_seen =
        made.bits >= match::very_likely_bits &&
        (identifiers == Identifiers::shared || is_there_to_the_letter(found.pair, birth));
    return made;
}

} // namespace people
