// SPDX-License-Identifier: EUPL-1.2
// Stories of Roma: one that everybody reads, one that waits for an answer, one that was taken back
// tonight. None of those who tell them is anybody of the register.
#include "app/cast_telling.h"
#include "core/samples.h"

namespace cast {

namespace {

constexpr auto purpose = "supervision";

void propose(Story& story, int days_ago, const char* login, const std::string& what)
{
    const auto body = "{" + what + R"(,"language":"it","told_on":$day})";
    story.ago(days_ago, 10, 0, login, "POST /api/stories/stories", body.c_str(), purpose);
}

// A picture of some points stands for every picture. `parts`: 1 begun, 2 whole, 3 checked.
void add_picture(Story& story, int days_ago, int minute, const char* login,
                 const std::string& of_story, const std::string& file, int parts)
{
    const auto begin = R"({"id":)" + file + R"(,"medium":"PHOTO","bytes":)" +
                       core::samples::story_chunk_bytes +
                       R"(,"description":"Due mani che impastano il pane",)"
                       R"("face":false,"voice":false})";
    const auto files = "POST /api/stories/stories/" + of_story + "/files";
    story.ago(days_ago, 10, minute, login, files.c_str(), begin.c_str(), purpose);
    const auto chunk = std::string(R"({"number":0,"hash":)") + core::samples::story_chunk_hash +
                       R"(,"content":)" + core::samples::story_chunk + "}";
    const auto put = "PUT /api/stories/files/" + file + "/chunks";
    if (parts > 1)
        story.ago(days_ago, 10, minute + 1, login, put.c_str(), chunk.c_str(), purpose);
    const auto finish = "POST /api/stories/files/" + file + "/finish";
    if (parts > 2)
        story.ago(days_ago, 10, minute + 2, login, finish.c_str(), "", purpose);
}

void tell_of_published(Story& story)
{
    propose(story, 12, "marco@roma",
            R"("id":$story,"kind":"TESTIMONY","title":"Il primo giorno","minor":false,)"
            R"("words":"Il primo giorno ho contato le scale della metropolitana.\n\n)"
            R"(Poi qualcuno mi ha chiesto come mi chiamo, e ha aspettato la risposta.",)"
            R"("teller":"Joy Okafor","contact":"joy@example.org","pseudonym":"Luce")");
    add_picture(story, 12, 10, "marco@roma", "$story", "$story_file", 3);
    story.ago(11, 11, 0, "marco@roma", "POST /api/stories/stories/$story/consents",
              R"({"id":$story_consent,"answer":"GIVEN","answered_on":$day,)"
              R"("media":["TEXT","PHOTO"],"channels":["SITE","EVENT"],"territory":"WORLD",)"
              R"("named":false,"face":false,"voice":false})",
              purpose);
    story.ago(10, 9, 0, "marco@roma", "POST /api/stories/stories/$story/publications",
              R"({"id":$story_site,"channel":"SITE","territory":"WORLD",)"
              R"("media":["TEXT","PHOTO"],"named":false,"face":false,"voice":false,)"
              R"("published_on":$day})",
              purpose);
}

void tell_of_waiting(Story& story)
{
    propose(story, 3, "sara@roma",
            R"("id":$story_waiting,"kind":"TESTIMONY","title":"Imparare a cucire",)"
            R"("minor":false,"words":"Al laboratorio ho cucito la prima tasca.",)"
            R"("pseudonym":"Nur")");
    add_picture(story, 3, 10, "sara@roma", "$story_waiting", "$story_file_begun", 1);
    add_picture(story, 3, 20, "sara@roma", "$story_waiting", "$story_file_whole", 2);
    add_picture(story, 3, 30, "sara@roma", "$story_waiting", "$story_file_cancelled", 3);
    story.ago(3, 10, 40, "sara@roma", "DELETE /api/stories/files/$story_file_cancelled", "",
              purpose);
    propose(story, 5, "sara@roma",
            R"("id":$story_cancelled,"kind":"PHOTO","title":"Due volte la stessa","minor":false)");
    story.ago(5, 10, 5, "sara@roma", "DELETE /api/stories/stories/$story_cancelled", "", purpose);
    // Who it is the équipe for minors alone knows.
    propose(story, 6, "ines@roma",
            R"("id":$story_minor,"kind":"AUDIO","title":"La squadra","minor":true,)"
            R"("teller":"Idris Bello","pseudonym":"Dieci")");
}

void publish_elsewhere(Story& story, int minute, const char* id, const std::string& where)
{
    const auto body = std::string(R"({"id":)") + id + "," + where +
                      R"(,"territory":"WORLD","media":["TEXT"],"named":false,"face":false,)"
                      R"("voice":false,"published_on":$day})";
    story.ago(28, 12, minute, "marco@roma",
              "POST /api/stories/stories/$story_withdrawn/publications", body.c_str(), purpose);
}

void tell_of_withdrawn(Story& story)
{
    propose(story, 30, "marco@roma",
            R"("id":$story_withdrawn,"kind":"TESTIMONY","title":"La traversata",)"
            R"("minor":false,"words":"Del mare non parlo volentieri.","pseudonym":"Stella")");
    story.ago(29, 11, 0, "marco@roma", "POST /api/stories/stories/$story_withdrawn/consents",
              R"({"id":$story_consent_withdrawn,"answer":"GIVEN","answered_on":$day,)"
              R"("media":["TEXT"],"channels":["SITE","SOCIAL","EVENT"],"territory":"WORLD",)"
              R"("named":false,"face":false,"voice":false})",
              purpose);
    publish_elsewhere(story, 0, "$story_site_before", R"("channel":"SITE")");
    publish_elsewhere(story, 5, "$story_take_down",
                      R"("channel":"SOCIAL","place":"Pagina del partner",)"
                      R"("link":"https://example.org/la-traversata")");
    publish_elsewhere(story, 10, "$story_taken_down",
                      R"("channel":"EVENT","place":"Mostra in biblioteca")");
    story.tell(story.now().plus_seconds(-30 * 60), "marco@roma",
               "POST /api/stories/stories/$story_withdrawn/withdrawal", "{}", purpose);
    story.tell(story.now().plus_seconds(-20 * 60), "marco@roma",
               "PUT /api/stories/publications/$story_taken_down/down", R"({"on":$day})", purpose);
}

} // namespace

void tell_of_stories(Story& story)
{
    tell_of_published(story);
    tell_of_waiting(story);
    tell_of_withdrawn(story);
}

} // namespace cast
