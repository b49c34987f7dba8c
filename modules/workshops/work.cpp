// SPDX-License-Identifier: EUPL-1.2
#include "workshops/work.h"

#include <algorithm>

#include "access/access.h"
#include "core/text.h"

using core::Context;

namespace workshops {

bool sees(Context& context, const Id<Workshop>& workshop)
{
    return context.actor.roles.any_of(core::city_team) ||
           leads(context.store, context.actor.account, workshop);
}

WorkshopRow get_row(Context& context, const Id<Workshop>& id)
{
    auto row = find_workshop(context.store, id);
    if (!row || !sees(context, id))
        throw not_found();
    return std::move(*row);
}

SessionRow get_row(Context& context, const Id<Session>& id)
{
    auto row = find_session(context.store, id);
    if (!row || !sees(context, row->workshop))
        throw not_found();
    return std::move(*row);
}

WorkshopRow get_open(Context& context, const Id<Workshop>& id)
{
    auto row = get_row(context, id);
    if (row.closed_at)
        throw Problem(409, "workshops.is_closed", {{"workshop", row.name}});
    return row;
}

SessionRow get_standing(Context& context, const Id<Session>& id)
{
    auto row = get_row(context, id);
    if (row.cancelled_at)
        throw Problem(409, "workshops.session_cancelled");
    return row;
}

EnrolmentRow get_row(Context& context, const Id<Enrolment>& id)
{
    auto row = find_enrolment(context.store, id);
    if (!row || !sees(context, row->workshop) || !people::may_read(context, row->person, true))
        throw not_found();
    return std::move(*row);
}

const EnrolmentRow* Places::first_waiting() const
{
    const auto found = std::find_if(seen.begin(), seen.end(),
                                    [](const EnrolmentRow& one) { return one.state == "waiting"; });
    return found == seen.end() ? nullptr : &*found;
}

// A place that is taken is taken, whoever has it: a number tells of nobody, and a room holds no
// more than it holds. Whoever has waited longer than anybody whom the asker reads keeps a place
// too, so that nobody overtakes them without knowing it.
Places places_of(Context& context, const WorkshopRow& workshop)
{
    Places places;
    places.seen = enrolments_of(context.store, context.scope(), workshop.id);
    places.taken = count_in_state(context.store, workshop.id, "enrolled");
    places.waiting = static_cast<int>(
        std::count_if(places.seen.begin(), places.seen.end(),
                      [](const EnrolmentRow& one) { return one.state == "waiting"; }));
    const auto* first = places.first_waiting();
    const int before = first ? count_waiting_before(context.store, workshop.id, first->asked_at)
                             : count_in_state(context.store, workshop.id, "waiting");
    places.free = std::max(0, workshop.seats - places.taken - before);
    return places;
}

std::string name_of(const EnrolmentRow& row) { return row.called.empty() ? "–" : row.called; }

std::vector<EnrolmentRow> attenders_of(Context& context, const SessionRow& session)
{
    std::vector<EnrolmentRow> those;
    for (auto& one : enrolments_of(context.store, context.scope(), session.workshop)) {
        const bool was_there =
            one.state == "left" && one.enrolled_on && *one.left_on >= session.day;
        if (one.state == "enrolled" || was_there)
            those.push_back(std::move(one));
    }
    std::stable_sort(those.begin(), those.end(),
                     [](const EnrolmentRow& one, const EnrolmentRow& other) {
                         return core::folded(one.called) < core::folded(other.called);
                     });
    return those;
}

// On what the équipe for minors prints stands whoever had a place; on what others print, who was
// not guarded yet. It is asked each time: somebody may have come into the équipe's care since.
bool may_see(Context& context, const SheetRow& sheet, const SessionRow& session)
{
    const auto unseen = unseen_at(context.store, context.scope(), session);
    if (unseen.empty())
        return true;
    const auto adder = access::find_account(context, sheet.added_by);
    const auto equipe = std::string(core::name_of(core::minors_worker));
    if (adder && std::find(adder->roles.begin(), adder->roles.end(), equipe) != adder->roles.end())
        return false;
    return std::none_of(unseen.begin(), unseen.end(), [&](const EnrolmentRow& one) {
        const auto since = people::guarded_since(context, one.person);
        return since && std::max(*one.enrolled_on, session.day) <= local_date(*since);
    });
}

namespace {

Session shown(const SessionRow& row, const std::vector<MarkSum>& marks, bool has_sheet)
{
    Session made;
    static_cast<SessionDetails&>(made) = row;
    made.id = row.id;
    made.workshop = row.workshop;
    made.day = row.day;
    for (const auto& sum : marks)
        if (sum.session == row.id) {
            made.present = sum.present;
            made.marked = sum.marked;
        }
    made.has_sheet = has_sheet;
    made.version = row.version;
    made.cancelled = row.cancelled_at.has_value();
    return made;
}

std::vector<Session> shown(Context& context, const Id<Workshop>& workshop,
                           const std::vector<SessionRow>& rows)
{
    const auto marks = mark_sums(context.store, context.scope(), workshop);
    const auto sheets = sheets_of_workshop(context.store, workshop);
    std::vector<Session> list;
    for (const auto& row : rows) {
        const bool has_sheet = std::any_of(sheets.begin(), sheets.end(), [&](const SheetRow& one) {
            return one.session == row.id && may_see(context, one, row);
        });
        list.push_back(shown(row, marks, has_sheet));
    }
    return list;
}

} // namespace

std::vector<Session> shown_sessions(Context& context, const Id<Workshop>& workshop)
{
    return shown(context, workshop, sessions_of(context.store, workshop));
}

Session show(Context& context, const SessionRow& row)
{
    return shown(context, row.workshop, {row}).front();
}

} // namespace workshops
