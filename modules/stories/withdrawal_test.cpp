// SPDX-License-Identifier: EUPL-1.2
// What a withdrawal sets going, and what belongs to minors.
#include <gtest/gtest.h>

#include "stories/testing.h"

namespace {

class Withdrawal : public test_stories::Stories {
protected:
    void SetUp() override
    {
        add_story("a");
        ASSERT_EQ(consent("c", "a"), "201");
        ASSERT_EQ(publish("site", "a"), "201");
        ASSERT_EQ(publish("event", "a", R"("channel":"EVENT","place":"Biblioteca")"), "201");
    }

    // "SITE WITHDRAWN down, EVENT WITHDRAWN", the latest first.
    std::string places()
    {
        const auto response = house_.ask(marco, "GET /api/stories/stories/" + id_of_a);
        const auto document = JsonDocument::parse(response.body);
        const auto all = document.root().member("publications");
        std::string text;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const auto one = all.at(i);
            const auto reason = one.member("down_reason");
            text += (i > 0 ? ", " : "") + std::string(one.member("channel").text());
            if (reason.kind() == JsonView::Kind::text)
                text += " " + std::string(reason.text());
            if (one.member("down_on").kind() == JsonView::Kind::text)
                text += " down";
        }
        return text;
    }
    std::string undo(const core::Actor& actor)
    {
        return outcome(actor, "DELETE /api/stories/stories/" + id_of_a + "/withdrawal");
    }
    bool has(const std::string& text, const std::string& part)
    {
        return text.find(part) != std::string::npos;
    }

    const std::string id_of_a = test_stories::id("a");
};

} // namespace

using test_stories::id;

TEST_P(Withdrawal, opens_a_task_for_every_place_and_hides_ours_at_once)
{
    EXPECT_EQ(withdraw(giulia, "a"), "200");
    EXPECT_TRUE(has(places(), "SITE WITHDRAWN down")) << places();
    EXPECT_TRUE(has(places(), "EVENT WITHDRAWN")) << places();
    EXPECT_FALSE(has(places(), "EVENT WITHDRAWN down")) << places();
    EXPECT_EQ(withdraw(marco, "a"), "200") << "said twice";

    const auto event = "/api/stories/publications/" + id("event") + "/down";
    EXPECT_EQ(outcome(marco, "PUT " + event, R"({"on":"2026-11-20"})"),
              "422 on stories.down_before_it_was_up");
    EXPECT_EQ(outcome(marco, "PUT " + event, R"({"on":"2026-11-23"})"), "200");
    EXPECT_TRUE(has(places(), "EVENT WITHDRAWN down")) << places();
    EXPECT_EQ(outcome(marco, "DELETE " + event), "200");
    EXPECT_FALSE(has(places(), "EVENT WITHDRAWN down")) << places();
    EXPECT_EQ(outcome(marco, "DELETE /api/stories/publications/" + id("site") + "/down"),
              "409 stories.publish_anew");
}

TEST_P(Withdrawal, is_undone_by_who_slipped_and_within_a_day)
{
    ASSERT_EQ(withdraw(giulia, "a"), "200");
    EXPECT_EQ(undo(marco), "409 stories.ask_anew");
    EXPECT_EQ(undo(sara), "404 core.not_found");
    EXPECT_EQ(undo(giulia), "200");
    EXPECT_TRUE(has(places(), "SITE WITHDRAWN down")) << places();
    EXPECT_FALSE(has(places(), "EVENT WITHDRAWN")) << places();
    EXPECT_EQ(undo(marco), "409 stories.nothing_to_undo");

    ASSERT_EQ(withdraw(marco, "a"), "200");
    house_.now = house_.now.plus_seconds(86'400 + 1);
    EXPECT_EQ(undo(marco), "409 stories.ask_anew");
}

TEST_P(Withdrawal, is_nothing_that_who_reads_nothing_can_find_out_by)
{
    ASSERT_EQ(withdraw(giulia, "a"), "200");
    EXPECT_EQ(withdraw(sara, "a"), "404 core.not_found") << "it is not read any more";
    EXPECT_EQ(outcome(giulia, "GET /api/stories/stories/" + id_of_a), "404 core.not_found");
    EXPECT_FALSE(has(house_.ask(giulia, "GET /api/stories/stories").body, "Il primo giorno"));
}

TEST_P(Withdrawal, is_not_needed_where_a_consent_ends)
{
    add_story("b");
    ASSERT_EQ(consent("cb", "b", R"(,"ends_on":"2026-11-25")"), "201");
    ASSERT_EQ(publish("pb", "b", R"("channel":"EVENT","place":"Mostra")"), "201");
    const auto waiting = [&] { return house_.ask(marco, "GET /api/stories/take_downs").body; };
    house_.now = parse_instant("2026-11-25T12:00:00Z").value();
    house_.house->do_chores();
    EXPECT_FALSE(has(waiting(), id("pb")));
    house_.now = parse_instant("2026-11-26T12:00:00Z").value();
    house_.house->do_chores();
    EXPECT_TRUE(has(waiting(), id("pb")));
    EXPECT_TRUE(has(waiting(), "EXPIRED"));
}

TEST_P(Withdrawal, is_the_same_for_what_was_found_outside)
{
    add_story("b");
    EXPECT_EQ(publish("found", "b", R"("channel":"SOCIAL","place":"Una pagina","found":true)"),
              "201");
    const auto waiting = house_.ask(marco, "GET /api/stories/take_downs").body;
    EXPECT_TRUE(has(waiting, "NOT_COVERED")) << waiting;
    EXPECT_EQ(publish("here", "b", R"("channel":"SITE","found":true)"),
              "422 found stories.our_site_is_not_found");
}

TEST_P(Withdrawal, cannot_be_pulled_away_by_calling_the_answer_a_mistake)
{
    ASSERT_EQ(withdraw(marco, "a"), "200");
    EXPECT_EQ(outcome(marco, "DELETE /api/stories/consents/" + id("c")),
              "409 stories.withdrawn_already");
    // Nor by an older answer.
    EXPECT_EQ(consent("older", "a"), "422 answered_on stories.older_than_the_last");
}

TEST_P(Withdrawal, of_what_everybody_reads_comes_before_changing_it)
{
    const auto change = [&](const std::string& words) {
        return outcome(marco, "PUT /api/stories/stories/" + id_of_a,
                       R"({"kind":"TESTIMONY","title":"Il primo giorno","language":"it",)"
                       R"("told_on":"2026-11-20","pseudonym":"Luce","words":")" +
                           words + "\"}");
    };
    EXPECT_EQ(change("Altro"), "409 stories.published_as_it_is");
    EXPECT_EQ(change(R"(Ho contato le scale.","pseudonym":"Joy Okafor)"),
              "409 stories.published_as_it_is");
    EXPECT_EQ(change("Ho contato le scale."), "200");
    ASSERT_EQ(outcome(marco, "DELETE /api/stories/publications/" + id("site")), "200");
    EXPECT_EQ(change("Altro"), "200");
}

// Its files likewise; what shows less is always allowed. A file that comes back, comes after.
TEST_P(Withdrawal, of_a_file_that_everybody_hears_comes_before_changing_it)
{
    send("f", "a", sound(100));
    const auto change = [&](const std::string& more) {
        return outcome(marco, "PUT /api/stories/files/" + id("f"),
                       R"({"description":"Una voce",)" + more + "}");
    };
    const std::string as_it_is = R"("face":false,"voice":true)";
    ASSERT_EQ(outcome(marco, "DELETE /api/stories/publications/" + id("site")), "200");
    ASSERT_EQ(change(as_it_is), "200");
    ASSERT_EQ(publish("again", "a", R"("channel":"SITE")"), "201");
    EXPECT_EQ(change(R"("face":false,"voice":false)"), "409 stories.published_as_it_is");
    EXPECT_EQ(change(as_it_is + R"(,"transcript":"Altro")"), "409 stories.published_as_it_is");
    EXPECT_EQ(change(R"("face":true,"voice":true)"), "200");
}

TEST_P(Withdrawal, of_a_yes_is_not_undone_by_striking_out_a_later_no)
{
    const auto refuse = [&](const std::string& name) {
        return outcome(marco, "POST /api/stories/stories/" + id_of_a + "/consents",
                       R"({"id":")" + id(name) +
                           R"(","answer":"REFUSED","answered_on":"2026-11-23","named":false,)"
                           R"("face":false,"voice":false})");
    };
    const auto strike = [&](const std::string& name) {
        return outcome(marco, "DELETE /api/stories/consents/" + id(name));
    };
    ASSERT_EQ(refuse("slip"), "201");
    EXPECT_EQ(strike("slip"), "200") << "at once, by whoever wrote it";
    ASSERT_EQ(refuse("no"), "201");
    house_.now = house_.now.plus_seconds(2 * 86'400);
    EXPECT_EQ(strike("no"), "409 stories.ask_anew");
    EXPECT_TRUE(has(places(), "EVENT")) << places();
}

TEST_P(Withdrawal, ends_in_deleting_for_good_once_nothing_is_left_outside)
{
    const auto erase = [&] {
        return outcome(marco, "POST /api/stories/stories/" + id_of_a + "/erasure");
    };
    send("f", "a", sound(100));
    ASSERT_EQ(withdraw(marco, "a"), "200");
    EXPECT_EQ(erase(), "409 stories.cancel_first");
    ASSERT_EQ(outcome(marco, "DELETE /api/stories/stories/" + id_of_a), "204");
    EXPECT_EQ(erase(), "409 stories.take_down_first");
    ASSERT_EQ(outcome(marco, "PUT /api/stories/publications/" + id("event") + "/down",
                      R"({"on":"2026-11-23"})"),
              "200");
    EXPECT_EQ(erase(), "200");
    const auto left = house_.ask(marco, "GET /api/stories/stories/" + id_of_a).body;
    for (const auto* said : {"Il primo giorno", "scale", "Okafor", "Luce", "Biblioteca", "voce"})
        EXPECT_FALSE(has(left, said)) << said << " in " << left;
    EXPECT_EQ(consent("c", "a"), "409 core.done_before") << "kept to be answered again";
    EXPECT_TRUE(has(left, "\"answered_on\":\"2026-11-20\"")) << "what is counted stays";
    EXPECT_EQ(outcome(marco, "GET /api/stories/files/" + id("f") + "/content"),
              "404 core.not_found");
    EXPECT_EQ(outcome(marco, "POST /api/stories/stories/" + id_of_a + "/restore"),
              "409 stories.erased");
}

TEST_P(Withdrawal, and_all_else_of_minors_is_the_equipes)
{
    const auto story = [&](const core::Actor& actor, const std::string& name) {
        return outcome(actor, "POST /api/stories/stories",
                       R"({"id":")" + id(name) +
                           R"(","kind":"AUDIO","title":"La squadra","language":"it",)"
                           R"("told_on":"2026-11-20","teller":"Idris Bello","minor":true})");
    };
    EXPECT_EQ(story(marco, "m"), "422 minor stories.minor_for_the_equipe");
    ASSERT_EQ(story(ines, "m"), "201");
    const auto seen = house_.ask(marco, "GET /api/stories/stories/" + id("m")).body;
    EXPECT_FALSE(has(seen, "Idris")) << seen;
    EXPECT_TRUE(has(seen, "\"teller_kept\":true")) << seen;
    EXPECT_TRUE(has(house_.ask(ines, "GET /api/stories/stories/" + id("m")).body, "Idris"));

    const auto answer = [&](const core::Actor& actor, const std::string& more) {
        return outcome(actor, "POST /api/stories/stories/" + id("m") + "/consents",
                       R"({"id":")" + id("cm" + more) +
                           R"(","answer":"GIVEN","answered_on":"2026-11-20","media":["AUDIO"],)"
                           R"("channels":["SITE"],"territory":"WORLD","voice":true)" +
                           more + "}");
    };
    const std::string nobody = R"(,"named":false,"face":false)";
    const std::string both = R"(,"guardian":"Tutrice","guardian_agreed":true,"assented":true)";
    const std::string end = R"(,"ends_on":"2027-06-30")";
    EXPECT_EQ(answer(marco, nobody + both + end), "409 stories.minor_for_the_equipe");
    EXPECT_EQ(answer(ines, nobody + end), "422 guardian stories.minor_needs_guardian");
    EXPECT_EQ(answer(ines, nobody + both), "422 ends_on stories.minor_needs_end");
    EXPECT_EQ(answer(ines, R"(,"named":false,"face":true)" + both + end),
              "422 face stories.minor_never_shown");
    EXPECT_EQ(answer(ines, nobody + both + end), "201");
    EXPECT_FALSE(has(house_.ask(marco, "GET /api/stories/stories/" + id("m")).body, "Tutrice"));
}

namespace {

// A story of a minor with all that could say who they are.
class Minors : public test_stories::Stories {
protected:
    void SetUp() override
    {
        ASSERT_EQ(outcome(ines, "POST /api/stories/stories",
                          body(R"(,"id":")" + m + R"(","minor":true)")),
                  "201");
        sender = &ines;
        send("f", "m", sound(100));
        ASSERT_EQ(outcome(ines, "PUT /api/stories/files/" + id("f"),
                          R"({"description":"Abita in via dei Sabelli","face":false,)"
                          R"("voice":false,"transcript":"Mia sorella Blessing"})"),
                  "200");
    }

    static std::string body(const std::string& more)
    {
        return R"({"kind":"AUDIO","title":"La squadra","language":"it","told_on":"2026-11-20",)"
               R"("teller":"Idris Bello","contact":"idris@example.org","pseudonym":"Dieci",)"
               R"("words":"Gioco a Tor Bella Monaca")" +
               more + "}";
    }
    std::string agree(const std::string& name)
    {
        return outcome(ines, "POST /api/stories/stories/" + m + "/consents",
                       R"({"id":")" + id(name) +
                           R"(","answer":"GIVEN","answered_on":"2026-11-20","media":["AUDIO"],)"
                           R"("channels":["EVENT"],"territory":"WORLD","named":false,"face":false,)"
                           R"("voice":false,"guardian":"Tutrice","guardian_agreed":true,)"
                           R"("assented":true,"ends_on":"2026-12-31","note":"Teme lo zio Musa"})");
    }
    std::string seen_by(const core::Actor& actor)
    {
        return house_.ask(actor, "GET /api/stories/stories/" + m).body;
    }
    // Which of them somebody reads.
    std::string found_in(const std::string& text)
    {
        std::string found;
        for (const auto* one :
             {"Idris", "idris@", "Tutrice", "Musa", "Tor Bella", "Sabelli", "Blessing"})
            if (text.find(one) != std::string::npos)
                found += std::string(found.empty() ? "" : " ") + one;
        return found;
    }
    std::string content() { return "GET /api/stories/files/" + id("f") + "/content"; }

    static std::string id(const std::string& name) { return test_stories::id(name); }
    const std::string m = id("m");
};

} // namespace

// To publish it is agreed to by the minor and by who answers for them: until then, and from when it
// is not any more, its words and files are the équipe's.
TEST_P(Minors, are_read_by_who_publishes_as_far_as_is_agreed_to)
{
    const std::string all = "Idris idris@ Tutrice Musa Tor Bella Sabelli Blessing";
    EXPECT_EQ(found_in(seen_by(marco)), "");
    EXPECT_EQ(outcome(marco, content()), "404 core.not_found");
    EXPECT_EQ(outcome(marco, "GET /api/stories/files/" + id("f")), "404 core.not_found");

    ASSERT_EQ(agree("c"), "201");
    EXPECT_EQ(found_in(seen_by(ines)), all);
    EXPECT_EQ(found_in(seen_by(marco)), "Tor Bella Sabelli Blessing");
    EXPECT_EQ(outcome(marco, content()), "200");
    EXPECT_EQ(publish("p", "m", R"("channel":"EVENT","place":"Palestra")",
                      R"("named":false,"face":false,"voice":false,"media":["AUDIO"])"),
              "201");

    ASSERT_EQ(withdraw(ines, "m"), "200");
    EXPECT_EQ(found_in(seen_by(marco)), "");
    EXPECT_EQ(outcome(marco, content()), "404 core.not_found");
    EXPECT_EQ(found_in(seen_by(ines)), all);
    const auto place = "/api/stories/publications/" + id("p") + "/down";
    EXPECT_EQ(outcome(marco, "PUT " + place, R"({"on":"2026-11-23"})"), "200") << "their work";
}

TEST_P(Minors, are_written_of_by_the_equipe_alone)
{
    ASSERT_EQ(agree("c"), "201");
    const auto story = "PUT /api/stories/stories/" + m;
    const auto file = "/api/stories/files/" + id("f");
    const std::string as_it_is = R"({"description":"Una voce","face":false,"voice":false})";
    EXPECT_EQ(outcome(marco, story, body("")), "409 stories.minor_for_the_equipe");
    EXPECT_EQ(outcome(marco, "PUT " + file, as_it_is), "409 stories.minor_for_the_equipe");
    EXPECT_EQ(outcome(ines, story, body("")), "200");
    EXPECT_EQ(outcome(ines, "PUT " + file, as_it_is), "200");
    sender = &marco;
    EXPECT_EQ(begin("g", "m", 100), "409 stories.minor_for_the_equipe");
    sender = &ines;
    ASSERT_EQ(begin("g", "m", 100), "201");
    sender = &marco;
    EXPECT_EQ(put("g", 0, sound(100)), "409 stories.minor_for_the_equipe");
    EXPECT_EQ(finish("g"), "409 stories.minor_for_the_equipe");
    EXPECT_EQ(outcome(marco, "DELETE " + file), "204") << "it shows less";
}

INSTANTIATE_TEST_SUITE_P(Both, Minors, test_stores::both(), ::testing::PrintToStringParamName());
INSTANTIATE_TEST_SUITE_P(Both, Withdrawal, test_stores::both(),
                         ::testing::PrintToStringParamName());
