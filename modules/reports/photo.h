// SPDX-License-Identifier: EUPL-1.2
// Pictures that come with a report, drawn anew (base/picture.h): what a camera writes into them
// would say more than the reporter wants to.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace reports {

inline constexpr std::size_t photo_bytes_max = 720'000; // as sent; in base64 it fits into a request
inline constexpr std::int64_t photo_pixels_max = 24'000'000; // a telephone's camera

// The picture as JPEG. Throws Problem(422, "core.input_invalid") for the field "photo":
// reports.photo_unreadable, reports.photo_too_large.
std::string clean_photo(std::string_view bytes);

// What a field of a request carries.
std::string bytes_of_photo(std::string_view base64); // throws as clean_photo does

} // namespace reports
