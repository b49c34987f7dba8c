// SPDX-License-Identifier: EUPL-1.2
#include "reports/photo.h"

#include "base/base64.h"
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

std::string bytes_of_photo(std::string_view text)
{
    auto bytes = from_base64(text, "\r\n");
    if (!bytes)
        refuse("reports.photo_unreadable");
    return std::move(*bytes);
}

} // namespace reports
