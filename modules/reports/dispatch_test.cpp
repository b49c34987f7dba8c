// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "reports/arrival.h"
#include "reports/testing.h"

using test_reports::id;
using test_reports::text_of;

namespace {

class Dispatching : public test_reports::Desk {
protected:
    void open_outing(const core::Actor& actor, const std::string& team,
                     const std::string& begins = "20:00")
    {
        EXPECT_EQ(outcome(actor, "POST /api/outreach/outings",
                          R"({"id":")" + id("outing " + team) + R"(","team":")" + team +
                              R"(","day":"2026-11-23","begins":")" + begins +
                              R"(","ends":"02:00"})"),
                  "201");
    }
    // "um1: out_now in_district; um2: lacks_profession"
    std::string suggested(const std::string& name)
    {
        const auto document = get(paola, "GET /api/reports/reports/" + id(name) + "/teams");
        const auto items = document.root().member("items");
        std::string found;
        for (std::size_t i = 0; i < items.size(); ++i) {
            found += (found.empty() ? "" : "; ") + text_of(items.at(i), "team") + ":";
            const auto reasons = items.at(i).member("reasons");
            for (std::size_t r = 0; r < reasons.size(); ++r)
                found += " " + std::string(reasons.at(r).text());
        }
        return found;
    }
    std::string decline(const core::Actor& actor, const std::string& dispatch,
                        const std::string& reason = "BUSY")
    {
        return outcome(actor, "POST /api/reports/dispatches/" + id(dispatch) + "/decline",
                       R"({"reason":")" + reason + "\"}");
    }
    std::string arrive(const core::Actor& actor, const std::string& dispatch)
    {
        return outcome(actor, "POST /api/reports/dispatches/" + id(dispatch) + "/arrive");
    }
    std::string withdraw(const std::string& dispatch)
    {
        return outcome(paola, "DELETE /api/reports/dispatches/" + id(dispatch));
    }
    std::string answer(const std::string& name, const std::string& called,
                       const std::string& code = "VISITED", const std::string& rest = {})
    {
        return outcome(paola, "POST /api/reports/answers",
                       R"({"id":")" + id(called) + R"(","report":")" + id(name) + R"(","code":")" +
                           code + '"' + rest + "}");
    }
    // A report that a unit has accepted.
    std::string accepted(const std::string& name)
    {
        const auto code = record(name);
        assess(name, "P1");
        offer(name, "d " + name);
        EXPECT_EQ(accept(giulia, "d " + name), "200");
        return code;
    }
    std::size_t dispatches_of(const core::Actor& actor)
    {
        return get(actor, "GET /api/reports/dispatches").root().member("items").size();
    }
};

} // namespace

TEST_P(Dispatching, suggests_who_is_out_near_speaks_and_knows_and_says_why)
{
    record("s1", R"(,"category":"HEALTH","reported":{"languages":["ar"]})");
    EXPECT_EQ(suggested("s1"),
              "um1: in_district speaks_language lacks_profession; um2: has_profession");
    open_outing(nina, "um2");
    EXPECT_EQ(suggested("s1"),
              "um2: out_now has_profession; um1: in_district speaks_language lacks_profession");
    open_outing(giulia, "um1", "23:30");
    EXPECT_EQ(suggested("s1"), "um2: out_now has_profession; um1: out_today in_district "
                               "lacks_profession")
        << "only Giulia is of that outing";
    EXPECT_EQ(assess("s1", "P1"), "200");
    EXPECT_EQ(offer("s1", "d1", "um2"), "201");
    EXPECT_EQ(decline(nina, "d1"), "200");
    EXPECT_EQ(suggested("s1").substr(0, 4), "um1:") << "she has said no";
}

TEST_P(Dispatching, after_midnight_still_knows_the_outing_of_the_evening)
{
    record("s1", R"(,"category":"OTHER")");
    open_outing(nina, "um2");
    house_.now = parse_instant("2026-11-24T00:30:00Z").value();
    EXPECT_EQ(suggested("s1").substr(0, 12), "um2: out_now");
    house_.now = parse_instant("2026-11-24T04:00:00Z").value();
    EXPECT_EQ(suggested("s1").find("out_"), std::string::npos) << "two hours after its end";
}

TEST_P(Dispatching, goes_from_offer_to_arrival_and_each_tap_counts_once)
{
    record("s1");
    EXPECT_EQ(offer("s1", "d1"), "409 reports.assess_first");
    assess("s1", "P1");
    EXPECT_EQ(offer("s1", "d1", "oss"), "422 team reports.unknown_unit");
    EXPECT_EQ(offer("s1", "d1"), "201");
    EXPECT_EQ(of("s1", "status"), "assessed");
    EXPECT_EQ(of("s1", "dispatch_state"), "offered");
    EXPECT_EQ(offer("s1", "d2", "um2"), "409 reports.unit_is_asked_already");
    EXPECT_EQ(arrive(giulia, "d1"), "409 reports.accept_first");
    EXPECT_EQ(accept(nina, "d1"), "404 core.not_found") << "of another unit";
    EXPECT_EQ(accept(paola, "d1"), "404 core.not_found") << "the desk does not go";
    EXPECT_EQ(accept(omar, "d1"), "200");
    EXPECT_EQ(accept(giulia, "d1"), "200") << "she taps too";
    EXPECT_EQ(of("s1", "status"), "dispatched");
    EXPECT_EQ(arrive(giulia, "d1"), "200");
    EXPECT_EQ(arrive(giulia, "d1"), "200");
    EXPECT_EQ(of("s1", "status"), "on_site");
    const auto document = get(marco, "GET /api/reports/reports/" + id("s1"));
    EXPECT_EQ(document.root().member("steps").size(), 5u)
        << "received, assessed, offered, accepted, arrived";
}

TEST_P(Dispatching, was_never_said_before_it_was_asked)
{
    record("s1");
    assess("s1", "P1");
    offer("s1", "d1");
    const auto said = [&](const char* what, const char* at) {
        return outcome(giulia, "POST /api/reports/dispatches/" + id("d1") + what,
                       std::string(R"({"at":")") + at + "\"}");
    };
    EXPECT_EQ(said("/accept", "2030-01-01T00:00:00Z"), "422 at in_the_future");
    EXPECT_EQ(said("/accept", "2020-01-01T00:00:00Z"), "200") << "a telephone's clock is wrong";
    EXPECT_EQ(said("/arrive", "2020-01-01T00:00:00Z"), "200");
    const auto document = get(marco, "GET /api/reports/reports/" + id("s1"));
    const auto dispatch = document.root().member("dispatches").at(0);
    EXPECT_EQ(text_of(dispatch, "accepted_at"), text_of(dispatch, "offered_at"));
    EXPECT_EQ(text_of(dispatch, "arrived_at"), text_of(dispatch, "offered_at"));
}

TEST_P(Dispatching, can_be_declined_taken_up_again_and_withdrawn)
{
    accepted("s1");
    EXPECT_EQ(of("s1", "clock"), "met");
    EXPECT_EQ(decline(giulia, "d s1", "NO_VEHICLE"), "200") << "the van has broken down";
    EXPECT_EQ(of("s1", "clock"), "running") << "nobody is on the way any more";
    EXPECT_EQ(of("s1", "team"), "");
    EXPECT_EQ(accept(giulia, "d s1"), "200") << "it starts again";
    EXPECT_EQ(of("s1", "status"), "dispatched");
    EXPECT_EQ(withdraw("d s1"), "200");
    EXPECT_EQ(withdraw("d s1"), "200");
    EXPECT_EQ(of("s1", "status"), "assessed");
    EXPECT_EQ(accept(giulia, "d s1"), "409 reports.dispatch_over");
    EXPECT_EQ(offer("s1", "d2", "um2"), "201");
    EXPECT_EQ(decline(nina, "d2", "nonsense"), "422 reason unknown_code");
    EXPECT_EQ(decline(nina, "d2"), "200");
    EXPECT_EQ(offer("s1", "d3"), "201");
    EXPECT_EQ(accept(nina, "d2"), "409 reports.unit_is_asked_already") << "somebody else was asked";
}

TEST_P(Dispatching, shows_a_unit_its_own_and_the_coordinator_all)
{
    accepted("s1");
    record("s2");
    assess("s2", "P2");
    offer("s2", "d2", "um2");
    EXPECT_EQ(dispatches_of(giulia), 1u);
    EXPECT_EQ(dispatches_of(nina), 1u);
    EXPECT_EQ(dispatches_of(marco), 2u);
    EXPECT_EQ(outcome(paola, "GET /api/reports/dispatches"), "404 core.not_found");
    close(giulia, "s1");
    EXPECT_EQ(dispatches_of(giulia), 0u);
}

TEST_P(Dispatching, ends_with_what_was_found_and_what_it_led_to)
{
    accepted("s1");
    EXPECT_EQ(verify(nina, "s1", "v1"), "404 core.not_found");
    EXPECT_EQ(verify(giulia, "s1", "v1"), "201");
    EXPECT_EQ(of("s1", "status"), "verified");
    EXPECT_EQ(of("s1", "finding"), "confirmed");
    EXPECT_EQ(decline(giulia, "d s1"), "409 reports.verified_already");
    EXPECT_EQ(outcome(giulia, "DELETE /api/reports/verifications/" + id("v1")), "200");
    EXPECT_EQ(of("s1", "finding"), "");
    EXPECT_EQ(verify(giulia, "s1", "v2", "not_found"), "201");
    EXPECT_EQ(of("s1", "finding"), "not_found");

    const auto link = "PUT /api/reports/reports/" + id("s1") + "/follow_up";
    EXPECT_EQ(outcome(giulia, link, R"({"contact":")" + id("c1") + "\"}"),
              "422 contact reports.unknown_contact");
    EXPECT_EQ(outcome(giulia, "POST /api/outreach/contacts",
                      R"({"id":")" + id("c1") +
                          R"(","at":"2026-11-23T21:00:00Z","setting":"STATION",)"
                          R"("district":"RM-I","outcome":"INFO_ONLY"})"),
              "201");
    EXPECT_EQ(outcome(giulia, link, R"({"contact":")" + id("c1") + "\"}"), "200");
    EXPECT_EQ(of("s1", "contact"), id("c1"));
    EXPECT_EQ(outcome(giulia, link, R"({"person":")" + id("p1") + "\"}"),
              "422 person reports.unknown_person");
    EXPECT_EQ(outcome(giulia, link, R"({"case":")" + id("k1") + "\"}"),
              "422 case reports.unknown_case");
    EXPECT_EQ(outcome(giulia, link, "{}"), "200");
    EXPECT_EQ(of("s1", "contact"), "") << "what is left out is linked no more";

    EXPECT_EQ(close(giulia, "s1", "gone"), "422 outcome unknown_code");
    EXPECT_EQ(close(giulia, "s1", "NOBODY_FOUND"), "200");
    EXPECT_EQ(close(marco, "s1"), "409 reports.closed");
}

TEST_P(Dispatching, refuses_a_finding_from_before_the_report)
{
    accepted("s1");
    EXPECT_EQ(outcome(giulia, "POST /api/reports/verifications",
                      R"({"id":")" + id("v1") + R"(","report":")" + id("s1") +
                          R"(","finding":"confirmed","at":"2026-11-23T21:14:00Z"})"),
              "422 at reports.before_it_came");
}

TEST_P(Dispatching, reopens_with_a_clock_of_its_own_and_keeps_the_history)
{
    accepted("s1");
    verify(giulia, "s1", "v1");
    close(giulia, "s1");
    later(600);
    const auto reopen = "POST /api/reports/reports/" + id("s1") + "/reopen";
    EXPECT_EQ(outcome(giulia, reopen, R"({"note":"di nuovo"})"), "404 core.not_found");
    EXPECT_EQ(outcome(paola, reopen, "{}"), "422 note required");
    EXPECT_EQ(outcome(paola, reopen, R"({"note":"Segnalato di nuovo"})"), "200");
    EXPECT_EQ(outcome(paola, reopen, R"({"note":"di nuovo"})"), "409 reports.not_closed");
    EXPECT_EQ(of("s1", "status"), "reopened");
    EXPECT_EQ(of("s1", "finding"), "");
    EXPECT_EQ(of("s1", "clock"), "running");
    EXPECT_EQ(of("s1", "due_at"), "2026-11-24T09:15:00.000Z");
    EXPECT_EQ(accept(giulia, "d s1"), "409 reports.dispatch_over") << "that was the first round";
    EXPECT_EQ(offer("s1", "d2", "um2"), "201");
    EXPECT_EQ(accept(nina, "d2"), "200");
    const auto document = get(marco, "GET /api/reports/reports/" + id("s1"));
    EXPECT_EQ(document.root().member("dispatches").size(), 2u);
    EXPECT_EQ(document.root().member("steps").size(), 9u);
}

TEST_P(Dispatching, answers_the_reporter_who_sees_that_and_nothing_else)
{
    const auto code = accepted("s1");
    EXPECT_EQ(answer("s1", "a1", "TAKEN_UP"), "201");
    EXPECT_EQ(answer("s1", "a2", "VISITED", R"(,"words":"Grazie, è al caldo")"), "201");
    verify(giulia, "s1", "v1");
    const auto response =
        as_guest("POST /api/reports/public/roma/follow", R"({"code":")" + code + "\"}");
    ASSERT_EQ(response.status, 200);
    const auto document = JsonDocument::parse(response.body);
    std::string members;
    document.root().each_member([&](std::string_view name, JsonView) { members += name; });
    EXPECT_EQ(members, "statusreceived_atremarksanswers");
    EXPECT_EQ(document.root().member("answers").size(), 2u);
    EXPECT_EQ(response.body.find("giulia"), std::string::npos);
    EXPECT_EQ(response.body.find("binario"), std::string::npos);
    EXPECT_EQ(outcome(paola, "DELETE /api/reports/answers/" + id("a2")), "200");
    EXPECT_EQ(as_guest("POST /api/reports/public/roma/follow", R"({"code":")" + code + "\"}")
                  .body.find("caldo"),
              std::string::npos);
}

TEST_P(Dispatching, counts_an_answer_as_acting_only_where_it_says_that_something_was_done)
{
    record("s1");
    assess("s1", "P1");
    EXPECT_EQ(answer("s1", "a1", "TAKEN_UP"), "201");
    EXPECT_EQ(of("s1", "acted_at"), "");
    EXPECT_EQ(answer("s1", "a2", "PASSED_ON"), "201");
    EXPECT_EQ(of("s1", "acted_at"), "2026-11-23T21:15:00.000Z");
    EXPECT_EQ(outcome(paola, "DELETE /api/reports/answers/" + id("a2")), "200");
    EXPECT_EQ(of("s1", "acted_at"), "");
}

TEST_P(Dispatching, answers_every_wrong_code_alike_and_not_for_long)
{
    const auto code = record("s1");
    auto near = code;
    near.back() = near.back() == '9' ? '0' : static_cast<char>(near.back() + 1);
    EXPECT_EQ(follow(code), "received");
    const auto wrong = [&](const std::string& typed, const std::string& city = "roma") {
        return as_guest("POST /api/reports/public/" + city + "/follow",
                        R"({"code":")" + typed + "\"}")
            .body;
    };
    const auto unknown = wrong("0000 0000 0000 0000");
    EXPECT_NE(unknown.find("reports.unknown_code"), std::string::npos);
    EXPECT_EQ(wrong(near), unknown) << "a digit that does not fit";
    EXPECT_EQ(wrong("ciao"), unknown) << "no code at all";
    EXPECT_EQ(wrong(code, "milano"), unknown) << "the code of another city";
    for (int i = 4; i < reports::wrong_codes.from_one_address + 1; ++i)
        wrong("0000 0000 0000 0000");
    EXPECT_EQ(follow(code), "429 core.too_often") << "the right one too";
    EXPECT_EQ(follow(code, "roma", "192.0.2.7"), "received") << "from another address";
}

TEST_P(Dispatching, takes_what_the_reporter_adds_with_the_code_once)
{
    const auto code = record("s1");
    const auto line = "POST /api/reports/public/roma/remarks";
    const auto remark = [&](const std::string& typed, const std::string& words) {
        return test_house::outcome_of(as_guest(line, R"({"id":")" + id("r1") + R"(","code":")" +
                                                         typed + R"(","words":")" + words + "\"}"));
    };
    EXPECT_EQ(remark("0000 0000 0000 0000", "Sta peggio"), "404 reports.unknown_code");
    EXPECT_EQ(remark(code, "Sta peggio"), "200");
    EXPECT_EQ(remark(code, "Sta peggio"), "200") << "sent again without a signal";
    EXPECT_EQ(remark(code, "Altro"), "409 core.id_taken");
    const auto sheet = get(paola, "GET /api/reports/reports/" + id("s1") + "/sheet");
    ASSERT_EQ(sheet.root().member("remarks").size(), 1u);
    EXPECT_EQ(text_of(sheet.root().member("remarks").at(0), "words"), "Sta peggio");
}

INSTANTIATE_TEST_SUITE_P(Both, Dispatching, test_stores::both(),
                         ::testing::PrintToStringParamName());
