// SPDX-License-Identifier: EUPL-1.2
#include "base/html.h"

#include <algorithm>
#include <utility>

#include "base/problem.h"

namespace {

bool is_name(std::string_view name)
{
    return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
}

// What runs, embeds, or sends somewhere else.
bool is_dead(std::string_view tag)
{
    constexpr std::string_view alive[] = {"script", "style", "iframe", "object",
                                          "embed",  "form",  "base",   "svg"};
    return std::find(std::begin(alive), std::end(alive), tag) == std::end(alive);
}

bool is_address(std::string_view name) { return name == "href" || name == "src"; }

} // namespace

std::string as_html(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else if (c == '"')
            out += "&quot;";
        else if (c == '\'')
            out += "&#39;";
        else if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t')
            out += c;
    }
    return out;
}

bool is_safe_address(std::string_view address)
{
    const bool is_clean = std::none_of(address.begin(), address.end(), [](char c) {
        return static_cast<unsigned char>(c) <= 0x20 || c == '\\' || c == 0x7f;
    });
    if (!is_clean)
        return false;
    // "//elsewhere" is another site.
    if (address.starts_with('/') && !address.starts_with("//"))
        return true;
    if (address.starts_with('#'))
        return true;
    return address.starts_with("https://") || address.starts_with("http://");
}

void HtmlWriter::write_tag(std::string_view tag, Attributes attributes)
{
    ENSURE(is_name(tag) && is_dead(tag));
    out_ += '<';
    out_ += tag;
    for (const auto& [name, value] : attributes) {
        ENSURE(is_name(name) && !name.starts_with("on") && name != "style");
        if (is_address(name) && !is_safe_address(value))
            continue;
        out_ += ' ';
        out_ += name;
        out_ += "=\"" + as_html(value) + '"';
    }
    out_ += '>';
}

HtmlWriter& HtmlWriter::open(std::string_view tag, Attributes attributes)
{
    write_tag(tag, attributes);
    open_.emplace_back(tag);
    return *this;
}

HtmlWriter& HtmlWriter::close()
{
    ENSURE(!open_.empty());
    out_ += "</" + open_.back() + ">\n";
    open_.pop_back();
    return *this;
}

HtmlWriter& HtmlWriter::text(std::string_view text)
{
    out_ += as_html(text);
    return *this;
}

HtmlWriter& HtmlWriter::paragraphs(std::string_view text)
{
    while (!text.empty()) {
        const auto end = text.find("\n\n");
        auto one = text.substr(0, end);
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 2);
        while (one.starts_with('\n'))
            one.remove_prefix(1);
        if (one.empty())
            continue;
        open("p");
        for (auto line = one; !line.empty();) {
            const auto stop = line.find('\n');
            this->text(line.substr(0, stop));
            line = stop == std::string_view::npos ? std::string_view() : line.substr(stop + 1);
            if (!line.empty())
                empty("br");
        }
        close();
    }
    return *this;
}

HtmlWriter& HtmlWriter::element(std::string_view tag, std::string_view text, Attributes attributes)
{
    return open(tag, attributes).text(text).close();
}

HtmlWriter& HtmlWriter::empty(std::string_view tag, Attributes attributes)
{
    write_tag(tag, attributes);
    return *this;
}

std::string HtmlWriter::take()
{
    ENSURE(open_.empty());
    return std::exchange(out_, {});
}
