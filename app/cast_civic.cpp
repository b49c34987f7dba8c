// SPDX-License-Identifier: EUPL-1.2
// Civic engagement in Roma, invented: a park that is cared for by migrants and residents, a project
// that is over, one whose insurance has ended; and who takes part in a council.
#include "app/cast_telling.h"

namespace cast {

namespace {

// A brown picture, and a green one; nothing else is on them.
#define BROWN                                                                                      \
    R"("iVBORw0KGgoAAAANSUhEUgAAABAAAAAMCAIAAADkharWAAAAFUlEQVR42mOYVhFFEmIY1TCqATsCAFV2)"         \
    R"(DhBSJA5tAAAAAElFTkSuQmCC")"
#define GREEN                                                                                      \
    R"("iVBORw0KGgoAAAANSUhEUgAAABAAAAAMCAIAAADkharWAAAAFUlEQVR42mNIWOBBEmIY1TCqATsCAKjS)"         \
    R"(9gGSYuacAAAAAElFTkSuQmCC")"

constexpr auto projects = "POST /api/civic/projects";
constexpr auto insurances_of_park = "POST /api/civic/projects/$civic_project/insurances";
constexpr auto participants_of_park = "POST /api/civic/projects/$civic_project/participants";
constexpr auto days_of_park = "POST /api/civic/projects/$civic_project/days";
constexpr auto pictures_of_park = "POST /api/civic/projects/$civic_project/pictures";

void tell_of_the_park(Story& story)
{
    story.ago(60, 10, 0, "sara@roma", projects,
              R"({"id":$civic_project,"name":"Sentieri puliti alla Caffarella - esempio",)"
              R"("kind":"GREEN","district":"RM-VII","place":"Parco della Caffarella",)"
              R"("proposer":"TOGETHER","proposer_name":"Comitato di quartiere inventato",)"
              R"("aim":"Pulire i sentieri e ripiantare le siepi, come deciso in due assemblee",)"
              R"("needed_hands":12,"agreement_on":$day,"agreement_until":$day+400,)"
              R"("agreement_number":"esempio RM-VII-1"})",
              "care");
    story.ago(58, 9, 0, "marco@roma", insurances_of_park,
              R"({"id":$civic_insurance,"from_on":$day,"until_on":$day+158,)"
              R"("policy":"Polizza di esempio 1"})",
              "supervision");
    story.ago(58, 9, 2, "marco@roma", insurances_of_park,
              R"({"id":$civic_insurance_cancelled,"from_on":$day-30,"until_on":$day-1})",
              "supervision");
    story.ago(58, 9, 3, "marco@roma", "DELETE /api/civic/insurances/$civic_insurance_cancelled", "",
              "supervision");
    story.ago(58, 9, 5, "marco@roma", insurances_of_park,
              R"({"id":$civic_insurance_spare,"from_on":$day+159,"until_on":$day+520,)"
              R"("policy":"Polizza di esempio 2"})",
              "supervision");
    story.ago(58, 9, 30, "marco@roma", projects,
              R"({"id":$civic_project_cancelled,"name":"Scritto due volte - esempio",)"
              R"("kind":"GREEN","district":"RM-VII","proposer":"CITY"})",
              "supervision");
    story.ago(58, 9, 31, "marco@roma", "DELETE /api/civic/projects/$civic_project_cancelled", "",
              "supervision");
}

void tell_who_takes_part(Story& story)
{
    story.ago(40, 10, 0, "sara@roma", participants_of_park,
              R"({"id":$civic_participant,"kind":"migrant","person":$yusuf,"joined_on":$day})",
              "care");
    story.ago(39, 10, 1, "sara@roma", participants_of_park,
              R"({"id":$civic_ibrahima,"kind":"migrant","person":$ibrahima,"joined_on":$day})",
              "care");
    story.ago(39, 10, 2, "sara@roma", participants_of_park,
              R"({"id":$civic_resident,"kind":"resident","first_name":"Nunzia","joined_on":$day})",
              "care");
    story.ago(39, 10, 3, "sara@roma", participants_of_park,
              R"({"id":$civic_other_resident,"kind":"resident","joined_on":$day})", "care");
    story.ago(40, 10, 4, "sara@roma", participants_of_park,
              R"({"id":$civic_participant_cancelled,"kind":"migrant","person":$amina,)"
              R"("joined_on":$day})",
              "care");
    story.ago(40, 10, 5, "sara@roma", "DELETE /api/civic/participants/$civic_participant_cancelled",
              "", "care");
    // Yusuf has found work: he came until a week ago.
    story.ago(8, 10, 0, "sara@roma", "PUT /api/civic/participants/$civic_participant/end",
              R"({"left_on":$day})", "care");
    // Samuel comes with Ines, who has him in her care.
    story.ago(12, 16, 0, "ines@roma", participants_of_park,
              R"({"id":$civic_participant_samuel,"kind":"migrant","person":$samuel,)"
              R"("joined_on":$day})",
              "care");
}

void tell_of_days(Story& story)
{
    const auto worked = [&](const char* line, const char* body) {
        story.ago(9, 13, 0, "sara@roma", line, body, "care");
    };
    story.ago(15, 11, 0, "sara@roma", days_of_park,
              R"({"id":$civic_day,"day":$day+6,"begins":"09:30","minutes":180,)"
              R"("what":"Il sentiero lungo il fosso"})",
              "care");
    worked("PUT /api/civic/days/$civic_day/participants/$civic_participant",
           R"({"state":"worked"})");
    worked("PUT /api/civic/days/$civic_day/participants/$civic_resident",
           R"({"state":"worked","minutes":150})");
    worked("PUT /api/civic/days/$civic_day/participants/$civic_other_resident",
           R"({"state":"absent"})");
    story.ago(9, 19, 0, "ines@roma",
              "PUT /api/civic/days/$civic_day/participants/$civic_participant_samuel",
              R"({"state":"worked","minutes":120})", "care");
    story.ago(8, 9, 0, "sara@roma", days_of_park,
              R"({"id":$civic_day_cancelled,"day":$day+1,"minutes":120})", "care");
    story.ago(8, 9, 5, "sara@roma", "DELETE /api/civic/days/$civic_day_cancelled", "", "care");
    story.ago(3, 11, 0, "sara@roma", days_of_park,
              R"({"id":$civic_day_next,"day":$day+8,"begins":"09:30","minutes":180,)"
              R"("what":"Le siepi all'ingresso"})",
              "care");
    story.ago(2, 18, 0, "sara@roma",
              "PUT /api/civic/days/$civic_day_next/participants/$civic_ibrahima",
              R"({"state":"coming"})", "care");
    story.ago(2, 18, 1, "sara@roma",
              "PUT /api/civic/days/$civic_day_next/participants/$civic_resident",
              R"({"state":"coming"})", "care");
}

void tell_of_pictures(Story& story)
{
    story.ago(39, 12, 0, "sara@roma", pictures_of_park,
              R"({"id":$civic_picture,"moment":"before","taken_on":$day,)"
              R"("caption":"Il sentiero prima, immagine di esempio","content":)" BROWN "}",
              "care");
    story.ago(9, 14, 0, "sara@roma", pictures_of_park,
              R"({"id":$civic_picture_after,"moment":"after","taken_on":$day,)"
              R"("caption":"Il sentiero dopo, immagine di esempio","content":)" GREEN "}",
              "care");
    story.ago(9, 14, 2, "sara@roma", pictures_of_park,
              R"({"id":$civic_picture_cancelled,"moment":"after","taken_on":$day,"content":)" GREEN
              "}",
              "care");
    story.ago(9, 14, 3, "sara@roma", "DELETE /api/civic/pictures/$civic_picture_cancelled", "",
              "care");
}

void tell_of_other_projects(Story& story)
{
    story.ago(120, 10, 0, "paola@roma", projects,
              R"({"id":$civic_project_ended,"name":"La piazzetta illuminata - esempio",)"
              R"("kind":"SAFETY","district":"RM-V","proposer":"RESIDENTS","agreement_on":$day})",
              "care");
    story.ago(30, 17, 0, "paola@roma", "PUT /api/civic/projects/$civic_project_ended/end",
              R"({"ended_on":$day})", "care");
    story.ago(29, 10, 0, "paola@roma", "PUT /api/civic/projects/$civic_project_ended/result",
              R"({"result":"La piazzetta è illuminata, e la sera ci si ferma di nuovo a parlare",)"
              R"("result_on":$day})",
              "care");
    story.ago(90, 10, 0, "paola@roma", projects,
              R"({"id":$civic_project_uncovered,"name":"La spesa a chi non esce - esempio",)"
              R"("kind":"PEOPLE","district":"RM-I","proposer":"ASSOCIATION","agreement_on":$day})",
              "care");
    story.ago(88, 10, 0, "paola@roma",
              "POST /api/civic/projects/$civic_project_uncovered/insurances",
              R"({"id":$civic_insurance_over,"from_on":$day,"until_on":$day+83})", "care");
}

void tell_of_memberships(Story& story)
{
    constexpr auto memberships = "POST /api/civic/memberships";
    story.ago(20, 12, 0, "sara@roma", memberships,
              R"({"id":$civic_membership,"person":$amina,"body":"COUNCIL",)"
              R"("body_name":"Consulta delle cittadine straniere, inventata",)"
              R"("part":"MEMBER","since":$day})",
              "care");
    story.ago(20, 12, 2, "sara@roma", memberships,
              R"({"id":$civic_membership_cancelled,"person":$amina,"body":"ASSEMBLY",)"
              R"("part":"MEMBER","since":$day})",
              "care");
    story.ago(20, 12, 3, "sara@roma", "DELETE /api/civic/memberships/$civic_membership_cancelled",
              "", "care");
    story.ago(11, 17, 0, "ines@roma", memberships,
              R"({"id":$civic_membership_samuel,"person":$samuel,"body":"ASSEMBLY",)"
              R"("part":"OBSERVER","since":$day})",
              "care");
}

} // namespace

void tell_of_civic(Story& story)
{
    tell_of_the_park(story);
    tell_who_takes_part(story);
    tell_of_days(story);
    tell_of_pictures(story);
    tell_of_other_projects(story);
    tell_of_memberships(story);
}

} // namespace cast
