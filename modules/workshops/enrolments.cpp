// SPDX-License-Identifier: EUPL-1.2
// Who takes part: places in the order in which they were asked for, a list of those who wait, and
// the way back. A place that becomes free is offered, never given by itself: somebody calls the
// next and asks whether they still want it.
#include <algorithm>

#include "core/text.h"
#include "store/rows.h"
#include "workshops/work.h"

using core::Context;

namespace workshops {

namespace {

std::map<Id<people::Person>, people::Card> cards_of(Context& context,
                                                    const std::vector<EnrolmentRow>& rows)
{
    std::vector<Id<people::Person>> persons;
    for (const auto& row : rows)
        persons.push_back(row.person);
    return people::find_cards(context, persons);
}

Enrolment show(const EnrolmentRow& row, const WorkshopRow& workshop,
               const std::map<Id<people::Person>, people::Card>& cards,
               const std::vector<Hours>& hours)
{
    Enrolment shown;
    shown.id = row.id;
    shown.workshop = row.workshop;
    shown.workshop_name = workshop.name;
    shown.workshop_kind = workshop.kind;
    shown.person = row.person;
    if (const auto card = cards.find(row.person); card != cards.end())
        shown.person_card = card->second;
    shown.called = name_of(row);
    shown.state = row.state;
    shown.asked_at = row.asked_at;
    shown.enrolled_on = row.enrolled_on;
    shown.left_on = row.left_on;
    shown.entry_level = row.entry_level;
    shown.exit_level = row.exit_level;
    for (const auto& one : hours)
        if (one.id == row.id) {
            shown.minutes_attended = one.attended;
            shown.minutes_held = one.held;
        }
    shown.version = row.version;
    shown.cancelled = row.cancelled_at.has_value();
    return shown;
}

Enrolment show(Context& context, const EnrolmentRow& row)
{
    return show(row, get_row(context, row.workshop), cards_of(context, {row}),
                hours_of(context.store, context.scope(), row.workshop));
}

Enrolment rewrite(Context& context, EnrolmentRow& row)
{
    ++row.version;
    store::update_row(context.store, row);
    return show(context, row);
}

// What whoever leads the workshop will see: a first name, and no more than that.
std::string called_of(Context& context, const EnrolPerson& wish)
{
    const auto person = people::find_person(context, wish.person);
    if (!person)
        throw not_found();
    const auto name = wish.called          ? wish.called
                      : person->given_name ? person->given_name
                                           : person->nickname;
    if (!name)
        refuse("called", "required");
    const auto words = core::words_of(core::folded(*name));
    const auto family = core::words_of(core::folded(person->family_name.value_or("")));
    const bool tells_more = std::any_of(family.begin(), family.end(), [&](const std::string& one) {
        return std::find(words.begin(), words.end(), one) != words.end();
    });
    if (tells_more && wish.called)
        refuse("called", "workshops.first_name_only");
    return *name;
}

void refuse_twice(Context& context, const Id<Workshop>& workshop, const Id<people::Person>& person)
{
    for (const auto& same : people::same_persons(context, person))
        if (find_standing(context.store, workshop, same))
            throw Problem(409, "workshops.already_enrolled");
}

void take_place(const Context& context, EnrolmentRow& row)
{
    row.state = "enrolled";
    row.left_on.reset();
    if (!row.enrolled_on)
        row.enrolled_on = context.today();
}

// Whoever waits first goes first; who left today by mistake has their own place back. 409
// workshops.full, workshops.not_next.
void check_turn(Context& context, const EnrolmentRow& row)
{
    const auto places = places_of(context, get_row(context, row.workshop));
    if (places.free < 1)
        throw Problem(409, "workshops.full");
    if (row.left_on == context.today() && row.enrolled_on)
        return;
    const auto* first = places.first_waiting();
    if (first && first->id != row.id)
        throw Problem(409, "workshops.not_next", {{"name", name_of(*first)}});
}

int place_in_list(const EnrolmentRow& row)
{
    return row.state == "enrolled" ? 0 : row.state == "waiting" ? 1 : 2;
}

} // namespace

Enrolments list_enrolments(Context& context, const ListEnrolments& wish)
{
    const auto workshop = get_row(context, wish.workshop);
    auto places = places_of(context, workshop);
    Enrolments list;
    list.seats = workshop.seats;
    list.seats_free = places.free;
    if (const auto* first = places.first_waiting(); first && places.free > 0)
        list.next = first->id;
    const auto cards = cards_of(context, places.seen);
    const auto hours = hours_of(context.store, context.scope(), workshop.id);
    std::stable_sort(places.seen.begin(), places.seen.end(),
                     [](const EnrolmentRow& one, const EnrolmentRow& other) {
                         return place_in_list(one) < place_in_list(other);
                     });
    for (const auto& row : places.seen)
        list.items.push_back(show(row, workshop, cards, hours));
    return list;
}

Enrolments list_of_person(Context& context, const OfPerson& wish)
{
    people::get_card(context, wish.person);
    context.concerns(wish.person);
    Enrolments list;
    for (const auto& person : people::same_persons(context, wish.person))
        for (const auto& row : enrolments_of_person(context.store, person))
            list.items.push_back(show(context, row));
    return list;
}

// Where there is a place and nobody waits for it, they have it; else they wait.
Enrolment enrol_person(Context& context, const EnrolPerson& wish)
{
    const auto workshop = get_open(context, wish.workshop);
    people::get_card(context, wish.person);
    refuse_twice(context, workshop.id, wish.person);
    EnrolmentRow row;
    row.id = wish.id;
    row.workshop = workshop.id;
    row.person = wish.person;
    row.called = called_of(context, wish);
    row.state = "waiting";
    row.asked_at = context.now;
    row.entry_level = wish.entry_level;
    row.enrolled_by = context.actor.account;
    const auto places = places_of(context, workshop);
    if (places.free > 0 && places.waiting == 0)
        take_place(context, row);
    store::insert_row(context.store, row);
    return show(context, row);
}

// Of an enrolment made by mistake: it stands nowhere any more, and its attendance counts no more.
Enrolment cancel_enrolment(Context& context, const EnrolmentPath& wish)
{
    auto row = get_row(context, wish.id);
    if (row.cancelled_at)
        return show(context, row);
    row.cancelled_at = context.now;
    return rewrite(context, row);
}

// Comes back as it was; where the place is taken by now, it waits where it would have waited.
Enrolment restore_enrolment(Context& context, const RestoreEnrolment& wish)
{
    auto row = get_row(context, wish.id);
    if (!row.cancelled_at)
        return show(context, row);
    refuse_twice(context, row.workshop, row.person);
    row.cancelled_at.reset();
    const auto places = places_of(context, get_row(context, row.workshop));
    if (row.state == "enrolled" && places.free < 1)
        row.state = "waiting";
    return rewrite(context, row);
}

Enrolment set_place(Context& context, const SetPlace& wish)
{
    auto row = get_row(context, wish.id);
    if (row.cancelled_at)
        throw Problem(409, "workshops.enrolment_cancelled");
    if (row.state == wish.state)
        return show(context, row);
    if (wish.state == "left") {
        row.state = wish.state;
        row.left_on = context.today();
        return rewrite(context, row);
    }
    if (wish.state == "waiting") {
        // Who comes back after a while waits behind those who have waited meanwhile.
        if (row.left_on && row.left_on != context.today())
            row.asked_at = context.now;
        row.left_on.reset();
        row.state = wish.state;
        return rewrite(context, row);
    }
    get_open(context, row.workshop);
    check_turn(context, row);
    take_place(context, row);
    return rewrite(context, row);
}

Enrolment set_levels(Context& context, const SetLevels& wish)
{
    auto row = get_row(context, wish.id);
    if (row.cancelled_at)
        throw Problem(409, "workshops.enrolment_cancelled");
    if (wish.exit_level && !wish.entry_level)
        refuse("entry_level", "required");
    row.entry_level = wish.entry_level;
    // A level that is corrected was reached on the day on which it was first written down.
    row.exit_on =
        wish.exit_level ? std::optional(row.exit_on.value_or(context.today())) : std::nullopt;
    row.exit_level = wish.exit_level;
    return rewrite(context, row);
}

} // namespace workshops
