// SPDX-License-Identifier: EUPL-1.2
// The direction counts the persons of the network once: of the days until last month two cities
// have said yes, and it need only begin; of later ones nobody has answered yet. Somebody does not
// want to be compared. Two men are known in two cities each.
#include "app/cast_telling.h"

namespace cast {

namespace {

// Nobody has told Milano where they were before; each is written there as he was heard. Days that
// nobody else of the demonstration was born on, and names that nobody else has.
void tell_of_who_went_on_to_milano(Story& story)
{
    story.ago(33, 21, 40, "strada@taranto", "POST /api/people/persons",
              R"({"id":$tidiane,"given_name":"Tidiane","family_name":"Kourouma","gender":"M",)"
              R"("birth_date":"1987-10-31","citizenship":"ML","languages":["fr","bm"]})");
    story.ago(12, 22, 10, "elena@milano", "POST /api/people/persons",
              R"({"id":$tidiane_in_milano,"given_name":"Tidjane","family_name":"Kuruma",)"
              R"("gender":"M","birth_date":"1987-10-31","citizenship":"ML","languages":["fr"]})");
    story.ago(9, 22, 30, "samir@milano", "POST /api/people/persons",
              R"({"id":$ibrahima_in_milano,"given_name":"Ibrahima","family_name":"SOW",)"
              R"("gender":"M","birth_date":"1999-03-14","citizenship":"SN","languages":["fr"]})");
}

} // namespace

void tell_of_headcount(Story& story)
{
    story.ago(30, 9, 30, "direzione@rete", "POST /api/headcount/rounds",
              R"({"id":$headcount_round_answered,"period_from":$day-90,)"
              R"("period_until":$day-1,"answer_by":$day+20})",
              "statistics");
    for (const auto* coordinator : {"marco@roma", "carlo@milano"})
        story.ago(28, 10, 15, coordinator,
                  "POST /api/headcount/invitations/$headcount_round_answered/part", "{}",
                  "statistics");
    story.ago(4, 9, 30, "direzione@rete", "POST /api/headcount/rounds",
              R"({"id":$headcount_round,"period_from":$day-40,)"
              R"("period_until":$day-1,"answer_by":$day+20})",
              "statistics");
    story.ago(3, 10, 30, "luca@roma", "POST /api/headcount/left_out",
              R"({"id":"01900000-0000-7000-8000-000000303402","person":$karim})", "care");
    tell_of_who_went_on_to_milano(story);
}

} // namespace cast
