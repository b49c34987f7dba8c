// SPDX-License-Identifier: EUPL-1.2
// The edges of the survey: what is kept of an interview, and what is drawn again.
#include <gtest/gtest.h>

#include <set>

#include "access/access.h"
#include "base/json.h"
#include "core/log.h"
#include "core/testing.h"
#include "survey/house_forms.h"
#include "survey/rows.h"

namespace survey {

namespace {

std::string id(const std::string& name) { return to_string(named_uuid("test " + name)); }

class Field : public ::testing::TestWithParam<test_stores::Engine> {
protected:
    Field() : house_(GetParam(), {access::module(), survey::module()}, {"roma"})
    {
        core::set_log_level("warning");
        access::set_password_cost(1, 8192);
        for (const auto& [actor, name] :
             {std::pair(&noemi_, "Noemi Sartori"), std::pair(&bashir_, "Bashir Amiri")})
            house_.store("roma").write([&, one = actor, called = name](auto& transaction) {
                access::Account account;
                account.id = one->account;
                account.login_name = one->login.substr(0, one->login.find('@'));
                account.name = called;
                account.roles = {"interviewer"};
                account.created_at = house_.now;
                access::add_account(transaction, account, "lgnet-demo-2026");
            });
        house_.house->find_place("roma")->kept.clear();
    }

    std::string outcome(const core::Actor& actor, const std::string& line,
                        const std::string& body = {})
    {
        const auto response = house_.ask(actor, line, body, "statistics");
        auto text = std::to_string(response.status);
        if (response.status < 400)
            return text;
        const auto document = JsonDocument::parse(response.body);
        const auto errors = document.root().member("errors");
        if (errors.kind() != JsonView::Kind::list)
            return text + " " + std::string(document.root().member("code").text());
        for (std::size_t i = 0; i < errors.size(); ++i)
            text += " " + std::string(errors.at(i).member("field").text()) + " " +
                    std::string(errors.at(i).member("code").text());
        return text;
    }

    void add_wave(const std::string& name, const std::string& seed)
    {
        EXPECT_EQ(outcome(fulvia_, "POST /api/survey/waves",
                          R"({"id":")" + id(name) +
                              R"(","name":"Bisogni","from":"2026-11-01","until":"2026-12-31",)"
                              R"("margin_percent":10,"expected_percent":50,"confidence":95,)"
                              R"("seed":")" +
                              seed + "\"}"),
                  "201");
    }

    // Three centres of RM-I, each with ten slots.
    void add_frame(const std::string& wave)
    {
        for (int number = 1; number <= 3; ++number) {
            const auto centre = wave + std::to_string(number);
            EXPECT_EQ(outcome(fulvia_, "POST /api/survey/waves/" + id(wave) + "/centres",
                              R"({"id":")" + id(centre) +
                                  R"(","name":"Luogo","kind":"SQUARE","district":"RM-I",)"
                                  R"("attendance":)" +
                                  std::to_string(30 * number) + "}"),
                      "201");
            std::string slots;
            for (int day = 10; day < 20; ++day)
                slots += (slots.empty() ? R"({"id":")" : R"(,{"id":")") +
                         // the same slots in every wave, but for their ids
                         id(centre + std::to_string(day)) + R"(","day":"2026-12-)" +
                         std::to_string(day) + R"(","from_time":"17:00","to_time":"19:00"})";
            EXPECT_EQ(outcome(fulvia_, "POST /api/survey/centres/" + id(centre) + "/slots",
                              R"({"slots":[)" + slots + "]}"),
                      "200");
        }
    }

    void draw(const std::string& wave)
    {
        EXPECT_EQ(outcome(fulvia_, "POST /api/survey/waves/" + id(wave) + "/draw",
                          R"({"respondents":"MIGRANT","method":"SYSTEMATIC_PPS","count":6})"),
                  "200");
    }

    std::vector<SlotRow> slots(const std::string& wave)
    {
        std::vector<SlotRow> rows;
        house_.store("roma").read([&](store::Transaction& transaction) {
            rows = slots_of(transaction, Id<Wave>(named_uuid("test " + wave)));
        });
        return rows;
    }

    // Which are drawn, by their place in the frame.
    std::set<std::size_t> drawn(const std::string& wave)
    {
        std::set<std::size_t> places;
        const auto rows = slots(wave);
        for (std::size_t i = 0; i < rows.size(); ++i)
            if (rows[i].drawn)
                places.insert(i);
        return places;
    }

    void open(const std::string& wave)
    {
        EXPECT_EQ(outcome(fulvia_, "POST /api/survey/waves/" + id(wave) + "/open", "{}"), "200");
    }

    // Somebody met in the street, who answers the questionnaire of the house.
    std::string interview(const std::string& name, const std::string& wave,
                          const std::string& words) const
    {
        const auto& form = house_forms(house_.house->catalogue()).front();
        Invented who;
        who.seed = name;
        who.given = {
            {"consent", "YES"}, {"adult", "YES"}, {"from_abroad", "YES"}, {"first_time", "YES"}};
        who.phrases = {words};
        who.now = house_.now;
        return R"({"id":")" + id(name) + R"(","wave":")" + id(wave) + R"(","version":")" +
               to_string(form.version) +
               R"(","district":"RM-I","respondents":"MIGRANT",)"
               R"("started_at":"2026-11-23T20:05:33Z","ended_at":"2026-11-23T20:31:11Z",)"
               R"("language":"fr","mode":"FACE","disposition":"COMPLETE","answers":)" +
               to_json(Inventor(form.json).answers(who)) + "}";
    }

    // Everything that the tables of the survey hold, as it stands there.
    std::string raw(const store::Sql& sql, int columns)
    {
        std::string text;
        house_.store("roma").read([&](store::Transaction& transaction) {
            const auto rows = transaction.query(sql);
            while (rows->next())
                for (int column = 0; column < columns; ++column)
                    text += (rows->is_null(column) ? "-" : std::string(rows->text(column))) + "|";
        });
        return text;
    }

    const core::Actor noemi_ = test_house::actor("noemi@roma", core::interviewer);
    const core::Actor bashir_ = test_house::actor("bashir@roma", core::interviewer);
    const core::Actor fulvia_ = test_house::actor("fulvia@roma", core::survey_researcher);
    test_house::TestHouse house_;
};

} // namespace

TEST_P(Field, the_same_seed_draws_the_same_of_the_same_frame)
{
    add_wave("first", "roma");
    add_frame("first");
    draw("first");
    const auto before = drawn("first");
    EXPECT_EQ(before.size(), 6U);
    EXPECT_EQ(outcome(fulvia_, "DELETE /api/survey/waves/" + id("first") + "/draw/MIGRANT"), "200");
    EXPECT_TRUE(drawn("first").empty());
    draw("first");
    EXPECT_EQ(drawn("first"), before);

    add_wave("second", "roma");
    add_frame("second");
    draw("second");
    EXPECT_EQ(drawn("second"), before);
    add_wave("third", "another");
    add_frame("third");
    draw("third");
    EXPECT_NE(drawn("third"), before);
}

TEST_P(Field, each_of_the_frame_keeps_its_probability)
{
    add_wave("wave", "roma");
    add_frame("wave");
    draw("wave");
    double sum = 0;
    for (const auto& slot : slots("wave")) {
        ASSERT_TRUE(slot.probability);
        EXPECT_NEAR(*slot.probability, 6.0 * slot.attendance / (10 * (30 + 60 + 90)), 1e-12);
        sum += *slot.probability;
    }
    EXPECT_NEAR(sum, 6, 1e-9);
}

TEST_P(Field, of_an_interview_the_hour_is_kept_and_no_id_of_a_phone)
{
    add_wave("wave", "roma");
    open("wave");
    ASSERT_EQ(outcome(noemi_, "POST /api/survey/interviews",
                      interview("one", "wave", "Mi chiamo Awa e dormo in stazione")),
              "201");
    static const store::Sql interviews("select id, interviewer, pseudonym, day, cast(hour as text),"
                                       " cast(minutes as text), disposition"
                                       " from survey_interview");
    static const store::Sql answers("select id, question, value, words from survey_answer"
                                    " order by question");
    const auto kept = raw(interviews, 7);
    EXPECT_NE(kept.find("|2026-11-23|21|25|COMPLETE|"), std::string::npos) << kept;
    EXPECT_EQ(kept.find(id("one")), std::string::npos);
    const auto said = raw(answers, 4);
    EXPECT_EQ(said.find("Awa"), std::string::npos);
    EXPECT_NE(said.find("s1."), std::string::npos);
    EXPECT_NE(said.find("/data/information/consent|YES|-|"), std::string::npos) << said;
}

TEST_P(Field, two_phones_that_send_the_same_id_are_two_interviewers)
{
    add_wave("wave", "roma");
    open("wave");
    const auto first = interview("one", "wave", "Documenti");
    EXPECT_EQ(outcome(noemi_, "POST /api/survey/interviews", first), "201");
    EXPECT_EQ(outcome(noemi_, "POST /api/survey/interviews", first), "201");
    EXPECT_EQ(outcome(bashir_, "POST /api/survey/interviews", first), "409 core.id_taken");
    house_.store("roma").read([&](store::Transaction& transaction) {
        const Id<Wave> wave(named_uuid("test wave"));
        EXPECT_EQ(interviews_in(transaction, wave), 1);
        const auto opened = open_answers(transaction, wave, "");
        ASSERT_FALSE(opened.empty());
        EXPECT_EQ(opened.front().words, "Documenti");
        const auto coded = coded_answers(transaction, wave);
        EXPECT_GT(coded.size(), 10U);
        for (const auto& answer : coded)
            EXPECT_FALSE(answer.words);
    });
}

TEST_P(Field, what_is_withdrawn_or_excluded_counts_nowhere)
{
    add_wave("wave", "roma");
    open("wave");
    for (const auto* name : {"one", "two", "three"})
        EXPECT_EQ(outcome(noemi_, "POST /api/survey/interviews", interview(name, "wave", "Casa")),
                  "201");
    const auto counted = [&] {
        std::size_t count = 0;
        house_.store("roma").read([&](store::Transaction& transaction) {
            count = counted_interviews(transaction, Id<Wave>(named_uuid("test wave"))).size();
        });
        return count;
    };
    EXPECT_EQ(counted(), 3U);
    EXPECT_EQ(outcome(noemi_, "DELETE /api/survey/interviews/" + id("one")), "200");
    EXPECT_EQ(outcome(fulvia_, "PUT /api/survey/interviews/" + id("two") + "/exclusion",
                      R"({"excluded":"DOUBLE"})"),
              "200");
    EXPECT_EQ(counted(), 1U);
    EXPECT_EQ(outcome(noemi_, "POST /api/survey/interviews/" + id("one") + "/restore", "{}"),
              "200");
    EXPECT_EQ(outcome(fulvia_, "PUT /api/survey/interviews/" + id("two") + "/exclusion", "{}"),
              "200");
    EXPECT_EQ(counted(), 3U);
}

INSTANTIATE_TEST_SUITE_P(Stores, Field, test_stores::both(), ::testing::PrintToStringParamName());

} // namespace survey
