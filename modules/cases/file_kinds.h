// SPDX-License-Identifier: EUPL-1.2
// Which files are taken in, by what they are and never by their name: a PDF that can be read and do
// nothing else, kept as it came; a picture, which is drawn anew (base/picture.h).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace cases {

inline constexpr std::size_t file_bytes_max = 8 * 1024 * 1024;
inline constexpr std::int64_t file_pixels_max = 100'000'000; // of the phone of an account

struct TakenFile {
    std::string format; // of file_format
    std::string bytes;  // as they are kept
};

// Throws Problem(422, "core.input_invalid") for the field "content": cases.file_too_large,
// cases.file_unknown, cases.picture_too_large, or what is wrong with a PDF.
TakenFile take_file(std::string bytes);
// The same of what a field of a request carries.
TakenFile take_file_of(std::string_view base64);

} // namespace cases
