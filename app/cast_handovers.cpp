// SPDX-License-Identifier: EUPL-1.2
// Who was handed over or referred to another city, or from there.
#include "app/cast_telling.h"

namespace cast {

namespace {

// Selam stays in charge in Milano, and Karim and Samuel in Roma: the other city is asked for
// something, and nobody has answered yet.
void tell_of_referrals_between_cities(Story& story)
{
    story.ago(3, 12, 20, "teresa@milano", "POST /api/handovers/sent",
              R"({"id":$referral_received,"kind":"referral","case":$case_milano,)"
              R"("to_city":"roma","area":"LEGAL","parts":["CASE"],"basis":"SERVICES",)"
              R"("notified_on":$day,"message":"Ricongiungimento: il marito è a Roma"})",
              "care");
    story.ago(2, 12, 20, "luca@roma", "POST /api/handovers/sent",
              R"({"id":$referral_sent,"kind":"referral","case":$case_luca,"to_city":"milano",)"
              R"("area":"WORK","parts":["CASE"],"basis":"REQUEST","notified_on":$day-1,)"
              R"("message":"Un colloquio di lavoro a Milano: serve chi lo accompagni"})",
              "care");
    story.ago(2, 12, 40, "ines@roma", "POST /api/handovers/sent",
              R"({"id":$referral_sent_samuel,"kind":"referral","case":$case_samuel,)"
              R"("to_city":"milano","area":"MINORS","parts":["CASE"],"basis":"SERVICES",)"
              R"("notified_on":$day,"message":"La zia vive a Milano: si chiede di incontrarla"})",
              "care");
}

} // namespace

void tell_of_handovers(Story& story)
{
    // Karim and Dawit, in charge with Luca. Dawit goes to his brother in Milano, which has not
    // answered yet.
    story.ago(30, 10, 5, "luca@roma", "POST /api/people/persons",
              R"({"id":$karim,"given_name":"Karim","family_name":"Mansour","gender":"M",)"
              R"("birth_year":1979,"citizenship":"EG","languages":["ar"]})",
              "care");
    story.ago(30, 10, 20, "luca@roma", "POST /api/cases/cases",
              R"({"id":$case_luca,"person":$karim,"kind":"integrated","opened_on":$day,)"
              R"("district":"RM-V","needs":["HOUSING"]})",
              "care");
    story.ago(20, 10, 5, "luca@roma", "POST /api/people/persons",
              R"({"id":$dawit,"given_name":"Dawit","family_name":"Haile","gender":"M",)"
              R"("birth_year":1996,"citizenship":"ET","languages":["am"]})",
              "care");
    story.ago(20, 10, 20, "luca@roma", "POST /api/cases/cases",
              R"({"id":$case_offered,"person":$dawit,"kind":"temporary","opened_on":$day,)"
              R"("ends_on":$day+60,"district":"RM-I","needs":["HOUSING","WORK"]})",
              "care");
    story.ago(2, 12, 0, "luca@roma", "POST /api/handovers/sent",
              R"({"id":$handover_sent,"case":$case_offered,"to_city":"milano",)"
              R"("parts":["CASE","INTERVENTIONS"],"basis":"REQUEST","notified_on":$day-1,)"
              R"("message":"Suo fratello vive a Milano e lo ospita da lunedì"})",
              "care");

    // And Hodan comes from Milano.
    story.ago(12, 10, 5, "teresa@milano", "POST /api/people/persons",
              R"({"id":$hodan,"given_name":"Hodan","family_name":"Warsame","gender":"F",)"
              R"("birth_year":1991,"citizenship":"SO","languages":["so","it"]})",
              "care");
    story.ago(12, 10, 20, "teresa@milano", "POST /api/cases/cases",
              R"({"id":$case_hodan,"person":$hodan,"kind":"temporary","opened_on":$day,)"
              R"("ends_on":$day+40,"district":"MI-1","needs":["PSYCHOSOCIAL"]})",
              "care");
    story.ago(3, 12, 0, "teresa@milano", "POST /api/handovers/sent",
              R"({"id":$handover_received,"case":$case_hodan,"to_city":"roma",)"
              R"("parts":["CASE"],"basis":"SERVICES","notified_on":$day,)"
              R"("message":"Torna a Roma, dove ha i figli"})",
              "care");
    tell_of_referrals_between_cities(story);
}

} // namespace cast
