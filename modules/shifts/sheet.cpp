// SPDX-License-Identifier: EUPL-1.2
// Materials, activities, and the closing sheet that fills itself.
#include <algorithm>
#include <map>
#include <set>

#include "reports/reports.h"
#include "shifts/acts.h"
#include "shifts/rows.h"
#include "shifts/showing.h"
#include "store/rows.h"

using core::Context;

namespace shifts {

namespace {

using Counts = std::map<std::string, int>;

Material show(const MaterialRow& row)
{
    Material shown{row.material, row.loaded, row.left_over, {}};
    if (row.left_over)
        shown.given = row.loaded - *row.left_over;
    return shown;
}

Activity show(const ActivityRow& row)
{
    return {row.id,
            row.outing,
            row.task,
            row.what,
            row.recorded_by_name,
            row.recorded_at,
            row.cancelled_at.has_value()};
}

ActivityRow get_activity(Context& context, const Id<Activity>& id)
{
    auto row = find_activity(context.store, id);
    if (!row)
        throw not_found();
    outreach::check_seen(context, row->outing);
    return std::move(*row);
}

std::vector<CodeCount> listed(const Counts& counts)
{
    std::vector<CodeCount> list;
    for (const auto& [code, times] : counts)
        list.push_back({code, times});
    std::stable_sort(list.begin(), list.end(), [](const CodeCount& one, const CodeCount& other) {
        return one.times > other.times;
    });
    return list;
}

void count_contacts(ClosingSheet& sheet, const outreach::OutingWork& work)
{
    std::set<Id<people::Person>> persons;
    Counts interventions;
    Counts outcomes;
    Counts districts;
    for (const auto& contact : work.contacts) {
        ++sheet.contacts;
        ++outcomes[contact.outcome];
        ++districts[contact.district];
        if (contact.person)
            persons.insert(*contact.person);
        else
            ++sheet.without_name;
        const auto& seen = contact.circumstances;
        const bool told = std::find(seen.begin(), seen.end(), "V01") != seen.end() ||
                          std::find(seen.begin(), seen.end(), "V02") != seen.end();
        if (told || contact.apparent_age == "minor")
            ++sheet.minors;
        for (const auto& code : contact.interventions)
            ++interventions[code];
    }
    sheet.persons = static_cast<int>(persons.size());
    sheet.interventions = listed(interventions);
    sheet.outcomes = listed(outcomes);
    sheet.districts = listed(districts);
}

// Each intervention under the task that the catalogue says; what is not in the street under none.
void count_tasks(const core::Catalogue& catalogue, ClosingSheet& sheet)
{
    Counts times;
    for (const auto& one : sheet.interventions)
        if (const auto* code = catalogue.find_code("intervention", one.code))
            times[code->more.at("unit_task")] += one.times;
    for (const auto& one : sheet.activities)
        times[one.task] += one.cancelled ? 0 : 1;
    times["DETECT"] += sheet.reports_verified;
    for (const auto& task : catalogue.vocabularies().at("unit_task"))
        sheet.tasks.push_back({task.code, times[task.code]});
}

void say_what_is_missing(ClosingSheet& sheet)
{
    const auto& materials = sheet.materials;
    if (std::any_of(materials.begin(), materials.end(),
                    [](const Material& one) { return one.loaded > 0 && !one.left; }))
        sheet.missing.emplace_back("materials_not_counted");
    if (std::any_of(sheet.stops.begin(), sheet.stops.end(),
                    [](const Stop& one) { return one.state == "planned"; }))
        sheet.missing.emplace_back("stops_not_marked");
    if (sheet.reports_waiting > 0)
        sheet.missing.emplace_back("reports_not_verified");
}

} // namespace

// After the outing was closed, too. Said again, it is corrected; nothing loaded and nothing left
// takes it away.
Material count_material(Context& context, const CountMaterial& wish)
{
    outreach::check_seen(context, wish.outing);
    if (wish.left && *wish.left > wish.loaded)
        refuse("left", "shifts.more_left_than_loaded", {{"loaded", std::to_string(wish.loaded)}});
    MaterialRow row;
    bool is_new = true;
    for (const auto& one : materials_of(context.store, wish.outing))
        if (one.material == wish.material) {
            row = one;
            is_new = false;
        }
    row.outing = wish.outing;
    row.material = wish.material;
    row.loaded = wish.loaded;
    row.left_over = wish.left;
    if (is_new) {
        row.id = Id<MaterialRow>::make(context.now);
        store::insert_row(context.store, row);
    } else {
        store::update_row(context.store, row);
    }
    return show(row);
}

Activity record_activity(Context& context, const RecordActivity& wish)
{
    outreach::check_seen(context, wish.outing);
    ActivityRow row;
    row.id = wish.id;
    row.outing = wish.outing;
    row.task = wish.task;
    row.what = wish.what;
    row.recorded_by = context.actor.account;
    row.recorded_by_name = context.actor.name;
    row.recorded_at = context.now;
    store::insert_row(context.store, row);
    return show(row);
}

Activity cancel_activity(Context& context, const ActivityPath& wish)
{
    auto row = get_activity(context, wish.id);
    if (!row.cancelled_at) {
        row.cancelled_at = context.now;
        store::update_row(context.store, row);
    }
    return show(row);
}

Activity restore_activity(Context& context, const RestoreActivity& wish)
{
    auto row = get_activity(context, wish.id);
    if (row.cancelled_at) {
        row.cancelled_at.reset();
        store::update_row(context.store, row);
    }
    return show(row);
}

ClosingSheet get_sheet(Context& context, const SheetPath& wish)
{
    const auto work = outreach::work_of(context, wish.outing);
    const auto& outing = work.outing;
    ClosingSheet sheet;
    sheet.outing = outing;
    sheet.people_seen = outing.seen;
    sheet.sought = work.sought;
    sheet.sought_met = work.sought_met;
    count_contacts(sheet, work);
    const auto reports =
        reports::reports_of_unit(context, outing.team, work.begins_at, work.ends_at);
    sheet.reports_verified = reports.verified;
    // What waits now is a matter of the outing that is under way.
    sheet.reports_waiting = outing.state == "open" ? reports.waiting : 0;
    for (const auto& row : materials_of(context.store, wish.outing))
        if (row.loaded > 0)
            sheet.materials.push_back(show(row));
    for (const auto& row : stops_between(context.store, outing.day, outing.day, outing.team))
        sheet.stops.push_back(show_stop(context, row));
    for (const auto& row : activities_of(context.store, wish.outing))
        sheet.activities.push_back(show(row));
    count_tasks(context.catalogue(), sheet);
    say_what_is_missing(sheet);
    return sheet;
}

} // namespace shifts
