// SPDX-License-Identifier: EUPL-1.2
#include "app/demo_survey.h"

#include <array>

#include "app/cast_survey.h"
#include "base/json.h"
#include "core/samples.h"

namespace demo {

namespace {

constexpr auto planner = "fulvia@roma";
constexpr std::array interviewers{"noemi@roma", "bashir@roma"};
constexpr int asked_in_a_slot = 16;

// How many days before today the cast opens each.
struct Opened {
    const char* wave;
    int days;
};
constexpr std::array waves{Opened{core::samples::survey_wave_closed, 65},
                           Opened{core::samples::survey_wave, 10}};

constexpr std::array met{Weighted{"COMPLETE", 70},   Weighted{"PARTIAL", 3},
                         Weighted{"REFUSAL", 13},    Weighted{"BREAK_OFF", 2},
                         Weighted{"OTHER", 4},       Weighted{"UNKNOWN_ELIGIBILITY", 4},
                         Weighted{"NOT_ELIGIBLE", 4}};
constexpr std::array called{Weighted{"COMPLETE", 88}, Weighted{"REFUSAL", 8},
                            Weighted{"NON_CONTACT", 4}};
constexpr std::array languages{Weighted{"it", 30}, Weighted{"fr", 18}, Weighted{"en", 18},
                               Weighted{"ar", 14}, Weighted{"bn", 12}, Weighted{"es", 8}};

std::string bare(const char* sample) { return std::string(std::string_view(sample).substr(1, 36)); }

bool is_answered(const std::string& disposition)
{
    return disposition == "COMPLETE" || disposition == "PARTIAL";
}

} // namespace

struct SurveyOfRoma::Drawn {
    std::string id;
    std::string respondents;
    std::string district;
    Date day;
    std::string from_time;
    std::string interviewer; // login
    bool is_given = false;   // by the cast already
};

SurveyOfRoma::SurveyOfRoma(core::House& house, Instant now, Agenda& agenda)
    : house_(house), now_(now), agenda_(agenda), chance_(2026)
{
}

bool SurveyOfRoma::opens_on(Date day) const
{
    if (!house_.find_place("roma"))
        return false;
    for (const auto& opened : waves)
        if (local_date(now_).plus_days(-opened.days) == day)
            return true;
    return false;
}

void SurveyOfRoma::go_on_from(Date day)
{
    for (const auto& opened : waves) {
        if (local_date(now_).plus_days(-opened.days) != day)
            continue;
        const auto wave = bare(opened.wave);
        const bool is_past = opened.wave == waves.front().wave;
        for (const auto& slot : drawn_in(wave, "slots")) {
            give("/api/survey/slots/", slot, day);
            meet_at(wave, slot, is_past);
        }
        for (const auto& unit : drawn_in(wave, "units")) {
            give("/api/survey/units/", unit, day);
            call_on(wave, unit, day);
        }
    }
}

std::vector<SurveyOfRoma::Drawn> SurveyOfRoma::drawn_in(const std::string& wave,
                                                        const char* list) const
{
    core::Request request;
    request.method = "GET";
    request.path = "/api/survey/waves/" + wave + "/plan";
    request.remote = "127.0.0.1";
    const auto response = house_.ask(cast::actor(planner), request);
    ENSURE(response.status == 200);
    const auto document = JsonDocument::parse(response.body);
    const auto items = document.root().member(list);
    std::vector<Drawn> drawn;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const auto item = items.at(i);
        if (!item.member("drawn").boolean())
            continue;
        Drawn one;
        one.id = item.member("id").text();
        one.district = item.member("district").text();
        const auto respondents = item.member("respondents");
        one.respondents =
            respondents.kind() == JsonView::Kind::text ? respondents.text() : "MIGRANT";
        if (one.respondents == "MIGRANT") {
            one.day = parse_date(item.member("day").text()).value();
            one.from_time = item.member("from_time").text();
        }
        one.is_given = item.member("interviewer").kind() == JsonView::Kind::text;
        one.interviewer = interviewers[one.is_given ? 0 : drawn.size() % interviewers.size()];
        drawn.push_back(std::move(one));
    }
    return drawn;
}

void SurveyOfRoma::tell(Instant at, const std::string& login, std::string line, std::string body)
{
    agenda_.emplace(at, cast::Event{at, login, std::move(line), std::move(body), "statistics"});
}

void SurveyOfRoma::give(const char* path, const Drawn& drawn, Date day)
{
    if (drawn.is_given)
        return;
    const auto account = to_string(cast::actor(drawn.interviewer).account);
    tell(local_instant(day.plus_days(1), 8, 0), planner,
         std::string("PUT ") + path + drawn.id + "/interviewer",
         R"({"interviewer":")" + account + "\"}");
}

// Every few minutes somebody is asked; most answer.
void SurveyOfRoma::meet_at(const std::string& wave, const Drawn& slot, bool is_past)
{
    const auto begins = parse_clock(slot.from_time).value();
    auto at = local_instant(slot.day, begins.hour, begins.minute);
    for (int i = 0; i < asked_in_a_slot; ++i) {
        at = at.plus_seconds(60 * chance_.between(7, 13));
        cast::ToldInterview told;
        told.id = to_string(chance_.uuid(at));
        told.wave = wave;
        told.respondents = "MIGRANT";
        told.district = slot.district;
        told.slot = slot.id;
        told.disposition = chance_.weighted(met);
        told.minutes = is_answered(told.disposition) ? chance_.between(14, 38) : 1;
        told.ended_at = at.plus_seconds(60 * told.minutes);
        told.language = chance_.weighted(languages);
        told.of_another_year = is_past;
        if (told.ended_at < now_)
            tell(told.ended_at, slot.interviewer, "POST /api/survey/interviews",
                 cast::body_of(told));
    }
    const auto ends = local_instant(slot.day, begins.hour + 3, 30);
    if (ends < now_ && !slot.is_given) // one that the story gave was counted there
        tell(ends, slot.interviewer, "PUT /api/survey/slots/" + slot.id + "/count",
             R"({"counted":)" + std::to_string(chance_.between(40, 130)) + "}");
}

// By telephone; some are reached only the second time.
void SurveyOfRoma::call_on(const std::string& wave, const Drawn& unit, Date opened)
{
    auto at = local_instant(opened.plus_days(chance_.between(2, 9)), chance_.between(9, 16),
                            chance_.between(0, 59));
    const auto record = [&](const char* disposition) {
        cast::ToldInterview told;
        told.id = to_string(chance_.uuid(at));
        told.wave = wave;
        told.respondents = unit.respondents;
        told.district = unit.district;
        told.unit = unit.id;
        told.mode = "PHONE";
        told.disposition = disposition;
        told.minutes = is_answered(disposition) ? chance_.between(15, 30) : 2;
        told.ended_at = at;
        if (at < now_)
            tell(at, unit.interviewer, "POST /api/survey/interviews", cast::body_of(told));
    };
    if (chance_.happens(20)) {
        record("NON_CONTACT");
        at = at.plus_seconds(24 * 3600);
    }
    record(chance_.weighted(called));
}

} // namespace demo
