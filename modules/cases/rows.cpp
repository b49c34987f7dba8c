// SPDX-License-Identifier: EUPL-1.2
#include "cases/rows.h"

#include "store/rows.h"

namespace cases {

std::string visible(const char* reach, const char* account, const char* teams, const char* guarded)
{
    return people::seen_by("c.person", guarded,
                           std::string(reach) + " = 'city' or c.worker = " + account +
                               " or replace(" + teams + ", ',' || c.team || ',', '') <> " + teams);
}

namespace {

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

} // namespace cases
