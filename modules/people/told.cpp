// SPDX-License-Identifier: EUPL-1.2
// What the work of other modules says of a person.
#include <algorithm>

#include "people/index.h"
#include "people/rows.h"

using core::Context;

namespace people {

namespace {

void tell_index(Context& context, const Id<Person>& id, std::vector<Meeting> meetings)
{
    auto& index = context.kept<Index>();
    context.after_commit(
        [&index, id, meetings = std::move(meetings)] { index.set_meetings(id, meetings); });
}

} // namespace

void set_contact_days(Context& context, const Id<Person>& id, std::optional<Date> first,
                      std::optional<Date> last)
{
    write_contact_days(context.store, id, first, last);
}

void set_engagement(Context& context, const Id<Person>& id, std::string_view cause,
                    std::optional<Date> day)
{
    write_engagement(context.store, id, cause, day);
}

void add_contact_day(Context& context, const Id<Person>& id, Date day)
{
    widen_contact_days(context.store, id, day);
}

void add_engagement(Context& context, const Id<Person>& id, std::string_view cause, Date day)
{
    write_earlier_engagement(context.store, id, cause, day);
}

void set_meetings(Context& context, const Id<Person>& id, std::vector<Meeting> meetings)
{
    std::sort(meetings.begin(), meetings.end());
    meetings.erase(std::unique(meetings.begin(), meetings.end()), meetings.end());
    if (meetings == meetings_of(context.store, id))
        return;
    delete_meetings(context.store, id);
    for (const auto& meeting : meetings)
        insert_meeting(context.store, id, meeting);
    tell_index(context, id, std::move(meetings));
}

void add_meeting(Context& context, const Id<Person>& id, const Meeting& meeting)
{
    auto meetings = meetings_of(context.store, id);
    if (std::find(meetings.begin(), meetings.end(), meeting) != meetings.end())
        return;
    insert_meeting(context.store, id, meeting);
    meetings.push_back(meeting);
    tell_index(context, id, std::move(meetings));
}

bool any_meeting_told(store::Transaction& transaction) { return any_meeting(transaction); }

void tell_meeting(store::Transaction& transaction, const Id<Person>& id, const Meeting& meeting)
{
    insert_meeting(transaction, id, meeting);
}

void set_case_state(Context& context, const Id<Person>& id, std::optional<std::string> state)
{
    write_case_state(context.store, id, state);
}

} // namespace people
