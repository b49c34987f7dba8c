// SPDX-License-Identifier: EUPL-1.2
// Where people are sent in the demonstration, and what becomes of it.
#include <array>

#include "app/demo_city.h"
#include "app/demo_meeting.h"

namespace demo {

namespace {

struct Kind {
    const char* name;
    const char* organisation;
    const char* kind;
    const char* area;
    const char* access;
    const char* opens;
    const char* closes;
};

constexpr std::array<Kind, 9> kinds{{
    {"Ambulatorio per tutti", "Medici volontari", "THIRD_SECTOR", "HEALTH", "walk_in", "09:00",
     "13:00"},
    {"Mensa della stazione", "Parrocchia di Sant'Anna", "RELIGIOUS", "BASIC_NEEDS", "walk_in",
     "12:00", "14:00"},
    {"Dormitorio comunale", "Comune", "PUBLIC", "HOUSING", "referral", "20:00", "08:00"},
    {"Sportello legale", "Avvocati di strada", "THIRD_SECTOR", "LEGAL", "appointment", "15:00",
     "18:00"},
    {"Ascolto psicologico", "Azienda sanitaria", "PUBLIC", "PSYCHOSOCIAL", "appointment", "09:00",
     "16:00"},
    {"Italiano la sera", "Circolo dei lettori", "THIRD_SECTOR", "ITALIAN_SCHOOL", "walk_in",
     "18:00", "20:00"},
    {"Orientamento al lavoro", "Comune", "PUBLIC", "WORK", "appointment", "09:00", "12:30"},
    {"Ufficio residenza", "Comune", "PUBLIC", "RESIDENCE", "appointment", "08:30", "12:00"},
    {"Servizio dipendenze", "Azienda sanitaria", "PUBLIC", "ADDICTION", "referral", "09:00",
     "17:00"},
}};

// By place in `kinds`.
constexpr std::array<Weighted, 9> sent_to{
    {{"0", 24}, {"1", 20}, {"2", 22}, {"3", 14}, {"4", 7}, {"5", 9}, {"6", 6}, {"7", 5}, {"8", 3}}};
constexpr std::array<Weighted, 4> modes{
    {{"WARM", 42}, {"INFO", 28}, {"WRITTEN", 18}, {"URGENT", 12}}};
constexpr std::array<Weighted, 6> refusals{{{"NO_CAPACITY", 50},
                                            {"NOT_ELIGIBLE", 16},
                                            {"DOCUMENT_MISSING", 14},
                                            {"LANGUAGE_BARRIER", 9},
                                            {"REJECTED_BY_PROVIDER", 7},
                                            {"NEEDS_REASSESSMENT", 4}}};
constexpr std::array<Weighted, 3> given{
    {{"SERVICE_PROVIDED", 74}, {"PARTLY_PROVIDED", 16}, {"WAITLISTED", 10}}};

} // namespace

// Written down on the first day, and confirmed now and then; a few are never looked at again.
void City::found_services(Date day)
{
    const auto worker = plan_.social_workers.front();
    for (const auto& kind : kinds) {
        const auto at = local_instant(day, 10, static_cast<int>(services_.size()) * 3);
        const auto id = to_string(referral_chance_.uuid(at));
        const auto& unit = plan_.mobile_units.front();
        std::string body;
        JsonObject service(body);
        service.text("id", id);
        service.text("name", kind.name);
        service.text("organisation", kind.organisation);
        service.text("kind", kind.kind);
        service.text("status", "active");
        service.member("areas") += std::string("[\"") + kind.area + "\"]";
        service.text("access", kind.access);
        service.text("district", referral_chance_.weighted(unit.districts));
        auto& hours = service.member("hours");
        for (int weekday = 1; weekday <= 5; ++weekday)
            hours += std::string(weekday == 1 ? "[" : ",") + R"({"weekday":)" +
                     std::to_string(weekday) + R"(,"opens":")" + kind.opens + R"(","closes":")" +
                     kind.closes + "\"}";
        hours += ']';
        service.close();
        tell(at, worker, "POST /api/directory/services", std::move(body), "care");
        services_.push_back(id);
    }
}

void City::refer(const Meeting& meeting, const Known& known, const std::string& outcome)
{
    if (services_.empty() || !referral_chance_.happens(60))
        return;
    const auto place = static_cast<std::size_t>(referral_chance_.weighted(sent_to)[0] - '0');
    const std::string mode = outcome == "ACCOMPANIED" ? "ACCOMP" : referral_chance_.weighted(modes);
    const auto at = meeting.noted.plus_seconds(60);
    const auto id = to_string(referral_chance_.uuid(at));
    std::string body;
    JsonObject wish(body);
    wish.text("id", id);
    wish.text("ticket", to_string(referral_chance_.uuid(at)));
    wish.text("person", to_string(known.id));
    wish.text("service", services_[place]);
    wish.text("area", kinds[place].area);
    wish.text("mode", mode);
    wish.text("district", meeting.district);
    if (known.origin != nullptr && !known.origin->languages.empty())
        wish.text("language", known.origin->languages.front());
    wish.close();
    tell(at, meeting.login, "POST /api/referrals/referrals", std::move(body),
         meeting.is_outdoors() ? "outreach" : "care");
    follow_referral(id, mode, meeting.login, at);
}

// Most are accepted and end somehow; some are refused; of some nobody hears any more.
void City::follow_referral(const std::string& id, const std::string& mode, const std::string& login,
                           Instant sent)
{
    auto day = local_date(sent);
    const auto step = [&](int days, const char* what, const char* outcome) {
        day = working_day(day.plus_days(days));
        const auto at =
            local_instant(day, referral_chance_.between(9, 16), referral_chance_.between(0, 59));
        if (at >= now_ || at <= sent)
            return;
        std::string body;
        JsonObject told(body);
        told.text("id", to_string(referral_chance_.uuid(at)));
        told.text("what", what);
        if (*outcome != '\0')
            told.text("outcome", outcome);
        told.close();
        tell(at, login, "POST /api/referrals/referrals/" + id + "/steps", std::move(body),
             "outreach");
    };

    const int fate = referral_chance_.between(0, 99);
    if (mode == "INFO") {
        if (fate < 70)
            step(referral_chance_.between(3, 20), "closed",
                 fate < 52 ? "SERVICE_PROVIDED" : "UNABLE_TO_CONTACT");
        return;
    }
    if (fate < 12)
        return; // a black hole
    if (fate < 32) {
        const char* reason = referral_chance_.weighted(refusals);
        step(referral_chance_.between(1, 4), "refused", reason);
        if (referral_chance_.happens(80))
            step(referral_chance_.between(1, 6), "closed", reason);
        return;
    }
    step(referral_chance_.between(1, 3), "accepted", "");
    if (fate < 42)
        return step(referral_chance_.between(2, 9), "closed", "DID_NOT_ATTEND");
    step(referral_chance_.between(1, 8), "attended", "");
    if (fate < 94)
        step(referral_chance_.between(1, 15), "closed", referral_chance_.weighted(given));
}

} // namespace demo
