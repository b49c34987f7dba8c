// SPDX-License-Identifier: EUPL-1.2
#include "monitoring/live.h"

#include <algorithm>
#include <map>
#include <memory>
#include <mutex>

#include "core/house.h"
#include "core/journal.h"
#include "core/read_parcel.h"
#include "monitoring/add_up.h"
#include "monitoring/count.h"
#include "monitoring/entry_rows.h"
#include "monitoring/forecast.h"
#include "monitoring/indicator.h"
#include "monitoring/live_rows.h"
#include "monitoring/rows.h"
#include "monitoring/sent.h"
#include "monitoring/suppress.h"
#include "network/network.h"

using core::Context;

namespace monitoring {

// ---- in the city

LiveParcel live_of(store::Transaction& city, const core::Catalogue& catalogue, Instant now)
{
    const auto today = local_date(now);
    LiveParcel parcel;
    parcel.year = parts(today).year;
    parcel.counted_at = now;
    for (const auto& code : rules(catalogue).live_codes) {
        const auto* indicator = find_indicator(catalogue, code);
        if (indicator != nullptr && !indicator->definition.guarded) // a release may say so
            parcel.values.push_back(total_since_january(city, *indicator, today));
    }
    suppress_with_totals(parcel.values);
    return parcel;
}

namespace {

constexpr auto live_kind = "monitoring.live";

// As of which line of the journal a city was counted last, on which day and by which release: while
// none of them moves, its figures do not. And what was told last.
struct Counted {
    std::int64_t sequence = -1;
    Date day;
    int release = 0;

    bool operator==(const Counted&) const = default;
};

class LastTold {
public:
    static std::unique_ptr<LastTold> build(store::Transaction&)
    {
        return std::make_unique<LastTold>();
    }

    Counted counted() const
    {
        const std::scoped_lock lock(mutex_);
        return counted_;
    }
    std::optional<Uuid> parcel() const
    {
        const std::scoped_lock lock(mutex_);
        return parcel_;
    }
    // False: it is what was told.
    bool differs(const std::string& values) const
    {
        const std::scoped_lock lock(mutex_);
        return values_ != values;
    }
    void note(const Counted& counted)
    {
        const std::scoped_lock lock(mutex_);
        counted_ = counted;
    }
    void note(const Counted& counted, const Uuid& parcel, const std::string& values)
    {
        const std::scoped_lock lock(mutex_);
        counted_ = counted;
        parcel_ = parcel;
        values_ = values;
    }

private:
    mutable std::mutex mutex_;
    Counted counted_;
    std::optional<Uuid> parcel_;
    std::string values_;
};

// Of a year by itself: in January the same figures are others.
std::string told(const LiveParcel& parcel)
{
    std::string text = std::to_string(parcel.year) + " ";
    write_value(text, parcel.values);
    return text;
}

bool is_on_its_way(store::Transaction& transaction, const std::optional<Uuid>& parcel)
{
    return parcel && network::find_posted(transaction, *parcel) == network::Posted::waiting;
}

} // namespace

std::function<std::vector<Uuid>(Context&)> tell_live(Context& context)
{
    if (context.actor.store == core::network_slug)
        return {};
    auto& last = context.kept<LastTold>();
    const Counted now{core::head_of_journal(context.store).sequence, context.today(),
                      network::release_of(context.catalogue())};
    if (last.counted() == now || is_on_its_way(context.store, last.parcel()))
        return {};
    auto parcel = live_of(context.store, context.catalogue(), context.now);
    name_empty_cells(parcel.values);
    if (!last.differs(told(parcel))) {
        last.note(now);
        return {};
    }
    return [parcel = std::move(parcel), now, &last](Context& writing) -> std::vector<Uuid> {
        const auto id =
            network::post(writing, std::string(core::network_slug), live_kind, to_json(parcel));
        writing.after_commit([&last, now, id, text = told(parcel)] { last.note(now, id, text); });
        return {};
    };
}

// ---- in the network

namespace {

void take_live(Context& context, const core::Parcel& parcel)
{
    auto live = core::read_parcel<LiveParcel>(context, parcel);
    empty_named_cells(live.values);
    // Whatever its city thinks: totals alone, and of nobody whom one équipe alone reads.
    std::erase_if(live.values, [&](const Value& value) {
        const auto* known = find_indicator(context.catalogue(), value.indicator);
        return value.breakdown != "total" || value.window != "year_to_date" || known == nullptr ||
               known->definition.guarded;
    });
    put_live(context.store, {parcel.from, live.year, live.counted_at}, live.values);
}

} // namespace

core::Receiver receiver_of_live() { return {live_kind, core::Where::network, take_live}; }

namespace {

constexpr int connected_seconds = 300;

const Value* total_in(const std::vector<Value>& values, const std::string& indicator)
{
    for (const auto& value : values)
        if (value.indicator == indicator && value.breakdown == "total" &&
            value.window == "year_to_date")
            return &value;
    return nullptr;
}

// One stated quarter after the other, the oldest first.
struct StatedQuarter {
    Period quarter;
    std::vector<Value> totals;
};

std::vector<StatedQuarter> history_of(Context& context, const std::string& city)
{
    const auto running = to_string(quarter_of(context.today()));
    std::vector<StatedQuarter> history;
    // One more: what a quarter added is known by the one before it.
    for (const auto& card : statements_before(
             context.store, city, running, rules(context.catalogue()).forecast_quarters_most + 1))
        if (const auto quarter = parse_period(card.period))
            history.push_back({*quarter, totals_of(context.store, card.id)});
    std::reverse(history.begin(), history.end());
    return history;
}

// What each quarter added to the total of its year; the first of a year is all there was.
std::vector<Stretch> stretches_of(const std::vector<StatedQuarter>& history,
                                  const Indicator& indicator)
{
    std::vector<Stretch> stretches;
    for (std::size_t i = 0; i < history.size(); ++i) {
        const auto& [quarter, totals] = history[i];
        const auto* value = total_in(totals, indicator.definition.code);
        if (value == nullptr || !value->value || value->version != indicator.definition.version)
            continue;
        const int days = quarter.ends.days - quarter.begins.days;
        if (parts(quarter.begins).month == 1) {
            stretches.push_back({*value->value, days});
            continue;
        }
        if (i == 0 || history[i - 1].quarter.ends != quarter.begins)
            continue;
        const auto* before = total_in(history[i - 1].totals, indicator.definition.code);
        if (before != nullptr && before->value && before->version == value->version)
            stretches.push_back({*value->value - *before->value, days});
    }
    return stretches;
}

// Since the last stated quarter of this year, or since January.
Stretch running_of(const std::vector<StatedQuarter>& history, const Value& so_far, Date today)
{
    const auto year = year_of(today);
    Stretch running{so_far.value.value_or(0), today.days - year.begins.days + 1};
    if (history.empty() || history.back().quarter.begins < year.begins)
        return running;
    const auto* stated = total_in(history.back().totals, so_far.indicator);
    if (stated == nullptr || !stated->value)
        return running;
    return {running.added - *stated->value, today.days - history.back().quarter.ends.days + 1};
}

struct Horizon {
    std::string until;
    Date day;
    std::map<std::pair<std::string, std::string>, double> targets; // by city and indicator
};

std::vector<Horizon> horizons_of(Context& context)
{
    const auto today = context.today();
    const auto year = year_of(today);
    const auto last_day = year.ends.plus_days(-1);
    const auto ends = rules(context.catalogue()).programme_ends;
    std::vector<Horizon> horizons;
    if (ends < today)
        return {{"year", last_day, {}}};
    if (ends > last_day)
        horizons.push_back({"year", last_day, {}});
    horizons.push_back({"programme", ends, {}});
    return horizons;
}

void add_targets(Context& context, std::vector<Horizon>& horizons)
{
    const auto first = parts(context.today()).year;
    for (auto& horizon : horizons)
        for (auto year = first; year <= parts(horizon.day).year; ++year)
            for (const auto& target : network::targets_of(context, year))
                horizon.targets[{target.city, target.indicator}] += target.value;
}

void add_forecasts(Context& context, LiveCity& line, const std::vector<Horizon>& horizons)
{
    const auto history = history_of(context, line.city);
    for (const auto& value : line.values) {
        const auto* known = find_indicator(context.catalogue(), value.indicator);
        if (known == nullptr)
            continue;
        const auto& indicator = *known;
        if (indicator.unit == Unit::share || indicator.is_length() || !value.value)
            continue;
        const auto stretches = stretches_of(history, indicator);
        const auto running = running_of(history, value, context.today());
        for (const auto& horizon : horizons) {
            const auto expected =
                forecast(*value.value, stretches, running, horizon.day.days - context.today().days,
                         rules(context.catalogue()).forecast_quarters_least);
            if (!expected)
                continue;
            LiveForecast made{.indicator = value.indicator,
                              .until = horizon.until,
                              .day = horizon.day,
                              .value = expected->value,
                              .low = expected->low,
                              .high = expected->high,
                              .target = {}};
            const auto target = horizon.targets.find({line.city, value.indicator});
            if (target != horizon.targets.end())
                made.target = target->second;
            line.forecasts.push_back(std::move(made));
        }
    }
}

} // namespace

LiveBoard show_live_board(Context& context)
{
    LiveBoard board;
    board.as_of = context.now;
    board.year = parts(context.today()).year;
    board.programme_ends = rules(context.catalogue()).programme_ends;
    board.indicators = rules(context.catalogue()).live_codes;
    auto horizons = horizons_of(context);
    add_targets(context, horizons);
    std::map<std::string, LiveRow> heard;
    for (auto& row : live_rows(context.store))
        heard.emplace(row.city, row);
    const auto returns = list_returns(context, {});
    std::vector<std::vector<Value>> all;
    for (const auto& one : returns.items) {
        auto& line = board.cities.emplace_back();
        line.city = one.city;
        line.last_return = one;
        const auto met = network::last_met(context, line.city);
        line.connected = met && met->plus_seconds(connected_seconds) >= context.now;
        const auto found = heard.find(line.city);
        if (found == heard.end())
            continue;
        line.counted_at = found->second.counted_at;
        if (found->second.year != board.year) // of last year: the city has not been heard since
            continue;
        line.values = live_values_of(context.store, line.city);
        add_forecasts(context, line, horizons);
        all.push_back(line.values);
    }
    board.network = add_up(context.catalogue(), all);
    for (const auto& target : network::targets_of(context, board.year))
        board.targets.push_back({target.city, target.indicator, target.value});
    return board;
}

} // namespace monitoring
