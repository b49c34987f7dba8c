// SPDX-License-Identifier: EUPL-1.2
// Writing HTML of which no part can become something else: texts and values are escaped here and
// nowhere else, addresses lead to this house or to a site by http, and what runs or embeds cannot
// be written at all.
//
//     HtmlWriter html;
//     html.open("p", {{"class", "note"}}).text(name).close();
//     html.element("a", "Roma", {{"href", "/rete/citta/roma"}});
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

// "<" as "&lt;": good between tags and in a quoted value.
std::string as_html(std::string_view text);

// May it stand where a page leads to or loads from? "/rete", "https://example.org/a".
bool is_safe_address(std::string_view address);

struct HtmlAttribute {
    std::string_view name;
    std::string value;
};

class HtmlWriter {
public:
    using Attributes = std::initializer_list<HtmlAttribute>;

    // An address that is not safe is left out; a tag or name that could run something is a mistake
    // of ours (ENSURE).
    HtmlWriter& open(std::string_view tag, Attributes attributes = {});
    HtmlWriter& close(); // the innermost that is open
    HtmlWriter& text(std::string_view text);
    // Paragraphs between empty lines, and the line breaks in them.
    HtmlWriter& paragraphs(std::string_view text);
    HtmlWriter& element(std::string_view tag, std::string_view text, Attributes attributes = {});
    // Of tags that hold nothing: img, meta, link, source.
    HtmlWriter& empty(std::string_view tag, Attributes attributes = {});

    // The whole; nothing may be open.
    std::string take();

private:
    void write_tag(std::string_view tag, Attributes attributes);

    std::string out_;
    std::vector<std::string> open_;
};
