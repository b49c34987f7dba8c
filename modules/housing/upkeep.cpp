// SPDX-License-Identifier: EUPL-1.2
// What is looked at and repaired in a place: open until somebody writes that it was done.
#include "access/access.h"
#include "housing/support_rows.h"
#include "housing/work.h"
#include "store/rows.h"

using core::Context;

namespace housing {

namespace {

Upkeep show_upkeep(Context& context, const UpkeepRow& row)
{
    Upkeep shown;
    static_cast<UpkeepDetails&>(shown) = row;
    shown.id = row.id;
    shown.written_by_name = access::name_of(context, row.written_by);
    shown.done_on = row.done_on;
    shown.found = row.found;
    shown.cancelled = row.cancelled_at.has_value();
    return shown;
}

UpkeepRow get_upkeep_row(Context& context, const Id<Upkeep>& id)
{
    auto row = find_upkeep(context.store, id);
    if (!row)
        throw not_found();
    return std::move(*row);
}

} // namespace

Upkeep add_upkeep(Context& context, const AddUpkeep& wish)
{
    get_place_row(context, wish.place);
    if (wish.bed && get_bed_row(context, *wish.bed).place != wish.place)
        refuse("bed", "housing.other_place");
    UpkeepRow row;
    static_cast<UpkeepDetails&>(row) = wish;
    row.id = wish.id;
    row.written_by = context.actor.account;
    row.written_at = context.now;
    store::insert_row(context.store, row);
    return show_upkeep(context, row);
}

Upkeeps list_upkeep(Context& context, const ListUpkeep& wish)
{
    Upkeeps list;
    for (const auto& row : upkeep_of(context.store, wish.place))
        list.items.push_back(show_upkeep(context, row));
    return list;
}

Upkeep finish_upkeep(Context& context, const FinishUpkeep& wish)
{
    auto row = get_upkeep_row(context, wish.id);
    if (row.cancelled_at)
        throw Problem(409, "housing.is_cancelled");
    row.done_on = wish.done_on;
    row.found = wish.done_on ? wish.found : std::nullopt;
    store::update_row(context.store, row);
    return show_upkeep(context, row);
}

Upkeep cancel_upkeep(Context& context, const UpkeepPath& wish)
{
    auto row = get_upkeep_row(context, wish.id);
    if (!row.cancelled_at) {
        row.cancelled_at = context.now;
        store::update_row(context.store, row);
    }
    return show_upkeep(context, row);
}

Upkeep restore_upkeep(Context& context, const RestoreUpkeep& wish)
{
    auto row = get_upkeep_row(context, wish.id);
    if (row.cancelled_at) {
        row.cancelled_at.reset();
        store::update_row(context.store, row);
    }
    return show_upkeep(context, row);
}

} // namespace housing
