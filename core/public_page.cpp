// SPDX-License-Identifier: EUPL-1.2
#include "core/public_page.h"

#include "core/house.h"
#include "core/words.h"

namespace core {

namespace {

// Beside the policy of every answer (http/head.cpp); where the two differ the stricter counts.
constexpr auto policy = "default-src 'none'; style-src 'self'; img-src 'self'; media-src 'self'; "
                        "frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

void write_head(HtmlWriter& html, const std::string& title)
{
    html.open("head");
    html.empty("meta", {{"charset", "utf-8"}});
    html.empty("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
    // A story that is taken back must not live on in somebody's cache.
    html.empty("meta", {{"name", "robots"}, {"content", "noarchive, noimageindex"}});
    html.element("title", title);
    html.empty("link", {{"rel", "stylesheet"}, {"href", "/rete/stile.css"}});
    html.empty("link", {{"rel", "icon"}, {"href", "/favicon.svg"}, {"type", "image/svg+xml"}});
    html.close();
}

void write_top(HtmlWriter& html, const Words& words, const PublicPage& page)
{
    const auto& language = page.language;
    const auto say = [&](const char* key) { return words.say(language, key); };
    const std::string other = language == "it" ? "en" : "it";
    html.element("a", say("public.core.to_content"), {{"class", "skip"}, {"href", "#main"}});
    html.open("header").open("nav", {{"aria-label", say("public.core.pages")}});
    html.element("a", say("public.core.network"),
                 {{"href", public_address("/rete", language)}, {"class", "home"}});
    html.element("a", say("public.core.figures"),
                 {{"href", public_address("/rete/cifre", language)}});
    html.element("a", say("public.core.open_data"),
                 {{"href", public_address("/rete/dati", language)}});
    html.element(
        "a", words.say(other, "public.core.this_language"),
        {{"href", public_address(page.path, other)}, {"lang", other}, {"hreflang", other}});
    html.close().close();
}

} // namespace

std::string public_language(const Context& context, const std::optional<std::string>& asked)
{
    for (const auto& known : context.house.words().languages())
        if (asked == known)
            return known;
    return context.actor.language == "en" ? "en" : "it";
}

std::string public_address(const std::string& path, const std::string& language)
{
    return path + (path.find('?') == std::string::npos ? "?" : "&") + "lang=" + language;
}

std::string public_html(const Words& words, const PublicPage& page, const WriteHtml& middle)
{
    const auto network = words.say(page.language, "public.core.network");
    HtmlWriter html;
    html.open("html", {{"lang", page.language}});
    write_head(html, page.title.empty() ? network : page.title + " · " + network);
    html.open("body");
    write_top(html, words, page);
    html.open("main", {{"id", "main"}});
    html.element("h1", page.title.empty() ? network : page.title);
    middle(html);
    html.close();
    html.open("footer");
    html.element("p", words.say(page.language, "public.core.no_traces"));
    html.close().close().close();
    return "<!doctype html>\n" + html.take();
}

Bytes public_answer(Context& context, const PublicPage& page, const WriteHtml& middle)
{
    context.add_header("Content-Security-Policy", policy);
    context.add_header("Cache-Control", "no-store");
    context.add_header("Content-Language", page.language);
    context.add_header("Vary", "Accept-Language");
    return {public_html(context.house.words(), page, middle), public_page_type};
}

Response public_refusal(const Words& words, const std::string& language, const Problem& problem)
{
    // Neither roles nor log-ins are spoken of to who has none.
    const auto key = problem.status == 404 || problem.status == 422
                         ? std::string("public.core.not_here")
                         : "problem." + problem.code;
    Response response;
    response.content_type = public_page_type;
    response.headers = {{"Content-Security-Policy", policy}, {"Cache-Control", "no-store"}};
    response.body = public_html(
        words, {language, words.say(language, "public.core.not_shown"), "/rete"},
        [&](HtmlWriter& html) { html.element("p", words.say(language, key, problem.facts)); });
    return response;
}

std::string public_style()
{
    return R"css(:root { color-scheme: light dark; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 60rem; padding: 0 1rem 2rem;
  font: 1.0625rem/1.6 system-ui, sans-serif;
  color: #1c1c1e; background: #fff; overflow-wrap: anywhere; }
a { color: #0b4f9c; text-underline-offset: .15em; }
a:focus-visible, audio:focus-visible, video:focus-visible, summary:focus-visible {
  outline: 3px solid #b25000; outline-offset: 2px; }
.skip { position: absolute; inset-inline-start: -100rem; }
.skip:focus { inset-inline-start: 1rem; top: .5rem; background: #fff; padding: .5rem; }
nav { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; padding: .75rem 0;
  border-bottom: 1px solid #767676; }
nav a { padding: .5rem 0; }
.home { font-weight: 700; }
h1 { font-size: 1.8rem; line-height: 1.25; }
h2 { font-size: 1.35rem; margin-top: 2rem; }
ul.cards { list-style: none; padding: 0; display: grid; gap: .75rem;
  grid-template-columns: repeat(auto-fill, minmax(min(100%, 16rem), 1fr)); }
ul.cards > li { border: 1px solid #767676; border-radius: .5rem; padding: .75rem 1rem; }
figure { margin: 1.5rem 0; }
img, video { max-width: 100%; height: auto; border-radius: .5rem; }
audio { width: 100%; }
.number { font-size: 1.5rem; font-weight: 700; font-variant-numeric: tabular-nums; margin: 0; }
.small { font-size: .95rem; color: #48484a; }
footer { margin-top: 3rem; border-top: 1px solid #767676; font-size: .95rem; }
@media (prefers-color-scheme: dark) {
  body { color: #f2f2f7; background: #121214; }
  a { color: #8ec2ff; }
  .small { color: #c7c7cc; }
  .skip:focus { background: #121214; }
}
)css";
}

} // namespace core
