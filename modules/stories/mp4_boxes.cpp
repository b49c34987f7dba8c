// SPDX-License-Identifier: EUPL-1.2
#include "stories/mp4_boxes.h"

#include <algorithm>
#include <cstdint>

#include "stories/container_bytes.h"

namespace stories {

namespace {

constexpr std::uint64_t chunks_max = 1'000'000;

class Samples {
public:
    Samples(const std::string& bytes, const Box& tables) : bytes_(bytes), tables_(tables) {}

    std::optional<std::vector<Span>> list()
    {
        if (!read_tables())
            return std::nullopt;
        std::vector<Span> spans;
        std::uint64_t sample = 0;
        for (std::uint64_t chunk = 0; chunk < chunks_.count; ++chunk) {
            auto at = big_endian(bytes_, chunks_.first + chunk * offset_bytes_, offset_bytes_);
            const auto begin = at;
            const auto here = std::min(samples_in(chunk + 1), sizes_.count - sample);
            if (one_size_ > 0)
                at += here * one_size_;
            else
                for (std::uint64_t i = sample; i < sample + here; ++i)
                    at += big_endian(bytes_, sizes_.first + i * 4, 4);
            sample += here;
            if (begin > bytes_.size() || at > bytes_.size())
                return std::nullopt;
            if (at == begin)
                continue;
            spans.push_back({static_cast<std::size_t>(begin), static_cast<std::size_t>(at)});
        }
        if (sample < sizes_.count)
            return std::nullopt;
        return spans;
    }

private:
    bool read_tables()
    {
        const auto sizes = find_box(bytes_, tables_, "stsz");
        if (!sizes || sizes->length() < 12)
            return false;
        one_size_ = big_endian(bytes_, sizes->inside + 4, 4);
        const auto sized = table_in(bytes_, sizes, 8, one_size_ == 0 ? 4 : 0);
        const auto runs = table_in(bytes_, find_box(bytes_, tables_, "stsc"), 4, 12);
        const auto short_offsets = table_in(bytes_, find_box(bytes_, tables_, "stco"), 4, 4);
        const auto long_offsets = table_in(bytes_, find_box(bytes_, tables_, "co64"), 4, 8);
        if (!sized || !runs || (!short_offsets && !long_offsets))
            return false;
        sizes_ = *sized;
        runs_ = *runs;
        offset_bytes_ = short_offsets ? 4 : 8;
        chunks_ = short_offsets ? *short_offsets : *long_offsets;
        if (chunks_.count > chunks_max)
            return false;
        // Old QuickTime writes 1 for samples of any size.
        return one_size_ != 1 && (runs_.count > 0 || chunks_.count == 0);
    }

    // Runs of chunks with as many samples each; the chunks are asked for in their order.
    std::uint64_t samples_in(std::uint64_t chunk)
    {
        while (run_ + 1 < runs_.count &&
               big_endian(bytes_, runs_.first + (run_ + 1) * 12, 4) <= chunk)
            ++run_;
        return big_endian(bytes_, runs_.first + run_ * 12 + 4, 4);
    }

    const std::string& bytes_;
    const Box& tables_;
    Table sizes_;
    Table runs_;
    Table chunks_;
    std::size_t offset_bytes_ = 4;
    std::uint64_t one_size_ = 0;
    std::uint64_t run_ = 0;
};

} // namespace

std::optional<Table> table_in(const std::string& bytes, const std::optional<Box>& box,
                              std::size_t head, std::size_t row)
{
    if (!box || box->length() < head + 4)
        return std::nullopt;
    const Table table{box->inside + head + 4, big_endian(bytes, box->inside + head, 4)};
    if (row > 0 && table.count > (box->end - table.first) / row)
        return std::nullopt;
    return table;
}

std::optional<Box> box_at(const std::string& bytes, std::size_t at, std::size_t end)
{
    if (end - at < 8)
        return std::nullopt;
    Box box{bytes.substr(at + 4, 4), at, at + 8, 0};
    std::uint64_t size = big_endian(bytes, at, 4);
    if (size == 1) {
        if (end - at < 16)
            return std::nullopt;
        size = big_endian(bytes, at + 8, 8);
        box.inside = at + 16;
    }
    if (size == 0)
        size = end - at;
    if (size < box.inside - at || size > end - at)
        return std::nullopt;
    box.end = at + static_cast<std::size_t>(size);
    return box;
}

std::optional<Box> find_box(const std::string& bytes, const Box& within, std::string_view name)
{
    for (auto at = within.inside; at < within.end;) {
        auto box = box_at(bytes, at, within.end);
        if (!box || box->name == name)
            return box;
        at = box->end;
    }
    return std::nullopt;
}

std::string kind_of_track(const std::string& bytes, const Box& track)
{
    const auto media = find_box(bytes, track, "mdia");
    const auto handler = media ? find_box(bytes, *media, "hdlr") : std::nullopt;
    if (!handler || handler->length() < 12)
        return "";
    return bytes.substr(handler->inside + 8, 4);
}

std::optional<std::vector<Span>> samples_of(const std::string& bytes, const Box& track)
{
    auto box = std::optional(track);
    for (const auto* name : {"mdia", "minf", "stbl"})
        if (box)
            box = find_box(bytes, *box, name);
    return box ? Samples(bytes, *box).list() : std::nullopt;
}

} // namespace stories
