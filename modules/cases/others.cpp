// SPDX-License-Identifier: EUPL-1.2
// What other modules ask of cases.
#include <algorithm>

#include "cases/work.h"
#include "store/rows.h"

using core::Context;

namespace cases {

namespace {

bool is_open(Context& context, const Id<Case>& id)
{
    const auto found = find_known(context, id, true);
    return found && found->state == "open";
}

} // namespace

bool is_there(Context& context, const Id<Case>& id)
{
    return find_known(context, id, context.scope().sees_guarded).has_value();
}

std::optional<Id<people::Person>> person_of(Context& context, const Id<Case>& id)
{
    const auto found = find_visible(context, id);
    if (!found || found->cancelled_at || found->state != "open")
        return std::nullopt;
    return found->person;
}

bool reads_case_of(Context& context, const Id<people::Person>& person)
{
    const auto same = people::same_persons(context, person);
    return std::any_of(same.begin(), same.end(), [&](const Id<people::Person>& one) {
        const auto open = find_open_case(context.store, one);
        return open && find_visible(context, open->id);
    });
}

void check_no_hand_over(Context& context, const Id<Case>& id)
{
    if (find_hand_over(context.store, id))
        throw Problem(409, "cases.hand_over_stands");
}

void set_hand_over(Context& context, const Id<Case>& id, const std::optional<HandOverNews>& news)
{
    if (!is_open(context, id))
        return;
    auto standing = find_hand_over(context.store, id);
    if (!news) {
        if (standing) {
            standing->withdrawn_at = context.now;
            store::update_row(context.store, *standing);
        }
        return;
    }
    const bool is_new = !standing;
    auto row = standing.value_or(StoredHandOver());
    row.receiver = news->receiver;
    row.destination = news->destination;
    row.sent_on = news->sent_on;
    row.accepted_on = news->accepted_on;
    row.recorded_by = news->by;
    row.recorded_at = context.now;
    if (is_new) {
        row.id = Id<HandOver>::make(context.now);
        row.case_id = id;
        store::insert_row(context.store, row);
    } else {
        store::update_row(context.store, row);
    }
}

void close_handed_over(Context& context, const Id<Case>& id)
{
    auto one = find_known(context, id, true);
    if (!one || one->state != "open")
        return;
    if (auto hand_over = find_hand_over(context.store, id)) {
        hand_over->accepted_on = context.today();
        store::update_row(context.store, *hand_over);
    }
    one->state = "closed";
    one->closed_on = context.today();
    one->closure_reason = "OTHER_CITY";
    store::update_row(context.store, *one);
    tell_people(context, *one);
}

std::optional<Case> read_case(Context& context, const Id<Case>& id)
{
    const auto found = find_visible(context, id);
    return found ? std::optional(get_case(context, {id})) : std::nullopt;
}

Plan plan_of(Context& context, const Id<Case>& id) { return get_plan(context, {id}); }

} // namespace cases
