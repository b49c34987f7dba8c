// SPDX-License-Identifier: EUPL-1.2
#include "base/deflate.h"

#include <zlib.h>

#include "base/problem.h"

std::string deflated(std::string_view text)
{
    auto length = compressBound(text.size());
    std::string bytes(length, '\0');
    ENSURE(compress2(reinterpret_cast<Bytef*>(bytes.data()), &length,
                     reinterpret_cast<const Bytef*>(text.data()), text.size(),
                     Z_BEST_COMPRESSION) == Z_OK);
    bytes.resize(length);
    return bytes;
}

std::optional<std::string> inflated(std::string_view bytes, std::size_t most)
{
    std::string text(most, '\0');
    uLongf length = most;
    if (uncompress(reinterpret_cast<Bytef*>(text.data()), &length,
                   reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()) != Z_OK)
        return std::nullopt;
    text.resize(length);
    return text;
}
