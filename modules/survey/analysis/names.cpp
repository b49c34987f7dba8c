// SPDX-License-Identifier: EUPL-1.2
#include "survey/analysis/names.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace analysis {

namespace {

constexpr std::size_t longest = 64; // of SPSS

constexpr std::array<std::string_view, 13> reserved{"all", "and", "by",  "eq", "ge", "gt",  "le",
                                                    "lt",  "ne",  "not", "or", "to", "with"};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::string small(std::string text)
{
    for (auto& c : text)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return text;
}

} // namespace

std::string VariableNames::take(const std::string& wanted)
{
    std::string name;
    for (const char c : wanted)
        name += is_letter(c) || (c >= '0' && c <= '9') ? c : '_';
    if (name.empty() || !is_letter(name.front()))
        name.insert(0, "v");
    name.resize(std::min(name.size(), longest));
    while (name.size() > 1 && name.back() == '_')
        name.pop_back();
    if (std::find(reserved.begin(), reserved.end(), small(name)) != reserved.end())
        name += "_1";
    const auto first = name;
    for (int number = 2; !taken_.insert(small(name)).second; ++number) {
        const auto end = "_" + std::to_string(number);
        name = first.substr(0, longest - end.size()) + end;
    }
    return name;
}

} // namespace analysis
