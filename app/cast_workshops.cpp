// SPDX-License-Identifier: EUPL-1.2
// The theatre workshop that Elvira leads, and a course of Italian with fewer places than people.
#include "app/cast_telling.h"
#include "core/samples.h"

namespace cast {

namespace {

constexpr auto enrolments = "POST /api/workshops/enrolments";
constexpr auto sessions = "POST /api/workshops/sessions";
constexpr auto amina_last_time =
    "PUT /api/workshops/sessions/$workshop_session/attendance/$enrolment";

void tell_of_the_theatre(Story& story)
{
    story.ago(15, 10, 0, "paola@roma", "PUT /api/workshops/workshops/$workshop",
              R"({"kind":"THEATRE","name":"Laboratorio teatrale","run_by":)"
              R"("Associazione Scena Aperta","place":"Padiglione 17","room":"Sala grande",)"
              R"("district":"RM-I","seats":12,"leaders":[$elvira]})",
              "care");
    // At five in the afternoon: twelve days ago, five days ago, in two days, in nine.
    const auto at = [&](const char* id, const char* when) {
        const auto body = std::string(R"({"id":)") + id + R"(,"workshop":$workshop,"begins_at":)" +
                          when + R"(,"minutes":120})";
        story.ago(15, 10, 5, "paola@roma", sessions, body.c_str(), "care");
    };
    at("$workshop_session_first", "$now+4735");
    at("$workshop_session", "$now+14815");
    at("$workshop_session_coming", "$now+24895");
    at("$workshop_session_cancelled", "$now+34975");
    story.ago(14, 9, 0, "paola@roma", "DELETE /api/workshops/sessions/$workshop_session_cancelled",
              "", "care");

    story.ago(14, 10, 0, "sara@roma", enrolments,
              R"({"id":$enrolment,"workshop":$workshop,"person":$amina})", "care");
    story.ago(14, 10, 10, "paola@roma", enrolments,
              R"({"id":$enrolment_cancelled,"workshop":$workshop,"person":$fatou})", "care");
    story.ago(14, 10, 12, "paola@roma", "DELETE /api/workshops/enrolments/$enrolment_cancelled", "",
              "care");
    // Samuel is enrolled by Ines, who also marks that he was there: nobody else reads of him.
    story.ago(13, 9, 0, "ines@roma", enrolments,
              R"({"id":$enrolment_samuel,"workshop":$workshop,"person":$samuel})", "care");
    story.ago(10, 9, 0, "giulia@roma", enrolments,
              R"({"id":$enrolment_mamadou,"workshop":$workshop,"person":$mamadou})", "care");
}

void tell_of_who_was_there(Story& story)
{
    const auto mark = [&](int days, const char* login, const char* line, const char* body) {
        story.ago(days, 19, 5, login, line, body, "care");
    };
    mark(12, "elvira@roma",
         "PUT /api/workshops/sessions/$workshop_session_first/attendance/$enrolment",
         R"({"mark":"present"})");
    mark(5, "elvira@roma", amina_last_time, R"({"mark":"present"})");
    mark(5, "elvira@roma",
         "PUT /api/workshops/sessions/$workshop_session/attendance/$enrolment_mamadou",
         R"({"mark":"present","minutes":60})");
    mark(5, "ines@roma",
         "PUT /api/workshops/sessions/$workshop_session/attendance/$enrolment_samuel",
         R"({"mark":"present"})");
    const auto sheet = [&](const char* id) {
        return std::string(R"({"id":)") + id + R"(,"session":$workshop_session,"photo":)" +
               core::samples::small_photo + "}";
    };
    story.ago(4, 10, 0, "elvira@roma", "POST /api/workshops/sheets",
              sheet("$workshop_sheet_cancelled").c_str(), "care");
    story.ago(4, 10, 2, "elvira@roma", "DELETE /api/workshops/sheets/$workshop_sheet_cancelled", "",
              "care");
    story.ago(4, 10, 5, "elvira@roma", "POST /api/workshops/sheets",
              sheet("$workshop_sheet").c_str(), "care");
}

void tell_of_what_was_made(Story& story)
{
    story.ago(4, 11, 0, "elvira@roma", "POST /api/workshops/works",
              R"({"id":$workshop_work,"workshop":$workshop,"kind":"SHOW",)"
              R"("name":"Prova aperta","day":$day-1,"partner":"Teatro del Quartiere",)"
              R"("partner_kind":"CULTURE"})",
              "care");
    story.ago(4, 11, 5, "elvira@roma", "POST /api/workshops/works",
              R"({"id":$workshop_work_cancelled,"workshop":$workshop,"kind":"OBJECT",)"
              R"("name":"Maschere","day":$day-1})",
              "care");
    story.ago(4, 11, 6, "elvira@roma", "DELETE /api/workshops/works/$workshop_work_cancelled", "",
              "care");
    const auto answer = [&](const char* id) {
        return std::string(R"({"id":)") + id +
               R"(,"workshop":$workshop,"helpful":5,"welcome":5,"again":4})";
    };
    story.ago(4, 11, 10, "elvira@roma", "POST /api/workshops/answers",
              answer("$workshop_answer").c_str(), "care");
    story.ago(4, 11, 12, "elvira@roma", "POST /api/workshops/answers",
              answer("$workshop_answer_cancelled").c_str(), "care");
    story.ago(4, 11, 13, "elvira@roma", "DELETE /api/workshops/answers/$workshop_answer_cancelled",
              "", "care");
}

// Two places: Mamadou's became free the day before yesterday, and Fatou is the next.
void tell_of_the_course(Story& story)
{
    story.ago(15, 11, 0, "paola@roma", "PUT /api/workshops/workshops/$workshop_course",
              R"({"kind":"ITALIAN_L2","name":"Italiano di base","run_by":"CPIA di zona",)"
              R"("place":"Corso Vittorio Emanuele II 343","district":"RM-I","seats":2,)"
              R"("leaders":[]})",
              "care");
    story.ago(10, 10, 0, "sara@roma", enrolments,
              R"({"id":$enrolment_amina_italian,"workshop":$workshop_course,"person":$amina,)"
              R"("entry_level":"A1"})",
              "care");
    story.ago(10, 10, 10, "giulia@roma", enrolments,
              R"({"id":$enrolment_mamadou_italian,"workshop":$workshop_course,)"
              R"("person":$mamadou,"entry_level":"A0"})",
              "care");
    story.ago(10, 10, 20, "paola@roma", enrolments,
              R"({"id":$enrolment_waiting,"workshop":$workshop_course,"person":$fatou})", "care");
    story.ago(2, 9, 0, "giulia@roma",
              "PUT /api/workshops/enrolments/$enrolment_mamadou_italian/place",
              R"({"state":"left"})", "care");
}

} // namespace

void tell_of_workshops(Story& story)
{
    tell_of_the_theatre(story);
    tell_of_who_was_there(story);
    tell_of_what_was_made(story);
    tell_of_the_course(story);
}

} // namespace cast
