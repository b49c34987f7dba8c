// SPDX-License-Identifier: EUPL-1.2
// Cases of the demonstration, from the day on which somebody is taken in charge to their end, which
// may lie after today.
#include <algorithm>
#include <array>

#include "app/cast_people.h"
#include "app/demo_meeting.h"

namespace demo {

namespace {

constexpr std::array<Weighted, 10> needs_met{{{"HOUSING", 30},
                                              {"HEALTH", 24},
                                              {"LEGAL", 20},
                                              {"WORK", 18},
                                              {"PSYCHOSOCIAL", 16},
                                              {"RESIDENCE", 10},
                                              {"ITALIAN_SCHOOL", 10},
                                              {"BASIC_NEEDS", 8},
                                              {"ADDICTION", 5},
                                              {"ANTI_VIOLENCE", 3}}};

constexpr std::array<Weighted, 17> done_in_cases{{{"SSP.COLL", 30},
                                                  {"SSP.VALM", 10},
                                                  {"SSP.PAI", 10},
                                                  {"PSI.COLL", 8},
                                                  {"ABI.TEMP", 7},
                                                  {"ABI.ORI", 8},
                                                  {"ABI.CONTR", 4},
                                                  {"LAV.TIR", 6},
                                                  {"FOR.PROF", 6},
                                                  {"LIN.CORSO", 8},
                                                  {"LEG.PERM", 8},
                                                  {"SAN.INV", 8},
                                                  {"ORI.ACC", 8},
                                                  {"PSI.TORT", 2},
                                                  {"PSI.ETNO", 3},
                                                  {"LAB.SOC", 5},
                                                  {"TRA.CAV", 1}}};

constexpr std::array<Weighted, 5> done_for_minors{
    {{"MIN.PRES", 25}, {"MIN.TUT", 20}, {"MIN.SCU", 30}, {"SSP.COLL", 15}, {"PSI.COLL", 10}}};

constexpr std::array<Weighted, 4> handed_over_because{{{"OTHER_SERVICE_SAME_CITY", 70},
                                                       {"OTHER_CITY", 10},
                                                       {"RECEPTION_SYSTEM", 12},
                                                       {"NEED_MET", 8}}};

constexpr std::array<Weighted, 5> ended_early_because{{{"UNREACHABLE", 50},
                                                       {"RECEPTION_SYSTEM", 22},
                                                       {"LEFT_ON_REQUEST", 18},
                                                       {"ASSISTED_RETURN", 6},
                                                       {"DETENTION", 4}}};

constexpr std::array<Weighted, 7> integrated_ended_because{{{"NEED_MET", 48},
                                                            {"OTHER_SERVICE_SAME_CITY", 16},
                                                            {"UNREACHABLE", 14},
                                                            {"LEFT_ON_REQUEST", 9},
                                                            {"RECEPTION_SYSTEM", 6},
                                                            {"OTHER_CITY", 5},
                                                            {"NO_LONGER_TARGET", 2}}};

constexpr std::array<Weighted, 3> destinations{
    {{"area", 76}, {"place_of_origin", 13}, {"other_city", 11}}};

constexpr std::array receivers{"Servizio sociale del territorio", "Segretariato sociale",
                               "Consultorio familiare",           "Centro di salute mentale",
                               "Centro di accoglienza diffusa",   "Ambulatorio per migranti"};

constexpr std::array reasons_noted{"Dorme in strada, chiede un posto",
                                   "Segnalazione dell'unità mobile", "Invio dal pronto soccorso",
                                   "Permesso in scadenza, nessuna rete",
                                   "Uscita dall'accoglienza senza alloggio"};

constexpr std::array wishes{"Una casa dove stare tranquillo", "Lavorare",
                            "Avere i documenti a posto", "Stare bene, dormire",
                            "Imparare l'italiano e trovare un lavoro"};

constexpr std::array goals{"Un posto stabile", "Il documento che manca",
                           "Le cure di cui ha bisogno", "Un corso, poi un tirocinio",
                           "Qualcuno con cui parlare"};

// 1 no, 2 partly, 3 yes.
constexpr std::array<Weighted, 3> reached{{{"3", 52}, {"2", 27}, {"1", 21}}};

constexpr std::array<Weighted, 8> circumstances_of_adults{{{"V17", 32},
                                                           {"V18", 18},
                                                           {"V09", 14},
                                                           {"V19", 12},
                                                           {"V08", 8},
                                                           {"V03", 6},
                                                           {"V10", 5},
                                                           {"V16", 5}}};

constexpr std::array weights{"low", "medium", "high"};
constexpr std::array known_from{"TOLD", "SEEN", "DOCUMENT"};

constexpr std::array<int, 5> temporary_days{30, 45, 60, 90, 120};

} // namespace

void City::take_in_charge(const Meeting& meeting, Known& known)
{
    const auto opened = working_day(meeting.day().plus_days(chance_.between(2, 24)));
    const bool minor = known.age_years < 18;
    const auto worker = minor && !plan_.minors_worker.empty()
                            ? plan_.minors_worker
                            : chance_.one_of(plan_.social_workers);
    const bool temporary = chance_.happens(56);
    const auto ends = opened.plus_days(chance_.one_of(temporary_days));
    std::vector<const char*> needs;
    if (minor)
        needs.push_back("MINORS");
    for (int i = chance_.between(1, 3); i > 0; --i)
        if (const char* need = chance_.weighted(needs_met);
            std::find(needs.begin(), needs.end(), need) == needs.end())
            needs.push_back(need);

    const auto at = local_instant(opened, chance_.between(9, 12), chance_.between(0, 59));
    const auto id = to_string(chance_.uuid(at));
    std::string body;
    JsonObject one(body);
    one.text("id", id);
    one.text("person", to_string(known.id));
    one.text("kind", temporary ? "temporary" : "integrated");
    one.text("opened_on", to_string(opened));
    if (temporary)
        one.text("ends_on", to_string(ends));
    one.text("district", meeting.district);
    write_codes(one.member("needs"), needs);
    if (chance_.happens(40))
        one.text("note", chance_.one_of(reasons_noted));
    one.close();
    tell(at, worker, "POST /api/cases/cases", std::move(body), "care");

    known.is_engaged = true;
    const auto path = "/api/cases/cases/" + id;
    if (chance_.happens(50))
        look_up(at.plus_seconds(900), worker, "GET " + path, "", "care");
    plan(path, worker, opened, temporary ? ends : opened.plus_days(120), needs);
    if (temporary)
        follow_temporary(path, worker, opened, ends, known);
    else
        follow_integrated(path, worker, opened, known);
}

// Most are handed over in time, some late; some people are gone before; a few are left waiting.
void City::follow_temporary(const std::string& path, const std::string& worker, Date opened,
                            Date ends, Known& known)
{
    const int fate = chance_.between(0, 99);
    if (fate < 76) {
        const bool in_time = fate < 63;
        const auto sent =
            working_day(std::max(opened.plus_days(2), ends.plus_days(-chance_.between(9, 26))));
        const auto accepted = in_time ? std::min(ends, sent.plus_days(chance_.between(2, 16)))
                                      : ends.plus_days(chance_.between(3, 30));
        const auto closed = working_day(std::max(sent, accepted).plus_days(chance_.between(0, 5)));
        hand_over(path, worker, sent, std::max(sent, accepted));
        intervene(path, worker, opened, closed, known);
        close(path, worker, closed, chance_.weighted(handed_over_because), known);
    } else if (fate < 90) {
        const int length = ends.days - opened.days;
        const auto closed = working_day(opened.plus_days(chance_.between(5, length)));
        intervene(path, worker, opened, closed, known);
        close(path, worker, closed, chance_.weighted(ended_early_because), known);
    } else {
        const auto closed = working_day(ends.plus_days(chance_.between(40, 90)));
        intervene(path, worker, opened, ends, known);
        close(path, worker, closed, "UNREACHABLE", known);
    }
}

void City::follow_integrated(const std::string& path, const std::string& worker, Date opened,
                             Known& known)
{
    const auto closed = working_day(opened.plus_days(chance_.between(60, 420)));
    intervene(path, worker, opened, closed, known);
    close(path, worker, closed, chance_.weighted(integrated_ended_because), known);
}

void City::hand_over(const std::string& path, const std::string& worker, Date sent, Date accepted)
{
    std::string body;
    JsonObject sending(body);
    sending.text("to", chance_.one_of(receivers));
    sending.text("destination", chance_.weighted(destinations));
    sending.text("sent_on", to_string(sent));
    sending.close();
    tell(local_instant(sent, 13, chance_.between(0, 59)), worker, "POST " + path + "/hand_over",
         std::move(body), "care");
    tell(local_instant(accepted, 15, chance_.between(0, 59)), worker,
         "POST " + path + "/hand_over/accept", R"({"on":")" + to_string(accepted) + R"("})",
         "care");
}

// Of most who are in charge for some time: what they want, a goal or two, and how these ended.
void City::plan(const std::string& path, const std::string& worker, Date opened, Date last,
                const std::vector<const char*>& needs)
{
    if (!plan_chance_.happens(45))
        return;
    const auto day = working_day(opened.plus_days(1));
    const auto at = local_instant(day, 13, 30);
    std::string body;
    JsonObject written(body);
    written.text("own_words", plan_chance_.one_of(wishes));
    written.text("agreed_on", to_string(day));
    written.text("agreed_how", plan_chance_.happens(70) ? "SAID" : "SIGNED");
    written.close();
    tell(at, worker, "PUT " + path + "/plan", std::move(body), "care");
    for (std::size_t i = 0; i < needs.size() && i < 2; ++i) {
        const auto id = to_string(plan_chance_.uuid(at));
        std::string goal;
        JsonObject wish(goal);
        wish.text("id", id);
        wish.text("area", needs[i]);
        wish.text("words", plan_chance_.one_of(goals));
        wish.text("responsible", to_string(cast::account_of(worker)));
        wish.text("due_on", to_string(last));
        wish.close();
        tell(at.plus_seconds(60), worker, "POST " + path + "/goals", std::move(goal), "care");
        // Before the shortest case can end: in a closed one nothing is written.
        const auto judged = working_day(opened.plus_days(plan_chance_.between(2, 4)));
        if (!plan_chance_.happens(70))
            continue;
        tell(local_instant(judged, 13, 45), worker, "PUT /api/cases/goals/" + id + "/outcome",
             std::string(R"({"outcome":")") + plan_chance_.weighted(reached) + "\"}", "care");
    }
}

void City::intervene(const std::string& path, const std::string& worker, Date opened, Date last,
                     const Known& known)
{
    const bool minor = known.age_years < 18;
    auto day = opened;
    for (int i = 0; i < 9; ++i) {
        day = working_day(day.plus_days(chance_.between(4, 30)));
        if (day > last)
            return;
        const auto at = local_instant(day, chance_.between(14, 15), chance_.between(0, 59));
        std::string body;
        JsonObject one(body);
        const auto id = to_string(chance_.uuid(at));
        one.text("id", id);
        one.text("code",
                 minor ? chance_.weighted(done_for_minors) : chance_.weighted(done_in_cases));
        one.text("on", to_string(day));
        if (chance_.happens(60))
            one.member("hours") += chance_.happens(50) ? "1" : "1.5";
        one.close();
        tell(at, worker, "POST " + path + "/interventions", std::move(body), "care");
        if (i == 0)
            find_vulnerable(path, worker, opened, at, id, known);
    }
}

// Of more than half of them something is written down that makes them vulnerable; mostly what was
// done first answers it.
void City::find_vulnerable(const std::string& path, const std::string& worker, Date opened,
                           Instant at, const std::string& intervention, const Known& known)
{
    auto& chance = vulnerability_chance_;
    if (!chance.happens(60))
        return;
    const bool is_woman = known.gender == std::string_view("F");
    const char* circumstance = chance.weighted(circumstances_of_adults);
    if (is_woman && chance.happens(25))
        circumstance = chance.happens(40) ? "V05" : "V14";
    if (known.age_years < 18)
        circumstance = "V01";
    if (known.age_years > 60)
        circumstance = "V04";
    const auto id = to_string(chance.uuid(at));
    std::string body;
    JsonObject one(body);
    one.text("id", id);
    one.text("circumstance", circumstance);
    one.text("since", to_string(opened));
    one.text("source", chance.one_of(known_from));
    one.text("severity", chance.one_of(weights));
    one.close();
    tell(at.plus_seconds(240), worker, "POST " + path + "/vulnerabilities", std::move(body),
         "care");
    if (chance.happens(75))
        tell(at.plus_seconds(300), worker, "PUT /api/cases/vulnerabilities/" + id + "/answers",
             R"({"interventions":[")" + intervention + "\"]}", "care");
}

void City::close(const std::string& path, const std::string& worker, Date day,
                 const std::string& reason, Known& known)
{
    std::string body;
    JsonObject closing(body);
    closing.text("on", to_string(day));
    closing.text("reason", reason);
    closing.close();
    tell(local_instant(day, 17, chance_.between(0, 59)), worker, "POST " + path + "/close",
         std::move(body), "care");
    known.case_until = day;
}

} // namespace demo
