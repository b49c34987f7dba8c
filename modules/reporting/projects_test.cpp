// SPDX-License-Identifier: EUPL-1.2
// Money is exact to the cent and every act about it can be undone; a project says how it stands
// beside its plan.
#include <gtest/gtest.h>

#include "access/access.h"
#include "base/json.h"
#include "core/log.h"
#include "core/testing.h"
#include "monitoring/monitoring.h"
#include "people/people.h"
#include "reporting/work.h"

namespace {

std::string id(const std::string& name) { return to_string(named_uuid("test " + name)); }

class Funded : public ::testing::TestWithParam<test_stores::Engine> {
protected:
    Funded()
        : house_(GetParam(), {access::module(), people::module(), reporting::module()}, {"roma"})
    {
        core::set_log_level("warning");
        EXPECT_EQ(outcome("POST /api/reporting/projects",
                          R"({"id":")" + id("net") +
                              R"(","name":"Rete","fund":"AMIF_2021_2027","starts_on":"2026-01-01",)"
                              R"("ends_on":"2027-06-30"})"),
                  "201");
        EXPECT_EQ(add_line("staff", "0.30"), "201");
    }

    std::string outcome(const std::string& line, const std::string& body = {})
    {
        return test_house::outcome_of(house_.ask(marco, line, body));
    }

    static std::string net(const std::string& rest = "")
    {
        return "/api/reporting/projects/" + id("net") + rest;
    }

    std::string add_line(const std::string& name, const std::string& amount)
    {
        return outcome("POST " + net("/lines"), R"({"id":")" + id(name) +
                                                    R"(","heading":"STAFF","name":")" + name +
                                                    R"(","amount":")" + amount + "\"}");
    }

    std::string spend(const std::string& name, const std::string& amount,
                      const std::string& day = "2026-11-02")
    {
        return outcome("POST /api/reporting/lines/" + id("staff") + "/expenses",
                       R"({"id":")" + id(name) + R"(","spent_on":")" + day + R"(","name":")" +
                           name + R"(","amount":")" + amount + "\"}");
    }

    // "budget spent left" of the whole project.
    std::string sums()
    {
        const auto response = house_.ask(marco, "GET " + net());
        const auto document = JsonDocument::parse(response.body);
        const auto sums = document.root().member("sums");
        return std::string(sums.member("budget").text()) + " " +
               std::string(sums.member("spent").text()) + " " +
               std::string(sums.member("left").text());
    }

    test_house::TestHouse house_;
    const core::Actor marco = test_house::actor("marco@roma", core::city_coordinator);
};

INSTANTIATE_TEST_SUITE_P(Both, Funded, test_stores::both(), ::testing::PrintToStringParamName());

} // namespace

TEST_P(Funded, money_is_exact)
{
    // In binary, three times ten cents are not thirty.
    for (const auto* name : {"a", "b", "c"})
        EXPECT_EQ(spend(name, "0.10"), "201");
    EXPECT_EQ(sums(), "0.30 0.30 0.00");
    EXPECT_EQ(spend("d", "0.05"), "201");
    EXPECT_EQ(sums(), "0.30 0.35 -0.05");
    EXPECT_EQ(add_line("large", "999999999.99"), "201");
    EXPECT_EQ(sums(), "1000000000.29 0.35 999999999.94");
}

TEST_P(Funded, an_amount_is_a_decimal_text)
{
    for (const auto* amount : {"0", "0.00", "-1", "1,50", "1.234", "1e3", "ten"})
        EXPECT_EQ(spend("x", amount), "422 amount reporting.no_amount") << amount;
}

TEST_P(Funded, what_is_undone_is_not_counted)
{
    EXPECT_EQ(spend("a", "0.10"), "201");
    EXPECT_EQ(outcome("DELETE /api/reporting/lines/" + id("staff")),
              "409 reporting.line_has_expenses");
    EXPECT_EQ(outcome("DELETE /api/reporting/expenses/" + id("a")), "204");
    EXPECT_EQ(sums(), "0.30 0.00 0.30");
    EXPECT_EQ(outcome("POST /api/reporting/expenses/" + id("a") + "/restore"), "200");
    EXPECT_EQ(sums(), "0.30 0.10 0.20");
    EXPECT_EQ(outcome("DELETE /api/reporting/expenses/" + id("a")), "204");
    EXPECT_EQ(outcome("DELETE /api/reporting/lines/" + id("staff")), "204");
    EXPECT_EQ(sums(), "0.00 0.00 0.00");
    EXPECT_EQ(spend("b", "0.10"), "409 reporting.line_cancelled");
}

TEST_P(Funded, a_partner_with_a_budget_stays)
{
    const auto partner = R"({"id":")" + id("coop") +
                         R"(","name":"Coop","kind":"third_sector","role":"PARTNER",)"
                         R"("field_codes":["II.003"],"action_codes":["011"],)"
                         R"("implementation":"003"})";
    EXPECT_EQ(outcome("POST " + net("/partners"), partner), "201");
    EXPECT_EQ(outcome("POST " + net("/lines"),
                      R"({"id":")" + id("theirs") + R"(","partner":")" + id("coop") +
                          R"(","heading":"SERVICES","name":"Corso","amount":"10"})"),
              "201");
    EXPECT_EQ(outcome("DELETE /api/reporting/partners/" + id("coop")),
              "409 reporting.partner_has_budget");
    EXPECT_EQ(outcome("POST " + net("/lines"),
                      R"({"id":")" + id("nobody") + R"(","partner":")" + id("nobody") +
                          R"(","heading":"SERVICES","name":"Corso","amount":"10"})"),
              "422 partner reporting.no_such_partner");
    EXPECT_EQ(outcome("DELETE /api/reporting/lines/" + id("theirs")), "204");
    EXPECT_EQ(outcome("DELETE /api/reporting/partners/" + id("coop")), "204");
}

TEST_P(Funded, codes_are_those_of_the_annex)
{
    const auto with = [&](const std::string& rest) {
        return outcome("POST /api/reporting/projects",
                       R"({"id":")" + id("other") +
                           R"(","name":"Altra","fund":"LOCAL","starts_on":"2026-01-01",)"
                           R"("ends_on":"2026-12-31",)" +
                           rest + "}");
    };
    EXPECT_EQ(with(R"("field_codes":["II.013"])"), "422 field_codes[0] unknown_code");
    EXPECT_EQ(with(R"("cup":"J85E 2200005000")"), "422 cup reporting.no_cup");
    EXPECT_EQ(with(R"("cup":"J85E22000050001","field_codes":["II.011"])"), "201");
}

TEST(State, of_an_activity_follows_from_its_plan)
{
    const auto day = [](const char* text) { return parse_date(text).value(); };
    reporting::ActivityDetails activity;
    activity.planned_from = day("2026-07-01");
    activity.planned_until = day("2026-09-30");
    EXPECT_EQ(reporting::state_of(activity, day("2026-07-01")), "PLANNED");
    EXPECT_EQ(reporting::state_of(activity, day("2026-07-02")), "LATE");
    activity.begun_on = day("2026-07-05");
    EXPECT_EQ(reporting::state_of(activity, day("2026-09-30")), "GOING");
    EXPECT_EQ(reporting::state_of(activity, day("2026-10-01")), "LATE");
    activity.done_on = day("2026-10-02");
    EXPECT_EQ(reporting::state_of(activity, day("2026-10-01")), "LATE");
    EXPECT_EQ(reporting::state_of(activity, day("2026-10-02")), "DONE_LATE");
}
