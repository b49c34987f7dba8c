// SPDX-License-Identifier: EUPL-1.2
// What persons have asked about their own data: one request runs, two erasures wait for a hand.
#include "app/cast_telling.h"

namespace cast {

namespace {

void tell_of_erasures(Story& story)
{
    // Fatou, under both her records: granted, and not yet approved.
    story.ago(18, 11, 0, "paola@roma", "POST /api/rights/requests",
              R"({"id":$rights_request_granted,"person":$fatou,"kind":"ERASURE",)"
              R"("received_on":$day,"how":"WRITTEN"})",
              "rights_request");
    story.ago(6, 10, 0, "marco@roma", "PUT /api/rights/requests/$rights_request_granted/answer",
              R"({"outcome":"GRANTED","answered_on":$day})", "rights_request");
    // Yusuf: approved by the officer; somebody else must carry it out.
    story.ago(25, 12, 0, "sara@roma", "POST /api/rights/requests",
              R"({"id":$rights_request_approved,"person":$yusuf,"kind":"ERASURE",)"
              R"("received_on":$day,"how":"EMAIL",)"
              R"("words":"Ho un lavoro e una casa, vorrei non comparire più"})",
              "rights_request");
    story.ago(12, 9, 30, "marco@roma", "PUT /api/rights/requests/$rights_request_approved/answer",
              R"({"outcome":"GRANTED","answered_on":$day})", "rights_request");
    story.ago(3, 9, 40, "dpo@roma",
              "PUT /api/rights/requests/$rights_request_approved/erasure/approval", "",
              "rights_request");
}

} // namespace

void tell_of_rights(Story& story)
{
    story.ago(5, 10, 15, "sara@roma", "POST /api/rights/requests",
              R"({"id":$rights_request,"person":$amina,"kind":"ACCESS","received_on":$day,)"
              R"("how":"IN_PERSON",)"
              R"("words":"Vuole sapere che cosa abbiamo scritto e chi l'ha letto"})",
              "rights_request");
    story.ago(20, 15, 0, "paola@roma", "POST /api/rights/requests",
              R"({"id":$rights_request_answered,"person":$ibrahima,"kind":"RECTIFICATION",)"
              R"("received_on":$day,"how":"IN_PERSON","words":"L'anno di nascita"})",
              "rights_request");
    story.ago(19, 9, 0, "marco@roma", "PUT /api/rights/requests/$rights_request_answered/answer",
              R"({"outcome":"GRANTED","answered_on":$day,"note":"Corretto alla sua presenza"})",
              "rights_request");
    // Of Samuel, whom the équipe for minors alone reads.
    story.ago(4, 16, 30, "ines@roma", "POST /api/rights/requests",
              R"({"id":$rights_request_samuel,"person":$samuel,"kind":"ACCESS",)"
              R"("received_on":$day,"how":"REPRESENTATIVE"})",
              "rights_request");
    tell_of_erasures(story);
}

} // namespace cast
