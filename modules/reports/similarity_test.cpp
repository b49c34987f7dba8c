// SPDX-License-Identifier: EUPL-1.2
#include "reports/similarity.h"

#include <gtest/gtest.h>

namespace reports {

namespace {

const Instant tonight = parse_instant("2026-11-23T20:00:00Z").value();

Described told(const std::string& place, const std::string& words, int minutes_later = 0)
{
    Described one;
    one.district = "RM-I";
    one.category = "STREET_DISTRESS";
    one.at = tonight.plus_seconds(60LL * minutes_later);
    one.place = place;
    one.words = words;
    return one;
}

// "likely: same_place same_time", or "" where they are not alike.
std::string likeness(const Described& one, const Described& other)
{
    const auto found = compare(one, other);
    if (found.strength.empty())
        return "";
    auto text = found.strength + ":";
    for (const auto& reason : found.reasons)
        text += " " + reason;
    return text;
}

} // namespace

TEST(Similarity, is_likely_at_the_same_place_with_similar_words)
{
    EXPECT_EQ(likeness(told("Via Marsala, sottopasso", "Un uomo dorme a terra, trema dal freddo"),
                       told("sottopasso di via Marsala", "Signore che trema dal freddo", 40)),
              "likely: same_place same_time same_category same_words");
}

TEST(Similarity, is_possible_in_the_same_district_at_the_same_time)
{
    EXPECT_EQ(likeness(told("", "Ragazzo solo davanti alla chiesa"),
                       told("", "Aiuto per un minorenne", 60)),
              "possible: same_district same_time same_category");
}

TEST(Similarity, is_none_between_different_events)
{
    auto elsewhere = told("Piazza Vittorio", "Un uomo dorme a terra e trema");
    elsewhere.district = "RM-V";
    EXPECT_EQ(likeness(told("Via Marsala", "Un uomo dorme a terra e trema"), elsewhere), "");
    auto another_kind = told("", "Famiglia con due bambini", 30);
    another_kind.category = "FAMILY_HOMELESS";
    EXPECT_EQ(likeness(told("", "Anziano con la febbre"), another_kind), "");
    EXPECT_EQ(likeness(told("", "Anziano con la febbre"), told("", "Ragazza che piange", 26 * 60)),
              "");
}

TEST(Similarity, knows_how_far_apart_two_positions_are)
{
    auto here = told("", "Uomo a terra");
    auto there = told("", "Persona ferita", 20);
    here.position = "41.90123,12.50234";
    there.position = "41.90200,12.50300";
    there.district = "RM-II"; // across the border of two districts
    EXPECT_EQ(likeness(here, there), "likely: same_place same_time same_category");
    there.position = "41.90500,12.50500";
    EXPECT_EQ(likeness(here, there), "possible: near same_time same_category");
    there.position = "41.95000,12.60000";
    there.district = "RM-I";
    EXPECT_EQ(likeness(here, there), "") << "known to be apart, though the district is the same";
}

TEST(Similarity, hears_the_same_name)
{
    auto one = told("", "Chiede aiuto");
    auto other = told("", "Sta male", 600);
    one.reported_name = "Mamadou";
    other.reported_name = "MAMADOU";
    EXPECT_EQ(likeness(one, other), "likely: same_district same_day same_category same_person");
}

TEST(Similarity, is_the_same_both_ways)
{
    const auto one = told("Via Marsala 12", "Uomo anziano, febbre alta, non parla");
    const auto other = told("marsala", "anziano con febbre", 200);
    EXPECT_EQ(likeness(one, other), likeness(other, one));
    EXPECT_EQ(likeness(one, one), "likely: same_place same_time same_category same_words");
}

TEST(TellingWords, are_folded_in_any_script)
{
    EXPECT_EQ(telling_words("È una Perché perche PERCHÉ"), (std::vector<std::string>{"perche"}));
    EXPECT_EQ(telling_words("رَجُلٌ مُسِنٌّ رجل"), (std::vector<std::string>{"رجل", "مسن"}));
    EXPECT_TRUE(telling_words("un a il").empty());
    EXPECT_DOUBLE_EQ(overlap("sottopasso Marsala", "MARSALA sottopasso binari"), 1.0);
    EXPECT_DOUBLE_EQ(overlap("", "marsala"), 0.0);
    // A number tells, however short it is.
    EXPECT_GT(overlap("Binario 24, in fondo", "stazione Termini, binario 24"), 0.6);
    EXPECT_DOUBLE_EQ(overlap("binario 1", "binario 24"), 0.5);
}

TEST(Position, is_degrees_north_and_east)
{
    const auto position = parse_position("41.90123,12.50234");
    ASSERT_TRUE(position);
    EXPECT_DOUBLE_EQ(position->north, 41.90123);
    EXPECT_TRUE(parse_position("-33.9,-70.6"));
    for (const char* text : {"", "41.9", "41.9;12.5", "91,0", "0,181", "41.9,12.5 ", "nan,nan",
                             "inf,0", "41.9,12.5,3"})
        EXPECT_FALSE(parse_position(text)) << text;
    EXPECT_NEAR(metres_between({41.9, 12.5}, {41.9, 12.512}), 993, 5);
}

} // namespace reports
