// SPDX-License-Identifier: EUPL-1.2
#include "core/toml_parts.h"

#include <sstream>

#include <toml++/toml.h>

namespace core {

namespace {

using Parts = std::vector<std::pair<std::string, std::string>>;

std::string name_of(const toml::node& item, std::size_t number)
{
    const auto* table = item.as_table();
    const auto code = table ? (*table)["code"].value<std::string>() : std::nullopt;
    return code.value_or(std::to_string(number));
}

void add_parts(Parts& parts, const std::string& way, const toml::node& node)
{
    const auto below = way.empty() ? "" : way + ".";
    if (const auto* table = node.as_table()) {
        for (const auto& [key, value] : *table)
            add_parts(parts, below + std::string(key.str()), value);
        return;
    }
    if (const auto* array = node.as_array()) {
        for (std::size_t i = 0; i < array->size(); ++i)
            add_parts(parts, below + name_of((*array)[i], i + 1), (*array)[i]);
        return;
    }
    std::ostringstream text;
    text << std::boolalpha;
    node.visit([&](const auto& value) {
        if constexpr (toml::is_value<decltype(value)>)
            text << *value;
    });
    parts.emplace_back(way, text.str());
}

} // namespace

Parts toml_parts(std::string_view text)
{
    Parts parts;
    add_parts(parts, "", toml::parse(text));
    return parts;
}

} // namespace core
