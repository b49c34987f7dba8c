// SPDX-License-Identifier: EUPL-1.2
// The part of the cast's story that is about screenings and early warnings.
#include "app/cast_telling.h"

namespace cast {

void tell_of_screenings(Story& story)
{
    // Amina, pregnant and in the street: seen by the unit, answered the next morning.
    story.ago(3, 21, 45, "giulia@roma", "POST /api/screening/screenings",
              R"({"id":$screening_amina,"person":$amina,"contact":$contact_amina,"day":$day,)"
              R"("findings":[{"circumstance":"V05","severity":"medium","source":"TOLD"},)"
              R"({"circumstance":"V17","severity":"high","source":"SEEN"}]})");
    story.ago(2, 10, 30, "sara@roma", "PUT /api/screening/warnings/$warning_answered/answer",
              R"({"answer":"TAKEN_UP","note":"Posto letto da stasera, visita giovedì"})", "care");

    // Mamadou: what Omar has seen is for few to read, and nobody has answered yet.
    story.ago(9, 22, 30, "omar@roma", "POST /api/screening/screenings",
              R"({"id":$screening_mamadou,"person":$mamadou,"day":$day,)"
              R"("findings":[{"circumstance":"V07","severity":"low","source":"SEEN"},)"
              R"({"circumstance":"V17","severity":"low","source":"SEEN"}],)"
              R"("note":"Un uomo lo aspetta sempre all'angolo"})");

    // Ibrahima: three weeks ago the documents, tonight the street and nobody left.
    story.ago(20, 17, 0, "paola@roma", "POST /api/screening/screenings",
              R"({"id":$screening_before,"person":$ibrahima,"day":$day,)"
              R"("findings":[{"circumstance":"V18","severity":"low","source":"DOCUMENT"}]})");
    story.minutes_ago(36, "giulia@roma", "POST /api/screening/screenings",
                      R"({"id":$screening_cancelled,"person":$ibrahima,"day":$day,)"
                      R"("findings":[{"circumstance":"V16","severity":"medium",)"
                      R"("source":"REPORTED"}],"note":"Era un altro"})");
    story.minutes_ago(34, "giulia@roma", "DELETE /api/screening/screenings/$screening_cancelled",
                      "");
    story.minutes_ago(28, "giulia@roma", "POST /api/screening/screenings",
                      R"({"id":$screening,"person":$ibrahima,"day":$day,)"
                      R"("findings":[{"circumstance":"V18","severity":"low","source":"TOLD"},)"
                      R"({"circumstance":"V17","severity":"medium","source":"SEEN"},)"
                      R"({"circumstance":"V19","severity":"low","source":"TOLD"}]})");
}

} // namespace cast
