// SPDX-License-Identifier: EUPL-1.2
// The rules of screenings: who reads what, and what a correction leaves alone.
#include <algorithm>
#include <set>

#include "screening/acts.h"
#include "screening/warnings.h"
#include "store/rows.h"

using core::Context;

namespace screening {

namespace {

ScreeningRow get_row(Context& context, const Id<Screening>& id)
{
    auto row = find_screening(context.store, reader_of(context), id);
    if (!row)
        throw not_found();
    return std::move(*row);
}

bool reads(const Context& context, const ScreeningRow& row, const std::string& circumstance)
{
    return !is_restricted(context, circumstance) || reads_every_compartment(context) ||
           row.recorded_by == context.actor.account;
}

void check_once_each(const std::vector<Finding>& findings)
{
    std::set<std::string> seen;
    std::vector<FieldError> errors;
    for (std::size_t i = 0; i < findings.size(); ++i)
        if (!seen.insert(findings[i].circumstance).second)
            errors.push_back(
                {"findings[" + std::to_string(i) + "].circumstance", "screening.found_twice", {}});
    if (!errors.empty())
        throw Problem(422, "core.input_invalid", {}, std::move(errors));
}

void check_contact(Context& context, const RecordScreening& wish)
{
    if (!wish.contact)
        return;
    const auto contact = outreach::find_contact(context, *wish.contact);
    if (!contact)
        throw not_found();
    const auto same = people::same_persons(context, wish.person);
    const bool is_theirs =
        !contact->person || std::find(same.begin(), same.end(), *contact->person) != same.end();
    if (!is_theirs)
        refuse("contact", "screening.other_person");
}

void insert_findings(Context& context, const ScreeningRow& row,
                     const std::vector<Finding>& findings)
{
    for (const auto& finding : findings) {
        FindingRow stored;
        stored.id = Id<FindingRow>::make(context.now);
        stored.screening = row.id;
        stored.circumstance = finding.circumstance;
        stored.severity = finding.severity;
        stored.source = finding.source;
        store::insert_row(context.store, stored);
    }
}

// A note may say what its reader may not read: it is for who reads every finding.
bool reads_all(const Context& context, const ScreeningRow& row, const std::vector<FindingRow>& all)
{
    return std::all_of(all.begin(), all.end(), [&](const FindingRow& one) {
        return reads(context, row, one.circumstance);
    });
}

// Who has not read the note adds to it.
std::optional<std::string> note_after(const Context& context, const ScreeningRow& row,
                                      const std::vector<FindingRow>& before,
                                      const std::optional<std::string>& wish)
{
    if (reads_all(context, row, before) || !row.note)
        return wish;
    return wish ? *row.note + '\n' + *wish : row.note;
}

// What the one who corrects it may not read, and so has not sent, stays.
void replace_findings(Context& context, const ScreeningRow& row,
                      const std::vector<FindingRow>& before, const std::vector<Finding>& findings)
{
    std::set<std::string> kept;
    for (const auto& one : before) {
        if (reads(context, row, one.circumstance))
            delete_finding(context.store, one.id);
        else
            kept.insert(one.circumstance);
    }
    auto fresh = findings;
    std::erase_if(fresh, [&](const Finding& one) { return kept.contains(one.circumstance); });
    insert_findings(context, row, fresh);
}

Screening show(Context& context, const ScreeningRow& row)
{
    Screening shown;
    shown.id = row.id;
    shown.person = row.person;
    shown.contact = row.contact;
    shown.day = row.day;
    const auto findings = findings_of(context.store, row.id);
    for (const auto& one : findings)
        if (reads(context, row, one.circumstance))
            shown.findings.push_back({one.circumstance, one.severity, one.source});
    if (reads_all(context, row, findings))
        shown.note = row.note;
    shown.recorded_by_name = row.recorded_by_name;
    shown.recorded_at = row.recorded_at;
    shown.cancelled = row.cancelled_at.has_value();
    for (const auto& warning : warnings_raised_by(context.store, reader_of(context), row.id))
        shown.warnings.push_back(show_warning(context, warning));
    return shown;
}

} // namespace

Screening record_screening(Context& context, const RecordScreening& wish)
{
    check_once_each(wish.findings);
    people::get_card(context, wish.person);
    check_contact(context, wish);

    ScreeningRow row;
    row.id = wish.id;
    row.person = wish.person;
    row.contact = wish.contact;
    row.day = wish.day;
    row.note = wish.note;
    row.recorded_by = context.actor.account;
    row.recorded_by_name = context.actor.name;
    row.recorded_at = row.changed_at = context.now;
    store::insert_row(context.store, row);
    insert_findings(context, row, wish.findings);
    settle_warnings(context, row);
    return show(context, row);
}

Screening get_screening(Context& context, const ScreeningPath& wish)
{
    return show(context, get_row(context, wish.id));
}

Screening change_screening(Context& context, const ChangeScreening& wish)
{
    check_once_each(wish.findings);
    auto row = get_row(context, wish.id);
    if (row.cancelled_at)
        throw Problem(409, "screening.cancelled");
    row.day = wish.day;
    const auto before = findings_of(context.store, row.id);
    row.note = note_after(context, row, before, wish.note);
    row.changed_at = context.now;
    store::update_row(context.store, row);
    replace_findings(context, row, before, wish.findings);
    settle_warnings(context, row);
    return show(context, row);
}

// Cancelling what is cancelled, or restoring what stands, changes nothing: a phone may ask twice.
Screening cancel_screening(Context& context, const ScreeningPath& wish)
{
    auto row = get_row(context, wish.id);
    if (!row.cancelled_at) {
        row.cancelled_at = context.now;
        store::update_row(context.store, row);
        settle_warnings(context, row);
    }
    return show(context, row);
}

Screening restore_screening(Context& context, const RestoreScreening& wish)
{
    auto row = get_row(context, wish.id);
    if (row.cancelled_at) {
        row.cancelled_at.reset();
        store::update_row(context.store, row);
        settle_warnings(context, row);
    }
    return show(context, row);
}

Screenings list_of_person(Context& context, const ScreeningsPath& wish)
{
    const auto same = people::same_persons(context, wish.person);
    if (same.empty())
        throw not_found();
    context.concerns(wish.person);
    std::vector<ScreeningRow> rows;
    for (const auto& one : same) {
        auto some = screenings_of(context.store, one);
        std::move(some.begin(), some.end(), std::back_inserter(rows));
    }
    std::sort(rows.begin(), rows.end(), [](const ScreeningRow& one, const ScreeningRow& other) {
        return std::tie(one.day, one.id) > std::tie(other.day, other.id);
    });
    Screenings list;
    for (const auto& row : rows)
        list.items.push_back(show(context, row));
    return list;
}

} // namespace screening
