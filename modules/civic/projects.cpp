// SPDX-License-Identifier: EUPL-1.2
// Projects from the proposal to what the district has of them.
#include <algorithm>
#include <map>

#include "civic/work.h"
#include "core/version.h"
#include "store/rows.h"

using core::Context;

namespace civic {

namespace {

void check_details(const ProjectDetails& wish)
{
    if (!wish.agreement_until)
        return;
    if (!wish.agreement_on)
        refuse("agreement_on", "required");
    if (*wish.agreement_until < *wish.agreement_on)
        refuse("agreement_until", "civic.before_beginning",
               {{"least", to_string(*wish.agreement_on)}});
}

std::map<Id<Project>, std::vector<InsuranceRow>> insurances_by_project(Context& context)
{
    std::map<Id<Project>, std::vector<InsuranceRow>> all;
    for (auto& row : every_insurance(context.store))
        all[row.project].push_back(std::move(row));
    return all;
}

ProjectLine line_of(const ProjectRow& row, const std::vector<InsuranceRow>& insurances, Date today)
{
    return {.id = row.id,
            .name = row.name,
            .kind = row.kind,
            .district = row.district,
            .place = row.place,
            .state = state_of(row, insurances, today),
            .insured_until = covered_until(covers_of(insurances), today),
            .needed_hands = row.needed_hands,
            .next_on = {},
            .result_on = row.result_on};
}

void add_tally(ProjectLine& line, const TallyRow& tally)
{
    (tally.kind == "migrant" ? line.migrants : line.residents) = tally.participants;
    line.minutes += tally.minutes;
}

// After the end nobody works: what is still planned is cancelled before.
void check_days_before(Context& context, const Id<Project>& id, Date ended_on)
{
    for (const auto& day : days_of(context.store, id))
        if (day.day > ended_on)
            throw Problem(409, "civic.days_after_end", {{"day", to_string(day.day)}});
}

} // namespace

ProjectLines list_projects(Context& context)
{
    auto insurances = insurances_by_project(context);
    std::map<Id<Project>, std::size_t> places;
    ProjectLines list;
    for (const auto& row : every_project(context.store)) {
        places[row.id] = list.items.size();
        list.items.push_back(line_of(row, insurances[row.id], context.today()));
    }
    for (const auto& tally : tallies(context.store, context.scope()))
        if (const auto place = places.find(tally.project); place != places.end())
            add_tally(list.items[place->second], tally);
    for (const auto& next : next_days(context.store, context.today()))
        if (const auto place = places.find(next.project); place != places.end())
            list.items[place->second].next_on = next.day;
    std::stable_sort(list.items.begin(), list.items.end(),
                     [](const ProjectLine& one, const ProjectLine& other) {
                         return one.state != "ended" && other.state == "ended";
                     });
    return list;
}

Project get_project(Context& context, const ProjectPath& wish)
{
    return show(context, get_row(context, wish.id));
}

Project add_project(Context& context, const AddProject& wish)
{
    check_details(wish);
    ProjectRow row;
    static_cast<ProjectDetails&>(row) = wish;
    row.id = wish.id;
    row.written_by = context.actor.account;
    row.written_at = context.now;
    store::insert_row(context.store, row);
    return show(context, row);
}

Project change_project(Context& context, const ChangeProject& wish)
{
    auto row = get_standing(context, wish.id);
    core::check_base(wish.base, show(context, row));
    check_details(wish);
    static_cast<ProjectDetails&>(row) = wish;
    rewrite(context, row);
    return show(context, row);
}

void cancel_project(Context& context, const ProjectPath& wish)
{
    auto row = get_row(context, wish.id);
    if (row.cancelled_at)
        return;
    row.cancelled_at = context.now;
    rewrite(context, row);
    end_participations(context.store, row.id, context.today());
}

Project restore_project(Context& context, const RestoreProject& wish)
{
    auto row = get_row(context, wish.id);
    if (row.cancelled_at) {
        row.cancelled_at.reset();
        rewrite(context, row);
        if (!row.ended_on)
            resume_participations(context.store, row.id);
    }
    return show(context, row);
}

Project end_project(Context& context, const EndProject& wish)
{
    auto row = get_standing(context, wish.id);
    check_days_before(context, row.id, wish.ended_on);
    row.ended_on = wish.ended_on;
    rewrite(context, row);
    resume_participations(context.store, row.id); // of an end that is only moved
    end_participations(context.store, row.id, wish.ended_on);
    return show(context, row);
}

Project reopen_project(Context& context, const EndedPath& wish)
{
    auto row = get_standing(context, wish.id);
    if (row.ended_on) {
        row.ended_on.reset();
        rewrite(context, row);
        resume_participations(context.store, row.id);
    }
    return show(context, row);
}

Project state_result(Context& context, const StateResult& wish)
{
    auto row = get_standing(context, wish.id);
    row.result = wish.result;
    row.result_on = wish.result_on;
    rewrite(context, row);
    return show(context, row);
}

Project withdraw_result(Context& context, const EndedPath& wish)
{
    auto row = get_standing(context, wish.id);
    if (row.result) {
        row.result.reset();
        row.result_on.reset();
        rewrite(context, row);
    }
    return show(context, row);
}

} // namespace civic
