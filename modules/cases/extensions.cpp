// SPDX-License-Identifier: EUPL-1.2
// A temporary case goes on longer than was planned, for a reason that is written down each time.
#include <algorithm>

#include "cases/work.h"
#include "store/rows.h"

using core::Context;

namespace cases {

namespace {

constexpr auto other_reason = "OTHER"; // one that needs a note

void check_extension(Context& context, const StoredCase& one, const ExtendCase& wish)
{
    if (!one.ends_on)
        throw Problem(409, "cases.not_temporary");
    // To extend a case that is over by another day that is over would help nobody.
    refuse_before("ends_on", wish.ends_on, std::max(one.ends_on->plus_days(1), context.today()));
    const auto latest = context.today().plus_days(temporary_days_max);
    if (wish.ends_on > latest)
        refuse("ends_on", "cases.extension_too_long",
               {{"days", std::to_string(temporary_days_max)}, {"most", to_string(latest)}});
    if (wish.reason == other_reason && !wish.note)
        refuse("note", "required");
}

} // namespace

Case extend_case(Context& context, const ExtendCase& wish)
{
    auto one = get_working(context, wish.case_id);
    check_extension(context, one, wish);

    ExtensionRow row;
    row.id = wish.id;
    row.case_id = one.id;
    row.from_on = one.ends_on.value();
    row.to_on = wish.ends_on;
    row.reason = wish.reason;
    row.note = wish.note;
    row.extended_by = context.actor.account;
    row.extended_on = context.today();
    row.extended_at = context.now;
    store::insert_row(context.store, row);
    one.ends_on = wish.ends_on;
    store::update_row(context.store, one);
    return get_case(context, {one.id});
}

// The end goes back to where it stood, unless somebody has brought it forward even more since.
Case undo_extension(Context& context, const OneExtension& wish)
{
    auto row = find_extension(context.store, wish.id);
    if (!row)
        throw not_found();
    auto one = get_working(context, row->case_id);
    if (row->undone_at)
        return get_case(context, {one.id});
    if (extensions_of(context.store, one.id).front().id != row->id)
        throw Problem(409, "cases.extension_followed");

    row->undone_at = context.now;
    store::update_row(context.store, *row);
    if (one.ends_on && *one.ends_on > row->from_on) {
        one.ends_on = std::max(row->from_on, one.opened_on);
        store::update_row(context.store, one);
    }
    return get_case(context, {one.id});
}

} // namespace cases
