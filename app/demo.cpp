// SPDX-License-Identifier: EUPL-1.2
#include "app/demo.h"

#include <map>
#include <memory>
#include <ostream>
#include <vector>

#include "app/cast.h"
#include "app/cast_people.h"
#include "app/demo_city.h"
#include "app/demo_plan.h"
#include "app/demo_survey.h"
#include "network/network.h"

namespace demo {

namespace {

std::vector<std::unique_ptr<City>> cities_of(core::House& house, int scale, Instant now,
                                             Agenda& agenda)
{
    std::vector<std::unique_ptr<City>> cities;
    for (auto& plan : plans(house.catalogue()))
        if (house.find_place(plan.slug))
            cities.push_back(std::make_unique<City>(std::move(plan), scale, now, agenda));
    return cities;
}

// What happens to the cast, and on which evenings it keeps its unit's van to itself.
void add_story(Instant now, Agenda& agenda, std::vector<std::unique_ptr<City>>& cities)
{
    for (auto& event : cast::story(now)) {
        if (event.line == "POST /api/outreach/outings")
            for (auto& city : cities)
                if (city->slug() == cast::store_of(event.login))
                    city->leave_evening_to_cast(local_date(event.at), "um1");
        agenda.emplace(event.at, std::move(event));
    }
}

// The network's targets are a file of one year: those of the years of the demonstration are the
// same.
void add_targets(core::House& house, Date begins, Date today, Agenda& agenda)
{
    auto* place = house.find_place(core::network_slug);
    if (!place)
        return;
    place->store->read([&](store::Transaction& transaction) {
        const int this_year = parts(today).year;
        int given = this_year;
        while (given > this_year - 50 && network::targets_of(transaction, given).empty())
            --given;
        const auto at = local_instant(begins.plus_days(9), 10, 0);
        for (int year = parts(begins).year; year <= this_year; ++year)
            for (auto target : network::targets_of(transaction, given)) {
                target.year = year;
                if (year != given)
                    agenda.emplace(at, cast::Event{at, "cittalia@rete", "PUT /api/network/targets",
                                                   to_json(target), "statistics"});
            }
    });
}

// Plays what is due before that time; answers how much that was.
int play_until(Instant end, Agenda& agenda, cast::Performance& performance)
{
    int played = 0;
    while (!agenda.empty() && agenda.begin()->first < end) {
        performance.play(agenda.begin()->second);
        agenda.erase(agenda.begin());
        ++played;
    }
    return played;
}

} // namespace

void fill(core::House& house, const cast::SetTime& set_time, int scale, std::ostream& progress)
{
    const auto now = house.now();
    const auto today = local_date(now);
    // From the beginning of a quarter, so that every statement is of a whole one.
    const auto begins = quarter_of(today.plus_days(-365)).begins;

    progress << "The demonstration network is being made: " << house.places().size()
             << " stores, scale " << scale << "\n";
    Agenda agenda;
    auto cities = cities_of(house, scale, now, agenda);
    add_story(now, agenda, cities);
    cast::add_accounts(house, local_instant(begins.plus_days(-30), 9, 0));
    add_targets(house, begins, today, agenda);

    SurveyOfRoma survey(house, now, agenda);
    cast::Performance performance(house, set_time);
    int played = 0;
    for (auto day = begins; day <= today; day = day.plus_days(1)) {
        for (auto& city : cities)
            city->live(day);
        const auto night_ends = local_instant(day.plus_days(1), night_ends_hour, 0);
        played += play_until(std::min(night_ends, now), agenda, performance);
        if (survey.opens_on(day)) {
            performance.finish();
            survey.go_on_from(day);
        }
        if (const auto quarter = quarter_of(day); quarter.ends == day.plus_days(1) || day == today)
            progress << "  " << to_string(quarter) << ": " << played << " acts\n" << std::flush;
    }
    performance.let_time_pass(); // what was sent to another city leaves
    performance.let_time_pass(); // and arrives
    for (const auto& city : cities)
        progress << "  " << city->slug() << ": " << city->persons() << " persons\n";
}

std::string log_ins()
{
    return R"(
Rete dimostrativa: 16 città, persone tutte inventate. Password di tutti: lgnet-demo-2026
  giulia@roma     unità mobile: apri l'uscita di stasera, registra un contatto, anche senza nome
  paola@roma      sportello: cerca una persona prima di aggiungerla
  sara@roma       assistente sociale: le prese in carico, il passaggio di consegne di Amina
  marco@roma      coordinamento di Roma: il quadro della città e la dichiarazione del trimestre
  direzione@rete  direzione della rete: 16 città accanto ai loro obiettivi
  dpo@roma        protezione dei dati: chi ha letto chi, quando e perché
  admin@roma, ricerca@roma, elena@milano, coordinamento@bolzano: vedi docs/cast.md

Demonstration network: 16 cities, everybody invented. Everybody's password: lgnet-demo-2026
  giulia@roma     mobile unit: open tonight's outing, record a contact, with or without a name
  paola@roma      desk: search for a person before adding one
  sara@roma       social worker: the cases, and the hand-over of Amina's
  marco@roma      coordination of Roma: the city's board and the quarter's statement
  direzione@rete  network direction: 16 cities beside their targets
  dpo@roma        data protection: who read whom, when and why
  admin@roma, ricerca@roma, elena@milano, coordinamento@bolzano: see docs/cast.md

)";
}

} // namespace demo
