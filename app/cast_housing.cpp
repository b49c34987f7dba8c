// SPDX-License-Identifier: EUPL-1.2
// Places to live in Roma: a flat where men live together, a dormitory, a community for minors;
// who lives there, who will, and who asked for a place.
#include "app/cast_telling.h"

namespace cast {

namespace {

constexpr auto stays = "POST /api/housing/stays";
constexpr auto requests = "POST /api/housing/requests";

void add_bed(Story& story, Date day, const char* bed, const char* body)
{
    story.on(day, 9, 30, "marco@roma", (std::string("PUT /api/housing/beds/$") + bed).c_str(), body,
             "supervision");
}

void tell_of_places(Story& story, Date day)
{
    story.on(day, 9, 0, "marco@roma", "PUT /api/housing/places/$housing_place",
             R"({"name":"Casa di via dei Gelsi","kind":"COHOUSING","district":"RM-V",)"
             R"("address":"Via dei Gelsi 12, Roma","address_kept":false,)"
             R"("run_by":"Cooperativa Radici","living":"3.3","guests":"MEN",)"
             R"("age_min":18,"families":false,"pets":true,)"
             R"("rules":"Cucina e pulizie a turno. Ospiti fino alle 22."})",
             "supervision");
    story.on(day, 9, 5, "marco@roma", "PUT /api/housing/places/$housing_dormitory",
             R"({"name":"Dormitorio di via Marsala","kind":"DORMITORY","district":"RM-I",)"
             R"("address":"Via Marsala 95, Roma","address_kept":false,"living":"2.1",)"
             R"("guests":"ANY","age_min":18,"families":false,"pets":false,)"
             R"("rules":"Si entra dalle 19 alle 23, si esce entro le 8."})",
             "supervision");
    story.on(day, 9, 10, "marco@roma", "PUT /api/housing/places/$housing_faro",
             R"({"name":"Il Faro","kind":"MINORS","district":"RM-XII",)"
             R"("address":"Via del Mare 3, Roma","address_kept":true,"guests":"ANY",)"
             R"("age_max":17,"families":false,"pets":false})",
             "supervision");
    add_bed(story, day, "housing_bed",
            R"({"place":$housing_place,"room":"Stanza 1","name":"Letto A","step_free":false})");
    add_bed(story, day, "housing_bed_free",
            R"({"place":$housing_place,"room":"Stanza 1","name":"Letto B","step_free":false})");
    add_bed(story, day, "housing_bed_closed",
            R"({"place":$housing_place,"room":"Stanza 2","name":"Letto C","step_free":true})");
    add_bed(story, day, "housing_bunk",
            R"({"place":$housing_dormitory,"room":"Camerata","name":"1","step_free":true})");
    add_bed(story, day, "housing_bunk_free",
            R"({"place":$housing_dormitory,"room":"Camerata","name":"2","step_free":true})");
    add_bed(story, day, "housing_bed_of_minors",
            R"({"place":$housing_faro,"room":"Stanza 1","name":"1","step_free":false})");
}

// Yusuf, in the quarter that Marco stated: from the dormitory to a room of his own.
void tell_of_yusufs_nights(Story& story, Date day)
{
    story.on(day.plus_days(1), 19, 30, "sara@roma", stays,
             R"({"id":$housing_stay_ended,"bed":$housing_bunk,"person":$yusuf,"from_on":$day,)"
             R"("until":$day+30,"arrived":true,"living_before":"1.1"})",
             "care");
    story.on(day.plus_days(21), 9, 0, "sara@roma", "PUT /api/housing/stays/$housing_stay_ended/end",
             R"({"on":$day,"reason":"OWN_HOME","living_after":"0.0"})", "care");
}

void tell_of_requests(Story& story)
{
    story.ago(6, 10, 0, "sara@roma", requests,
              R"({"id":$housing_request,"person":$amina,"case_id":$case_amina,)"
              R"("kind":"BRIDGE","from_on":$day+10,"people":1,"children":false,"pet":false,)"
              R"("step_free":false,"note":"Prima del parto"})",
              "care");
    story.ago(5, 12, 0, "paola@roma", requests,
              R"({"id":$housing_request_declined,"person":$ibrahima,"from_on":$day,"people":1,)"
              R"("children":false,"pet":true,"step_free":false,"note":"Ha un cane"})",
              "care");
    story.ago(4, 9, 0, "sara@roma", "PUT /api/housing/requests/$housing_request_declined/answer",
              R"({"reason":"RULES","answer_note":"In dormitorio il cane non entra"})", "care");
    story.ago(4, 9, 30, "paola@roma", requests,
              R"({"id":$housing_request_cancelled,"person":$mamadou,"from_on":$day,"people":1,)"
              R"("children":false,"pet":false,"step_free":false})",
              "care");
    story.ago(4, 9, 31, "paola@roma", "DELETE /api/housing/requests/$housing_request_cancelled", "",
              "care");
    story.ago(17, 10, 0, "ines@roma", requests,
              R"({"id":$housing_request_samuel,"person":$samuel,"kind":"MINORS","from_on":$day,)"
              R"("people":1,"children":false,"pet":false,"step_free":false})",
              "care");
}

// What Karim needs to move on, an agreement of who lives with him, and a shower that leaks.
void tell_of_support(Story& story)
{
    story.ago(21, 10, 0, "luca@roma", "PUT /api/housing/agreements/$housing_agreement",
              R"({"place":$housing_place,"from_on":$day,)"
              R"("words":"Cucina e bagno a turno. Silenzio dalle 23. Ospiti fino alle 22."})",
              "care");
    story.ago(21, 10, 5, "luca@roma", "PUT /api/housing/stays/$housing_stay/agreement",
              R"({"agreement":$housing_agreement,"signed_on":$day})", "care");
    story.ago(9, 11, 0, "luca@roma", "POST /api/housing/supports",
              R"({"id":$housing_support,"person":$karim,"kind":"DEPOSIT","amount":"900.00",)"
              R"("agreed_on":$day,"note":"Monolocale a Centocelle, dal nuovo anno"})",
              "care");
    story.ago(9, 11, 5, "luca@roma", "POST /api/housing/supports/$housing_support/instalments",
              R"({"id":$housing_instalment,"due_on":$day+14,"amount":"450.00"})", "care");
    story.ago(9, 11, 6, "luca@roma", "POST /api/housing/supports/$housing_support/instalments",
              R"({"id":$housing_instalment_cancelled,"due_on":$day+44,"amount":"450.00"})", "care");
    story.ago(9, 11, 7, "luca@roma",
              "DELETE /api/housing/instalments/$housing_instalment_cancelled", "", "care");
    story.ago(9, 11, 10, "luca@roma", "POST /api/housing/supports",
              R"({"id":$housing_support_cancelled,"person":$karim,"kind":"UTILITIES",)"
              R"("amount":"80.50","agreed_on":$day})",
              "care");
    story.ago(9, 11, 11, "luca@roma", "DELETE /api/housing/supports/$housing_support_cancelled", "",
              "care");
    story.ago(8, 11, 0, "ines@roma", "POST /api/housing/supports",
              R"({"id":$housing_support_samuel,"person":$samuel,"kind":"MEDIATION",)"
              R"("amount":"100.00","agreed_on":$day})",
              "care");
    story.ago(8, 11, 1, "ines@roma",
              "POST /api/housing/supports/$housing_support_samuel/instalments",
              R"({"id":$housing_instalment_samuel,"due_on":$day+20,"amount":"100.00"})", "care");
    story.ago(3, 10, 10, "sara@roma", "POST /api/housing/upkeep",
              R"({"id":$housing_upkeep,"place":$housing_place,"bed":$housing_bed_closed,)"
              R"("kind":"REPAIR","what":"La finestra non chiude","urgent":true,"due_on":$day+5})",
              "care");
    story.ago(3, 10, 11, "sara@roma", "POST /api/housing/upkeep",
              R"({"id":$housing_upkeep_cancelled,"place":$housing_dormitory,)"
              R"("kind":"INSPECTION","what":"Controllo degli estintori","urgent":false,)"
              R"("due_on":$day+30})",
              "care");
    story.ago(3, 10, 12, "sara@roma", "DELETE /api/housing/upkeep/$housing_upkeep_cancelled", "",
              "care");
}

} // namespace

void tell_of_housing(Story& story)
{
    const auto last = quarter_of(quarter_of(story.today()).begins.plus_days(-1));
    const auto day = quarter_of(last.begins.plus_days(-1)).begins.plus_days(20);
    tell_of_places(story, day);
    tell_of_yusufs_nights(story, day);
    tell_of_requests(story);
    tell_of_support(story);
    story.ago(22, 15, 0, "luca@roma", stays,
              R"({"id":$housing_stay,"bed":$housing_bed,"person":$karim,"from_on":$day,)"
              R"("until":$day+90,"arrived":true,"living_before":"8.1"})",
              "care");
    story.ago(16, 15, 0, "ines@roma", stays,
              R"({"id":$housing_stay_samuel,"bed":$housing_bed_of_minors,"person":$samuel,)"
              R"("from_on":$day,"until":$day+120,"arrived":true,"living_before":"1.1"})",
              "care");
    story.ago(3, 10, 0, "sara@roma", "POST /api/housing/beds/$housing_bed_closed/closings",
              R"({"id":$housing_closing,"reason":"REPAIR","from_on":$day,"until":$day+7})", "care");
    story.ago(3, 10, 5, "sara@roma", "POST /api/housing/beds/$housing_bunk_free/closings",
              R"({"id":$housing_closing_cancelled,"reason":"CLEANING","from_on":$day+14,)"
              R"("until":$day+15})",
              "care");
    story.ago(3, 10, 6, "sara@roma", "DELETE /api/housing/closings/$housing_closing_cancelled", "",
              "care");
    story.ago(1, 17, 0, "sara@roma", stays,
              R"({"id":$housing_stay_promised,"bed":$housing_bunk,"person":$mamadou,)"
              R"("from_on":$day+1,"until":$day+8,"arrived":false,"living_before":"1.1"})",
              "care");
    story.ago(1, 17, 10, "sara@roma", stays,
              R"({"id":$housing_stay_cancelled,"bed":$housing_bunk_free,"person":$ibrahima,)"
              R"("from_on":$day+1,"until":$day+6,"arrived":false})",
              "care");
    story.ago(1, 17, 11, "sara@roma", "DELETE /api/housing/stays/$housing_stay_cancelled", "",
              "care");
}

} // namespace cast
