// SPDX-License-Identifier: EUPL-1.2
// Who takes part: persons of the registry, and residents, of whom there is none.
#include <algorithm>

#include "civic/work.h"
#include "store/rows.h"

using core::Context;

namespace civic {

namespace {

// How long after the end a resident's first name may still be needed.
constexpr int days_with_names = 30;

void check_who(const AddParticipant& wish)
{
    if (wish.kind == "migrant") {
        if (!wish.person)
            refuse("person", "required");
        if (wish.first_name)
            refuse("first_name", "civic.named_by_record");
        return;
    }
    if (wish.person)
        refuse("person", "civic.not_of_residents");
}

// One human being takes part once, under whichever of their records.
void check_once(Context& context, const Id<Project>& project, const Id<people::Person>& person,
                const Id<Participant>& self)
{
    const auto same = people::same_persons(context, person);
    for (const auto& row : participants_of(context.store, context.scope(), project))
        if (row.id != self && row.person && !row.cancelled_at &&
            std::find(same.begin(), same.end(), *row.person) != same.end())
            throw Problem(409, "civic.takes_part");
}

} // namespace

Participant add_participant(Context& context, const AddParticipant& wish)
{
    const auto project = get_standing(context, wish.project);
    check_who(wish);
    if (wish.person) {
        people::get_card(context, *wish.person);
        check_once(context, project.id, *wish.person, wish.id);
    }
    require_open(project, wish.joined_on);
    ParticipantRow row;
    row.id = wish.id;
    row.project = wish.project;
    row.kind = wish.kind;
    row.person = wish.person;
    row.first_name = wish.first_name;
    row.joined_on = wish.joined_on;
    row.left_on = project.ended_on;
    row.left_by_end = project.ended_on.has_value();
    row.added_by = context.actor.account;
    row.added_at = context.now;
    store::insert_row(context.store, row);
    return show(context, row);
}

Participant end_participation(Context& context, const EndParticipation& wish)
{
    auto row = get_standing_participant(context, wish.id);
    if (wish.left_on && *wish.left_on < row.joined_on)
        refuse("left_on", "civic.before_beginning", {{"least", to_string(row.joined_on)}});
    const auto project = get_standing(context, row.project);
    if (!wish.left_on && project.ended_on)
        throw Problem(409, "civic.project_ended", {{"day", to_string(*project.ended_on)}});
    row.left_on = wish.left_on;
    row.left_by_end = false;
    store::update_row(context.store, row);
    return show(context, row);
}

void cancel_participant(Context& context, const ParticipantPath& wish)
{
    auto row = get_participant(context, wish.id);
    if (row.cancelled_at)
        return;
    row.cancelled_at = context.now;
    store::update_row(context.store, row);
}

Participant restore_participant(Context& context, const RestoreParticipant& wish)
{
    auto row = get_participant(context, wish.id);
    if (row.person)
        check_once(context, row.project, *row.person, row.id);
    row.cancelled_at.reset();
    store::update_row(context.store, row);
    return show(context, row);
}

std::vector<Uuid> forget_first_names(Context& context)
{
    std::vector<Uuid> touched;
    for (auto& row : named_residents(context.store, context.today().plus_days(-days_with_names))) {
        row.first_name.reset();
        store::update_row(context.store, row);
        touched.push_back(row.id);
    }
    return touched;
}

} // namespace civic
