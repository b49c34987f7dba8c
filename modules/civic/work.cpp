// SPDX-License-Identifier: EUPL-1.2
#include "civic/work.h"

#include <algorithm>

#include "access/access.h"
#include "store/rows.h"

using core::Context;

namespace civic {

namespace {

// By participant.
using Minutes = std::map<Id<Participant>, std::int64_t>;

Minutes minutes_of(const std::vector<AttendanceRow>& attendances)
{
    Minutes all;
    for (const auto& one : attendances)
        all[one.participant] += one.minutes.value_or(0);
    return all;
}

Day without_attendances(const DayRow& row)
{
    Day shown;
    shown.id = row.id;
    shown.project = row.project;
    shown.day = row.day;
    shown.begins = row.begins;
    shown.minutes = row.minutes;
    shown.what = row.what;
    return shown;
}

Participant show(const ParticipantRow& row, const std::map<Id<people::Person>, people::Card>& cards)
{
    Participant shown;
    shown.id = row.id;
    shown.kind = row.kind;
    shown.person = row.person;
    shown.first_name = row.first_name;
    shown.joined_on = row.joined_on;
    shown.left_on = row.left_on;
    if (row.person)
        if (const auto card = cards.find(*row.person); card != cards.end())
            shown.person_card = card->second;
    return shown;
}

std::vector<Participant> show_all(Context& context, const std::vector<ParticipantRow>& rows,
                                  const std::vector<AttendanceRow>& attendances)
{
    std::vector<Id<people::Person>> persons;
    for (const auto& row : rows)
        if (row.person)
            persons.push_back(*row.person);
    const auto cards = people::find_cards(context, persons);
    const auto minutes = minutes_of(attendances);
    std::vector<Participant> shown;
    int residents = 0;
    for (const auto& row : rows) {
        residents += row.person ? 0 : 1;
        if (row.cancelled_at)
            continue;
        auto& one = shown.emplace_back(show(row, cards));
        one.number = row.person ? 0 : residents;
        if (const auto worked = minutes.find(row.id); worked != minutes.end())
            one.minutes = worked->second;
    }
    return shown;
}

} // namespace

ProjectRow get_row(Context& context, const Id<Project>& id)
{
    auto row = find_project(context.store, id);
    if (!row)
        throw not_found();
    return std::move(*row);
}

ProjectRow get_standing(Context& context, const Id<Project>& id)
{
    auto row = get_row(context, id);
    if (row.cancelled_at)
        throw Problem(409, "civic.project_cancelled");
    return row;
}

void rewrite(Context& context, ProjectRow& row)
{
    ++row.version;
    row.written_by = context.actor.account;
    row.written_at = context.now;
    store::update_row(context.store, row);
}

ParticipantRow get_participant(Context& context, const Id<Participant>& id)
{
    auto row = find_participant(context.store, id);
    if (!row || (row->person && !people::may_read(context, *row->person, true)))
        throw not_found();
    if (row->person)
        context.concerns(*row->person);
    return std::move(*row);
}

ParticipantRow get_standing_participant(Context& context, const Id<Participant>& id)
{
    auto row = get_participant(context, id);
    if (row.cancelled_at)
        throw not_found();
    return row;
}

DayRow get_standing_day(Context& context, const Id<Day>& id)
{
    auto row = find_day(context.store, id);
    if (!row || row->cancelled_at)
        throw not_found();
    return std::move(*row);
}

std::vector<Cover> covers_of(const std::vector<InsuranceRow>& rows)
{
    std::vector<Cover> covers;
    for (const auto& row : rows)
        covers.push_back({row.from_on, row.until_on});
    return covers;
}

void require_cover(Context& context, const Id<Project>& project, Date day)
{
    const auto covers = covers_of(insurances_of(context.store, project));
    if (is_covered(covers, day))
        return;
    const auto last = last_covered(covers);
    if (!last)
        throw Problem(409, "civic.not_insured");
    if (*last < day)
        throw Problem(409, "civic.insurance_over",
                      {{"day", to_string(day)}, {"until", to_string(*last)}});
    throw Problem(409, "civic.not_insured_then", {{"day", to_string(day)}});
}

void require_open(const ProjectRow& project, Date day)
{
    if (project.ended_on && *project.ended_on < day)
        throw Problem(409, "civic.project_ended", {{"day", to_string(*project.ended_on)}});
}

std::string state_of(const ProjectRow& row, const std::vector<InsuranceRow>& insurances, Date today)
{
    return state_of({row.agreement_on, row.agreement_until, row.ended_on, covers_of(insurances)},
                    today);
}

Insurance show(const InsuranceRow& row)
{
    return {.id = row.id, .from_on = row.from_on, .until_on = row.until_on, .policy = row.policy};
}

Attendance show(const AttendanceRow& row)
{
    return {
        .day = row.day, .participant = row.participant, .state = row.state, .minutes = row.minutes};
}

Picture show(Context& context, const PictureRow& row)
{
    return {.id = row.id,
            .moment = row.moment,
            .taken_on = row.taken_on,
            .caption = row.caption,
            .added_by_name = access::name_of(context, row.added_by)};
}

Day show(Context& context, const DayRow& row)
{
    auto shown = without_attendances(row);
    for (const auto& one : attendances_of(context.store, context.scope(), row.project))
        if (one.day == row.id)
            shown.attendances.push_back(show(one));
    return shown;
}

Participant show(Context& context, const ParticipantRow& row)
{
    const auto scope = context.scope();
    const auto all = show_all(context, participants_of(context.store, scope, row.project),
                              attendances_of(context.store, scope, row.project));
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const Participant& one) { return one.id == row.id; });
    ENSURE(found != all.end()); // it stands, and the asker reads it
    return *found;
}

Project show(Context& context, const ProjectRow& row)
{
    const auto insurances = insurances_of(context.store, row.id);
    const auto attendances = attendances_of(context.store, context.scope(), row.id);
    Project shown;
    static_cast<ProjectDetails&>(shown) = row;
    shown.id = row.id;
    shown.state = state_of(row, insurances, context.today());
    shown.insured_until = covered_until(covers_of(insurances), context.today());
    for (const auto& one : insurances)
        shown.insurances.push_back(show(one));
    shown.participants =
        show_all(context, participants_of(context.store, context.scope(), row.id), attendances);
    for (const auto& day : days_of(context.store, row.id)) {
        auto& one = shown.days.emplace_back(without_attendances(day));
        for (const auto& attendance : attendances)
            if (attendance.day == day.id)
                one.attendances.push_back(show(attendance));
    }
    for (const auto& one : pictures_of(context.store, row.id))
        shown.pictures.push_back(show(context, one));
    shown.result = row.result;
    shown.result_on = row.result_on;
    shown.ended_on = row.ended_on;
    shown.version = row.version;
    shown.cancelled = row.cancelled_at.has_value();
    return shown;
}

} // namespace civic
