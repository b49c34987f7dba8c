// SPDX-License-Identifier: EUPL-1.2
// Reading and blanking the bytes of containers.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

namespace stories {

// The caller has made sure that they are there.
inline std::uint64_t big_endian(const std::string& bytes, std::size_t at, std::size_t count)
{
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < count; ++i)
        value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

inline void blank(std::string& bytes, std::size_t begin, std::size_t end)
{
    std::fill(bytes.begin() + static_cast<std::ptrdiff_t>(begin),
              bytes.begin() + static_cast<std::ptrdiff_t>(end), '\0');
}

} // namespace stories
