// SPDX-License-Identifier: EUPL-1.2
#include "monitoring/count.h"

#include <algorithm>
#include <cmath>

namespace monitoring {

namespace {

constexpr auto not_recorded = "not_recorded";

const std::vector<std::string> genders{"F", "M", "X", "U"};
const std::vector<std::string> ages{"under_18", "18_60", "over_60", not_recorded};

bool is_in(const std::vector<std::string>& list, const std::string& one)
{
    return std::find(list.begin(), list.end(), one) != list.end();
}

std::string gender_of(const Fact& fact) { return is_in(genders, fact.gender) ? fact.gender : "U"; }

std::string or_not_recorded(const std::string& code) { return code.empty() ? not_recorded : code; }

// What is counted once, with the day on which its age is taken.
struct Counted {
    Fact fact;
    Date age_day;
};

// "07": cells are texts, and stand in the order of the day.
std::string hour_cell(int hour) { return (hour < 10 ? "0" : "") + std::to_string(hour); }

std::string cell_of(const std::string& breakdown, const Counted& one)
{
    const auto& fact = one.fact;
    if (breakdown == "gender")
        return gender_of(fact);
    if (breakdown == "age")
        return age_bracket(fact, one.age_day);
    if (breakdown == "gender_age")
        return gender_of(fact) + "/" + age_bracket(fact, one.age_day);
    if (breakdown == "district")
        return or_not_recorded(fact.district);
    if (breakdown == "setting")
        return or_not_recorded(fact.setting);
    if (breakdown == "category")
        return or_not_recorded(fact.category);
    if (breakdown == "source")
        return or_not_recorded(fact.source);
    if (breakdown == "kind")
        return or_not_recorded(fact.kind);
    if (breakdown == "hour")
        return fact.hour ? hour_cell(*fact.hour) : not_recorded;
    ENSURE(breakdown == "month");
    return to_string(month_of(fact.day));
}

std::vector<std::string> months_of(Period period)
{
    std::vector<std::string> months;
    for (auto month = month_of(period.begins); month.begins < period.ends;
         month = month_of(month.ends))
        months.push_back(to_string(month));
    return months;
}

// The cells of a breakdown in the order in which they are shown.
std::vector<std::string> cells_of(const std::string& breakdown, const Indicator& indicator,
                                  const Lists& lists, Period period)
{
    if (breakdown == "gender")
        return genders;
    if (breakdown == "age")
        return ages;
    if (breakdown == "month")
        return months_of(period);
    std::vector<std::string> cells;
    if (breakdown == "gender_age") {
        for (const auto& gender : genders)
            for (const auto& age : ages)
                cells.push_back(gender + "/" + age);
        return cells;
    }
    if (breakdown == "kind")
        for (const auto& kind : indicator.definition.kinds)
            cells.push_back(kind.code);
    else if (breakdown == "hour")
        for (int hour = 0; hour < 24; ++hour)
            cells.push_back(hour_cell(hour));
    else
        cells = lists.at(breakdown);
    cells.emplace_back(not_recorded);
    return cells;
}

// The middle value, or the mean of the two in the middle.
double median(const std::vector<int>& sorted)
{
    const auto middle = sorted.size() / 2;
    if (sorted.size() % 2 == 1)
        return sorted[middle];
    return (sorted[middle - 1] + sorted[middle]) / 2.0;
}

// The smallest value that nine tenths of all do not exceed.
double ninetieth(const std::vector<int>& sorted)
{
    const auto rank = static_cast<std::size_t>(std::ceil(0.9 * static_cast<double>(sorted.size())));
    return sorted[rank - 1];
}

// What falls into one cell.
struct Sum {
    std::int64_t all = 0;
    std::int64_t above = 0;
    std::vector<int> lengths; // days, or minutes

    void add(Unit unit, const Fact& fact)
    {
        all += fact.value;
        above += fact.counted ? fact.value : 0;
        if (unit == Unit::days)
            lengths.push_back(fact.until->days - fact.since->days);
        if (unit == Unit::hours)
            lengths.push_back(fact.minutes.value());
    }
};

// Days as they are; minutes as hours, to the minute.
double length_in(Unit unit, double length)
{
    return unit == Unit::hours ? std::round(length * 100 / 60) / 100 : length;
}

Value value_of(const Indicator& indicator, const std::string& window, const std::string& breakdown,
               const std::string& cell, Sum sum)
{
    Value value;
    value.indicator = indicator.definition.code;
    value.version = indicator.definition.version;
    value.window = window;
    value.breakdown = breakdown;
    value.cell = cell;
    if (indicator.unit == Unit::share) {
        value.numerator = sum.above;
        value.denominator = sum.all;
        if (sum.all > 0)
            value.value = static_cast<double>(sum.above) / static_cast<double>(sum.all);
        return value;
    }
    if (indicator.is_length()) {
        value.denominator = sum.all;
        if (!sum.lengths.empty()) {
            std::sort(sum.lengths.begin(), sum.lengths.end());
            value.value = length_in(indicator.unit, median(sum.lengths));
            value.p90 = length_in(indicator.unit, ninetieth(sum.lengths));
        }
        return value;
    }
    value.value = static_cast<double>(sum.all);
    if (indicator.unit == Unit::total_hours)
        value.value = length_in(Unit::hours, static_cast<double>(sum.all));
    return value;
}

// Facts of one window, sorted out: what is counted, each once, and what is not, with its reason.
struct Sorted {
    std::vector<Counted> counted;
    std::map<std::string, std::int64_t> left_out; // by reason
    std::map<std::string, std::int64_t> remarks;
};

// Numerator of a share of those who get somewhere within so many days.
void judge_days(const Indicator& indicator, Fact& fact, Date as_of, Sorted& sorted)
{
    const auto within = indicator.definition.within_days;
    if (!within)
        return;
    ENSURE(fact.since.has_value());
    const auto last = fact.since->plus_days(*within);
    fact.counted = fact.until && *fact.until <= last;
    if (!fact.counted && last >= as_of)
        ++sorted.remarks[std::string(days_not_over)];
}

// What can be judged only later is left out until then.
bool is_too_early(const Indicator& indicator, const Fact& fact, Date as_of)
{
    const auto after = indicator.definition.after_days;
    return after && fact.day.plus_days(*after) > as_of;
}

// Numerator of a share of what still holds.
void judge_holding(const Indicator& indicator, Fact& fact, Period window, Date as_of)
{
    if (indicator.definition.holds)
        fact.counted = fact.until && *fact.until >= std::min(window.ends.plus_days(-1), as_of);
}

Sorted sort_out(const Indicator& indicator, std::vector<Fact> facts, Period window, Date as_of)
{
    // By key, and within one key the rows that count first: they decide, whatever else is excluded.
    std::sort(facts.begin(), facts.end(), [](const Fact& one, const Fact& other) {
        if (one.key != other.key)
            return one.key < other.key;
        if (one.excluded.empty() != other.excluded.empty())
            return one.excluded.empty();
        return one < other;
    });
    Sorted sorted;
    const std::string* last_key = nullptr;
    for (auto& fact : facts) {
        if (last_key && *last_key == fact.key)
            continue;
        last_key = &fact.key;
        if (fact.excluded.empty() && is_too_early(indicator, fact, as_of))
            fact.excluded = days_not_over;
        if (!fact.excluded.empty()) {
            ++sorted.left_out[fact.excluded];
            continue;
        }
        judge_days(indicator, fact, as_of, sorted);
        judge_holding(indicator, fact, window, as_of);
        if (!fact.remark.empty())
            ++sorted.remarks[fact.remark];
        if (fact.birth_year_estimated)
            ++sorted.remarks[std::string(estimated_year)];
        const auto age_day = indicator.unit == Unit::stock ? window.ends.plus_days(-1) : fact.day;
        sorted.counted.push_back({fact, age_day});
    }
    return sorted;
}

void add_total(std::vector<Value>& values, const Indicator& indicator, const std::string& window,
               const Sorted& sorted)
{
    Sum sum;
    for (const auto& one : sorted.counted)
        sum.add(indicator.unit, one.fact);
    values.push_back(value_of(indicator, window, "total", "", std::move(sum)));
}

void add_breakdown(std::vector<Value>& values, const Indicator& indicator,
                   const std::string& breakdown, std::vector<std::string> cells,
                   const Sorted& sorted)
{
    std::map<std::string, Sum> sums;
    for (const auto& one : sorted.counted)
        sums[cell_of(breakdown, one)].add(indicator.unit, one.fact);
    for (const auto& [cell, sum] : sums) // a code that was retired, a district of before
        if (!is_in(cells, cell))
            cells.push_back(cell);
    for (const auto& cell : cells)
        values.push_back(value_of(indicator, "period", breakdown, cell, sums[cell]));
}

void add_left_out(std::vector<LeftOut>& left_out, const Indicator& indicator, const Sorted& sorted)
{
    const auto& definition = indicator.definition;
    const auto add = [&](const std::string& code, const std::map<std::string, std::int64_t>& counts,
                         bool counted) {
        const auto found = counts.find(code);
        if (found != counts.end())
            left_out.push_back({definition.code, code, found->second, counted});
    };
    for (const auto& reason : definition.leaves_out)
        add(reason.code, sorted.left_out, false);
    for (const auto& remark : definition.remarks)
        add(remark.code, sorted.remarks, true);
    add(std::string(estimated_year), sorted.remarks, true);
}

} // namespace

Lists lists_of(const core::Catalogue& catalogue, std::string_view city)
{
    Lists lists;
    for (const auto& district : catalogue.districts(city))
        lists["district"].push_back(district.code);
    const std::map<std::string, std::string> vocabularies{{"setting", "contact_setting"},
                                                          {"category", "report_category"},
                                                          {"source", "report_source"}};
    for (const auto& [breakdown, vocabulary] : vocabularies)
        for (const auto& code : catalogue.vocabularies().at(vocabulary))
            lists[breakdown].push_back(code.code);
    return lists;
}

std::string age_bracket(const Fact& fact, Date day)
{
    if (!fact.birth_year) {
        const std::map<std::string, std::string> seen{
            {"minor", "under_18"}, {"adult", "18_60"}, {"over60", "over_60"}};
        const auto found = seen.find(fact.apparent_age);
        return found == seen.end() ? not_recorded : found->second;
    }
    const auto on = parts(day);
    const bool birthday_ahead = on.month < fact.birth_month.value_or(1);
    const int age = on.year - *fact.birth_year - (birthday_ahead ? 1 : 0);
    if (age < 18)
        return "under_18";
    return age <= 60 ? "18_60" : "over_60";
}

Figures count_one(store::Transaction& transaction, const Indicator& indicator, const Lists& lists,
                  Period period, Date as_of)
{
    Figures figures;
    const auto sorted =
        sort_out(indicator, list_facts(transaction, *indicator.query, period), period, as_of);
    add_total(figures.values, indicator, "period", sorted);
    for (const auto& breakdown : indicator.definition.breakdowns) {
        const auto cells = cells_of(breakdown, indicator, lists, period);
        if (cells.size() > 1) // a month has one month
            add_breakdown(figures.values, indicator, breakdown, cells, sorted);
    }
    add_left_out(figures.left_out, indicator, sorted);

    const Period year{year_of(period.begins).begins, period.ends};
    add_total(figures.values, indicator, "year_to_date",
              sort_out(indicator, list_facts(transaction, *indicator.query, year), year, as_of));
    return figures;
}

Value total_since_january(store::Transaction& transaction, const Indicator& indicator, Date today)
{
    const Period year{year_of(today).begins, today.plus_days(1)};
    std::vector<Value> values;
    add_total(values, indicator, "year_to_date",
              sort_out(indicator, list_facts(transaction, *indicator.query, year), year, today));
    return values.front();
}

Figures count_all(store::Transaction& transaction, const std::vector<Indicator>& all,
                  const Lists& lists, Period period, Date as_of)
{
    Figures figures;
    for (const auto& indicator : all) {
        auto one = count_one(transaction, indicator, lists, period, as_of);
        std::move(one.values.begin(), one.values.end(), std::back_inserter(figures.values));
        std::move(one.left_out.begin(), one.left_out.end(), std::back_inserter(figures.left_out));
    }
    return figures;
}

void leave_out_zeros(std::vector<Value>& values)
{
    std::erase_if(values, [](const Value& value) {
        const bool is_zero = value.denominator ? *value.denominator == 0 : value.value == 0.0;
        return value.breakdown != "total" && !value.suppressed && is_zero;
    });
}

} // namespace monitoring
