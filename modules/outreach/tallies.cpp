// SPDX-License-Identifier: EUPL-1.2
// The rules of tallies: people seen and not spoken to.
#include "outreach/tallies.h"

#include "outreach/acts.h"
#include "outreach/outings.h"
#include "outreach/pages.h"
#include "store/rows.h"

using core::Context;

namespace outreach {

Tally show_tally(const TallyRow& row)
{
    Tally tally;
    static_cast<TallyDetails&>(tally) = row;
    tally.id = row.id;
    tally.team = row.team;
    tally.day = row.day;
    tally.recorded_by_name = row.recorded_by_name;
    tally.phone_said_at = row.phone_said_at;
    tally.cancelled = row.cancelled_at.has_value();
    return tally;
}

Tally record_tally(Context& context, const NewTally& wish)
{
    if (wish.of_which_minors.value_or(0) > wish.people_seen)
        refuse("of_which_minors", "outreach.more_minors_than_people",
               {{"most", std::to_string(wish.people_seen)}});
    const auto belonging = belonging_of(context, wish.outing, wish.at);

    TallyRow row;
    static_cast<TallyDetails&>(row) = wish;
    row.id = wish.id;
    row.team = belonging.team;
    row.day = local_date(wish.at);
    row.recorded_by = context.actor.account;
    row.recorded_by_name = context.actor.name;
    row.recorded_at = context.now;
    row.phone_said_at = wish.phone_said_at;
    store::insert_row(context.store, row);
    return show_tally(row);
}

Tallies list_tallies(Context& context, const ListTallies& wish)
{
    const auto page = page_of(wish);
    auto rows = tallies(scope_of(context), context.store, wish.outing, page);
    Tallies found;
    found.next = cut_page(rows, page.limit);
    for (const auto& row : rows)
        found.items.push_back(show_tally(row));
    return found;
}

Tally cancel_tally(Context& context, const TallyPath& wish)
{
    auto row = find_tally(scope_of(context), context.store, wish.id);
    if (!row)
        throw not_found();
    if (!row->cancelled_at) {
        row->cancelled_by = context.actor.account;
        row->cancelled_at = context.now;
        store::update_row(context.store, *row);
    }
    return show_tally(*row);
}

} // namespace outreach
