// SPDX-License-Identifier: EUPL-1.2
#include "http/target.h"

#include <algorithm>

#include "base/utf8.h"

namespace http {

namespace {

int hex_value(char digit)
{
    if (digit >= '0' && digit <= '9')
        return digit - '0';
    if (digit >= 'a' && digit <= 'f')
        return digit - 'a' + 10;
    if (digit >= 'A' && digit <= 'F')
        return digit - 'A' + 10;
    return -1;
}

enum class Plus { itself, space };

// The text without its %-codes; nullopt when a code is cut short or the result is not UTF-8 text.
std::optional<std::string> decode(std::string_view coded, Plus plus)
{
    std::string text;
    text.reserve(coded.size());
    for (std::size_t at = 0; at < coded.size(); ++at) {
        if (coded[at] == '+' && plus == Plus::space) {
            text += ' ';
            continue;
        }
        if (coded[at] != '%') {
            text += coded[at];
            continue;
        }
        if (at + 2 >= coded.size())
            return std::nullopt;
        const int high = hex_value(coded[at + 1]);
        const int low = hex_value(coded[at + 2]);
        if (high < 0 || low < 0)
            return std::nullopt;
        text += static_cast<char>(high * 16 + low);
        at += 2;
    }
    if (text.find('\0') != std::string::npos || !is_utf8(text))
        return std::nullopt;
    return text;
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

// One segment between two slashes.
std::optional<std::string> decode_segment(std::string_view coded)
{
    auto segment = decode(coded, Plus::itself);
    if (!segment || *segment == "." || *segment == "..")
        return std::nullopt;
    if (segment->find('/') != std::string::npos || std::ranges::any_of(*segment, is_control))
        return std::nullopt;
    return segment;
}

std::optional<std::string> decode_path(std::string_view coded)
{
    std::string path;
    while (!coded.empty()) {
        coded.remove_prefix(1); // the slash
        const auto ends = std::min(coded.find('/'), coded.size());
        const auto segment = decode_segment(coded.substr(0, ends));
        if (!segment)
            return std::nullopt;
        path += '/';
        path += *segment;
        coded.remove_prefix(ends);
    }
    return path;
}

} // namespace

std::optional<Target> parse_target(std::string_view target)
{
    if (!target.starts_with('/') || target.find('#') != std::string_view::npos)
        return std::nullopt;

    const auto question = std::min(target.find('?'), target.size());
    auto path = decode_path(target.substr(0, question));
    if (!path)
        return std::nullopt;

    Target parsed{std::move(*path), {}};
    auto rest = target.substr(std::min(question + 1, target.size()));
    while (!rest.empty()) {
        const auto ends = std::min(rest.find('&'), rest.size());
        const auto pair = rest.substr(0, ends);
        rest.remove_prefix(std::min(ends + 1, rest.size()));
        if (pair.empty())
            continue;
        const auto equals = std::min(pair.find('='), pair.size());
        auto name = decode(pair.substr(0, equals), Plus::space);
        auto value = decode(pair.substr(std::min(equals + 1, pair.size())), Plus::space);
        if (!name || !value)
            return std::nullopt;
        parsed.query.emplace_back(std::move(*name), std::move(*value));
    }
    return parsed;
}

} // namespace http
