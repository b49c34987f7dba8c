// SPDX-License-Identifier: EUPL-1.2
// The screen at the reception, who of the colleagues is in, and the display in the waiting room.
#include <algorithm>

#include "access/access.h"
#include "core/guests.h"
#include "desk/queue.h"
#include "desk/work.h"
#include "store/rows.h"

using core::Context;

namespace desk {

namespace {

constexpr int shown_called_max = 12; // what is readable from afar

bool is_left(const VisitRow& row) { return row.outcome == "LEFT" || row.outcome == "NOT_COME"; }

std::vector<Colleague> colleagues_at(Context& context, const Id<Site>& site)
{
    std::vector<Colleague> present;
    for (const auto& row : present_at(context.store, site, context.today())) {
        const auto account = access::find_account(context, row.account);
        if (account)
            present.push_back(
                {row.account, account->name, account->profession, account->speaks, row.came_at});
    }
    return present;
}

void count(Board& board, const std::vector<VisitRow>& rows)
{
    int waited = 0;
    int minutes = 0;
    for (const auto& row : rows) {
        board.informed += row.kind == "info" ? 1 : 0;
        board.waiting += row.state == "waiting" ? 1 : 0;
        board.expected += row.state == "expected" ? 1 : 0;
        board.called += row.state == "called" ? 1 : 0;
        const bool is_over = row.state == "ended" && row.kind != "info";
        board.left += is_over && is_left(row) ? 1 : 0;
        board.served += is_over && !is_left(row) ? 1 : 0;
        if (row.minutes_waited && !is_left(row)) {
            ++waited;
            minutes += *row.minutes_waited;
        }
    }
    if (waited > 0)
        board.minutes_average = (minutes + waited / 2) / waited;
}

void list(Context& context, Board& board, std::vector<VisitRow> rows)
{
    std::erase_if(rows, [](const VisitRow& row) { return row.kind == "info"; });
    std::sort(rows.begin(), rows.end(), [&](const VisitRow& one, const VisitRow& other) {
        return goes_before(one, other, context.now);
    });
    std::vector<Id<people::Person>> persons;
    for (const auto& row : rows)
        if (row.person)
            persons.push_back(*row.person);
    const auto cards = people::find_cards(context, persons);
    for (const auto& row : rows)
        board.items.push_back(show(context, row, cards));
}

Pulse pulse_of(Context& context, const SiteRow& site)
{
    const auto day = context.today();
    return {day, turn_of(context.store, site.id, day), open_now(context, site)};
}

Board board_of(Context& context, const SiteRow& site)
{
    Board board;
    board.site = site.id;
    board.site_name = site.name;
    board.rooms = site.rooms;
    board.pulse = pulse_of(context, site);
    auto rows = visits_of(context.store, context.scope(), site.id, context.today());
    count(board, rows);
    list(context, board, std::move(rows));
    board.present = colleagues_at(context, site.id);
    return board;
}

void leave(Context& context, PresenceRow row)
{
    row.left_at = context.now;
    ++row.version;
    store::update_row(context.store, row);
}

void come(Context& context, const Id<Site>& site)
{
    const auto day = context.today();
    PresenceRow row;
    row.id = Id<PresenceRow>(named_uuid(to_string(site) + "/" + to_string(day) + "/" +
                                        to_string(context.actor.account)));
    if (auto known = find_presence(context.store, row.id)) {
        known->left_at.reset();
        ++known->version;
        return store::update_row(context.store, *known);
    }
    row.site = site;
    row.account = context.actor.account;
    row.day = day;
    row.came_at = context.now;
    store::insert_row(context.store, row);
}

} // namespace

Board show_board(Context& context, const SitePath& wish)
{
    return board_of(context, get_site(context, wish.site));
}

Pulse show_pulse(Context& context, const SitePath& wish)
{
    return pulse_of(context, get_site(context, wish.site));
}

Board set_presence(Context& context, const SetPresence& wish)
{
    const auto site = wish.here ? get_used_site(context, wish.site) : get_site(context, wish.site);
    bool is_there = false;
    for (const auto& row : places_of(context.store, context.actor.account, context.today())) {
        if (wish.here && row.site == site.id)
            is_there = true;
        else if (wish.here || row.site == site.id)
            leave(context, row); // nobody is in two places
    }
    if (wish.here && !is_there)
        come(context, site.id);
    return board_of(context, site);
}

Display show_display(Context& context, const ShowDisplay& wish)
{
    core::check_city(context, wish.city);
    context.kept<core::Gate>().pass(display_questions, context.request.remote, context.now);
    const auto site = find_site(context.store, wish.site);
    if (!site || site->cancelled_at)
        throw not_found();
    const auto day = context.today();
    return {site->name, called_numbers(context.store, wish.site, day, shown_called_max),
            count_waiting(context.store, wish.site, day), open_now(context, *site)};
}

} // namespace desk
