// SPDX-License-Identifier: EUPL-1.2
#include "base/json.h"

#include <gtest/gtest.h>

#include "base/problem.h"

namespace {

using Kind = JsonView::Kind;

std::string written(std::string_view text)
{
    std::string out;
    write_json(out, text);
    return out;
}

// The byte at which reading gave up; "" when it did not.
std::string refused_at(std::string_view text)
{
    try {
        JsonDocument::parse(text);
    } catch (const Problem& problem) {
        EXPECT_EQ(problem.status, 400);
        EXPECT_EQ(problem.code, "core.not_json");
        return problem.facts.at(0).second;
    }
    return "";
}

} // namespace

TEST(Json, values_are_seen_by_their_kind)
{
    const auto document = JsonDocument::parse(
        R"( {"t": "perché", "i": -7, "r": 1.5, "b": true, "n": null, "l": [1, "two"], "o": {}} )");
    const auto root = document.root();
    EXPECT_EQ(root.kind(), Kind::object);
    EXPECT_EQ(root.size(), 7u);
    EXPECT_EQ(root.member("t").text(), "perché");
    EXPECT_EQ(root.member("i").integer(), -7);
    EXPECT_EQ(root.member("i").real(), -7.0);
    EXPECT_EQ(root.member("r").kind(), Kind::real);
    EXPECT_EQ(root.member("r").real(), 1.5);
    EXPECT_TRUE(root.member("b").boolean());
    EXPECT_TRUE(root.member("n").is_null());
    EXPECT_EQ(root.member("l").size(), 2u);
    EXPECT_EQ(root.member("l").at(1).text(), "two");
    EXPECT_EQ(root.member("o").size(), 0u);
    EXPECT_TRUE(root.member("nothing").is_null());
    EXPECT_TRUE(root.member("t").member("inside").is_null());
}

TEST(Json, a_value_of_another_kind_is_our_own_mistake)
{
    const auto document = JsonDocument::parse(R"({"t": "x", "l": [1]})");
    EXPECT_THROW(document.root().member("t").integer(), std::logic_error);
    EXPECT_THROW(document.root().member("l").text(), std::logic_error);
    EXPECT_THROW(document.root().member("l").at(1), std::logic_error);
    EXPECT_THROW(document.root().text(), std::logic_error);
}

TEST(Json, numbers_beyond_an_integer_are_real)
{
    const auto document = JsonDocument::parse(
        R"([9223372036854775807, -9223372036854775808, 9223372036854775808, 1e3, 1e400])");
    EXPECT_EQ(document.root().at(0).integer(), INT64_MAX);
    EXPECT_EQ(document.root().at(1).integer(), INT64_MIN);
    EXPECT_EQ(document.root().at(2).kind(), Kind::real);
    EXPECT_EQ(document.root().at(3).kind(), Kind::real);
    EXPECT_EQ(document.root().at(4).kind(), Kind::real); // infinite; fields refuse it
}

TEST(Json, says_where_it_could_not_go_on)
{
    EXPECT_EQ(refused_at(R"({"a": 1,})"), "8");
    EXPECT_EQ(refused_at(R"({"a" 1})"), "5");
    EXPECT_EQ(refused_at("nul"), "3");
    EXPECT_EQ(refused_at(""), "0");
    EXPECT_EQ(refused_at("{} x"), "3");
    EXPECT_EQ(refused_at("{}{}"), "2");
    EXPECT_EQ(refused_at("{} \r\n\t"), "");
}

TEST(Json, refuses_what_is_not_json)
{
    for (const auto* text :
         {"{'a': 1}", "{a: 1}", "[1, 2", "[01]", "[+1]", "[.5]", "[NaN]", "[Infinity]", "[\"\t\"]",
          "\"open", "// remark\n{}", "[1,]", "[\"\\x\"]", "[\"\\ud800\"]"})
        EXPECT_NE(refused_at(text), "") << text;
}

TEST(Json, refuses_bytes_that_are_not_utf8)
{
    EXPECT_NE(refused_at("[\"\xff\"]"), "");
    EXPECT_NE(refused_at("[\"\xc3\"]"), "");             // cut short
    EXPECT_NE(refused_at("[\"\xc0\xaf\"]"), "");         // longer than need be
    EXPECT_NE(refused_at("[\"\xed\xa0\x80\"]"), "");     // half a surrogate pair
    EXPECT_NE(refused_at("[\"\xf4\x90\x80\x80\"]"), ""); // beyond Unicode
    EXPECT_EQ(refused_at("[\"\xf0\x9f\x8f\xa0\"]"), "");
}

TEST(Json, refuses_a_byte_order_mark) { EXPECT_EQ(refused_at("\xef\xbb\xbf{}"), "0"); }

TEST(Json, depth_is_bounded)
{
    const auto nested = [](std::size_t depth) {
        return std::string(depth, '[') + std::string(depth, ']');
    };
    EXPECT_EQ(refused_at(nested(20)), "");
    EXPECT_NE(refused_at(nested(30)), "");
    EXPECT_NE(refused_at(std::string(100'000, '[')), "");
}

TEST(Json, escapes_are_read)
{
    const auto document = JsonDocument::parse(R"(["\u0041\n\"\\\/\ud83c\udfe0"])");
    EXPECT_EQ(document.root().at(0).text(), "A\n\"\\/\xf0\x9f\x8f\xa0");
}

TEST(Json, of_two_members_of_one_name_one_is_seen)
{
    const auto document = JsonDocument::parse(R"({"a": 1, "a": 2})");
    EXPECT_EQ(document.root().size(), 1u);
    EXPECT_EQ(document.root().member("a").integer(), 2);
}

TEST(Json, texts_are_written_so_that_they_are_read_again)
{
    EXPECT_EQ(written("perché"), "\"perché\"");
    EXPECT_EQ(written("a\"b\\c\nd\re\tf"), R"("a\"b\\c\nd\re\tf")");
    EXPECT_EQ(written(std::string_view("\0\x1f", 2)), "\"\\u0000\\u001f\"");
    std::string all;
    for (int c = 0; c < 0x80; ++c)
        all += static_cast<char>(c);
    const auto text = written(all);
    EXPECT_EQ(JsonDocument::parse(text).root().text(), all);
}

TEST(Json, objects_are_written_in_order)
{
    std::string out;
    JsonObject object(out);
    object.text("name", "Amina \"A.\"");
    object.number("number", -3);
    object.member("inside") += "[1]";
    object.close();
    EXPECT_EQ(out, R"({"name":"Amina \"A.\"","number":-3,"inside":[1]})");

    std::string empty;
    JsonObject(empty).close();
    EXPECT_EQ(empty, "{}");
}

TEST(Json, what_the_url_says_joins_the_body)
{
    auto document = JsonDocument::parse(R"({"id": 7, "note": "x"})");
    document.set("id", "a\"b");
    document.set("page", "2");
    EXPECT_EQ(document.root().member("id").text(), "a\"b");
    EXPECT_EQ(document.root().member("page").text(), "2");
    EXPECT_EQ(document.root().size(), 3u);
    auto list = JsonDocument::parse("[]");
    EXPECT_THROW(list.set("id", "x"), std::logic_error);
}

TEST(Json, members_are_seen_one_by_one)
{
    const auto document = JsonDocument::parse(R"({"a": 1, "b": [2]})");
    std::string names;
    document.root().each_member([&](std::string_view name, JsonView) { names += name; });
    EXPECT_EQ(names, "ab");
}

TEST(Json, how_deep_it_may_go_is_asked_by_whoever_reads)
{
    const auto nested = std::string(30, '[') + std::string(30, ']');
    EXPECT_THROW(JsonDocument::parse(nested), Problem);
    EXPECT_EQ(JsonDocument::parse(nested, 30).root().size(), 1u);
    EXPECT_THROW(JsonDocument::parse(nested, 29), Problem);
}
