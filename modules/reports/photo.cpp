// SPDX-License-Identifier: EUPL-1.2
#include "reports/photo.h"

#include <memory>
#include <mutex>

#include <sodium.h>
#include <vips/vips.h>

#include "base/problem.h"

namespace reports {

namespace {

[[noreturn]] void refuse(const char* code, Facts facts = {})
{
    throw Problem(422, "core.input_invalid", {}, {{"photo", code, std::move(facts)}});
}

// Only the three decoders that a camera or a browser needs; no cache, no threads of its own.
void begin_vips()
{
    static std::once_flag begun;
    std::call_once(begun, [] {
        ENSURE(VIPS_INIT("lgnet") == 0);
        // What it thinks of a broken picture is the sender's business, not the log's.
        g_log_set_handler(
            "VIPS", G_LOG_LEVEL_WARNING,
            [](const gchar*, GLogLevelFlags, const gchar*, gpointer) {}, nullptr);
        vips_cache_set_max(0);
        vips_concurrency_set(1);
        vips_operation_block_set("VipsForeignLoad", TRUE);
        for (const char* decoder :
             {"VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp"})
            vips_operation_block_set(decoder, FALSE);
    });
}

bool starts_with(std::string_view bytes, std::string_view magic)
{
    return bytes.substr(0, magic.size()) == magic;
}

bool is_picture(std::string_view bytes)
{
    return starts_with(bytes, "\xFF\xD8\xFF") || starts_with(bytes, "\x89PNG\r\n\x1A\n") ||
           (starts_with(bytes, "RIFF") && bytes.size() > 12 && bytes.substr(8, 4) == "WEBP");
}

struct Unref {
    void operator()(VipsImage* image) const { g_object_unref(image); }
};
using Image = std::unique_ptr<VipsImage, Unref>;

// Reads the header alone.
Image open(std::string_view bytes)
{
    Image image(vips_image_new_from_buffer(bytes.data(), bytes.size(), "", "access",
                                           VIPS_ACCESS_SEQUENTIAL, nullptr));
    if (!image)
        refuse("reports.photo_unreadable");
    const long pixels =
        static_cast<long>(vips_image_get_width(image.get())) * vips_image_get_height(image.get());
    if (pixels > photo_pixels_max)
        refuse("reports.photo_too_large", {{"most", std::to_string(photo_pixels_max / 1'000'000)}});
    return image;
}

} // namespace

std::string clean_photo(std::string_view bytes)
{
    if (bytes.size() > photo_bytes_max || !is_picture(bytes))
        refuse("reports.photo_unreadable");
    begin_vips();
    open(bytes);

    VipsImage* made = nullptr;
    // A decoder does not write into what it reads; libvips' own signature is not const.
    if (vips_thumbnail_buffer(const_cast<char*>(bytes.data()), bytes.size(), &made, photo_side_max,
                              "height", photo_side_max, "size", VIPS_SIZE_DOWN, nullptr) != 0) {
        vips_error_clear();
        refuse("reports.photo_unreadable");
    }
    const Image thumbnail(made);

    void* jpeg = nullptr;
    std::size_t length = 0;
    const double white = 255;
    const std::unique_ptr<VipsArrayDouble, void (*)(VipsArrayDouble*)> background(
        vips_array_double_new(&white, 1),
        [](VipsArrayDouble* array) { vips_area_unref(VIPS_AREA(array)); });
    if (vips_jpegsave_buffer(thumbnail.get(), &jpeg, &length, "Q", 78, "strip", TRUE, "background",
                             background.get(), nullptr) != 0) {
        vips_error_clear();
        refuse("reports.photo_unreadable");
    }
    const std::unique_ptr<void, void (*)(void*)> owner(jpeg, g_free);
    return {static_cast<const char*>(jpeg), length};
}

std::string from_base64(std::string_view text)
{
    std::string bytes(text.size() / 4 * 3 + 3, '\0');
    std::size_t length = 0;
    const char* end = nullptr;
    if (sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(),
                          text.size(), "\r\n", &length, &end,
                          sodium_base64_VARIANT_ORIGINAL) != 0 ||
        end != text.data() + text.size())
        refuse("reports.photo_unreadable");
    bytes.resize(length);
    return bytes;
}

std::string to_base64(std::string_view bytes)
{
    std::string text(sodium_base64_encoded_len(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(text.data(), text.size(),
                      reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                      sodium_base64_VARIANT_ORIGINAL);
    text.pop_back(); // its zero byte
    return text;
}

} // namespace reports
