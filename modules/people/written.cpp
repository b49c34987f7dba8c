// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <map>

#include "people/profile.h"
#include "people/rows.h"

namespace people {

namespace {

bool is_within(const std::optional<Date>& day, Date from, Date until)
{
    return day && *day >= from && *day <= until;
}

// Between two contacts somebody may have been met on any day: who was met before and after the
// period is taken to have been met in it.
bool was_there(const PersonRow& row, Date from, Date until)
{
    const bool spans = row.first_contact_on && row.last_contact_on &&
                       *row.first_contact_on <= until && *row.last_contact_on >= from;
    return spans || is_within(row.engaged_on, from, until) || is_within(row.made_on, from, until);
}

match::Record writing_of(const PersonRow& row)
{
    auto record = make_profile(row, {}).record;
    record.values = {record.values[Compared::sex], record.values[Compared::country],
                     record.values[Compared::phone]};
    return record;
}

} // namespace

void each_written(core::Context& context, Date from, Date until,
                  const std::function<void(const WrittenPerson&)>& see)
{
    struct Gathered {
        WrittenPerson person;
        bool there = false;
    };
    std::map<Id<Person>, Gathered> all;
    each_person(context.store, [&](const PersonRow& row, const std::vector<Identifier>&) {
        auto& one = all[row.canonical];
        one.person.id = row.canonical;
        one.person.writings.push_back(writing_of(row));
        one.person.writers.push_back(row.made_by);
        one.there = one.there || was_there(row, from, until);
    });
    for (const auto& [id, one] : all)
        if (one.there)
            see(one.person);
}

} // namespace people
