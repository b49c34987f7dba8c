// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "cases/testing.h"

namespace {

using test_cases::id;

class Cases : public test_cases::Service {};

} // namespace

TEST_P(Cases, a_temporary_case_needs_an_end_within_180_days)
{
    const auto open = [&](const std::string& rest) {
        return outcome(sara, "POST /api/cases/cases", open_body("c1", "amina", rest));
    };
    EXPECT_EQ(open(R"("kind":"temporary","opened_on":"2026-11-01")"),
              "422 ends_on cases.end_required");
    EXPECT_EQ(open(R"("kind":"temporary","opened_on":"2026-11-01","ends_on":"2026-10-31")"),
              "422 ends_on cases.too_early");
    EXPECT_EQ(open(R"("kind":"temporary","opened_on":"2026-11-01","ends_on":"2027-05-01")"),
              "422 ends_on cases.end_too_late");
    EXPECT_EQ(open(R"("kind":"temporary","opened_on":"2026-11-01","ends_on":"2027-04-30")"), "201");
}

TEST_P(Cases, an_integrated_case_has_no_end)
{
    const auto body = open_body(
        "c1", "amina", R"("kind":"integrated","opened_on":"2026-11-01","ends_on":"2026-12-01")");
    EXPECT_EQ(outcome(sara, "POST /api/cases/cases", body), "422 ends_on cases.end_not_expected");
}

TEST_P(Cases, the_reason_of_a_refusal_is_said)
{
    const auto response =
        ask(sara, "POST /api/cases/cases",
            open_body("c1", "amina", R"("kind":"temporary","opened_on":"2026-11-01")"));
    EXPECT_NE(response.body.find("entro 180 giorni dall'apertura: al più tardi il 2027-04-30"),
              std::string::npos)
        << response.body;
}

TEST_P(Cases, are_not_opened_in_the_future_or_for_nobody)
{
    EXPECT_EQ(outcome(sara, "POST /api/cases/cases",
                      open_body("c1", "amina", R"("kind":"integrated","opened_on":"2026-11-24")")),
              "422 opened_on in_the_future");
    EXPECT_EQ(outcome(sara, "POST /api/cases/cases",
                      open_body("c1", "nobody", R"("kind":"integrated","opened_on":"2026-11-01")")),
              "404 core.not_found");
}

TEST_P(Cases, a_person_has_one_open_case)
{
    open_integrated("c1", "amina");
    const auto again = open_body("c2", "amina", R"("kind":"integrated","opened_on":"2026-11-10")");
    const auto response = ask(luca, "POST /api/cases/cases", again);
    EXPECT_EQ(response.status, 409);
    EXPECT_NE(response.body.find("cases.already_open"), std::string::npos);
    EXPECT_NE(response.body.find("Sara Marchetti"), std::string::npos) << response.body;

    EXPECT_EQ(
        outcome(sara, "POST " + at("c1", "/close"), R"({"on":"2026-11-09","reason":"NEED_MET"})"),
        "200");
    EXPECT_EQ(outcome(luca, "POST /api/cases/cases", again), "201");
    EXPECT_EQ(outcome(sara, "POST " + at("c1", "/reopen")), "409 cases.already_open");
}

TEST_P(Cases, the_open_case_of_a_merged_record_counts)
{
    add_person("amina again", R"("given_name":"Aminata","family_name":"Keita","gender":"F")");
    open_integrated("c1", "amina again");
    merge("amina", "amina again");
    EXPECT_EQ(outcome(sara, "POST /api/cases/cases",
                      open_body("c2", "amina", R"("kind":"integrated","opened_on":"2026-11-10")")),
              "409 cases.already_open");
    EXPECT_EQ(items(giulia, "GET /api/cases/persons/" + id("amina") + "/cases", {"c1"}), "c1");
}

TEST_P(Cases, are_seen_whole_by_their_team_and_the_coordinator_alone)
{
    open_integrated("c1", "amina");
    EXPECT_EQ(outcome(sara, "GET " + at("c1")), "200");
    EXPECT_EQ(outcome(luca, "GET " + at("c1")), "200");
    EXPECT_EQ(outcome(marco, "GET " + at("c1")), "200");
    for (const auto& stranger : {nadia, giulia, paola, bruno})
        EXPECT_EQ(outcome(stranger, "GET " + at("c1")), "404 core.not_found") << stranger.login;
    EXPECT_EQ(
        outcome(nadia, "POST " + at("c1", "/close"), R"({"on":"2026-11-09","reason":"DEATH"})"),
        "404 core.not_found");
    EXPECT_EQ(items(luca, "GET /api/cases/cases", {"c1"}), "c1");
    EXPECT_EQ(items(marco, "GET /api/cases/cases", {"c1"}), "c1");
    EXPECT_EQ(items(nadia, "GET /api/cases/cases", {"c1"}), "");
}

TEST_P(Cases, operators_see_that_a_case_exists_and_no_more)
{
    const auto body = open_body(
        "c1", "amina",
        R"("kind":"integrated","opened_on":"2026-11-01","needs":["ADDICTION"],"note":"riservato")");
    ASSERT_EQ(outcome(sara, "POST /api/cases/cases", body), "201");
    for (const auto& one : {giulia, paola, nadia}) {
        const auto response = ask(one, "GET /api/cases/persons/" + id("amina") + "/cases");
        EXPECT_EQ(response.status, 200);
        EXPECT_NE(response.body.find("Sara Marchetti"), std::string::npos);
        EXPECT_NE(response.body.find(R"("may_open":false)"), std::string::npos);
        for (const char* hidden : {"ADDICTION", "riservato", "Diallo", "district"})
            EXPECT_EQ(response.body.find(hidden), std::string::npos) << hidden;
    }
    const auto own = ask(luca, "GET /api/cases/persons/" + id("amina") + "/cases");
    EXPECT_NE(own.body.find(R"("may_open":true)"), std::string::npos);
    EXPECT_EQ(outcome(bruno, "GET /api/cases/persons/" + id("amina") + "/cases"),
              "404 core.not_found");
}

TEST_P(Cases, a_temporary_case_is_handed_over_before_it_is_closed)
{
    open_temporary("c1", "amina", "2026-12-01");
    const auto close = R"({"on":"2026-11-20","reason":"NEED_MET"})";
    EXPECT_EQ(outcome(sara, "POST " + at("c1", "/close"), close), "409 cases.hand_over_missing");
    EXPECT_EQ(outcome(sara, "POST " + at("c1", "/hand_over/accept"), R"({"on":"2026-11-15"})"),
              "409 cases.no_hand_over");

    EXPECT_EQ(outcome(sara, "POST " + at("c1", "/hand_over"),
                      R"({"to":"Municipio V","destination":"area","sent_on":"2026-11-10"})"),
              "200");
    EXPECT_EQ(outcome(sara, "POST " + at("c1", "/close"), close), "409 cases.hand_over_missing");
    EXPECT_EQ(outcome(sara, "POST " + at("c1", "/hand_over/accept"), R"({"on":"2026-11-09"})"),
              "422 on cases.too_early");
    EXPECT_EQ(outcome(sara, "POST " + at("c1", "/hand_over/accept"), R"({"on":"2026-11-15"})"),
              "200");
    EXPECT_EQ(outcome(sara, "POST " + at("c1", "/close"), close), "200");
    EXPECT_EQ(member(sara, "GET " + at("c1"), "hand_over_accepted_on"), "2026-11-15");
}

TEST_P(Cases, some_reasons_say_why_there_was_no_hand_over)
{
    open_temporary("c1", "amina", "2026-12-01");
    EXPECT_EQ(outcome(sara, "POST " + at("c1", "/close"),
                      R"({"on":"2026-11-20","reason":"UNREACHABLE"})"),
              "200");
}

TEST_P(Cases, a_hand_over_can_be_corrected_and_removed)
{
    open_temporary("c1", "amina", "2026-12-01");
    const auto hand_over = [&](const std::string& to) {
        return outcome(sara, "POST " + at("c1", "/hand_over"),
                       R"({"to":")" + to + R"(","destination":"area","sent_on":"2026-11-10"})");
    };
    EXPECT_EQ(hand_over("Municipio V"), "200");
    EXPECT_EQ(hand_over("Municipio VI"), "200");
    EXPECT_EQ(member(sara, "GET " + at("c1"), "hand_over_to"), "Municipio VI");
    EXPECT_EQ(outcome(sara, "DELETE " + at("c1", "/hand_over")), "200");
    EXPECT_EQ(outcome(sara, "DELETE " + at("c1", "/hand_over")), "200");
    EXPECT_EQ(member(sara, "GET " + at("c1"), "hand_over_to"), "absent");
    EXPECT_EQ(hand_over("SAMIFO"), "200");
    EXPECT_EQ(member(sara, "GET " + at("c1"), "hand_over_to"), "SAMIFO");
}

TEST_P(Cases, closing_can_be_undone)
{
    open_integrated("c1", "amina");
    EXPECT_EQ(outcome(sara, "POST " + at("c1", "/close"),
                      R"({"on":"2026-11-20","reason":"NEED_MET","note":"tutto risolto"})"),
              "200");
    EXPECT_EQ(member(sara, "GET " + at("c1"), "closure_note"), "tutto risolto");
    EXPECT_EQ(
        outcome(sara, "POST " + at("c1", "/close"), R"({"on":"2026-11-21","reason":"OTHER"})"),
        "409 cases.closed");
    EXPECT_EQ(outcome(sara, "POST " + at("c1", "/reopen")), "200");
    EXPECT_EQ(outcome(sara, "POST " + at("c1", "/reopen")), "200");
    EXPECT_EQ(member(sara, "GET " + at("c1"), "state"), "open");
    EXPECT_EQ(member(sara, "GET " + at("c1"), "closed_on"), "absent");
}

TEST_P(Cases, close_after_everything_that_was_done)
{
    open_integrated("c1", "amina");
    EXPECT_EQ(outcome(sara, "POST " + at("c1", "/interventions"),
                      R"({"id":")" + id("i1") + R"(","code":"SSP.COLL","on":"2026-11-10"})"),
              "201");
    const auto close = [&](const std::string& on) {
        return outcome(sara, "POST " + at("c1", "/close"),
                       R"({"on":")" + on + R"(","reason":"NEED_MET"})");
    };
    EXPECT_EQ(close("2026-10-31"), "422 on cases.too_early");
    EXPECT_EQ(close("2026-11-09"), "422 on cases.too_early");
    EXPECT_EQ(close("2026-11-24"), "422 on in_the_future");
    EXPECT_EQ(close("2026-11-10"), "200");
}

TEST_P(Cases, interventions_are_recorded_within_the_case)
{
    open_integrated("c1", "amina");
    const auto record = [&](const std::string& name, const std::string& rest) {
        return outcome(sara, "POST " + at("c1", "/interventions"),
                       R"({"id":")" + id(name) + R"(",)" + rest + "}");
    };
    EXPECT_EQ(record("i1", R"("code":"SSP.COLL","on":"2026-10-31")"), "422 on cases.too_early");
    EXPECT_EQ(record("i1", R"("code":"SSP.COLL","on":"2026-11-24")"), "422 on in_the_future");
    EXPECT_EQ(record("i1", R"("code":"NOTHING","on":"2026-11-10")"), "422 code unknown_code");
    EXPECT_EQ(record("i1", R"("code":"SSP.COLL","on":"2026-11-10","hours":0)"),
              "422 hours cases.no_hours");
    EXPECT_EQ(
        record(
            "i1",
            R"("code":"SSP.COLL","on":"2026-11-10","hours":1.5,"note":"primo","project":"LGNET3")"),
        "201");
    EXPECT_EQ(
        record(
            "i1",
            R"("code":"SSP.COLL","on":"2026-11-10","hours":1.5,"note":"primo","project":"LGNET3")"),
        "201"); // repeated: as the first time
    EXPECT_EQ(record("i1", R"("code":"SSP.COLL","on":"2026-11-11")"), "409 core.id_taken");
    EXPECT_EQ(member(sara, "GET " + at("c1"), "interventions"), "1 entries");
}

TEST_P(Cases, interventions_are_cancelled_and_restored)
{
    open_integrated("c1", "amina");
    ASSERT_EQ(outcome(sara, "POST " + at("c1", "/interventions"),
                      R"({"id":")" + id("i1") + R"(","code":"SSP.COLL","on":"2026-11-10"})"),
              "201");
    const auto one = "/api/cases/interventions/" + id("i1");
    EXPECT_EQ(outcome(nadia, "DELETE " + one), "404 core.not_found");
    EXPECT_EQ(outcome(luca, "DELETE " + one), "204");
    EXPECT_EQ(outcome(luca, "DELETE " + one), "204");
    EXPECT_NE(ask(sara, "GET " + at("c1")).body.find(R"("cancelled":true)"), std::string::npos);
    EXPECT_NE(ask(sara, "GET /api/cases/cases").body.find(R"("interventions":0)"),
              std::string::npos);
    EXPECT_EQ(outcome(sara, "POST " + one + "/restore"), "200");
    EXPECT_NE(ask(sara, "GET /api/cases/cases").body.find(R"("interventions":1)"),
              std::string::npos);
    EXPECT_EQ(outcome(sara, "DELETE /api/cases/interventions/" + id("other")),
              "404 core.not_found");
}

TEST_P(Cases, a_closed_case_does_not_change)
{
    open_integrated("c1", "amina");
    ASSERT_EQ(
        outcome(sara, "POST " + at("c1", "/close"), R"({"on":"2026-11-20","reason":"NEED_MET"})"),
        "200");
    EXPECT_EQ(outcome(sara, "POST " + at("c1", "/interventions"),
                      R"({"id":")" + id("i1") + R"(","code":"SSP.COLL","on":"2026-11-10"})"),
              "409 cases.closed");
    EXPECT_EQ(outcome(sara, "PUT " + at("c1"),
                      R"({"kind":"integrated","opened_on":"2026-11-02","district":"RM-II"})"),
              "409 cases.closed");
    EXPECT_EQ(outcome(sara, "POST " + at("c1", "/hand_over"),
                      R"({"to":"Municipio V","destination":"area","sent_on":"2026-11-10"})"),
              "409 cases.closed");
}

TEST_P(Cases, are_corrected)
{
    open_temporary("c1", "amina", "2026-12-01");
    ASSERT_EQ(outcome(sara, "POST " + at("c1", "/interventions"),
                      R"({"id":")" + id("i1") + R"(","code":"SSP.COLL","on":"2026-11-10"})"),
              "201");
    EXPECT_EQ(outcome(sara, "PUT " + at("c1"),
                      R"({"kind":"integrated","opened_on":"2026-11-11","district":"RM-II"})"),
              "422 opened_on cases.too_late");
    EXPECT_EQ(outcome(luca, "PUT " + at("c1"),
                      R"({"kind":"integrated","opened_on":"2026-11-10","district":"RM-II",)"
                      R"("needs":["LEGAL"]})"),
              "200");
    EXPECT_EQ(member(sara, "GET " + at("c1"), "ends_on"), "absent");
    EXPECT_EQ(member(sara, "GET " + at("c1"), "kind"), "integrated");
}

TEST_P(Cases, the_list_goes_on_page_by_page)
{
    for (const auto* name : {"p1", "p2", "p3"})
        add_person(name, R"("nickname":"N )" + std::string(name) + '"');
    open_integrated("c1", "p1", "2026-11-01");
    open_integrated("c2", "p2", "2026-11-03");
    open_integrated("c3", "p3", "2026-11-03");

    std::string seen;
    std::string line = "GET /api/cases/cases?limit=1";
    for (int page = 0; page < 3; ++page) {
        seen += items(sara, line, {"c1", "c2", "c3"}) + " ";
        line = "GET /api/cases/cases?limit=1&after=" + member(sara, line, "next");
    }
    EXPECT_TRUE(seen == "c2 c3 c1 " || seen == "c3 c2 c1 ") << seen;
    EXPECT_EQ(member(sara, "GET /api/cases/cases?limit=3", "next"), "absent");
    EXPECT_EQ(outcome(sara, "GET /api/cases/cases?after=nonsense"), "422 after cases.cursor");
}

TEST_P(Cases, the_list_is_narrowed)
{
    add_person("p3", R"("nickname":"Terzo")");
    open_temporary("near", "amina", "2026-12-07");
    open_temporary("far", "ibrahima", "2026-12-08");
    ASSERT_EQ(outcome(luca, "POST /api/cases/cases",
                      open_body("his", "p3", R"("kind":"integrated","opened_on":"2026-11-02")")),
              "201");
    const std::vector<std::string> names{"near", "far", "his"};
    EXPECT_EQ(items(sara, "GET /api/cases/cases?overdue=true", names), "near");
    EXPECT_EQ(items(luca, "GET /api/cases/cases?mine=true", names), "his");
    ASSERT_EQ(
        outcome(luca, "POST " + at("his", "/close"), R"({"on":"2026-11-20","reason":"NEED_MET"})"),
        "200");
    EXPECT_EQ(items(sara, "GET /api/cases/cases?state=closed", names), "his");
    EXPECT_EQ(outcome(sara, "GET /api/cases/cases?state=lost"), "422 state unknown_code");
}

TEST_P(Cases, tell_what_the_person_page_says)
{
    const auto person = "GET /api/people/persons/" + id("amina");
    EXPECT_EQ(member(sara, person, "case_state"), "absent");
    open_integrated("c1", "amina", "2026-11-05");
    EXPECT_EQ(member(sara, person, "engaged_on"), "2026-11-05");
    EXPECT_EQ(member(sara, person, "case_state"), "open");

    EXPECT_EQ(outcome(sara, "DELETE " + at("c1")), "204");
    EXPECT_EQ(outcome(sara, "DELETE " + at("c1")), "204");
    EXPECT_EQ(member(sara, person, "engaged_on"), "absent");
    EXPECT_EQ(member(sara, person, "case_state"), "absent");
    EXPECT_EQ(items(sara, "GET /api/cases/cases", {"c1"}), "");

    EXPECT_EQ(outcome(sara, "POST " + at("c1", "/restore")), "200");
    EXPECT_EQ(member(sara, person, "engaged_on"), "2026-11-05");
    ASSERT_EQ(
        outcome(sara, "POST " + at("c1", "/close"), R"({"on":"2026-11-20","reason":"NEED_MET"})"),
        "200");
    EXPECT_EQ(member(sara, person, "case_state"), "closed");
}

TEST_P(Cases, a_cancelled_case_makes_room_for_another)
{
    open_integrated("c1", "amina");
    ASSERT_EQ(outcome(sara, "DELETE " + at("c1")), "204");
    open_integrated("c2", "amina");
    EXPECT_EQ(outcome(sara, "POST " + at("c1", "/restore")), "409 cases.already_open");
}

TEST_P(Cases, belong_to_a_team_of_their_worker)
{
    const auto body =
        open_body("c1", "amina", R"("kind":"integrated","opened_on":"2026-11-01","team":"um1")");
    EXPECT_EQ(outcome(sara, "POST /api/cases/cases", body), "422 team unknown_code");
    const auto alone = test_house::actor("sola@roma", core::social_worker);
    EXPECT_EQ(outcome(alone, "POST /api/cases/cases",
                      open_body("c1", "amina", R"("kind":"integrated","opened_on":"2026-11-01")")),
              "409 cases.no_team");
}

INSTANTIATE_TEST_SUITE_P(Both, Cases, test_stores::both(), ::testing::PrintToStringParamName());
