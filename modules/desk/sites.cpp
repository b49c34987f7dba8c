// SPDX-License-Identifier: EUPL-1.2
// Where the desk is: several sites in a city, each with its rooms and hours.
#include <algorithm>

#include "desk/work.h"

using core::Context;

namespace desk {

namespace {

Site show_site(const Context& context, const SiteRow& row)
{
    Site shown;
    static_cast<SiteDetails&>(shown) = row;
    shown.id = row.id;
    shown.open_now = open_now(context, row);
    shown.cancelled = row.cancelled_at.has_value();
    return shown;
}

void check_hours(const std::vector<directory::Opening>& hours)
{
    auto faults = directory::faults_of(hours);
    if (!faults.empty())
        throw Problem(422, "core.input_invalid", {}, std::move(faults));
}

} // namespace

Sites list_sites(Context& context)
{
    Sites list;
    for (const auto& row : every_site(context.store))
        list.items.push_back(show_site(context, row));
    std::stable_sort(list.items.begin(), list.items.end(), [](const Site& one, const Site& other) {
        return !one.cancelled && other.cancelled;
    });
    return list;
}

Site write_site(Context& context, const WriteSite& wish)
{
    check_hours(wish.hours);
    const auto known = find_site(context.store, wish.id);
    SiteRow row = known.value_or(SiteRow{});
    static_cast<SiteDetails&>(row) = wish;
    row.id = wish.id;
    row.changed_by = context.actor.account;
    row.changed_at = context.now;
    if (!wish.cancelled.value_or(false))
        row.cancelled_at.reset();
    else if (!row.cancelled_at)
        row.cancelled_at = context.now;
    if (known) {
        ++row.version;
        update_site(context.store, row);
    } else {
        insert_site(context.store, row);
    }
    return show_site(context, row);
}

} // namespace desk
