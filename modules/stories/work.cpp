// SPDX-License-Identifier: EUPL-1.2
#include "stories/work.h"

#include <algorithm>

#include "access/access.h"
#include "store/rows.h"

using core::Context;

namespace stories {

namespace {

Consent show_consent(const ConsentRow& row, bool knows_teller)
{
    Consent shown;
    static_cast<ConsentDetails&>(shown) = row;
    shown.id = row.id;
    shown.withdrawn_on = row.withdrawn_on;
    shown.cancelled = row.cancelled_at.has_value();
    if (!knows_teller) {
        shown.guardian.reset();
        shown.note.reset();
    }
    return shown;
}

// Whether the answer that counts holds the place. It goes on resting on the one of its day, unless
// that was a mistake.
bool settle_consent(const Known& known, PublicationRow& place, Date today)
{
    if (!known.may_stand(place, today)) {
        if (!place.unheld_on)
            place.unheld_on = unheld_since(known.consent(), known.row.minor, today);
        return false;
    }
    place.unheld_on.reset();
    const bool was_mistake =
        std::any_of(known.consents.begin(), known.consents.end(), [&](const ConsentRow& one) {
            return one.cancelled_at && one.id == place.consent;
        });
    if (was_mistake)
        place.consent = known.consent()->id;
    return true;
}

} // namespace

Known known_of(Context& context, StoryRow row)
{
    auto consents = consents_of(context.store, row.id);
    auto publications = publications_of(context.store, row.id);
    return {std::move(row), std::move(consents), std::move(publications)};
}

bool reads(const Context& context, const StoryRow& row)
{
    const auto& actor = context.actor;
    if (!actor.roles.any_of(gatherers))
        return false;
    return actor.roles.any_of(core::city_coordinator) || row.author == actor.account ||
           (row.minor && actor.roles.any_of(core::minors_worker));
}

StoryRow get_readable(Context& context, const Id<Story>& id)
{
    auto row = find_story(context.store, id);
    if (!row || !reads(context, *row))
        throw not_found();
    context.about(id);
    return *row;
}

StoryRow get_working(Context& context, const Id<Story>& id)
{
    auto row = get_readable(context, id);
    if (row.cancelled_at)
        throw Problem(409, "stories.cancelled");
    return row;
}

bool knows_teller(const Context& context, const StoryRow& row)
{
    return !row.minor || context.scope().sees_guarded;
}

bool reads_words(Context& context, const StoryRow& row)
{
    if (knows_teller(context, row))
        return true;
    const auto consents = consents_of(context.store, row.id);
    return state_of(latest(consents), row.minor, context.today()) == consent::given;
}

StoryRow get_writable(Context& context, const Id<Story>& id)
{
    auto row = get_working(context, id);
    if (!knows_teller(context, row))
        throw Problem(409, "stories.minor_for_the_equipe");
    return row;
}

const PublicationRow* site_place(const Known& known, Date today)
{
    if (known.row.cancelled_at)
        return nullptr;
    const auto found = std::find_if(known.publications.begin(), known.publications.end(),
                                    [&](const PublicationRow& place) {
                                        return place.channel == our_site && !place.down_wanted_at &&
                                               !place.down_on && known.may_stand(place, today);
                                    });
    return found == known.publications.end() ? nullptr : &*found;
}

void want_down(Context& context, PublicationRow& place, const std::string& reason)
{
    place.down_reason = reason;
    place.down_wanted_at = context.now;
    if (place.channel == our_site) {
        place.down_on = context.today();
        place.down_at = context.now;
        place.down_by = context.actor.account;
    }
    store::update_row(context.store, place);
}

void settle_places(Context& context, const Id<Story>& id)
{
    auto row = find_story(context.store, id);
    ENSURE(row);
    auto known = known_of(context, std::move(*row));
    const auto today = context.today();
    for (auto& place : known.publications) {
        if (place.down_on)
            continue;
        const bool is_held = settle_consent(known, place, today);
        const bool may_stand = !known.row.cancelled_at && is_held;
        if (!place.down_wanted_at && !may_stand) {
            const auto reason = known.row.cancelled_at
                                    ? std::string("CHOSEN")
                                    : reason_against(known.consent(), known.row.minor, today);
            want_down(context, place, reason);
            continue;
        }
        if (may_stand && place.down_reason != "CHOSEN") {
            place.down_reason.reset();
            place.down_wanted_at.reset();
        }
        store::update_row(context.store, place);
    }
}

int open_count(const std::vector<PublicationRow>& places)
{
    return static_cast<int>(
        std::count_if(places.begin(), places.end(), [](const PublicationRow& place) {
            return place.down_wanted_at && !place.down_on;
        }));
}

Publication show_publication(const PublicationRow& row, const std::string& heading)
{
    Publication shown;
    static_cast<PublicationDetails&>(shown) = row;
    shown.id = row.id;
    shown.story = row.story;
    shown.story_title = heading;
    shown.down_reason = row.down_reason;
    shown.down_wanted_at = row.down_wanted_at;
    shown.down_on = row.down_on;
    shown.down_note = row.down_note;
    return shown;
}

File show_file(Context& context, const FileRow& row)
{
    File shown;
    static_cast<FileDetails&>(shown) = row;
    shown.id = row.id;
    shown.medium = row.medium;
    shown.bytes = row.bytes;
    shown.chunk_bytes = chunk_bytes_max;
    shown.format = row.format;
    shown.ready = row.checked_at.has_value();
    shown.cancelled = row.cancelled_at.has_value();
    shown.emptied = row.emptied_at.has_value();
    if (shown.ready || shown.emptied)
        return shown;
    shown.hashes.resize(
        static_cast<std::size_t>((row.bytes + chunk_bytes_max - 1) / chunk_bytes_max));
    for (const auto& line : chunks_of(context.store, row.id))
        shown.hashes.at(static_cast<std::size_t>(line.number)) = line.hash;
    return shown;
}

Story show(Context& context, const Id<Story>& id)
{
    const auto known = known_of(context, get_readable(context, id));
    const auto& row = known.row;
    Story shown;
    static_cast<StoryDetails&>(shown) = row;
    shown.id = row.id;
    shown.minor = row.minor;
    shown.author_name = access::name_of(context, row.author);
    shown.own = row.author == context.actor.account;
    shown.cancelled = row.cancelled_at.has_value();
    shown.erased = row.erased_at.has_value();
    shown.consent_state = state_of(known.consent(), row.minor, context.today());
    shown.on_site = site_place(known, context.today()) != nullptr;
    const bool knows = knows_teller(context, row);
    shown.teller_kept = !knows;
    if (!knows) {
        shown.teller.reset();
        shown.contact.reset();
    }
    for (const auto& one : known.consents)
        shown.consents.push_back(show_consent(one, knows));
    if (reads_words(context, row))
        for (const auto& file : files_of(context.store, row.id))
            shown.files.push_back(show_file(context, file));
    else
        shown.words.reset();
    for (const auto& place : known.publications)
        shown.publications.push_back(show_publication(place, row.heading));
    return shown;
}

} // namespace stories
