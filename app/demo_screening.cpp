// SPDX-License-Identifier: EUPL-1.2
// Short looks at somebody's situation after a contact, and what people answer to early warnings.
#include <array>

#include "app/demo_city.h"
#include "app/demo_meeting.h"
#include "screening/screening.h"

namespace demo {

namespace {

constexpr std::array severities{Weighted{"low", 45}, Weighted{"medium", 40}, Weighted{"high", 15}};
constexpr std::array sources{Weighted{"TOLD", 50}, Weighted{"SEEN", 40}, Weighted{"REPORTED", 7},
                             Weighted{"DOCUMENT", 3}};
constexpr std::array answers{Weighted{"TAKEN_UP", 40}, Weighted{"COVERED", 22},
                             Weighted{"REFERRED", 20}, Weighted{"NOT_SO", 8},
                             Weighted{"DECLINED", 8},  Weighted{"EMERGENCY", 2}};

} // namespace

// Once for each person: what a second look would raise depends on what was answered to the first.
void City::screen(const Meeting& meeting, Known& known, const Given& given)
{
    if (known.is_screened || given.circumstances.empty() || !screening_chance_.happens(35))
        return;
    known.is_screened = true;
    const auto at = meeting.noted.plus_seconds(40);
    const auto id = screening_chance_.uuid(at);
    std::vector<screening::Finding> found;
    std::string body;
    JsonObject wish(body);
    wish.text("id", to_string(id));
    wish.text("person", to_string(known.id));
    wish.text("day", to_string(meeting.day()));
    auto& findings = wish.member("findings");
    findings += '[';
    for (const auto* circumstance : given.circumstances) {
        found.push_back({circumstance, screening_chance_.weighted(severities),
                         screening_chance_.weighted(sources)});
        findings += findings.back() == '[' ? "" : ",";
        JsonObject finding(findings);
        finding.text("circumstance", found.back().circumstance);
        finding.text("severity", found.back().severity);
        finding.text("source", found.back().source);
        finding.close();
    }
    findings += ']';
    wish.close();
    tell(at, meeting.login, "POST /api/screening/screenings", std::move(body));
    for (const auto& rule : screening::raised_by(found, meeting.day()))
        answer_warning(to_string(screening::warning_id(Id<screening::Screening>(id), rule)), at);
}

// Mostly in time; what was overlooked, when somebody looks through the board.
void City::answer_warning(const std::string& warning, Instant raised)
{
    const int days = screening_chance_.happens(80) ? screening_chance_.between(0, 3)
                                                   : screening_chance_.between(6, 25);
    const auto day = working_day(local_date(raised).plus_days(1 + days));
    const auto at = local_instant(day, screening_chance_.between(9, 17), 20);
    if (at >= now_)
        return;
    std::string body;
    JsonObject answer(body);
    answer.text("answer", screening_chance_.weighted(answers));
    answer.close();
    tell(at, screening_chance_.one_of(plan_.social_workers),
         "PUT /api/screening/warnings/" + warning + "/answer", std::move(body), "care");
}

} // namespace demo
