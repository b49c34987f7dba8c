// SPDX-License-Identifier: EUPL-1.2
// The part of the cast's story that is around an outing: what is planned, loaded, and done besides.
#include "app/cast_telling.h"

namespace cast {

void tell_of_shifts(Story& story)
{
    // Of the day of tonight's outing, which after midnight is yesterday.
    const bool after_midnight = local_hour(story.now()) < 4;
    const auto day = to_string(after_midnight ? story.today().plus_days(-1) : story.today());
    const auto ago = [&](int minutes) { return story.now().plus_seconds(-60LL * minutes); };
    const auto plan = [&](const char* stop, const char* place) {
        story.tell(ago(46), "giulia@roma", "POST /api/shifts/stops",
                   std::string(R"({"id":$)") + stop + R"(,"team":"um1","day":")" + day +
                       R"(","band":"evening","district":"RM-I","place":")" + place + "\"}",
                   "outreach");
    };
    plan("stop", "Via Marsala, lato binari");
    plan("stop_cancelled", "Piazza Indipendenza");
    story.minutes_ago(45, "giulia@roma", "DELETE /api/shifts/stops/$stop_cancelled", "");
    story.minutes_ago(44, "chiara@roma",
                      "PUT /api/shifts/outings/$outing_tonight/materials/BLANKET",
                      R"({"loaded":20})");
    story.minutes_ago(14, "omar@roma", "POST /api/shifts/activities",
                      R"({"id":$activity,"outing":$outing_tonight,"task":"NETWORK",)"
                      R"("what":"Accordo con l'ambulatorio: due visite domattina"})");
    story.minutes_ago(13, "omar@roma", "POST /api/shifts/activities",
                      R"({"id":$activity_cancelled,"outing":$outing_tonight,"task":"DESK",)"
                      R"("what":"Prova"})");
    story.minutes_ago(12, "omar@roma", "DELETE /api/shifts/activities/$activity_cancelled", "");
}

} // namespace cast
