// SPDX-License-Identifier: EUPL-1.2
// What a person does for the city: projects, and taking part in councils and associations.
#include <algorithm>

#include "civic/work.h"
#include "store/rows.h"

using core::Context;

namespace civic {

namespace {

void check_details(const MembershipDetails& wish)
{
    if (wish.until && *wish.until < wish.since)
        refuse("until", "civic.before_beginning", {{"least", to_string(wish.since)}});
}

Membership show(const MembershipRow& row)
{
    Membership shown;
    static_cast<MembershipDetails&>(shown) = row;
    shown.id = row.id;
    shown.person = row.person;
    return shown;
}

// Of a person whom the asker does not read it is not there.
MembershipRow get_membership(Context& context, const Id<Membership>& id)
{
    auto row = find_membership(context.store, id);
    if (!row || !people::may_read(context, row->person, true))
        throw not_found();
    context.concerns(row->person);
    return std::move(*row);
}

} // namespace

// Of all records of the same human being.
Engagement show_engagement(Context& context, const PersonPath& wish)
{
    Engagement shown;
    shown.person_card = people::get_card(context, wish.person);
    shown.person = wish.person;
    for (const auto& person : people::same_persons(context, wish.person)) {
        for (const auto& row : projects_of(context.store, person))
            shown.projects.push_back(
                {row.project, row.name, row.joined_on, row.left_on, row.minutes});
        for (const auto& row : memberships_of(context.store, person))
            shown.memberships.push_back(show(row));
    }
    return shown;
}

Membership add_membership(Context& context, const AddMembership& wish)
{
    people::get_card(context, wish.person);
    check_details(wish);
    MembershipRow row;
    static_cast<MembershipDetails&>(row) = wish;
    row.id = wish.id;
    row.person = wish.person;
    row.written_by = context.actor.account;
    row.written_at = context.now;
    store::insert_row(context.store, row);
    return show(row);
}

Membership change_membership(Context& context, const ChangeMembership& wish)
{
    auto row = get_membership(context, wish.id);
    if (row.cancelled_at)
        throw not_found();
    check_details(wish);
    static_cast<MembershipDetails&>(row) = wish;
    row.written_by = context.actor.account;
    row.written_at = context.now;
    store::update_row(context.store, row);
    return show(row);
}

void cancel_membership(Context& context, const MembershipPath& wish)
{
    auto row = get_membership(context, wish.id);
    if (row.cancelled_at)
        return;
    row.cancelled_at = context.now;
    store::update_row(context.store, row);
}

Membership restore_membership(Context& context, const RestoreMembership& wish)
{
    auto row = get_membership(context, wish.id);
    row.cancelled_at.reset();
    store::update_row(context.store, row);
    return show(row);
}

} // namespace civic
