// SPDX-License-Identifier: EUPL-1.2
// MP3: only frames stay. Tags are cut at both ends by the length that they say, and what then is no
// frame – tags in the middle, lyrics, covers, anything unknown – goes as well.
#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "stories/container_bytes.h"
#include "stories/media.h"

namespace stories {

namespace {

// ID3v2 writes sizes in seven bits a byte.
std::size_t seven_bits(std::string_view bytes, std::size_t at)
{
    std::size_t size = 0;
    for (std::size_t i = at; i < at + 4; ++i)
        size = size << 7 | (static_cast<unsigned char>(bytes[i]) & 0x7f);
    return size;
}

// How much of the beginning is a tag.
std::size_t tag_in_front(std::string_view bytes)
{
    if (bytes.size() > 10 && bytes.starts_with("ID3")) {
        const bool has_footer = (static_cast<unsigned char>(bytes[5]) & 0x10) != 0;
        return seven_bits(bytes, 6) + (has_footer ? 20 : 10);
    }
    if (bytes.size() > 32 && bytes.starts_with("APETAGEX"))
        return static_cast<std::size_t>(little_endian(bytes, 12, 4)) + 32;
    return bytes.starts_with('\0') ? 1 : 0;
}

// How much of the end is a tag; each says there how long it is.
std::size_t tag_at_end(std::string_view bytes)
{
    const auto size = bytes.size();
    const auto stands = [&](std::string_view mark, std::size_t before_end) {
        return size >= before_end && bytes.substr(size - before_end).starts_with(mark);
    };
    if (stands("TAG", 128))
        return stands("TAG+", 128 + 227) ? 128 + 227 : 128;
    if (stands("TAG+", 227))
        return 227;
    if (stands("3DI", 10))
        return seven_bits(bytes, size - 4) + 20;
    if (stands("APETAGEX", 32)) {
        const bool has_head = (little_endian(bytes, size - 12, 4) & 0x80000000) != 0;
        return static_cast<std::size_t>(little_endian(bytes, size - 20, 4)) + (has_head ? 32 : 0);
    }
    if (stands("LYRICS200", 9) && size >= 15) {
        std::size_t length = 0;
        for (const auto digit : bytes.substr(size - 15, 6))
            length = digit >= '0' && digit <= '9'
                         ? length * 10 + static_cast<std::size_t>(digit - '0')
                         : size;
        return length + 15;
    }
    return 0;
}

// Of a frame of MPEG 1, 2 or 2.5, layer III, in bytes; 0 where there is none.
std::size_t frame_length(std::string_view bytes)
{
    if (bytes.size() < 4)
        return 0;
    const auto second = static_cast<unsigned char>(bytes[1]);
    const auto third = static_cast<unsigned char>(bytes[2]);
    const unsigned version = second >> 3 & 3; // 0: 2.5, 2: 2, 3: 1
    const unsigned rate = third >> 2 & 3;
    if (static_cast<unsigned char>(bytes[0]) != 0xff || (second & 0xe0) != 0xe0 ||
        (second & 0x06) != 0x02 || version == 1 || rate == 3)
        return 0;
    constexpr unsigned thousands_of_bits[2][16] = {
        {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0},
        {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0}};
    constexpr unsigned a_second[] = {44'100, 48'000, 32'000};
    const bool is_first = version == 3;
    const auto bits = thousands_of_bits[is_first ? 1 : 0][third >> 4] * 1000;
    const auto samples = a_second[rate] / (is_first ? 1 : version == 2 ? 2 : 4);
    return bits == 0 ? 0 : (is_first ? 144 : 72) * bits / samples + (third >> 1 & 1);
}

bool is_frame(std::string_view bytes)
{
    const auto length = frame_length(bytes);
    return length > 0 && length <= bytes.size();
}

// What may follow a frame. Where something else does, the line was cut within it, and what seems
// to be its end is not.
bool may_follow(std::string_view bytes)
{
    return bytes.empty() || frame_length(bytes) > 0 || bytes.starts_with("TAG") ||
           bytes.starts_with("ID3") || bytes.starts_with("3DI") || bytes.starts_with("APETAGEX") ||
           bytes.starts_with("LYRICSBEGIN");
}

// Three frames one behind the other: no tag looks like that.
bool goes_on(std::string_view bytes)
{
    for (int i = 0; i < 3; ++i) {
        if (!is_frame(bytes))
            return false;
        bytes.remove_prefix(frame_length(bytes));
    }
    return true;
}

struct Frames {
    std::string bytes;
    std::vector<std::size_t> begins;
};

Frames frames_of(std::string_view bytes)
{
    Frames frames;
    while (!bytes.empty()) {
        const auto length = is_frame(bytes) ? frame_length(bytes) : 0;
        if (length > 0 && may_follow(bytes.substr(length))) {
            frames.begins.push_back(frames.bytes.size());
            frames.bytes += bytes.substr(0, length);
            bytes.remove_prefix(length);
            continue;
        }
        do {
            const auto tag = std::max<std::size_t>(tag_in_front(bytes), 1);
            bytes.remove_prefix(std::min(tag, bytes.size()));
        } while (!bytes.empty() && !goes_on(bytes));
    }
    return frames;
}

// The first frame may hold a table for finding a place, and who wrote it: the table stays.
void blank_programs(std::string& frames)
{
    const auto first = std::string_view(frames).substr(0, frame_length(frames));
    for (const auto* mark : {"Xing", "Info", "VBRI"}) {
        const auto at = first.substr(0, 64).find(mark);
        if (at == std::string_view::npos || at + 32 > first.size())
            continue;
        std::size_t length = 0;
        if (std::string_view(mark) == "VBRI") {
            length = 26 + static_cast<std::size_t>(big_endian(first, at + 18, 2) *
                                                   big_endian(first, at + 22, 2));
        } else {
            const auto flags = big_endian(first, at + 4, 4);
            length = 8 + (flags & 1 ? 4 : 0) + (flags & 2 ? 4 : 0) + (flags & 4 ? 100 : 0) +
                     (flags & 8 ? 4 : 0);
        }
        blank(frames, std::min(at + length, first.size()), first.size());
        return;
    }
}

} // namespace

CleanMedia clean_mp3(std::string bytes)
{
    std::string_view rest = bytes;
    while (const auto tag = tag_in_front(rest))
        rest.remove_prefix(std::min(tag, rest.size()));
    for (auto tag = tag_at_end(rest); tag > 0 && tag <= rest.size(); tag = tag_at_end(rest))
        rest.remove_suffix(tag);
    if (!is_frame(rest))
        return {MediaFault::unknown};
    auto [frames, begins] = frames_of(rest);
    if (frames.empty())
        return {MediaFault::unknown};
    blank_programs(frames);
    // Whoever cuts it once more would take the end of this frame for a tag.
    for (; !frames.empty() && tag_at_end(frames) > 0; begins.pop_back())
        frames.resize(begins.back());
    if (frames.empty())
        return {MediaFault::unknown};
    return {MediaFault::none, "mp3", std::move(frames)};
}

} // namespace stories
