// SPDX-License-Identifier: EUPL-1.2
// Ogg (RFC 3533) with Opus (RFC 7845) or Vorbis: one stream of sound, from its first page to its
// last. Its comments are emptied where they stand, and the checksums of their pages written anew.
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "stories/container_bytes.h"
#include "stories/media.h"

namespace stories {

namespace {

constexpr std::size_t page_head = 27;
constexpr std::size_t checksum_at = 22;

struct Page {
    std::size_t begin = 0;
    std::size_t data = 0;
    std::size_t end = 0;
    std::uint64_t serial = 0;
    bool goes_on = false; // with the packet of the page before
    bool is_first = false;
    bool is_last = false;
};

std::optional<Page> page_at(std::string_view bytes, std::size_t at)
{
    const auto rest = bytes.substr(at);
    if (rest.size() < page_head || !rest.starts_with("OggS") || rest[4] != '\0')
        return std::nullopt;
    const std::size_t segments = static_cast<unsigned char>(rest[26]);
    if (rest.size() < page_head + segments)
        return std::nullopt;
    auto length = page_head + segments;
    for (std::size_t i = 0; i < segments; ++i)
        length += static_cast<unsigned char>(rest[page_head + i]);
    if (length > rest.size())
        return std::nullopt;
    const auto flags = static_cast<unsigned char>(rest[5]);
    return Page{at,
                at + page_head + segments,
                at + length,
                little_endian(rest, 14, 4),
                (flags & 1) != 0,
                (flags & 2) != 0,
                (flags & 4) != 0};
}

std::uint32_t checksum_of(std::string_view page)
{
    static const auto table = [] {
        std::array<std::uint32_t, 256> sums{};
        for (std::uint32_t i = 0; i < 256; ++i) {
            sums[i] = i << 24;
            for (int bit = 0; bit < 8; ++bit)
                sums[i] = sums[i] << 1 ^ ((sums[i] & 0x80000000) != 0 ? 0x04c11db7 : 0);
        }
        return sums;
    }();
    std::uint32_t sum = 0;
    for (const auto byte : page)
        sum = sum << 8 ^ table[(sum >> 24 ^ static_cast<unsigned char>(byte)) & 0xff];
    return sum;
}

class Ogg {
public:
    explicit Ogg(std::string& bytes) : bytes_(bytes) {}

    MediaFault clean()
    {
        for (std::size_t at = 0; at < bytes_.size();) {
            const auto page = page_at(bytes_, at);
            if (!page) {
                // The last page was cut when the line was, or a tag stands behind it.
                if (bytes_.find("OggS", at + 1) != std::string::npos)
                    return MediaFault::located;
                bytes_.resize(at);
                break;
            }
            if (const auto what = take_page(*page); what != MediaFault::none)
                return what;
            at = page->end;
        }
        if (packets_ <= headers_)
            return MediaFault::unknown;
        return empty_the_comments() ? MediaFault::none : MediaFault::located;
    }

private:
    MediaFault take_page(const Page& page)
    {
        if (page.begin == 0) {
            serial_ = page.serial;
            return page.is_first ? take_head(page) : MediaFault::unknown;
        }
        // Another stream beside this one or behind it.
        if (page.is_first || page.serial != serial_ || is_over_)
            return MediaFault::located;
        is_over_ = page.is_last;
        const bool is_open = !starts_packet_;
        if (packets_ < headers_ && page.goes_on != is_open)
            return MediaFault::located;
        return take_segments(page) ? MediaFault::none : MediaFault::located;
    }

    // One packet that says which sound it is.
    MediaFault take_head(const Page& page)
    {
        const auto packet = std::string_view(bytes_).substr(page.data, page.end - page.data);
        is_opus_ = packet.starts_with(opus_head);
        if (!is_opus_ && !packet.starts_with(vorbis_head))
            return MediaFault::unknown;
        const bool is_one = page.data == page_head + 1;
        if (!is_one || (is_opus_ ? !is_opus_head(packet) : packet.size() != vorbis_head_bytes))
            return MediaFault::located;
        headers_ = is_opus_ ? 2 : 3;
        packets_ = 1;
        return MediaFault::none;
    }

    bool take_segments(const Page& page)
    {
        auto at = page.data;
        for (auto lacing = page.begin + page_head; lacing < page.data; ++lacing) {
            const std::size_t length = static_cast<unsigned char>(bytes_[lacing]);
            const auto piece = std::string_view(bytes_).substr(at, page.end - at);
            if (starts_packet_ && packets_ >= headers_ && is_head(piece))
                return false;
            if (packets_ == 1)
                comments_.push_back({at, length, page});
            at += length;
            starts_packet_ = length < 255;
            packets_ += starts_packet_ ? 1 : 0;
        }
        return true;
    }

    // What players pass over behind the beginning.
    bool is_head(std::string_view piece) const
    {
        return is_opus_ ? piece.starts_with(opus_comments) || piece.starts_with(opus_head)
                        : piece.starts_with(vorbis_comments) || piece.starts_with(vorbis_head) ||
                              piece.starts_with(vorbis_setup);
    }

    bool empty_the_comments()
    {
        const auto mark = is_opus_ ? opus_comments : vorbis_comments;
        std::size_t length = 0;
        for (const auto& piece : comments_)
            length += piece.length;
        const auto packet = empty_comments(mark, length);
        if (packet.empty() || bytes_.compare(comments_[0].at, mark.size(), mark) != 0)
            return false;
        std::size_t done = 0;
        for (std::size_t i = 0; i < comments_.size(); ++i) {
            const auto& piece = comments_[i];
            bytes_.replace(piece.at, piece.length, packet, done, piece.length);
            done += piece.length;
            if (i + 1 == comments_.size() || comments_[i + 1].page.begin != piece.page.begin)
                sign(piece.page);
        }
        return true;
    }

    void sign(const Page& page)
    {
        blank(bytes_, page.begin + checksum_at, page.begin + checksum_at + 4);
        const auto sum =
            checksum_of(std::string_view(bytes_).substr(page.begin, page.end - page.begin));
        for (std::size_t i = 0; i < 4; ++i)
            bytes_[page.begin + checksum_at + i] = static_cast<char>(sum >> (8 * i) & 0xff);
    }

    struct Piece {
        std::size_t at;
        std::size_t length;
        Page page;
    };

    std::string& bytes_;
    std::vector<Piece> comments_;
    std::uint64_t serial_ = 0;
    std::size_t headers_ = 0; // how many packets come before the sound
    std::size_t packets_ = 0; // that are whole
    bool is_opus_ = false;
    bool is_over_ = false;
    bool starts_packet_ = true;
};

} // namespace

CleanMedia clean_ogg(std::string bytes)
{
    const auto what = Ogg(bytes).clean();
    if (what != MediaFault::none)
        return {what};
    return {MediaFault::none, "ogg", std::move(bytes)};
}

} // namespace stories
