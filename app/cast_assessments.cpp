// SPDX-License-Identifier: EUPL-1.2
// How Amina is, dimension by dimension, eight days ago and now; and why her case goes on longer.
#include <utility>

#include "app/cast_telling.h"

namespace cast {

namespace {

using Answers = std::vector<std::pair<const char*, int>>;

// Parts that somebody signs one after the other, a minute apart.
class Signing {
public:
    Signing(Story& story, int days_ago, int hour, const char* who, const std::string& assessment)
        : story_(story),
          at_(local_instant(story.today().plus_days(-days_ago), hour, 10)),
          who_(who),
          assessment_(assessment)
    {
    }

    void sign(const std::string& dimension, const Answers& answers, const std::string& note = {})
    {
        std::string body;
        for (const auto& [question, level] : answers)
            body += std::string(body.empty() ? "" : ",") + R"({"question":")" + question +
                    R"(","level":)" + std::to_string(level) + "}";
        body = R"({"answers":[)" + body + "]" + (note.empty() ? "" : R"(,"note":")" + note + '"') +
               "}";
        at_ = at_.plus_seconds(60);
        story_.tell(at_, who_, "PUT /api/cases/assessments/" + assessment_ + "/parts/" + dimension,
                    body, "care");
    }

private:
    Story& story_;
    Instant at_;
    std::string who_;
    std::string assessment_;
};

// Signed by Sara and, beside her, by Marco: nobody of the cast who has a health profession keeps
// cases.
void tell_of_the_first(Story& story)
{
    // With the wrong instrument, at first.
    story.ago(8, 11, 50, "sara@roma", "POST /api/cases/cases/$case_amina/assessments",
              R"({"id":$assessment_cancelled,"instrument":"family"})", "care");
    story.ago(8, 11, 52, "sara@roma", "DELETE /api/cases/assessments/$assessment_cancelled", "",
              "care");
    story.ago(8, 12, 0, "sara@roma", "POST /api/cases/cases/$case_amina/assessments",
              R"({"id":$assessment,"instrument":"adult"})", "care");
    Signing sara(story, 8, 12, "sara@roma", "$assessment");
    sara.sign("housing", {{"place", 3}, {"fit", 3}}, "Dorme da conoscenti, a turno");
    sara.sign("health", {{"body", 1}, {"mind", 1}, {"care", 2}});
    sara.sign("rights", {{"stay", 2}, {"registered", 3}});
    sara.sign("bonds", {{"people", 2}, {"family", 1}});
    sara.sign("work", {{"income", 3}, {"job", 2}});
    sara.sign("language", {{"italian", 2}, {"school", 1}});
    sara.sign("safety", {{"violence", 1}, {"exploited", 0}});
    Signing marco(story, 8, 13, "marco@roma", "$assessment");
    marco.sign("rights", {{"stay", 2}, {"registered", 2}}, "La residenza in via fittizia c'è");
    story.ago(8, 14, 0, "sara@roma", "POST /api/cases/assessments/$assessment/close", "", "care");
}

// Complete and not closed yet: home, health and work have grown worse.
void tell_of_the_second(Story& story)
{
    story.ago(1, 12, 0, "sara@roma", "POST /api/cases/cases/$case_amina/assessments",
              R"({"id":$assessment_open,"instrument":"adult"})", "care");
    Signing sara(story, 1, 12, "sara@roma", "$assessment_open");
    sara.sign("housing", {{"place", 4}, {"fit", 3}}, "Da tre notti in strada, vicino a Termini");
    sara.sign("health", {{"body", 2}, {"mind", 2}, {"care", 2}});
    sara.sign("rights", {{"stay", 2}, {"registered", 1}});
    sara.sign("bonds", {{"people", 2}, {"family", 1}});
    sara.sign("work", {{"income", 3}, {"job", 3}});
    sara.sign("language", {{"italian", 1}, {"school", 1}});
    sara.sign("safety", {{"violence", 1}, {"exploited", 0}});
}

} // namespace

void tell_of_assessments(Story& story)
{
    tell_of_the_first(story);
    tell_of_the_second(story);
    story.ago(2, 10, 0, "sara@roma", "POST /api/cases/cases/$case_amina/extension",
              R"({"id":$extension,"ends_on":$day+14,"reason":"WAITING_RECEIVER",)"
              R"("note":"Il Municipio risponde entro la prossima settimana"})",
              "care");
    // Of Samuel, whom the équipe for minors alone reads.
    story.ago(7, 11, 0, "ines@roma", "POST /api/cases/cases/$case_samuel/assessments",
              R"({"id":$assessment_samuel,"instrument":"adult"})", "care");
}

} // namespace cast
