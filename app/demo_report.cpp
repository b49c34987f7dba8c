// SPDX-License-Identifier: EUPL-1.2
// The reports of a year: told by whom, how urgent, which unit went, what it found; some too late,
// some told twice. What is begun shortly before now stays open.
#include <array>

#include "app/cast_people.h"
#include "app/demo_city.h"

namespace demo {

namespace {

constexpr std::array<Weighted, 11> categories{{{"STREET_DISTRESS", 38},
                                               {"HEALTH", 12},
                                               {"FAMILY_HOMELESS", 9},
                                               {"COLD_HEAT", 9},
                                               {"SETTLEMENT", 8},
                                               {"MINOR_ALONE", 7},
                                               {"DISCHARGE", 5},
                                               {"OTHER", 5},
                                               {"VIOLENCE", 3},
                                               {"TRAFFICKING", 2},
                                               {"EVICTION", 2}}};
constexpr std::array<Weighted, 7> sources_by_phone{
    {{"14", 30}, {"5", 18}, {"4", 16}, {"3", 14}, {"13", 8}, {"104", 8}, {"2", 6}}};
constexpr std::array<Weighted, 24> hours{
    {{"0", 3},  {"1", 2},  {"2", 1},  {"3", 1},  {"4", 1},  {"5", 1},  {"6", 2},  {"7", 4},
     {"8", 6},  {"9", 7},  {"10", 6}, {"11", 5}, {"12", 5}, {"13", 5}, {"14", 4}, {"15", 4},
     {"16", 5}, {"17", 6}, {"18", 7}, {"19", 8}, {"20", 8}, {"21", 8}, {"22", 6}, {"23", 4}}};
constexpr std::array<Weighted, 3> findings{
    {{"confirmed", 66}, {"not_found", 22}, {"not_confirmed", 12}}};
constexpr std::array<Weighted, 6> outcomes_if_found{{{"CONTACT_MADE", 44},
                                                     {"REFERRED", 22},
                                                     {"HELP_REFUSED", 14},
                                                     {"ALREADY_FOLLOWED", 12},
                                                     {"CASE_OPENED", 6},
                                                     {"EMERGENCY_118_112", 2}}};
constexpr std::array said_of_a_place{"Una persona dorme a terra da giorni",
                                     "Signore anziano senza coperte",
                                     "Donna sola con molte borse",
                                     "Due ragazzi dormono nel sottopasso",
                                     "Un uomo parla da solo e ha freddo",
                                     "Famiglia con bambini in auto",
                                     "Tende vicino all'argine",
                                     "Ragazzo molto giovane, chiede da mangiare",
                                     "Persona con una ferita al piede",
                                     "Uomo appena uscito dall'ospedale, non sa dove andare"};

// "P1" of a category, as the catalogue proposes it.
const char* proposed(const std::string& category)
{
    if (category == "MINOR_ALONE" || category == "HEALTH" || category == "VIOLENCE" ||
        category == "COLD_HEAT")
        return "P1";
    return category == "SETTLEMENT" || category == "EVICTION" || category == "OTHER" ? "P3" : "P2";
}

int minutes_of(const std::string& priority)
{
    return priority == "P1" ? 120 : priority == "P2" ? 1440 : 4320;
}

} // namespace

void City::receive_reports(Date day)
{
    const int many = report_chance_.times(plan_.reports_a_week / 7 * scale_);
    for (int i = 0; i < many; ++i) {
        const int hour = std::stoi(report_chance_.weighted(hours));
        // The small hours belong to the night that follows: the one before has been played.
        const auto date = hour < night_ends_hour ? day.plus_days(1) : day;
        receive_report(local_instant(date, hour, report_chance_.between(0, 59)));
    }
}

std::string City::send_report(Instant at, const char* category, const char* district,
                              const std::string& said, bool by_phone)
{
    const auto id = to_string(report_chance_.uuid(at));
    std::string body;
    JsonObject report(body);
    report.text("id", id);
    report.text("ticket", to_string(report_chance_.uuid(at)));
    report.text("category", category);
    report.text("district", district);
    report.text("description", said);
    if (by_phone) {
        report.text("channel", report_chance_.happens(80) ? "phone" : "email");
        report.text("source", report_chance_.weighted(sources_by_phone));
    }
    report.close();
    tell(at, plan_.triage,
         by_phone ? "POST /api/reports/reports"
                  : "POST /api/reports/public/" + plan_.slug + "/reports",
         std::move(body), "care");
    return id;
}

void City::receive_report(Instant at)
{
    const auto& unit = report_chance_.one_of(plan_.mobile_units);
    const char* district = report_chance_.weighted(unit.districts);
    const char* category = report_chance_.weighted(categories);
    const std::string place = unit.places.empty() ? "" : report_chance_.one_of(unit.places);
    const auto said = report_chance_.one_of(said_of_a_place) + (place.empty() ? "" : ", " + place);
    const auto report = send_report(at, category, district, said, report_chance_.happens(45));

    const std::string priority = report_chance_.happens(85)   ? proposed(category)
                                 : report_chance_.happens(50) ? "P2"
                                                              : "P3";
    const auto assessed =
        at.plus_seconds(60LL * report_chance_.between(4, priority == "P1" ? 40 : 150));
    tell(assessed, plan_.triage, "PUT /api/reports/reports/" + report + "/assessment",
         R"({"category":")" + std::string(category) + R"(","source":"14","district":")" + district +
             R"(","priority":")" + priority + "\"}",
         "care");
    if (report_chance_.happens(9))
        tell_again(report, said, assessed.plus_seconds(60LL * report_chance_.between(10, 80)));
    work_on(report, priority, unit, assessed);
}

// Somebody else tells of the same, and the desk joins the two.
void City::tell_again(const std::string& report, const std::string& said, Instant at)
{
    const auto& unit = plan_.mobile_units.front();
    const auto again = send_report(at, "STREET_DISTRESS", report_chance_.weighted(unit.districts),
                                   said, report_chance_.happens(60));
    tell(at.plus_seconds(60LL * report_chance_.between(2, 30)), plan_.triage,
         "POST /api/reports/groups",
         R"({"id":")" + to_string(report_chance_.uuid(at)) + R"(","report":")" + again +
             R"(","lead":")" + report + "\"}",
         "care");
}

void City::work_on(const std::string& report, const std::string& priority, const Unit& unit,
                   Instant at)
{
    // One in six comes too late, most well within the time; a few end at the telephone.
    const int minutes = minutes_of(priority);
    const int wait = report_chance_.happens(16) ? minutes + report_chance_.between(5, minutes / 2)
                                                : minutes * report_chance_.between(8, 60) / 100;
    const auto acted = at.plus_seconds(60LL * wait);
    if (report_chance_.happens(11)) {
        tell(acted, plan_.triage, "POST /api/reports/reports/" + report + "/close",
             R"({"outcome":")" + std::string(report_chance_.happens(60) ? "REFERRED" : "OUTSIDE") +
                 "\"}",
             "care");
        return;
    }
    const auto dispatch = to_string(report_chance_.uuid(acted));
    const auto login = report_chance_.one_of(unit.logins);
    tell(acted.plus_seconds(-120), plan_.triage, "POST /api/reports/dispatches",
         R"({"id":")" + dispatch + R"(","report":")" + report + R"(","team":")" + unit.team + "\"}",
         "care");
    tell(acted, login, "POST /api/reports/dispatches/" + dispatch + "/accept", "");
    const auto arrived = acted.plus_seconds(60LL * report_chance_.between(15, 160));
    tell(arrived, login, "POST /api/reports/dispatches/" + dispatch + "/arrive", "");
    end_report(report, unit, arrived.plus_seconds(60LL * report_chance_.between(5, 45)));
}

void City::end_report(const std::string& report, const Unit& unit, Instant at)
{
    const auto login = report_chance_.one_of(unit.logins);
    const std::string finding = report_chance_.weighted(findings);
    tell(at, login, "POST /api/reports/verifications",
         R"({"id":")" + to_string(report_chance_.uuid(at)) + R"(","report":")" + report +
             R"(","finding":")" + finding + R"(","at":")" + to_string(at) + "\"}");
    if (report_chance_.happens(70))
        tell(at.plus_seconds(60LL * report_chance_.between(5, 600)), plan_.triage,
             "POST /api/reports/answers",
             R"({"id":")" + to_string(report_chance_.uuid(at)) + R"(","report":")" + report +
                 R"(","code":")" + (finding == "not_found" ? "NOT_FOUND" : "VISITED") + "\"}",
             "care");
    const std::string outcome = finding == "confirmed" ? report_chance_.weighted(outcomes_if_found)
                                : finding == "not_found" ? "NOBODY_FOUND"
                                                         : "NO_NEED";
    tell(at.plus_seconds(60LL * report_chance_.between(610, 2000)), plan_.triage,
         "POST /api/reports/reports/" + report + "/close", R"({"outcome":")" + outcome + "\"}",
         "care");
}

} // namespace demo
