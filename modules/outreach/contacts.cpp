// SPDX-License-Identifier: EUPL-1.2
// The rules of contacts.
#include "outreach/contacts.h"

#include <algorithm>

#include "core/version.h"
#include "outreach/acts.h"
#include "outreach/outings.h"
#include "outreach/pages.h"
#include "store/rows.h"

using core::Context;

namespace outreach {

namespace {

bool is_night(Instant at)
{
    const int hour = local_hour(at);
    return hour >= 22 || hour < 6;
}

void drop_repeated(std::vector<std::string>& codes)
{
    std::vector<std::string> once;
    for (auto& code : codes)
        if (std::find(once.begin(), once.end(), code) == once.end())
            once.push_back(std::move(code));
    codes = std::move(once);
}

void take_details(ContactRow& row, const ContactDetails& details)
{
    static_cast<ContactDetails&>(row) = details;
    drop_repeated(row.languages);
    drop_repeated(row.circumstances);
    drop_repeated(row.interventions);
    row.day = local_date(row.at);
    row.night = is_night(row.at);
}

// Who was named by an identification is changed by undoing that. A phone that knows nothing of it
// may still send its own copy, without a person: that changes all the rest.
void check_person_stays(const ContactRow& row, ContactDetails& wish)
{
    if (!row.identification)
        return;
    if (wish.person && wish.person != row.person)
        throw Problem(409, "outreach.contact_identified");
    wish.person = row.person;
}

constexpr const char* engaged_by_contacts = "outreach.contacts";

// One contact more: nothing that was known of the person before is lost by it.
void tell_person_of_new(Context& context, const ContactRow& row)
{
    if (!row.person || !was_met(row.outcome))
        return;
    people::add_contact_day(context, *row.person, row.day);
    people::add_meeting(context, *row.person, {row.district, row.team.value_or("")});
    if (was_engaged(row.outcome))
        people::add_engagement(context, *row.person, engaged_by_contacts, row.day);
}

Contact shown(const ContactRow& row, std::optional<people::Card> card)
{
    Contact contact;
    static_cast<ContactDetails&>(contact) = row;
    contact.id = row.id;
    contact.person_card = std::move(card);
    contact.team = row.team;
    contact.day = row.day;
    contact.night = row.night;
    contact.late = row.late;
    contact.identification = row.identification;
    contact.identified_at = row.identified_at;
    contact.recorded_by_name = row.recorded_by_name;
    contact.recorded_at = row.recorded_at;
    contact.phone_said_at = row.phone_said_at;
    contact.version = row.version;
    contact.cancelled = row.cancelled_at.has_value();
    return contact;
}

Contacts show_page(Context& context, std::vector<ContactRow> rows, int limit)
{
    Contacts found;
    found.next = cut_page(rows, limit);
    std::vector<Id<people::Person>> persons;
    for (const auto& row : rows)
        if (row.person)
            persons.push_back(*row.person);
    const auto cards = people::find_cards(context, persons);
    for (const auto& row : rows) {
        const auto card = row.person ? cards.find(*row.person) : cards.end();
        found.items.push_back(
            shown(row, card == cards.end() ? std::nullopt : std::optional(card->second)));
    }
    return found;
}

// Of everybody who is the same person: the pages of each, as one.
Contacts history_of(Context& context, const Id<people::Person>& person, const Page& page)
{
    const auto same = people::same_persons(context, person);
    if (same.empty())
        throw not_found();
    std::vector<ContactRow> rows;
    for (const auto& one : same) {
        auto some = contacts_of_person(scope_of(context), context.store, one, page);
        std::move(some.begin(), some.end(), std::back_inserter(rows));
    }
    std::sort(rows.begin(), rows.end(), [](const ContactRow& one, const ContactRow& other) {
        return std::tie(one.at, one.id) > std::tie(other.at, other.id);
    });
    if (rows.size() > static_cast<std::size_t>(page.limit))
        rows.resize(static_cast<std::size_t>(page.limit));
    context.concerns(person);
    return show_page(context, std::move(rows), page.limit);
}

} // namespace

// ---- for identifications

ContactRow get_contact_row(Context& context, const Id<Contact>& id)
{
    auto row = find_contact(scope_of(context), context.store, id);
    if (!row)
        throw not_found();
    return std::move(*row);
}

ContactRow get_standing_contact(Context& context, const Id<Contact>& id)
{
    auto row = get_contact_row(context, id);
    if (row.cancelled_at)
        throw Problem(409, "outreach.contact_cancelled");
    return row;
}

Contact show_contact(Context& context, const ContactRow& row)
{
    return shown(row, row.person ? people::find_card(context, *row.person) : std::nullopt);
}

void tell_person(Context& context, const std::optional<Id<people::Person>>& person)
{
    if (!person)
        return;
    const auto days = contact_days(context.store, *person);
    people::set_contact_days(context, *person, days.first, days.last);
    people::set_meetings(context, *person, meetings_of(context.store, *person));
    people::set_engagement(context, *person, engaged_by_contacts, days.engaged);
}

// ---- for other modules

std::optional<Contact> find_contact(Context& context, const Id<Contact>& id)
{
    const auto row = find_contact(scope_of(context), context.store, id);
    return row ? std::optional(show_contact(context, *row)) : std::nullopt;
}

bool is_there(Context& context, const Id<Contact>& id)
{
    auto everywhere = context.scope();
    everywhere.reach = core::Scope::Reach::city;
    return find_contact(everywhere, context.store, id).has_value();
}

// ---- acts

Contact record_contact(Context& context, const NewContact& wish)
{
    const auto belonging = belonging_of(context, wish.outing, wish.at);
    auto card = wish.person ? std::optional(people::get_card(context, *wish.person)) : std::nullopt;

    ContactRow row;
    take_details(row, wish);
    row.id = wish.id;
    row.team = belonging.team;
    row.late = belonging.late;
    row.recorded_by = context.actor.account;
    row.recorded_by_name = context.actor.name;
    row.recorded_at = row.changed_at = context.now;
    row.phone_said_at = wish.phone_said_at;
    store::insert_row(context.store, row);
    insert_interventions(context.store, row);
    tell_person_of_new(context, row);
    if (card && was_met(row.outcome))
        card->last_contact_on = std::max(card->last_contact_on, std::optional(row.day));
    return shown(row, std::move(card));
}

Contacts list_contacts(Context& context, const ListContacts& wish)
{
    const auto page = page_of(wish);
    const bool unidentified = wish.unidentified == true;
    if (wish.person && (wish.outing || unidentified))
        refuse(wish.outing ? "outing" : "unidentified", "outreach.not_with_person");
    if (wish.person)
        return history_of(context, *wish.person, page);

    const auto scope = scope_of(context);
    auto rows = wish.outing
                    ? contacts_of_outing(scope, context.store, *wish.outing, page, unidentified)
                    : contacts(scope, context.store, page, unidentified);
    return show_page(context, std::move(rows), page.limit);
}

Contacts list_history(Context& context, const ListHistory& wish)
{
    return history_of(context, wish.person, page_of(wish));
}

Contact get_contact(Context& context, const ContactPath& wish)
{
    return show_contact(context, get_contact_row(context, wish.id));
}

Contact change_contact(Context& context, const ChangeContact& wish)
{
    auto row = get_standing_contact(context, wish.id);
    core::check_base(wish.base, show_contact(context, row));
    ContactDetails details = wish;
    check_person_stays(row, details);
    const auto belonging = belonging_of(context, wish.outing, wish.at);
    if (details.person && details.person != row.person)
        people::get_card(context, *details.person);

    const auto person_before = row.person;
    if (wish.outing != row.outing)
        row.team = belonging.team;
    take_details(row, details);
    row.changed_at = context.now;
    ++row.version;
    store::update_row(context.store, row);
    replace_interventions(context.store, row);
    tell_person(context, person_before);
    if (row.person != person_before)
        tell_person(context, row.person);
    return show_contact(context, row);
}

// Cancelling what is cancelled, or restoring what stands, changes nothing: a phone may ask twice.
Contact cancel_contact(Context& context, const ContactPath& wish)
{
    auto row = get_contact_row(context, wish.id);
    if (!row.cancelled_at) {
        row.cancelled_by = context.actor.account;
        row.cancelled_at = context.now;
        store::update_row(context.store, row);
        tell_person(context, row.person);
    }
    return show_contact(context, row);
}

Contact restore_contact(Context& context, const RestoreContact& wish)
{
    auto row = get_contact_row(context, wish.id);
    if (row.cancelled_at) {
        row.cancelled_by.reset();
        row.cancelled_at.reset();
        store::update_row(context.store, row);
        tell_person(context, row.person);
    }
    return show_contact(context, row);
}

} // namespace outreach
