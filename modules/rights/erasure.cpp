// SPDX-License-Identifier: EUPL-1.2
// Erasing a person: everything sealed in every holding goes, under every record of this human
// being; the coded facts stay, because numbers were stated of them and must not change. There is no
// way back, so it takes a granted request, the approval of one and the hand of another.
#include <set>

#include "core/house.h"
#include "core/receipts.h"
#include "rights/work.h"
#include "store/rows.h"

using core::Context;

namespace rights {

namespace {

void add_count(std::vector<HeldCount>& counts, const std::string& section, int rows)
{
    if (rows == 0)
        return;
    const auto name = section.empty() ? std::string("other") : section;
    for (auto& count : counts)
        if (count.section == name) {
            count.rows += rows;
            return;
        }
    counts.push_back({name, rows});
}

// Row by row, each once: one that names two records of the same human being is found from both.
std::set<std::string> ids_of(Context& context, const core::Holding& holding,
                             const std::vector<Id<people::Person>>& persons)
{
    std::set<std::string> ids;
    for (const auto& person : persons)
        for (auto& id : held_ids(context.store, context.house.holdings(), holding, person))
            ids.insert(std::move(id));
    return ids;
}

// A section that is not told has its rows counted under "other".
std::vector<HeldCount> count_held(Context& context, const std::vector<Id<people::Person>>& persons)
{
    std::vector<HeldCount> counts;
    for (const auto& holding : context.house.holdings())
        if (holding.has_sealed())
            add_count(counts, holding.section,
                      static_cast<int>(ids_of(context, holding, persons).size()));
    return counts;
}

std::vector<HeldCount> count_what_runs(Context& context,
                                       const std::vector<Id<people::Person>>& persons)
{
    std::vector<HeldCount> counts;
    for (const auto& holding : context.house.holdings())
        for (const auto& person : persons)
            add_count(counts, holding.section, count_running(context.store, holding, person));
    return counts;
}

void check_is_erasure(const RequestRow& row)
{
    if (row.kind != erasure && row.kind != retention)
        throw Problem(409, "rights.not_an_erasure");
}

void check_granted(const RequestRow& row)
{
    check_is_erasure(row);
    if (row.cancelled_at)
        throw Problem(409, "rights.cancelled");
    if (row.outcome != "GRANTED")
        throw Problem(409, "rights.not_granted");
}

// Nothing goes while something goes on: a case, a referral, a term, another request.
void check_nothing_runs(Context& context, const std::vector<Id<people::Person>>& persons)
{
    int running = 0;
    for (const auto& count : count_what_runs(context, persons))
        running += count.rows;
    if (running > 0)
        throw Problem(409, "rights.still_running", {{"count", std::to_string(running)}});
}

void clear_everything(Context& context, const std::vector<Id<people::Person>>& persons)
{
    std::set<std::string> things;
    for (const auto& holding : context.house.holdings()) {
        const auto ids = ids_of(context, holding, persons);
        if (holding.has_sealed())
            for (const auto& id : ids)
                clear_sealed(context.store, holding, id);
        things.insert(ids.begin(), ids.end());
    }
    std::vector<std::string> names;
    for (const auto& person : persons)
        names.push_back(to_string(person));
    core::forget_answers_about(context.store, things, names);
}

} // namespace

ErasurePreview preview_erasure(Context& context, const GrantedPath& wish)
{
    const auto row = get_row(context, wish.id);
    check_is_erasure(row);
    const auto persons = people::same_persons(context, row.person);
    ErasurePreview preview;
    preview.request = row.id;
    preview.person = row.person;
    preview.held = count_held(context, persons);
    preview.running = count_what_runs(context, persons);
    preview.granted = row.outcome == "GRANTED";
    preview.approved = row.approved_at.has_value();
    preview.erased = row.carried_out_at.has_value();
    return preview;
}

// Said again, it changes nothing.
Request approve_erasure(Context& context, const GrantedPath& wish)
{
    auto row = get_row(context, wish.id);
    check_granted(row);
    if (row.approved_at)
        return show(context, row);
    check_nothing_runs(context, people::same_persons(context, row.person));
    row.approved_by = context.actor.account;
    row.approved_at = context.now;
    store::update_row(context.store, row);
    return show(context, row);
}

// Said again, it changes nothing.
Request withdraw_approval(Context& context, const ApprovedPath& wish)
{
    auto row = get_row(context, wish.id);
    if (row.carried_out_at)
        throw Problem(409, "rights.carried_out");
    if (!row.approved_at)
        return show(context, row);
    row.approved_by.reset();
    row.approved_at.reset();
    store::update_row(context.store, row);
    return show(context, row);
}

Request erase_person(Context& context, const ApprovedPath& wish)
{
    auto row = get_row(context, wish.id);
    if (row.carried_out_at)
        return show(context, row); // said again
    check_granted(row);
    if (!row.approved_at)
        throw Problem(409, "rights.not_approved");
    if (row.approved_by == context.actor.account)
        throw Problem(409, "rights.four_eyes");
    if (people::is_guarded(context, row.person))
        throw Problem(409, "rights.person_guarded");
    const auto persons = people::same_persons(context, row.person);
    check_nothing_runs(context, persons);

    clear_everything(context, persons);
    people::mark_erased(context, row.person);
    row = get_row(context, wish.id); // its own words went too
    row.carried_out_by = context.actor.account;
    row.carried_out_at = context.now;
    store::update_row(context.store, row);
    return show(context, row);
}

} // namespace rights
