// SPDX-License-Identifier: EUPL-1.2
// The reports of the story: one of each kind that a desk has before it on an evening, and what
// became of those of some days ago.
#include "app/cast_telling.h"

namespace cast {

namespace {

// A lamp, a blanket on the ground: drawn for the demonstration, 64 by 48 points (PNG).
constexpr auto picture =
    "iVBORw0KGgoAAAANSUhEUgAAAEAAAAAwCAIAAAAuKetIAAAAcElEQVR42u3WoRGAMBBFwasGhUJHRVBiqqMI"
    "SsAyqBiGC9mZV8Bfk0ssax26AAAAAAAAyNF5tHuDAR7r+w2Rdn2nITKv7zEAAAB4hdyBX1xinzkAAIApAK1s"
    "bwQAAAAAADAvYK9l6AAAAAAAAAC+7AIbQqJnAGDhkAAAAABJRU5ErkJggg==";

constexpr auto from_the_public = "POST /api/reports/public/roma/reports";
constexpr auto at_the_desk = "POST /api/reports/reports";

// Assessed by Paola at the desk.
void assess(Story& story, Instant at, const std::string& report, const std::string& category,
            const std::string& district, const std::string& priority)
{
    story.tell(at, "paola@roma", "PUT /api/reports/reports/$" + report + "/assessment",
               R"({"category":")" + category + R"(","source":"14","district":")" + district +
                   R"(","priority":")" + priority + "\"}",
               "care");
}

void offer(Story& story, Instant at, const std::string& dispatch, const std::string& report,
           const std::string& team)
{
    story.tell(at, "paola@roma", "POST /api/reports/dispatches",
               R"({"id":$)" + dispatch + R"(,"report":$)" + report + R"(,"team":")" + team + "\"}",
               "care");
}

void accept(Story& story, Instant at, const std::string& login, const std::string& dispatch)
{
    story.tell(at, login, "POST /api/reports/dispatches/$" + dispatch + "/accept", "", "outreach");
}

void verify(Story& story, Instant at, const std::string& login, const std::string& verification,
            const std::string& report, const std::string& note)
{
    story.tell(at, login, "POST /api/reports/verifications",
               R"({"id":$)" + verification + R"(,"report":$)" + report +
                   R"(,"finding":"confirmed","at":$now,"note":")" + note + "\"}",
               "outreach");
}

void answer(Story& story, Instant at, const std::string& called, const std::string& report,
            const std::string& code)
{
    story.tell(at, "paola@roma", "POST /api/reports/answers",
               R"({"id":$)" + called + R"(,"report":$)" + report + R"(,"code":")" + code + "\"}",
               "care");
}

// Three weeks ago: from the public page to its end.
void tell_of_one_that_is_closed(Story& story)
{
    const auto begun = local_instant(story.today().plus_days(-21), 18, 10);
    const auto after = [&](int minutes) { return begun.plus_seconds(60LL * minutes); };
    story.tell(begun, "giulia@roma", from_the_public,
               R"({"id":$report_closed,"ticket":$ticket_closed,"category":"STREET_DISTRESS",)"
               R"("district":"RM-I","place":"Portici di piazza Vittorio",)"
               R"("description":"Una signora anziana dorme sotto i portici da una settimana"})",
               "outreach");
    assess(story, after(25), "report_closed", "STREET_DISTRESS", "RM-I", "P2");
    offer(story, after(30), "dispatch_closed", "report_closed", "um1");
    accept(story, after(48), "giulia@roma", "dispatch_closed");
    story.tell(after(190), "giulia@roma", "POST /api/reports/dispatches/$dispatch_closed/arrive",
               "", "outreach");
    verify(story, after(215), "giulia@roma", "verification_closed", "report_closed",
           "Accetta una coperta e un incontro domani");
    answer(story, after(230), "answer_closed", "report_closed", "VISITED");
    story.tell(after(232), "giulia@roma", "POST /api/reports/reports/$report_closed/close",
               R"({"outcome":"CONTACT_MADE"})", "outreach");
}

// Yesterday: verified, and not closed yet.
void tell_of_one_that_is_verified(Story& story)
{
    const auto begun = local_instant(story.today().plus_days(-1), 17, 0);
    const auto after = [&](int minutes) { return begun.plus_seconds(60LL * minutes); };
    story.tell(
        begun, "paola@roma", at_the_desk,
        R"({"id":$report_verified,"ticket":$ticket_verified,"channel":"phone","source":"13",)"
        R"("category":"FAMILY_HOMELESS","district":"RM-I",)"
        R"("place":"Giardini di via Sannio","description":"Madre con due bambini in auto",)"
        R"("reporter":{"name":"Maestra Rosa","phone":"000 5550100","language":"it",)"
        R"("call_back":true},"reported":{"people":3,"languages":["es"]},"priority":"P2"})",
        "care");
    offer(story, after(12), "dispatch_verified", "report_verified", "um1");
    accept(story, after(20), "omar@roma", "dispatch_verified");
    answer(story, after(22), "report_answer", "report_verified", "TAKEN_UP");
    story.tell(after(150), "omar@roma", "POST /api/reports/dispatches/$dispatch_verified/arrive",
               "", "outreach");
    verify(story, after(175), "omar@roma", "verification", "report_verified",
           "Tre persone, i bambini vanno a scuola qui vicino");
}

// Tonight: a man in the station, told of twice; a unit has said that it goes.
void tell_of_one_that_is_accepted(Story& story)
{
    const auto ago = [&](int minutes) { return story.now().plus_seconds(-60LL * minutes); };
    story.tell(ago(72), "giulia@roma", from_the_public,
               R"({"id":$report_accepted,"ticket":$ticket_accepted,"category":"HEALTH",)"
               R"("district":"RM-I","place":"Binario 24, in fondo","source":"14",)"
               R"("description":"Un uomo con la febbre alta è seduto a terra e non si alza",)"
               R"("reported":{"people":1,"apparent_gender":"M","languages":["ar"]},)"
               R"("reporter":{"phone":"000 5550101","language":"fr"}})",
               "outreach");
    story.tell(ago(64), "paola@roma", at_the_desk,
               R"({"id":$report_grouped,"ticket":$ticket_grouped,"channel":"phone","source":"14",)"
               R"("category":"HEALTH","district":"RM-I","place":"binario 24 di Termini",)"
               R"("description":"Uomo seduto a terra, ha la febbre e non si alza"})",
               "care");
    assess(story, ago(61), "report_accepted", "HEALTH", "RM-I", "P1");
    story.tell(ago(58), "paola@roma", "POST /api/reports/groups",
               R"({"id":$report_group,"report":$report_grouped,"lead":$report_accepted})", "care");
    offer(story, ago(50), "dispatch_accepted", "report_accepted", "um1");
    accept(story, ago(41), "omar@roma", "dispatch_accepted");
}

// Tonight: what waits at the desk, and for a unit to answer.
void tell_of_what_waits(Story& story)
{
    const auto ago = [&](int minutes) { return story.now().plus_seconds(-60LL * minutes); };
    story.tell(
        ago(190), "paola@roma", at_the_desk,
        R"({"id":$report_late,"ticket":$ticket_late,"channel":"phone","source":"5",)"
        R"("category":"COLD_HEAT","district":"RM-V","place":"Parco della stazione Tiburtina",)"
        R"("description":"Due ragazzi dormono all'aperto senza coperte","priority":"P1",)"
        R"("reported":{"people":2,"apparent_age":"adult","languages":["prs"]}})",
        "care");
    story.tell(
        ago(150), "paola@roma", at_the_desk,
        R"({"id":$report_offered,"ticket":$ticket_offered,"channel":"email","source":"4",)"
        R"("category":"TRAFFICKING","district":"RM-I","place":"Via Marsala, dopo le 22",)"
        R"("description":"Una ragazza molto giovane è accompagnata ogni sera da un uomo",)"
        R"("reporter":{"name":"Associazione di volontari","email":"segreteria@example.org"},)"
        R"("priority":"P2"})",
        "care");
    offer(story, ago(28), "dispatch_offered", "report_offered", "um1");
    story.tell(ago(96), "giulia@roma", from_the_public,
               R"({"id":$report_photo,"ticket":$ticket_photo,"category":"SETTLEMENT",)"
               R"("district":"RM-IV","place":"Sotto il ponte della ferrovia",)"
               R"("description":"Ci sono tende vicino all'acqua, il fiume sale","photo":")" +
                   std::string(picture) + "\"}",
               "outreach");
    assess(story, ago(80), "report_photo", "SETTLEMENT", "RM-IV", "P3");
    // In Arabic: an old man sits in front of the station and does not speak, he seems ill.
    story.tell(ago(52), "giulia@roma", from_the_public,
               R"({"id":$report_new,"ticket":$report_ticket,"category":"STREET_DISTRESS",)"
               R"("district":"RM-I","place":"أمام محطة تيرميني",)"
               R"("description":"رجل مسن يجلس أمام المحطة ولا يتكلم، يبدو مريضًا",)"
               R"("reporter":{"language":"ar"}})",
               "outreach");
}

} // namespace

void tell_of_reports(Story& story)
{
    tell_of_one_that_is_closed(story);
    tell_of_one_that_is_verified(story);
    tell_of_one_that_is_accepted(story);
    tell_of_what_waits(story);
}

} // namespace cast
