// SPDX-License-Identifier: EUPL-1.2
// Pictures that people send, without what a camera writes into them: where, when, with what, and a
// preview of the whole before it was cropped. Nothing of the file is kept: it is decoded and drawn
// anew, the right way up.
//
// What the bytes are decides, never a name: JPEG, PNG and WebP are decoded, everything else is no
// picture before a decoder sees it. The number of pixels is bounded before anything is decoded, so
// that a small file cannot fill the memory.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

inline constexpr int picture_side_max = 1600; // pixels, as drawn

struct CleanPicture {
    std::optional<std::string> jpeg; // nothing else in it; none where the bytes are no picture
    bool too_many_pixels = false;    // then why
};

CleanPicture clean_picture(std::string_view bytes, std::int64_t pixels_max);
