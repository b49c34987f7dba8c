// SPDX-License-Identifier: EUPL-1.2
// What monitoring may count of published stories: what stood without a consent, and since when.
#include <gtest/gtest.h>

#include "stories/testing.h"

namespace {

using test_stories::id;

class FactsOfStories : public test_stories::Stories {
protected:
    void SetUp() override
    {
        add_story("a");
        ASSERT_EQ(consent("c", "a"), "201");
        ASSERT_EQ(publish("event", "a", R"("channel":"EVENT","place":"Biblioteca")"), "201");
        house_.now = house_.now.plus_seconds(86'400);
    }

    // Since when there is a consent, since when there is none, when it was taken down.
    std::string held(const std::string& name)
    {
        static const store::Sql sql("select coalesce(consent_from, '-'), coalesce(unheld_on, '-'),"
                                    " coalesce(down_on, '-') from stories_fact_publication"
                                    " where publication_key = $1");
        std::string line;
        house_.store("roma").read([&](store::Transaction& transaction) {
            const auto rows = transaction.query(sql, id(name));
            if (rows->next())
                line = std::string(rows->text(0)) + " " + std::string(rows->text(1)) + " " +
                       std::string(rows->text(2));
        });
        return line;
    }
    std::string answer(const std::string& name, const std::string& what, const std::string& on)
    {
        return outcome(marco, "POST /api/stories/stories/" + id("a") + "/consents",
                       R"({"id":")" + id(name) + R"(","answer":")" + what + R"(","answered_on":")" +
                           on +
                           R"(","media":["TEXT"],"channels":["SITE","EVENT"],)"
                           R"("territory":"WORLD","named":false,"face":false,"voice":false})");
    }
    std::string take_down(const std::string& name)
    {
        return outcome(marco, "DELETE /api/stories/publications/" + id(name));
    }
};

} // namespace

TEST_P(FactsOfStories, follow_the_answer_that_holds_and_not_the_first)
{
    EXPECT_EQ(held("event"), "2026-11-20 - -");
    ASSERT_EQ(answer("no", "REFUSED", "2026-11-23"), "201");
    EXPECT_EQ(held("event"), "2026-11-20 2026-11-23 -") << "a later no, and it is still there";
    ASSERT_EQ(answer("yes", "GIVEN", "2026-11-24"), "201");
    EXPECT_EQ(held("event"), "2026-11-20 - -") << "agreed to on its day, and again now";
    ASSERT_EQ(withdraw(marco, "a"), "200");
    EXPECT_EQ(held("event"), "2026-11-20 2026-11-24 -");
    ASSERT_EQ(outcome(marco, "DELETE /api/stories/stories/" + id("a") + "/withdrawal"), "200");
    EXPECT_EQ(held("event"), "2026-11-20 - -");
}

TEST_P(FactsOfStories, know_a_narrower_yes_and_an_end)
{
    ASSERT_EQ(outcome(marco, "POST /api/stories/stories/" + id("a") + "/consents",
                      R"({"id":")" + id("narrow") +
                          R"(","answer":"GIVEN","answered_on":"2026-11-22","media":["TEXT"],)"
                          R"("channels":["SITE"],"territory":"WORLD","named":false,)"
                          R"("face":false,"voice":false})"),
              "201");
    EXPECT_EQ(held("event"), "2026-11-20 2026-11-22 -");

    add_story("b");
    ASSERT_EQ(consent("cb", "b", R"(,"ends_on":"2026-11-25")"), "201");
    ASSERT_EQ(publish("pb", "b", R"("channel":"EVENT","place":"Mostra")"), "201");
    house_.now = parse_instant("2026-11-28T12:00:00Z").value();
    house_.house->do_chores();
    EXPECT_EQ(held("pb"), "2026-11-20 2026-11-26 -") << "the day after its last one";
}

// Somebody chose to take it down and has not done so: it stands there without a consent all the
// same, once that is gone.
TEST_P(FactsOfStories, know_what_waits_to_be_taken_down_for_another_reason)
{
    ASSERT_EQ(take_down("event"), "200");
    EXPECT_EQ(held("event"), "2026-11-20 - -") << "chosen";
    ASSERT_EQ(withdraw(marco, "a"), "200");
    EXPECT_EQ(held("event"), "2026-11-20 2026-11-24 -");

    add_story("b");
    ASSERT_EQ(consent("cb", "b", R"(,"ends_on":"2026-11-25")"), "201");
    ASSERT_EQ(publish("pb", "b", R"("channel":"EVENT","place":"Mostra")"), "201");
    ASSERT_EQ(take_down("pb"), "200");
    house_.now = parse_instant("2026-11-28T12:00:00Z").value();
    house_.house->do_chores();
    EXPECT_EQ(held("pb"), "2026-11-20 2026-11-26 -");

    add_story("c");
    ASSERT_EQ(consent("cc", "c"), "201");
    ASSERT_EQ(publish("pc", "c", R"("channel":"EVENT","place":"Mostra")"), "201");
    ASSERT_EQ(outcome(marco, "DELETE /api/stories/stories/" + id("c")), "204");
    EXPECT_EQ(held("pc"), "2026-11-20 - -") << "cancelled by us, agreed to by them";
}

// Written again, because the first was a mistake: the same yes, on its day.
TEST_P(FactsOfStories, know_the_answer_that_took_the_place_of_a_mistake)
{
    ASSERT_EQ(answer("again", "GIVEN", "2026-11-21"), "201");
    ASSERT_EQ(outcome(marco, "DELETE /api/stories/consents/" + id("c")), "200");
    EXPECT_EQ(held("event"), "2026-11-21 - -");
    ASSERT_EQ(outcome(marco, "DELETE /api/stories/consents/" + id("again")), "200");
    EXPECT_EQ(held("event"), "- 2026-11-24 -") << "nobody was asked";
}

TEST_P(FactsOfStories, know_what_nobody_agreed_to_on_its_day)
{
    ASSERT_EQ(publish("found", "a", R"("channel":"SOCIAL","place":"Una pagina","found":true)"),
              "201");
    EXPECT_EQ(held("found"), "- 2026-11-20 -") << "not held by what was answered that day";
}

INSTANTIATE_TEST_SUITE_P(Both, FactsOfStories, test_stores::both(),
                         ::testing::PrintToStringParamName());
