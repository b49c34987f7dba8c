// SPDX-License-Identifier: EUPL-1.2
// The pages for everybody, below /rete: made here, whole, without a script, a cookie or anything
// from elsewhere, in Italian and English. Modules write the middle of a page; what stands around it
// is the same everywhere. No copy of a page stays on its way: what is taken back is gone with the
// next look.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/html.h"
#include "core/act.h"

namespace core {

class Words;

struct PublicPage {
    std::string language; // of who reads
    std::string title;    // empty: the name of the network alone
    std::string path;     // for the same page in the other language
};

using WriteHtml = std::function<void(HtmlWriter&)>;

std::string public_html(const Words& words, const PublicPage& page, const WriteHtml& middle);

// "it" or "en": what the address asks for ("?lang=en"), else the browser.
std::string public_language(const Context& context, const std::optional<std::string>& asked);
// An address of these pages that keeps the language which was asked for.
std::string public_address(const std::string& path, const std::string& language);

// The answer, with the headers of such a page.
Bytes public_answer(Context& context, const PublicPage& page, const WriteHtml& middle);

// The one sheet of style of these pages.
std::string public_style();

// How a refusal looks there; for the dialect of /rete.
Response public_refusal(const Words& words, const std::string& language, const Problem& problem);

inline constexpr auto public_page_type = "text/html; charset=utf-8";

} // namespace core
