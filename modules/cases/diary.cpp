// SPDX-License-Identifier: EUPL-1.2
// The rules of notes, and the diary in which they stand beside interventions, appointments and
// attachments.
#include "cases/diary.h"

#include <algorithm>

#include "access/access.h"
#include "cases/appointments.h"
#include "cases/work.h"
#include "store/rows.h"

using core::Context;

namespace cases {

namespace {

struct Place {
    StoredCase one;
    NoteRow row;
};

// A note that the asker wrote, in a case in which work can go on. For who does not read it there is
// none.
Place get_own(Context& context, const Id<Note>& id)
{
    auto row = find_note(context.store, id);
    if (!row)
        throw not_found();
    auto one = get_visible(context, row->case_id);
    if (!reads(context, *row, own_profession(context)))
        throw not_found();
    one = get_working(context, one.id);
    if (row->author != context.actor.account)
        throw Problem(409, "cases.not_your_note",
                      {{"name", access::name_of(context, row->author)}});
    context.concerns(one.person);
    return {std::move(one), std::move(*row)};
}

// ---- what is written

void take_details(Context& context, const StoredCase& one, NoteRow& row, const NoteDetails& wish)
{
    const auto day = local_date(wish.at);
    refuse_before("at", day, one.opened_on);
    keep_to(context, row, wish.kept_to);
    row.day = day;
    row.at = wish.at;
    row.words = wish.words;
}

// ---- answers

Note show(Context& context, const NoteRow& row)
{
    return {.id = row.id,
            .case_id = row.case_id,
            .at = row.at,
            .words = row.words,
            .kept_to = row.kept_to,
            .profession = row.profession,
            .author_name = access::name_of(context, row.author),
            .own = row.author == context.actor.account,
            .changed_at = row.changed_at,
            .cancelled = row.cancelled_at.has_value()};
}

// An entry, and where in its day it stands.
struct Placed {
    DiaryEntry entry;
    Instant at;
};

DiaryEntry entry_of(const char* kind, Date on)
{
    DiaryEntry entry;
    entry.kind = kind;
    entry.on = on;
    return entry;
}

std::vector<Placed> notes_for(Context& context, const Diary& diary)
{
    std::vector<Placed> placed;
    for (const auto& row : notes_of(context.store, diary.case_id)) {
        if (!reads(context, row, diary.own_profession))
            continue;
        auto entry = entry_of("note", row.day);
        entry.note = show(context, row);
        placed.push_back({std::move(entry), row.at});
    }
    return placed;
}

void add_interventions(Context& context, const Diary& diary, std::vector<Placed>& placed)
{
    for (const auto& row : interventions_of(context.store, diary.case_id)) {
        auto entry = entry_of("intervention", row.day);
        entry.intervention = show_intervention(context, row);
        placed.push_back({std::move(entry), row.recorded_at});
    }
}

void add_attachments(Context& context, const Diary& diary, std::vector<Placed>& placed)
{
    for (auto& one : attachments_for(context, diary.case_id, diary.own_profession)) {
        auto entry = entry_of("attachment", one.on);
        const auto at = one.added_at;
        entry.attachment = std::move(one);
        placed.push_back({std::move(entry), at});
    }
}

// Those that are coming stand apart, the next one first.
void add_appointments(Context& context, const StoredCase& one, Diary& diary,
                      std::vector<Placed>& placed)
{
    const bool goes_on = one.state == "open" && !one.cancelled_at;
    for (const auto& row : appointments_of(context.store, one.id)) {
        const auto day = local_date(row.at);
        const bool stands = !row.cancelled_at && !row.outcome;
        if (goes_on && stands && day >= context.today()) {
            diary.coming.push_back(show_appointment(context, row));
            continue;
        }
        auto entry = entry_of("appointment", day);
        entry.appointment = show_appointment(context, row);
        placed.push_back({std::move(entry), row.at});
    }
    std::reverse(diary.coming.begin(), diary.coming.end());
}

std::vector<EndingDocument> documents_of(Context& context, const Id<people::Person>& person)
{
    const auto until = context.today().plus_days(document_days_ahead);
    std::vector<EndingDocument> documents;
    for (const auto& [kind, end] : people::identifiers_ending(context, person, until))
        documents.push_back({kind, end, end < context.today()});
    return documents;
}

} // namespace

Diary get_diary(Context& context, const DiaryOfCase& wish)
{
    const auto [one, opening] = get_readable(context, wish.case_id);
    Diary diary;
    diary.case_id = one.id;
    diary.person = one.person;
    diary.own_profession = own_profession(context);
    auto placed = notes_for(context, diary);
    add_interventions(context, diary, placed);
    add_attachments(context, diary, placed);
    add_appointments(context, one, diary, placed);
    std::stable_sort(placed.begin(), placed.end(), [](const Placed& a, const Placed& b) {
        return std::tie(a.entry.on, a.at) > std::tie(b.entry.on, b.at);
    });
    for (auto& each : placed)
        diary.items.push_back(std::move(each.entry));
    diary.documents = documents_of(context, one.person);
    return diary;
}

Note add_note(Context& context, const AddNote& wish)
{
    const auto one = get_working(context, wish.case_id);
    context.concerns(one.person);
    NoteRow row;
    take_details(context, one, row, wish);
    row.id = wish.id;
    row.case_id = one.id;
    row.author = context.actor.account;
    row.recorded_at = context.now;
    store::insert_row(context.store, row);
    return show(context, row);
}

Note change_note(Context& context, const ChangeNote& wish)
{
    auto [one, row] = get_own(context, wish.id);
    if (row.cancelled_at)
        throw not_found();
    take_details(context, one, row, wish);
    row.changed_at = context.now;
    store::update_row(context.store, row);
    return show(context, row);
}

void cancel_note(Context& context, const OneNote& wish)
{
    auto [one, row] = get_own(context, wish.id);
    if (row.cancelled_at)
        return;
    row.cancelled_at = context.now;
    store::update_row(context.store, row);
}

Note restore_note(Context& context, const OneCancelledNote& wish)
{
    auto [one, row] = get_own(context, wish.id);
    row.cancelled_at.reset();
    store::update_row(context.store, row);
    return show(context, row);
}

} // namespace cases
