// SPDX-License-Identifier: EUPL-1.2
#include "base/base64.h"

#include <sodium.h>

namespace {

constexpr int variant = sodium_base64_VARIANT_ORIGINAL;

} // namespace

std::string to_base64(std::string_view bytes)
{
    std::string text(sodium_base64_encoded_len(bytes.size(), variant), '\0');
    sodium_bin2base64(text.data(), text.size(),
                      reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), variant);
    text.pop_back(); // its zero byte
    return text;
}

std::optional<std::string> from_base64(std::string_view text, const char* ignored)
{
    std::string bytes(text.size() / 4 * 3 + 3, '\0');
    std::size_t length = 0;
    if (sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(),
                          text.size(), ignored, &length, nullptr, variant) != 0)
        return std::nullopt;
    bytes.resize(length);
    return bytes;
}
