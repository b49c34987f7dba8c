// SPDX-License-Identifier: EUPL-1.2
#include "housing/work.h"

#include <algorithm>

#include "access/access.h"
#include "store/rows.h"

using core::Context;

namespace housing {

PlaceRow get_place_row(Context& context, const Id<Place>& id)
{
    auto row = find_place(context.store, id);
    if (!row)
        throw not_found();
    return std::move(*row);
}

BedRow get_bed_row(Context& context, const Id<Bed>& id)
{
    auto row = find_bed(context.store, id);
    if (!row)
        throw not_found();
    return std::move(*row);
}

BedRow get_used_bed(Context& context, const Id<Bed>& id)
{
    auto row = get_bed_row(context, id);
    if (row.removed_on)
        throw Problem(409, "housing.bed_removed", {{"bed", name_of(row)}});
    const auto place = get_place_row(context, row.place);
    if (place.cancelled_at)
        throw Problem(409, "housing.place_cancelled", {{"place", place.name}});
    return row;
}

std::string name_of(const BedRow& bed)
{
    return (bed.flat ? *bed.flat + ", " : "") + bed.room + ", " + bed.name;
}

void check_nobody(Context& context, const BedRow& bed, Date from, const std::optional<Date>& until,
                  const Id<Stay>& except)
{
    const auto taken = [&](Date night) {
        return Problem(409, "housing.bed_taken",
                       {{"bed", name_of(bed)}, {"night", to_string(night)}});
    };
    if (const auto night = first_given(context.store, bed.id, from, until, except))
        throw taken(*night);
    // Who has stayed beyond the planned end is still in it tonight.
    const auto running = running_in(context.store, bed.id);
    if (running && *running != except && from <= context.today())
        throw taken(context.today());
}

void check_open(Context& context, const BedRow& bed, Date from, const std::optional<Date>& until)
{
    if (has_closing(context.store, bed.id, from, until, Id<Closing>()))
        throw Problem(409, "housing.bed_closed", {{"bed", name_of(bed)}});
}

RequestRow get_request_row(Context& context, const Id<Request>& id)
{
    auto row = find_request(context.store, id);
    if (!row || !people::may_read(context, row->person, true))
        throw not_found();
    // Who does not give places sees what they have asked themselves.
    if (!context.actor.roles.any_of(keepers) && row->asked_by != context.actor.account)
        throw not_found();
    context.concerns(row->person);
    return std::move(*row);
}

StayRow get_stay_row(Context& context, const Id<Stay>& id)
{
    auto row = find_stay(context.store, id);
    if (!row || !people::may_read(context, row->person, true))
        throw not_found();
    context.concerns(row->person);
    return std::move(*row);
}

StayRow get_standing_stay(Context& context, const Id<Stay>& id)
{
    auto row = get_stay_row(context, id);
    if (row.cancelled_at)
        throw Problem(409, "housing.is_cancelled");
    return row;
}

void rewrite(Context& context, StayRow& row)
{
    ++row.version;
    store::update_row(context.store, row);
    set_nights(context.store, row);
}

void check_case(Context& context, const std::optional<Id<cases::Case>>& id,
                const Id<people::Person>& person)
{
    if (!id)
        return;
    const auto of = cases::person_of(context, *id);
    if (!of || people::canonical_of(context, *of) != people::canonical_of(context, person))
        refuse("case_id", "housing.other_case");
}

void set_placed(Context& context, const std::optional<Id<Request>>& id, bool placed)
{
    if (!id)
        return;
    auto row = find_request(context.store, *id);
    if (!row)
        return;
    row->state = placed ? "placed" : "open";
    row->reason.reset();
    row->answer_note.reset();
    row->answered_by.reset();
    row->answered_on.reset();
    if (placed) {
        row->answered_by = context.actor.account;
        row->answered_on = context.today();
    }
    ++row->version;
    store::update_row(context.store, *row);
}

Cards cards_of(Context& context, const std::vector<Id<people::Person>>& persons)
{
    return people::find_cards(context, persons);
}

Request show(Context& context, const RequestRow& row, const Cards& cards)
{
    Request shown;
    static_cast<RequestDetails&>(shown) = row;
    shown.id = row.id;
    shown.person = row.person;
    if (const auto card = cards.find(row.person); card != cards.end())
        shown.person_card = card->second;
    shown.state = row.state;
    shown.asked_by_name = access::name_of(context, row.asked_by);
    shown.asked_on = row.asked_on;
    shown.reason = row.reason;
    shown.answer_note = row.answer_note;
    if (row.answered_by)
        shown.answered_by_name = access::name_of(context, *row.answered_by);
    shown.answered_on = row.answered_on;
    shown.version = row.version;
    shown.cancelled = row.cancelled_at.has_value();
    return shown;
}

Request show(Context& context, const RequestRow& row)
{
    return show(context, row, cards_of(context, {row.person}));
}

Stay show(Context& context, const StayRow& row, const Cards& cards)
{
    const auto bed = get_bed_row(context, row.bed);
    const auto place = get_place_row(context, bed.place);
    Stay shown;
    shown.id = row.id;
    shown.place = place.id;
    shown.place_name = place.name;
    shown.bed = bed.id;
    shown.bed_name = name_of(bed);
    shown.person = row.person;
    if (const auto card = cards.find(row.person); card != cards.end())
        shown.person_card = card->second;
    shown.request = row.request;
    shown.case_id = row.case_id;
    shown.state = row.state;
    shown.from_on = row.from_on;
    shown.until = row.until;
    shown.arrived_on = row.arrived_on;
    shown.ended_on = row.ended_on;
    shown.reason = row.reason;
    shown.living_before = row.living_before;
    shown.living_after = row.living_after;
    shown.living_later = row.living_later;
    shown.later_on = row.later_on;
    shown.lost = row.lost;
    if (row.ended_on && row.arrived_on && !row.later_on && row.reason != "DEATH")
        shown.later_due_on = row.ended_on->plus_days(days_to_follow_up);
    shown.agreement = row.agreement;
    shown.signed_on = row.signed_on;
    shown.exception = row.exception;
    shown.note = row.note;
    shown.version = row.version;
    shown.cancelled = row.cancelled_at.has_value();
    return shown;
}

Stay show(Context& context, const StayRow& row)
{
    return show(context, row, cards_of(context, {row.person}));
}

} // namespace housing
