// SPDX-License-Identifier: EUPL-1.2
// What happens to the cast; cast_telling.h says how it is written down.
#include <algorithm>

#include "app/cast.h"
#include "app/cast_ids.h"
#include "app/cast_people.h"
#include "app/cast_telling.h"

namespace cast {

namespace {

std::string id_of(const std::string& word, const std::string& login)
{
    const auto colleague = word + "@" + store_of(login);
    for (const auto& player : players())
        if (player.login == colleague)
            return to_string(account_of(colleague));
    if (const auto found = known_ids().find(word); found != known_ids().end())
        return std::string(std::string_view(found->second).substr(1, 36));
    return to_string(named_uuid("cast " + word));
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || c == '_'; }

// Puts ids and days in the place of the words with a $; `quote` is what stands around each.
std::string filled(const std::string& text, const Event& event, const char* quote)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '$') {
            out += text[i];
            continue;
        }
        std::string word;
        while (i + 1 < text.size() && is_letter(text[i + 1]))
            word += text[++i];
        int offset = 0;
        if (word == "day" || word == "now") {
            const int sign = text.substr(i + 1, 1) == "-" ? -1 : 1;
            if (i + 1 < text.size() && (text[i + 1] == '-' || text[i + 1] == '+'))
                ++i;
            while (i + 1 < text.size() && text[i + 1] >= '0' && text[i + 1] <= '9')
                offset = offset * 10 + (text[++i] - '0');
            offset *= sign;
        }
        out += quote;
        out += word == "day"   ? to_string(local_date(event.at).plus_days(offset))
               : word == "now" ? to_string(event.at.plus_seconds(60 * offset))
                               : id_of(word, event.login);
        out += quote;
    }
    return out;
}

// One pixel.
constexpr std::string_view
    png("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\6\0\0\0\x1f\x15\xc4\x89"
        "\0\0\0\rIDATx\xda\x63\xfc\xcf\xc0\x50\x0f\0\4\x85\1\x80\x84\xa9\x8c\x21"
        "\0\0\0\0IEND\xae\x42\x60\x82",
        70);

std::string as_phones_send(const std::string& xml, const std::string& picture)
{
    const std::string begins = "--phone\r\nContent-Disposition: form-data; name=\"";
    auto body = begins +
                "xml_submission_file\"; filename=\"form.xml\"\r\n"
                "Content-Type: text/xml\r\n\r\n" +
                xml + "\r\n";
    if (!picture.empty())
        body += begins + picture + "\"; filename=\"" + picture + "\"\r\n\r\n" + std::string(png) +
                "\r\n";
    return body + "--phone--\r\n";
}

// Yusuf, met, taken in charge and helped within the quarter that Marco stated, which is not the
// last one that is over: that one is his to state.
void tell_of_yusuf(Story& story)
{
    const auto last = quarter_of(quarter_of(story.today()).begins.plus_days(-1));
    const auto stated = quarter_of(last.begins.plus_days(-1));
    const auto day = [&](int days) { return stated.begins.plus_days(days); };

    story.on(day(20), 17, 0, "paola@roma", "POST /api/people/persons",
             R"({"id":$yusuf,"given_name":"Yusuf","family_name":"Haidari","gender":"M",)"
             R"("birth_year":1988,"citizenship":"AF","languages":["prs","ps"]})");
    story.on(day(20), 17, 20, "paola@roma", "POST /api/outreach/contacts",
             R"({"id":$contact_yusuf,"at":$now-15,"setting":"OSS_DESK","district":"RM-I",)"
             R"("languages":["prs"],"mediator_present":true,"person":$yusuf,)"
             R"("interventions":["ORI.SEGR","MED.CULT"],"outcome":"REFERRED"})");
    story.on(day(27), 10, 0, "sara@roma", "POST /api/cases/cases",
             R"({"id":$case_closed,"person":$yusuf,"kind":"integrated","opened_on":$day,)"
             R"("district":"RM-I","needs":["WORK","HOUSING"]})",
             "care");
    story.on(day(35), 12, 0, "sara@roma", "POST /api/cases/cases/$case_closed/interventions",
             R"({"id":$interview_of_yusuf,"code":"SSP.COLL","on":$day,"hours":1})", "care");
    story.on(day(50), 12, 0, "sara@roma", "POST /api/cases/cases/$case_closed/interventions",
             R"({"id":$work_of_yusuf,"code":"LAV.TIR","on":$day})", "care");
    story.on(day(70), 12, 0, "sara@roma", "POST /api/cases/cases/$case_closed/close",
             R"({"on":$day,"reason":"NEED_MET","note":"Tirocinio trasformato in contratto"})",
             "care");
    const auto body = R"({"id":$statement,"period":")" + to_string(stated) +
                      R"(","progress":"Primo trimestre con tre unità mobili su strada.",)"
                      R"("problems":"Poche coperte a fine mese: le ha date la parrocchia."})";
    story.on(stated.ends.plus_days(9), 11, 0, "marco@roma", "POST /api/monitoring/statements",
             body.c_str(), "statistics");
}

void tell_of_aminas_plan(Story& story)
{
    story.ago(8, 11, 20, "sara@roma", "PUT /api/cases/cases/$case_amina/plan",
              R"({"own_words":"Partorire in un posto sicuro, e poi lavorare di nuovo in cucina",)"
              R"("review_on":$day+13,"agreed_on":$day,"agreed_how":"MEDIATED"})",
              "care");
    story.ago(8, 11, 25, "sara@roma", "POST /api/cases/cases/$case_amina/goals",
              R"({"id":$goal,"area":"HOUSING","words":"Un posto letto stabile prima del parto",)"
              R"("told":"Une place stable pour dormir avant l'accouchement",)"
              R"("responsible":$sara,"due_on":$day+26})",
              "care");
    story.ago(8, 11, 27, "sara@roma", "POST /api/cases/goals/$goal/actions",
              R"({"id":$action,"words":"Chiedere il posto al servizio del Municipio",)"
              R"("told":"Demander la place au service de l'arrondissement",)"
              R"("doer":"WORKER","intervention":"ABI.TEMP","due_on":$day+7})",
              "care");
    story.ago(8, 11, 28, "sara@roma", "POST /api/cases/goals/$goal/actions",
              R"({"id":$action_cancelled,"words":"Portare i documenti","doer":"PERSON"})", "care");
    story.ago(8, 11, 29, "sara@roma", "DELETE /api/cases/actions/$action_cancelled", "", "care");
    story.ago(8, 11, 31, "sara@roma", "POST /api/cases/cases/$case_amina/goals",
              R"({"id":$goal_of_health,"area":"HEALTH","words":"Visite di controllo ogni mese",)"
              R"("responsible":$sara,"due_on":$day+60})",
              "care");
    story.ago(8, 11, 33, "sara@roma", "POST /api/cases/cases/$case_amina/goals",
              R"({"id":$goal_cancelled,"area":"WORK","words":"Corso di cucina",)"
              R"("responsible":$sara,"due_on":$day+90})",
              "care");
    story.ago(8, 11, 34, "sara@roma", "DELETE /api/cases/goals/$goal_cancelled", "", "care");
}

void tell_of_amina(Story& story)
{
    story.ago(60, 17, 30, "paola@roma", "POST /api/people/persons",
              R"({"id":$amina,"given_name":"Amina","family_name":"Diallo","gender":"F",)"
              R"("birth_year":1994,"citizenship":"GN","languages":["fr","ff"],)"
              R"("identifiers":[{"kind":"codice_fiscale","value":"DLLMNA94D41Z319O"}]})");
    story.ago(60, 17, 45, "paola@roma", "POST /api/outreach/contacts",
              R"({"id":$first_contact_amina,"at":$now-15,"setting":"OSS_DESK","district":"RM-I",)"
              R"("languages":["fr"],"person":$amina,"interventions":["ORI.SEGR"],)"
              R"("outcome":"FOLLOW_UP_AGREED"})");
    story.ago(10, 10, 30, "sara@roma", "POST /api/cases/cases",
              R"({"id":$case_amina,"person":$amina,"kind":"temporary","opened_on":$day,)"
              R"("ends_on":$day+18,"district":"RM-I","needs":["HEALTH","HOUSING"],)"
              R"("note":"In attesa di posto nel servizio del suo Municipio"})",
              "care");
    story.ago(8, 11, 0, "sara@roma", "POST /api/cases/cases/$case_amina/interventions",
              R"({"id":$intervention,"code":"SSP.COLL","on":$day,"hours":1})", "care");
    story.ago(7, 11, 0, "sara@roma", "POST /api/cases/cases/$case_amina/interventions",
              R"({"id":$intervention_cancelled,"code":"SAN.INV","on":$day})", "care");
    story.ago(7, 11, 5, "sara@roma", "DELETE /api/cases/interventions/$intervention_cancelled", "",
              "care");
    story.ago(5, 9, 30, "sara@roma", "POST /api/cases/cases/$case_amina/hand_over",
              R"({"to":"Servizio sociale del Municipio V","destination":"area","sent_on":$day})",
              "care");
}

// Two records of one man, whom nobody has recognised yet, and two of one woman, which were merged.
void tell_of_the_same_twice(Story& story)
{
    story.ago(40, 17, 10, "paola@roma", "POST /api/people/persons",
              R"({"id":$ibrahima,"given_name":"Ibrahima","family_name":"Sow","aliases":["Ibra"],)"
              R"("gender":"M","birth_date":"1999-03-14","citizenship":"SN",)"
              R"("languages":["fr","wo"]})");
    story.ago(40, 17, 30, "paola@roma", "POST /api/outreach/contacts",
              R"({"id":$contact_ibrahima,"at":$now-20,"setting":"OSS_DESK","district":"RM-I",)"
              R"("languages":["fr"],"person":$ibrahima,"interventions":["LEG.PERM"],)"
              R"("outcome":"INFO_ONLY"})");
    story.ago(30, 22, 0, "giulia@roma", "POST /api/people/persons",
              R"({"id":$ibrahim,"given_name":"Ibrahim","family_name":"Sow","gender":"M",)"
              R"("birth_year":2000,"birth_year_estimated":true,"citizenship":"SN",)"
              R"("languages":["wo"],"similar_seen":[$ibrahima]})");
    story.ago(30, 22, 5, "giulia@roma", "POST /api/outreach/contacts",
              R"({"id":$contact_ibrahim,"at":$now-20,"setting":"STATION","district":"RM-I",)"
              R"("languages":["wo"],"person":$ibrahim,"circumstances":["V17"],)"
              R"("interventions":["PIS.KIT"],"outcome":"FOLLOW_UP_AGREED"})");
    story.ago(30, 22, 10, "giulia@roma", "POST /api/outreach/persons/$ibrahim/engagement",
              R"({"on":$day})");

    story.ago(25, 17, 0, "paola@roma", "POST /api/people/persons",
              R"({"id":$fatou,"given_name":"Fatou","family_name":"Ndiaye","gender":"F",)"
              R"("birth_year":1990,"citizenship":"SN","languages":["wo"]})");
    story.ago(24, 16, 0, "paola@roma", "POST /api/people/persons",
              R"({"id":$fatoumata,"given_name":"Fatoumata","family_name":"N'Diaye","gender":"F",)"
              R"("birth_year":1991,"birth_year_estimated":true,"citizenship":"SN",)"
              R"("similar_seen":[$fatou]})");
    story.ago(23, 10, 0, "paola@roma", "POST /api/people/merges",
              R"({"id":$merge,"kept":$fatou,"duplicate":$fatoumata,)"
              R"("reason":"Stesso racconto, stesso documento"})",
              "duplicate_check");

    // Karim, whom Giulia does not know, written as she heard him.
    story.ago(1, 22, 40, "giulia@roma", "POST /api/people/persons",
              R"({"id":$kareem,"given_name":"Kareem","family_name":"El Mansur","gender":"M",)"
              R"("birth_year":1979,"birth_year_estimated":true,"citizenship":"EG",)"
              R"("languages":["ar"],"similar_seen":[$karim]})");
}

// A contact without a name that became a person the next day, after a mistake that was undone.
void tell_of_mamadou(Story& story)
{
    story.ago(12, 22, 30, "giulia@roma", "POST /api/outreach/contacts",
              R"({"id":$contact_mamadou,"at":$now-10,"setting":"PARK","district":"RM-I",)"
              R"("place_note":"Giardini di Piazza Vittorio","languages":["fr"],"nickname":"Dudù",)"
              R"("apparent_gender":"M","apparent_age":"adult","circumstances":["V17"],)"
              R"("interventions":["PIS.KIT"],"outcome":"FOLLOW_UP_AGREED"})");
    story.ago(11, 20, 50, "giulia@roma", "POST /api/outreach/contacts/$contact_mamadou/person",
              R"({"id":$identification,"person":$ibrahima})");
    story.ago(11, 20, 55, "giulia@roma", "DELETE /api/outreach/identifications/$identification",
              "");
    story.ago(11, 21, 0, "giulia@roma", "POST /api/outreach/contacts/$contact_mamadou/person",
              R"({"id":$identification_mamadou,"new_person":{"id":$mamadou,"given_name":"Mamadou",)"
              R"("family_name":"Barry","birth_year":1997,"citizenship":"GN"}})");
}

void tell_of_the_outing_before(Story& story)
{
    story.ago(3, 19, 0, "giulia@roma", "POST /api/outreach/outings",
              R"({"id":$outing_closed,"team":"um1","day":$day,"begins":"20:00","ends":"23:59",)"
              R"("vehicle":"Furgone 1","members":[$giulia,$omar,$chiara],)"
              R"("stops":["Termini","Piazza Vittorio"]})");
    story.ago(3, 21, 40, "giulia@roma", "POST /api/outreach/contacts",
              R"({"id":$contact_amina,"outing":$outing_closed,"at":$now-10,"setting":"STATION",)"
              R"("district":"RM-I","place_note":"Via Marsala","languages":["fr"],"person":$amina,)"
              R"("circumstances":["V05","V17"],"interventions":["SAN.PRIMO","ORI.SERV"],)"
              R"("outcome":"ENGAGED","note":"Chiede di un medico"})");
    story.ago(3, 23, 30, "giulia@roma", "POST /api/outreach/outings/$outing_closed/close",
              R"({"note":"Furgone da rifornire di coperte"})");
}

// Tonight's outing is under way at whatever hour somebody looks.
void tell_of_tonight(Story& story)
{
    const int hour = local_hour(story.now());
    const bool after_midnight = hour < 4;
    const bool evening = hour >= 21 || after_midnight;
    const auto day = after_midnight ? story.today().plus_days(-1) : story.today();
    const int begins = evening ? 20 : hour - 1;
    const auto clock = [](int full_hour) {
        return std::string(full_hour < 10 ? "0" : "") + std::to_string(full_hour) + ":00";
    };
    const auto body = R"({"id":$outing_tonight,"team":"um1","day":$day,"begins":")" +
                      clock(begins) + R"(","ends":")" + clock(evening ? 2 : (hour + 4) % 24) +
                      R"(","vehicle":"Furgone 1","members":[$giulia,$omar,$chiara],)"
                      R"("stops":["Termini","Via Marsala","Piazza dei Cinquecento"]})";
    story.on(day, begins, 0, "giulia@roma", "POST /api/outreach/outings", body.c_str());

    story.minutes_ago(32, "giulia@roma", "POST /api/outreach/contacts",
                      R"({"id":$contact_unnamed,"outing":$outing_tonight,"at":$now-5,)"
                      R"("setting":"STATION","district":"RM-I","place_note":"Binario 24",)"
                      R"("languages":["ar"],"mediator_present":true,"nickname":"Il Professore",)"
                      R"("apparent_gender":"M","apparent_age":"adult","circumstances":["V17"],)"
                      R"("interventions":["PIS.KIT","MED.CULT"],"outcome":"FOLLOW_UP_AGREED"})");
    story.minutes_ago(24, "omar@roma", "POST /api/outreach/contacts",
                      R"({"id":$contact_nobody,"outing":$outing_tonight,"at":$now-4,)"
                      R"("setting":"STREET","district":"RM-I","languages":["fr"],)"
                      R"("apparent_gender":"F","apparent_age":"minor","circumstances":["V01"],)"
                      R"("interventions":["ORI.SERV"],"outcome":"INFO_ONLY"})");
    story.minutes_ago(18, "giulia@roma", "POST /api/outreach/contacts",
                      R"({"id":$contact_cancelled,"outing":$outing_tonight,"at":$now-3,)"
                      R"("setting":"STREET","district":"RM-I","outcome":"REFUSED"})");
    story.minutes_ago(16, "giulia@roma", "DELETE /api/outreach/contacts/$contact_cancelled", "");
    story.minutes_ago(8, "giulia@roma", "POST /api/outreach/tallies",
                      R"({"id":$tally,"outing":$outing_tonight,"at":$now-5,"setting":"STATION",)"
                      R"("district":"RM-I","people_seen":14,"of_which_minors":2})");
    story.minutes_ago(40, "giulia@roma",
                      "POST /api/outreach/outings/$outing_tonight/sought/$ibrahima", "{}");
}

// One telephone that works without a signal, and one that was lost.
void tell_of_the_telephones(Story& story)
{
    story.ago(50, 18, 0, "giulia@roma", "POST /api/access/devices",
              R"({"id":$device_revoked,"name":"Telefono vecchio"})");
    story.ago(45, 18, 0, "giulia@roma", "POST /api/access/devices",
              R"({"id":$device,"name":"Telefono di Giulia"})");
    story.ago(44, 9, 0, "marco@roma", "DELETE /api/access/devices/$device_revoked", "");
}

// Omar's own phone runs an hour ahead, so what it sent waits until Marco looks at it; Chiara only
// tried hers.
void tell_of_phones(Story& story)
{
    story.phone(200, "omar@roma",
                "<data id=\"contact\"><meta><instanceID>uuid:$aside</instanceID></meta>"
                "<at>$now+60</at><setting>STREET</setting><district>RM-II</district>"
                "<languages>ar</languages><outcome>INFO_ONLY</outcome>"
                "<note>Dorme sotto il portico, torna il mercoledì</note>"
                "<place_photo>luogo.jpg</place_photo></data>",
                "luogo.jpg");
    story.phone(190, "chiara@roma",
                "<data id=\"tally\"><meta><instanceID>uuid:$aside_dismissed</instanceID></meta>"
                "<at>$now</at><setting>STREET</setting><note>prova</note></data>");
    story.minutes_ago(100, "marco@roma", "DELETE /api/openrosa/asides/$aside_dismissed", "");
}

void tell_of_milano(Story& story)
{
    story.ago(20, 18, 0, "elena@milano", "POST /api/people/persons",
              R"({"id":$selam,"given_name":"Selam","family_name":"Tekle","gender":"F",)"
              R"("birth_year":1996,"citizenship":"ER","languages":["ti"]})");
    story.ago(20, 21, 0, "elena@milano", "POST /api/outreach/outings",
              R"({"id":$outing_milano,"team":"um1","day":$day,"begins":"20:30","ends":"00:30",)"
              R"("members":[$elena,$samir],"stops":["Stazione Centrale"]})");
    story.ago(20, 21, 50, "elena@milano", "POST /api/outreach/contacts",
              R"({"id":$contact_milano,"outing":$outing_milano,"at":$now-10,"setting":"STATION",)"
              R"("district":"MI-2","languages":["ti"],"person":$selam,"circumstances":["V14"],)"
              R"("interventions":["ORI.SERV"],"outcome":"ENGAGED"})");
    story.ago(19, 0, 20, "elena@milano", "POST /api/outreach/outings/$outing_milano/close", "{}");
    story.ago(14, 10, 0, "teresa@milano", "POST /api/cases/cases",
              R"({"id":$case_milano,"person":$selam,"kind":"integrated","opened_on":$day,)"
              R"("district":"MI-2","needs":["HOUSING"]})",
              "care");
}

} // namespace

void Story::tell(Instant at, const std::string& login, const std::string& line,
                 const std::string& body, const std::string& purpose)
{
    Event event{at, login, {}, {}, purpose};
    event.line = filled(line, event, "");
    event.body = filled(body, event, "\"");
    // A reading too sees only what is committed.
    event.apart = event.line.starts_with("GET ");
    events_.push_back(std::move(event));
}

void Story::phone(int minutes, const char* login, const char* xml, const char* picture)
{
    Event event{now_.plus_seconds(-60 * minutes), login, "POST /openrosa/roma/submission", {}};
    event.body = as_phones_send(filled(xml, event, ""), picture);
    event.apart = true; // it is read on another thread before it is written
    events_.push_back(std::move(event));
}

std::vector<Event> Story::in_order()
{
    std::stable_sort(events_.begin(), events_.end(),
                     [](const Event& one, const Event& other) { return one.at < other.at; });
    return std::move(events_);
}

std::vector<Event> story(Instant now)
{
    Story story(now);
    tell_of_yusuf(story);
    tell_of_amina(story);
    tell_of_aminas_plan(story);
    tell_of_the_same_twice(story);
    tell_of_mamadou(story);
    tell_of_the_outing_before(story);
    tell_of_tonight(story);
    tell_of_reports(story);
    tell_of_the_telephones(story);
    tell_of_phones(story);
    tell_of_screenings(story);
    tell_of_shifts(story);
    tell_of_services(story);
    tell_of_referrals(story);
    tell_of_handovers(story);
    tell_of_headcount(story);
    tell_of_minors(story);
    tell_of_stories(story);
    tell_of_desk(story);
    tell_of_housing(story);
    tell_of_assessments(story);
    tell_of_diary(story);
    tell_of_vulnerabilities(story);
    tell_of_openings(story);
    tell_of_rights(story);
    tell_of_returns(story);
    tell_of_workshops(story);
    tell_of_civic(story);
    tell_of_survey(story);
    tell_of_coding(story);
    tell_of_reporting(story);
    tell_of_milano(story);
    tell_of_links(story);
    return story.in_order();
}

} // namespace cast
