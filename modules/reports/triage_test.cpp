// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "reports/testing.h"

using test_reports::id;
using test_reports::text_of;

namespace {

class Triage : public test_reports::Desk {
protected:
    // The board in its order: "s2 late, s1 running".
    std::string board(const std::vector<std::string>& names)
    {
        const auto document = get(paola, "GET /api/reports/reports");
        const auto items = document.root().member("items");
        std::string shown;
        for (std::size_t i = 0; i < items.size(); ++i) {
            shown += shown.empty() ? "" : ", ";
            for (const auto& name : names)
                if (text_of(items.at(i), "id") == id(name))
                    shown += name + " " + text_of(items.at(i), "clock");
        }
        return shown;
    }
    std::string group(const std::string& name, const std::string& report, const std::string& lead)
    {
        return outcome(paola, "POST /api/reports/groups",
                       R"({"id":")" + id(name) + R"(","report":")" + id(report) + R"(","lead":")" +
                           id(lead) + "\"}");
    }
    std::string ungroup(const std::string& name)
    {
        return outcome(paola, "DELETE /api/reports/groups/" + id(name));
    }
    // "s2 likely: same_place same_time"
    std::string similar(const std::string& name, const std::vector<std::string>& names)
    {
        const auto document = get(paola, "GET /api/reports/reports/" + id(name) + "/similar");
        const auto items = document.root().member("items");
        std::string found;
        for (std::size_t i = 0; i < items.size(); ++i) {
            for (const auto& one : names)
                if (text_of(items.at(i).member("report"), "id") == id(one))
                    found += (found.empty() ? "" : "; ") + one;
            found += " " + text_of(items.at(i), "strength") + ":";
            const auto reasons = items.at(i).member("reasons");
            for (std::size_t r = 0; r < reasons.size(); ++r)
                found += " " + std::string(reasons.at(r).text());
        }
        return found;
    }
    // What one may call on a report, and what comes of it.
    bool opens(const core::Actor& actor, const std::string& name)
    {
        const auto sheet = outcome(actor, "GET /api/reports/reports/" + id(name) + "/sheet");
        EXPECT_TRUE(sheet == "200" || sheet == "404 core.not_found") << sheet;
        const auto photo = outcome(actor, "GET /api/reports/reports/" + id(name) + "/photo");
        EXPECT_EQ(photo, "404 core.not_found");
        const auto document = get(actor, "GET /api/reports/reports/" + id(name));
        EXPECT_EQ(document.root().member("may_open").boolean(), sheet == "200");
        return sheet == "200";
    }
};

} // namespace

TEST_P(Triage, sets_the_clock_by_priority_and_may_be_corrected)
{
    record("s1");
    EXPECT_EQ(of("s1", "clock"), "running") << "two hours to assess it";
    EXPECT_EQ(assess("s1", "P3"), "200");
    EXPECT_EQ(of("s1", "due_at"), "2026-11-26T21:15:00.000Z");
    EXPECT_EQ(assess("s1", "P1"), "200");
    EXPECT_EQ(of("s1", "due_at"), "2026-11-23T23:15:00.000Z");
    EXPECT_EQ(assess("s1", "P4", R"(,"planned_on":"2026-11-30")"), "200");
    EXPECT_EQ(of("s1", "due_at"), "");
    EXPECT_EQ(of("s1", "planned_on"), "2026-11-30");
    EXPECT_EQ(of("s1", "clock"), "none");
    EXPECT_EQ(assess("s1", "P2", R"(,"planned_on":"2026-11-30")"),
              "422 planned_on reports.only_planned");
    const auto document = get(marco, "GET /api/reports/reports/" + id("s1"));
    EXPECT_EQ(document.root().member("steps").size(), 4u) << "each assessment stays in the history";
}

TEST_P(Triage, shows_first_who_waits_beyond_the_clock)
{
    for (const auto* name : {"slow", "day", "now", "unread"})
        record(name);
    assess("slow", "P3");
    assess("day", "P2");
    assess("now", "P1");
    EXPECT_EQ(board({"slow", "day", "now", "unread"}),
              "unread running, now running, day running, slow running");
    later(95);
    EXPECT_EQ(board({"slow", "day", "now", "unread"}),
              "unread soon_late, now soon_late, day running, slow running");
    later(30);
    const auto document = get(marco, "GET /api/reports/reports");
    EXPECT_EQ(document.root().member("late").integer(), 2);
    EXPECT_EQ(document.root().member("soon_late").integer(), 0);
    EXPECT_EQ(offer("now", "d1"), "201");
    EXPECT_EQ(of("now", "clock"), "late") << "asking a unit is not acting";
    EXPECT_EQ(accept(giulia, "d1"), "200");
    EXPECT_EQ(of("now", "clock"), "missed");
    EXPECT_EQ(board({"slow", "day", "now", "unread"}),
              "unread late, day running, slow running, now missed");
}

TEST_P(Triage, sees_the_exact_place_while_it_works_and_others_see_the_district)
{
    EXPECT_EQ(outcome(sara, "POST /api/reports/reports",
                      body("s1", R"(,"channel":"in_person","source":"6","place":"Via Marsala")")),
              "200");
    EXPECT_TRUE(opens(paola, "s1")) << "the triage desk";
    EXPECT_TRUE(opens(sara, "s1")) << "who wrote it down";
    EXPECT_TRUE(opens(marco, "s1")) << "the coordinator";
    EXPECT_FALSE(opens(giulia, "s1")) << "nobody has asked her unit";
    assess("s1", "P1");
    offer("s1", "d1");
    EXPECT_TRUE(opens(giulia, "s1")) << "asked to go: she must know where";
    EXPECT_TRUE(opens(omar, "s1"));
    EXPECT_FALSE(opens(nina, "s1")) << "of another unit";
    EXPECT_EQ(outcome(giulia, "POST /api/reports/dispatches/" + id("d1") + "/decline",
                      R"({"reason":"BUSY"})"),
              "200");
    EXPECT_FALSE(opens(giulia, "s1")) << "does not go: need not know where";
    EXPECT_EQ(close(marco, "s1", "OUTSIDE"), "200");
    EXPECT_FALSE(opens(paola, "s1")) << "when it is over, no more";
    EXPECT_FALSE(opens(sara, "s1"));
    EXPECT_TRUE(opens(marco, "s1"));
    EXPECT_EQ(outcome(elena, "GET /api/reports/reports/" + id("s1")), "404 core.not_found");
    // No list and no open page says the place.
    for (const auto& actor : {giulia, nina, sara, paola, marco})
        for (const auto& line : {std::string("GET /api/reports/reports?closed=true"),
                                 "GET /api/reports/reports/" + id("s1")})
            EXPECT_EQ(asked(actor, line).body.find("Marsala"), std::string::npos) << line;
}

TEST_P(Triage, tells_who_reported_only_to_who_answers_or_may_call)
{
    const auto reporter = [&](const core::Actor& actor, const std::string& name) {
        const auto sheet = get(actor, "GET /api/reports/reports/" + id(name) + "/sheet");
        return text_of(sheet.root().member("reporter"), "phone");
    };
    for (const std::string name : {"calls", "no_calls"}) {
        record(name, R"(,"reporter":{"phone":"000 111","call_back":)" +
                         std::string(name == "calls" ? "true" : "false") + "}");
        assess(name, "P1");
        offer(name, "d " + name);
        EXPECT_EQ(reporter(paola, name), "000 111");
    }
    EXPECT_EQ(reporter(giulia, "calls"), "000 111");
    EXPECT_EQ(reporter(giulia, "no_calls"), "");
}

TEST_P(Triage, is_shown_reports_that_may_be_the_same_event_and_why)
{
    record("s1", R"(,"place":"Sottopasso Marsala","description":"Anziano con febbre, trema")");
    later(20);
    record("s2", R"(,"place":"sottopasso marsala","description":"Signore anziano che trema")");
    later(1);
    record("other", R"(,"district":"RM-V","description":"Famiglia senza casa")");
    EXPECT_EQ(similar("s1", {"s2", "other"}),
              "s2 likely: same_place same_time same_category same_words");
    later(80 * 60);
    record("s3", R"(,"place":"Sottopasso Marsala","description":"Anziano con febbre, trema")");
    EXPECT_EQ(similar("s3", {"s1", "s2"}), "") << "three days later it is another evening";
}

TEST_P(Triage, joins_reports_of_one_event_and_separates_them_as_they_were)
{
    const auto code = record("s1");
    record("s2");
    assess("s2", "P2");
    EXPECT_EQ(group("g1", "s1", "s2"), "201");
    EXPECT_EQ(of("s1", "status"), "grouped");
    EXPECT_EQ(board({"s1", "s2"}), "s2 running");
    EXPECT_EQ(assess("s1", "P1"), "409 reports.is_grouped");
    EXPECT_EQ(follow(code), "assessed") << "its reporter sees how the event stands";
    EXPECT_EQ(get(paola, "GET /api/reports/reports/" + id("s2")).root().member("same_event").size(),
              1u);
    EXPECT_EQ(ungroup("g1"), "200");
    EXPECT_EQ(ungroup("g1"), "200") << "twice is once";
    EXPECT_EQ(of("s1", "status"), "received");
    EXPECT_EQ(board({"s1", "s2"}), "s1 running, s2 running");
    EXPECT_EQ(group("g2", "s1", "s2"), "201") << "and together again";
}

TEST_P(Triage, counts_the_time_of_an_event_from_the_first_who_told)
{
    record("first");
    later(90);
    record("second");
    later(5);
    record("third");
    assess("second", "P1");
    assess("third", "P1");
    EXPECT_EQ(of("second", "due_at"), "2026-11-24T00:45:00.000Z");
    EXPECT_EQ(group("g1", "first", "second"), "201");
    EXPECT_EQ(of("second", "due_at"), "2026-11-23T23:15:00.000Z");
    EXPECT_EQ(of("second", "clock"), "soon_late");
    EXPECT_EQ(group("g2", "second", "third"), "201");
    EXPECT_EQ(of("third", "due_at"), "2026-11-23T23:15:00.000Z");
    EXPECT_EQ(ungroup("g1"), "200");
    EXPECT_EQ(of("third", "due_at"), "2026-11-24T00:45:00.000Z") << "that of the second";
    EXPECT_EQ(ungroup("g2"), "200");
    EXPECT_EQ(of("third", "due_at"), "2026-11-24T00:50:00.000Z");
}

TEST_P(Triage, joins_no_report_to_itself_in_a_circle_or_away_from_its_unit)
{
    record("s1");
    record("s2");
    record("s3");
    EXPECT_EQ(group("g1", "s1", "s1"), "409 reports.groups_in_a_circle");
    EXPECT_EQ(group("g2", "s1", "s2"), "201");
    EXPECT_EQ(group("g3", "s2", "s3"), "201") << "with what is joined to it";
    EXPECT_EQ(group("g4", "s3", "s1"), "409 reports.groups_in_a_circle");
    EXPECT_EQ(group("g5", "s3", "missing"), "404 core.not_found");
    assess("s3", "P1");
    offer("s3", "d1");
    record("s4");
    EXPECT_EQ(group("g6", "s3", "s4"), "409 reports.unit_is_asked");
    EXPECT_TRUE(opens(giulia, "s1")) << "the unit sees every report of its event";
}

TEST_P(Triage, is_not_for_units_or_social_workers)
{
    record("s1");
    for (const auto& actor : {giulia, sara}) {
        EXPECT_EQ(
            outcome(actor, "PUT /api/reports/reports/" + id("s1") + "/assessment",
                    R"({"category":"OTHER","source":"14","district":"RM-I","priority":"P4"})"),
            "404 core.not_found");
        EXPECT_EQ(outcome(actor, "GET /api/reports/reports/" + id("s1") + "/similar"),
                  "404 core.not_found");
    }
}

INSTANTIATE_TEST_SUITE_P(Both, Triage, test_stores::both(), ::testing::PrintToStringParamName());
