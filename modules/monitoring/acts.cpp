// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <charconv>
#include <iterator>
#include <map>

#include "core/house.h"
#include "monitoring/count.h"
#include "monitoring/indicator.h"
#include "monitoring/rows.h"
#include "monitoring/statement.h"
#include "monitoring/suppress.h"
#include "network/network.h"

namespace monitoring {

using core::Context;

namespace {

Period get_period(const std::string& name)
{
    const auto period = parse_period(name);
    if (!period)
        refuse("period", "monitoring.not_a_period", {{"value", name}});
    return *period;
}

// What protects small numbers holds for one cut of the year only: a month could be found as the
// quarter less its other months. So protected figures are of quarters, and of those that are over.
Period get_finished_quarter(const Context& context, const std::string& name)
{
    const auto period = get_period(name);
    if (period != quarter_of(period.begins))
        throw Problem(409, "monitoring.quarter_needed",
                      {{"quarter", to_string(quarter_of(period.begins))}});
    if (period.ends > context.today())
        throw Problem(409, "monitoring.period_running",
                      {{"last_day", to_string(period.ends.plus_days(-1))}});
    return period;
}

Figures count(Context& context, Period period)
{
    return count_all(context.store, lists_of(context.catalogue(), context.city().slug), period,
                     context.today());
}

// As figures may leave the city: without what stays there, and with small numbers suppressed.
void protect(Figures& figures)
{
    std::erase_if(figures.values, [](const Value& value) {
        return find_indicator(value.indicator)->stays_in_city(value.breakdown);
    });
    suppress(figures.values);
}

// Of those whom one équipe alone reads, nobody else sees small numbers, totals among them.
void protect_guarded(std::vector<Value>& values)
{
    const auto first = std::stable_partition(values.begin(), values.end(), [](const Value& value) {
        return !find_indicator(value.indicator)->definition.guarded;
    });
    std::vector<Value> guarded(std::make_move_iterator(first),
                               std::make_move_iterator(values.end()));
    values.erase(first, values.end());
    suppress_with_totals(guarded);
    std::move(guarded.begin(), guarded.end(), std::back_inserter(values));
}

Statement as_statement(const StatementCard& card, Figures figures)
{
    return {.id = card.id,
            .city = card.city,
            .period = card.period,
            .version = card.version,
            .as_of = card.submitted_at,
            .submitted_at = card.submitted_at,
            .submitted_by_name = card.submitted_by_name,
            .narrative = card.narrative,
            .journal_sequence = card.journal_sequence,
            .journal_hash = card.journal_hash,
            .hash = card.hash,
            .received_at = card.received_at,
            .values = std::move(figures.values),
            .left_out = std::move(figures.left_out)};
}

// "1795468500000.01900000-…": the last line of the page before.
std::string write_cursor(const StatementCard& card)
{
    return std::to_string(card.submitted_at.milliseconds) + "." + to_string(card.id);
}

Cursor read_cursor(const std::string& text)
{
    const auto dot = std::min(text.find('.'), text.size());
    Cursor cursor;
    const auto [end, error] =
        std::from_chars(text.data(), text.data() + dot, cursor.submitted_at.milliseconds);
    const auto id = dot < text.size() ? parse_id<Statement>(text.substr(dot + 1)) : std::nullopt;
    if (error != std::errc() || end != text.data() + dot || !id)
        refuse("after", "monitoring.cursor");
    cursor.id = *id;
    return cursor;
}

} // namespace

// ---- how it is counted

DefinitionList list_indicators(Context&)
{
    DefinitionList list;
    for (const auto& indicator : indicators())
        list.items.push_back(indicator.definition);
    return list;
}

Definition get_indicator(Context&, const GetIndicator& wish)
{
    const auto* indicator = find_indicator(wish.code);
    if (indicator == nullptr)
        throw not_found();
    return indicator->definition;
}

// ---- a city

Board show_board(Context& context, const ForPeriod& wish)
{
    const bool exact = context.actor.roles.any_of(core::city_coordinator);
    const auto period =
        exact ? get_period(wish.period) : get_finished_quarter(context, wish.period);
    auto figures = count(context, period);
    if (!exact)
        protect(figures);
    else if (!context.scope().sees_guarded)
        protect_guarded(figures.values);
    leave_out_zeros(figures.values);
    return {.period = to_string(period),
            .as_of = context.now,
            .protected_cells = !exact,
            .values = std::move(figures.values),
            .left_out = std::move(figures.left_out)};
}

Statement preview_statement(Context& context, const ForPeriod& wish)
{
    const auto period = get_finished_quarter(context, wish.period);
    auto figures = count(context, period);
    protect(figures);
    leave_out_zeros(figures.values);
    Statement preview;
    preview.city = context.city().slug;
    preview.period = to_string(period);
    preview.version = last_version(context.store, preview.city, preview.period) + 1;
    preview.as_of = context.now;
    preview.values = std::move(figures.values);
    preview.left_out = std::move(figures.left_out);
    return preview;
}

Statement submit_statement(Context& context, const SubmitStatement& wish)
{
    const auto period = get_finished_quarter(context, wish.period);
    auto figures = count(context, period);
    protect(figures);
    leave_out_zeros(figures.values);

    const auto head = core::head_of_journal(context.store);
    StatementCard card;
    card.id = wish.id;
    card.city = context.city().slug;
    card.period = to_string(period);
    card.version = last_version(context.store, card.city, card.period) + 1;
    card.submitted_at = context.now;
    card.submitted_by = context.actor.account;
    card.submitted_by_name = context.actor.name;
    card.narrative = wish.narrative;
    card.journal_sequence = head.sequence;
    card.journal_hash = head.hash;
    card.hash = hash_of(canonical_text(card, figures.values, figures.left_out));
    insert_statement(context.store, card, figures.values, figures.left_out);

    auto& house = context.house;
    auto* place = house.find_place(card.city);
    ENSURE(place != nullptr);
    context.after_commit([&house, place] { deliver_from(house, *place); });
    return as_statement(card, std::move(figures));
}

// ---- statements, in the city and in the network

StatementList list_statements(Context& context, const ListStatements& wish)
{
    Chosen chosen{.period = wish.period,
                  .city = wish.city,
                  .after = std::nullopt,
                  .limit = wish.limit.value_or(50)};
    if (wish.period)
        chosen.period = to_string(get_period(*wish.period));
    if (wish.after)
        chosen.after = read_cursor(*wish.after);
    const auto limit = static_cast<std::size_t>(chosen.limit);
    ++chosen.limit; // one more tells whether there is a next page
    StatementList list;
    list.items = list_cards(context.store, chosen);
    if (list.items.size() > limit) {
        list.items.resize(limit);
        list.next = write_cursor(list.items.back());
    }
    return list;
}

Statement get_statement(Context& context, const GetStatement& wish)
{
    const auto card = find_statement(context.store, wish.id);
    if (!card)
        throw not_found();
    return as_statement(*card,
                        {values_of(context.store, wish.id), left_out_of(context.store, wish.id)});
}

std::optional<core::JournalHead> last_stated_head(store::Transaction& transaction)
{
    const auto card = find_newest(transaction);
    if (!card)
        return std::nullopt;
    return core::JournalHead{card->journal_sequence, card->journal_hash};
}

std::optional<core::JournalHead> last_stated_head(store::Transaction& transaction,
                                                  const std::string& city)
{
    Chosen chosen;
    chosen.city = city;
    chosen.limit = 1;
    const auto cards = list_cards(transaction, chosen);
    if (cards.empty())
        return std::nullopt;
    return core::JournalHead{cards.front().journal_sequence, cards.front().journal_hash};
}

// ---- the network

namespace {

// Of figures counted by several versions of a definition, only those of the newest are added up.
void add_up(NetworkValue& sum, const Value& value, const Indicator& indicator)
{
    if (value.version < sum.version)
        return;
    if (value.version > sum.version)
        sum = {.indicator = value.indicator,
               .version = value.version,
               .window = value.window,
               .value = {},
               .numerator = {},
               .denominator = {},
               .cities_counted = 0};
    ++sum.cities_counted;
    if (indicator.unit == Unit::share) {
        sum.numerator = sum.numerator.value_or(0) + value.numerator.value_or(0);
        sum.denominator = sum.denominator.value_or(0) + value.denominator.value_or(0);
        if (*sum.denominator > 0)
            sum.value = static_cast<double>(*sum.numerator) / static_cast<double>(*sum.denominator);
    } else if (indicator.is_length()) {
        sum.denominator = sum.denominator.value_or(0) + value.denominator.value_or(0);
    } else {
        sum.value = sum.value.value_or(0) + value.value.value_or(0);
    }
}

std::vector<NetworkValue> add_up(const std::vector<CityLine>& cities)
{
    std::vector<NetworkValue> sums;
    for (const auto& indicator : indicators())
        for (const auto* window : {"period", "year_to_date"}) {
            NetworkValue sum;
            sum.indicator = indicator.definition.code;
            sum.version = 0;
            sum.window = window;
            for (const auto& city : cities)
                for (const auto& value : city.values)
                    if (value.indicator == sum.indicator && value.window == window)
                        add_up(sum, value, indicator);
            if (sum.cities_counted > 0)
                sums.push_back(std::move(sum));
        }
    return sums;
}

} // namespace

NetworkBoard show_network_board(Context& context, const ForPeriod& wish)
{
    const auto period = get_period(wish.period);
    NetworkBoard board;
    board.period = to_string(period);

    std::map<std::string, Stated> stated;
    for (auto& one : latest_of_period(context.store, board.period))
        stated.emplace(one.card.city, std::move(one));
    for (const auto& city : context.catalogue().cities()) {
        auto& line = board.cities.emplace_back();
        line.city = city.slug;
        const auto found = stated.find(city.slug);
        if (found == stated.end())
            continue;
        const auto& card = found->second.card;
        line.statement = StatedBy{card.id, card.version, card.submitted_at, card.hash};
        line.values = std::move(found->second.totals);
    }
    board.network = add_up(board.cities);
    for (const auto& target : network::targets_of(context.store, parts(period.begins).year))
        board.targets.push_back({target.city, target.indicator, target.value});
    return board;
}

} // namespace monitoring
