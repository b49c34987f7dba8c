// SPDX-License-Identifier: EUPL-1.2
#include "base/multipart.h"

#include <algorithm>

#include "base/problem.h"
#include "base/utf8.h"

namespace {

[[noreturn]] void refuse(const char* reason)
{
    throw Problem(400, "core.multipart_broken", {{"reason", reason}});
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string lower(std::string_view text)
{
    std::string folded(text);
    std::transform(folded.begin(), folded.end(), folded.begin(), [](char c) { return lower(c); });
    return folded;
}

std::string_view trimmed(std::string_view text)
{
    const auto begins = text.find_first_not_of(" \t");
    if (begins == std::string_view::npos)
        return {};
    return text.substr(begins, text.find_last_not_of(" \t") - begins + 1);
}

// `form-data; name="photo"; filename="a.jpg"`, taken apart: the value, then its parameters.
struct Parameter {
    std::string name;
    std::string value;
};

// In double quotes; a backslash stands before a quote or a backslash (RFC 9110, section 5.6.4).
std::string take_quoted(std::string_view& rest)
{
    std::string value;
    for (std::size_t i = 1; i < rest.size(); ++i) {
        if (rest[i] == '"') {
            rest.remove_prefix(i + 1);
            return value;
        }
        const bool escaped =
            rest[i] == '\\' && i + 1 < rest.size() && (rest[i + 1] == '"' || rest[i + 1] == '\\');
        value += rest[escaped ? ++i : i];
    }
    refuse("a quote that is never closed");
}

std::string take_token(std::string_view& rest)
{
    const auto ends = std::min(rest.find(';'), rest.size());
    const auto value = trimmed(rest.substr(0, ends));
    if (value.empty() || value.find_first_of(" \t\"") != std::string_view::npos)
        refuse("a parameter without a value");
    rest.remove_prefix(ends);
    return std::string(value);
}

std::vector<Parameter> parameters_of(std::string_view header)
{
    std::vector<Parameter> found;
    auto rest = header.substr(std::min(header.find(';'), header.size()));
    while (!trimmed(rest).empty()) {
        rest = trimmed(rest);
        if (!rest.starts_with(';'))
            refuse("text after a parameter");
        rest = trimmed(rest.substr(1));
        if (rest.empty())
            break; // a last semicolon
        const auto equals = rest.find('=');
        if (equals == std::string_view::npos)
            refuse("a parameter without a value");
        auto name = lower(trimmed(rest.substr(0, equals)));
        rest = trimmed(rest.substr(equals + 1));
        auto value = rest.starts_with('"') ? take_quoted(rest) : take_token(rest);
        const auto same = [&](const Parameter& one) { return one.name == name; };
        if (std::any_of(found.begin(), found.end(), same))
            refuse("a parameter that stands there twice");
        found.push_back({std::move(name), std::move(value)});
    }
    return found;
}

std::optional<std::string> find(const std::vector<Parameter>& parameters, std::string_view name)
{
    for (const auto& [each, value] : parameters)
        if (each == name)
            return value;
    return std::nullopt;
}

std::string_view bare(std::string_view header)
{
    return trimmed(header.substr(0, header.find(';')));
}

std::string boundary_of(std::string_view content_type)
{
    if (lower(bare(content_type)) != "multipart/form-data")
        refuse("the content type is not multipart/form-data");
    const auto boundary = find(parameters_of(content_type), "boundary");
    constexpr std::size_t boundary_max = 70; // RFC 2046, section 5.1.1
    if (!boundary || boundary->empty() || boundary->size() > boundary_max)
        refuse("the content type names no boundary");
    const auto odd = [](char c) { return c < 0x20 || c >= 0x7f; };
    if (std::any_of(boundary->begin(), boundary->end(), odd) || boundary->ends_with(' '))
        refuse("the boundary has odd characters");
    return *boundary;
}

// A name is text, of one line, and of no folder.
std::string clean_name(const std::string& given)
{
    const auto control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; };
    if (!is_utf8(given) || std::any_of(given.begin(), given.end(), control))
        refuse("a name that is no text");
    const auto folder = given.find_last_of("/\\");
    return folder == std::string::npos ? given : given.substr(folder + 1);
}

void take_header(Part& part, std::string_view line, bool& disposed)
{
    const auto colon = line.find(':');
    if (colon == std::string_view::npos)
        refuse("a header of a part without a colon");
    const auto name = lower(trimmed(line.substr(0, colon)));
    const auto value = trimmed(line.substr(colon + 1));
    if (name == "content-type") {
        part.type = lower(bare(value));
    } else if (name == "content-transfer-encoding") {
        const auto encoding = lower(value);
        if (encoding != "binary" && encoding != "8bit" && encoding != "7bit")
            refuse("a part that is encoded");
    } else if (name == "content-disposition") {
        if (disposed || lower(bare(value)) != "form-data")
            refuse("a part that is no field of a form");
        disposed = true;
        const auto parameters = parameters_of(value);
        const auto field = find(parameters, "name");
        if (!field)
            refuse("a part without a name");
        part.name = clean_name(*field);
        if (const auto file = find(parameters, "filename"))
            part.file_name = clean_name(*file);
    }
}

// Headers up to the empty line; leaves the bytes of the part in `rest`.
Part take_head(std::string_view& rest)
{
    Part part;
    bool disposed = false;
    std::size_t length = 0;
    while (true) {
        const auto ends = rest.find("\r\n");
        length += ends == std::string_view::npos ? rest.size() : ends + 2;
        if (length > part_head_bytes_max)
            refuse("the head of a part is too long");
        if (ends == std::string_view::npos)
            refuse("cut short in the head of a part");
        const auto line = rest.substr(0, ends);
        rest.remove_prefix(ends + 2);
        if (line.empty())
            break;
        take_header(part, line, disposed);
    }
    if (!disposed)
        refuse("a part without a name");
    return part;
}

enum class After { part, end };

// What follows "--boundary"; nothing when this was no delimiter but a text like it.
std::optional<After> take_after_delimiter(std::string_view& rest)
{
    if (rest.starts_with("--")) {
        rest.remove_prefix(2);
        return After::end;
    }
    const auto padding = rest.find_first_not_of(" \t");
    if (padding == std::string_view::npos || !rest.substr(padding).starts_with("\r\n"))
        return std::nullopt;
    rest.remove_prefix(padding + 2);
    return After::part;
}

} // namespace

std::vector<Part> read_multipart(std::string_view content_type, std::string_view body)
{
    const auto delimiter = "\r\n--" + boundary_of(content_type);
    auto rest = body;
    // Up to the next delimiter; `rest` then begins after it.
    const auto take_until_delimiter = [&](std::size_t from) -> std::pair<std::string_view, After> {
        while (true) {
            const auto at = rest.find(delimiter, from);
            if (at == std::string_view::npos)
                refuse("cut short: the last boundary is missing");
            auto after = rest.substr(at + delimiter.size());
            if (const auto what = take_after_delimiter(after)) {
                const auto before = rest.substr(0, at);
                rest = after;
                return {before, *what};
            }
            from = at + 1;
        }
    };

    // The first delimiter may stand at the very beginning, without a line before it.
    auto next = After::part;
    auto first = rest.substr(std::min<std::size_t>(delimiter.size() - 2, rest.size()));
    const auto opening = rest.starts_with(std::string_view(delimiter).substr(2))
                             ? take_after_delimiter(first)
                             : std::nullopt;
    if (opening) {
        next = *opening;
        rest = first;
    } else {
        next = take_until_delimiter(0).second;
    }

    std::vector<Part> parts;
    while (next == After::part) {
        if (parts.size() == parts_max)
            refuse("too many parts");
        auto part = take_head(rest);
        // An empty part: the delimiter follows the empty line at once.
        const auto line_end = rest.data() - 2;
        rest = {line_end, rest.size() + 2};
        const auto [bytes, what] = take_until_delimiter(0);
        part.bytes = bytes.size() < 2 ? std::string_view() : bytes.substr(2);
        next = what;
        parts.push_back(std::move(part));
    }
    return parts;
}
