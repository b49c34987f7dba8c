// SPDX-License-Identifier: EUPL-1.2
#include "reports/similarity.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numbers>
#include <set>

#include "core/text.h"

namespace reports {

namespace {

constexpr double same_place_metres = 150;
constexpr double near_metres = 600;
constexpr double place_overlap_min = 0.6;
constexpr double words_overlap_min = 0.5;
constexpr std::size_t words_shared_min = 2;
constexpr int same_time_minutes = 180;
constexpr int same_day_minutes = 24 * 60;
constexpr std::size_t letters_min = 3; // shorter words join, they do not tell

// Words that stand in every report, in the languages in which most are written.
const std::set<std::string, std::less<>>& empty_words()
{
    static const std::set<std::string, std::less<>> words{
        "una",    "uno",    "del",  "della", "delle",   "dei",     "nel",     "nella",
        "con",    "per",    "che",  "non",   "sono",    "sul",     "sulla",   "alla",
        "dal",    "dalla",  "gli",  "the",   "and",     "for",     "with",    "near",
        "from",   "that",   "this", "has",   "have",    "des",     "les",     "une",
        "dans",   "avec",   "pour", "est",   "qui",     "los",     "las",     "con",
        "esta",   "para",   "por",  "via",   "viale",   "piazza",  "persona", "persone",
        "person", "people", "uomo", "donna", "signore", "signora", "man",     "woman"};
    return words;
}

std::size_t letters(const std::string& word)
{
    return static_cast<std::size_t>(
        std::count_if(word.begin(), word.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

// Platform 24, number 7: nothing says a place more exactly.
bool is_number(const std::string& word)
{
    return !word.empty() && word.find_first_not_of("0123456789") == std::string::npos;
}

struct Shared {
    std::size_t words = 0;
    double part = 0;
};

Shared shared_by(std::string_view one, std::string_view other)
{
    const auto first = telling_words(one);
    const auto second = telling_words(other);
    if (first.empty() || second.empty())
        return {};
    std::vector<std::string> both;
    std::set_intersection(first.begin(), first.end(), second.begin(), second.end(),
                          std::back_inserter(both));
    const auto shorter = std::min(first.size(), second.size());
    return {both.size(), static_cast<double>(both.size()) / static_cast<double>(shorter)};
}

std::optional<double> distance(const Described& one, const Described& other)
{
    const auto here = parse_position(one.position);
    const auto there = parse_position(other.position);
    return here && there ? std::optional(metres_between(*here, *there)) : std::nullopt;
}

std::string place_reason(const Described& one, const Described& other)
{
    const auto metres = distance(one, other);
    if (metres && *metres <= same_place_metres)
        return "same_place";
    if (one.district == other.district && overlap(one.place, other.place) >= place_overlap_min)
        return "same_place";
    if (metres && *metres <= near_metres)
        return "near";
    if (metres)
        return ""; // known to be apart, whatever the district
    return one.district == other.district ? "same_district" : "";
}

} // namespace

std::vector<std::string> telling_words(std::string_view text)
{
    std::set<std::string> words;
    for (const auto& word : core::words_of(core::folded(text)))
        if (is_number(word) || (letters(word) >= letters_min && !empty_words().contains(word)))
            words.insert(word);
    return {words.begin(), words.end()};
}

double overlap(std::string_view one, std::string_view other) { return shared_by(one, other).part; }

Likeness compare(const Described& one, const Described& other)
{
    Likeness likeness;
    const auto minutes = std::abs(one.at.milliseconds - other.at.milliseconds) / 60'000;
    const auto where = place_reason(one, other);
    const auto words = shared_by(one.words, other.words);
    const bool same_words = words.words >= words_shared_min && words.part >= words_overlap_min;
    const bool same_person = overlap(one.reported_name, other.reported_name) >= 1;
    const bool same_time = minutes <= same_time_minutes;
    const bool same_category = one.category == other.category;

    auto& reasons = likeness.reasons;
    if (!where.empty())
        reasons.push_back(where);
    if (same_time)
        reasons.emplace_back("same_time");
    else if (minutes <= same_day_minutes)
        reasons.emplace_back("same_day");
    if (same_category)
        reasons.emplace_back("same_category");
    if (same_words)
        reasons.emplace_back("same_words");
    if (same_person)
        reasons.emplace_back("same_person");
    if (!one.reporter.empty() && one.reporter == other.reporter)
        reasons.emplace_back("same_reporter");

    const bool at_place = where == "same_place" || where == "near";
    const bool in_district = where == "same_district";
    if (same_person && !where.empty())
        likeness.strength = "likely";
    else if (where == "same_place" && (same_words || (same_time && same_category)))
        likeness.strength = "likely";
    else if (at_place && (same_time || same_category || same_words))
        likeness.strength = "possible";
    else if (in_district && same_words)
        likeness.strength = same_time ? "likely" : "possible";
    else if (in_district && same_time && same_category)
        likeness.strength = "possible";
    return likeness;
}

std::optional<Position> parse_position(std::string_view text)
{
    Position position;
    const char* const end = text.data() + text.size();
    const auto north = std::from_chars(text.data(), end, position.north);
    if (north.ec != std::errc() || north.ptr == end || *north.ptr != ',')
        return std::nullopt;
    const auto east = std::from_chars(north.ptr + 1, end, position.east);
    if (east.ec != std::errc() || east.ptr != end || !(std::abs(position.north) <= 90) ||
        !(std::abs(position.east) <= 180))
        return std::nullopt;
    return position;
}

double metres_between(const Position& one, const Position& other)
{
    constexpr double earth_radius = 6'371'000;
    const auto radians = [](double degrees) { return degrees * std::numbers::pi / 180; };
    const double north = radians(other.north - one.north);
    const double east =
        radians(other.east - one.east) * std::cos(radians((one.north + other.north) / 2));
    return earth_radius * std::hypot(north, east);
}

} // namespace reports
