// SPDX-License-Identifier: EUPL-1.2
// The only file that sees libvips.
#include "base/picture.h"

#include <vips/vips.h>

#include <memory>

#include "base/problem.h"

namespace {

bool begins_with(std::string_view bytes, std::string_view start, std::size_t at = 0)
{
    return bytes.size() >= at + start.size() && bytes.substr(at, start.size()) == start;
}

// Only what these three decoders are for reaches libvips, which knows many more.
bool is_picture(std::string_view bytes)
{
    return begins_with(bytes, "\xff\xd8\xff") || begins_with(bytes, "\x89PNG\r\n\x1a\n") ||
           (begins_with(bytes, "RIFF") && begins_with(bytes, "WEBP", 8));
}

bool start()
{
    if (VIPS_INIT("lgnet") != 0)
        return false;
    // What is odd in a picture is its sender's business, not the log's.
    g_log_set_handler(
        "VIPS", G_LOG_LEVEL_MASK, [](auto...) {}, nullptr);
    vips_concurrency_set(1);
    vips_cache_set_max(0);
    vips_operation_block_set("VipsForeignLoad", TRUE);
    for (const char* decoder : {"VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp"})
        vips_operation_block_set(decoder, FALSE);
    return true;
}

struct Unreference {
    void operator()(VipsImage* image) const { g_object_unref(image); }
};
using Image = std::unique_ptr<VipsImage, Unreference>;

// Opens the head alone: a small file may claim to be a picture of the size of a town.
std::int64_t claimed_pixels(std::string_view bytes)
{
    const Image image(vips_image_new_from_buffer(bytes.data(), bytes.size(), "", nullptr));
    return image ? std::int64_t{vips_image_get_width(image.get())} *
                       vips_image_get_height(image.get())
                 : 0;
}

// Turned as its orientation says, made smaller, never larger.
Image shrunk(std::string_view bytes)
{
    VipsImage* drawn = nullptr;
    // A decoder does not write into what it reads; libvips' own signature is not const.
    vips_thumbnail_buffer(const_cast<char*>(bytes.data()), bytes.size(), &drawn, picture_side_max,
                          "height", picture_side_max, "size", VIPS_SIZE_DOWN, nullptr);
    return Image(drawn);
}

// What shows through becomes white.
std::optional<std::string> written(VipsImage* image)
{
    const double white = 255;
    const std::unique_ptr<VipsArrayDouble, void (*)(VipsArrayDouble*)> background(
        vips_array_double_new(&white, 1),
        [](VipsArrayDouble* array) { vips_area_unref(VIPS_AREA(array)); });
    void* jpeg = nullptr;
    std::size_t length = 0;
    if (vips_jpegsave_buffer(image, &jpeg, &length, "Q", 80, "strip", TRUE, "background",
                             background.get(), nullptr) != 0)
        return std::nullopt;
    const std::unique_ptr<void, void (*)(void*)> owner(jpeg, g_free);
    return std::string(static_cast<const char*>(jpeg), length);
}

} // namespace

CleanPicture clean_picture(std::string_view bytes, std::int64_t pixels_max)
{
    static const bool started = start();
    ENSURE(started);
    CleanPicture picture;
    const auto pixels = is_picture(bytes) ? claimed_pixels(bytes) : 0;
    picture.too_many_pixels = pixels > pixels_max;
    if (pixels > 0 && !picture.too_many_pixels)
        if (const Image image = shrunk(bytes))
            picture.jpeg = written(image.get());
    vips_error_clear();
    return picture;
}
