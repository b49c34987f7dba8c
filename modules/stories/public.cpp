// SPDX-License-Identifier: EUPL-1.2
#include "stories/public.h"

#include <algorithm>

#include "core/gate.h"
#include "core/guests.h"
#include "core/house.h"
#include "core/public_page.h"
#include "stories/chunks.h"
#include "stories/media.h"
#include "stories/range.h"
#include "stories/work.h"

using core::Context;

namespace stories {

namespace {

constexpr std::int64_t part_bytes_max = 1024 * 1024;
// Beyond this a file is given in parts only: whoever asks for many at once must not fill the
// memory.
constexpr std::int64_t whole_bytes_max = 4 * 1024 * 1024;
constexpr core::Allowance looking{"stories.looking", 6'000, 60'000};

// What stands on a page of one city.
struct Reader {
    Context& context;
    std::string language;

    std::string say(const std::string& key, const Facts& facts = {}) const
    {
        return context.house.words().say(language, key, facts);
    }
    std::string label(std::string_view list, std::string_view code) const
    {
        const auto* found = context.catalogue().find_code(list, code);
        if (found == nullptr)
            return std::string(code);
        return language == "en" ? found->label.en : found->label.it;
    }
    std::string address(const std::string& path) const
    {
        return core::public_address(path, language);
    }
};

// Nobody asks so much by reading; what does is held up before it touches a store.
Reader reader_of(Context& context, const std::optional<std::string>& lang)
{
    context.kept<core::Gate>().pass(looking, context.request.remote, context.now);
    return {context, core::public_language(context, lang)};
}

struct Shown {
    Known known;
    PublicationRow place;
};

std::optional<Shown> find_shown(Context& context, StoryRow row)
{
    auto known = known_of(context, std::move(row));
    const auto* place = site_place(known, context.today());
    if (place == nullptr)
        return std::nullopt;
    const auto copy = *place;
    return Shown{std::move(known), copy};
}

// What is not published, withdrawn, expired, cancelled, or never was: one answer for all of them.
Shown get_shown(Context& context, const std::string& city, const Id<Story>& id)
{
    core::check_city(context, city);
    auto row = find_story(context.store, id);
    if (!row)
        throw not_found();
    auto shown = find_shown(context, std::move(*row));
    if (!shown)
        throw not_found();
    return std::move(*shown);
}

bool holds(const std::vector<std::string>& codes, std::string_view code)
{
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

// Of the files that go with it, those that were there when it was published: nobody agreed to what
// came later.
bool goes_along(const FileRow& file, const PublicationRow& place)
{
    return goes_with(file, place) && *file.checked_at <= place.recorded_at;
}

std::string story_address(const std::string& city, const Id<Story>& id)
{
    return "/rete/storie/" + city + "/" + to_string(id);
}

std::string teller_of(const Reader& reader, const Shown& shown)
{
    const auto& row = shown.known.row;
    if (shown.place.named && !row.minor && row.teller)
        return reader.say("public.stories.told_by", {{"name", *row.teller}});
    if (row.pseudonym)
        return reader.say("public.stories.told_as", {{"name", *row.pseudonym}});
    return reader.say("public.stories.told_unnamed");
}

void write_file(HtmlWriter& html, const Reader& reader, const std::string& address,
                const FileRow& file)
{
    html.open("figure");
    if (file.medium == "PHOTO")
        html.empty("img", {{"src", address}, {"alt", file.description}, {"loading", "lazy"}});
    else if (file.medium == "AUDIO")
        html.open("audio", {{"src", address},
                            {"controls", ""},
                            {"preload", "none"},
                            {"aria-label", file.description}})
            .close();
    else
        html.open("video", {{"src", address},
                            {"controls", ""},
                            {"preload", "metadata"},
                            {"playsinline", ""},
                            {"aria-label", file.description}})
            .close();
    if (file.medium != "PHOTO")
        html.element("figcaption", file.description);
    if (file.transcript) {
        html.open("details").element("summary", reader.say("public.stories.transcript"));
        html.paragraphs(*file.transcript).close();
    }
    html.close();
}

// A page of those that everybody reads, and whether there are more.
struct ShownStories {
    std::vector<StoryRow> rows;
    bool more = false;
};

ShownStories stories_after(Context& context, const std::optional<Id<Story>>& after)
{
    const auto last = after ? find_story(context.store, *after) : std::nullopt;
    if (after && !last)
        throw not_found();
    ShownStories stories;
    stories.more = fill_page(
        stories.rows, last, [&](const auto& row) { return stories_on_site(context.store, row); },
        [&](const StoryRow& row) {
            return find_shown(context, row) ? std::optional(row) : std::nullopt;
        });
    return stories;
}

void write_stories(HtmlWriter& html, const Reader& reader, const std::string& city,
                   const ShownStories& stories)
{
    html.element("h2", reader.say("public.stories.stories"));
    if (stories.rows.empty()) {
        html.element("p", reader.say("public.stories.none"));
        return;
    }
    html.open("ul", {{"class", "cards"}});
    for (const auto& story : stories.rows) {
        html.open("li");
        html.element(
            "a", story.heading,
            {{"href", reader.address(story_address(city, story.id))}, {"lang", story.language}});
        html.element("div", reader.label("story_kind", story.kind), {{"class", "small"}});
        html.close();
    }
    html.close();
    if (!stories.more)
        return;
    const auto next = "/rete/citta/" + city + "?after=" + to_string(stories.rows.back().id);
    html.open("p");
    html.element("a", reader.say("public.stories.further"), {{"href", reader.address(next)}});
    html.close();
}

core::Bytes media_answer(Context& context, const FileRow& file)
{
    const auto range = context.request.header("range");
    const auto part = part_of(range, file.bytes, part_bytes_max);
    context.add_header("Accept-Ranges", "bytes");
    context.add_header("Cache-Control", "no-store");
    context.add_header("Content-Security-Policy", "sandbox; default-src 'none'");
    context.add_header("Content-Disposition", "inline");
    context.add_header("X-Robots-Tag", "noindex, noarchive");
    const auto size = std::to_string(file.bytes);
    const bool is_too_much = part.kind == Part::Kind::whole && file.bytes > whole_bytes_max;
    if (part.kind == Part::Kind::none || is_too_much) {
        context.add_header("Content-Range", "bytes */" + size);
        return {"bytes */" + size + "\n", "text/plain; charset=utf-8", 416};
    }
    core::Bytes answer{read_part(context.store, file, part.begin, part.end), type_of(*file.format)};
    if (part.kind == Part::Kind::whole)
        return answer;
    context.add_header("Content-Range", "bytes " + std::to_string(part.begin) + "-" +
                                            std::to_string(part.end - 1) + "/" + size);
    answer.status = 206;
    return answer;
}

void finish(core::Response&) {}

} // namespace

core::Dialect public_dialect()
{
    core::Dialect made;
    made.prefix = "/rete";
    made.open = true;
    made.type = "text/html";
    made.refusal = core::public_refusal;
    made.finish = finish;
    return made;
}

core::Bytes show_network_page(Context& context, const NetworkPage& wish)
{
    const auto reader = reader_of(context, wish.lang);
    return core::public_answer(context, {reader.language, "", "/rete"}, [&](HtmlWriter& html) {
        html.paragraphs(reader.say("public.stories.network"));
        html.element("h2", reader.say("public.stories.what_is_done"));
        html.open("ul");
        for (const auto* key : {"street", "care", "living", "laboratories"})
            html.element("li", reader.say(std::string("public.stories.done.") + key));
        html.close();
        html.element("h2", reader.say("public.stories.cities"));
        html.open("ul", {{"class", "cards"}});
        for (const auto& city : context.catalogue().cities()) {
            if (context.house.find_place(city.slug) == nullptr)
                continue;
            html.open("li");
            html.element("a", city.name, {{"href", reader.address("/rete/citta/" + city.slug)}});
            html.element("div", city.partner, {{"class", "small"}});
            html.close();
        }
        html.close();
    });
}

core::Bytes show_city_page(Context& context, const CityPage& wish)
{
    core::check_city(context, wish.city);
    const auto reader = reader_of(context, wish.lang);
    const auto& city = context.city();
    const auto stories = stories_after(context, wish.after);
    const auto path = "/rete/citta/" + wish.city;
    const core::PublicPage page{reader.language, city.name,
                                wish.after ? path + "?after=" + to_string(*wish.after) : path};
    return core::public_answer(context, page, [&](HtmlWriter& html) {
        html.element("p", reader.say("public.stories.partner", {{"partner", city.partner}}));
        write_stories(html, reader, wish.city, stories);
        html.open("p");
        html.element("a", reader.say("public.stories.report"),
                     {{"href", "/#/segnala/" + wish.city}});
        html.close();
    });
}

core::Bytes show_story_page(Context& context, const StoryPage& wish)
{
    const auto reader = reader_of(context, wish.lang);
    const auto shown = get_shown(context, wish.city, wish.story);
    const auto& story = shown.known.row;
    const auto address = story_address(wish.city, story.id);
    const core::PublicPage page{reader.language, story.heading, address};
    return core::public_answer(context, page, [&](HtmlWriter& html) {
        html.element("p", teller_of(reader, shown), {{"class", "small"}});
        html.open("article", {{"lang", story.language}, {"dir", "auto"}});
        if (story.words && holds(shown.place.media, "TEXT"))
            html.paragraphs(*story.words);
        for (const auto& file : files_of(context.store, story.id))
            if (goes_along(file, shown.place))
                write_file(html, reader, address + "/" + to_string(file.id), file);
        html.close();
        html.element("p", reader.say("public.stories.with_consent"), {{"class", "small"}});
        html.element("a", reader.say("public.stories.more_of", {{"city", context.city().name}}),
                     {{"href", reader.address("/rete/citta/" + wish.city)}});
    });
}

core::Bytes show_media(Context& context, const MediaPath& wish)
{
    context.kept<core::Gate>().pass(looking, context.request.remote, context.now);
    const auto shown = get_shown(context, wish.city, wish.story);
    const auto file = find_file(context.store, wish.file);
    if (!file || file->story != wish.story || !goes_along(*file, shown.place))
        throw not_found();
    return media_answer(context, *file);
}

core::Bytes show_style(Context& context)
{
    context.add_header("Cache-Control", "public, max-age=3600");
    return {core::public_style(), "text/css; charset=utf-8"};
}

} // namespace stories
