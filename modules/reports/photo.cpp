// SPDX-License-Identifier: EUPL-1.2
#include "reports/photo.h"

#include <sodium.h>

#include "base/picture.h"
#include "base/problem.h"

namespace reports {

namespace {

[[noreturn]] void refuse(const char* code, Facts facts = {})
{
    throw Problem(422, "core.input_invalid", {}, {{"photo", code, std::move(facts)}});
}

} // namespace

std::string clean_photo(std::string_view bytes)
{
    if (bytes.size() > photo_bytes_max)
        refuse("reports.photo_unreadable");
    auto picture = clean_picture(bytes, photo_pixels_max);
    if (picture.too_many_pixels)
        refuse("reports.photo_too_large", {{"most", std::to_string(photo_pixels_max / 1'000'000)}});
    if (!picture.jpeg)
        refuse("reports.photo_unreadable");
    return std::move(*picture.jpeg);
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
