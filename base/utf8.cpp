// SPDX-License-Identifier: EUPL-1.2
#include "base/utf8.h"

#include <algorithm>

bool is_utf8(std::string_view text)
{
    std::size_t at = 0;
    while (at < text.size()) {
        const auto lead = static_cast<unsigned char>(text[at++]);
        if (lead < 0x80)
            continue;

        // How many bytes follow, and the least code point that needs so many.
        const int more = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : 1;
        const char32_t least = more == 3 ? 0x10000 : more == 2 ? 0x800 : 0x80;
        if (lead < 0xc2 || lead > 0xf4 || text.size() - at < static_cast<std::size_t>(more))
            return false;

        char32_t point = lead & (0x3f >> more);
        for (int i = 0; i < more; ++i) {
            const auto next = static_cast<unsigned char>(text[at++]);
            if ((next & 0xc0) != 0x80)
                return false;
            point = point << 6 | (next & 0x3f);
        }
        const bool surrogate = point >= 0xd800 && point <= 0xdfff;
        if (point < least || point > 0x10ffff || surrogate)
            return false;
    }
    return true;
}

std::size_t characters(std::string_view text)
{
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}
