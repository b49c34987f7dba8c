// SPDX-License-Identifier: EUPL-1.2
#include "cases/rows.h"

#include <gtest/gtest.h>

#include "cases/testing.h"

namespace {

using test_cases::id;

class Rows : public test_cases::Service {
protected:
    std::vector<std::vector<std::string>> read(const store::Sql& sql)
    {
        std::vector<std::vector<std::string>> found;
        house_.store("roma").read([&](store::Transaction& transaction) {
            const auto rows = transaction.query(sql);
            while (rows->next()) {
                auto& row = found.emplace_back();
                for (int i = 0; i < rows->columns(); ++i)
                    row.emplace_back(rows->is_null(i) ? "-" : rows->text(i));
            }
        });
        return found;
    }
};

using Table = std::vector<std::vector<std::string>>;

} // namespace

TEST_P(Rows, what_is_said_of_a_person_is_sealed_in_the_store)
{
    ASSERT_EQ(
        outcome(sara, "POST /api/cases/cases",
                open_body("c1", "amina",
                          R"("kind":"integrated","opened_on":"2026-11-01","needs":["HEALTH"],)"
                          R"("note":"dorme in stazione")")),
        "201");
    ASSERT_EQ(outcome(sara, "POST " + at("c1", "/interventions"),
                      R"({"id":")" + id("i1") +
                          R"(","code":"PSI.COLL","on":"2026-11-10","note":"non dorme"})"),
              "201");
    ASSERT_EQ(outcome(sara, "POST " + at("c1", "/hand_over"),
                      R"({"to":"SerD","destination":"area","sent_on":"2026-11-12"})"),
              "200");
    static const store::Sql sealed("select c.needs, c.reason_note, i.note, h.receiver"
                                   " from cases_case c"
                                   " join cases_intervention i on i.case_id = c.id"
                                   " join cases_hand_over h on h.case_id = c.id");
    const auto rows = read(sealed);
    ASSERT_EQ(rows.size(), 1u);
    for (const auto& cell : rows[0])
        EXPECT_TRUE(cell.starts_with("s1.")) << cell;
    EXPECT_EQ(member(sara, "GET " + at("c1"), "reason_note"), "dorme in stazione");
    EXPECT_EQ(member(sara, "GET " + at("c1"), "hand_over_to"), "SerD");
}

TEST_P(Rows, facts_leave_out_what_was_cancelled)
{
    open_temporary("c1", "amina", "2026-12-01");
    open_integrated("c2", "ibrahima");
    ASSERT_EQ(outcome(sara, "POST " + at("c1", "/hand_over"),
                      R"({"to":"Municipio V","destination":"other_city","sent_on":"2026-11-10",)"
                      R"("accepted_on":"2026-11-12"})"),
              "200");
    for (const auto* name : {"i1", "i2"})
        ASSERT_EQ(outcome(sara, "POST " + at("c1", "/interventions"),
                          R"({"id":")" + id(name) +
                              R"(","code":"SSP.COLL","on":"2026-11-10","project":"LGNET3"})"),
                  "201");
    ASSERT_EQ(
        outcome(sara, "POST " + at("c1", "/close"), R"({"on":"2026-11-20","reason":"OTHER_CITY"})"),
        "200");
    ASSERT_EQ(outcome(sara, "POST " + at("c1", "/reopen")), "200");
    ASSERT_EQ(outcome(sara, "DELETE /api/cases/interventions/" + id("i2")), "204");
    ASSERT_EQ(outcome(sara, "DELETE " + at("c2")), "204");

    static const store::Sql facts(
        "select case_key, person_key, kind, opened_on, ends_on, closed_on, closure_reason,"
        " hand_over_accepted_on, hand_over_destination, district, team from cases_fact_case");
    EXPECT_EQ(read(facts), (Table{{id("c1"), id("amina"), "temporary", "2026-11-01", "2026-12-01",
                                   "-", "-", "2026-11-12", "other_city", "RM-I", "ss1"}}));
    static const store::Sql interventions(
        "select intervention_key, case_key, person_key, day, code,"
        " project, district from cases_fact_intervention");
    EXPECT_EQ(read(interventions), (Table{{id("i1"), id("c1"), id("amina"), "2026-11-10",
                                           "SSP.COLL", "LGNET3", "RM-I"}}));
}

TEST_P(Rows, every_statement_is_one_that_the_database_understands)
{
    for (const auto* sql : store::every_statement())
        if (sql->text().find("cases_") != std::string::npos) {
            EXPECT_NO_THROW(house_.store("roma").prepare(*sql)) << sql->text();
        }
}

TEST_P(Rows, assessments_and_extensions_say_nothing_in_the_store)
{
    open_temporary("c1", "amina", "2026-12-01");
    ASSERT_EQ(outcome(sara, "POST " + at("c1", "/assessments"),
                      R"({"id":")" + id("a1") + R"(","instrument":"adult"})"),
              "201");
    ASSERT_EQ(outcome(sara, "PUT /api/cases/assessments/" + id("a1") + "/parts/health",
                      R"({"answers":[{"question":"mind","level":3}],"note":"non dorme"})"),
              "200");
    ASSERT_EQ(outcome(sara, "POST " + at("c1", "/extension"),
                      R"({"id":")" + id("e1") +
                          R"(","ends_on":"2026-12-20","reason":"HEALTH","note":"ricovero"})"),
              "201");
    static const store::Sql sealed("select p.answers, p.note, e.reason, e.note"
                                   " from cases_assessment_part p, cases_extension e");
    const auto rows = read(sealed);
    ASSERT_EQ(rows.size(), 1u);
    for (const auto& cell : rows[0])
        EXPECT_TRUE(cell.starts_with("s1.")) << cell;

    static const store::Sql facts("select assessment_key, case_key, person_key, closed_on,"
                                  " professions, complete from cases_fact_assessment");
    EXPECT_EQ(read(facts), (Table{{id("a1"), id("c1"), id("amina"), "-", "1", "0"}}));
    ASSERT_EQ(outcome(sara, "PUT " + at("c1", "/plan"), R"({"own_words":"Una casa"})"), "200");
    static const store::Sql plans("select case_key, written_on, agreed_on from cases_fact_plan");
    EXPECT_EQ(read(plans), (Table{{id("c1"), "2026-11-23", "-"}}));
}

// What the acts check, the schema checks again: these rows could only come from a mistake of ours.
TEST_P(Rows, the_schema_has_the_last_word)
{
    open_integrated("c1", "amina");
    static const store::Sql no_end("update cases_case set kind = 'temporary' where state = 'open'");
    static const store::Sql closed_without_reason(
        "update cases_case set state = 'closed', closed_on = '2026-11-20'");
    static const store::Sql closed_before("update cases_case set state = 'closed',"
                                          " closure_reason = 'OTHER', closed_on = '2026-01-01'");
    static const store::Sql twice_open(
        "insert into cases_case (id, person, kind, state, opened_on, opened_by, worker, team,"
        " district, recorded_at) select 'x', person, kind, state, opened_on, opened_by, worker, "
        "team,"
        " district, recorded_at from cases_case");
    for (const auto* sql : {&no_end, &closed_without_reason, &closed_before, &twice_open})
        EXPECT_THROW(house_.store("roma").write(
                         [&](store::Transaction& transaction) { transaction.execute(*sql); }),
                     store::ConstraintBroken)
            << sql->text();
}

TEST_P(Rows, vulnerabilities_are_counted_without_saying_which)
{
    open_integrated("c1", "amina");
    const auto add = [&](const std::string& name, const std::string& circumstance) {
        return outcome(sara, "POST " + at("c1", "/vulnerabilities"),
                       R"({"id":")" + id(name) + R"(","circumstance":")" + circumstance +
                           R"(","since":"2026-11-10","source":"TOLD","severity":"high",)"
                           R"("note":"lo ha detto a Vera"})");
    };
    ASSERT_EQ(add("v1", "V10"), "201");
    ASSERT_EQ(add("v2", "V17"), "201");
    ASSERT_EQ(add("v3", "V05"), "201");
    ASSERT_EQ(outcome(sara, "DELETE /api/cases/vulnerabilities/" + id("v3")), "204");
    for (const auto* name : {"i1", "i2", "i3"})
        ASSERT_EQ(outcome(sara, "POST " + at("c1", "/interventions"),
                          R"({"id":")" + id(name) + R"(","code":"PSI.TORT","on":"2026-11-12"})"),
                  "201");
    const auto answer = [&](const std::string& interventions) {
        return outcome(sara, "PUT /api/cases/vulnerabilities/" + id("v1") + "/answers",
                       R"({"interventions":[)" + interventions + "]}");
    };
    ASSERT_EQ(answer("\"" + id("i1") + "\",\"" + id("i2") + "\",\"" + id("i3") + '"'), "200");
    ASSERT_EQ(answer("\"" + id("i1") + "\",\"" + id("i2") + '"'), "200"); // i3 is taken away
    ASSERT_EQ(outcome(sara, "DELETE /api/cases/interventions/" + id("i2")), "204");

    static const store::Sql sealed("select circumstance, note from cases_vulnerability");
    const auto rows = read(sealed);
    ASSERT_EQ(rows.size(), 3u);
    for (const auto& row : rows)
        for (const auto& cell : row)
            EXPECT_TRUE(cell.starts_with("s1.")) << cell;

    static const store::Sql facts("select vulnerability_key, case_key, person_key, since, ended_on,"
                                  " art17, district from cases_fact_vulnerability"
                                  " order by art17 desc");
    EXPECT_EQ(read(facts),
              (Table{{id("v1"), id("c1"), id("amina"), "2026-11-10", "-", "1", "RM-I"},
                     {id("v2"), id("c1"), id("amina"), "2026-11-10", "-", "0", "RM-I"}}));
    static const store::Sql answers("select vulnerability_key, intervention_key, day"
                                    " from cases_fact_vulnerability_answer");
    EXPECT_EQ(read(answers), (Table{{id("v1"), id("i1"), "2026-11-12"}}));
}

INSTANTIATE_TEST_SUITE_P(Both, Rows, test_stores::both(), ::testing::PrintToStringParamName());
