// SPDX-License-Identifier: EUPL-1.2
// How every bed stands on a night. It tells of nobody: also the bed of somebody who is guarded is
// taken, as any other.
#include <algorithm>

#include "housing/work.h"

using core::Context;

namespace housing {

namespace {

// What was written of one bed.
struct Written {
    const StayRow* running = nullptr;
    std::vector<const StayRow*> promised;
    std::vector<const ClosingRow*> closings;
};

bool is_on(Date from, const std::optional<Date>& until, Date night)
{
    return from <= night && (!until || night < *until);
}

void set_free(BoardBed& cell, const Written& written, Date night)
{
    cell.state = "free";
    const auto sooner = [&](Date day) {
        if (day > night && (!cell.until || day < *cell.until))
            cell.until = day;
    };
    for (const auto* stay : written.promised)
        sooner(stay->from_on);
    for (const auto* closing : written.closings)
        sooner(closing->from_on);
}

void set_state(BoardBed& cell, const Written& written, Date night, Date today)
{
    const auto* running = written.running;
    if (running != nullptr && (night < running->until || night == today)) {
        cell.state = "taken";
        cell.until = running->until;
        cell.overdue = running->until <= today;
        return;
    }
    for (const auto* stay : written.promised)
        if (is_on(stay->from_on, stay->until, night)) {
            cell.state = "promised";
            cell.until = stay->until;
            cell.overdue = stay->from_on < today;
            return;
        }
    for (const auto* closing : written.closings)
        if (is_on(closing->from_on, closing->until, night)) {
            cell.state = "out_of_use";
            cell.until = closing->until;
            cell.closing = closing->id;
            return;
        }
    set_free(cell, written, night);
}

void count(BoardPlace& place, const std::string& state)
{
    place.free += state == "free" ? 1 : 0;
    place.taken += state == "taken" ? 1 : 0;
    place.promised += state == "promised" ? 1 : 0;
    place.out_of_use += state == "out_of_use" ? 1 : 0;
}

BoardPlace head_of(const PlaceRow& row)
{
    BoardPlace place;
    place.place = row.id;
    place.name = row.name;
    place.kind = row.kind;
    place.district = row.district;
    place.guests = row.guests;
    place.age_min = row.age_min;
    place.age_max = row.age_max;
    place.families = row.families;
    place.pets = row.pets;
    return place;
}

std::map<Id<Bed>, Written> sort_by_bed(const std::vector<StayRow>& stays,
                                       const std::vector<ClosingRow>& closings)
{
    std::map<Id<Bed>, Written> of_bed;
    for (const auto& stay : stays) {
        if (stay.state == "running")
            of_bed[stay.bed].running = &stay;
        else
            of_bed[stay.bed].promised.push_back(&stay);
    }
    for (const auto& closing : closings)
        of_bed[closing.bed].closings.push_back(&closing);
    return of_bed;
}

} // namespace

Board show_board(Context& context, const ShowBoard& wish)
{
    Board board;
    board.day = wish.on.value_or(context.today());
    if (board.day < context.today())
        refuse("on", "housing.only_from_today");
    const auto stays = standing_stays(context.store);
    const auto closings = closings_from(context.store, context.today());
    const auto of_bed = sort_by_bed(stays, closings);
    const auto beds = every_bed(context.store);
    const Written nothing;
    for (const auto& row : every_place(context.store)) {
        if (row.cancelled_at)
            continue;
        auto place = head_of(row);
        for (const auto& bed : beds) {
            if (bed.place != row.id || bed.removed_on)
                continue;
            BoardBed cell{bed.id, bed.flat, bed.room, bed.name, bed.step_free, {}, {}, false, {}};
            const auto written = of_bed.find(bed.id);
            set_state(cell, written == of_bed.end() ? nothing : written->second, board.day,
                      context.today());
            count(place, cell.state);
            place.beds.push_back(std::move(cell));
        }
        board.free += place.free;
        board.taken += place.taken;
        board.promised += place.promised;
        board.out_of_use += place.out_of_use;
        board.items.push_back(std::move(place));
    }
    return board;
}

} // namespace housing
