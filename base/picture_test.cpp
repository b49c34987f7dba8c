// SPDX-License-Identifier: EUPL-1.2
// Pictures made by libvips itself, with what a camera would write into them.
#include "base/picture.h"

#include <algorithm>

#include <gtest/gtest.h>
#include <vips/vips.h>

namespace {

constexpr std::int64_t pixels_max = 24'000'000;

// A picture as a camera writes it: with a place, a date and a comment.
std::string camera_picture(int width, int height, const char* suffix = ".jpg", double noise = 0)
{
    EXPECT_EQ(VIPS_INIT("test"), 0);
    VipsImage* grey = nullptr;
    EXPECT_EQ(vips_gaussnoise(&grey, width, height, "mean", 120.0, "sigma", noise, nullptr), 0);
    VipsImage* bytes = nullptr;
    EXPECT_EQ(vips_cast_uchar(grey, &bytes, nullptr), 0);
    g_object_unref(grey);
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

} // namespace

TEST(CleanPicture, loses_all_that_a_camera_wrote_into_it)
{
    const auto taken = camera_picture(640, 480);
    ASSERT_NE(taken.find("Telefono di Anna"), std::string::npos) << "the test shows something";
    const auto kept = clean_picture(taken, pixels_max).jpeg.value();
    EXPECT_EQ(kept.find("Telefono"), std::string::npos);
    EXPECT_EQ(kept.find("Exif"), std::string::npos);
    const auto size = look_at(kept);
    EXPECT_FALSE(size.has_metadata);
    EXPECT_EQ(size.width, 480) << "the right way up, since nothing tells any more which way it is";
    EXPECT_EQ(size.height, 640);
}

TEST(CleanPicture, becomes_a_jpeg_no_larger_than_is_kept)
{
    for (const char* suffix : {".jpg", ".png", ".webp"}) {
        const auto kept =
            clean_picture(camera_picture(2400, 1200, suffix), pixels_max).jpeg.value();
        EXPECT_TRUE(kept.starts_with("\xFF\xD8\xFF")) << suffix;
        const auto size = look_at(kept);
        EXPECT_EQ(std::max(size.width, size.height), picture_side_max) << suffix;
    }
    const auto small = clean_picture(camera_picture(40, 30), pixels_max).jpeg.value();
    EXPECT_EQ(look_at(small).height, 40) << "nothing is enlarged";
}

// A small file that would fill the memory: one colour, many pixels.
TEST(CleanPicture, is_not_decoded_where_it_has_too_many_pixels)
{
    const auto bomb = camera_picture(9000, 6000, ".png");
    ASSERT_LT(bomb.size(), 1'000'000u);
    const auto picture = clean_picture(bomb, pixels_max);
    EXPECT_FALSE(picture.jpeg);
    EXPECT_TRUE(picture.too_many_pixels);
}

TEST(CleanPicture, is_nothing_for_what_is_no_picture)
{
    for (const std::string bytes :
         {"", "no picture", "\xff\xd8\xff and then nothing", "GIF89a", "%PDF-1.7",
          "\x89PNG\r\n\x1A\n, but no more", "<svg xmlns='http://www.w3.org/2000/svg'/>"}) {
        const auto picture = clean_picture(bytes, pixels_max);
        EXPECT_FALSE(picture.jpeg) << bytes;
        EXPECT_FALSE(picture.too_many_pixels) << bytes;
    }
}

// Better half of somebody's picture than none.
TEST(CleanPicture, is_drawn_as_far_as_it_goes)
{
    const auto whole = camera_picture(400, 200, ".jpg", 30);
    const auto half = clean_picture(whole.substr(0, whole.size() / 2), pixels_max).jpeg.value();
    EXPECT_EQ(look_at(half).height, 400);
    EXPECT_EQ(half.find("Exif"), std::string::npos);
}

TEST(CleanPicture, is_never_read_by_a_decoder_that_nobody_needs)
{
    clean_picture(camera_picture(8, 8), pixels_max);
    const std::string svg = "<svg xmlns='http://www.w3.org/2000/svg' width='8' height='8'/>";
    EXPECT_EQ(look_at(svg).width, 0) << "even if somebody forgot to look at the first bytes";
}
