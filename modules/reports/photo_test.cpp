// SPDX-License-Identifier: EUPL-1.2
// What a picture loses is shown by base/picture_test.cpp; here is what a reporter is told.
#include "reports/photo.h"

#include <gtest/gtest.h>

#include "base/base64.h"
#include "base/problem.h"

namespace reports {

namespace {

// One pixel, as PNG.
std::string png()
{
    static const unsigned char bytes[] = {
        0x89, 'P',  'N',  'G',  0x0d, 0x0a, 0x1a, 0x0a, 0,    0,    0,    0x0d, 'I',  'H',
        'D',  'R',  0,    0,    0,    1,    0,    0,    0,    1,    8,    6,    0,    0,
        0,    0x1f, 0x15, 0xc4, 0x89, 0,    0,    0,    0x0d, 'I',  'D',  'A',  'T',  0x78,
        0xda, 0x63, 0xfc, 0xcf, 0xc0, 0x50, 0x0f, 0,    0x04, 0x85, 0x01, 0x80, 0x84, 0xa9,
        0x8c, 0x21, 0,    0,    0,    0,    'I',  'E',  'N',  'D',  0xae, 0x42, 0x60, 0x82};
    return {reinterpret_cast<const char*>(bytes), sizeof bytes};
}

std::string refusal(std::string_view bytes)
{
    try {
        clean_photo(bytes);
        return "";
    } catch (const Problem& problem) {
        return problem.errors.front().field + " " + problem.errors.front().code;
    }
}

} // namespace

TEST(Photo, is_refused_where_it_is_none)
{
    EXPECT_EQ(refusal(""), "photo reports.photo_unreadable");
    EXPECT_EQ(refusal("GIF89a" + std::string(100, '\0')), "photo reports.photo_unreadable");
    EXPECT_EQ(refusal(std::string(photo_bytes_max + 1, '\xFF')), "photo reports.photo_unreadable");
    EXPECT_EQ(refusal(png()), "");
}

TEST(Photo, that_claims_to_be_a_town_is_refused_as_too_large)
{
    auto huge = png();
    // 16 thousand pixels by as many, and the checksum of its head.
    huge[18] = huge[22] = '\x40';
    huge.replace(29, 4, "\x8d\x56\xa8\x1f");
    EXPECT_EQ(refusal(huge), "photo reports.photo_too_large");
}

TEST(Base64, is_read_whole_or_not_at_all)
{
    EXPECT_EQ(bytes_of_photo(to_base64(std::string("\0\xFFz", 3))), std::string("\0\xFFz", 3));
    EXPECT_EQ(to_base64("foob"), "Zm9vYg==");
    EXPECT_THROW(bytes_of_photo("Zm9v!"), Problem);
    EXPECT_THROW(bytes_of_photo("Zm9vY"), Problem);
    EXPECT_EQ(bytes_of_photo(""), "");
}

} // namespace reports
