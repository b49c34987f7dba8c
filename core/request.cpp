// SPDX-License-Identifier: EUPL-1.2
#include "core/request.h"

#include <algorithm>

namespace core {

namespace {

std::string_view first_of(const std::vector<std::pair<std::string, std::string>>& pairs,
                          std::string_view name)
{
    for (const auto& [key, value] : pairs)
        if (key == name)
            return value;
    return {};
}

std::string_view trimmed(std::string_view text)
{
    const auto begins = text.find_first_not_of(" \t");
    if (begins == std::string_view::npos)
        return {};
    return text.substr(begins, text.find_last_not_of(" \t") - begins + 1);
}

} // namespace

std::string_view Request::header(std::string_view name) const { return first_of(headers, name); }

std::string_view Request::parameter(std::string_view name) const { return first_of(query, name); }

std::string_view Request::cookie(std::string_view name) const
{
    // "a=1; b=2" (RFC 6265, section 4.2.1).
    std::string_view rest = header("cookie");
    while (!rest.empty()) {
        const auto ends = std::min(rest.find(';'), rest.size());
        const auto pair = trimmed(rest.substr(0, ends));
        if (const auto equals = pair.find('='); equals == name.size() && pair.starts_with(name))
            return pair.substr(equals + 1);
        rest.remove_prefix(std::min(ends + 1, rest.size()));
    }
    return {};
}

} // namespace core
