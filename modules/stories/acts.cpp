// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "core/receipts.h"
#include "store/rows.h"
#include "stories/work.h"

using core::Context;

namespace stories {

namespace {

constexpr std::int64_t undo_seconds = 24 * 60 * 60;

bool is_on_site(const Known& known, Date today) { return site_place(known, today) != nullptr; }

// Any worker may be told "take my story away", on a pavement at night: what everybody reads they
// can take back, without reading more of it.
Known get_to_withdraw(Context& context, const Id<Story>& id)
{
    auto row = find_story(context.store, id);
    if (!row)
        throw not_found();
    const bool is_reader = reads(context, *row);
    auto known = known_of(context, std::move(*row));
    const auto* consent = known.consent();
    const bool took_it_back = consent != nullptr && consent->withdrawn_by == context.actor.account;
    if (!is_reader && !is_on_site(known, context.today()) && !took_it_back)
        throw not_found();
    context.about(id);
    return known;
}

Withdrawn as_withdrawn(Context& context, const Id<Story>& id)
{
    const auto known = known_of(context, *find_story(context.store, id));
    return {id, state_of(known.consent(), known.row.minor, context.today()),
            is_on_site(known, context.today()), open_count(known.publications)};
}

// What a yes must say; of a minor, who else said it.
void check_given(const ConsentDetails& wish, bool minor)
{
    if (wish.answer != consent::given)
        return;
    if (wish.media.empty())
        refuse("media", "required");
    if (wish.channels.empty())
        refuse("channels", "required");
    if (!wish.territory)
        refuse("territory", "required");
    if (wish.ends_on && *wish.ends_on < wish.answered_on)
        refuse("ends_on", "stories.ends_before_it_begins");
    if (!minor)
        return;
    if (!wish.guardian)
        refuse("guardian", "stories.minor_needs_guardian");
    if (wish.guardian_agreed != true)
        refuse("guardian_agreed", "stories.minor_needs_guardian");
    if (wish.assented != true)
        refuse("assented", "stories.minor_needs_assent");
    // They grow up: somebody must ask them again.
    if (!wish.ends_on)
        refuse("ends_on", "stories.minor_needs_end");
    if (wish.named)
        refuse("named", "stories.minor_never_shown");
    if (wish.face)
        refuse("face", "stories.minor_never_shown");
}

void erase_words(Context& context, ConsentRow& row)
{
    row.guardian.reset();
    row.note.reset();
    store::update_row(context.store, row);
}

void erase_words(Context& context, FileRow& row)
{
    delete_chunks(context.store, row.id, 0);
    row.description.clear();
    row.transcript.reset();
    row.emptied_at = row.emptied_at.value_or(context.now);
    store::update_row(context.store, row);
}

void erase_words(Context& context, PublicationRow& row)
{
    row.place.reset();
    row.link.reset();
    row.down_note.reset();
    store::update_row(context.store, row);
}

} // namespace

namespace {

// Nothing for who neither reads the story nor finds it on the site.
std::optional<StoryLine> line_of(Context& context, const StoryRow& row)
{
    const auto today = context.today();
    const bool readable = reads(context, row);
    const auto known = known_of(context, row);
    const bool on_site = is_on_site(known, today);
    if (!readable && !on_site)
        return std::nullopt;
    return StoryLine{.id = row.id,
                     .kind = row.kind,
                     .heading = row.heading,
                     .told_on = row.told_on,
                     .consent_state = state_of(known.consent(), row.minor, today),
                     .on_site = on_site,
                     .take_downs = readable ? open_count(known.publications) : 0,
                     .cancelled = row.cancelled_at.has_value(),
                     .readable = readable};
}

} // namespace

StoryList list_stories(Context& context, const ListStories& wish)
{
    const auto last = wish.after ? find_story(context.store, *wish.after) : std::nullopt;
    if (wish.after && !last)
        throw not_found();
    StoryList list;
    const bool more = fill_page(
        list.items, last, [&](const auto& after) { return list_rows(context.store, after); },
        [&](const StoryRow& row) { return line_of(context, row); });
    if (more)
        list.next = to_string(list.items.back().id);
    return list;
}

namespace {

// For whoever reads the page: in other words, or told by another name.
bool reads_otherwise(const StoryRow& before, const StoryRow& after, bool named)
{
    return after.words != before.words || after.heading != before.heading ||
           after.language != before.language || after.pseudonym != before.pseudonym ||
           (named && after.teller != before.teller);
}

// A mistake is noticed within a day by whoever made it. Later nobody's yes comes back because what
// was said after it is struck out: the person is asked anew.
void check_may_be_struck(const Context& context, const Known& known, const ConsentRow& row)
{
    if (!knows_teller(context, known.row))
        throw Problem(409, "stories.minor_for_the_equipe");
    if (row.recorded_by == context.actor.account &&
        row.recorded_at.plus_seconds(undo_seconds) >= context.now)
        return;
    auto left = known.consents;
    std::erase_if(left, [&](const ConsentRow& one) { return one.id == row.id; });
    const auto* below = latest(left);
    if (below != nullptr && below->answer == consent::given)
        throw Problem(409, "stories.ask_anew");
}

} // namespace

Story propose_story(Context& context, const ProposeStory& wish)
{
    if (wish.minor && !context.scope().sees_guarded)
        refuse("minor", "stories.minor_for_the_equipe");
    StoryRow row;
    static_cast<StoryDetails&>(row) = wish;
    row.id = wish.id;
    row.minor = wish.minor;
    row.author = context.actor.account;
    row.recorded_at = context.now;
    store::insert_row(context.store, row);
    return show(context, row.id);
}

Story get_story(Context& context, const StoryPath& wish) { return show(context, wish.id); }

Story change_story(Context& context, const ChangeStory& wish)
{
    const auto before = get_writable(context, wish.id);
    auto row = before;
    static_cast<StoryDetails&>(row) = wish;
    // What everybody reads was agreed to as it stands there: it is taken down first, and asked.
    const auto known = known_of(context, before);
    const auto* place = site_place(known, context.today());
    if (place != nullptr && reads_otherwise(before, row, place->named))
        throw Problem(409, "stories.published_as_it_is");
    const bool may_be_named =
        std::any_of(known.consents.begin(), known.consents.end(),
                    [](const ConsentRow& one) { return one.named && !one.cancelled_at; });
    if (reads_otherwise(before, row, may_be_named))
        row.words_changed_at = context.now;
    row.changed_at = context.now;
    store::update_row(context.store, row);
    return show(context, row.id);
}

void cancel_story(Context& context, const StoryPath& wish)
{
    auto row = get_readable(context, wish.id);
    if (row.cancelled_at)
        return;
    row.cancelled_at = context.now;
    store::update_row(context.store, row);
    settle_places(context, row.id);
}

Story restore_story(Context& context, const CancelledStoryPath& wish)
{
    auto row = get_readable(context, wish.id);
    if (row.erased_at)
        throw Problem(409, "stories.erased");
    row.cancelled_at.reset();
    store::update_row(context.store, row);
    return show(context, row.id);
}

// Two deliberate steps: cancelled first, which is undone, and then this, which is not.
Story erase_story(Context& context, const CancelledStoryPath& wish)
{
    auto known = known_of(context, get_readable(context, wish.id));
    if (!known.row.cancelled_at)
        throw Problem(409, "stories.cancel_first");
    if (open_count(known.publications) > 0)
        throw Problem(409, "stories.take_down_first");
    auto& row = known.row;
    row.heading.clear();
    row.words.reset();
    row.teller.reset();
    row.contact.reset();
    row.pseudonym.reset();
    row.erased_at = context.now;
    store::update_row(context.store, row);
    for (auto& one : known.consents)
        erase_words(context, one);
    std::vector<std::string> named{to_string(row.id)};
    for (auto& file : files_of(context.store, row.id)) {
        erase_words(context, file);
        named.push_back(to_string(file.id));
    }
    // What was answered once is kept to be answered again: not this.
    core::forget_answers_about(context.store, {}, named);
    for (auto& place : known.publications)
        erase_words(context, place);
    return show(context, row.id);
}

Story record_consent(Context& context, const RecordConsent& wish)
{
    const auto story = get_writable(context, wish.story);
    check_given(wish, story.minor);
    const auto before = consents_of(context.store, story.id);
    const auto* standing = latest(before);
    if (standing != nullptr && wish.answered_on < standing->answered_on)
        refuse("answered_on", "stories.older_than_the_last");
    // Who took it back has been asked enough for that day.
    if (standing != nullptr && standing->withdrawn_on && wish.answered_on < *standing->withdrawn_on)
        refuse("answered_on", "stories.older_than_the_last");
    ConsentRow row;
    static_cast<ConsentDetails&>(row) = wish;
    row.id = wish.id;
    row.story = story.id;
    row.recorded_by = context.actor.account;
    row.recorded_at = context.now;
    store::insert_row(context.store, row);
    settle_places(context, story.id);
    return show(context, story.id);
}

Story cancel_consent(Context& context, const ConsentPath& wish)
{
    auto row = find_consent(context.store, wish.id);
    if (!row)
        throw not_found();
    const auto story = get_readable(context, row->story);
    // A withdrawal is undone as one; an answer below it is not pulled away from under it.
    if (row->withdrawn_on)
        throw Problem(409, "stories.withdrawn_already");
    if (!row->cancelled_at) {
        check_may_be_struck(context, known_of(context, story), *row);
        row->cancelled_at = context.now;
        store::update_row(context.store, *row);
        settle_places(context, story.id);
    }
    return show(context, story.id);
}

Withdrawn withdraw_consent(Context& context, const WithdrawConsent& wish)
{
    const auto known = get_to_withdraw(context, wish.id);
    const auto* standing = known.consent();
    if (standing == nullptr || standing->answer != consent::given)
        throw Problem(409, "stories.nothing_to_withdraw");
    if (standing->withdrawn_on)
        return as_withdrawn(context, wish.id);
    auto row = *standing;
    row.withdrawn_on = std::max(wish.on.value_or(context.today()), row.answered_on);
    row.withdrawn_at = context.now;
    row.withdrawn_by = context.actor.account;
    store::update_row(context.store, row);
    settle_places(context, wish.id);
    return as_withdrawn(context, wish.id);
}

// For a slip of the finger, not for a change of mind: then the person is asked anew. What has been
// taken from our site does not come back by this.
Withdrawn undo_withdrawal(Context& context, const WithdrawnStoryPath& wish)
{
    const auto known = get_to_withdraw(context, wish.id);
    const auto* standing = known.consent();
    if (standing == nullptr || !standing->withdrawn_on)
        throw Problem(409, "stories.nothing_to_undo");
    if (standing->withdrawn_by != context.actor.account ||
        standing->withdrawn_at->plus_seconds(undo_seconds) < context.now)
        throw Problem(409, "stories.ask_anew");
    auto row = *standing;
    row.withdrawn_on.reset();
    row.withdrawn_at.reset();
    row.withdrawn_by.reset();
    store::update_row(context.store, row);
    settle_places(context, wish.id);
    return as_withdrawn(context, wish.id);
}

} // namespace stories
