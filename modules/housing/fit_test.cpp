// SPDX-License-Identifier: EUPL-1.2
#include "housing/fit.h"

#include <gtest/gtest.h>

using housing::Guest;
using housing::misfits;
using housing::PlaceDetails;

namespace {

using Codes = std::vector<std::string>;

const Date tonight = parse_date("2026-11-23").value();

PlaceDetails place_for(const char* guests, std::optional<int> least = std::nullopt,
                       std::optional<int> most = std::nullopt)
{
    PlaceDetails place;
    place.guests = guests;
    place.age_min = least;
    place.age_max = most;
    return place;
}

Guest born(const char* day)
{
    Guest guest;
    guest.gender = "F";
    guest.birth_date = parse_date(day);
    return guest;
}

Guest born_in(std::optional<int> year)
{
    Guest guest;
    guest.gender = "F";
    guest.birth_year = year;
    return guest;
}

} // namespace

TEST(Fit, asks_nothing_where_there_is_no_rule)
{
    Guest unknown;
    unknown.gender = "U";
    EXPECT_EQ(misfits(place_for("ANY"), false, unknown, tonight), Codes{});
}

TEST(Fit, looks_at_the_gender_and_takes_none_for_granted)
{
    auto guest = born("1990-01-01");
    EXPECT_EQ(misfits(place_for("WOMEN"), false, guest, tonight), Codes{});
    EXPECT_EQ(misfits(place_for("MEN"), false, guest, tonight), Codes{"GENDER"});
    for (const auto* gender : {"M", "X", "U"}) {
        guest.gender = gender;
        EXPECT_EQ(misfits(place_for("WOMEN"), false, guest, tonight), Codes{"GENDER"}) << gender;
    }
}

TEST(Fit, knows_who_is_eighteen_tonight)
{
    const auto adults = place_for("ANY", 18);
    EXPECT_EQ(misfits(adults, false, born("2008-11-23"), tonight), Codes{});
    EXPECT_EQ(misfits(adults, false, born("2008-11-24"), tonight), Codes{"AGE"});
    const auto minors = place_for("ANY", std::nullopt, 17);
    EXPECT_EQ(misfits(minors, false, born("2008-11-23"), tonight), Codes{"AGE"});
    EXPECT_EQ(misfits(minors, false, born("2008-11-24"), tonight), Codes{});
}

TEST(Fit, says_so_where_a_year_alone_leaves_it_open)
{
    const auto adults = place_for("ANY", 18);
    EXPECT_EQ(misfits(adults, false, born_in(2007), tonight), Codes{});
    EXPECT_EQ(misfits(adults, false, born_in(2008), tonight), Codes{"AGE_UNKNOWN"});
    EXPECT_EQ(misfits(adults, false, born_in(2009), tonight), Codes{"AGE"});
    EXPECT_EQ(misfits(adults, false, born_in(std::nullopt), tonight), Codes{"AGE_UNKNOWN"});
}

TEST(Fit, looks_at_families_animals_and_steps_each_by_itself)
{
    auto guest = born("1990-01-01");
    guest.people = 3;
    guest.pet = true;
    guest.step_free = true;
    auto place = place_for("ANY");
    EXPECT_EQ(misfits(place, false, guest, tonight), (Codes{"FAMILY", "PET", "STEPS"}));
    EXPECT_EQ(misfits(place, true, guest, tonight), (Codes{"FAMILY", "PET"}));
    place.families = true;
    EXPECT_EQ(misfits(place, true, guest, tonight), Codes{"PET"});
    place.pets = true;
    EXPECT_EQ(misfits(place, true, guest, tonight), Codes{});
}
