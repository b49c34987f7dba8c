// SPDX-License-Identifier: EUPL-1.2
// The rules by which a contact becomes a person's, and back; and since when a person is engaged.
#include <algorithm>

#include "outreach/acts.h"
#include "outreach/contacts.h"
#include "store/rows.h"

using core::Context;

namespace outreach {

namespace {

constexpr std::size_t aliases_max = 20;
constexpr const char* mark_cause = "outreach.mark";

// The contacts that an identification names, each once, the one of the address first.
std::vector<ContactRow> contacts_to_name(Context& context, const IdentifyContact& wish)
{
    auto ids = wish.also;
    ids.insert(ids.begin(), wish.contact);
    std::vector<ContactRow> contacts;
    for (const auto& id : ids) {
        const bool known = std::any_of(contacts.begin(), contacts.end(),
                                       [&](const ContactRow& one) { return one.id == id; });
        if (known)
            continue;
        contacts.push_back(get_standing_contact(context, id));
        if (contacts.back().person)
            throw Problem(409, "outreach.contact_has_person",
                          {{"day", to_string(contacts.back().day)}});
    }
    return contacts;
}

template <class Value>
void add_once(std::vector<Value>& values, const Value& value, std::size_t most)
{
    if (values.size() < most && std::find(values.begin(), values.end(), value) == values.end())
        values.push_back(value);
}

// What was written down at the contacts is not typed again. What is typed now counts more; a second
// nickname becomes an alias.
people::NewPerson with_what_is_known(people::NewPerson person, std::vector<ContactRow> contacts)
{
    std::sort(contacts.begin(), contacts.end(),
              [](const ContactRow& one, const ContactRow& other) { return one.at < other.at; });
    for (const auto& contact : contacts) {
        if (contact.nickname && !person.nickname)
            person.nickname = contact.nickname;
        else if (contact.nickname && contact.nickname != person.nickname)
            add_once(person.aliases, *contact.nickname, aliases_max);
        for (const auto& language : contact.languages)
            add_once(person.languages, language, aliases_max);
        if (person.gender.value_or("U") == "U")
            person.gender = contact.apparent_gender;
    }
    return person;
}

// The faults of the person inside, under the names that they have in this input.
people::Person add_new_person(Context& context, const people::NewPerson& wish)
{
    try {
        return people::add_person(context, wish);
    } catch (Problem& problem) {
        for (auto& error : problem.errors)
            error.field = "new_person." + error.field;
        throw;
    }
}

Identification show_identification(Context& context, const IdentificationRow& row)
{
    return {row.id,      row.person,   row.made_person, identified_contacts(context.store, row.id),
            row.made_at, row.undone_at};
}

// Who sees the contacts may undo what named them.
void check_contacts_seen(Context& context, const std::vector<Id<Contact>>& contacts)
{
    for (const auto& contact : contacts)
        get_contact_row(context, contact);
}

Engagement show_engagement(Context& context, const Id<people::Person>& person)
{
    const auto found = people::find_person(context, person);
    ENSURE(found);
    const auto mark = find_mark(context.store, person);
    return {person, found->engaged_on, mark ? std::optional(mark->engaged_on) : std::nullopt};
}

void undo_mark(Context& context, EngagementRow mark)
{
    mark.undone_by = context.actor.account;
    mark.undone_at = context.now;
    store::update_row(context.store, mark);
    people::set_engagement(context, mark.person, mark_cause, std::nullopt);
}

} // namespace

Contact identify_contact(Context& context, const IdentifyContact& wish)
{
    if (wish.person.has_value() == wish.new_person.has_value())
        refuse("person", "outreach.person_or_new_person");
    auto contacts = contacts_to_name(context, wish);
    if (wish.person)
        people::get_card(context, *wish.person);

    const auto person =
        wish.person ? *wish.person
                    : add_new_person(context, with_what_is_known(*wish.new_person, contacts)).id;
    store::insert_row(context.store,
                      IdentificationRow{wish.id, person, !wish.person, context.actor.account,
                                        context.now, std::nullopt, std::nullopt});
    for (auto& contact : contacts) {
        contact.person = person;
        contact.identification = wish.id;
        contact.identified_at = context.now;
        store::update_row(context.store, contact);
        insert_identified(context.store, wish.id, contact.id);
    }
    tell_person(context, person);
    context.about(wish.id);
    context.concerns(person);
    return show_contact(context, contacts.front());
}

Identification undo_identification(Context& context, const IdentificationPath& wish)
{
    auto row = find_identification(context.store, wish.id);
    if (!row || !people::may_read(context, row->person, true))
        throw not_found();
    check_contacts_seen(context, identified_contacts(context.store, wish.id));
    if (row->undone_at)
        return show_identification(context, *row);
    const int others = count_other_contacts(context.store, row->person, row->id);
    if (row->made_person && others > 0)
        throw Problem(409, "outreach.person_in_use", {{"contacts", std::to_string(others)}});

    unname_contacts(context.store, row->id);
    row->undone_by = context.actor.account;
    row->undone_at = context.now;
    store::update_row(context.store, *row);
    tell_person(context, row->person);
    if (row->made_person)
        people::withdraw_person(context, row->person);
    return show_identification(context, *row);
}

Engagement mark_engaged(Context& context, const MarkEngaged& wish)
{
    const auto person = people::find_person(context, wish.person);
    if (!person)
        throw not_found();
    const auto mark = find_mark(context.store, wish.person);
    if (!mark && person->engaged_on && *person->engaged_on <= wish.on)
        throw Problem(409, "outreach.already_engaged", {{"day", to_string(*person->engaged_on)}});

    if (mark)
        undo_mark(context, *mark);
    store::insert_row(context.store, EngagementRow{Id<EngagementRow>::make(context.now),
                                                   wish.person, wish.on, context.actor.account,
                                                   context.now, std::nullopt, std::nullopt});
    people::set_engagement(context, wish.person, mark_cause, wish.on);
    return show_engagement(context, wish.person);
}

Engagement undo_engagement(Context& context, const EngagementPath& wish)
{
    const auto person = people::find_person(context, wish.person);
    if (!person)
        throw not_found();
    const auto mark = find_mark(context.store, wish.person);
    if (!mark && person->engaged_on)
        throw Problem(409, "outreach.engaged_by_work", {{"day", to_string(*person->engaged_on)}});

    if (mark)
        undo_mark(context, *mark);
    return show_engagement(context, wish.person);
}

} // namespace outreach
