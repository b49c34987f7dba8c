// SPDX-License-Identifier: EUPL-1.2
#include "cases/rows.h"

#include "cases/opening_rows.h"
#include "store/rows.h"

namespace cases {

namespace {

// Which cases a scope sees, in SQL: the columns stand in `c`, the four values are named by their
// places.
std::string visible(const char* reach, const char* account, const char* teams, const char* guarded)
{
    return people::seen_by("c.person", guarded,
                           std::string(reach) + " = 'city' or c.worker = " + account +
                               " or replace(" + teams + ", ',' || c.team || ',', '') <> " + teams);
}

const store::Sql case_by_id("select " + store::columns<StoredCase>("c") +
                            " from cases_case c where c.id = $1 and " +
                            visible("$2", "$3", "$4", "$5"));

const store::Sql open_case_of_person("select " + store::columns<StoredCase>() +
                                     " from cases_case where person = $1 and state = 'open'"
                                     " and cancelled_at is null");

const store::Sql cases_of_person("select " + store::columns<StoredCase>() +
                                 " from cases_case where person = $1 and cancelled_at is null"
                                 " order by opened_on desc, id desc");

const store::Sql lines(
    "select c.id, c.person, c.kind, c.state, c.opened_on, c.ends_on, c.closed_on, c.team, c.worker,"
    " c.district,"
    " h.sent_on as hand_over_sent_on, h.accepted_on as hand_over_accepted_on,"
    " (select count(*) from cases_intervention i"
    "  where i.case_id = c.id and i.cancelled_at is null) as interventions,"
    " (select max(i.day) from cases_intervention i"
    "  where i.case_id = c.id and i.cancelled_at is null) as last_intervention_on"
    " from cases_case c"
    " left join cases_hand_over h on h.case_id = c.id and h.withdrawn_at is null"
    " where c.cancelled_at is null"
    " and ($1 = '' or c.state = $1)"
    " and ($2 = '' or c.worker = $2)"
    " and ($3 = '' or (c.state = 'open' and c.ends_on <= $3))"
    " and ($4 = '' or (c.opened_on, c.id) < ($4, $5))"
    " and " +
    visible("$6", "$7", "$8", "$9") + " order by c.opened_on desc, c.id desc limit $10");

const store::Sql interventions("select " + store::columns<StoredIntervention>() +
                               " from cases_intervention where case_id = $1"
                               " order by day desc, recorded_at desc, id desc");

const store::Sql intervention_by_id("select " + store::columns<StoredIntervention>() +
                                    " from cases_intervention where id = $1");

const store::Sql hand_over_of_case("select " + store::columns<StoredHandOver>() +
                                   " from cases_hand_over where case_id = $1"
                                   " and withdrawn_at is null");

const store::Sql worked_days("select min(w.day), max(w.day) from ("
                             " select day from cases_intervention"
                             "  where case_id = $1 and cancelled_at is null"
                             " union all"
                             " select sent_on as day from cases_hand_over"
                             "  where case_id = $1 and withdrawn_at is null) w");

const store::Sql plan_of_case("select " + store::columns<PlanRow>() +
                              " from cases_plan where id = $1");

const store::Sql goals("select " + store::columns<GoalRow>() +
                       " from cases_goal where case_id = $1 order by recorded_at, id");

const store::Sql goal_by_id("select " + store::columns<GoalRow>() +
                            " from cases_goal where id = $1");

const store::Sql actions("select " + store::columns<ActionRow>() +
                         " from cases_action where goal = $1 order by recorded_at, id");

const store::Sql action_by_id("select " + store::columns<ActionRow>() +
                              " from cases_action where id = $1");

const store::Sql assessments("select " + store::columns<AssessmentRow>() +
                             " from cases_assessment where case_id = $1"
                             " order by begun_at desc, id desc");

const store::Sql assessment_by_id("select " + store::columns<AssessmentRow>() +
                                  " from cases_assessment where id = $1");

const store::Sql parts("select " + store::columns<PartRow>() +
                       " from cases_assessment_part where assessment = $1"
                       " order by signed_at, id");

const store::Sql part_of_profession("select " + store::columns<PartRow>() +
                                    " from cases_assessment_part where assessment = $1"
                                    " and dimension = $2 and profession = $3");

const store::Sql extensions("select " + store::columns<ExtensionRow>() +
                            " from cases_extension where case_id = $1 and undone_at is null"
                            " order by extended_at desc, to_on desc, id desc");

const store::Sql extension_by_id("select " + store::columns<ExtensionRow>() +
                                 " from cases_extension where id = $1");

const store::Sql notes("select " + store::columns<NoteRow>() +
                       " from cases_note where case_id = $1"
                       " order by day desc, at desc, id desc");

const store::Sql note_by_id("select " + store::columns<NoteRow>() +
                            " from cases_note where id = $1");

const store::Sql appointments("select " + store::columns<AppointmentRow>() +
                              " from cases_appointment where case_id = $1"
                              " order by at desc, id desc");

const store::Sql appointment_by_id("select " + store::columns<AppointmentRow>() +
                                   " from cases_appointment where id = $1");

const store::Sql appointments_of_colleague("select " + store::columns<AppointmentRow>("a") +
                                           ", c.person from cases_appointment a"
                                           " join cases_case c on c.id = a.case_id"
                                           " where a.colleague = $2 and a.at >= $5"
                                           " and a.cancelled_at is null"
                                           " and c.cancelled_at is null and c.state = 'open'"
                                           " and " +
                                           visible("$1", "$2", "$3", "$4") +
                                           " order by a.at, a.id limit 500");

// ---- openings

const store::Sql granted_until("select max(ends_at) from cases_access_request"
                               " where case_id = $1 and asked_by = $2 and state = 'granted'"
                               " and ends_at > $3");

const store::Sql emergency_running("select id, ends_at from cases_emergency_access"
                                   " where case_id = $1 and opened_by = $2 and closed_at is null"
                                   " and ends_at > $3 order by ends_at desc, id limit 1");

const store::Sql request_by_id("select " + store::columns<AccessRequestRow>() +
                               " from cases_access_request where id = $1");

const store::Sql latest_request("select " + store::columns<AccessRequestRow>() +
                                " from cases_access_request where case_id = $1 and asked_by = $2"
                                " and state <> 'withdrawn'"
                                " order by asked_at desc, id desc limit 1");

// Whose answer a request waits for: of who keeps the case, and of who sees the whole city.
const std::string answerable = "(c.worker = $1 or $2 = 'city')";

const store::Sql requests("select " + store::columns<AccessRequestRow>("r") +
                          ", c.person, c.worker from cases_access_request r"
                          " join cases_case c on c.id = r.case_id"
                          " where r.state <> 'withdrawn' and c.cancelled_at is null"
                          " and (r.asked_by = $1 or ($4 = 1 and " +
                          answerable + ")) and " + people::seen_by("c.person", "$3", "1 = 1") +
                          " order by case when r.state = 'waiting' then 0 else 1 end,"
                          " r.asked_at desc, r.id desc limit 500");

const store::Sql requests_waiting("select count(*) from cases_access_request r"
                                  " join cases_case c on c.id = r.case_id"
                                  " where r.state = 'waiting' and c.cancelled_at is null and " +
                                  answerable + " and " +
                                  people::seen_by("c.person", "$3", "1 = 1"));

const store::Sql emergencies_in_case("select " + store::columns<EmergencyRow>() +
                                     " from cases_emergency_access where case_id = $1"
                                     " order by opened_at desc, id desc limit 200");

const std::string emergencies_seen = "select " + store::columns<EmergencyRow>("e") +
                                     ", c.person from cases_emergency_access e"
                                     " join cases_case c on c.id = e.case_id where " +
                                     people::seen_by("c.person", "$1", "1 = 1");

const store::Sql emergency_by_id(emergencies_seen + " and e.id = $2");

const store::Sql emergencies(emergencies_seen +
                             " order by case when e.judged_at is null then 0 else 1 end,"
                             " e.opened_at desc, e.id desc limit 500");

template <class Value> std::string text_or_empty(const std::optional<Value>& value)
{
    return value ? to_string(*value) : std::string();
}

} // namespace

std::optional<StoredCase> find_case(store::Transaction& transaction, const core::Scope& scope,
                                    const Id<Case>& id)
{
    return store::find_row<StoredCase>(transaction, case_by_id, id, reach_of(scope), scope.account,
                                       teams_of(scope), guarded_of(scope));
}

std::optional<StoredCase> find_open_case(store::Transaction& transaction,
                                         const Id<people::Person>& person)
{
    return store::find_row<StoredCase>(transaction, open_case_of_person, person);
}

std::vector<StoredCase> cases_of(store::Transaction& transaction, const Id<people::Person>& person)
{
    return store::read_rows<StoredCase>(transaction, cases_of_person, person);
}

std::vector<CaseLine> list_lines(store::Transaction& transaction, const core::Scope& scope,
                                 const Chosen& chosen)
{
    const auto after_day = chosen.after ? to_string(chosen.after->opened_on) : std::string();
    const auto after_id = chosen.after ? to_string(chosen.after->id) : std::string();
    return store::read_rows<CaseLine>(
        transaction, lines, chosen.state.value_or(""), text_or_empty(chosen.worker),
        text_or_empty(chosen.ends_until), after_day, after_id, reach_of(scope), scope.account,
        teams_of(scope), guarded_of(scope), chosen.limit);
}

std::vector<StoredIntervention> interventions_of(store::Transaction& transaction,
                                                 const Id<Case>& id)
{
    return store::read_rows<StoredIntervention>(transaction, interventions, id);
}

std::optional<StoredIntervention> find_intervention(store::Transaction& transaction,
                                                    const Id<Intervention>& id)
{
    return store::find_row<StoredIntervention>(transaction, intervention_by_id, id);
}

std::optional<StoredHandOver> find_hand_over(store::Transaction& transaction, const Id<Case>& id)
{
    return store::find_row<StoredHandOver>(transaction, hand_over_of_case, id);
}

Worked worked_in(store::Transaction& transaction, const Id<Case>& id)
{
    const auto rows = transaction.query(worked_days, id);
    Worked worked;
    if (rows->next() && !rows->is_null(0)) {
        worked.first = parse_date(rows->text(0));
        worked.last = parse_date(rows->text(1));
    }
    return worked;
}

// ---- plans

std::optional<PlanRow> find_plan(store::Transaction& transaction, const Id<Case>& id)
{
    return store::find_row<PlanRow>(transaction, plan_of_case, id);
}

std::vector<GoalRow> goals_of(store::Transaction& transaction, const Id<Case>& id)
{
    return store::read_rows<GoalRow>(transaction, goals, id);
}

std::optional<GoalRow> find_goal(store::Transaction& transaction, const Id<Goal>& id)
{
    return store::find_row<GoalRow>(transaction, goal_by_id, id);
}

std::vector<ActionRow> actions_of(store::Transaction& transaction, const Id<Goal>& id)
{
    return store::read_rows<ActionRow>(transaction, actions, id);
}

std::optional<ActionRow> find_action(store::Transaction& transaction, const Id<Action>& id)
{
    return store::find_row<ActionRow>(transaction, action_by_id, id);
}

// ---- assessments

std::vector<AssessmentRow> assessments_of(store::Transaction& transaction, const Id<Case>& id)
{
    return store::read_rows<AssessmentRow>(transaction, assessments, id);
}

std::optional<AssessmentRow> find_assessment(store::Transaction& transaction,
                                             const Id<Assessment>& id)
{
    return store::find_row<AssessmentRow>(transaction, assessment_by_id, id);
}

std::vector<PartRow> parts_of(store::Transaction& transaction, const Id<Assessment>& id)
{
    return store::read_rows<PartRow>(transaction, parts, id);
}

std::optional<PartRow> find_part(store::Transaction& transaction, const Id<Assessment>& id,
                                 const std::string& dimension, const std::string& profession)
{
    return store::find_row<PartRow>(transaction, part_of_profession, id, dimension, profession);
}

// ---- extensions

std::vector<ExtensionRow> extensions_of(store::Transaction& transaction, const Id<Case>& id)
{
    return store::read_rows<ExtensionRow>(transaction, extensions, id);
}

std::optional<ExtensionRow> find_extension(store::Transaction& transaction, const Id<Extension>& id)
{
    return store::find_row<ExtensionRow>(transaction, extension_by_id, id);
}

// ---- the diary

std::vector<NoteRow> notes_of(store::Transaction& transaction, const Id<Case>& id)
{
    return store::read_rows<NoteRow>(transaction, notes, id);
}

std::optional<NoteRow> find_note(store::Transaction& transaction, const Id<Note>& id)
{
    return store::find_row<NoteRow>(transaction, note_by_id, id);
}

std::vector<AppointmentRow> appointments_of(store::Transaction& transaction, const Id<Case>& id)
{
    return store::read_rows<AppointmentRow>(transaction, appointments, id);
}

std::optional<AppointmentRow> find_appointment(store::Transaction& transaction,
                                               const Id<Appointment>& id)
{
    return store::find_row<AppointmentRow>(transaction, appointment_by_id, id);
}

std::vector<AppointmentOfPerson> list_appointments(store::Transaction& transaction,
                                                   const core::Scope& scope, Instant from)
{
    return store::read_rows<AppointmentOfPerson>(transaction, appointments_of_colleague,
                                                 reach_of(scope), scope.account, teams_of(scope),
                                                 guarded_of(scope), from);
}

// ---- openings

std::optional<Opening> find_opening(store::Transaction& transaction, const Id<Case>& id,
                                    const Id<core::Account>& reader, Instant now)
{
    std::optional<Opening> opening;
    if (const auto end = transaction.number(granted_until, id, reader, now); end > 0)
        opening = Opening{Instant{end}, std::nullopt};
    const auto rows = transaction.query(emergency_running, id, reader, now);
    if (!rows->next())
        return opening;
    const Instant end{rows->integer(1)};
    if (!opening || opening->until < end)
        opening = Opening{end, parse_id<EmergencyAccess>(rows->text(0)).value()};
    return opening;
}

std::optional<AccessRequestRow> find_request(store::Transaction& transaction,
                                             const Id<AccessRequest>& id)
{
    return store::find_row<AccessRequestRow>(transaction, request_by_id, id);
}

std::optional<AccessRequestRow> find_latest_request(store::Transaction& transaction,
                                                    const Id<Case>& id,
                                                    const Id<core::Account>& asker)
{
    return store::find_row<AccessRequestRow>(transaction, latest_request, id, asker);
}

std::string state_of(const AccessRequestRow& row, Instant now)
{
    return row.state == "granted" && *row.ends_at <= now ? "over" : row.state;
}

std::vector<AccessRequestOfCase> list_requests(store::Transaction& transaction,
                                               const core::Scope& scope, bool answers)
{
    return store::read_rows<AccessRequestOfCase>(
        transaction, requests, scope.account, reach_of(scope), guarded_of(scope), answers ? 1 : 0);
}

int count_requests(store::Transaction& transaction, const core::Scope& scope)
{
    return static_cast<int>(
        transaction.number(requests_waiting, scope.account, reach_of(scope), guarded_of(scope)));
}

std::vector<EmergencyRow> emergencies_of(store::Transaction& transaction, const Id<Case>& id)
{
    return store::read_rows<EmergencyRow>(transaction, emergencies_in_case, id);
}

std::optional<EmergencyOfPerson> find_emergency(store::Transaction& transaction,
                                                const core::Scope& scope,
                                                const Id<EmergencyAccess>& id)
{
    return store::find_row<EmergencyOfPerson>(transaction, emergency_by_id, guarded_of(scope), id);
}

std::vector<EmergencyOfPerson> list_emergencies(store::Transaction& transaction,
                                                const core::Scope& scope)
{
    return store::read_rows<EmergencyOfPerson>(transaction, emergencies, guarded_of(scope));
}

} // namespace cases
