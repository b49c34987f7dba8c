// SPDX-License-Identifier: EUPL-1.2
// Cases at a glance.
#include "cases/acts.h"
#include "cases/assessments.h"
#include "cases/attachments.h"
#include "cases/diary.h"
#include "cases/diary_rows.h"
#include "cases/opening_rows.h"
#include "cases/openings.h"
#include "cases/plan.h"
#include "cases/rows.h"
#include "cases/vulnerabilities.h"
#include "cases/vulnerability_rows.h"
#include "cases/waiting.h"

namespace cases {

namespace {

using namespace core;

// Of assessments, and of the days that a temporary case is given more.
std::vector<Act> acts_of_assessments()
{
    return {
        act("cases.list_instruments", "GET /api/cases/instruments", shown_openings,
            list_instruments),
        act("cases.begin_assessment", "POST /api/cases/cases/{case}/assessments", workers,
            begin_assessment),
        act("cases.list_assessments", "GET /api/cases/cases/{case}/assessments", shown_openings,
            list_assessments),
        act("cases.get_assessment", "GET /api/cases/assessments/{id}", shown_openings,
            get_assessment),
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

std::vector<Act> acts_of_attachments()
{
    return {
        act("cases.add_attachment", "POST /api/cases/cases/{case}/attachments", readers,
            add_attachment, check_attachment)
            .with_large_body(attachment_request_bytes_max),
        act("cases.get_attachment", "GET /api/cases/attachments/{id}", shown_openings,
            get_attachment)
            .with_answer("application/octet-stream", true),
        act("cases.change_attachment", "PUT /api/cases/attachments/{id}", readers,
            change_attachment),
        act("cases.cancel_attachment", "DELETE /api/cases/attachments/{id}", readers,
            cancel_attachment),
        act("cases.restore_attachment", "POST /api/cases/attachments/{id}/restore", readers,
            restore_attachment),
    };
}

std::vector<Act> acts_of_the_diary()
{
    return {
        act("cases.get_diary", "GET /api/cases/cases/{case}/diary", shown_openings, get_diary),
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
        act("cases.show_waiting", "GET /api/cases/waiting", readers, show_waiting),
        act("cases.set_reminder", "PUT /api/cases/reminder", readers, set_reminder),
    };
}

std::vector<Act> acts_of_vulnerabilities()
{
    return {
        act("cases.list_vulnerabilities", "GET /api/cases/cases/{case}/vulnerabilities",
            shown_openings, list_vulnerabilities),
        act("cases.add_vulnerability", "POST /api/cases/cases/{case}/vulnerabilities", workers,
            add_vulnerability),
        act("cases.change_vulnerability", "PUT /api/cases/vulnerabilities/{id}", workers,
            change_vulnerability),
        act("cases.end_vulnerability", "PUT /api/cases/vulnerabilities/{id}/end", workers,
            end_vulnerability),
        act("cases.answer_vulnerability", "PUT /api/cases/vulnerabilities/{id}/answers", workers,
            answer_vulnerability),
        act("cases.cancel_vulnerability", "DELETE /api/cases/vulnerabilities/{id}", workers,
            cancel_vulnerability),
        act("cases.restore_vulnerability", "POST /api/cases/vulnerabilities/{id}/restore", workers,
            restore_vulnerability),
    };
}

// Of those who do not read the case, and of who controls them.
std::vector<Act> acts_of_openings()
{
    return {
        act("cases.ask_access", "POST /api/cases/cases/{case}/access_requests", city_team,
            ask_access),
        act("cases.list_access_requests", "GET /api/cases/access_requests", city_team,
            list_access_requests),
        act("cases.count_access_requests", "GET /api/cases/access_requests/waiting", readers,
            count_access_requests),
        act("cases.withdraw_access_request", "DELETE /api/cases/access_requests/{id}", city_team,
            withdraw_access_request),
        act("cases.grant_access", "POST /api/cases/access_requests/{id}/grant", readers,
            grant_access),
        act("cases.end_access", "DELETE /api/cases/access_requests/{id}/grant", readers,
            end_access),
        act("cases.refuse_access", "POST /api/cases/access_requests/{id}/refusal", readers,
            refuse_access),

        act("cases.open_in_emergency", "POST /api/cases/cases/{case}/emergency_access", city_team,
            open_in_emergency),
        act("cases.end_emergency_access", "DELETE /api/cases/emergency_accesses/{id}", city_team,
            end_emergency_access),
        act("cases.list_emergency_accesses", "GET /api/cases/emergency_accesses",
            may(data_protection_officer, city_coordinator), list_emergency_accesses),
        act("cases.judge_emergency_access", "PUT /api/cases/emergency_accesses/{id}/judgement",
            may(data_protection_officer), judge_emergency_access),
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
        holding<AttachmentRow>("diary")
            .through("case_id", "cases_case")
            .coded_as<Attachment>()
            .reserved_where("kept_to", "profession")
            .untold({"kept_to", "profession", "format", "bytes"}),
        holding<ContentRow>("").through("id", "cases_attachment").not_told(),
        holding<VulnerabilityRow>("assessment")
            .through("case_id", "cases_case")
            .coded_as<Vulnerability>()
            .untold({"art17", "version"}),
        // What colleagues said to each other. That the case was opened the journal tells.
        holding<AccessRequestRow>("").through("case_id", "cases_case").not_told(),
        holding<EmergencyRow>("").through("case_id", "cases_case").not_told(),
    };
}

} // namespace

core::Module module()
{
    Module cases{
        "cases",
        Where::city,
        {
            act("cases.open_case", "POST /api/cases/cases", workers, open_case),
            act("cases.list_cases", "GET /api/cases/cases", readers, list_cases),
            act("cases.get_case", "GET /api/cases/cases/{id}", shown_openings, get_case),
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

            act("cases.get_plan", "GET /api/cases/cases/{case}/plan", shown_openings, get_plan),
            act("cases.write_plan", "PUT /api/cases/cases/{case}/plan", workers, write_plan),
            act("cases.approve_plan", "POST /api/cases/cases/{case}/plan/approval",
                may(city_coordinator), approve_plan),
            act("cases.withdraw_approval", "DELETE /api/cases/cases/{case}/plan/approval",
                may(city_coordinator), withdraw_approval),
            act("cases.print_plan", "GET /api/cases/cases/{case}/plan/sheet", shown_openings,
                print_plan)
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
        },
        {},
        {{"cases.remind_workers", remind_workers}},
        holdings()};
    for (auto acts_of : {acts_of_assessments, acts_of_the_diary, acts_of_vulnerabilities,
                         acts_of_attachments, acts_of_openings})
        for (auto& act : acts_of())
            cases.acts.push_back(std::move(act));
    cases.check_catalogue = [](const core::Catalogue& catalogue, store::Transaction*) {
        instruments(catalogue);
    };
    cases.entries = instrument_entries;
    return cases;
}

} // namespace cases
