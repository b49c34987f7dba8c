// SPDX-License-Identifier: EUPL-1.2
// The live board: what each city has counted since January, as it grows. Totals without breakdown,
// of the indicators that catalogue/returns.toml lists, small ones suppressed: in the city, before
// they leave it. Beside them targets, forecasts, and how far the returns are.
#pragma once

#include <functional>

#include "core/context.h"
#include "monitoring/returns.h"

namespace monitoring {

// What a city tells of itself: all it says, in place of what it said before.
struct LiveParcel {
    static constexpr const char* title = "LiveParcel";

    int year = 0;
    Instant counted_at;
    std::vector<Value> values;

    static constexpr auto fields()
    {
        return std::tuple(field("year", &LiveParcel::year),
                          field("counted_at", &LiveParcel::counted_at),
                          field("values", &LiveParcel::values).at_most(200));
    }
};

// Counted and protected in the city: pure but for its reading.
LiveParcel live_of(store::Transaction& city, const core::Catalogue& catalogue, Instant now);
// The chore of a city, every minute. It counts only when something has happened since, while others
// write; it tells only what has changed, and nothing more while the last has not arrived.
std::function<std::vector<Uuid>(core::Context&)> tell_live(core::Context& context);
core::Receiver receiver_of_live();

struct LiveForecast {
    static constexpr const char* title = "LiveForecast";

    std::string indicator;
    std::string until; // "year" or "programme"
    Date day;
    double value = 0;
    double low = 0;
    double high = 0;
    std::optional<double> target;

    static constexpr auto fields()
    {
        return std::tuple(
            field("indicator", &LiveForecast::indicator),
            field("until", &LiveForecast::until)
                .says("year: to its last day; programme: to the end of the programme."),
            field("day", &LiveForecast::day), field("value", &LiveForecast::value),
            field("low", &LiveForecast::low).says("In 8 of 10 cases it will be no less."),
            field("high", &LiveForecast::high).says("Nor more."),
            field("target", &LiveForecast::target)
                .says("Of the year; until the programme ends, of the years up to then."));
    }
};

struct LiveCity {
    static constexpr const char* title = "LiveCity";

    std::string city;
    std::optional<Instant> counted_at;
    bool connected = false;
    std::vector<Value> values;
    std::vector<LiveForecast> forecasts;
    Return last_return;

    static constexpr auto fields()
    {
        return std::tuple(
            field("city", &LiveCity::city),
            field("counted_at", &LiveCity::counted_at)
                .says("When its figures last changed. Absent: nothing has come yet."),
            field("connected", &LiveCity::connected).says("It was heard of within five minutes."),
            field("values", &LiveCity::values).at_most(200),
            field("forecasts", &LiveCity::forecasts).at_most(200),
            field("last_return", &LiveCity::last_return).says("Of the last quarter that is over."));
    }
};

struct LiveBoard {
    static constexpr const char* title = "LiveBoard";

    Instant as_of;
    int year = 0;
    Date programme_ends;
    std::vector<std::string> indicators;
    std::vector<LiveCity> cities;
    std::vector<NetworkValue> network;
    std::vector<CityTarget> targets;

    static constexpr auto fields()
    {
        return std::tuple(field("as_of", &LiveBoard::as_of), field("year", &LiveBoard::year),
                          field("programme_ends", &LiveBoard::programme_ends),
                          field("indicators", &LiveBoard::indicators),
                          field("cities", &LiveBoard::cities),
                          field("network", &LiveBoard::network),
                          field("targets", &LiveBoard::targets).at_most(2000));
    }
};

LiveBoard show_live_board(core::Context& context);

} // namespace monitoring
