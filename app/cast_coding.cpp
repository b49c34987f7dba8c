// SPDX-License-Identifier: EUPL-1.2
// What centres and a migrant said in their own words, in the trial of the survey, and what Fulvia
// found in it. Who else codes is told by the tests.
#include "app/cast_telling.h"
#include "core/samples.h"
#include "survey/survey.h"

namespace cast {

namespace {

constexpr auto purpose = "statistics";
constexpr auto fulvia = "fulvia@roma";

std::string answer(const char* question, const std::string& value)
{
    return std::string(R"({"question":")") + question + R"(","value":")" + value + "\"}";
}

// Told by Noemi five days ago; one of a centre has no list behind it, as it is a trial.
void record(Story& story, int minute, const std::string& id, const std::string& version,
            const char* respondents, const char* disposition, const std::string& answers)
{
    const auto ended = local_instant(story.today().plus_days(-5), 11, minute);
    const auto body = R"({"id":")" + id + R"(","wave":)" + core::samples::survey_wave_trial +
                      R"(,"version":)" + version + R"(,"district":"RM-I","respondents":")" +
                      respondents + R"(","started_at":")" + to_string(ended.plus_seconds(-900)) +
                      R"(","ended_at":")" + to_string(ended) +
                      R"(","language":"it","mode":"PHONE","disposition":")" + disposition +
                      R"(","answers":[)" + answers + "]}";
    story.ago(5, 11, minute + 1, "noemi@roma", "POST /api/survey/interviews", body.c_str(),
              purpose);
}

void record_centre(Story& story, int minute, const std::string& id, const std::string& lacks)
{
    record(story, minute, id, core::samples::survey_version, "BODY", "COMPLETE",
           answer("/data/full", "yes") + "," + answer("/data/lacks", lacks));
}

void record_migrant(Story& story, int minute, const std::string& id, const std::string& missing)
{
    std::string version;
    for (const auto& one : survey::house_questionnaires(core::Catalogue{}))
        if (one.respondents == "MIGRANT")
            version = '"' + one.version + '"';
    record(story, minute, id, version, "MIGRANT", "PARTIAL",
           answer("/data/information/consent", "YES") + "," +
               answer("/data/eligibility/adult", "YES") + "," +
               answer("/data/eligibility/from_abroad", "YES") + "," +
               answer("/data/eligibility/first_time", "YES") + "," +
               answer("/data/eligibility/eligible", "1") + "," +
               answer("/data/interview/closing_questions/missing", missing) + "," +
               answer("/data/interview/closing_questions/quote_consent", "YES"));
}

void write_theme(Story& story, int minute, const char* word, const std::string& what)
{
    story.ago(4, 9, minute, fulvia, (std::string("PUT /api/survey/themes/$") + word).c_str(),
              ("{" + what + "}").c_str(), purpose);
}

} // namespace

void tell_of_coding(Story& story)
{
    record_centre(story, 0, "01900000-0000-7000-8000-000000309001",
                  "Posti letto per donne sole: li chiediamo ogni settimana");
    record_centre(story, 20, "01900000-0000-7000-8000-000000309002",
                  "Le case costano troppo e nessuno affitta ai nostri ospiti");
    record_centre(story, 30, "01900000-0000-7000-8000-000000309004",
                  "Ad agosto chiude tutto: mensa, docce, sportello dei documenti");
    record_migrant(story, 40, "01900000-0000-7000-8000-000000309003",
                   "Una stanza che costi meno, e un contratto per la residenza");
    write_theme(story, 0, "survey_theme",
                R"("code":"AFFITTI","name":"Affitti troppo alti",)"
                R"("description":"Chi parla di quanto costa una casa o una stanza")");
    write_theme(story, 2, "survey_theme_queue",
                R"("code":"CODE","name":"Attese e code",)"
                R"("description":"Appuntamenti che non arrivano, file agli sportelli")");
    write_theme(story, 4, "survey_theme_retired",
                R"("code":"VARIE","name":"Varie","description":"Da non usare")");
    story.ago(4, 9, 6, fulvia, "DELETE /api/survey/themes/$survey_theme_retired", "", purpose);
    story.ago(4, 9, 8, fulvia,
              "PUT /api/survey/open_answers/b458ecee-61b5-87fe-9d56-1360d530f179/coding",
              R"({"themes":[$survey_theme]})", purpose);
    constexpr auto disputed = "PUT /api/survey/open_answers/$survey_open_answer_disputed/coding";
    story.ago(4, 9, 10, fulvia, disputed, R"({"themes":[$survey_theme_queue]})", purpose);
    story.ago(4, 15, 0, "tullio@roma", disputed, R"({"themes":[]})", purpose);
}

} // namespace cast
