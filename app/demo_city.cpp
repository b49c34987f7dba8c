// SPDX-License-Identifier: EUPL-1.2
#include "app/demo_city.h"

#include <array>

#include "app/cast_people.h"
#include "app/demo_meeting.h"

namespace demo {

namespace {

// How long back the reading of persons is told too: enough for a data-protection officer to look
// at.
constexpr int lookups_days = 10;

std::uint64_t seed_of(const std::string& slug)
{
    const auto uuid = named_uuid("demonstration of " + slug);
    std::uint64_t seed = 0;
    for (std::size_t i = 0; i < 8; ++i)
        seed = seed << 8 | uuid.bytes[i];
    return seed;
}

// 0 is Monday.
int weekday(Date day) { return (day.days % 7 + 10) % 7; }

bool is_weekend(Date day) { return weekday(day) >= 5; }

// More people sleep rough where it is warm at night; in August half of the team is away.
double season(Date day)
{
    static constexpr std::array<double, 12> of_month{1.05, 1.05, 1.0, 1.0, 1.0,  1.05,
                                                     1.05, 0.7,  1.0, 1.0, 1.05, 1.1};
    return of_month[static_cast<std::size_t>(parts(day).month - 1)];
}

std::string clock(int hour, int minute)
{
    const auto two = [](int number) {
        return std::string(number < 10 ? "0" : "") + std::to_string(number);
    };
    return two(hour) + ":" + two(minute);
}

} // namespace

City::City(Plan plan, int scale, Instant now, Agenda& agenda)
    : plan_(std::move(plan)),
      scale_(scale),
      now_(now),
      agenda_(agenda),
      chance_(seed_of(plan_.slug)),
      report_chance_(seed_of("reports of " + plan_.slug)),
      screening_chance_(seed_of("screenings of " + plan_.slug)),
      referral_chance_(seed_of("referrals of " + plan_.slug)),
      plan_chance_(seed_of("plans of " + plan_.slug)),
      vulnerability_chance_(seed_of("vulnerabilities of " + plan_.slug)),
      population_(chance_, plan_.slug, plan_.favourites)
{
}

void City::tell(Instant at, const std::string& login, std::string line, std::string body,
                const char* purpose)
{
    agenda_.emplace(at, cast::Event{at, login, std::move(line), std::move(body), purpose});
}

// A reading: it must find what was written before it.
void City::look_up(Instant at, const std::string& login, std::string line, std::string body,
                   const char* purpose)
{
    if (local_date(at).plus_days(lookups_days) < local_date(now_))
        return;
    cast::Event event{at, login, std::move(line), std::move(body), purpose};
    event.apart = true;
    agenda_.emplace(at, std::move(event));
}

void City::live(Date day)
{
    state_quarter(day);
    if (services_.empty())
        found_services(day);
    for (const auto& unit : plan_.mobile_units)
        if (chance_.times(unit.a_week / 7) > 0 && !taken_.contains({day, unit.team}))
            go_out(unit, day);
    if (!is_weekend(day))
        for (const auto& unit : plan_.desks)
            keep_desk(unit, day);
    receive_reports(day);
}

// ---- by night

std::string City::open_outing(const Unit& unit, Instant begins, const std::string& leader)
{
    const int hour = local_hour(begins);
    const auto id = to_string(chance_.uuid(begins));
    std::vector<std::string> members;
    for (const auto& login : unit.logins)
        if (login == leader || unit.logins.size() < 3 || chance_.happens(85))
            members.push_back(to_string(cast::account_of(login)));

    std::string body;
    JsonObject outing(body);
    outing.text("id", id);
    outing.text("team", unit.team);
    outing.text("day", to_string(local_date(begins)));
    outing.text("begins", clock(hour, 0));
    outing.text("ends", clock((hour + 4) % 24, 0));
    outing.text("vehicle", "Furgone " + unit.team.substr(unit.team.size() - 1));
    write_codes(outing.member("members"), members);
    write_codes(outing.member("stops"),
                std::array{chance_.one_of(unit.places), chance_.one_of(unit.places)});
    outing.close();
    tell(begins.plus_seconds(-60 * chance_.between(5, 40)), leader, "POST /api/outreach/outings",
         std::move(body));
    return id;
}

void City::go_out(const Unit& unit, Date day)
{
    const auto begins = local_instant(day, chance_.between(19, 21), 0);
    const auto leader = chance_.one_of(unit.logins);
    const auto outing = open_outing(unit, begins, leader);

    const int contacts = chance_.times(unit.contacts * season(day) * scale_);
    for (int i = 0; i < contacts; ++i) {
        const auto at =
            begins.plus_seconds(60 * (10 + 215 * i / contacts) + chance_.between(0, 300));
        const auto login = chance_.one_of(unit.logins);
        meet({unit, login, at, at.plus_seconds(chance_.between(120, 540)), outing,
              chance_.weighted(unit.districts)});
    }
    if (chance_.happens(40))
        count_people(unit, outing, leader, begins.plus_seconds(60 * chance_.between(30, 200)));
    tell(begins.plus_seconds(4 * 3600 + 60 * chance_.between(5, 40)), leader,
         "POST /api/outreach/outings/" + outing + "/close", "{}");
}

void City::count_people(const Unit& unit, const std::string& outing, const std::string& login,
                        Instant at)
{
    const int seen = chance_.between(4, 28);
    std::string body;
    JsonObject tally(body);
    tally.text("id", to_string(chance_.uuid(at)));
    tally.text("outing", outing);
    tally.text("at", to_string(at));
    tally.text("setting", chance_.weighted(unit.settings));
    tally.text("district", chance_.weighted(unit.districts));
    tally.number("people_seen", seen);
    if (chance_.happens(60))
        tally.number("of_which_minors", chance_.between(0, seen / 5));
    tally.close();
    tell(at.plus_seconds(180), login, "POST /api/outreach/tallies", std::move(body));
}

// ---- by day

void City::keep_desk(const Unit& unit, Date day)
{
    const int contacts = chance_.times(unit.a_week / 5 * season(day) * scale_);
    for (int i = 0; i < contacts; ++i) {
        const auto at =
            local_instant(day, 9, 0).plus_seconds(chance_.between(30, 8 * 60 - 20) * 60);
        const auto login = chance_.one_of(unit.logins);
        meet({unit, login, at, at.plus_seconds(chance_.between(300, 900)), "",
              chance_.weighted(unit.districts)});
    }
}

// In the weeks after a quarter is over, what was counted in it goes up.
void City::state_quarter(Date day)
{
    const auto quarter = quarter_of(day.plus_days(-1));
    if (quarter.ends != day || known_.empty())
        return;
    const auto submitted = working_day(day.plus_days(chance_.between(3, 15)));
    const auto last_over = quarter_of(quarter_of(local_date(now_)).begins.plus_days(-1));
    const auto before_last = quarter_of(last_over.begins.plus_days(-1));
    // The story of the cast has Marco state the two before the last.
    const auto earlier = quarter_of(before_last.begins.plus_days(-1));
    if ((quarter == last_over && !plan_.states_last_quarter) ||
        ((quarter == before_last || quarter == earlier) && plan_.slug == "roma"))
        return;

    struct Narrative {
        const char* progress;
        const char* problems;
        const char* networks;
    };
    static constexpr std::array<Narrative, 4> narratives{{
        {"Trimestre regolare: nessuna interruzione delle uscite.", "Nessuno da segnalare.",
         "Primo incontro con le associazioni del quartiere."},
        {"Più contatti in stazione dopo la chiusura di un dormitorio.",
         "Pochi posti per la notte: ne ha aperti otto la Caritas.", "Nessuna rete nuova."},
        {"Lo sportello apre un pomeriggio in più.",
         "Pochi mediatori di bengalese: chiesto aiuto alla città vicina.",
         "Avviata la collaborazione con l'ambulatorio della ASL."},
        {"Meno uscite del previsto.", "Due settimane senza mezzo: il Comune ne ha prestato uno.",
         "Nessuna rete nuova."},
    }};
    const auto at = local_instant(submitted, chance_.between(10, 16), chance_.between(0, 59));
    std::string body;
    JsonObject statement(body);
    statement.text("id", to_string(chance_.uuid(at)));
    statement.text("period", to_string(quarter));
    const auto& narrative = chance_.one_of(narratives);
    statement.text("progress", narrative.progress);
    statement.text("problems", narrative.problems);
    statement.text("networks", narrative.networks);
    statement.close();
    cast::Event event{at, plan_.coordinator, "POST /api/monitoring/statements", std::move(body),
                      "statistics"};
    event.apart = true;
    agenda_.emplace(at, std::move(event));
}

Date City::working_day(Date day) const
{
    while (is_weekend(day))
        day = day.plus_days(1);
    return day;
}

} // namespace demo
