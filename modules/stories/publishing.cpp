// SPDX-License-Identifier: EUPL-1.2
// Where a story is published, and how it comes down from there again.
#include <algorithm>
#include <set>

#include "store/rows.h"
#include "stories/work.h"

using core::Context;

namespace stories {

namespace {

PublicationRow get_place(Context& context, const Id<Publication>& id)
{
    auto row = find_publication(context.store, id);
    if (!row)
        throw not_found();
    get_readable(context, row->story);
    return *row;
}

Publication shown(Context& context, const PublicationRow& row)
{
    return show_publication(row, find_story(context.store, row.story)->heading);
}

void check_place(const PublishStory& wish)
{
    if (wish.media.empty())
        refuse("media", "required");
    const bool outside = wish.channel != our_site;
    if (outside && !wish.place && !wish.link)
        refuse("place", "stories.say_where");
    if (wish.link && !wish.link->starts_with("https://") && !wish.link->starts_with("http://"))
        refuse("link", "stories.not_a_link");
    if (!outside && wish.found.value_or(false))
        refuse("found", "stories.our_site_is_not_found");
}

// All that stands against it, each with its field.
void check_consent(const Known& known, const PublishStory& wish, Date today)
{
    const auto* consent = known.consent();
    const auto state = state_of(consent, known.row.minor, today);
    if (state != consent::given)
        throw Problem(409, "stories.no_consent");
    std::vector<FieldError> errors;
    for (const auto& name : beyond(*consent, wish))
        errors.push_back({name, "stories.beyond_the_consent", {}});
    if (known.row.minor && wish.named)
        errors.push_back({"named", "stories.minor_never_shown", {}});
    if (known.row.minor && wish.face)
        errors.push_back({"face", "stories.minor_never_shown", {}});
    if (wish.named && !known.row.teller)
        errors.push_back({"named", "stories.no_name_known", {}});
    if (!errors.empty())
        throw Problem(422, "core.input_invalid", {}, std::move(errors));
}

// The words and the files as they were when this was answered.
void check_unchanged(Context& context, const Known& known, const PublishStory& wish)
{
    const auto& consent = *known.consent();
    const auto files = files_of(context.store, known.row.id);
    const bool file_changed = std::any_of(files.begin(), files.end(), [&](const FileRow& file) {
        return goes_with(file, wish) && changed_since(consent, file);
    });
    if (changed_since(consent, known.row) || file_changed)
        throw Problem(409, "stories.changed_since_consent");
}

} // namespace

Story publish_story(Context& context, const PublishStory& wish)
{
    const auto known = known_of(context, get_working(context, wish.story));
    check_place(wish);
    const bool found = wish.found.value_or(false);
    if (!found) {
        check_consent(known, wish, context.today());
        check_unchanged(context, known, wish);
    }
    if (wish.channel == our_site && site_place(known, context.today()) != nullptr)
        for (auto place : known.publications)
            if (place.channel == our_site && !place.down_on)
                want_down(context, place, "CHOSEN"); // the new one takes its place
    PublicationRow row;
    static_cast<PublicationDetails&>(row) = wish;
    row.id = wish.id;
    row.story = known.row.id;
    if (known.may_stand(row, context.today()))
        row.consent = known.consent()->id;
    row.published_by = context.actor.account;
    row.recorded_at = context.now;
    store::insert_row(context.store, row);
    settle_places(context, known.row.id);
    return show(context, known.row.id);
}

Story end_publication(Context& context, const PublicationPath& wish)
{
    auto row = get_place(context, wish.id);
    if (!row.down_wanted_at)
        want_down(context, row, "CHOSEN");
    return show(context, row.story);
}

TakeDownList list_take_downs(Context& context, const ListTakeDowns& wish)
{
    const auto last = wish.after ? find_publication(context.store, *wish.after) : std::nullopt;
    if (wish.after && (!last || !last->down_wanted_at))
        throw not_found();
    TakeDownList list;
    const bool more = fill_page(
        list.items, last, [&](const auto& after) { return open_take_downs(context.store, after); },
        [&](const PublicationRow& row) -> std::optional<Publication> {
            const auto story = find_story(context.store, row.story);
            if (!story || !reads(context, *story))
                return std::nullopt;
            return show_publication(row, story->heading);
        });
    if (more)
        list.next = to_string(list.items.back().id);
    return list;
}

Publication finish_take_down(Context& context, const FinishTakeDown& wish)
{
    auto row = get_place(context, wish.id);
    if (!row.down_wanted_at)
        throw Problem(409, "stories.not_wanted_down");
    if (wish.on < row.published_on)
        refuse("on", "stories.down_before_it_was_up");
    row.down_on = wish.on;
    row.down_at = context.now;
    row.down_by = context.actor.account;
    row.down_note = wish.note;
    store::update_row(context.store, row);
    return shown(context, row);
}

Publication reopen_take_down(Context& context, const TakenDownPath& wish)
{
    auto row = get_place(context, wish.id);
    if (!row.down_on)
        return shown(context, row);
    if (row.channel == our_site)
        throw Problem(409, "stories.publish_anew");
    row.down_on.reset();
    row.down_at.reset();
    row.down_by.reset();
    row.down_note.reset();
    store::update_row(context.store, row);
    return shown(context, row);
}

std::vector<Uuid> watch_consents(Context& context)
{
    std::set<Id<Story>> looked_at;
    std::vector<Uuid> done;
    for (const auto& place : held(context.store)) {
        if (!looked_at.insert(place.story).second)
            continue;
        const auto known = known_of(context, *find_story(context.store, place.story));
        const bool is_cancelled = known.row.cancelled_at.has_value();
        const bool is_settled = std::all_of(known.publications.begin(), known.publications.end(),
                                            [&](const PublicationRow& one) {
                                                if (!known.may_stand(one, context.today()))
                                                    return one.down_on || one.unheld_on;
                                                return one.down_wanted_at || !is_cancelled;
                                            });
        if (is_settled)
            continue;
        settle_places(context, place.story);
        done.push_back(place.story);
    }
    return done;
}

} // namespace stories
