// SPDX-License-Identifier: EUPL-1.2
#include "civic/rows.h"

#include "store/rows.h"

namespace civic {

namespace {

const store::Sql project_by_id("select " + store::columns<ProjectRow>() +
                               " from civic_project where id = $1");

const store::Sql all_projects("select " + store::columns<ProjectRow>() +
                              " from civic_project where cancelled_at is null order by name, id");

const std::string worked = "coalesce(sum(case when a.state = 'worked' and d.cancelled_at is null"
                           " then a.minutes else 0 end), 0)";

const std::string with_their_days = " left join civic_attendance a on a.participant = p.id"
                                    " left join civic_day d on d.id = a.day";

const store::Sql all_tallies("select p.project, p.kind,"
                             " count(distinct case when p.left_on is null or p.left_by_end = 1"
                             " then p.id end)"
                             " as participants, cast(" +
                             worked + " as bigint) as minutes from civic_participant p" +
                             with_their_days + " where p.cancelled_at is null and " +
                             people::seen_by("p.person", "$1", "1 = 1") +
                             " group by p.project, p.kind");

const store::Sql all_next_days("select project, min(day) as day from civic_day"
                               " where cancelled_at is null and day >= $1 group by project");

const store::Sql insurance_by_id("select " + store::columns<InsuranceRow>() +
                                 " from civic_insurance where id = $1");

const store::Sql insurances("select " + store::columns<InsuranceRow>() +
                            " from civic_insurance where project = $1 and cancelled_at is null"
                            " order by until_on desc, id");

const store::Sql all_insurances("select " + store::columns<InsuranceRow>() +
                                " from civic_insurance where cancelled_at is null"
                                " order by until_on desc, id");

const store::Sql participant_by_id("select " + store::columns<ParticipantRow>() +
                                   " from civic_participant where id = $1");

const store::Sql participants("select " + store::columns<ParticipantRow>() +
                              " from civic_participant where project = $1 and " +
                              people::seen_by("person", "$2", "1 = 1") + " order by added_at, id");

const store::Sql leave_with_project("update civic_participant set left_by_end = 1,"
                                    " left_on = case when joined_on > $2 then joined_on"
                                    " else $2 end where project = $1 and left_on is null");

const store::Sql return_with_project("update civic_participant set left_by_end = 0,"
                                     " left_on = null where project = $1 and left_by_end = 1");

const store::Sql residents_with_names("select " + store::columns<ParticipantRow>("p") +
                                      " from civic_participant p"
                                      " join civic_project j on j.id = p.project"
                                      " where p.first_name is not null and (j.ended_on < $1"
                                      " or j.cancelled_at < $2 or p.cancelled_at < $2)"
                                      " order by p.id");

const store::Sql day_by_id("select " + store::columns<DayRow>() + " from civic_day where id = $1");

const store::Sql days("select " + store::columns<DayRow>() +
                      " from civic_day where project = $1 and cancelled_at is null"
                      " order by day desc, id desc");

const store::Sql attendance_once("select " + store::columns<AttendanceRow>() +
                                 " from civic_attendance where day = $1 and participant = $2");

const store::Sql attendances("select " + store::columns<AttendanceRow>("a") +
                             " from civic_attendance a join civic_day d on d.id = a.day"
                             " join civic_participant p on p.id = a.participant"
                             " where d.project = $1 and a.state is not null"
                             " and d.cancelled_at is null and p.cancelled_at is null and " +
                             people::seen_by("p.person", "$2", "1 = 1") +
                             " order by p.added_at, p.id");

const store::Sql worked_on_day("select count(*) from civic_attendance a"
                               " join civic_participant p on p.id = a.participant"
                               " where a.day = $1 and a.state = 'worked'"
                               " and p.cancelled_at is null and " +
                               people::seen_by("p.person", "$2", "1 = 1"));

const store::Sql picture_by_id("select " + store::columns<PictureRow>() +
                               " from civic_picture where id = $1");

const store::Sql pictures("select " + store::columns<PictureRow>() +
                          " from civic_picture where project = $1 and cancelled_at is null"
                          " order by taken_on, id");

const store::Sql content_by_id("select " + store::columns<ContentRow>() +
                               " from civic_picture_content where id = $1");

const store::Sql membership_by_id("select " + store::columns<MembershipRow>() +
                                  " from civic_membership where id = $1");

const store::Sql memberships("select " + store::columns<MembershipRow>() +
                             " from civic_membership where person = $1"
                             " and cancelled_at is null order by since desc, id");

const store::Sql took_part("select p.project, j.name, p.joined_on, p.left_on, cast(" + worked +
                           " as bigint) as minutes from civic_participant p"
                           " join civic_project j on j.id = p.project" +
                           with_their_days +
                           " where p.person = $1 and p.cancelled_at is null"
                           " and j.cancelled_at is null"
                           " group by p.id, p.project, j.name, p.joined_on, p.left_on"
                           " order by p.joined_on desc, p.id");

} // namespace

std::optional<ProjectRow> find_project(store::Transaction& transaction, const Id<Project>& id)
{
    return store::find_row<ProjectRow>(transaction, project_by_id, id);
}

std::vector<ProjectRow> every_project(store::Transaction& transaction)
{
    return store::read_rows<ProjectRow>(transaction, all_projects);
}

std::vector<TallyRow> tallies(store::Transaction& transaction, const core::Scope& scope)
{
    return store::read_rows<TallyRow>(transaction, all_tallies, guarded_of(scope));
}

std::vector<NextDayRow> next_days(store::Transaction& transaction, Date from)
{
    return store::read_rows<NextDayRow>(transaction, all_next_days, from);
}

std::optional<InsuranceRow> find_insurance(store::Transaction& transaction, const Id<Insurance>& id)
{
    return store::find_row<InsuranceRow>(transaction, insurance_by_id, id);
}

std::vector<InsuranceRow> insurances_of(store::Transaction& transaction, const Id<Project>& id)
{
    return store::read_rows<InsuranceRow>(transaction, insurances, id);
}

std::vector<InsuranceRow> every_insurance(store::Transaction& transaction)
{
    return store::read_rows<InsuranceRow>(transaction, all_insurances);
}

std::optional<ParticipantRow> find_participant(store::Transaction& transaction,
                                               const Id<Participant>& id)
{
    return store::find_row<ParticipantRow>(transaction, participant_by_id, id);
}

std::vector<ParticipantRow> participants_of(store::Transaction& transaction,
                                            const core::Scope& scope, const Id<Project>& id)
{
    return store::read_rows<ParticipantRow>(transaction, participants, id, guarded_of(scope));
}

void end_participations(store::Transaction& transaction, const Id<Project>& id, Date day)
{
    transaction.execute(leave_with_project, id, day);
}

void resume_participations(store::Transaction& transaction, const Id<Project>& id)
{
    transaction.execute(return_with_project, id);
}

std::vector<ParticipantRow> named_residents(store::Transaction& transaction, Date before)
{
    return store::read_rows<ParticipantRow>(transaction, residents_with_names, before,
                                            local_instant(before, 0, 0));
}

std::optional<DayRow> find_day(store::Transaction& transaction, const Id<Day>& id)
{
    return store::find_row<DayRow>(transaction, day_by_id, id);
}

std::vector<DayRow> days_of(store::Transaction& transaction, const Id<Project>& id)
{
    return store::read_rows<DayRow>(transaction, days, id);
}

std::optional<AttendanceRow> find_attendance(store::Transaction& transaction, const Id<Day>& day,
                                             const Id<Participant>& participant)
{
    return store::find_row<AttendanceRow>(transaction, attendance_once, day, participant);
}

std::vector<AttendanceRow> attendances_of(store::Transaction& transaction, const core::Scope& scope,
                                          const Id<Project>& id)
{
    return store::read_rows<AttendanceRow>(transaction, attendances, id, guarded_of(scope));
}

int count_worked(store::Transaction& transaction, const core::Scope& scope, const Id<Day>& day)
{
    return static_cast<int>(transaction.number(worked_on_day, day, guarded_of(scope)));
}

std::optional<PictureRow> find_picture(store::Transaction& transaction, const Id<Picture>& id)
{
    return store::find_row<PictureRow>(transaction, picture_by_id, id);
}

std::vector<PictureRow> pictures_of(store::Transaction& transaction, const Id<Project>& id)
{
    return store::read_rows<PictureRow>(transaction, pictures, id);
}

std::optional<ContentRow> find_content(store::Transaction& transaction, const Id<Picture>& id)
{
    return store::find_row<ContentRow>(transaction, content_by_id, id);
}

std::optional<MembershipRow> find_membership(store::Transaction& transaction,
                                             const Id<Membership>& id)
{
    return store::find_row<MembershipRow>(transaction, membership_by_id, id);
}

std::vector<MembershipRow> memberships_of(store::Transaction& transaction,
                                          const Id<people::Person>& person)
{
    return store::read_rows<MembershipRow>(transaction, memberships, person);
}

std::vector<TookPartRow> projects_of(store::Transaction& transaction,
                                     const Id<people::Person>& person)
{
    return store::read_rows<TookPartRow>(transaction, took_part, person);
}

} // namespace civic
