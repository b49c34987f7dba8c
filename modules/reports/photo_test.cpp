// SPDX-License-Identifier: EUPL-1.2
// Pictures made by libvips itself, with what a camera would write into them.
#include "reports/photo.h"

#include <gtest/gtest.h>
#include <vips/vips.h>

#include "base/problem.h"

namespace reports {

namespace {

// A picture as a camera writes it: with a place, a date and a comment.
std::string camera_picture(int width, int height, const char* suffix = ".jpg")
{
    EXPECT_EQ(VIPS_INIT("test"), 0);
    VipsImage* grey = nullptr;
    EXPECT_EQ(vips_black(&grey, width, height, "bands", 3, nullptr), 0);
    VipsImage* image = nullptr;
    EXPECT_EQ(vips_linear1(grey, &image, 1, 120, nullptr), 0);
    g_object_unref(grey);
    VipsImage* bytes = nullptr;
    EXPECT_EQ(vips_cast_uchar(image, &bytes, nullptr), 0);
    g_object_unref(image);
    vips_image_set_int(bytes, "orientation", 6);
    vips_image_set_string(bytes, "exif-ifd3-GPSLatitude", "41/1 54/1 4/1 (41, 54,  4, Rational)");
    vips_image_set_string(bytes, "exif-ifd0-Model", "Telefono di Anna");
    void* data = nullptr;
    std::size_t length = 0;
    EXPECT_EQ(vips_image_write_to_buffer(bytes, suffix, &data, &length, nullptr), 0);
    g_object_unref(bytes);
    std::string picture(static_cast<const char*>(data), length);
    g_free(data);
    return picture;
}

struct Size {
    int width = 0;
    int height = 0;
    bool has_metadata = false;
};

Size look_at(const std::string& jpeg)
{
    VipsImage* image =
        vips_image_new_from_buffer(jpeg.data(), jpeg.size(), "", static_cast<void*>(nullptr));
    if (image == nullptr)
        return {};
    Size size{vips_image_get_width(image), vips_image_get_height(image), false};
    char** names = vips_image_get_fields(image);
    for (char** name = names; *name != nullptr; ++name)
        size.has_metadata |= std::string_view(*name).starts_with("exif") ||
                             std::string_view(*name).starts_with("xmp") ||
                             std::string_view(*name).starts_with("iptc");
    g_strfreev(names);
    g_object_unref(image);
    return size;
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

TEST(Photo, loses_all_that_a_camera_wrote_into_it)
{
    const auto taken = camera_picture(640, 480);
    ASSERT_NE(taken.find("Telefono di Anna"), std::string::npos) << "the test shows something";
    const auto kept = clean_photo(taken);
    EXPECT_EQ(kept.find("Telefono"), std::string::npos);
    EXPECT_EQ(kept.find("Exif"), std::string::npos);
    const auto size = look_at(kept);
    EXPECT_FALSE(size.has_metadata);
    EXPECT_EQ(size.width, 480) << "the right way up, since nothing tells any more which way it is";
    EXPECT_EQ(size.height, 640);
}

TEST(Photo, becomes_a_jpeg_no_larger_than_is_kept)
{
    for (const char* suffix : {".jpg", ".png", ".webp"}) {
        const auto kept = clean_photo(camera_picture(2400, 1200, suffix));
        EXPECT_TRUE(kept.starts_with("\xFF\xD8\xFF")) << suffix;
        const auto size = look_at(kept);
        EXPECT_EQ(std::max(size.width, size.height), photo_side_max) << suffix;
    }
    EXPECT_EQ(look_at(clean_photo(camera_picture(40, 30))).height, 40) << "nothing is enlarged";
}

TEST(Photo, is_refused_where_it_is_none)
{
    const auto picture = camera_picture(64, 64);
    EXPECT_EQ(refusal(""), "photo reports.photo_unreadable");
    EXPECT_EQ(refusal("<svg xmlns='http://www.w3.org/2000/svg'/>"),
              "photo reports.photo_unreadable");
    EXPECT_EQ(refusal("GIF89a" + std::string(100, '\0')), "photo reports.photo_unreadable");
    EXPECT_EQ(refusal("%PDF-1.4 not a picture"), "photo reports.photo_unreadable");
    EXPECT_EQ(refusal("\xFF\xD8\xFF and then nothing"), "photo reports.photo_unreadable");
    EXPECT_EQ(refusal(std::string_view("\x89PNG\r\n\x1A\n, but no more")),
              "photo reports.photo_unreadable");
    EXPECT_EQ(refusal(std::string(photo_bytes_max + 1, '\xFF')), "photo reports.photo_unreadable");
    EXPECT_EQ(refusal(picture), "");
}

// A small file that would fill the memory: one colour, many pixels.
TEST(Photo, is_refused_before_it_is_decoded_where_it_has_too_many_pixels)
{
    const auto bomb = camera_picture(9000, 6000, ".png");
    ASSERT_LT(bomb.size(), photo_bytes_max);
    EXPECT_EQ(refusal(bomb), "photo reports.photo_too_large");
}

TEST(Photo, is_never_read_by_a_decoder_that_nobody_needs)
{
    clean_photo(camera_picture(8, 8));
    const std::string svg = "<svg xmlns='http://www.w3.org/2000/svg' width='8' height='8'/>";
    EXPECT_EQ(look_at(svg).width, 0) << "even if somebody forgot to look at the first bytes";
}

TEST(Base64, is_read_whole_or_not_at_all)
{
    EXPECT_EQ(from_base64(to_base64(std::string("\0\xFFz", 3))), std::string("\0\xFFz", 3));
    EXPECT_EQ(to_base64("foob"), "Zm9vYg==");
    EXPECT_THROW(from_base64("Zm9v!"), Problem);
    EXPECT_THROW(from_base64("Zm9vY"), Problem);
    EXPECT_EQ(from_base64(""), "");
}

} // namespace reports
