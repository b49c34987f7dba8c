// SPDX-License-Identifier: EUPL-1.2
// The rules of a plan. Each act answers the whole plan: it fits a screen, and goals change
// together.
#include <algorithm>

#include "access/access.h"
#include "cases/work.h"
#include "core/version.h"
#include "store/rows.h"

using core::Context;

namespace cases {

namespace {

PlanRow plan_row(Context& context, const Id<Case>& id)
{
    auto row = find_plan(context.store, id);
    if (row)
        return std::move(*row);
    PlanRow made;
    made.id = id;
    return made;
}

// What was approved was another plan.
void keep(Context& context, PlanRow row)
{
    const bool is_new = row.version == 0;
    ++row.version;
    row.approved_on.reset();
    row.approved_by.reset();
    row.changed_by = context.actor.account;
    row.changed_at = context.now;
    if (is_new) {
        row.written_on = context.today();
        store::insert_row(context.store, row);
    } else {
        store::update_row(context.store, row);
    }
}

void note_change(Context& context, const Id<Case>& id) { keep(context, plan_row(context, id)); }

Action show(const ActionRow& row)
{
    Action shown;
    static_cast<ActionDetails&>(shown) = row;
    shown.id = row.id;
    shown.goal = row.goal;
    shown.cancelled = row.cancelled_at.has_value();
    return shown;
}

Goal show(Context& context, const GoalRow& row)
{
    Goal shown;
    static_cast<GoalDetails&>(shown) = row;
    shown.id = row.id;
    shown.case_id = row.case_id;
    shown.responsible_name = access::name_of(context, row.responsible);
    shown.outcome = row.outcome;
    shown.outcome_on = row.outcome_on;
    shown.outcome_note = row.outcome_note;
    shown.cancelled = row.cancelled_at.has_value();
    for (const auto& action : actions_of(context.store, row.id))
        shown.actions.push_back(show(action));
    return shown;
}

Plan show_plan(Context& context, const StoredCase& one)
{
    const auto row = plan_row(context, one.id);
    Plan plan;
    plan.case_id = one.id;
    plan.person = one.person;
    plan.own_words = row.own_words;
    plan.review_on = row.review_on;
    plan.agreed_on = row.agreed_on;
    plan.agreed_how = row.agreed_how;
    plan.approved_on = row.approved_on;
    if (row.approved_by)
        plan.approved_by_name = access::name_of(context, *row.approved_by);
    plan.version = row.version;
    for (const auto& goal : goals_of(context.store, one.id))
        plan.goals.push_back(show(context, goal));
    std::stable_partition(plan.goals.begin(), plan.goals.end(),
                          [](const Goal& goal) { return !goal.cancelled; });
    return plan;
}

struct Place {
    StoredCase one;
    GoalRow goal;
};

// A goal, in a case in which work can go on.
Place get_goal(Context& context, const Id<Goal>& id)
{
    auto goal = find_goal(context.store, id);
    if (!goal)
        throw not_found();
    auto one = get_working(context, goal->case_id);
    return {std::move(one), std::move(*goal)};
}

Place get_standing_goal(Context& context, const Id<Goal>& id)
{
    auto place = get_goal(context, id);
    if (place.goal.cancelled_at)
        throw not_found();
    return place;
}

void check_responsible(Context& context, const Id<core::Account>& account)
{
    const auto found = access::find_account(context, account);
    if (!found || !found->active)
        refuse("responsible", "cases.nobody_here");
}

void check_goal(Context& context, const StoredCase& one, const GoalDetails& wish)
{
    refuse_before("due_on", wish.due_on, one.opened_on);
    check_responsible(context, wish.responsible);
}

void check_action(const StoredCase& one, const ActionDetails& wish)
{
    if (wish.due_on)
        refuse_before("due_on", *wish.due_on, one.opened_on);
    if (wish.done_on)
        refuse_before("done_on", *wish.done_on, one.opened_on);
}

Plan changed(Context& context, const StoredCase& one)
{
    note_change(context, one.id);
    return show_plan(context, one);
}

} // namespace

Plan get_plan(Context& context, const PlanPath& wish)
{
    return show_plan(context, get_readable(context, wish.case_id).one);
}

Plan write_plan(Context& context, const WritePlan& wish)
{
    const auto one = get_working(context, wish.case_id);
    core::check_base(wish.base, show_plan(context, one));
    if (wish.agreed_on && !wish.agreed_how)
        refuse("agreed_how", "required");
    if (wish.agreed_how && !wish.agreed_on)
        refuse("agreed_on", "required");
    if (wish.agreed_on)
        refuse_before("agreed_on", *wish.agreed_on, one.opened_on);
    if (wish.review_on)
        refuse_before("review_on", *wish.review_on, one.opened_on);

    auto row = plan_row(context, one.id);
    row.own_words = wish.own_words;
    row.review_on = wish.review_on;
    row.agreed_on = wish.agreed_on;
    row.agreed_how = wish.agreed_how;
    keep(context, std::move(row));
    return show_plan(context, one);
}

// By who supervises; whatever is changed afterwards is to be approved again.
Plan approve_plan(Context& context, const PlanPath& wish)
{
    const auto one = get_working(context, wish.case_id);
    auto row = find_plan(context.store, one.id);
    if (!row)
        throw Problem(409, "cases.no_plan");
    row->approved_on = context.today();
    row->approved_by = context.actor.account;
    store::update_row(context.store, *row);
    return show_plan(context, one);
}

Plan withdraw_approval(Context& context, const PlanPath& wish)
{
    const auto one = get_working(context, wish.case_id);
    if (auto row = find_plan(context.store, one.id); row && row->approved_on) {
        row->approved_on.reset();
        row->approved_by.reset();
        store::update_row(context.store, *row);
    }
    return show_plan(context, one);
}

// ---- goals

Plan add_goal(Context& context, const AddGoal& wish)
{
    const auto one = get_working(context, wish.case_id);
    check_goal(context, one, wish);
    GoalRow row;
    static_cast<GoalDetails&>(row) = wish;
    row.id = wish.id;
    row.case_id = one.id;
    row.recorded_by = context.actor.account;
    row.recorded_at = context.now;
    store::insert_row(context.store, row);
    return changed(context, one);
}

Plan change_goal(Context& context, const ChangeGoal& wish)
{
    auto [one, goal] = get_standing_goal(context, wish.id);
    check_goal(context, one, wish);
    static_cast<GoalDetails&>(goal) = wish;
    store::update_row(context.store, goal);
    return changed(context, one);
}

Plan cancel_goal(Context& context, const GoalPath& wish)
{
    auto [one, goal] = get_goal(context, wish.id);
    if (goal.cancelled_at)
        return show_plan(context, one);
    goal.cancelled_at = context.now;
    store::update_row(context.store, goal);
    return changed(context, one);
}

Plan restore_goal(Context& context, const CancelledGoalPath& wish)
{
    auto [one, goal] = get_goal(context, wish.id);
    if (!goal.cancelled_at)
        return show_plan(context, one);
    goal.cancelled_at.reset();
    store::update_row(context.store, goal);
    return changed(context, one);
}

// How it ended is no change of what was agreed: the approval stands.
Plan judge_goal(Context& context, const JudgeGoal& wish)
{
    auto [one, goal] = get_standing_goal(context, wish.id);
    const auto on = wish.on.value_or(context.today());
    if (wish.outcome)
        refuse_before("on", on, one.opened_on);
    goal.outcome = wish.outcome;
    goal.outcome_on = wish.outcome ? std::optional(on) : std::nullopt;
    goal.outcome_note = wish.outcome ? wish.note : std::nullopt;
    store::update_row(context.store, goal);
    return show_plan(context, one);
}

// ---- actions

Plan add_action(Context& context, const AddAction& wish)
{
    const auto [one, goal] = get_standing_goal(context, wish.goal);
    check_action(one, wish);
    ActionRow row;
    static_cast<ActionDetails&>(row) = wish;
    row.id = wish.id;
    row.goal = goal.id;
    row.recorded_by = context.actor.account;
    row.recorded_at = context.now;
    store::insert_row(context.store, row);
    return changed(context, one);
}

Plan change_action(Context& context, const ChangeAction& wish)
{
    auto action = find_action(context.store, wish.id);
    if (!action || action->cancelled_at)
        throw not_found();
    const auto [one, goal] = get_standing_goal(context, action->goal);
    check_action(one, wish);
    // That it is done is no change of what was agreed.
    ActionDetails before = *action;
    before.done_on = wish.done_on;
    const bool is_done_only = before == static_cast<const ActionDetails&>(wish);
    static_cast<ActionDetails&>(*action) = wish;
    store::update_row(context.store, *action);
    return is_done_only ? show_plan(context, one) : changed(context, one);
}

Plan cancel_action(Context& context, const ActionPath& wish)
{
    auto action = find_action(context.store, wish.id);
    if (!action)
        throw not_found();
    const auto [one, goal] = get_goal(context, action->goal);
    if (action->cancelled_at)
        return show_plan(context, one);
    action->cancelled_at = context.now;
    store::update_row(context.store, *action);
    return changed(context, one);
}

Plan restore_action(Context& context, const CancelledActionPath& wish)
{
    auto action = find_action(context.store, wish.id);
    if (!action)
        throw not_found();
    const auto [one, goal] = get_goal(context, action->goal);
    if (!action->cancelled_at)
        return show_plan(context, one);
    action->cancelled_at.reset();
    store::update_row(context.store, *action);
    return changed(context, one);
}

} // namespace cases
