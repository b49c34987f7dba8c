// SPDX-License-Identifier: EUPL-1.2
#include "desk/work.h"

#include "access/access.h"
#include "desk/queue.h"
#include "store/rows.h"

using core::Context;

namespace desk {

SiteRow get_site(Context& context, const Id<Site>& id)
{
    auto row = find_site(context.store, id);
    if (!row)
        throw not_found();
    return std::move(*row);
}

SiteRow get_used_site(Context& context, const Id<Site>& id)
{
    auto row = get_site(context, id);
    if (row.cancelled_at)
        throw Problem(409, "desk.site_closed", {{"site", row.name}});
    return row;
}

std::optional<directory::OpenNow> open_now(const Context& context, const SiteRow& site)
{
    return site.cancelled_at ? std::nullopt : directory::open_now(site.hours, context.now);
}

VisitRow get_row(Context& context, const Id<Visit>& id)
{
    auto row = find_visit(context.store, id);
    if (!row || (row->person && !people::may_read(context, *row->person, true)))
        throw not_found();
    return std::move(*row);
}

VisitRow get_standing(Context& context, const Id<Visit>& id)
{
    auto row = get_row(context, id);
    if (row.cancelled_at)
        throw Problem(409, "desk.visit_cancelled");
    return row;
}

void rewrite(Context& context, VisitRow& row)
{
    ++row.version;
    store::update_row(context.store, row);
}

void receive(Context& context, VisitRow& row)
{
    row.state = "waiting";
    row.arrived_at = context.now;
    if (!row.number)
        row.number = next_number(context.store, row.site, row.day);
}

Visit show(Context& context, const VisitRow& row)
{
    std::map<Id<people::Person>, people::Card> cards;
    if (row.person)
        cards = people::find_cards(context, {*row.person});
    return show(context, row, cards);
}

Visit show(Context& context, const VisitRow& row,
           const std::map<Id<people::Person>, people::Card>& cards)
{
    Visit shown;
    static_cast<VisitDetails&>(shown) = row;
    shown.id = row.id;
    shown.site = row.site;
    shown.day = row.day;
    shown.number = row.number;
    shown.kind = row.kind;
    shown.state = row.state;
    if (row.person)
        if (const auto card = cards.find(*row.person); card != cards.end())
            shown.person_card = card->second;
    if (row.with_whom)
        shown.with_name = access::name_of(context, *row.with_whom);
    shown.room = row.room;
    if (row.called_by)
        shown.called_by_name = access::name_of(context, *row.called_by);
    shown.outcome = row.outcome;
    shown.booked_at = row.booked_at;
    shown.arrived_at = row.arrived_at;
    shown.called_at = row.called_at;
    shown.ended_at = row.ended_at;
    shown.minutes_waited = row.minutes_waited;
    shown.version = row.version;
    shown.cancelled = row.cancelled_at.has_value();
    return shown;
}

} // namespace desk
