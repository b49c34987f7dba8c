// SPDX-License-Identifier: EUPL-1.2
#include "monitoring/rows.h"

#include <functional>
#include <limits>
#include <map>
#include <stdexcept>

#include "store/rows.h"

namespace monitoring {

// ---- facts

namespace {

using Take = void (*)(Fact&, const store::Rows&, int);

template <std::string Fact::*member> void take_text(Fact& fact, const store::Rows& rows, int column)
{
    fact.*member = rows.text(column);
}

template <std::optional<Date> Fact::*member>
void take_day(Fact& fact, const store::Rows& rows, int column)
{
    fact.*member = parse_date(rows.text(column)).value();
}

template <std::optional<int> Fact::*member>
void take_number(Fact& fact, const store::Rows& rows, int column)
{
    fact.*member = static_cast<int>(rows.integer(column));
}

template <bool Fact::*member> void take_flag(Fact& fact, const store::Rows& rows, int column)
{
    fact.*member = rows.integer(column) != 0;
}

const std::map<std::string, Take, std::less<>>& takes()
{
    static const std::map<std::string, Take, std::less<>> columns{
        {"key", take_text<&Fact::key>},
        {"day", [](Fact& fact, const store::Rows& rows,
                   int column) { fact.day = parse_date(rows.text(column)).value(); }},
        {"district", take_text<&Fact::district>},
        {"setting", take_text<&Fact::setting>},
        {"category", take_text<&Fact::category>},
        {"source", take_text<&Fact::source>},
        {"kind", take_text<&Fact::kind>},
        {"gender", take_text<&Fact::gender>},
        {"excluded", take_text<&Fact::excluded>},
        {"remark", take_text<&Fact::remark>},
        {"apparent_age", take_text<&Fact::apparent_age>},
        {"since", take_day<&Fact::since>},
        {"until", take_day<&Fact::until>},
        {"minutes", take_number<&Fact::minutes>},
        {"hour", take_number<&Fact::hour>},
        {"birth_year", take_number<&Fact::birth_year>},
        {"birth_month", take_number<&Fact::birth_month>},
        {"birth_year_estimated", take_flag<&Fact::birth_year_estimated>},
        {"value", [](Fact& fact, const store::Rows& rows,
                     int column) { fact.value = rows.integer(column); }},
        {"counted", take_flag<&Fact::counted>},
    };
    return columns;
}

} // namespace

std::vector<Fact> list_facts(store::Transaction& transaction, const store::Sql& query,
                             Period period)
{
    const auto rows = transaction.query(query, period.begins, period.ends);
    std::vector<Take> take;
    for (int column = 0; column < rows->columns(); ++column) {
        const auto found = takes().find(rows->name(column));
        if (found == takes().end())
            throw std::runtime_error("an indicator asks for a column that nobody reads: " +
                                     std::string(rows->name(column)));
        take.push_back(found->second);
    }
    std::vector<Fact> facts;
    while (rows->next()) {
        auto& fact = facts.emplace_back();
        for (int column = 0; column < rows->columns(); ++column)
            if (!rows->is_null(column))
                take[static_cast<std::size_t>(column)](fact, *rows, column);
    }
    return facts;
}

// ---- statements

namespace {

const std::string card_columns = store::columns<StatementCard>();

const store::Sql insert_value{"insert into monitoring_value (statement, place, indicator, version, "
                              "timeframe, breakdown, cell, "
                              "value, numerator, denominator, p90, suppressed) "
                              "values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"};
const store::Sql insert_left_out{
    "insert into monitoring_left_out (statement, place, indicator, reason, count, counted) "
    "values ($1, $2, $3, $4, $5, $6)"};
const store::Sql set_received{
    "update monitoring_statement set received_at = $2 where id = $1 and received_at is null"};
const store::Sql select_statement{"select " + card_columns +
                                  " from monitoring_statement where id = $1"};
const store::Sql select_values{
    "select indicator, version, timeframe, breakdown, cell, value, numerator, denominator, p90, "
    "suppressed from monitoring_value where statement = $1 order by place"};
const store::Sql select_totals{
    "select indicator, version, timeframe, breakdown, cell, value, numerator, denominator, p90, "
    "suppressed from monitoring_value where statement = $1 and breakdown = 'total' order by place"};
const store::Sql select_left_out{"select indicator, reason, count, counted "
                                 "from monitoring_left_out where statement = $1 order by place"};
const store::Sql select_last_version{
    "select max(version) from monitoring_statement where city = $1 and period = $2"};
const store::Sql select_versions{"select " + card_columns +
                                 " from monitoring_statement where city = $1 and period = $2 "
                                 "order by version"};
const store::Sql select_all{"select " + card_columns +
                            " from monitoring_statement order by city, period, version"};
const store::Sql select_newest{"select " + card_columns +
                               " from monitoring_statement order by submitted_at desc, id desc "
                               "limit 1"};
const store::Sql select_cards{"select " + card_columns +
                              " from monitoring_statement "
                              "where ($1 = '' or period = $1) and ($2 = '' or city = $2) "
                              "and (submitted_at < $3 or (submitted_at = $3 and id < $4)) "
                              "order by submitted_at desc, id desc limit $5"};
const store::Sql select_latest{
    "select " + store::columns<StatementCard>("s") +
    " from monitoring_statement s where s.period = $1 and s.version = "
    "(select max(o.version) from monitoring_statement o where o.city = s.city "
    "and o.period = s.period) order by s.city"};

std::optional<double> real_in(const store::Rows& rows, int column)
{
    return rows.is_null(column) ? std::nullopt : std::optional(rows.real(column));
}

std::optional<std::int64_t> integer_in(const store::Rows& rows, int column)
{
    return rows.is_null(column) ? std::nullopt : std::optional(rows.integer(column));
}

std::vector<Value> read_values(store::Transaction& transaction, const store::Sql& sql,
                               const Id<Statement>& id)
{
    const auto rows = transaction.query(sql, id);
    std::vector<Value> values;
    while (rows->next())
        values.push_back({.indicator = std::string(rows->text(0)),
                          .version = static_cast<int>(rows->integer(1)),
                          .window = std::string(rows->text(2)),
                          .breakdown = std::string(rows->text(3)),
                          .cell = std::string(rows->text(4)),
                          .value = real_in(*rows, 5),
                          .numerator = integer_in(*rows, 6),
                          .denominator = integer_in(*rows, 7),
                          .p90 = real_in(*rows, 8),
                          .suppressed = rows->integer(9) != 0});
    return values;
}

} // namespace

void insert_statement(store::Transaction& transaction, const StatementCard& card,
                      const std::vector<Value>& values, const std::vector<LeftOut>& left_out)
{
    store::insert_row(transaction, card);
    std::int64_t place = 0;
    for (const auto& one : values)
        transaction.execute(insert_value, card.id, ++place, one.indicator, one.version, one.window,
                            one.breakdown, one.cell, one.value, one.numerator, one.denominator,
                            one.p90, one.suppressed);
    place = 0;
    for (const auto& one : left_out)
        transaction.execute(insert_left_out, card.id, ++place, one.indicator, one.reason, one.count,
                            one.counted);
}

void note_received(store::Transaction& transaction, const Id<Statement>& id, Instant at)
{
    transaction.execute(set_received, id, at);
}

std::optional<StatementCard> find_statement(store::Transaction& transaction,
                                            const Id<Statement>& id)
{
    return store::find_row<StatementCard>(transaction, select_statement, id);
}

std::vector<Value> values_of(store::Transaction& transaction, const Id<Statement>& id)
{
    return read_values(transaction, select_values, id);
}

std::vector<Value> totals_of(store::Transaction& transaction, const Id<Statement>& id)
{
    return read_values(transaction, select_totals, id);
}

std::vector<LeftOut> left_out_of(store::Transaction& transaction, const Id<Statement>& id)
{
    return store::read_rows<LeftOut>(transaction, select_left_out, id);
}

int last_version(store::Transaction& transaction, const std::string& city,
                 const std::string& period)
{
    return static_cast<int>(transaction.number(select_last_version, city, period));
}

std::vector<StatementCard> versions_of(store::Transaction& transaction, const std::string& city,
                                       const std::string& period)
{
    return store::read_rows<StatementCard>(transaction, select_versions, city, period);
}

std::vector<StatementCard> list_all(store::Transaction& transaction)
{
    return store::read_rows<StatementCard>(transaction, select_all);
}

std::optional<StatementCard> find_newest(store::Transaction& transaction)
{
    return store::find_row<StatementCard>(transaction, select_newest);
}

std::vector<StatementCard> list_cards(store::Transaction& transaction, const Chosen& chosen)
{
    // Before the first page stands a moment that nothing is later than.
    const auto after =
        chosen.after.value_or(Cursor{{std::numeric_limits<std::int64_t>::max()}, {}});
    return store::read_rows<StatementCard>(transaction, select_cards, chosen.period.value_or(""),
                                           chosen.city.value_or(""), after.submitted_at, after.id,
                                           chosen.limit);
}

std::vector<Stated> latest_of_period(store::Transaction& transaction, const std::string& period)
{
    std::vector<Stated> stated;
    for (auto& card : store::read_rows<StatementCard>(transaction, select_latest, period))
        stated.push_back({std::move(card), {}});
    for (auto& one : stated)
        one.totals = totals_of(transaction, one.card.id);
    return stated;
}

} // namespace monitoring
