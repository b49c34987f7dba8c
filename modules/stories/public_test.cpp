// SPDX-License-Identifier: EUPL-1.2
// What everybody sees, and for how long.
#include <gtest/gtest.h>

#include <set>

#include "core/journal.h"
#include "stories/testing.h"

namespace {

using test_stories::id;

class Public : public test_stories::Stories {
protected:
    std::int64_t journal_length()
    {
        std::int64_t length = 0;
        house_.store("roma").read([&](store::Transaction& transaction) {
            length = core::head_of_journal(transaction).sequence;
        });
        return length;
    }
    void later() { house_.now = house_.now.plus_seconds(60); }
    std::string change(const std::string& story, const std::string& how,
                       const std::string& pseudonym = "Luce")
    {
        return outcome(marco, "PUT /api/stories/stories/" + id(story),
                       R"({"kind":"TESTIMONY","language":"it","told_on":"2026-11-20",)"
                       R"("pseudonym":")" +
                           pseudonym + "\"," + how + "}");
    }

    const std::string changed = "409 stories.changed_since_consent";
};

} // namespace

TEST_P(Public, sees_a_story_only_while_it_is_agreed_to)
{
    add_story("a");
    EXPECT_EQ(publish("p", "a"), "409 stories.no_consent");
    EXPECT_EQ(look(page("a")).status, 404);
    ASSERT_EQ(consent("c", "a"), "201");
    EXPECT_EQ(look(page("a")).status, 404) << "agreed to, and not published";
    ASSERT_EQ(publish("p", "a"), "201");
    const auto shown = look(page("a"));
    ASSERT_EQ(shown.status, 200);
    EXPECT_NE(shown.body.find("Ho contato le scale."), std::string::npos);
    EXPECT_NE(shown.body.find("Luce"), std::string::npos);
    EXPECT_EQ(shown.body.find("Okafor"), std::string::npos);
    EXPECT_NE(look("/rete/citta/roma").body.find("Il primo giorno"), std::string::npos);
    EXPECT_EQ(look("/rete/storie/milano/" + id("a")).status, 404) << "another city's address";
    EXPECT_EQ(look("/rete/citta/milano").body.find("Il primo giorno"), std::string::npos);

    EXPECT_EQ(withdraw(giulia, "a"), "200") << "whoever is told";
    EXPECT_EQ(look(page("a")).status, 404);
    EXPECT_EQ(look("/rete/citta/roma").body.find("Il primo giorno"), std::string::npos);
    // Undone, the consent is there again; the story comes back by a hand only.
    EXPECT_EQ(outcome(giulia, "DELETE /api/stories/stories/" + id("a") + "/withdrawal"), "200");
    EXPECT_EQ(look(page("a")).status, 404);
    EXPECT_EQ(publish("again", "a"), "201");
    EXPECT_EQ(look(page("a")).status, 200);
}

TEST_P(Public, sees_nothing_of_a_consent_that_has_ended)
{
    add_story("a");
    ASSERT_EQ(consent("c", "a", R"(,"ends_on":"2026-11-24")"), "201");
    ASSERT_EQ(publish("p", "a"), "201");
    house_.now = parse_instant("2026-11-24T22:59:00Z").value();
    EXPECT_EQ(look(page("a")).status, 200);
    house_.now = parse_instant("2026-11-24T23:01:00Z").value(); // midnight in Italy
    EXPECT_EQ(look(page("a")).status, 404) << "no chore has run";
}

TEST_P(Public, sees_neither_what_was_refused_later_nor_what_is_cancelled)
{
    add_story("a");
    ASSERT_EQ(consent("c", "a"), "201");
    ASSERT_EQ(publish("p", "a"), "201");
    ASSERT_EQ(outcome(marco, "POST /api/stories/stories/" + id("a") + "/consents",
                      R"({"id":")" + id("no") +
                          R"(","answer":"REFUSED","answered_on":"2026-11-23","named":false,)"
                          R"("face":false,"voice":false})"),
              "201");
    EXPECT_EQ(look(page("a")).status, 404);

    add_story("b");
    ASSERT_EQ(consent("cb", "b"), "201");
    ASSERT_EQ(publish("pb", "b"), "201");
    ASSERT_EQ(outcome(marco, "DELETE /api/stories/stories/" + id("b")), "204");
    EXPECT_EQ(look(page("b")).status, 404);
}

TEST_P(Public, is_never_given_more_than_was_agreed_to)
{
    add_story("a");
    ASSERT_EQ(consent("c", "a"), "201");
    EXPECT_EQ(publish("p", "a", R"("channel":"SITE")",
                      R"("named":true,"face":true,"voice":false,"media":["VIDEO"])"),
              "422 media stories.beyond_the_consent named stories.beyond_the_consent "
              "face stories.beyond_the_consent");
    EXPECT_EQ(publish("p", "a", R"("channel":"PRESS","place":"Un giornale")"),
              "422 channel stories.beyond_the_consent");
    EXPECT_EQ(publish("p", "a", R"("channel":"EVENT")"), "422 place stories.say_where");
    EXPECT_EQ(publish("p", "a", R"("channel":"EVENT","link":"javascript:void")"),
              "422 link stories.not_a_link");
    EXPECT_EQ(outcome(sara, "POST /api/stories/stories/" + id("a") + "/publications", "{}"),
              "404 core.not_found");
}

TEST_P(Public, is_served_html_in_which_a_story_stays_a_text)
{
    add_story("a", "<script>alert(1)</script>", "\"><img src=x onerror=alert(2)>\n\n</main>");
    ASSERT_EQ(consent("c", "a", ""), "201");
    ASSERT_EQ(publish("p", "a"), "201");
    for (const auto& path : {page("a"), std::string("/rete/citta/roma")}) {
        const auto shown = look(path);
        ASSERT_EQ(shown.status, 200);
        EXPECT_EQ(shown.body.find("<script"), std::string::npos);
        EXPECT_EQ(shown.body.find("<img src=x"), std::string::npos);
        EXPECT_NE(shown.body.find("&lt;script&gt;"), std::string::npos);
        EXPECT_EQ(shown.body.find("</main>"), shown.body.rfind("</main>"));
        EXPECT_EQ(header(shown, "Cache-Control"), "no-store");
        EXPECT_EQ(header(shown, "Set-Cookie"), "");
        EXPECT_EQ(header(shown, "Content-Security-Policy").find("script-src"), std::string::npos);
        EXPECT_NE(header(shown, "Content-Security-Policy").find("default-src 'none'"),
                  std::string::npos);
    }
}

TEST_P(Public, is_answered_in_both_languages_and_by_pages_only)
{
    EXPECT_NE(look("/rete").body.find("<html lang=\"it\">"), std::string::npos);
    auto request = test_house::request("GET /rete?lang=en");
    EXPECT_NE(house_.house->answer(request).body.find("<html lang=\"en\">"), std::string::npos);
    for (const auto* path : {"/rete/altro", "/rete/citta/atlantide", "/rete/storie/roma/x",
                             "/rete/storie/roma/01900000-0000-7000-8000-000000000000"}) {
        const auto answer = look(path);
        EXPECT_GE(answer.status, 404) << path;
        EXPECT_NE(answer.body.find("<!doctype html>"), std::string::npos) << path;
        EXPECT_EQ(answer.body.find("public.core"), std::string::npos) << path;
    }
    EXPECT_EQ(look("/rete/stile.css").content_type, "text/css; charset=utf-8");
}

TEST_P(Public, is_not_noted_in_the_journal)
{
    add_story("a");
    ASSERT_EQ(consent("c", "a"), "201");
    ASSERT_EQ(publish("p", "a"), "201");
    const auto before = journal_length();
    look(page("a"));
    look("/rete/citta/roma");
    EXPECT_EQ(journal_length(), before);
}

TEST_P(Public, hears_a_file_in_parts)
{
    add_story("a");
    const auto bytes = sound(5 * 1024 * 1024);
    send("f", "a", bytes);
    send("small", "a", sound(2000));
    ASSERT_EQ(consent("c", "a"), "201");
    const auto how = R"("named":false,"face":false,"voice":false,"media":["TEXT","AUDIO"])";
    ASSERT_EQ(publish("p", "a", R"("channel":"SITE")", how), "201");

    const auto file = page("a") + "/" + id("f");
    const auto part = look(file, "bytes=1000000-1000099");
    EXPECT_EQ(part.status, 206);
    EXPECT_EQ(part.body, bytes.substr(1'000'000, 100));
    EXPECT_EQ(header(part, "Content-Range"), "bytes 1000000-1000099/5242880");
    EXPECT_EQ(part.content_type, "audio/mpeg");
    EXPECT_EQ(header(part, "Cache-Control"), "no-store");
    const auto across = look(file, "bytes=524280-524295"); // over the seam of two pieces
    EXPECT_EQ(across.body, bytes.substr(524'280, 16));
    EXPECT_EQ(look(file, "bytes=0-").body.size(), 1024U * 1024U) << "bounded";
    EXPECT_EQ(look(file, "bytes=-5").body, bytes.substr(bytes.size() - 5));
    const auto behind = look(file, "bytes=5242880-");
    EXPECT_EQ(behind.status, 416);
    EXPECT_EQ(header(behind, "Content-Range"), "bytes */5242880");
    EXPECT_EQ(look(file).status, 416) << "too much at once";
    const auto small = look(page("a") + "/" + id("small"));
    EXPECT_EQ(small.status, 200);
    EXPECT_EQ(small.body, sound(2000));

    ASSERT_EQ(withdraw(marco, "a"), "200");
    EXPECT_EQ(look(file, "bytes=0-99").status, 404) << "while it was being played";
}

TEST_P(Public, is_never_shown_words_that_came_after_the_consent)
{
    add_story("a");
    ASSERT_EQ(consent("c", "a"), "201");
    later();
    EXPECT_EQ(change("a", R"("title":"Altro","words":"Ho contato le scale.")"), "200");
    EXPECT_EQ(publish("p", "a"), changed);
    EXPECT_EQ(publish("p", "a", R"("channel":"EVENT","place":"Biblioteca")"), changed);
    EXPECT_EQ(publish("p", "a", R"("channel":"SITE")",
                      R"("named":false,"face":false,"voice":false,"media":["PHOTO"])"),
              changed)
        << "its title stands above the pictures";
    ASSERT_EQ(consent("asked", "a"), "201");
    EXPECT_EQ(publish("p", "a"), "201");

    // The same words once more, and what nobody reads, are no change.
    add_story("b");
    ASSERT_EQ(consent("cb", "b"), "201");
    later();
    const auto same = R"("title":"Il primo giorno","words":"Ho contato le scale.")";
    EXPECT_EQ(change("b", same + std::string(R"(,"contact":"joy@example.org")")), "200");
    EXPECT_EQ(publish("pb", "b"), "201");

    // Taken down, changed, and published anew under the old answer.
    ASSERT_EQ(outcome(marco, "DELETE /api/stories/publications/" + id("pb")), "200");
    later();
    EXPECT_EQ(change("b", same, "Joy Okafor"), "200");
    EXPECT_EQ(publish("again", "b"), changed);
}

TEST_P(Public, is_told_no_other_real_name_than_was_agreed_to)
{
    const auto same = R"("title":"Il primo giorno","words":"Ho contato le scale.","teller":"Ada")";
    const auto how = R"("named":true,"face":false,"voice":false,"media":["TEXT"])";
    add_story("a");
    ASSERT_EQ(outcome(marco, "POST /api/stories/stories/" + id("a") + "/consents",
                      R"({"id":")" + id("c") +
                          R"(","answer":"GIVEN","answered_on":"2026-11-20","media":["TEXT"],)"
                          R"("channels":["SITE"],"territory":"WORLD","named":true,"face":false,)"
                          R"("voice":false})"),
              "201");
    later();
    EXPECT_EQ(change("a", same), "200");
    EXPECT_EQ(publish("p", "a", R"("channel":"SITE")", how), changed);

    add_story("b");
    ASSERT_EQ(consent("cb", "b"), "201");
    later();
    EXPECT_EQ(change("b", same), "200");
    EXPECT_EQ(publish("pb", "b"), "201") << "agreed to without a name";
}

// What is read beside it, what somebody is recognised by, and a file that was taken back.
TEST_P(Public, is_shown_no_file_that_changed_after_the_consent)
{
    add_story("a");
    send("f", "a", sound(100));
    const auto sounds = [&](const std::string& name) {
        return publish(name, "a", R"("channel":"EVENT","place":"Biblioteca")",
                       R"("named":false,"face":false,"voice":false,"media":["TEXT","AUDIO"])");
    };
    const auto file = "/api/stories/files/" + id("f");
    const auto change_file = [&](const std::string& more) {
        later();
        return outcome(marco, "PUT " + file, R"({"description":"Una voce",)" + more + "}");
    };
    const std::string as_it_was = R"("face":false,"voice":false)";
    ASSERT_EQ(consent("c1", "a"), "201");
    EXPECT_EQ(change_file(as_it_was), "200");
    EXPECT_EQ(sounds("p1"), "201") << "nothing changed";
    EXPECT_EQ(change_file(as_it_was + R"(,"transcript":"Altro")"), "200");
    EXPECT_EQ(sounds("p2"), changed);
    EXPECT_EQ(publish("text", "a"), "201") << "the file does not go with it";
    ASSERT_EQ(outcome(marco, "DELETE /api/stories/publications/" + id("text")), "200");

    ASSERT_EQ(consent("c2", "a"), "201");
    EXPECT_EQ(change_file(R"("transcript":"Altro","face":false,"voice":true)"), "200");
    EXPECT_EQ(sounds("p3"), "201") << "held back";
    EXPECT_EQ(change_file(R"("transcript":"Altro",)" + as_it_was), "200");
    EXPECT_EQ(sounds("p4"), changed);

    ASSERT_EQ(consent("c3", "a"), "201");
    EXPECT_EQ(sounds("p5"), "201");
    later();
    ASSERT_EQ(outcome(marco, "DELETE " + file), "204");
    EXPECT_EQ(sounds("p6"), "201") << "less than was agreed to";
    EXPECT_EQ(outcome(marco, "POST " + file + "/restore"), "200");
    EXPECT_EQ(sounds("p7"), changed);
}

TEST_P(Public, hears_no_voice_and_no_file_that_came_later)
{
    add_story("a");
    send("voice", "a", sound(100), true);
    ASSERT_EQ(consent("c", "a"), "201");
    const auto how = R"("named":false,"face":false,"voice":false,"media":["TEXT","AUDIO"])";
    ASSERT_EQ(publish("p", "a", R"("channel":"SITE")", how), "201");
    house_.now = house_.now.plus_seconds(60);
    send("later", "a", sound(100));
    EXPECT_EQ(look(page("a") + "/" + id("voice")).status, 404);
    EXPECT_EQ(look(page("a") + "/" + id("later")).status, 404);
    EXPECT_EQ(look(page("a")).body.find("<audio"), std::string::npos);
    EXPECT_EQ(publish("again", "a", R"("channel":"SITE")", how), changed) << "nobody heard it";
    ASSERT_EQ(consent("asked", "a"), "201");
    ASSERT_EQ(consent("asked_again", "a"), "201");
    EXPECT_EQ(publish("again", "a", R"("channel":"SITE")", how), "201");
    EXPECT_EQ(look(page("a") + "/" + id("voice")).status, 404);
    EXPECT_EQ(look(page("a") + "/" + id("later")).status, 200);
}

// Fifty at a time: what is behind them is not lost, for who works nor for who reads.
TEST_P(Public, finds_every_story_however_many_there_are)
{
    const std::size_t all = 52;
    for (std::size_t i = 0; i < all; ++i) {
        const auto name = "s" + std::to_string(i);
        add_story(name, "Storia " + std::to_string(i) + ".");
        ASSERT_EQ(consent("c" + name, name), "201");
        ASSERT_EQ(publish("p" + name, name), "201");
        ASSERT_EQ(publish("e" + name, name, R"("channel":"EVENT","place":"Mostra")"), "201");
        ASSERT_EQ(outcome(marco, "DELETE /api/stories/publications/" + id("e" + name)), "200");
    }
    const auto listed = [&](const core::Actor& actor, const std::string& path) {
        std::set<std::string> seen;
        std::string after;
        for (const auto* expected : {"50", "2"}) {
            const auto answer = house_.ask(actor, "GET " + path + after);
            const auto document = JsonDocument::parse(answer.body);
            const auto items = document.root().member("items");
            EXPECT_EQ(std::to_string(items.size()), expected) << path;
            for (std::size_t i = 0; i < items.size(); ++i)
                seen.insert(std::string(items.at(i).member("id").text()));
            const auto next = document.root().member("next");
            if (next.kind() == JsonView::Kind::text)
                after = "?after=" + std::string(next.text());
            else
                after = "?after=" + id("nothing");
        }
        EXPECT_EQ(after, "?after=" + id("nothing")) << "the last one says so";
        EXPECT_EQ(outcome(actor, "GET " + path + after), "404 core.not_found");
        return seen.size();
    };
    EXPECT_EQ(listed(marco, "/api/stories/stories"), all);
    EXPECT_EQ(listed(giulia, "/api/stories/stories"), all) << "because everybody reads them";
    EXPECT_EQ(listed(marco, "/api/stories/take_downs"), all);

    const auto first = look("/rete/citta/roma").body;
    const auto link = first.find("/rete/citta/roma?after=");
    ASSERT_NE(link, std::string::npos);
    EXPECT_NE(first.find("più indietro"), std::string::npos);
    auto next = first.substr(link, first.find('"', link) - link);
    next.replace(next.find("&amp;"), 5, "&");
    const auto second = look(next).body;
    EXPECT_EQ(second.find("più indietro"), std::string::npos);
    for (std::size_t i = 0; i < all; ++i) {
        const auto heading = "Storia " + std::to_string(i) + ".";
        EXPECT_NE(first.find(heading) == std::string::npos,
                  second.find(heading) == std::string::npos)
            << heading << " is on one of them";
    }
    EXPECT_EQ(look("/rete/citta/roma?after=" + id("nothing")).status, 404);
}

INSTANTIATE_TEST_SUITE_P(Both, Public, test_stores::both(), ::testing::PrintToStringParamName());
