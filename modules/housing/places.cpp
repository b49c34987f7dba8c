// SPDX-License-Identifier: EUPL-1.2
// Places, their beds, and nights on which a bed is out of use.
#include <algorithm>

#include "core/version.h"
#include "housing/work.h"
#include "store/rows.h"

using core::Context;

namespace housing {

namespace {

Bed show_bed(const BedRow& row)
{
    Bed shown;
    static_cast<BedDetails&>(shown) = row;
    shown.id = row.id;
    shown.version = row.version;
    shown.removed = row.removed_on.has_value();
    return shown;
}

// The address of a house where somebody hides is for those who work with them.
Place show_place(const Context& context, const PlaceRow& row, const std::vector<BedRow>& beds)
{
    Place shown;
    static_cast<PlaceDetails&>(shown) = row;
    shown.id = row.id;
    if (row.address_kept && !context.actor.roles.any_of(keepers))
        shown.address.reset();
    for (const auto& bed : beds)
        if (bed.place == row.id)
            shown.beds.push_back(show_bed(bed));
    std::stable_sort(shown.beds.begin(), shown.beds.end(), [](const Bed& one, const Bed& other) {
        return !one.removed && other.removed;
    });
    shown.version = row.version;
    shown.cancelled = row.cancelled_at.has_value();
    return shown;
}

Closing show_closing(const ClosingRow& row)
{
    Closing shown;
    static_cast<ClosingDetails&>(shown) = row;
    shown.id = row.id;
    shown.bed = row.bed;
    shown.cancelled = row.cancelled_at.has_value();
    return shown;
}

void check_place(const WritePlace& wish)
{
    if (wish.age_min && wish.age_max && *wish.age_min > *wish.age_max)
        refuse("age_max", "housing.ages_crossed");
}

// Nobody is written out of the list of places while they live there.
void check_place_empty(Context& context, const Id<Place>& place)
{
    for (const auto& bed : every_bed(context.store))
        if (bed.place == place && !bed.removed_on)
            check_nobody(context, bed, context.today(), std::nullopt, Id<Stay>());
}

ClosingRow get_closing_row(Context& context, const Id<Closing>& id)
{
    auto row = find_closing(context.store, id);
    if (!row)
        throw not_found();
    return std::move(*row);
}

// Nobody sleeps in it, and nothing else keeps it.
void check_closing(Context& context, const ClosingRow& row)
{
    if (row.until && *row.until <= row.from_on)
        refuse("until", "housing.ends_before");
    const auto bed = get_used_bed(context, row.bed);
    check_nobody(context, bed, row.from_on, row.until, Id<Stay>());
    if (has_closing(context.store, row.bed, row.from_on, row.until, row.id))
        throw Problem(409, "housing.bed_closed", {{"bed", name_of(bed)}});
}

} // namespace

Places list_places(Context& context)
{
    const auto beds = every_bed(context.store);
    Places list;
    for (const auto& row : every_place(context.store))
        list.items.push_back(show_place(context, row, beds));
    std::stable_sort(
        list.items.begin(), list.items.end(),
        [](const Place& one, const Place& other) { return !one.cancelled && other.cancelled; });
    return list;
}

Place get_place(Context& context, const PlacePath& wish)
{
    return show_place(context, get_place_row(context, wish.id), every_bed(context.store));
}

Place write_place(Context& context, const WritePlace& wish)
{
    check_place(wish);
    const auto known = find_place(context.store, wish.id);
    if (known)
        core::check_base(wish.base, show_place(context, *known, every_bed(context.store)));
    PlaceRow row = known.value_or(PlaceRow{});
    static_cast<PlaceDetails&>(row) = wish;
    row.id = wish.id;
    row.changed_by = context.actor.account;
    row.changed_at = context.now;
    const bool is_cancelled = wish.cancelled.value_or(row.cancelled_at.has_value());
    if (is_cancelled && !row.cancelled_at) {
        check_place_empty(context, row.id);
        row.cancelled_at = context.now;
        row.closed_on = context.today();
    }
    if (!is_cancelled) {
        row.cancelled_at.reset();
        row.closed_on.reset();
    }
    if (known) {
        ++row.version;
        store::update_row(context.store, row);
    } else {
        store::insert_row(context.store, row);
    }
    return show_place(context, row, every_bed(context.store));
}

Bed write_bed(Context& context, const WriteBed& wish)
{
    get_place_row(context, wish.place);
    const auto known = find_bed(context.store, wish.id);
    if (known && known->place != wish.place)
        refuse("place", "housing.other_place");
    if (known)
        core::check_base(wish.base, show_bed(*known));
    BedRow row = known.value_or(BedRow{});
    static_cast<BedDetails&>(row) = wish;
    row.id = wish.id;
    row.changed_by = context.actor.account;
    row.changed_at = context.now;
    if (!known)
        row.added_on = context.today();
    const bool is_removed = wish.removed.value_or(row.removed_on.has_value());
    if (is_removed && !row.removed_on) {
        check_nobody(context, row, context.today(), std::nullopt, Id<Stay>());
        row.removed_on = context.today();
    }
    if (!is_removed)
        row.removed_on.reset();
    if (known) {
        ++row.version;
        store::update_row(context.store, row);
    } else {
        store::insert_row(context.store, row);
    }
    return show_bed(row);
}

Closing close_bed(Context& context, const CloseBed& wish)
{
    ClosingRow row;
    static_cast<ClosingDetails&>(row) = wish;
    row.id = wish.id;
    row.bed = wish.bed;
    row.closed_by = context.actor.account;
    row.closed_at = context.now;
    check_closing(context, row);
    store::insert_row(context.store, row);
    return show_closing(row);
}

Closing get_closing(Context& context, const ClosingPath& wish)
{
    return show_closing(get_closing_row(context, wish.id));
}

Closing change_closing(Context& context, const ChangeClosing& wish)
{
    auto row = get_closing_row(context, wish.id);
    if (row.cancelled_at)
        throw Problem(409, "housing.is_cancelled");
    static_cast<ClosingDetails&>(row) = wish;
    check_closing(context, row);
    store::update_row(context.store, row);
    return show_closing(row);
}

Closing cancel_closing(Context& context, const ClosingPath& wish)
{
    auto row = get_closing_row(context, wish.id);
    if (!row.cancelled_at) {
        row.cancelled_at = context.now;
        store::update_row(context.store, row);
    }
    return show_closing(row);
}

Closing restore_closing(Context& context, const RestoreClosing& wish)
{
    auto row = get_closing_row(context, wish.id);
    if (!row.cancelled_at)
        return show_closing(row);
    check_closing(context, row);
    row.cancelled_at.reset();
    store::update_row(context.store, row);
    return show_closing(row);
}

} // namespace housing
