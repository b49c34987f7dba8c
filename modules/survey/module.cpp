// SPDX-License-Identifier: EUPL-1.2
// The survey at a glance.
#include "survey/acts.h"
#include "survey/analysis_acts.h"
#include "survey/house_forms.h"
#include "survey/phone_forms.h"
#include "survey/rows.h"

namespace survey {

namespace {

using namespace core;

// Who plans and looks at it all.
constexpr auto planners = may(survey_researcher, city_coordinator);
// Who is in the field, too.
constexpr auto everyone_in_it = planners | interviewer;

std::vector<Act> acts_of_the_frame()
{
    return {
        act("survey.get_plan", "GET /api/survey/waves/{wave}/plan", planners, get_plan),
        act("survey.plan_strata", "POST /api/survey/waves/{wave}/strata", planners, plan_strata),
        act("survey.set_stratum", "PUT /api/survey/waves/{wave}/strata/{respondents}/{district}",
            planners, set_stratum),
        act("survey.remove_stratum",
            "DELETE /api/survey/waves/{wave}/strata/{respondents}/{district}", planners,
            remove_stratum),
        act("survey.add_centre", "POST /api/survey/waves/{wave}/centres", planners, add_centre),
        act("survey.change_centre", "PUT /api/survey/centres/{id}", planners, change_centre),
        act("survey.remove_centre", "DELETE /api/survey/centres/{id}", planners, remove_centre),
        act("survey.restore_centre", "POST /api/survey/centres/{id}/restore", planners,
            restore_centre),
        act("survey.add_slots", "POST /api/survey/centres/{centre}/slots", planners, add_slots),
        act("survey.remove_slot", "DELETE /api/survey/slots/{id}", planners, remove_slot),
        act("survey.restore_slot", "POST /api/survey/slots/{id}/restore", planners, restore_slot),
        act("survey.set_every", "PUT /api/survey/slots/{id}/every", planners, set_every),
        act("survey.add_units", "POST /api/survey/waves/{wave}/units", planners, add_units),
        act("survey.remove_unit", "DELETE /api/survey/units/{id}", planners, remove_unit),
        act("survey.restore_unit", "POST /api/survey/units/{id}/restore", planners, restore_unit),
        act("survey.draw", "POST /api/survey/waves/{wave}/draw", planners, draw),
        act("survey.undo_draw", "DELETE /api/survey/waves/{wave}/draw/{respondents}", planners,
            undo_draw),
        act("survey.set_interviewer", "PUT /api/survey/slots/{id}/interviewer", planners,
            set_interviewer),
        act("survey.set_unit_interviewer", "PUT /api/survey/units/{id}/interviewer", planners,
            set_unit_interviewer),
    };
}

std::vector<Act> acts_in_the_field()
{
    return {
        act("survey.list_my_slots", "GET /api/survey/mine", may(interviewer), list_my_slots),
        act("survey.count_slot", "PUT /api/survey/slots/{id}/count", everyone_in_it, count_slot),
        act("survey.get_contact", "GET /api/survey/units/{id}/contact", everyone_in_it,
            get_contact),
        // Who coordinates records what a phone sent and was kept aside, in the interviewer's name.
        act("survey.record_interview", "POST /api/survey/interviews",
            may(interviewer, city_coordinator), record_interview),
        act("survey.withdraw_interview", "DELETE /api/survey/interviews/{id}", may(interviewer),
            withdraw_interview),
        act("survey.restore_interview", "POST /api/survey/interviews/{id}/restore",
            may(interviewer), restore_interview),
        act("survey.list_interviews", "GET /api/survey/waves/{wave}/interviews", everyone_in_it,
            list_interviews),
        act("survey.exclude_interview", "PUT /api/survey/interviews/{id}/exclusion", planners,
            exclude_interview),
        act("survey.show_quotas", "GET /api/survey/waves/{wave}/quotas", everyone_in_it,
            show_quotas),
    };
}

} // namespace

core::Module module()
{
    Module survey{
        "survey",
        Where::city,
        {
            act("survey.list_questionnaires", "GET /api/survey/questionnaires", planners,
                list_questionnaires),
            act("survey.import_questionnaire",
                "POST /api/survey/questionnaires/{questionnaire}/versions/{id}", planners,
                import_questionnaire, read_questionnaire)
                .with_large_body(import_request_bytes_max),
            act("survey.get_version", "GET /api/survey/versions/{id}", everyone_in_it, get_version),
            act("survey.get_workbook", "GET /api/survey/versions/{id}/workbook", planners,
                get_workbook)
                .with_answer(workbook_type),
            act("survey.withdraw_version", "DELETE /api/survey/versions/{id}", planners,
                withdraw_version),
            act("survey.restore_version", "POST /api/survey/versions/{id}/restore", planners,
                restore_version),

            act("survey.list_waves", "GET /api/survey/waves", everyone_in_it, list_waves),
            act("survey.add_wave", "POST /api/survey/waves", planners, add_wave),
            act("survey.change_wave", "PUT /api/survey/waves/{id}", planners, change_wave),
            act("survey.remove_wave", "DELETE /api/survey/waves/{id}", planners, remove_wave),
            act("survey.restore_wave", "POST /api/survey/waves/{id}/restore", planners,
                restore_wave),
            act("survey.open_wave", "POST /api/survey/waves/{id}/open", planners, open_wave),
            act("survey.unopen_wave", "DELETE /api/survey/waves/{id}/open", planners, unopen_wave),
            act("survey.close_wave", "POST /api/survey/waves/{id}/close", planners, close_wave),
            act("survey.reopen_wave", "POST /api/survey/waves/{id}/reopen", planners, reopen_wave),
        },
        {},
        {},
        {},
        {{"survey_answer",
          "what respondents of a survey said in their own words: no row leads to a person, and "
          "nobody can tell whose answer it is"},
         {"survey_unit", "how to reach an operator or a body at work, for an interview: none of "
                         "the persons whom we help"}},
        {phone_forms()}};
    for (auto acts_of : {acts_of_the_frame, acts_in_the_field, analysis_acts})
        for (auto& act : acts_of())
            survey.acts.push_back(std::move(act));
    survey.check_catalogue = [](const core::Catalogue& catalogue, store::Transaction*) {
        house_forms(catalogue);
    };
    survey.entries = questionnaire_entries;
    return survey;
}

} // namespace survey
