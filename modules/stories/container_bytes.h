// SPDX-License-Identifier: EUPL-1.2
// Reading and blanking the bytes of containers.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace stories {

// The caller has made sure that they are there.
inline std::uint64_t big_endian(std::string_view bytes, std::size_t at, std::size_t count)
{
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < count; ++i)
        value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

inline std::uint64_t little_endian(std::string_view bytes, std::size_t at, std::size_t count)
{
    std::uint64_t value = 0;
    for (std::size_t i = count; i-- > 0;)
        value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

inline void blank(std::string& bytes, std::size_t begin, std::size_t end)
{
    std::fill(bytes.begin() + static_cast<std::ptrdiff_t>(begin),
              bytes.begin() + static_cast<std::ptrdiff_t>(end), '\0');
}

// Vorbis and Opus, in Ogg and in WebM.
inline constexpr std::string_view vorbis_head = "\1vorbis";
inline constexpr std::string_view vorbis_comments = "\3vorbis";
inline constexpr std::string_view vorbis_setup = "\5vorbis";
inline constexpr std::size_t vorbis_head_bytes = 30;
inline constexpr std::string_view opus_head = "OpusHead";
inline constexpr std::string_view opus_comments = "OpusTags";

// With a table of channels or without, and nothing behind.
inline bool is_opus_head(std::string_view packet)
{
    return packet.starts_with(opus_head) && packet.size() >= 19 &&
           packet.size() ==
               (packet[18] == '\0' ? 19U : 21U + static_cast<unsigned char>(packet[9]));
}

// Comments that say nothing, in a packet as long as before: nobody's program, no line, and what
// follows is padding. Empty where they do not fit.
inline std::string empty_comments(std::string_view mark, std::size_t length)
{
    auto packet = std::string(mark) + std::string(8, '\0');
    if (mark == vorbis_comments)
        packet += '\1';
    if (length < packet.size())
        return "";
    packet.resize(length, '\0');
    return packet;
}

} // namespace stories
