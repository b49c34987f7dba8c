// SPDX-License-Identifier: EUPL-1.2
#include "stories/media.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>

#include "base/picture.h"

namespace stories {

namespace {

constexpr std::int64_t pixels_max = 100'000'000;
constexpr std::size_t comments_within = 256 * 1024;
constexpr std::size_t comments_max = 32 * 1024;

CleanMedia fault(MediaFault what) { return {what, {}, {}}; }

CleanMedia clean_photo(const std::string& bytes)
{
    auto picture = clean_picture(bytes, pixels_max);
    if (picture.too_many_pixels)
        return fault(MediaFault::picture_too_large);
    if (!picture.jpeg)
        return fault(MediaFault::unknown);
    return {MediaFault::none, "jpg", std::move(*picture.jpeg)};
}

std::string in_capitals(std::string_view text)
{
    std::string out(text);
    for (auto& c : out)
        if (c >= 'a' && c <= 'z')
            c = static_cast<char>(c - 'a' + 'A');
    return out;
}

// The sync of a frame of MPEG 1, 2 or 2.5, layer III.
bool is_mp3_frame(const std::string& bytes)
{
    if (bytes.size() < 4)
        return false;
    const auto second = static_cast<unsigned char>(bytes[1]);
    const auto third = static_cast<unsigned char>(bytes[2]);
    return static_cast<unsigned char>(bytes[0]) == 0xff && (second & 0xe0) == 0xe0 &&
           (second & 0x06) == 0x02 && (second & 0x18) != 0x08 && (third & 0xf0) != 0xf0 &&
           (third & 0x0c) != 0x0c;
}

// ID3v2 in front; its size is written in seven bits a byte. Several may follow each other.
void cut_front_tags(std::string& bytes)
{
    while (bytes.size() > 10 && bytes.starts_with("ID3")) {
        std::size_t size = 0;
        for (std::size_t i = 6; i < 10; ++i)
            size = size << 7 | (static_cast<unsigned char>(bytes[i]) & 0x7f);
        const bool has_footer = (static_cast<unsigned char>(bytes[5]) & 0x10) != 0;
        bytes.erase(0, std::min(bytes.size(), size + 10 + (has_footer ? 10 : 0)));
    }
    bytes.erase(0, std::min(bytes.find_first_not_of('\0'), bytes.size()));
}

// True: there was one, and there may be another before it.
bool cut_end_tag(std::string& bytes)
{
    const auto before = bytes.size();
    const auto end_within = std::min<std::size_t>(bytes.size(), 64 * 1024);
    for (const auto* mark : {"APETAGEX", "LYRICSBEGIN", "TAG+"})
        if (const auto at = bytes.find(mark, bytes.size() - end_within); at != std::string::npos)
            bytes.resize(at);
    if (bytes.size() >= 128 && bytes.compare(bytes.size() - 128, 3, "TAG") == 0)
        bytes.resize(bytes.size() - 128);
    return bytes.size() < before;
}

std::size_t little_endian(std::string_view bytes)
{
    std::size_t value = 0;
    for (std::size_t i = 4; i-- > 0;)
        value = value << 8 | static_cast<unsigned char>(bytes[i]);
    return value;
}

// The comments of an Ogg file, a line each; nothing where they cannot be read, or are so long that
// they run over the end of a page.
std::optional<std::string> comments_in(std::string_view head, std::string_view mark)
{
    const auto at = head.find(mark);
    if (at == std::string_view::npos)
        return std::nullopt;
    auto rest = head.substr(at + mark.size()).substr(0, comments_max);
    const auto take_text = [&]() -> std::optional<std::string_view> {
        if (rest.size() < 4 || little_endian(rest) > rest.size() - 4)
            return std::nullopt;
        const auto text = rest.substr(4, little_endian(rest));
        rest.remove_prefix(4 + text.size());
        return text;
    };
    if (!take_text() || rest.size() < 4)
        return std::nullopt;
    const auto count = little_endian(rest);
    rest.remove_prefix(4);
    std::string lines;
    for (std::size_t i = 0; i < count; ++i) {
        const auto text = take_text();
        if (!text)
            return std::nullopt;
        lines += std::string(*text) + "\n";
    }
    return lines;
}

bool tells_a_place(const std::string& comments)
{
    constexpr const char* keys[] = {"LOCATION",  "GEO",      "GPS",     "LATITUDE",
                                    "LONGITUDE", "COVERART", "CONTACT", "METADATA_BLOCK_PICTURE"};
    return std::any_of(std::begin(keys), std::end(keys),
                       [&](const char* key) { return comments.find(key) != std::string::npos; });
}

} // namespace

CleanMedia clean_mp3(std::string bytes)
{
    cut_front_tags(bytes);
    while (cut_end_tag(bytes)) {
    }
    if (!is_mp3_frame(bytes))
        return fault(MediaFault::unknown);
    return {MediaFault::none, "mp3", std::move(bytes)};
}

// Its comments are bound by checksums of the pages: they are not rewritten, but refused where they
// tell a place, or carry a picture in which anything may stand.
CleanMedia clean_ogg(std::string bytes)
{
    if (!bytes.starts_with("OggS"))
        return fault(MediaFault::unknown);
    const auto head = std::string_view(bytes).substr(0, comments_within);
    const bool is_vorbis = head.find("\x01vorbis") != std::string_view::npos;
    const bool is_opus = head.find("OpusHead") != std::string_view::npos;
    const bool has_film = head.find("\x80theora") != std::string_view::npos;
    if ((!is_vorbis && !is_opus) || has_film)
        return fault(MediaFault::unknown);
    const auto comments = comments_in(head, is_opus ? "OpusTags" : "\x03vorbis");
    if (!comments || tells_a_place(in_capitals(*comments)))
        return fault(MediaFault::located);
    return {MediaFault::none, "ogg", std::move(bytes)};
}

CleanMedia clean_media(const std::string& medium, std::string bytes)
{
    if (medium == "PHOTO")
        return clean_photo(bytes);
    CleanMedia clean = fault(MediaFault::unknown);
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
        return fault(MediaFault::unknown);
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
