// SPDX-License-Identifier: EUPL-1.2
// Pictures that come with a report. What a camera writes into a picture (where, when, with what, a
// preview of the whole before it was cropped) would say more than the reporter wants to: so nothing
// of the file is kept. It is decoded and encoded anew, the right way up, with no metadata at all.
//
// What the bytes are decides, never a name: JPEG, PNG and WebP are decoded, everything else is
// refused before a decoder sees it. Size and number of pixels are bounded before anything is
// decoded, so that a small file cannot fill the memory.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace reports {

inline constexpr std::size_t photo_bytes_max = 720'000; // as sent; in base64 it fits into a request
inline constexpr long photo_pixels_max = 24'000'000;    // a telephone's camera
inline constexpr int photo_side_max = 1600;             // as kept

// The picture as JPEG. Throws Problem(422, "core.input_invalid") for the field "photo":
// reports.photo_unreadable, reports.photo_too_large.
std::string clean_photo(std::string_view bytes);

// What a field of a request carries.
std::string from_base64(std::string_view text); // throws as clean_photo does
std::string to_base64(std::string_view bytes);

} // namespace reports
