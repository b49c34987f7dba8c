// SPDX-License-Identifier: EUPL-1.2
// The rows of cases, of their plans, assessments and extensions. SQL stands in this module's
// rows.cpp and *_rows.cpp alone.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cases/assessments.h"
#include "cases/plan.h"
#include "core/actor.h"
#include "store/store.h"

namespace cases {

struct StoredCase {
    static constexpr const char* title = "StoredCase";
    static constexpr const char* table = "cases_case";

    Id<Case> id;
    Id<people::Person> person;
    std::string kind;
    std::string state;
    Date opened_on;
    Id<core::Account> opened_by;
    Id<core::Account> worker; // who answers for it
    std::string team;
    std::string district;
    std::vector<std::string> needs;
    std::optional<std::string> reason_note;
    std::optional<Date> ends_on;
    std::optional<Date> closed_on;
    std::optional<std::string> closure_reason;
    std::optional<std::string> closure_note;
    Instant recorded_at;
    std::optional<Instant> cancelled_at;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &StoredCase::id), field("person", &StoredCase::person),
            field("kind", &StoredCase::kind), field("state", &StoredCase::state),
            field("opened_on", &StoredCase::opened_on), field("opened_by", &StoredCase::opened_by),
            field("worker", &StoredCase::worker), field("team", &StoredCase::team),
            field("district", &StoredCase::district),
            field("needs", &StoredCase::needs).sealed(Mark::health),
            field("reason_note", &StoredCase::reason_note).sealed(Mark::note),
            field("ends_on", &StoredCase::ends_on), field("closed_on", &StoredCase::closed_on),
            field("closure_reason", &StoredCase::closure_reason),
            field("closure_note", &StoredCase::closure_note).sealed(Mark::note),
            field("recorded_at", &StoredCase::recorded_at),
            field("cancelled_at", &StoredCase::cancelled_at));
    }
};

struct StoredIntervention {
    static constexpr const char* title = "StoredIntervention";
    static constexpr const char* table = "cases_intervention";

    Id<Intervention> id;
    Id<Case> case_id;
    std::string code;
    Date day;
    std::optional<double> hours;
    std::optional<std::string> note;
    std::optional<std::string> project;
    Id<core::Account> recorded_by;
    Instant recorded_at;
    std::optional<Instant> cancelled_at;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &StoredIntervention::id), field("case_id", &StoredIntervention::case_id),
            field("code", &StoredIntervention::code), field("day", &StoredIntervention::day),
            field("hours", &StoredIntervention::hours),
            field("note", &StoredIntervention::note).sealed(Mark::note),
            field("project", &StoredIntervention::project),
            field("recorded_by", &StoredIntervention::recorded_by),
            field("recorded_at", &StoredIntervention::recorded_at),
            field("cancelled_at", &StoredIntervention::cancelled_at));
    }
};

struct StoredHandOver {
    static constexpr const char* title = "StoredHandOver";
    static constexpr const char* table = "cases_hand_over";

    Id<HandOver> id;
    Id<Case> case_id;
    std::string receiver; // naming a service may say what a person suffers from: sealed
    std::string destination;
    Date sent_on;
    std::optional<Date> accepted_on;
    Id<core::Account> recorded_by;
    Instant recorded_at;
    std::optional<Instant> withdrawn_at;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &StoredHandOver::id),
                          field("case_id", &StoredHandOver::case_id),
                          field("receiver", &StoredHandOver::receiver).sealed(Mark::note),
                          field("destination", &StoredHandOver::destination),
                          field("sent_on", &StoredHandOver::sent_on),
                          field("accepted_on", &StoredHandOver::accepted_on),
                          field("recorded_by", &StoredHandOver::recorded_by),
                          field("recorded_at", &StoredHandOver::recorded_at),
                          field("withdrawn_at", &StoredHandOver::withdrawn_at));
    }
};

// The id is that of the case.
struct PlanRow {
    static constexpr const char* title = "PlanRow";
    static constexpr const char* table = "cases_plan";

    Id<Case> id;
    std::optional<std::string> own_words;
    std::optional<Date> review_on;
    std::optional<Date> agreed_on;
    std::optional<std::string> agreed_how;
    std::optional<Date> approved_on;
    std::optional<Id<core::Account>> approved_by;
    std::optional<Date> written_on; // at first
    Id<core::Account> changed_by;
    Instant changed_at;
    int version = 0;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &PlanRow::id), field("own_words", &PlanRow::own_words).sealed(Mark::note),
            field("review_on", &PlanRow::review_on), field("agreed_on", &PlanRow::agreed_on),
            field("agreed_how", &PlanRow::agreed_how), field("approved_on", &PlanRow::approved_on),
            field("approved_by", &PlanRow::approved_by), field("written_on", &PlanRow::written_on),
            field("changed_by", &PlanRow::changed_by), field("changed_at", &PlanRow::changed_at),
            field("version", &PlanRow::version));
    }
};

struct GoalRow : GoalDetails {
    static constexpr const char* title = "GoalRow";
    static constexpr const char* table = "cases_goal";

    Id<Goal> id;
    Id<Case> case_id;
    std::optional<std::string> outcome;
    std::optional<Date> outcome_on;
    std::optional<std::string> outcome_note;
    Id<core::Account> recorded_by;
    Instant recorded_at;
    std::optional<Instant> cancelled_at;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &GoalRow::id), field("case_id", &GoalRow::case_id)),
            GoalDetails::fields(),
            std::tuple(field("outcome", &GoalRow::outcome),
                       field("outcome_on", &GoalRow::outcome_on),
                       field("outcome_note", &GoalRow::outcome_note).sealed(Mark::note),
                       field("recorded_by", &GoalRow::recorded_by),
                       field("recorded_at", &GoalRow::recorded_at),
                       field("cancelled_at", &GoalRow::cancelled_at)));
    }
};

struct ActionRow : ActionDetails {
    static constexpr const char* title = "ActionRow";
    static constexpr const char* table = "cases_action";

    Id<Action> id;
    Id<Goal> goal;
    Id<core::Account> recorded_by;
    Instant recorded_at;
    std::optional<Instant> cancelled_at;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &ActionRow::id), field("goal", &ActionRow::goal)),
            ActionDetails::fields(),
            std::tuple(field("recorded_by", &ActionRow::recorded_by),
                       field("recorded_at", &ActionRow::recorded_at),
                       field("cancelled_at", &ActionRow::cancelled_at)));
    }
};

struct AssessmentRow {
    static constexpr const char* title = "AssessmentRow";
    static constexpr const char* table = "cases_assessment";

    Id<Assessment> id;
    Id<Case> case_id;
    std::string instrument;
    int version = 1;
    Date begun_on;
    Id<core::Account> begun_by;
    Instant begun_at;
    std::optional<Date> closed_on;
    std::optional<Id<core::Account>> closed_by;
    std::optional<Instant> cancelled_at;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &AssessmentRow::id), field("case_id", &AssessmentRow::case_id),
            field("instrument", &AssessmentRow::instrument),
            field("version", &AssessmentRow::version), field("begun_on", &AssessmentRow::begun_on),
            field("begun_by", &AssessmentRow::begun_by),
            field("begun_at", &AssessmentRow::begun_at),
            field("closed_on", &AssessmentRow::closed_on),
            field("closed_by", &AssessmentRow::closed_by),
            field("cancelled_at", &AssessmentRow::cancelled_at));
    }
};

struct PartRow {
    static constexpr const char* title = "PartRow";
    static constexpr const char* table = "cases_assessment_part";

    Id<AssessmentPart> id;
    Id<Assessment> assessment;
    std::string dimension;
    std::string profession;
    std::vector<std::string> answers; // "place=2"
    std::optional<std::string> note;
    Id<core::Account> signed_by;
    Date signed_on;
    Instant signed_at;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &PartRow::id), field("assessment", &PartRow::assessment),
            field("dimension", &PartRow::dimension), field("profession", &PartRow::profession),
            field("answers", &PartRow::answers).sealed(Mark::health),
            field("note", &PartRow::note).sealed(Mark::health),
            field("signed_by", &PartRow::signed_by), field("signed_on", &PartRow::signed_on),
            field("signed_at", &PartRow::signed_at));
    }
};

struct ExtensionRow {
    static constexpr const char* title = "ExtensionRow";
    static constexpr const char* table = "cases_extension";

    Id<Extension> id;
    Id<Case> case_id;
    Date from_on;
    Date to_on;
    std::string reason; // it may say that somebody is ill: sealed
    std::optional<std::string> note;
    Id<core::Account> extended_by;
    Date extended_on;
    Instant extended_at;
    std::optional<Instant> undone_at;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &ExtensionRow::id), field("case_id", &ExtensionRow::case_id),
                          field("from_on", &ExtensionRow::from_on),
                          field("to_on", &ExtensionRow::to_on),
                          field("reason", &ExtensionRow::reason).sealed(Mark::health),
                          field("note", &ExtensionRow::note).sealed(Mark::note),
                          field("extended_by", &ExtensionRow::extended_by),
                          field("extended_on", &ExtensionRow::extended_on),
                          field("extended_at", &ExtensionRow::extended_at),
                          field("undone_at", &ExtensionRow::undone_at));
    }
};

// Which cases a scope sees, in SQL: the columns stand in `c`, the four values are named by their
// places.
std::string visible(const char* reach, const char* account, const char* teams, const char* guarded);

// Cancelled cases are found too: they can be restored.
std::optional<StoredCase> find_case(store::Transaction& transaction, const core::Scope& scope,
                                    const Id<Case>& id);
// What everybody in the city may ask of: with no scope, for guards and for the cards of a person.
std::optional<StoredCase> find_open_case(store::Transaction& transaction,
                                         const Id<people::Person>& person);
std::vector<StoredCase> cases_of(store::Transaction& transaction, const Id<people::Person>& person);

// Where a list goes on: after this case, in the order of opening, newest first.
struct Cursor {
    Date opened_on;
    Id<Case> id;
};

struct Chosen {
    std::optional<std::string> state;
    std::optional<Id<core::Account>> worker;
    std::optional<Date> ends_until; // open temporary cases that end by then
    std::optional<Cursor> after;
    int limit = 50;
};

// Without person_card and worker_name, which other modules know.
std::vector<CaseLine> list_lines(store::Transaction& transaction, const core::Scope& scope,
                                 const Chosen& chosen);

// Newest first.
std::vector<StoredIntervention> interventions_of(store::Transaction& transaction,
                                                 const Id<Case>& id);
std::optional<StoredIntervention> find_intervention(store::Transaction& transaction,
                                                    const Id<Intervention>& id);

// The one that stands: not withdrawn.
std::optional<StoredHandOver> find_hand_over(store::Transaction& transaction, const Id<Case>& id);

// The first and the last day on which something was done in the case: interventions, sending.
struct Worked {
    std::optional<Date> first;
    std::optional<Date> last;
};
Worked worked_in(store::Transaction& transaction, const Id<Case>& id);

// ---- plans

std::optional<PlanRow> find_plan(store::Transaction& transaction, const Id<Case>& id);
// In the order of writing, cancelled ones among them.
std::vector<GoalRow> goals_of(store::Transaction& transaction, const Id<Case>& id);
std::optional<GoalRow> find_goal(store::Transaction& transaction, const Id<Goal>& id);
std::vector<ActionRow> actions_of(store::Transaction& transaction, const Id<Goal>& id);
std::optional<ActionRow> find_action(store::Transaction& transaction, const Id<Action>& id);

// ---- assessments

// Newest first, cancelled ones among them.
std::vector<AssessmentRow> assessments_of(store::Transaction& transaction, const Id<Case>& id);
std::optional<AssessmentRow> find_assessment(store::Transaction& transaction,
                                             const Id<Assessment>& id);
// In the order of signing.
std::vector<PartRow> parts_of(store::Transaction& transaction, const Id<Assessment>& id);
std::optional<PartRow> find_part(store::Transaction& transaction, const Id<Assessment>& id,
                                 const std::string& dimension, const std::string& profession);

// ---- extensions

// Newest first, without those undone.
std::vector<ExtensionRow> extensions_of(store::Transaction& transaction, const Id<Case>& id);
std::optional<ExtensionRow> find_extension(store::Transaction& transaction,
                                           const Id<Extension>& id);

} // namespace cases
