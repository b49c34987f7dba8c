// SPDX-License-Identifier: EUPL-1.2
// The elements of WebM (Matroska): what is not needed to play becomes a Void of the same length, so
// that nothing moves and no offset has to be written anew.
#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

#include "stories/container_bytes.h"
#include "stories/media.h"

namespace stories {

namespace {

namespace element {
constexpr std::uint64_t header = 0x1A45DFA3;
constexpr std::uint64_t doc_type = 0x4282;
constexpr std::uint64_t segment = 0x18538067;
constexpr std::uint64_t info = 0x1549A966;
constexpr std::uint64_t cluster = 0x1F43B675;
// Needed to play: SeekHead, Tracks, Cues, Void, CRC-32.
constexpr std::array<std::uint64_t, 5> kept{0x114D9B74, 0x1654AE6B, 0x1C53BB6B, 0xEC, 0xBF};
// Title, date, name of the file, what came before and after.
constexpr std::array<std::uint64_t, 7> told{0x7BA9,   0x4461,   0x7384,  0x3CB923,
                                            0x3C83AB, 0x3EB923, 0x3E83BB};
// What may stand in a cluster: Timecode, SimpleBlock, BlockGroup, PrevSize, Position, SilentTracks.
constexpr std::array<std::uint64_t, 8> in_cluster{0xE7, 0xA3, 0xA0, 0xAB, 0xA7, 0x5854, 0xEC, 0xBF};
} // namespace element

template <std::size_t Count>
bool holds(const std::array<std::uint64_t, Count>& all, std::uint64_t one)
{
    return std::find(all.begin(), all.end(), one) != all.end();
}

struct Element {
    std::uint64_t id = 0;
    std::size_t begin = 0;
    std::size_t inside = 0;
    std::size_t end = 0;
    bool endless = false; // its size was not known when it was written: a browser's recording
};

class Webm {
public:
    explicit Webm(std::string& bytes) : bytes_(bytes) {}

    bool clean()
    {
        const auto header = element_at(0, bytes_.size());
        if (!header || header->id != element::header || header->endless || !is_webm(*header))
            return false;
        const auto segment = element_at(header->end, bytes_.size());
        return segment && segment->id == element::segment && take_segment(*segment);
    }

private:
    // How many bytes a number takes is told by the zeros that its first byte begins with.
    static std::size_t length_of(unsigned char first)
    {
        std::size_t length = 1;
        for (unsigned mask = 0x80; mask != 0 && (first & mask) == 0; mask >>= 1)
            ++length;
        return length;
    }

    std::optional<Element> element_at(std::size_t at, std::size_t end) const
    {
        if (at >= end)
            return std::nullopt;
        const auto id_length = length_of(static_cast<unsigned char>(bytes_[at]));
        if (id_length > 4 || at + id_length >= end)
            return std::nullopt;
        const auto size_at = at + id_length;
        const auto size_length = length_of(static_cast<unsigned char>(bytes_[size_at]));
        if (size_length > 8 || size_at + size_length > end)
            return std::nullopt;
        const auto all_ones = (std::uint64_t{1} << (7 * size_length)) - 1;
        const auto size = big_endian(bytes_, size_at, size_length) & all_ones;
        Element one{big_endian(bytes_, at, id_length), at, size_at + size_length, 0, false};
        one.endless = size == all_ones;
        if (!one.endless && size > end - one.inside)
            return std::nullopt;
        one.end = one.endless ? end : one.inside + static_cast<std::size_t>(size);
        return one;
    }

    bool is_webm(const Element& header) const
    {
        for (auto at = header.inside; at < header.end;) {
            const auto one = element_at(at, header.end);
            if (!one || one->endless)
                return false;
            if (one->id == element::doc_type)
                return bytes_.substr(one->inside, one->end - one->inside).starts_with("webm");
            at = one->end;
        }
        return false;
    }

    bool take_segment(const Element& segment)
    {
        bool has_media = false;
        for (auto at = segment.inside; at < segment.end;) {
            const auto one = element_at(at, segment.end);
            if (!one)
                return false;
            auto end = one->end;
            if (one->id == element::cluster) {
                has_media = true;
                if (one->endless)
                    end = end_of_cluster(one->inside, segment.end);
            } else if (one->endless) {
                return false;
            } else if (one->id == element::info) {
                if (!take_info(*one))
                    return false;
            } else if (!holds(element::kept, one->id)) {
                drop(*one);
            }
            at = end;
        }
        return has_media;
    }

    // It goes on as long as there is what may stand in it.
    std::size_t end_of_cluster(std::size_t at, std::size_t end) const
    {
        while (at < end) {
            const auto one = element_at(at, end);
            if (!one || one->endless || !holds(element::in_cluster, one->id))
                return at;
            at = one->end;
        }
        return end;
    }

    bool take_info(const Element& info)
    {
        for (auto at = info.inside; at < info.end;) {
            const auto one = element_at(at, info.end);
            if (!one || one->endless)
                return false;
            if (holds(element::told, one->id))
                drop(*one);
            at = one->end;
        }
        return true;
    }

    // A Void of the same length.
    void drop(const Element& one)
    {
        const auto length = one.end - one.begin;
        const std::size_t width = length >= 9 ? 8 : 1;
        const std::uint64_t rest = length - 1 - width;
        blank(bytes_, one.begin, one.end);
        bytes_[one.begin] = '\xEC';
        for (std::size_t i = 0; i < width; ++i)
            bytes_[one.begin + width - i] = static_cast<char>(rest >> (8 * i) & 0xff);
        const unsigned mark = width == 8 ? 0x01 : 0x80;
        bytes_[one.begin + 1] =
            static_cast<char>(static_cast<unsigned char>(bytes_[one.begin + 1]) | mark);
    }

    std::string& bytes_;
};

} // namespace

CleanMedia clean_webm(std::string bytes)
{
    if (!Webm(bytes).clean())
        return {MediaFault::unknown, {}, {}};
    return {MediaFault::none, "webm", std::move(bytes)};
}

} // namespace stories
