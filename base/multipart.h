// SPDX-License-Identifier: EUPL-1.2
// A body of several parts (multipart/form-data, RFC 7578), as forms with files are sent. Strict and
// bounded: what is cut short, or could be read in two ways, is refused as a whole.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct Part {
    std::string name;
    std::optional<std::string> file_name; // without folders
    std::string type;                     // "image/jpeg"; empty: not said
    std::string_view bytes;               // of the body that was read
};

inline constexpr std::size_t parts_max = 128;
inline constexpr std::size_t part_head_bytes_max = 4096;

// `content_type` is the header, which names the boundary. Throws Problem(400,
// "core.multipart_broken") with the reason as a fact.
std::vector<Part> read_multipart(std::string_view content_type, std::string_view body);
