// SPDX-License-Identifier: EUPL-1.2
// Cases at a glance.
#include "cases/acts.h"
#include "cases/assessments.h"
#include "cases/diary.h"
#include "cases/plan.h"
#include "cases/rows.h"

namespace cases {

namespace {

using namespace core;

// Of assessments, and of the days that a temporary case is given more.
std::vector<Act> acts_of_assessments()
{
    return {
        act("cases.list_instruments", "GET /api/cases/instruments", readers, list_instruments),
        act("cases.begin_assessment", "POST /api/cases/cases/{case}/assessments", workers,
            begin_assessment),
        act("cases.list_assessments", "GET /api/cases/cases/{case}/assessments", readers,
            list_assessments),
        act("cases.get_assessment", "GET /api/cases/assessments/{id}", readers, get_assessment),
        act("cases.sign_part", "PUT /api/cases/assessments/{id}/parts/{dimension}", readers,
            sign_part),
        act("cases.close_assessment", "POST /api/cases/assessments/{id}/close", workers,
            close_assessment),
        act("cases.cancel_assessment", "DELETE /api/cases/assessments/{id}", workers,
            cancel_assessment),
        act("cases.restore_assessment", "POST /api/cases/assessments/{id}/restore", workers,
            restore_assessment),

        act("cases.extend_case", "POST /api/cases/cases/{case}/extension", workers, extend_case),
        act("cases.undo_extension", "DELETE /api/cases/extensions/{id}", workers, undo_extension),
    };
}

std::vector<Act> acts_of_the_diary()
{
    return {
        act("cases.get_diary", "GET /api/cases/cases/{case}/diary", readers, get_diary),
        act("cases.add_note", "POST /api/cases/cases/{case}/notes", readers, add_note),
        act("cases.change_note", "PUT /api/cases/notes/{id}", readers, change_note),
        act("cases.cancel_note", "DELETE /api/cases/notes/{id}", readers, cancel_note),
        act("cases.restore_note", "POST /api/cases/notes/{id}/restore", readers, restore_note),

        act("cases.add_appointment", "POST /api/cases/cases/{case}/appointments", readers,
            add_appointment),
        act("cases.change_appointment", "PUT /api/cases/appointments/{id}", readers,
            change_appointment),
        act("cases.cancel_appointment", "DELETE /api/cases/appointments/{id}", readers,
            cancel_appointment),
        act("cases.restore_appointment", "POST /api/cases/appointments/{id}/restore", readers,
            restore_appointment),
        act("cases.list_my_appointments", "GET /api/cases/appointments", readers,
            list_my_appointments),
        // Nothing in it says who anybody is: no purpose is asked.
        act("cases.print_calendar", "GET /api/cases/calendar", readers, print_calendar)
            .with_answer("text/calendar"),
    };
}

std::vector<Holding> holdings()
{
    return {
        holding<StoredCase>("case")
            .of_person({"person"})
            .coded_as<Case>()
            .running_until({"closed_on", "cancelled_at"}),
        holding<StoredIntervention>("case")
            .through("case_id", "cases_case")
            .coded_as<Intervention>(),
        holding<StoredHandOver>("case").through("case_id", "cases_case").coded_as<RecordHandOver>(),
        holding<ExtensionRow>("case").through("case_id", "cases_case").coded_as<Extension>(),
        holding<PlanRow>("plan").through("id", "cases_case").coded_as<Plan>().untold({"version"}),
        holding<GoalRow>("plan").through("case_id", "cases_case").coded_as<Goal>(),
        holding<ActionRow>("plan").through("goal", "cases_goal").coded_as<Action>(),
        holding<AssessmentRow>("assessment")
            .through("case_id", "cases_case")
            .untold({"instrument", "version"}),
        holding<PartRow>("assessment").through("assessment", "cases_assessment"),
        holding<NoteRow>("diary")
            .through("case_id", "cases_case")
            .reserved_where("kept_to", "profession")
            .untold({"day", "kept_to", "profession"}),
        holding<AppointmentRow>("diary").through("case_id", "cases_case").coded_as<Appointment>(),
    };
}

} // namespace

core::Module module()
{
    instruments(); // a fault in them stops the program at its start

    Module cases{
        "cases",
        Where::city,
        {
            act("cases.open_case", "POST /api/cases/cases", workers, open_case),
            act("cases.list_cases", "GET /api/cases/cases", readers, list_cases),
            act("cases.get_case", "GET /api/cases/cases/{id}", readers, get_case),
            act("cases.change_case", "PUT /api/cases/cases/{id}", readers, change_case),
            act("cases.cancel_case", "DELETE /api/cases/cases/{id}", readers, cancel_case),
            act("cases.restore_case", "POST /api/cases/cases/{id}/restore", readers, restore_case),
            act("cases.list_of_person", "GET /api/cases/persons/{id}/cases", city_team,
                list_of_person),

            act("cases.record_intervention", "POST /api/cases/cases/{case}/interventions", workers,
                record_intervention),
            act("cases.cancel_intervention", "DELETE /api/cases/interventions/{id}", workers,
                cancel_intervention),
            act("cases.restore_intervention", "POST /api/cases/interventions/{id}/restore", workers,
                restore_intervention),

            act("cases.record_hand_over", "POST /api/cases/cases/{id}/hand_over", workers,
                record_hand_over),
            act("cases.accept_hand_over", "POST /api/cases/cases/{id}/hand_over/accept", workers,
                accept_hand_over),
            act("cases.remove_hand_over", "DELETE /api/cases/cases/{id}/hand_over", workers,
                remove_hand_over),

            act("cases.get_plan", "GET /api/cases/cases/{case}/plan", readers, get_plan),
            act("cases.write_plan", "PUT /api/cases/cases/{case}/plan", workers, write_plan),
            act("cases.approve_plan", "POST /api/cases/cases/{case}/plan/approval",
                may(city_coordinator), approve_plan),
            act("cases.withdraw_approval", "DELETE /api/cases/cases/{case}/plan/approval",
                may(city_coordinator), withdraw_approval),
            act("cases.print_plan", "GET /api/cases/cases/{case}/plan/sheet", readers, print_plan)
                .with_answer("application/pdf", true),
            act("cases.add_goal", "POST /api/cases/cases/{case}/goals", workers, add_goal),
            act("cases.change_goal", "PUT /api/cases/goals/{id}", workers, change_goal),
            act("cases.cancel_goal", "DELETE /api/cases/goals/{id}", workers, cancel_goal),
            act("cases.restore_goal", "POST /api/cases/goals/{id}/restore", workers, restore_goal),
            act("cases.judge_goal", "PUT /api/cases/goals/{id}/outcome", workers, judge_goal),
            act("cases.add_action", "POST /api/cases/goals/{goal}/actions", workers, add_action),
            act("cases.change_action", "PUT /api/cases/actions/{id}", workers, change_action),
            act("cases.cancel_action", "DELETE /api/cases/actions/{id}", workers, cancel_action),
            act("cases.restore_action", "POST /api/cases/actions/{id}/restore", workers,
                restore_action),

            act("cases.close_case", "POST /api/cases/cases/{id}/close", workers, close_case),
            act("cases.reopen_case", "POST /api/cases/cases/{id}/reopen", workers, reopen_case),
        }};
    cases.holdings = holdings();
    for (auto& act : acts_of_assessments())
        cases.acts.push_back(std::move(act));
    for (auto& act : acts_of_the_diary())
        cases.acts.push_back(std::move(act));
    return cases;
}

} // namespace cases
