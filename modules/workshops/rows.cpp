// SPDX-License-Identifier: EUPL-1.2
#include "workshops/rows.h"

#include "store/rows.h"

namespace workshops {

namespace {

struct LeaderRow {
    static constexpr const char* title = "WorkshopLeaderRow";
    static constexpr const char* table = "workshops_leader";

    Id<LeaderRow> id;
    Id<Workshop> workshop;
    Id<core::Account> account;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &LeaderRow::id), field("workshop", &LeaderRow::workshop),
                          field("account", &LeaderRow::account));
    }
};

const store::Sql workshop_by_id("select " + store::columns<WorkshopRow>() +
                                " from workshops_workshop where id = $1");

const store::Sql all_workshops("select " + store::columns<WorkshopRow>() +
                               " from workshops_workshop order by name, id");

const store::Sql leaders_of("select " + store::columns<LeaderRow>() +
                            " from workshops_leader where workshop = $1 order by id");

const store::Sql all_leaders("select " + store::columns<LeaderRow>() +
                             " from workshops_leader order by id");

const store::Sql led_by("select count(*) from workshops_leader where account = $1"
                        " and workshop = $2");

const store::Sql delete_leaders("delete from workshops_leader where workshop = $1");

const store::Sql session_by_id("select " + store::columns<SessionRow>() +
                               " from workshops_session where id = $1");

const store::Sql sessions_of_workshop("select " + store::columns<SessionRow>() +
                                      " from workshops_session where workshop = $1"
                                      " order by begins_at, id");

const store::Sql sums_of_sessions("select workshop, count(*) as sessions,"
                                  " min(case when begins_at >= $1 then begins_at end) as next_at"
                                  " from workshops_session where cancelled_at is null"
                                  " group by workshop");

const store::Sql sums_of_marks("select a.session,"
                               " count(*) filter (where a.mark = 'present') as present,"
                               " count(*) filter (where a.mark <> 'open') as marked"
                               " from workshops_attendance a"
                               " join workshops_enrolment e on e.id = a.enrolment"
                               " where e.workshop = $1 and e.cancelled_at is null and " +
                               people::seen_by("e.person", "$2", "1 = 1") + " group by a.session");

const store::Sql enrolment_by_id("select " + store::columns<EnrolmentRow>() +
                                 " from workshops_enrolment where id = $1");

const store::Sql enrolments_of_workshop("select " + store::columns<EnrolmentRow>() +
                                        " from workshops_enrolment where workshop = $1"
                                        " and cancelled_at is null and " +
                                        people::seen_by("person", "$2", "1 = 1") +
                                        " order by asked_at, id");

const store::Sql enrolments_by_person("select " + store::columns<EnrolmentRow>() +
                                      " from workshops_enrolment where person = $1"
                                      " and cancelled_at is null order by asked_at, id");

const store::Sql standing("select " + store::columns<EnrolmentRow>() +
                          " from workshops_enrolment where workshop = $1 and person = $2"
                          " and cancelled_at is null");

const store::Sql count_state("select count(*) from workshops_enrolment where workshop = $1"
                             " and state = $2 and cancelled_at is null");

const store::Sql count_before("select count(*) from workshops_enrolment where workshop = $1"
                              " and state = 'waiting' and asked_at < $2"
                              " and cancelled_at is null");

const store::Sql attendance_by_id("select " + store::columns<AttendanceRow>() +
                                  " from workshops_attendance where id = $1");

const store::Sql attendance_of_session("select " + store::columns<AttendanceRow>() +
                                       " from workshops_attendance where session = $1 order by id");

// Held is a session of which attendance was taken of somebody whom the scope sees, from the day of
// the enrolment on; one of before it counts where they were there.
const store::Sql
    hours("select e.id,"
          " cast(coalesce((select sum(a.minutes) from workshops_attendance a"
          " join workshops_session s on s.id = a.session"
          " where a.enrolment = e.id and a.mark = 'present' and s.cancelled_at is null), 0)"
          " as bigint) as attended,"
          " cast(coalesce((select sum(s.minutes) from workshops_session s"
          " where s.workshop = e.workshop and s.cancelled_at is null"
          " and (s.day >= e.enrolled_on or exists (select 1 from workshops_attendance b"
          " where b.session = s.id and b.enrolment = e.id and b.mark = 'present'))"
          " and exists (select 1 from workshops_attendance c"
          " join workshops_enrolment o on o.id = c.enrolment"
          " where c.session = s.id and c.mark <> 'open' and " +
          people::seen_by("o.person", "$2", "1 = 1") +
          ")), 0) as bigint) as held"
          " from workshops_enrolment e where e.workshop = $1 and e.cancelled_at is null"
          " and e.enrolled_on is not null");

const store::Sql attenders("select " + store::columns<EnrolmentRow>("e") +
                           " from workshops_enrolment e where e.workshop = $1"
                           " and e.cancelled_at is null and exists (select 1"
                           " from workshops_attendance a"
                           " join workshops_session s on s.id = a.session"
                           " where a.enrolment = e.id and a.mark = 'present'"
                           " and s.cancelled_at is null) and " +
                           people::seen_by("e.person", "$2", "1 = 1") + " order by e.id");

const store::Sql unseen_in_session("select " + store::columns<EnrolmentRow>("e") +
                                   " from workshops_enrolment e where e.workshop = $1"
                                   " and e.enrolled_on is not null"
                                   " and (e.left_on is null or e.left_on >= $2"
                                   " or exists (select 1 from workshops_attendance a"
                                   " where a.enrolment = e.id and a.session = $3"
                                   " and a.mark <> 'open')) and not " +
                                   people::seen_by("e.person", "$4", "1 = 1") + " order by e.id");

const store::Sql sheet_by_id("select " + store::columns<SheetRow>() +
                             " from workshops_sheet where id = $1");

const store::Sql sheets_of_session("select id, session, added_by, added_at, cancelled_at"
                                   " from workshops_sheet where session = $1"
                                   " order by added_at, id");

const store::Sql standing_sheets("select p.id, p.session, p.added_by, p.added_at, p.cancelled_at"
                                 " from workshops_sheet p"
                                 " join workshops_session s on s.id = p.session"
                                 " where s.workshop = $1 and p.cancelled_at is null"
                                 " order by p.id");

const store::Sql answer_by_id("select " + store::columns<AnswerRow>() +
                              " from workshops_answer where id = $1");

const store::Sql answers_of_workshop("select " + store::columns<AnswerRow>() +
                                     " from workshops_answer where workshop = $1"
                                     " and cancelled_at is null order by id");

const store::Sql work_by_id("select " + store::columns<WorkRow>() +
                            " from workshops_work where id = $1");

const store::Sql works_of_workshop("select " + store::columns<WorkRow>() +
                                   " from workshops_work where workshop = $1"
                                   " order by day desc, id desc");

const store::Sql sums_of_works("select workshop, count(*) as works,"
                               " count(*) filter (where partner is not null) as bridges"
                               " from workshops_work where cancelled_at is null"
                               " group by workshop");

void insert_leaders(store::Transaction& transaction, const WorkshopRow& workshop)
{
    for (const auto& account : workshop.leaders) {
        LeaderRow row;
        row.id = Id<LeaderRow>(named_uuid(to_string(workshop.id) + "/" + to_string(account)));
        row.workshop = workshop.id;
        row.account = account;
        store::insert_row(transaction, row);
    }
}

} // namespace

std::optional<WorkshopRow> find_workshop(store::Transaction& transaction, const Id<Workshop>& id)
{
    auto row = store::find_row<WorkshopRow>(transaction, workshop_by_id, id);
    if (row)
        for (const auto& leader : store::read_rows<LeaderRow>(transaction, leaders_of, id))
            row->leaders.push_back(leader.account);
    return row;
}

std::vector<WorkshopRow> every_workshop(store::Transaction& transaction)
{
    auto rows = store::read_rows<WorkshopRow>(transaction, all_workshops);
    std::map<Id<Workshop>, std::vector<Id<core::Account>>> leaders;
    for (const auto& leader : store::read_rows<LeaderRow>(transaction, all_leaders))
        leaders[leader.workshop].push_back(leader.account);
    for (auto& row : rows)
        if (const auto found = leaders.find(row.id); found != leaders.end())
            row.leaders = found->second;
    return rows;
}

bool leads(store::Transaction& transaction, const Id<core::Account>& account,
           const Id<Workshop>& workshop)
{
    return transaction.number(led_by, account, workshop) > 0;
}

void insert_workshop(store::Transaction& transaction, const WorkshopRow& row)
{
    store::insert_row(transaction, row);
    insert_leaders(transaction, row);
}

void update_workshop(store::Transaction& transaction, const WorkshopRow& row)
{
    store::update_row(transaction, row);
    transaction.execute(delete_leaders, row.id);
    insert_leaders(transaction, row);
}

std::optional<SessionRow> find_session(store::Transaction& transaction, const Id<Session>& id)
{
    return store::find_row<SessionRow>(transaction, session_by_id, id);
}

std::vector<SessionRow> sessions_of(store::Transaction& transaction, const Id<Workshop>& workshop)
{
    return store::read_rows<SessionRow>(transaction, sessions_of_workshop, workshop);
}

std::vector<SessionSum> session_sums(store::Transaction& transaction, Instant now)
{
    return store::read_rows<SessionSum>(transaction, sums_of_sessions, now);
}

std::vector<MarkSum> mark_sums(store::Transaction& transaction, const core::Scope& scope,
                               const Id<Workshop>& workshop)
{
    return store::read_rows<MarkSum>(transaction, sums_of_marks, workshop, guarded_of(scope));
}

std::vector<SheetRow> sheets_of_workshop(store::Transaction& transaction,
                                         const Id<Workshop>& workshop)
{
    return store::read_rows<SheetRow>(transaction, standing_sheets, workshop);
}

std::optional<EnrolmentRow> find_enrolment(store::Transaction& transaction, const Id<Enrolment>& id)
{
    return store::find_row<EnrolmentRow>(transaction, enrolment_by_id, id);
}

std::vector<EnrolmentRow> enrolments_of(store::Transaction& transaction, const core::Scope& scope,
                                        const Id<Workshop>& workshop)
{
    return store::read_rows<EnrolmentRow>(transaction, enrolments_of_workshop, workshop,
                                          guarded_of(scope));
}

std::vector<EnrolmentRow> enrolments_of_person(store::Transaction& transaction,
                                               const Id<people::Person>& person)
{
    return store::read_rows<EnrolmentRow>(transaction, enrolments_by_person, person);
}

std::optional<EnrolmentRow> find_standing(store::Transaction& transaction,
                                          const Id<Workshop>& workshop,
                                          const Id<people::Person>& person)
{
    return store::find_row<EnrolmentRow>(transaction, standing, workshop, person);
}

int count_in_state(store::Transaction& transaction, const Id<Workshop>& workshop,
                   const std::string& state)
{
    return static_cast<int>(transaction.number(count_state, workshop, state));
}

int count_waiting_before(store::Transaction& transaction, const Id<Workshop>& workshop,
                         Instant asked_at)
{
    return static_cast<int>(transaction.number(count_before, workshop, asked_at));
}

std::optional<AttendanceRow> find_attendance(store::Transaction& transaction,
                                             const Id<AttendanceRow>& id)
{
    return store::find_row<AttendanceRow>(transaction, attendance_by_id, id);
}

std::vector<AttendanceRow> attendance_of(store::Transaction& transaction,
                                         const Id<Session>& session)
{
    return store::read_rows<AttendanceRow>(transaction, attendance_of_session, session);
}

std::vector<Hours> hours_of(store::Transaction& transaction, const core::Scope& scope,
                            const Id<Workshop>& workshop)
{
    return store::read_rows<Hours>(transaction, hours, workshop, guarded_of(scope));
}

std::vector<EnrolmentRow> attenders_once(store::Transaction& transaction, const core::Scope& scope,
                                         const Id<Workshop>& workshop)
{
    return store::read_rows<EnrolmentRow>(transaction, attenders, workshop, guarded_of(scope));
}

std::vector<EnrolmentRow> unseen_at(store::Transaction& transaction, const core::Scope& scope,
                                    const SessionRow& session)
{
    return store::read_rows<EnrolmentRow>(transaction, unseen_in_session, session.workshop,
                                          session.day, session.id, guarded_of(scope));
}

std::optional<SheetRow> find_sheet(store::Transaction& transaction, const Id<Sheet>& id)
{
    return store::find_row<SheetRow>(transaction, sheet_by_id, id);
}

std::vector<SheetRow> sheets_of(store::Transaction& transaction, const Id<Session>& session)
{
    return store::read_rows<SheetRow>(transaction, sheets_of_session, session);
}

std::optional<AnswerRow> find_answer(store::Transaction& transaction, const Id<Answer>& id)
{
    return store::find_row<AnswerRow>(transaction, answer_by_id, id);
}

std::vector<AnswerRow> answers_of(store::Transaction& transaction, const Id<Workshop>& workshop)
{
    return store::read_rows<AnswerRow>(transaction, answers_of_workshop, workshop);
}

std::optional<WorkRow> find_work(store::Transaction& transaction, const Id<Work>& id)
{
    return store::find_row<WorkRow>(transaction, work_by_id, id);
}

std::vector<WorkRow> works_of(store::Transaction& transaction, const Id<Workshop>& workshop)
{
    return store::read_rows<WorkRow>(transaction, works_of_workshop, workshop);
}

std::vector<WorkSum> work_sums(store::Transaction& transaction)
{
    return store::read_rows<WorkSum>(transaction, sums_of_works);
}

} // namespace workshops
