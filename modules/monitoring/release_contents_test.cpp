// SPDX-License-Identifier: EUPL-1.2
// What the modules read out of a release, each in the city that has taken it: words of an
// assessment, a questionnaire, rules of warnings and of returns. What was asked, or has warned,
// stays.
#include "access/access.h"
#include "base/embedded.h"
#include "cases/cases.h"
#include "core/log.h"
#include "core/testing.h"
#include "monitoring/monitoring.h"
#include "network/network.h"
#include "people/people.h"
#include "screening/screening.h"
#include "survey/survey.h"

namespace monitoring {

namespace {

constexpr auto assessment = "catalogue/forms/assessment_adult.toml";
constexpr auto choices = "catalogue/forms/survey_bodies/choices.csv";
constexpr auto warnings = "catalogue/warnings.toml";
constexpr auto returns = "catalogue/returns.toml";

class ReleaseContents : public ::testing::TestWithParam<test_stores::Engine> {
protected:
    ReleaseContents() { core::set_log_level("off"); }

    std::string said(const core::Actor& who, const std::string& line, const std::string& body = {})
    {
        const auto response = house_.ask(who, line, body);
        network::settle(*house_.house);
        return test_house::outcome_of(response);
    }
    std::string put(const std::string& path, const std::string& text)
    {
        std::string body = R"({"path":")" + path + R"(","text":)";
        write_json(body, text);
        return said(anna, "PUT /api/network/draft", body + "}");
    }
    // A file of the program, once with other words in a place.
    static std::string with(const char* path, std::string_view before, std::string_view after)
    {
        std::string text(find_embedded(path).value());
        const auto at = text.find(before);
        EXPECT_NE(at, std::string::npos) << before;
        return text.replace(at, before.size(), after);
    }
    std::string publish()
    {
        return said(anna, "POST /api/network/releases",
                    R"({"id":")" + release_ + R"(","notes":"Nuovo"})");
    }
    std::string take(const core::Actor& who)
    {
        return said(who, "POST /api/network/releases/" + release_ + "/take", "{}");
    }
    std::string sheet(const core::Actor& who)
    {
        return house_.ask(who, "GET /api/network/releases/" + release_).body;
    }
    bool finds(const core::Actor& who, const std::string& line, const std::string& text)
    {
        return house_.ask(who, line).body.find(text) != std::string::npos;
    }

    test_house::TestHouse house_{GetParam(),
                                 {network::module(), access::module(), people::module(),
                                  cases::module(), screening::module(), survey::module(),
                                  monitoring::module()}};
    const core::Actor anna = test_house::actor("anna@rete", core::network_direction);
    const core::Actor marco = test_house::actor("marco@roma", core::city_coordinator);
    const core::Actor carlo = test_house::actor("carlo@milano", core::city_coordinator);

private:
    const std::string release_ = to_string(named_uuid("release"));
};

} // namespace

TEST_P(ReleaseContents, word_an_assessment_anew_and_drop_no_question_of_it)
{
    const auto gone = with(assessment, R"(code = "place")",
                           R"(code = "where_else")"); // a new meaning, a new code
    ASSERT_EQ(put(assessment, gone), "200");
    EXPECT_EQ(publish(), "409 network.release_orphans");
    ASSERT_EQ(put(assessment, with(assessment, "attention = 40", "attention = \"much\"")), "200");
    EXPECT_EQ(publish(), "409 network.release_faulty");
    ASSERT_EQ(put(assessment, with(assessment, "Dove dorme", "Dove passa la notte")), "200");
    EXPECT_EQ(publish(), "201");
    EXPECT_EQ(take(marco), "200");

    const auto shown = sheet(carlo);
    EXPECT_NE(shown.find(R"("changes":[{"list":"assessment_adult","code":"housing.place",)"
                         R"("what":"changed","it":"Dove passa la notte",)"
                         R"("en":"Where they sleep",)"
                         R"("details":["it: Dove dorme → Dove passa la notte"]}])"),
              std::string::npos)
        << shown;
    EXPECT_TRUE(finds(marco, "GET /api/cases/instruments", "Dove passa la notte"));
    EXPECT_FALSE(finds(carlo, "GET /api/cases/instruments", "Dove passa la notte"));
}

TEST_P(ReleaseContents, bring_a_questionnaire_as_a_version_of_its_own)
{
    const auto more =
        with(choices, "body_kind,VOLUNTEERS", "body_kind,CHOIR,Coro,Choir\nbody_kind,VOLUNTEERS");
    ASSERT_EQ(put(choices, more + "yes_no,,,\n"), "200");
    EXPECT_EQ(publish(), "409 network.release_faulty");
    ASSERT_EQ(put(choices, more), "200");
    EXPECT_EQ(publish(), "201");
    const auto shown = sheet(carlo);
    EXPECT_NE(shown.find(R"({"list":"questionnaire","code":"survey_bodies","what":"changed")"),
              std::string::npos)
        << shown;
    EXPECT_NE(shown.find("choices body_kind CHOIR: – → Coro · Choir"), std::string::npos) << shown;

    const auto versions = [&](const core::Actor& who) {
        const auto body = house_.ask(who, "GET /api/survey/questionnaires").body;
        const auto at = body.find(R"("code":"survey_bodies")");
        EXPECT_NE(at, std::string::npos) << body;
        return body.substr(at, body.find("\"code\":", at + 1) - at);
    };
    const auto before = versions(marco);
    EXPECT_EQ(take(marco), "200");
    EXPECT_NE(versions(marco), before);
    EXPECT_EQ(versions(carlo), before);
}

TEST_P(ReleaseContents, hold_the_rules_of_warnings_one_of_which_is_retired_and_not_taken_out)
{
    const std::string code = "code = \"PILING_UP\"\n";
    const auto retired = with(warnings, code, code + "retired = true\n");
    std::string gone(find_embedded(warnings).value());
    const auto begins = gone.rfind("\n[[rule]]", gone.find(code));
    gone.erase(begins, gone.find("\n[[rule]]", begins + 1) - begins);
    ASSERT_EQ(put(warnings, gone), "200");
    EXPECT_EQ(publish(), "409 network.release_orphans");
    ASSERT_EQ(put(warnings, retired), "200");
    EXPECT_EQ(publish(), "201");
    EXPECT_EQ(take(marco), "200");
    EXPECT_EQ(house_.house->catalogue_of("roma").find_file(warnings), retired);
    const auto shown = sheet(carlo);
    EXPECT_NE(
        shown.find(R"("changes":[{"list":"warning_rule","code":"PILING_UP","what":"retired")"),
        std::string::npos)
        << shown;
}

TEST_P(ReleaseContents, say_by_when_a_return_is_due)
{
    ASSERT_EQ(put(returns, with(returns, "due_days = 20", "due_days = 25")), "200");
    EXPECT_EQ(publish(), "201");
    EXPECT_NE(sheet(marco).find(R"("details":["due_days: 20 → 25"])"), std::string::npos)
        << sheet(marco);
    EXPECT_EQ(take(marco), "200");
    EXPECT_TRUE(finds(marco, "GET /api/monitoring/rules", R"("due_days":25)"));
    EXPECT_TRUE(finds(carlo, "GET /api/monitoring/rules", R"("due_days":20)"));
    EXPECT_TRUE(finds(anna, "GET /api/monitoring/rules", R"("due_days":25)"));
}

INSTANTIATE_TEST_SUITE_P(Both, ReleaseContents, test_stores::both(),
                         ::testing::PrintToStringParamName());

} // namespace monitoring
