// SPDX-License-Identifier: EUPL-1.2
#include "shifts/planning.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace shifts {

namespace {

using outreach::MetAt;

const Date today = parse_date("2026-11-23").value(); // a Monday

MetAt met(int days_ago, const char* district = "RM-I", int hour = 20)
{
    return {district, today.plus_days(-days_ago), hour};
}

// Every week on this weekday, from so many weeks ago until so many weeks ago.
std::vector<MetAt> weekly(int first, int last, const char* district = "RM-I", int hour = 20)
{
    std::vector<MetAt> all;
    for (int week = first; week >= last; --week)
        all.push_back(met(7 * week, district, hour));
    return all;
}

Weeks only(std::vector<MetAt> met) { return {std::move(met), {}}; }

std::string text_of(const std::vector<Proposal>& proposals)
{
    std::string text;
    for (const auto& one : proposals)
        text += to_string(one.day) + " " + one.band + " " + one.district + " " + one.why + " " +
                std::to_string(one.weeks) + "\n";
    return text;
}

std::vector<MetAt> some(std::mt19937& chance)
{
    constexpr std::array districts{"RM-I", "RM-II", "RM-V", "RM-VII"};
    std::vector<MetAt> all;
    for (int i = static_cast<int>(chance() % 1500); i > 0; --i)
        all.push_back({districts.at(chance() % 4),
                       today.plus_days(-static_cast<int>(chance() % 120)),
                       static_cast<int>(chance() % 24)});
    return all;
}

} // namespace

TEST(Planning, knows_the_parts_of_a_day)
{
    EXPECT_EQ(band_of(5), "night");
    EXPECT_EQ(band_of(6), "morning");
    EXPECT_EQ(band_of(17), "afternoon");
    EXPECT_EQ(band_of(21), "evening");
    EXPECT_EQ(band_of(22), "night");
    EXPECT_EQ(planning_day(today, 3), today.plus_days(-1)) << "still the night before";
}

TEST(Planning, does_not_tell_small_numbers)
{
    std::vector<MetAt> all(5, met(7));
    all.push_back(met(8, "RM-V"));
    const auto spots = hotspots(all, today);
    ASSERT_EQ(spots.size(), 2u);
    EXPECT_EQ(spots[0].contacts, 5);
    EXPECT_EQ(spots[0].weeks, 1);
    EXPECT_FALSE(spots[1].weeks) << "as many weeks are as many contacts at least";
    EXPECT_EQ(spots[1].district, "RM-V");
    EXPECT_FALSE(spots[1].contacts);
}

TEST(Planning, looks_at_twelve_weeks)
{
    EXPECT_EQ(hotspots({met(83)}, today).size(), 1u);
    EXPECT_TRUE(hotspots({met(84)}, today).empty());
    EXPECT_TRUE(hotspots({met(-1)}, today).empty());
}

TEST(Planning, proposes_where_people_are_met_and_says_why)
{
    const auto from = today.plus_days(1);
    EXPECT_EQ(text_of(propose(only(weekly(5, 1)), today, from, {}, {})),
              "2026-11-30 evening RM-I regular 5\n");
    EXPECT_EQ(text_of(propose(only(weekly(4, 1)), today, from, {}, {})), "") << "a small number";
    auto thrice = weekly(3, 1);
    thrice.insert(thrice.end(), 4, met(7));
    EXPECT_EQ(text_of(propose(only(thrice), today, from, {}, {})), "") << "three weeks are chance";
    EXPECT_EQ(text_of(propose(only(weekly(8, 3)), today, from, {}, {})),
              "2026-11-30 evening RM-I not_seen 6\n");
    EXPECT_EQ(text_of(propose(only(weekly(5, 1)), today, from, {"RM-V"}, {})), "")
        << "another unit's";
    const Planned planned{{parse_date("2026-11-30").value(), "evening", "RM-I"}};
    EXPECT_EQ(text_of(propose(only(weekly(5, 1)), today, from, {}, planned)), "")
        << "is planned already";
}

TEST(Planning, puts_first_what_was_left_alone_and_leaves_a_day_bearable)
{
    std::vector<MetAt> all;
    for (const auto& some : {weekly(9, 1, "RM-I"), weekly(8, 1, "RM-II"), weekly(9, 4, "RM-V")})
        all.insert(all.end(), some.begin(), some.end());
    EXPECT_EQ(text_of(propose(only(all), today, today, {}, {})),
              "2026-11-23 evening RM-V not_seen 6\n2026-11-23 evening RM-I regular 9\n");
}

TEST(Planning, stops_proposing_where_units_went_in_vain)
{
    Weeks weeks = only(weekly(8, 4));
    const auto proposed = [&] { return text_of(propose(weeks, today, today, {}, {})); };
    weeks.in_vain = {{"RM-I", today.plus_days(-21), "evening"},
                     {"RM-I", today.plus_days(-14), "night"},    // another time of the day
                     {"RM-II", today.plus_days(-14), "evening"}, // somewhere else
                     {"RM-I", today.plus_days(-35), "evening"}}; // somebody was met afterwards
    EXPECT_EQ(proposed(), "2026-11-23 evening RM-I not_seen 5\n");
    EXPECT_EQ(propose(weeks, today, today, {}, {}).at(0).visits, 1);
    weeks.in_vain.push_back({"RM-I", today.plus_days(-7), "evening"});
    EXPECT_EQ(proposed(), "") << "twice in vain";
    weeks.met.push_back(met(0));
    EXPECT_EQ(proposed(), "2026-11-23 evening RM-I regular 6\n") << "and met again";
}

TEST(Planning, proposes_where_a_report_waits)
{
    const auto waits = [](const char* district, const char* due, const char* planned) {
        reports::WaitingReport one;
        one.id = Id<reports::Report>(named_uuid(district));
        one.number = "RM-S00001";
        one.district = district;
        if (*due != 0)
            one.due_at = parse_instant(due);
        if (*planned != 0)
            one.planned_on = parse_date(planned);
        return one;
    };
    const auto proposed = [&](const reports::WaitingReport& one) {
        return text_of(propose_for_reports({one}, today.plus_days(1), {"RM-I", "RM-II"}));
    };
    EXPECT_EQ(proposed(waits("RM-I", "2026-11-25T08:00:00Z", "")),
              "2026-11-25 morning RM-I report 0\n");
    EXPECT_EQ(proposed(waits("RM-I", "2026-11-25T01:00:00Z", "")),
              "2026-11-24 night RM-I report 0\n")
        << "still the night before";
    EXPECT_EQ(proposed(waits("RM-I", "2026-11-20T08:00:00Z", "")),
              "2026-11-24 morning RM-I report 0\n")
        << "late: the first day";
    EXPECT_EQ(proposed(waits("RM-II", "", "2026-11-28")), "2026-11-28 evening RM-II report 0\n");
    EXPECT_EQ(proposed(waits("RM-II", "", "2026-12-28")), "") << "not yet";
    EXPECT_EQ(proposed(waits("RM-V", "", "2026-11-28")), "") << "another unit's";
}

// Whatever was met: proposals stand on the counts, lie within the week, and do not depend on order.
TEST(Planning, holds_for_any_weeks)
{
    std::mt19937 chance(17);
    std::size_t proposed = 0;
    for (int round = 0; round < 300; ++round) {
        auto all = some(chance);
        const auto from = today.plus_days(static_cast<int>(chance() % 7));
        const auto found = propose(only(all), today, from, {}, {});
        proposed += found.size();
        const auto spots = hotspots(all, today);
        for (const auto& one : found) {
            EXPECT_TRUE(from <= one.day && one.day < from.plus_days(7)) << round;
            EXPECT_TRUE(std::any_of(spots.begin(), spots.end(), [&](const Hotspot& spot) {
                return spot.district == one.district && spot.band == one.band &&
                       spot.weekday == weekday_of(one.day) && spot.weeks == one.weeks &&
                       spot.contacts;
            })) << round;
        }
        std::shuffle(all.begin(), all.end(), chance);
        EXPECT_EQ(text_of(propose(only(all), today, from, {}, {})), text_of(found)) << round;
    }
    EXPECT_GT(proposed, 500u) << "the test shows something";
}

} // namespace shifts
