// SPDX-License-Identifier: EUPL-1.2
// A boy alone at Termini, whom the équipe for minors has taken into its care.
#include "app/cast_telling.h"

namespace cast {

namespace {

// Adama went on to another region in autumn; all that SINBA asks is there.
void tell_of_adama(Story& story)
{
    story.ago(70, 11, 0, "ines@roma", "POST /api/people/persons",
              R"({"id":$adama,"given_name":"Adama","family_name":"Sanogo","gender":"F",)"
              R"("birth_year":2011,"citizenship":"CI","languages":["fr"]})",
              "care");
    story.ago(70, 11, 30, "ines@roma", "POST /api/minors/files",
              R"({"id":$file_adama,"person":$adama,"found_on":$day,"unaccompanied":true,)"
              R"("source":"13"})",
              "care");
    story.ago(69, 9, 0, "ines@roma", "POST /api/minors/files/$file_adama/steps",
              R"({"id":$step_adama,"what":"REPORT_COURT","on":$day})", "care");
    story.ago(60, 9, 0, "ines@roma", "PUT /api/minors/files/$file_adama",
              R"({"found_on":$day-10,"unaccompanied":true,"source":"13","living_place":"4",)"
              R"("condition":"3","school":"6","work":"1","disabled":false,"family":["1"],)"
              R"("assessment":"12","family_assessment":"1","residence_country":"100",)"
              R"("residence_region":"12","benefits":["A1.01"],"mother_education":"2",)"
              R"("facility_nature":"5","facility_form":"1","facility_kind":"2",)"
              R"("collaboration":"8"})",
              "care");
    story.ago(40, 9, 0, "ines@roma", "POST /api/minors/files/$file_adama/closure",
              R"({"on":$day,"reason":"2","situation":"4","release":false})", "care");
}

} // namespace

void tell_of_minors(Story& story)
{
    tell_of_adama(story);

    story.ago(20, 22, 30, "giulia@roma", "POST /api/people/persons",
              R"({"id":$samuel,"given_name":"Samuel","family_name":"Weldu","gender":"M",)"
              R"("birth_date":$day-6430,"citizenship":"ER","languages":["ti","ar"]})");
    story.ago(20, 22, 40, "giulia@roma", "POST /api/outreach/contacts",
              R"({"id":$contact_samuel,"at":$now-5,"setting":"STATION","district":"RM-I",)"
              R"("person":$samuel,"languages":["ti"],"mediator_present":true,)"
              R"("circumstances":["V01","V02"],"interventions":["PIS.KIT","MED.CULT"],)"
              R"("outcome":"ENGAGED"})");
    story.ago(20, 22, 50, "giulia@roma", "POST /api/screening/screenings",
              R"({"id":$screening_samuel,"person":$samuel,"day":$day,"findings":[)"
              R"({"circumstance":"V02","severity":"high","source":"TOLD"}]})");
    story.ago(20, 23, 0, "giulia@roma", "POST /api/minors/files",
              R"({"id":$minor_file,"person":$samuel,"found_on":$day,"unaccompanied":true,)"
              R"("source":"4","note":"Dice di essere partito da Lampedusa due settimane fa"})");

    // Ines, of the équipe. The guardian is late, and so are the papers for SINBA.
    story.ago(19, 9, 10, "ines@roma", "POST /api/minors/files/$minor_file/steps",
              R"({"id":$minor_step,"what":"REPORT_COURT","on":$day})", "care");
    story.ago(19, 11, 0, "ines@roma", "POST /api/cases/cases",
              R"({"id":$case_samuel,"person":$samuel,"kind":"integrated","opened_on":$day,)"
              R"("district":"RM-I","needs":["MINORS","HOUSING"]})",
              "care");
    story.ago(19, 11, 20, "ines@roma", "POST /api/cases/cases/$case_samuel/interventions",
              R"({"id":$intervention_samuel,"code":"MIN.PRES","on":$day})", "care");
    story.ago(19, 11, 30, "ines@roma", "POST /api/cases/cases/$case_samuel/goals",
              R"({"id":$goal_samuel,"area":"ITALIAN_SCHOOL","words":"Andare a scuola",)"
              R"("responsible":$ines,"due_on":$day+60})",
              "care");
    story.ago(19, 11, 40, "ines@roma", "POST /api/cases/goals/$goal_samuel/actions",
              R"({"id":$action_samuel,"words":"Iscrizione al CPIA","doer":"WORKER",)"
              R"("due_on":$day+20})",
              "care");
    story.ago(18, 10, 0, "ines@roma", "PUT /api/minors/files/$minor_file",
              R"({"found_on":$day-2,"unaccompanied":true,"source":"4","living_place":"4",)"
              R"("condition":"1","school":"1","work":"1","disabled":false,"family":["3"],)"
              R"("assessment":"12","residence_country":"100",)"
              R"("note":"Dice di essere partito da Lampedusa due settimane fa"})",
              "care");
    story.ago(17, 15, 0, "ines@roma", "POST /api/minors/files/$minor_file/steps",
              R"({"id":$step_sim,"what":"SIM","on":$day})", "care");
    story.ago(12, 16, 0, "ines@roma", "POST /api/minors/files/$minor_file/steps",
              R"({"id":$step_heard,"what":"HEARD","on":$day,"heard":true,)"
              R"("took_part":["social_worker","cultural_mediator","psychologist"],)"
              R"("words":"Vuole andare a scuola, e telefonare a sua sorella in Svezia"})",
              "care");
    story.ago(9, 10, 30, "ines@roma", "POST /api/referrals/referrals",
              R"({"id":$referral_samuel,"ticket":$ticket_of_samuel,"person":$samuel,)"
              R"("case":$case_samuel,"service":$service,"area":"HEALTH",)"
              R"("mode":"WARM","district":"RM-I","language":"ti","told_name":"Samuel"})",
              "care");
    story.ago(8, 9, 0, "ines@roma", "POST /api/referrals/referrals/$referral_samuel/steps",
              R"({"id":$step_samuel,"what":"accepted"})", "care");
}

} // namespace cast
