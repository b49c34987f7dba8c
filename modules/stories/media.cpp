// SPDX-License-Identifier: EUPL-1.2
#include "stories/media.h"

#include <cstdint>
#include <utility>

#include "base/picture.h"

namespace stories {

namespace {

constexpr std::int64_t pixels_max = 100'000'000;

CleanMedia clean_photo(const std::string& bytes)
{
    auto picture = clean_picture(bytes, pixels_max);
    if (picture.too_many_pixels)
        return {MediaFault::picture_too_large};
    if (!picture.jpeg)
        return {MediaFault::unknown};
    return {MediaFault::none, "jpg", std::move(*picture.jpeg)};
}

} // namespace

CleanMedia clean_media(const std::string& medium, std::string bytes)
{
    if (medium == "PHOTO")
        return clean_photo(bytes);
    CleanMedia clean{MediaFault::unknown};
    if (bytes.size() > 12 && bytes[0] == '\0' && bytes.compare(4, 4, "ftyp") == 0)
        clean = clean_mp4(std::move(bytes));
    else if (bytes.starts_with("\x1a\x45\xdf\xa3"))
        clean = clean_webm(std::move(bytes));
    else if (medium == "AUDIO" && bytes.starts_with("OggS"))
        clean = clean_ogg(std::move(bytes));
    else if (medium == "AUDIO")
        clean = clean_mp3(std::move(bytes));
    const bool is_film = clean.format == "mp4";
    const bool is_sound_alone = clean.format == "m4a";
    if ((medium == "AUDIO" && is_film) || (medium == "VIDEO" && is_sound_alone))
        return {MediaFault::unknown};
    return clean;
}

std::string type_of(const std::string& format)
{
    if (format == "jpg")
        return "image/jpeg";
    if (format == "mp4")
        return "video/mp4";
    if (format == "m4a")
        return "audio/mp4";
    if (format == "webm")
        return "video/webm"; // played by <audio> too
    if (format == "ogg")
        return "audio/ogg";
    if (format == "mp3")
        return "audio/mpeg";
    return "application/octet-stream";
}

} // namespace stories
