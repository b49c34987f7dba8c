// SPDX-License-Identifier: EUPL-1.2
#include "minors/work.h"

#include <algorithm>

#include "access/access.h"
#include "minors/sinba.h"
#include "store/rows.h"

using core::Context;

namespace minors {

namespace {

Id<DeadlineRow> id_of(const Id<File>& file, const std::string& what)
{
    return Id<DeadlineRow>(named_uuid(to_string(file) + "/" + what));
}

bool is_same(const DeadlineRow& one, const DeadlineRow& other)
{
    return one.due_on == other.due_on && one.done_on == other.done_on;
}

// One row for each thing that is due; who was told of it is not told again unless the day moves.
bool write_deadline(Context& context, const DeadlineRow& wanted,
                    const std::vector<DeadlineRow>& before)
{
    const auto known = std::find_if(before.begin(), before.end(), [&](const DeadlineRow& row) {
        return row.what == wanted.what;
    });
    if (known == before.end()) {
        store::insert_row(context.store, wanted);
        return true;
    }
    if (is_same(*known, wanted))
        return false;
    auto row = wanted;
    if (known->due_on == wanted.due_on)
        row.reminded_at = known->reminded_at;
    store::update_row(context.store, row);
    return true;
}

bool write_deadlines(Context& context, const FileRow& row, const people::Birth& birth,
                     const std::vector<Term>& terms)
{
    const auto before = deadlines_of(context.store, row.id);
    const auto dues = dues_of(row, birth, steps_of(context.store, row.id), terms);
    bool changed = false;
    for (const auto& due : dues)
        changed |= write_deadline(
            context,
            {id_of(row.id, due.what), row.id, due.what, due.due_on, due.done_on, std::nullopt},
            before);
    for (const auto& known : before) {
        const bool wanted = std::any_of(dues.begin(), dues.end(),
                                        [&](const Due& due) { return due.what == known.what; });
        if (!wanted)
            delete_deadline(context.store, known.id);
        changed |= !wanted;
    }
    return changed;
}

StepShown show_step(Context& context, const StepRow& row)
{
    return {row.id,         row.what,  row.done_on,   row.took_part,
            row.heard,      row.words, row.review_on, access::name_of(context, row.recorded_by),
            row.recorded_at};
}

} // namespace

FileRow get_row(Context& context, const Id<File>& id)
{
    auto row = find_row(context.store, id);
    if (!row)
        throw not_found();
    context.concerns(row->person);
    return std::move(*row);
}

FileRow get_working(Context& context, const Id<File>& id)
{
    auto row = get_row(context, id);
    if (row.closed_on)
        throw Problem(409, "minors.closed", {{"on", to_string(*row.closed_on)}});
    return row;
}

std::vector<Term> terms_now(Context& context)
{
    return terms_of(context.catalogue(), terms(context.store));
}

bool retell(Context& context, FileRow& row) { return retell(context, row, terms_now(context)); }

bool retell(Context& context, FileRow& row, const std::vector<Term>& terms)
{
    const auto birth = people::birth_of(context, row.person);
    const bool moved = write_deadlines(context, row, birth, terms);
    const bool exportable = missing_for_sinba(row, birth).empty();
    if (exportable == row.exportable)
        return moved;
    row.exportable = exportable;
    store::update_row(context.store, row);
    return true;
}

std::vector<Deadline> shown_deadlines(const std::vector<DeadlineRow>& rows, Date today)
{
    std::vector<Deadline> shown;
    for (const auto& row : rows)
        shown.push_back(
            {row.what, row.due_on, row.done_on, state_of(row.due_on, row.done_on, today)});
    std::stable_sort(shown.begin(), shown.end(), [](const Deadline& one, const Deadline& other) {
        return !one.done_on && other.done_on;
    });
    return shown;
}

File show(Context& context, const FileRow& row)
{
    const auto birth = people::birth_of(context, row.person);
    File shown;
    static_cast<FileDetails&>(shown) = row;
    shown.id = row.id;
    shown.person = row.person;
    shown.person_card = people::get_card(context, row.person);
    if (const auto of_age = birthday(birth, 18)) {
        shown.of_age_on = of_age->on;
        shown.of_age_estimated = of_age->estimated;
    }
    shown.opened_at = row.opened_at;
    shown.opened_by_name = access::name_of(context, row.opened_by);
    shown.deadlines = shown_deadlines(deadlines_of(context.store, row.id), context.today());
    for (const auto& step : steps_of(context.store, row.id))
        shown.steps.push_back(show_step(context, step));
    shown.missing = missing_for_sinba(row, birth);
    shown.closed_on = row.closed_on;
    shown.closure_reason = row.closure_reason;
    shown.closure_situation = row.closure_situation;
    shown.released = row.released;
    shown.version = row.version;
    return shown;
}

} // namespace minors
