// SPDX-License-Identifier: EUPL-1.2
#include "minors/clocks.h"

#include <gtest/gtest.h>

#include "base/id.h"

using minors::birthday;
using minors::dues_of;
using minors::FileRow;
using minors::state_of;
using minors::StepRow;

namespace {

Date day(const char* text) { return parse_date(text).value(); }

people::Birth born(const char* date) { return {day(date), std::nullopt}; }

FileRow alone(const char* found_on)
{
    FileRow file;
    file.found_on = day(found_on);
    file.unaccompanied = true;
    return file;
}

StepRow done(const char* what, const char* on)
{
    StepRow step;
    step.what = what;
    step.done_on = day(on);
    return step;
}

const core::Catalogue& catalogue()
{
    static const core::Catalogue all;
    return all;
}

// "REPORT_COURT 2026-11-04 2026-11-04; SIM 2026-11-08"
std::string told(const FileRow& file, const people::Birth& birth,
                 const std::vector<StepRow>& steps = {},
                 const std::vector<minors::TermRow>& own = {})
{
    std::string text;
    for (const auto& due : dues_of(file, birth, steps, minors::terms_of(catalogue(), own)))
        text += (text.empty() ? "" : "; ") + due.what + " " + to_string(due.due_on) +
                (due.done_on ? " " + to_string(*due.done_on) : "");
    return text;
}

} // namespace

TEST(Birthdays, of_a_leap_day_are_on_the_first_of_march)
{
    EXPECT_EQ(to_string(birthday(born("2008-02-29"), 18)->on), "2026-03-01");
    EXPECT_EQ(to_string(birthday(born("2008-02-29"), 20)->on), "2028-02-29");
    EXPECT_EQ(to_string(birthday(born("2009-03-27"), 18)->on), "2027-03-27");
}

TEST(Birthdays, of_a_year_alone_are_as_early_as_they_may_be)
{
    const auto on = birthday({std::nullopt, 2009}, 18);
    EXPECT_EQ(to_string(on->on), "2027-01-01");
    EXPECT_TRUE(on->estimated);
    EXPECT_FALSE(birthday({}, 18));
}

TEST(Dues, begin_with_the_day_found_and_before_the_birthday)
{
    EXPECT_EQ(told(alone("2026-11-03"), born("2009-03-27")),
              "REPORT_COURT 2026-11-04; GUARDIAN_REQUESTED 2026-11-08; SIM 2026-11-08; "
              "FIRST_RECEPTION 2026-12-03; GUARDIAN_APPOINTED 2026-12-03; "
              "PLAN_OF_AGE 2026-12-27; CONTINUED_SUPPORT 2027-02-25");
    EXPECT_EQ(told(alone("2026-11-03"), {}),
              "REPORT_COURT 2026-11-04; GUARDIAN_REQUESTED 2026-11-08; SIM 2026-11-08; "
              "FIRST_RECEPTION 2026-12-03; GUARDIAN_APPOINTED 2026-12-03");
}

TEST(Dues, of_who_is_not_alone_are_only_about_a_doubted_age)
{
    auto file = alone("2026-11-03");
    file.unaccompanied = false;
    EXPECT_EQ(told(file, born("2009-03-27")), "");
    file.age_doubted_on = day("2026-11-10");
    EXPECT_EQ(told(file, born("2009-03-27")), "AGE_ASSESSED 2026-11-20");
}

TEST(Dues, are_done_on_the_first_day_that_was_written_down)
{
    auto file = alone("2026-11-03");
    file.closed_on = day("2026-11-20");
    EXPECT_EQ(
        told(file, {},
             {done("SIM", "2026-11-09"), done("SIM", "2026-11-06"), done("HEARD", "2026-11-06")}),
        "REPORT_COURT 2026-11-04; GUARDIAN_REQUESTED 2026-11-08; SIM 2026-11-08 2026-11-06")
        << "and a closed file waits for nothing more";
}

TEST(Dues, go_on_to_the_21st_birthday_only_for_who_asked_for_it)
{
    const auto with =
        told(alone("2026-11-03"), born("2009-03-27"), {done("CONTINUED_SUPPORT", "2026-11-20")});
    EXPECT_NE(with.find("PLAN_TWENTY_ONE 2029-12-27"), std::string::npos) << with;
}

TEST(Dues, follow_the_terms_of_a_city)
{
    minors::TermRow own;
    own.what = "REPORT_COURT";
    own.days = 3;
    EXPECT_EQ(told(alone("2026-11-03"), {}, {}, {own}).substr(0, 23), "REPORT_COURT 2026-11-06");
}

TEST(Clocks, are_over_the_day_after)
{
    const auto due = day("2026-11-08");
    EXPECT_STREQ(state_of(due, std::nullopt, due), "open");
    EXPECT_STREQ(state_of(due, std::nullopt, due.plus_days(1)), "late");
    EXPECT_STREQ(state_of(due, due, due.plus_days(9)), "done");
    EXPECT_STREQ(state_of(due, due.plus_days(1), due.plus_days(9)), "done_late");
}

TEST(Terms, say_whose_they_are_and_that_nobody_confirmed_them)
{
    for (const auto& term : minors::terms_of(catalogue(), {})) {
        EXPECT_FALSE(term.source_it.empty()) << term.what;
        EXPECT_FALSE(term.source_en.empty()) << term.what;
        EXPECT_FALSE(term.confirmed) << term.what << ": DOMAIN has no checked length for it";
    }
}
