// SPDX-License-Identifier: EUPL-1.2
// What happens to a stay: somebody arrives, leaves, and is asked after six months later; and the
// last step undone. Two who give one bed at once are told so, and one of them has it.
#include "housing/steps.h"

#include <algorithm>

using core::Context;

namespace housing {

namespace {

// Nights beyond what was planned are given to nobody beforehand, and yet somebody was there.
void check_past_nights(Context& context, const StayRow& row, const BedRow& bed)
{
    if (!row.arrived_on)
        return;
    if (shared_the_bed(context.store, row))
        throw Problem(409, "housing.bed_taken",
                      {{"bed", name_of(bed)}, {"night", to_string(*row.arrived_on)}});
    for (const auto& one : people::same_persons(context, row.person))
        if (was_in_two_beds(context.store, row, one))
            throw Problem(409, "housing.has_bed");
}

} // namespace

void check_may_stand(Context& context, const StayRow& row)
{
    if (row.reason == "NOT_COME") // no night was theirs
        return;
    const auto bed = get_used_bed(context, row.bed);
    // Whoever is there is there tonight too, whatever was planned.
    const auto planned =
        row.state == "running" ? std::max(row.until, context.today().plus_days(1)) : row.until;
    const auto last = row.ended_on.value_or(planned);
    if (last > row.from_on) {
        check_open(context, bed, row.from_on, last);
        if (const auto night = first_given(context.store, bed.id, row.from_on, last, row.id))
            throw Problem(409, "housing.bed_taken",
                          {{"bed", name_of(bed)}, {"night", to_string(*night)}});
    }
    check_past_nights(context, row, bed);
    if (row.state == "ended")
        return;
    check_nobody(context, bed, row.from_on, last, row.id);
    if (row.state != "running")
        return;
    for (const auto& one : people::same_persons(context, row.person))
        if (is_running_somewhere(context.store, one, row.id))
            throw Problem(409, "housing.has_bed");
}

void check_request_free(Context& context, const StayRow& row)
{
    if (!row.request)
        return;
    const auto request = find_request(context.store, *row.request);
    if (request && (request->state != "open" || request->cancelled_at))
        throw Problem(409, "housing.request_answered");
}

Stay receive_stay(Context& context, const ReceiveStay& wish)
{
    auto row = get_standing_stay(context, wish.id);
    if (row.state == "running")
        return show(context, row); // said again
    if (row.state != "promised")
        throw Problem(409, "housing.not_now");
    const auto on = wish.on.value_or(context.today());
    if (on < row.from_on || on >= row.until)
        refuse("on", "housing.outside_stay");
    row.state = "running";
    row.arrived_on = on;
    check_may_stand(context, row);
    rewrite(context, row);
    return show(context, row);
}

Stay end_stay(Context& context, const EndStay& wish)
{
    auto row = get_standing_stay(context, wish.id);
    if (row.state == "ended") {
        if (row.reason == wish.reason && row.ended_on == wish.on)
            return show(context, row); // said again
        throw Problem(409, "housing.not_now");
    }
    const bool never_came = wish.reason == "NOT_COME";
    if (never_came != (row.state == "promised"))
        refuse("reason", "housing.other_reason");
    if (wish.on < row.arrived_on.value_or(row.from_on))
        refuse("on", "housing.ends_before");
    row.state = "ended";
    row.ended_on = wish.on;
    row.reason = wish.reason;
    row.living_after = never_came ? std::nullopt : wish.living_after;
    rewrite(context, row);
    if (never_came) // so that somebody looks for them
        set_placed(context, row.request, false);
    return show(context, row);
}

Stay undo_stay_step(Context& context, const UndoStayStep& wish)
{
    auto row = get_standing_stay(context, wish.id);
    if (row.state != wish.state || row.state == "promised")
        throw Problem(409, "housing.not_now");
    if (row.state == "running") {
        row.state = "promised";
        row.arrived_on.reset();
    } else {
        const bool never_came = row.reason == "NOT_COME";
        if (never_came)
            check_request_free(context, row);
        row.state = never_came ? "promised" : "running";
        row.ended_on.reset();
        row.reason.reset();
        row.living_after.reset();
        row.living_later.reset();
        row.later_on.reset();
        row.lost = false;
        check_may_stand(context, row);
        if (never_came)
            set_placed(context, row.request, true);
    }
    rewrite(context, row);
    return show(context, row);
}

Stay follow_stay(Context& context, const FollowStay& wish)
{
    auto row = get_standing_stay(context, wish.id);
    if (row.state != "ended" || !row.arrived_on)
        throw Problem(409, "housing.not_now");
    const bool is_lost = wish.lost.value_or(false);
    if (wish.living && is_lost)
        refuse("lost", "housing.found_or_lost");
    const auto on = wish.on.value_or(context.today());
    const auto soonest = row.ended_on->plus_days(days_to_follow_up - days_early);
    if ((wish.living || is_lost) && on < soonest)
        refuse("on", "housing.too_early", {{"least", to_string(soonest)}});
    row.living_later = wish.living;
    row.lost = is_lost;
    row.later_on = wish.living || is_lost ? std::optional(on) : std::nullopt;
    rewrite(context, row);
    return show(context, row);
}

} // namespace housing
