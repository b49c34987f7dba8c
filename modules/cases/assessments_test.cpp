// SPDX-License-Identifier: EUPL-1.2
#include "cases/assessments.h"

#include <gtest/gtest.h>

#include "cases/testing.h"

namespace {

using test_cases::id;

class Assessments : public test_cases::Service {
protected:
    std::string begin(const std::string& name, const std::string& instrument = "adult",
                      const std::string& of = "c1")
    {
        return outcome(sara, "POST " + at(of, "/assessments"),
                       R"({"id":")" + id(name) + R"(","instrument":")" + instrument + "\"}");
    }

    static std::string in(const std::string& name, const std::string& more = {})
    {
        return "/api/cases/assessments/" + id(name) + more;
    }

    std::string sign(const core::Actor& actor, const std::string& name,
                     const std::string& dimension, const std::string& body)
    {
        return outcome(actor, "PUT " + in(name, "/parts/" + dimension), body);
    }

    // Every question of every dimension at the same level, or one dimension at another.
    void sign_all(const core::Actor& actor, const std::string& name, int level,
                  const std::string& other = {}, int other_level = 0)
    {
        static const core::Catalogue catalogue;
        for (const auto& dimension : cases::find_instrument(catalogue, "adult")->dimensions) {
            const int now = dimension.code == other ? other_level : level;
            std::string answers;
            for (const auto& question : dimension.questions)
                answers += std::string(answers.empty() ? "" : ",") + R"({"question":")" +
                           question.code + R"(","level":)" + std::to_string(now) + "}";
            EXPECT_EQ(sign(actor, name, dimension.code, R"({"answers":[)" + answers + "]}"), "200");
        }
    }

    std::string close(const std::string& name)
    {
        return outcome(sara, "POST " + in(name, "/close"));
    }

    // "housing 50 attention same", of the assessment.
    std::string dimension_of(const std::string& name, const std::string& code)
    {
        const auto response = ask(sara, "GET " + in(name));
        const auto document = JsonDocument::parse(response.body);
        const auto list = document.root().member("dimensions");
        for (std::size_t i = 0; i < list.size(); ++i) {
            if (list.at(i).member("dimension").text() != code)
                continue;
            const auto one = list.at(i);
            std::string text = code;
            if (!one.member("score").is_null())
                text += " " + std::to_string(one.member("score").integer()) + " " +
                        std::string(one.member("level").text());
            if (!one.member("trend").is_null())
                text += " " + std::string(one.member("trend").text());
            return text;
        }
        return "absent";
    }

    std::string warning(const std::string& name)
    {
        return member(sara, "GET " + in(name), "warning");
    }

    void later() { house_.now = house_.now.plus_seconds(3600); }
};

constexpr auto place_and_fit =
    R"({"answers":[{"question":"place","level":3},{"question":"fit","level":1}]})";

} // namespace

TEST_P(Assessments, are_signed_part_by_part_and_closed_when_whole)
{
    open_integrated("c1", "amina");
    EXPECT_EQ(begin("a1"), "201");
    EXPECT_EQ(begin("a1"), "201"); // repeated: as the first time
    EXPECT_EQ(begin("a2"), "409 cases.assessment_open");
    EXPECT_EQ(begin("a2", "family"), "201");
    EXPECT_EQ(begin("a3", "pets"), "422 instrument unknown_code");
    EXPECT_EQ(close("a1"), "409 cases.assessment_incomplete");

    EXPECT_EQ(dimension_of("a1", "housing"), "housing");
    EXPECT_EQ(sign(sara, "a1", "housing", place_and_fit), "200");
    EXPECT_EQ(dimension_of("a1", "housing"), "housing 50 attention");
    sign_all(sara, "a1", 0);
    EXPECT_EQ(dimension_of("a1", "housing"), "housing 0 none");
    EXPECT_EQ(member(sara, "GET " + in("a1"), "parts"), "7 entries");
    EXPECT_EQ(member(sara, "GET " + in("a1"), "complete"), "true");
    EXPECT_EQ(member(sara, "GET " + in("a1"), "multidisciplinary"), "false");
    EXPECT_EQ(sign(vera, "a1", "health", R"({"note":"Non si è potuto chiedere"})"), "200");
    EXPECT_EQ(member(sara, "GET " + in("a1"), "multidisciplinary"), "true");

    EXPECT_EQ(close("a1"), "200");
    EXPECT_EQ(close("a1"), "200");
    EXPECT_EQ(member(sara, "GET " + in("a1"), "closed_on"), "2026-11-23");
    EXPECT_EQ(sign(sara, "a1", "housing", place_and_fit), "409 cases.assessment_closed");
}

TEST_P(Assessments, say_what_is_wrong_with_a_part)
{
    open_integrated("c1", "amina");
    ASSERT_EQ(begin("a1"), "201");
    const auto housing = [&](const std::string& answers) {
        return sign(sara, "a1", "housing", R"({"answers":[)" + answers + "]}");
    };
    EXPECT_EQ(housing(R"({"question":"body","level":1})"), "422 answers[0].question unknown_code");
    EXPECT_EQ(housing(R"({"question":"fit","level":1},{"question":"fit","level":1})"),
              "422 answers[1].question unknown_code");
    EXPECT_EQ(housing(R"({"question":"fit","level":5})").substr(0, 20), "422 answers[0].level");
    EXPECT_EQ(housing(""), "422 note cases.nothing_asked");
    EXPECT_EQ(sign(sara, "a1", "pets", place_and_fit), "404 core.not_found");
    // Marco has no account here, and so no profession.
    EXPECT_EQ(sign(marco, "a1", "housing", place_and_fit), "409 cases.no_profession");
}

TEST_P(Assessments, of_several_professions_stand_side_by_side)
{
    open_integrated("c1", "amina");
    ASSERT_EQ(begin("a1"), "201");
    ASSERT_EQ(sign(sara, "a1", "housing", place_and_fit), "200");
    later();
    ASSERT_EQ(sign(luca, "a1", "housing", R"({"answers":[{"question":"place","level":4}]})"),
              "200");
    EXPECT_EQ(member(sara, "GET " + in("a1"), "parts"), "2 entries");
    EXPECT_EQ(dimension_of("a1", "housing"), "housing 100 serious");
    later();
    ASSERT_EQ(sign(sara, "a1", "housing", R"({"answers":[{"question":"fit","level":0}]})"), "200");
    EXPECT_EQ(member(sara, "GET " + in("a1"), "parts"), "2 entries");
    EXPECT_EQ(dimension_of("a1", "housing"), "housing 0 none");
}

TEST_P(Assessments, keep_what_health_professions_note_among_them)
{
    open_integrated("c1", "amina");
    ASSERT_EQ(begin("a1"), "201");
    ASSERT_EQ(sign(vera, "a1", "health",
                   R"({"answers":[{"question":"body","level":2}],"note":"terapia in corso"})"),
              "200");
    ASSERT_EQ(sign(sara, "a1", "health",
                   R"({"answers":[{"question":"care","level":1}],"note":"ha la tessera"})"),
              "200");
    const auto seen_by = [&](const core::Actor& actor) {
        return ask(actor, "GET " + in("a1")).body;
    };
    EXPECT_NE(seen_by(vera).find("terapia in corso"), std::string::npos);
    EXPECT_EQ(seen_by(sara).find("terapia in corso"), std::string::npos);
    EXPECT_EQ(seen_by(marco).find("terapia in corso"), std::string::npos);
    EXPECT_NE(seen_by(sara).find(R"("note_withheld":true)"), std::string::npos);
    EXPECT_NE(seen_by(marco).find("ha la tessera"), std::string::npos);
    EXPECT_EQ(seen_by(vera).find(R"("note_withheld":true)"), std::string::npos);
}

TEST_P(Assessments, warn_when_things_grew_worse)
{
    open_integrated("c1", "amina");
    ASSERT_EQ(begin("a1"), "201");
    sign_all(sara, "a1", 1);
    ASSERT_EQ(close("a1"), "200");
    EXPECT_EQ(warning("a1"), "false");

    later();
    ASSERT_EQ(begin("a2"), "201");
    sign_all(sara, "a2", 1, "housing", 2);
    EXPECT_EQ(dimension_of("a2", "housing"), "housing 50 attention worse");
    EXPECT_EQ(dimension_of("a2", "health"), "health 25 none same");
    EXPECT_EQ(warning("a2"), "false");
    sign_all(sara, "a2", 1, "housing", 3);
    EXPECT_EQ(warning("a2"), "true") << "it has become serious";
    sign_all(sara, "a2", 2, "safety", 0);
    EXPECT_EQ(dimension_of("a2", "safety"), "safety 0 none better");
    EXPECT_EQ(warning("a2"), "true") << "six are worse";

    // Beside nothing, nothing is worse.
    EXPECT_EQ(outcome(sara, "DELETE " + in("a1")), "409 cases.assessment_followed");
    EXPECT_EQ(outcome(sara, "DELETE " + in("a2")), "200");
    EXPECT_EQ(warning("a2"), "false");
    EXPECT_EQ(outcome(sara, "DELETE " + in("a1")), "200");
    EXPECT_EQ(outcome(sara, "POST " + in("a2", "/restore")), "200");
    EXPECT_EQ(warning("a2"), "false");
    EXPECT_EQ(outcome(sara, "POST " + in("a1", "/restore")), "409 cases.assessment_followed");
    EXPECT_EQ(items(sara, "GET " + at("c1", "/assessments"), {"a1", "a2"}), "a2 a1");
}

TEST_P(Assessments, are_read_by_who_reads_the_case)
{
    open_integrated("c1", "amina");
    ASSERT_EQ(begin("a1"), "201");
    for (const auto& stranger : {nadia, giulia, paola, bruno}) {
        EXPECT_EQ(outcome(stranger, "GET " + in("a1")), "404 core.not_found") << stranger.login;
        EXPECT_EQ(sign(stranger, "a1", "housing", place_and_fit), "404 core.not_found");
        EXPECT_EQ(outcome(stranger, "GET " + at("c1", "/assessments")), "404 core.not_found");
    }
    ASSERT_EQ(
        outcome(sara, "POST " + at("c1", "/close"), R"({"on":"2026-11-20","reason":"NEED_MET"})"),
        "200");
    EXPECT_EQ(sign(sara, "a1", "housing", place_and_fit), "409 cases.closed");
    EXPECT_EQ(outcome(luca, "GET " + in("a1")), "200");
}

INSTANTIATE_TEST_SUITE_P(Both, Assessments, test_stores::both(),
                         ::testing::PrintToStringParamName());
