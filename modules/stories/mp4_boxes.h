// SPDX-License-Identifier: EUPL-1.2
// The boxes of MP4 (ISO/IEC 14496-12), and where the data of a track stand in the file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stories {

struct Box {
    std::string name;
    std::size_t begin = 0;
    std::size_t inside = 0; // where its content begins
    std::size_t end = 0;

    std::size_t length() const { return end - inside; }
};

// The box that begins there; nothing where what is there is none, or runs over the end.
std::optional<Box> box_at(const std::string& bytes, std::size_t at, std::size_t end);
// The first of that name inside another one.
std::optional<Box> find_box(const std::string& bytes, const Box& within, std::string_view name);

// A table of numbers behind version, flags and what `head` says; rows of so many bytes.
struct Table {
    std::size_t first = 0; // where its rows begin
    std::uint64_t count = 0;
};
// Nothing where its rows would run over its end.
std::optional<Table> table_in(const std::string& bytes, const std::optional<Box>& box,
                              std::size_t head, std::size_t row);

// What a track is for: "vide", "soun", "meta" …; empty where it does not say.
std::string kind_of_track(const std::string& bytes, const Box& track);

struct Span {
    std::size_t begin;
    std::size_t end;
};

// Where the samples of a track stand; nothing where its tables do not fit together or lead out of
// the file.
std::optional<std::vector<Span>> samples_of(const std::string& bytes, const Box& track);

} // namespace stories
