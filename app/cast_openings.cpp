// SPDX-License-Identifier: EUPL-1.2
// Three nights ago Giulia opened Amina's case in an emergency; she reads Karim's, because Luca said
// yes; and Paola waits for an answer of Sara's.
#include "app/cast_telling.h"

namespace cast {

void tell_of_openings(Story& story)
{
    story.ago(3, 21, 50, "giulia@roma", "POST /api/cases/cases/$case_amina/emergency_access",
              R"({"id":$emergency_access,"reason":"HEALTH","words":"È incinta e sta male: )"
              R"(il 118 chiede se è seguita da qualcuno e che cure fa"})");
    story.ago(3, 21, 51, "giulia@roma", "GET /api/cases/cases/$case_amina", "");
    story.ago(3, 21, 53, "giulia@roma", "GET /api/cases/cases/$case_amina/diary", "");

    story.ago(5, 20, 40, "giulia@roma", "POST /api/cases/cases/$case_luca/access_requests",
              R"({"id":$access_granted,"reason":"Lo incontriamo quasi ogni sera: per non )"
              R"(chiedergli di nuovo quello che ha già raccontato"})");
    story.ago(4, 9, 15, "luca@roma", "POST /api/cases/access_requests/$access_granted/grant",
              R"({"days":14,"words":"Chiamatemi se chiede del dormitorio"})", "care");
    story.ago(1, 16, 20, "paola@roma", "POST /api/cases/cases/$case_amina/access_requests",
              R"({"id":$access_request,"reason":"Domani viene allo sportello: per prepararle )"
              R"(i moduli giusti"})",
              "care");
}

} // namespace cast
