// SPDX-License-Identifier: EUPL-1.2
// Who was sent to which service, and what became of it.
#include "app/cast_telling.h"

namespace cast {

namespace {

constexpr auto referrals = "POST /api/referrals/referrals";

} // namespace

void tell_of_referrals(Story& story)
{
    // Amina, from her case: the doctors have said yes on the telephone.
    story.ago(3, 10, 10, "sara@roma", referrals,
              R"({"id":$referral,"ticket":$referral_ticket,"person":$amina,"case":$case_amina,)"
              R"("service":$service,"area":"HEALTH","mode":"WARM","district":"RM-I",)"
              R"("language":"fr","interpreter":true,"told_name":"Amina",)"
              R"("message":"Tosse da tre settimane, non ha ancora un medico",)"
              R"("note":"Preferisce una dottoressa"})",
              "care");
    story.ago(
        2, 9, 15, "sara@roma", "POST /api/referrals/referrals/$referral/steps",
        R"({"id":$referral_step,"what":"accepted","words":"Giovedì mattina, chiedere di Nora"})",
        "care");

    // Ibrahima, at night: no bed in the shelter.
    story.ago(6, 21, 50, "giulia@roma", referrals,
              R"({"id":$referral_refused,"ticket":$ticket_of_refused,"person":$ibrahima,)"
              R"("service":$service_shelter,"area":"HOUSING","mode":"URGENT","district":"RM-I",)"
              R"("language":"fr","told_name":"Ibrahima","message":"Dorme a Termini, fa freddo"})");
    story.ago(6, 22, 20, "giulia@roma", "POST /api/referrals/referrals/$referral_refused/steps",
              R"({"id":$step_refused,"what":"refused","outcome":"NO_CAPACITY"})");

    // And to the lawyers, who have not answered.
    story.ago(
        12, 16, 0, "paola@roma", referrals,
        R"({"id":$referral_late,"ticket":$ticket_of_late,"person":$ibrahima,)"
        R"("service":$service_lawyer,"area":"LEGAL","mode":"WRITTEN","district":"RM-I",)"
        R"("language":"fr","told_name":"Ibrahima Sow","message":"Permesso scaduto a giugno"})",
        "care");

    // Fatou, to eat: over.
    story.ago(21, 11, 30, "paola@roma", referrals,
              R"({"id":$referral_closed,"ticket":$ticket_of_closed,"person":$fatou,)"
              R"("service":$service_kitchen,"area":"BASIC_NEEDS","mode":"INFO","district":"RM-II",)"
              R"("language":"wo"})",
              "care");
    story.ago(18, 11, 40, "paola@roma", "POST /api/referrals/referrals/$referral_closed/steps",
              R"({"id":$step_closed,"what":"closed","outcome":"SERVICE_PROVIDED"})", "care");
}

} // namespace cast
