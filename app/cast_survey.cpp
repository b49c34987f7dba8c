// SPDX-License-Identifier: EUPL-1.2
// The survey of Roma: a wave that is over, one that runs in five Municipi, a trial of another
// questionnaire, and one in preparation. Noemi and Bashir interview, Fulvia plans.
#include "app/cast_survey.h"

#include <map>
#include <memory>

#include "app/cast_telling.h"
#include "base/base64.h"
#include "base/json.h"
#include "base/workbook.h"
#include "survey/survey.h"

namespace cast {

namespace {

constexpr auto purpose = "statistics";
constexpr auto fulvia = "fulvia@roma";
constexpr const char* districts[] = {"RM-I", "RM-II", "RM-V", "RM-VI", "RM-X"};

// ---- what somebody answers

struct Asked {
    std::string version;
    std::unique_ptr<survey::Inventor> inventor;
};

const Asked& asked_of(const std::string& respondents)
{
    static const auto all = [] {
        std::map<std::string, Asked> made;
        for (const auto& one : survey::house_questionnaires(core::Catalogue{}))
            made[one.respondents] = {one.version, std::make_unique<survey::Inventor>(one.form)};
        return made;
    }();
    return all.at(respondents);
}

const std::vector<std::string>& phrases(bool of_another_year)
{
    static const std::vector<std::string> before{
        "Un posto dove lasciare la borsa di giorno",
        "Qualcuno che mi spieghi le lettere dell'ufficio",
        "Fare la doccia senza aspettare due ore",
        "Il rinnovo del permesso: aspetto da mesi",
    };
    static const std::vector<std::string> now{
        "L'appuntamento online per il permesso: il sito non funziona mai",
        "Non riesco a prendere l'appuntamento online in questura",
        "Un contratto di affitto: nessuno affitta a noi",
        "La stanza costa troppo e senza contratto non ho la residenza",
        "Un corso di italiano la sera, dopo il lavoro",
        "Un posto dove lasciare la borsa di giorno",
        "Parlare con qualcuno nella mia lingua",
        "La mensa chiude quando esco dal lavoro",
    };
    return of_another_year ? before : now;
}

void write_answers(JsonObject& body, const ToldInterview& told)
{
    survey::Invented who;
    who.seed = told.id;
    who.kind = told.respondents + told.district + (told.of_another_year ? " before" : "");
    who.given = {{"consent", "YES"},
                 {"adult", "YES"},
                 {"from_abroad", "YES"},
                 {"first_time", "YES"},
                 {"quote_consent", "YES"}};
    who.phrases = phrases(told.of_another_year);
    who.now = told.ended_at;
    auto& answers = body.member("answers");
    answers += '[';
    bool is_first = true;
    for (const auto& answer : asked_of(told.respondents).inventor->answers(who)) {
        answers += is_first ? "" : ",";
        is_first = false;
        answers += to_json(answer);
    }
    answers += ']';
}

bool is_answered(const std::string& disposition)
{
    return disposition == "COMPLETE" || disposition == "PARTIAL";
}

// ---- a questionnaire of the city's own

workbook::Row row_of(int line, const std::vector<std::string>& texts)
{
    workbook::Row row{line, {}};
    for (const auto& text : texts)
        row.cells.push_back({text, std::nullopt});
    return row;
}

workbook::Sheet sheet_of(const char* name, const std::vector<std::vector<std::string>>& rows)
{
    workbook::Sheet sheet;
    sheet.name = name;
    for (std::size_t i = 0; i < rows.size(); ++i)
        sheet.rows.push_back(row_of(static_cast<int>(i) + 1, rows[i]));
    return sheet;
}

std::string import_body(const char* version)
{
    const auto bytes = workbook::write(
        {sheet_of("survey", {{"type", "name", "label::Italiano (it)", "label::English (en)",
                              "required", "relevant", "role"},
                             {"select_one yn", "full", "Avete più richieste che posti?",
                              "Are you asked for more than you have?", "yes", "", ""},
                             {"text", "lacks", "Che cosa manca?", "What is missing?", "",
                              "${full} = 'yes'", "OPEN"}}),
         sheet_of("choices", {{"list_name", "name", "label::Italiano (it)", "label::English (en)"},
                              {"yn", "yes", "Sì", "Yes"},
                              {"yn", "no", "No", "No"}}),
         sheet_of("settings", {{"form_title", "form_id", "version", "default_language"},
                               {"Ascolto dei centri", "centres", version, "Italiano (it)"}})});
    return R"({"respondents":"BODY","content":")" + to_base64(bytes) + "\"}";
}

void tell_of_questionnaires(Story& story)
{
    const auto path =
        std::string("POST /api/survey/questionnaires/$survey_questionnaire/versions/");
    story.ago(70, 9, 0, fulvia, (path + "$survey_version").c_str(), import_body("1").c_str(),
              purpose);
    story.ago(12, 9, 0, fulvia, (path + "$survey_version_unused").c_str(), import_body("2").c_str(),
              purpose);
}

// ---- waves

void add_wave(Story& story, int days, const char* id, const char* name, const char* dates,
              const char* more)
{
    const auto body = std::string(R"({"id":)") + id + R"(,"name":")" + name + "\"," + dates +
                      R"(,"margin_percent":10,"expected_percent":50,"confidence":95)" + more + "}";
    story.ago(days, 10, 0, fulvia, "POST /api/survey/waves", body.c_str(), purpose);
}

struct ToldCentre {
    const char* id;
    const char* name;
    const char* kind;
    const char* district;
    int attendance;
    const char* first_slot;
};

// A centre with eight slots, one a day from `first_day` on.
void add_centre(Story& story, int days, const char* wave, const ToldCentre& centre, int first_day)
{
    const auto body = std::string(R"({"id":)") + centre.id + R"(,"wave":)" + wave + R"(,"name":")" +
                      centre.name + R"(","kind":")" + centre.kind + R"(","district":")" +
                      centre.district + R"(","attendance":)" + std::to_string(centre.attendance) +
                      "}";
    const std::string of_wave(wave + 1);
    story.ago(days, 10, 10, fulvia, ("POST /api/survey/waves/$" + of_wave + "/centres").c_str(),
              body.c_str(), purpose);
    std::string slots = R"({"slots":[)";
    for (int i = 0; i < 8; ++i) {
        const bool is_known = i == 0 && centre.first_slot != nullptr;
        const auto id = is_known ? std::string(centre.first_slot)
                                 : '"' +
                                       to_string(named_uuid(std::string("survey slot ") + wave +
                                                            centre.id + std::to_string(i))) +
                                       '"';
        slots += std::string(i > 0 ? "," : "") + R"({"id":)" + id + R"(,"day":$day+)" +
                 std::to_string(first_day + i) + R"(,"from_time":")" +
                 (i % 2 == 0 ? "17:00" : "09:30") + R"(","to_time":")" +
                 (i % 2 == 0 ? "20:00" : "12:30") + "\"";
        slots += is_known ? R"(,"attendance":600})" : "}";
    }
    story.ago(days, 10, 12, fulvia,
              (std::string("POST /api/survey/centres/") + centre.id + "/slots").c_str(),
              (slots + "]}").c_str(), purpose);
}

std::string units(const char* respondents, const char* organisation, int in_each)
{
    std::string list;
    for (const auto* district : districts)
        for (int i = 1; i <= in_each; ++i) {
            const auto name = std::string(organisation) + ' ' + std::to_string(i) + ", " + district;
            list += (list.empty() ? "" : ",") + std::string(R"({"id":")") +
                    to_string(named_uuid("survey unit " + std::string(respondents) + name)) +
                    R"(","respondents":")" + respondents + R"(","organisation":")" + name +
                    R"(","district":")" + district + R"(","contact":"segreteria )" + name + "\"}";
        }
    return list;
}

void tell_of_lists(Story& story)
{
    const auto add = [&](const std::string& list) {
        story.ago(14, 10, 20, fulvia, "POST /api/survey/waves/$survey_wave/units",
                  (R"({"units":[)" + list + "]}").c_str(), purpose);
    };
    add(units("OPERATOR", "Servizio sociale", 12));
    add(units("BODY", "Associazione", 9));
    add(R"({"id":$survey_unit,"respondents":"BODY","organisation":"Casa Aperta",)"
        R"("district":"RM-III","contact":"segreteria di Casa Aperta, 06 0000001"})");
}

void tell_of_the_wave(Story& story)
{
    add_wave(story, 14, "$survey_wave", "Bisogni di Roma, autunno",
             R"("from":$day+4,"until":$day+35)", R"(,"seed":"roma-autunno")");
    story.ago(14, 10, 5, fulvia, "POST /api/survey/waves/$survey_wave/strata",
              R"({"respondents":["MIGRANT"],"target_by_hand":40})", purpose);
    story.ago(14, 10, 6, fulvia, "POST /api/survey/waves/$survey_wave/strata",
              R"({"respondents":["OPERATOR"],"population":60,"target_by_hand":10})", purpose);
    story.ago(14, 10, 7, fulvia, "POST /api/survey/waves/$survey_wave/strata",
              R"({"respondents":["BODY"],"population":20,"target_by_hand":8})", purpose);
    for (const auto& centre : std::initializer_list<ToldCentre>{
             {"$survey_centre", "Stazione Termini", "STATION", "RM-I", 90, "$survey_slot"},
             {"$survey_centre_market", "Mercato Esquilino", "MARKET", "RM-I", 60, nullptr},
             {"$survey_centre_surgery", "Ambulatorio", "SERVICE", "RM-II", 30, nullptr},
             {"$survey_centre_prayer", "Luogo di preghiera", "WORSHIP", "RM-V", 120, nullptr},
             {"$survey_centre_canteen", "Mensa", "CANTEEN", "RM-VI", 80, nullptr},
             {"$survey_centre_school", "Scuola di italiano Le Parole", "ASSOCIATION", "RM-X", 40,
              nullptr}})
        add_centre(story, 14, "$survey_wave", centre, 8);
    tell_of_lists(story);
    constexpr auto draw = "POST /api/survey/waves/$survey_wave/draw";
    story.ago(11, 9, 0, fulvia, draw,
              R"({"respondents":"MIGRANT","method":"SYSTEMATIC_PPS","count":6})", purpose);
    story.ago(11, 9, 2, fulvia, draw,
              R"({"respondents":"OPERATOR","method":"SIMPLE_RANDOM","count":10})", purpose);
    story.ago(11, 9, 4, fulvia, draw,
              R"({"respondents":"BODY","method":"SIMPLE_RANDOM","count":8})", purpose);
    story.ago(11, 9, 10, fulvia, "PUT /api/survey/slots/$survey_slot/every", R"({"every":5})",
              purpose);
    story.ago(11, 9, 12, fulvia, "PUT /api/survey/slots/$survey_slot/interviewer",
              R"({"interviewer":$noemi})", purpose);
    story.ago(11, 9, 14, fulvia, "PUT /api/survey/units/$survey_unit/interviewer",
              R"({"interviewer":$noemi})", purpose);
    story.ago(10, 9, 0, fulvia, "POST /api/survey/waves/$survey_wave/open", "{}", purpose);
}

// The first one, at the end of the summer: two Municipi.
void tell_of_the_wave_before(Story& story)
{
    add_wave(story, 70, "$survey_wave_closed", "Bisogni di Roma, estate",
             R"("from":$day+5,"until":$day+25)", R"(,"seed":"roma-estate")");
    for (const auto& centre : std::initializer_list<ToldCentre>{
             {"$survey_centre_bus", "Stazione degli autobus", "STATION", "RM-I", 70, nullptr},
             {"$survey_centre_shops", "Negozi e telefoni", "MARKET", "RM-V", 50, nullptr}})
        add_centre(story, 70, "$survey_wave_closed", centre, 6);
    story.ago(66, 9, 0, fulvia, "POST /api/survey/waves/$survey_wave_closed/draw",
              R"({"respondents":"MIGRANT","method":"SYSTEMATIC_PPS","count":6})", purpose);
    story.ago(65, 9, 0, fulvia, "POST /api/survey/waves/$survey_wave_closed/open", "{}", purpose);
    story.ago(45, 18, 0, fulvia, "POST /api/survey/waves/$survey_wave_closed/close", "{}", purpose);
}

void tell_of_what_is_prepared(Story& story)
{
    add_wave(story, 9, "$survey_wave_trial", "Prova: ascolto dei centri",
             R"("from":$day,"until":$day+30)", R"(,"questionnaires":[$survey_questionnaire])");
    story.ago(9, 10, 5, fulvia, "POST /api/survey/waves/$survey_wave_trial/open", "{}", purpose);
    add_wave(story, 3, "$survey_wave_preparing", "Bisogni di Roma, primavera",
             R"("from":$day+100,"until":$day+140)", "");
    add_centre(story, 3, "$survey_wave_preparing",
               {"$survey_centre_preparing", "Centro diurno", "SERVICE", "RM-I", 50,
                "$survey_slot_preparing"},
               101);
    story.ago(3, 10, 20, fulvia, "POST /api/survey/waves/$survey_wave_preparing/units",
              R"({"units":[{"id":$survey_unit_preparing,"respondents":"BODY",)"
              R"("organisation":"Ponte","district":"RM-I"}]})",
              purpose);
    add_wave(story, 2, "$survey_wave_unasked", "Prova: ascolto delle unità di strada",
             R"("from":$day,"until":$day+20)", R"(,"questionnaires":[$survey_questionnaire])");
    story.ago(2, 10, 5, fulvia, "POST /api/survey/waves/$survey_wave_unasked/open", "{}", purpose);
}

// What Noemi did on an evening six days ago, at the station.
void tell_of_an_evening(Story& story)
{
    const auto record = [&](int minute, const char* word, const char* disposition) {
        ToldInterview told;
        told.id = std::string("$") + word;
        told.wave = "$survey_wave";
        told.respondents = "MIGRANT";
        told.district = "RM-I";
        told.slot = "$survey_slot";
        told.ended_at = local_instant(story.today().plus_days(-6), 18, minute);
        told.minutes = is_answered(disposition) ? 25 : 1;
        told.language = "fr";
        told.disposition = disposition;
        story.ago(6, 18, minute, "noemi@roma", "POST /api/survey/interviews", body_of(told).c_str(),
                  purpose);
    };
    record(0, "survey_interview", "COMPLETE");
    record(4, "survey_refused", "REFUSAL");
    record(8, "survey_not_able", "OTHER");
    record(40, "survey_partial", "COMPLETE");
    record(50, "survey_mistaken", "COMPLETE");
    story.ago(6, 18, 55, "noemi@roma", "DELETE /api/survey/interviews/$survey_mistaken", "",
              purpose);
    story.ago(6, 20, 0, "noemi@roma", "PUT /api/survey/slots/$survey_slot/count",
              R"({"counted":64})", purpose);
}

} // namespace

std::string body_of(const ToldInterview& told)
{
    const auto id = [](const std::string& value) {
        return value.starts_with('$') ? value : '"' + value + '"';
    };
    std::string out;
    JsonObject body(out);
    body.member("id") += id(told.id);
    body.member("wave") += id(told.wave);
    body.text("version", asked_of(told.respondents).version);
    body.text("district", told.district);
    body.text("respondents", told.respondents);
    if (!told.slot.empty())
        body.member("slot") += id(told.slot);
    if (!told.unit.empty())
        body.member("unit") += id(told.unit);
    body.text("started_at", to_string(told.ended_at.plus_seconds(-60 * told.minutes)));
    body.text("ended_at", to_string(told.ended_at));
    body.text("language", told.language);
    body.text("mode", told.mode);
    body.text("disposition", told.disposition);
    if (is_answered(told.disposition))
        write_answers(body, told);
    body.close();
    return out;
}

void tell_of_survey(Story& story)
{
    tell_of_questionnaires(story);
    tell_of_the_wave_before(story);
    tell_of_the_wave(story);
    tell_of_what_is_prepared(story);
    tell_of_an_evening(story);
}

} // namespace cast
