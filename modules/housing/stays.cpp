// SPDX-License-Identifier: EUPL-1.2
// A bed is promised or given to a person, and the stay is changed, cancelled, restored.
#include <algorithm>

#include "core/version.h"
#include "housing/fit.h"
#include "housing/steps.h"
#include "housing/work.h"
#include "store/rows.h"

using core::Context;

namespace housing {

namespace {

void check_days(const Context& context, Date from, Date until)
{
    const auto today = context.today();
    if (until <= from)
        refuse("until", "housing.ends_before");
    if (from < today.plus_days(-backdated_most) || from > today.plus_days(promised_most))
        refuse("from_on", "housing.too_far");
    if (until > from.plus_days(nights_most))
        refuse("until", "housing.too_long", {{"most", std::to_string(nights_most)}});
}

// In the reader's language: a rule that is not kept is read by a person, not by a program.
std::string in_words(const Context& context, const std::vector<std::string>& codes)
{
    std::string text;
    for (const auto& code : codes) {
        const auto* known = context.catalogue().find_code("housing_misfit", code);
        ENSURE(known != nullptr);
        const auto& label = known->label;
        text += (text.empty() ? "" : "; ") + (context.language() == "en" ? label.en : label.it);
    }
    return text;
}

void check_fit(Context& context, const AddStay& wish, const BedRow& bed,
               const std::optional<RequestRow>& request)
{
    if (wish.exception)
        return;
    const auto card = people::get_card(context, wish.person);
    const auto birth = people::birth_of(context, wish.person);
    Guest guest{card.gender, birth.date, birth.year, 1, false, false};
    if (request) {
        guest.people = request->people;
        guest.pet = request->pet;
        guest.step_free = request->step_free;
    }
    const auto place = get_place_row(context, bed.place);
    const auto found = misfits(place, bed.step_free, guest, wish.from_on);
    if (!found.empty())
        refuse("exception", "housing.does_not_fit", {{"why", in_words(context, found)}});
}

std::optional<RequestRow> open_request(Context& context, const AddStay& wish)
{
    if (!wish.request)
        return std::nullopt;
    auto row = get_request_row(context, *wish.request);
    if (row.cancelled_at || row.state != "open" ||
        people::canonical_of(context, row.person) != people::canonical_of(context, wish.person))
        refuse("request", "housing.other_request");
    return row;
}

std::vector<Id<people::Person>> persons_of(const std::vector<StayRow>& rows)
{
    std::vector<Id<people::Person>> persons;
    for (const auto& row : rows)
        persons.push_back(row.person);
    return persons;
}

std::vector<StayRow> asked_for(Context& context, const ListStays& wish)
{
    if (wish.due.value_or(false))
        return stays_to_follow(context.store, context.scope(),
                               context.today().plus_days(-days_to_follow_up));
    std::vector<StayRow> rows;
    if (wish.place)
        return stays_at(context.store, context.scope(), *wish.place);
    if (!wish.person || !people::may_read(context, *wish.person, true))
        return rows;
    for (const auto& one : people::same_persons(context, *wish.person))
        for (auto& row : stays_of(context.store, one))
            rows.push_back(std::move(row));
    return rows;
}

} // namespace

Stay add_stay(Context& context, const AddStay& wish)
{
    people::get_card(context, wish.person);
    const auto bed = get_used_bed(context, wish.bed);
    check_days(context, wish.from_on, wish.until);
    if (wish.arrived && wish.from_on > context.today())
        refuse("from_on", "housing.not_yet");
    check_case(context, wish.case_id, wish.person);
    const auto request = open_request(context, wish);
    check_fit(context, wish, bed, request);

    StayRow row;
    row.id = wish.id;
    row.bed = wish.bed;
    row.person = wish.person;
    row.request = wish.request;
    row.case_id = wish.case_id;
    row.from_on = wish.from_on;
    row.until = wish.until;
    row.living_before = wish.living_before;
    row.exception = wish.exception;
    row.note = wish.note;
    row.opened_by = context.actor.account;
    row.opened_at = context.now;
    if (wish.arrived) {
        row.state = "running";
        row.arrived_on = wish.from_on;
    }
    check_may_stand(context, row);
    store::insert_row(context.store, row);
    set_nights(context.store, row);
    set_placed(context, row.request, true);
    return show(context, row);
}

Stays list_stays(Context& context, const ListStays& wish)
{
    const auto rows = asked_for(context, wish);
    const auto cards = cards_of(context, persons_of(rows));
    Stays list;
    for (const auto& row : rows)
        list.items.push_back(show(context, row, cards));
    return list;
}

Stay get_stay(Context& context, const StayPath& wish)
{
    return show(context, get_stay_row(context, wish.id));
}

Stay change_stay(Context& context, const ChangeStay& wish)
{
    auto row = get_standing_stay(context, wish.id);
    core::check_base(wish.base, show(context, row));
    if (wish.until != row.until) {
        if (row.state == "ended")
            throw Problem(409, "housing.not_now");
        // Prolonged from today, however long ago it began.
        if (wish.until <= row.from_on)
            refuse("until", "housing.ends_before");
        if (wish.until > std::max(row.from_on, context.today()).plus_days(nights_most))
            refuse("until", "housing.too_long", {{"most", std::to_string(nights_most)}});
        row.until = wish.until;
        check_may_stand(context, row);
    }
    row.living_before = wish.living_before;
    row.note = wish.note;
    rewrite(context, row);
    return show(context, row);
}

Stay cancel_stay(Context& context, const StayPath& wish)
{
    auto row = get_stay_row(context, wish.id);
    if (row.cancelled_at)
        return show(context, row); // said again
    row.cancelled_at = context.now;
    rewrite(context, row);
    if (row.reason != "NOT_COME") // then it waits again since, or was answered otherwise
        set_placed(context, row.request, false);
    return show(context, row);
}

Stay restore_stay(Context& context, const RestoreStay& wish)
{
    auto row = get_stay_row(context, wish.id);
    if (!row.cancelled_at)
        return show(context, row);
    row.cancelled_at.reset();
    if (row.reason != "NOT_COME")
        check_request_free(context, row);
    check_may_stand(context, row);
    rewrite(context, row);
    if (row.reason != "NOT_COME")
        set_placed(context, row.request, true);
    return show(context, row);
}

} // namespace housing
