// SPDX-License-Identifier: EUPL-1.2
#include "monitoring/live_rows.h"

#include "store/rows.h"

namespace monitoring {

namespace {

const store::Sql upsert_live{
    "insert into monitoring_live (city, year, counted_at) values ($1, $2, $3) "
    "on conflict (city) do update set year = excluded.year, counted_at = excluded.counted_at"};
const store::Sql delete_values{"delete from monitoring_live_value where city = $1"};
const store::Sql insert_value{
    "insert into monitoring_live_value (city, place, indicator, version, value, numerator, "
    "denominator, p90, suppressed) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)"};
const store::Sql select_live{"select " + store::columns<LiveRow>() +
                             " from monitoring_live order by city"};
const store::Sql select_values{"select indicator, version, value, numerator, denominator, p90, "
                               "suppressed from monitoring_live_value where city = $1 "
                               "order by place"};

template <class Number, class Read>
std::optional<Number> number_in(const store::Rows& rows, int column, Read read)
{
    return rows.is_null(column) ? std::nullopt : std::optional<Number>((rows.*read)(column));
}

} // namespace

void put_live(store::Transaction& network, const LiveRow& row, const std::vector<Value>& values)
{
    network.execute(upsert_live, row.city, row.year, row.counted_at);
    network.execute(delete_values, row.city);
    std::int64_t place = 0;
    for (const auto& one : values)
        network.execute(insert_value, row.city, ++place, one.indicator, one.version, one.value,
                        one.numerator, one.denominator, one.p90, one.suppressed);
}

std::vector<LiveRow> live_rows(store::Transaction& network)
{
    return store::read_rows<LiveRow>(network, select_live);
}

std::vector<Value> live_values_of(store::Transaction& network, const std::string& city)
{
    const auto rows = network.query(select_values, city);
    std::vector<Value> values;
    while (rows->next()) {
        Value value;
        value.indicator = rows->text(0);
        value.version = static_cast<int>(rows->integer(1));
        value.window = "year_to_date";
        value.breakdown = "total";
        value.value = number_in<double>(*rows, 2, &store::Rows::real);
        value.numerator = number_in<std::int64_t>(*rows, 3, &store::Rows::integer);
        value.denominator = number_in<std::int64_t>(*rows, 4, &store::Rows::integer);
        value.p90 = number_in<double>(*rows, 5, &store::Rows::real);
        value.suppressed = rows->integer(6) != 0;
        values.push_back(std::move(value));
    }
    return values;
}

} // namespace monitoring
