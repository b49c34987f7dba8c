// SPDX-License-Identifier: EUPL-1.2
// The runner of conversations: that it reads them, and that it can fail.
#include "tests/talk.h"

#include <gtest/gtest.h>

namespace {

using Strings = std::vector<std::string>;

std::string unreadable(std::string_view text)
{
    try {
        talk::read_talk("a.talk", text);
    } catch (const talk::Unreadable& error) {
        return error.what();
    }
    return "";
}

std::string difference(const std::string& expected, const std::string& actual)
{
    std::map<std::string, std::string> kept;
    std::string all;
    for (const auto& one : talk::differences(expected, actual, kept))
        all += (all.empty() ? "" : "; ") + one;
    return all;
}

// A house of one room: everybody may come in, and every other question gets the answer that is set.
class Room {
public:
    Strings play(const std::string& text)
    {
        talk::Stage stage;
        stage.answer = [this](const core::Request& request) {
            asked.push_back(request);
            if (request.path != "/api/access/session" || request.method != "POST")
                return answer;
            if (request.body.find("stranger") != std::string::npos)
                return core::Response{401, "application/problem+json", {}, R"({"title": "No"})"};
            return core::Response{
                200,
                "application/json",
                {{"Set-Cookie", "lgnet=session " + std::to_string(++sessions) + "; HttpOnly"}},
                R"({"csrf": "mark"})"};
        };
        stage.set_time = [this](Instant instant) { now = instant; };
        stage.password = "open sesame";
        return talk::play(talk::read_talk("a.talk", "# title: x\n" + text), stage);
    }

    core::Response answer{200, "application/json", {}, R"({"id": 7, "items": [1, 2]})"};
    std::vector<core::Request> asked;
    int sessions = 0;
    Instant now;
};

} // namespace

TEST(Talk, is_read_line_by_line)
{
    const auto read = talk::read_talk("a.talk", R"(# SPDX
# title: Una prova
as giulia@roma

purpose care
header Content-Type: text/plain
POST /api/x?y=1
{ "a": 1,

  "b": "\xff" }
=> 409 x.y
GET /api/z
=> 200
{ "items": [{...}] }

# end
now 2026-11-23T21:15:00Z
language en
DELETE /api/z
=> 204
)");
    EXPECT_EQ(read.title, "Una prova");
    ASSERT_EQ(read.steps.size(), 7u);
    EXPECT_EQ(read.steps[0].value, "giulia@roma");
    EXPECT_EQ(read.steps[1].value, "care");
    const auto& post = read.steps[2];
    EXPECT_EQ(post.method, "POST");
    EXPECT_EQ(post.target, "/api/x?y=1");
    EXPECT_EQ(post.line, 7);
    EXPECT_EQ(post.body, "{ \"a\": 1,\n\n\"b\": \"\xff\" }");
    EXPECT_EQ(post.headers.at(0).name, "content-type");
    EXPECT_EQ(post.answer_line, 11);
    EXPECT_EQ(post.status, 409);
    EXPECT_EQ(post.code, "x.y");
    EXPECT_EQ(post.expected, "");
    EXPECT_EQ(read.steps[3].expected, "{ \"items\": [{...}] }");
    EXPECT_TRUE(read.steps[3].headers.empty()); // a header is of one question
    EXPECT_EQ(read.steps[6].status, 204);
}

TEST(Talk, that_is_badly_written_is_refused_with_its_line)
{
    EXPECT_EQ(unreadable("# title: x\nGET /a\n=> 200\nhello\n"),
              "a.talk:4: \"hello\" is no word of a talk");
    EXPECT_EQ(unreadable("# title: x\n=> 200\n"), "a.talk:2: an answer that nobody asked for");
    EXPECT_EQ(unreadable("# title: x\nGET /a\n=> fine\n"),
              "a.talk:3: after => stands a status, such as 200");
    EXPECT_EQ(unreadable("# title: x\nGET /a\n=> 200 x.y\n"),
              "a.talk:3: only a problem has a code");
    EXPECT_NE(unreadable("# title: x\nGET /a\n"), "");
    EXPECT_NE(unreadable("GET /a\n=> 200\n"), "");
    EXPECT_NE(unreadable("# title: x\n"), "");
    EXPECT_NE(unreadable("# title: x\nas\nGET /a\n=> 200\n"), "");
    EXPECT_NE(unreadable("# title: x\nnow tomorrow\nGET /a\n=> 200\n"), "");
    EXPECT_NE(unreadable("# title: x\nheader X\nGET /a\n=> 200\n"), "");
    EXPECT_EQ(unreadable("# title: x\nGET /a\n=> 200\n"), "");
}

TEST(Match, object_may_say_more_than_expected)
{
    EXPECT_EQ(difference(R"({"a": 1})", R"({"a": 1, "b": 2})"), "");
    EXPECT_EQ(difference(R"({"a": 1})", R"({"a": 2})"), "a: expected 1, got 2");
    EXPECT_EQ(difference(R"({"a": 1})", R"({})"), "a: expected 1, got nothing");
    EXPECT_EQ(difference(R"({"a": "1"})", R"({"a": 1})"), "a: expected \"1\", got 1");
    EXPECT_EQ(difference(R"({"a": true})", R"({"a": false})"), "a: expected true, got false");
    EXPECT_EQ(difference(R"({"a": 2})", R"({"a": 2.0})"), "");
    EXPECT_EQ(difference(R"({"a": 2})", R"({"a": 2.5})"), "a: expected 2, got 2.500000");
    EXPECT_EQ(difference(R"({"a": {"b": {"c": 1}}})", R"({"a": {"b": {"c": 2}}})"),
              "a.b.c: expected 1, got 2");
    EXPECT_EQ(difference(R"({"a": null})", R"({})"), "");
    EXPECT_EQ(difference(R"({"a": null})", R"({"a": 0})"), "a: expected nothing, got 0");
    EXPECT_EQ(difference("{}", "[]"), "the answer: expected an object, got a list of 0");
    EXPECT_EQ(difference("{}", ""), "the answer is no JSON: it is empty");
}

TEST(Match, every_difference_is_told)
{
    EXPECT_EQ(difference(R"({"a": 1, "b": 2, "c": 3})", R"({"a": 9, "b": 2, "c": 8})"),
              "a: expected 1, got 9; c: expected 3, got 8");
}

TEST(Match, list_is_as_long_as_expected_unless_it_goes_on)
{
    EXPECT_EQ(difference("[1, 2]", "[1, 2]"), "");
    EXPECT_EQ(difference("[1, 2]", "[1, 2, 3]"), "the answer: expected 2 entries, got a list of 3");
    EXPECT_EQ(difference("[1, 2]", "[1]"), "the answer: expected 2 entries, got a list of 1");
    EXPECT_EQ(difference("[1, 2]", "[2, 1]"), "[0]: expected 1, got 2; [1]: expected 2, got 1");
    EXPECT_EQ(difference("[1, ...]", "[1, 2, 3]"), "");
    EXPECT_EQ(difference("[1, ...]", "[1]"), "");
    EXPECT_EQ(difference("[...]", "[]"), "");
    EXPECT_EQ(difference("[1, ...]", "[]"),
              "the answer: expected at least 1 entries, got a list of 0");
    EXPECT_EQ(difference("[1, ..., 3]", "[1, 2, 3]"),
              "[1]: expected ... only at an end of a list, got 2");
    EXPECT_EQ(difference("[..., 1]", "[2, 1]"), "");
    EXPECT_EQ(difference("[..., 1, 3, ...]", "[2, 1, 2, 3, 4]"), "");
    EXPECT_EQ(difference("[..., 3, 1, ...]", "[1, 2, 3]"),
              "the answer: expected an entry like number 2, got a list of 3");
    EXPECT_EQ(difference("[..., 1]", "[1, 2]"),
              "the answer: expected nothing after that entry, got a list of 2");
    EXPECT_EQ(difference(R"({"items": [{"a": 1}, ...]})", R"({"items": [{"a": 2, "b": 3}, {}]})"),
              "items[0].a: expected 1, got 2");
    EXPECT_EQ(difference("[]", "[]"), "");
    EXPECT_EQ(difference("[]", "[1]"), "the answer: expected 0 entries, got a list of 1");
}

TEST(Match, absent_and_any)
{
    EXPECT_EQ(difference(R"({"a": absent})", "{}"), "");
    EXPECT_EQ(difference(R"({"a": absent})", R"({"a": null})"), "");
    EXPECT_EQ(difference(R"({"a": absent})", R"({"a": 0})"), "a: expected absent, got 0");
    EXPECT_EQ(difference(R"({"a": any})", R"({"a": []})"), "");
    EXPECT_EQ(difference(R"({"a": any})", "{}"), "a: expected anything, got nothing");
    EXPECT_EQ(difference(R"({"a": "absent, any ..."})", R"({"a": "absent, any ..."})"), "");
}

TEST(Match, names_keep_what_stood_there)
{
    std::map<std::string, std::string> kept;
    EXPECT_EQ(talk::differences(R"({"a": $one, "b": $two})", R"({"a": "x", "b": 7})", kept),
              Strings());
    EXPECT_EQ(kept.at("one"), "x");
    EXPECT_EQ(kept.at("two"), "7");
    EXPECT_EQ(talk::differences(R"({"a": $one})", R"({"a": "x"})", kept), Strings());
    EXPECT_EQ(talk::differences(R"({"a": $one})", R"({"a": "y"})", kept),
              Strings{"a: expected $one (x), got \"y\""});
    EXPECT_EQ(talk::differences(R"({"c": $three})", "{}", kept),
              Strings{"c: expected anything, got nothing"});
}

TEST(Play, asks_what_is_written)
{
    Room room;
    EXPECT_EQ(room.play("as giulia@roma\npurpose care\nlanguage en\nnow 2026-11-24T00:00:00Z\n"
                        "POST /api/x%20y?a=b+c\n{\"q\": 1}\n=> 200\n{ \"id\": 7 }\n"),
              Strings());
    ASSERT_EQ(room.asked.size(), 2u);
    EXPECT_EQ(room.asked[0].body, R"({"login":"giulia@roma","password":"open sesame"})");
    const auto& asked = room.asked[1];
    EXPECT_EQ(asked.path, "/api/x y");
    EXPECT_EQ(asked.parameter("a"), "b c");
    EXPECT_EQ(asked.body, "{\"q\": 1}");
    EXPECT_EQ(asked.cookie("lgnet"), "session 1");
    EXPECT_EQ(asked.header("lgnet-csrf"), "mark");
    EXPECT_EQ(asked.header("lgnet-purpose"), "care");
    EXPECT_EQ(asked.header("accept-language"), "en");
    EXPECT_EQ(asked.header("content-type"), "application/json");
    EXPECT_EQ(to_string(room.now), "2026-11-24T00:00:00.000Z");
}

TEST(Play, logs_in_once_and_anew_when_the_clock_was_moved)
{
    Room room;
    room.play("as a@roma\nGET /x\n=> 200\nas b@roma\nGET /x\n=> 200\nas a@roma\nGET /x\n=> 200\n"
              "now 2026-11-25T00:00:00Z\nGET /x\n=> 200\nas a@roma\nGET /x\n=> 200\n"
              "as guest\nGET /x\n=> 200\n");
    std::string sessions;
    for (const auto& asked : room.asked)
        if (asked.path == "/x")
            sessions += std::string(asked.cookie("lgnet")) + ";";
    EXPECT_EQ(sessions, "session 1;session 2;session 1;session 1;session 3;;");
}

TEST(Play, says_a_header_of_its_own_once)
{
    Room room;
    room.play("as a@roma\nheader Lgnet-Csrf: other\nheader Content-Type: text/plain\n"
              "POST /x\n{}\n=> 200\nPOST /x\n{}\n=> 200\n");
    EXPECT_EQ(room.asked.at(1).header("lgnet-csrf"), "other");
    EXPECT_EQ(room.asked.at(1).header("content-type"), "text/plain");
    EXPECT_EQ(room.asked.at(2).header("lgnet-csrf"), "mark");
    EXPECT_EQ(room.asked.at(2).header("content-type"), "application/json");
}

TEST(Play, writes_again_what_stood_at_a_name)
{
    Room room;
    room.play("GET /x\n=> 200\n{ \"id\": $number }\n"
              "header Authorization: Bearer $number\nPOST /x/$number?a=$number\n{\"a\": "
              "$number}\n=> 200\n");
    EXPECT_EQ(room.asked.at(1).path, "/x/7");
    EXPECT_EQ(room.asked.at(1).parameter("a"), "7");
    EXPECT_EQ(room.asked.at(1).body, "{\"a\": 7}");
    EXPECT_EQ(room.asked.at(1).header("authorization"), "Bearer 7");
}

TEST(Play, fails_where_the_answer_is_another)
{
    Room room;
    EXPECT_EQ(room.play("GET /x\n=> 404\n"),
              Strings{"a.talk:3: expected 404, got 200: {\"id\": 7, \"items\": [1, 2]}"});
    EXPECT_EQ(room.play("GET /x\n=> 200\n{ \"id\": 8, \"items\": [1] }\n").size(), 2u);
    EXPECT_TRUE(room.play("GET /x\n=> 200\n{ \"id\": }\n")
                    .at(0)
                    .starts_with("a.talk:3: what is expected is not JSON"));
    EXPECT_EQ(room.play("as stranger\nGET /x\n=> 200\n"),
              Strings{"a.talk:2: stranger cannot log in: {\"title\": \"No\"}"});
    EXPECT_EQ(room.play("GET x\n=> 200\n"), Strings{"a.talk:2: x is no target of a request"});
}

TEST(Play, fails_where_a_problem_is_another_or_has_no_words)
{
    Room room;
    room.answer = {
        409, "application/problem+json", {}, R"({"code": "a.b", "title": "Già fatto."})"};
    EXPECT_EQ(room.play("GET /x\n=> 409 a.b\n"), Strings());
    EXPECT_EQ(room.play("GET /x\n=> 409\n"), Strings());
    EXPECT_EQ(room.play("GET /x\n=> 409 a.c\n").size(), 1u);
    room.answer.body = R"({"code": "a.b", "title": "problem.a.b"})";
    EXPECT_EQ(room.play("GET /x\n=> 409 a.b\n").size(), 1u);
    room.answer.body = R"({"code": "a.b", "title": "Sì.", "errors": [{"title": "error.x"}]})";
    EXPECT_EQ(room.play("GET /x\n=> 409 a.b\n").size(), 1u);
    room.answer.content_type = "text/html";
    EXPECT_EQ(room.play("GET /x\n=> 409\n").size(), 1u);
}
