// SPDX-License-Identifier: EUPL-1.2
// Files in pieces over a line that loses some, repeats some and mixes them up.
#include <gtest/gtest.h>

#include "stories/testing.h"

namespace {

class Files : public test_stories::Stories {};

} // namespace

using test_stories::id;

TEST_P(Files, are_put_together_from_pieces_in_any_order)
{
    add_story("a");
    const auto bytes = sound(2 * stories::chunk_bytes_max + 1000);
    ASSERT_EQ(begin("f", "a", bytes.size()), "201");
    EXPECT_EQ(put("f", 2, piece_of(bytes, 2)), "200");
    EXPECT_EQ(put("f", 0, piece_of(bytes, 0)), "200");
    EXPECT_EQ(finish("f"), "409 stories.chunks_missing");
    EXPECT_EQ(put("f", 0, piece_of(bytes, 0)), "200") << "sent twice";

    const auto known = house_.ask(marco, "GET /api/stories/files/" + id("f"));
    const auto document = JsonDocument::parse(known.body);
    const auto hashes = document.root().member("hashes");
    ASSERT_EQ(hashes.size(), 3U);
    EXPECT_EQ(hashes.at(0).text(), stories::hash_of(piece_of(bytes, 0)));
    EXPECT_EQ(hashes.at(1).text(), "") << "what is missing is told";

    EXPECT_EQ(put("f", 1, piece_of(bytes, 1)), "200");
    EXPECT_EQ(finish("f"), "200");
    EXPECT_EQ(finish("f"), "200") << "asked again";
    const auto content = house_.ask(marco, "GET /api/stories/files/" + id("f") + "/content");
    EXPECT_EQ(content.status, 200);
    EXPECT_EQ(content.body, bytes);
    EXPECT_EQ(content.content_type, "application/octet-stream");
    EXPECT_NE(header(content, "Content-Disposition").find("attachment"), std::string::npos);
}

TEST_P(Files, take_no_piece_that_is_not_what_it_says)
{
    add_story("a");
    const auto bytes = sound(stories::chunk_bytes_max + 10);
    ASSERT_EQ(begin("f", "a", bytes.size()), "201");
    const auto first = piece_of(bytes, 0);
    EXPECT_EQ(put("f", 1, first), "422 content stories.chunk_length");
    EXPECT_EQ(put("f", 2, "x"), "422 number stories.no_such_chunk");
    EXPECT_EQ(outcome(marco, "PUT /api/stories/files/" + id("f") + "/chunks",
                      R"({"number":1,"hash":")" + stories::hash_of("another") + R"(","content":")" +
                          to_base64(piece_of(bytes, 1)) + "\"}"),
              "422 hash stories.chunk_broken");
    EXPECT_EQ(put("f", 0, first), "200");
    auto other = first;
    other.back() = other.back() == 'x' ? 'y' : 'x';
    EXPECT_EQ(put("f", 0, other), "409 stories.chunk_differs");
    EXPECT_EQ(put("f", 1, piece_of(bytes, 1)), "200");
    EXPECT_EQ(finish("f"), "200");
    EXPECT_EQ(put("f", 1, piece_of(bytes, 1)), "409 stories.file_finished");
    EXPECT_EQ(begin("too_large", "a", 64 * 1024 * 1024 + 1), "422 bytes too_large");
    EXPECT_EQ(begin("text", "a", 10, "TEXT"), "422 medium stories.text_is_no_file");
}

TEST_P(Files, lose_their_tags_and_keep_their_sound)
{
    add_story("a");
    const auto frames = sound(stories::chunk_bytes_max - 5);
    const std::string tag("ID3\x04\x00\x00\x00\x00\x00\x14+41.9028+012.4964/  ", 30);
    send("f", "a", tag + frames); // two pieces before, one after
    const auto content = house_.ask(marco, "GET /api/stories/files/" + id("f") + "/content");
    EXPECT_EQ(content.body, frames);
    ASSERT_EQ(begin("page", "a", 30), "201");
    EXPECT_EQ(put("page", 0, "<script>alert(document.cookie)"), "200");
    EXPECT_EQ(finish("page"), "409 stories.media_unknown");
}

TEST_P(Files, are_for_those_who_read_the_story)
{
    add_story("a");
    send("f", "a", sound(100));
    for (const auto* line : {"", "/content"})
        for (const auto& other : {sara, ines})
            EXPECT_EQ(outcome(other, "GET /api/stories/files/" + id("f") + line),
                      "404 core.not_found");
    EXPECT_EQ(outcome(giulia, "GET /api/stories/files/" + id("f")), "404 core.not_found");
}

TEST_P(Files, that_nobody_finished_or_wanted_are_emptied)
{
    add_story("a");
    ASSERT_EQ(begin("begun", "a", 10), "201");
    ASSERT_EQ(put("begun", 0, "0123456789"), "200");
    send("wanted", "a", sound(100));
    send("not_wanted", "a", sound(100));
    ASSERT_EQ(outcome(marco, "DELETE /api/stories/files/" + id("not_wanted")), "204");
    EXPECT_EQ(outcome(marco, "POST /api/stories/files/" + id("not_wanted") + "/restore"), "200");
    ASSERT_EQ(outcome(marco, "DELETE /api/stories/files/" + id("not_wanted")), "204");

    house_.now = house_.now.plus_seconds(6 * 86'400);
    house_.house->do_chores();
    EXPECT_EQ(put("begun", 0, "0123456789"), "200") << "a week is not over";
    house_.now = house_.now.plus_seconds(2 * 86'400);
    house_.house->do_chores();
    EXPECT_EQ(put("begun", 0, "0123456789"), "409 stories.file_cancelled");
    house_.now = house_.now.plus_seconds(25 * 86'400);
    house_.house->do_chores();
    EXPECT_EQ(outcome(marco, "POST /api/stories/files/" + id("not_wanted") + "/restore"),
              "409 stories.file_emptied");
    EXPECT_EQ(outcome(marco, "GET /api/stories/files/" + id("not_wanted") + "/content"),
              "404 core.not_found");
    EXPECT_EQ(outcome(marco, "GET /api/stories/files/" + id("wanted") + "/content"), "200");
}

INSTANTIATE_TEST_SUITE_P(Both, Files, test_stores::both(), ::testing::PrintToStringParamName());
