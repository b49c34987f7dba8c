// SPDX-License-Identifier: EUPL-1.2
// How an indicator is counted, as everybody may read it, and the figures that come of it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/field.h"

namespace monitoring {

struct BothLanguages {
    static constexpr const char* title = "BothLanguages";

    std::string it;
    std::string en;

    static constexpr auto fields()
    {
        return std::tuple(field("it", &BothLanguages::it), field("en", &BothLanguages::en));
    }
};

struct CodeInBoth {
    static constexpr const char* title = "CodeInBothLanguages";

    std::string code;
    std::string it;
    std::string en;

    static constexpr auto fields()
    {
        return std::tuple(field("code", &CodeInBoth::code), field("it", &CodeInBoth::it),
                          field("en", &CodeInBoth::en));
    }
};

struct Value {
    static constexpr const char* title = "IndicatorValue";

    std::string indicator;
    int version = 0; // of the definition
    std::string window;
    std::string breakdown;
    std::string cell;
    std::optional<double> value;
    std::optional<std::int64_t> numerator;
    std::optional<std::int64_t> denominator;
    std::optional<double> p90;
    bool suppressed = false;

    static constexpr auto fields()
    {
        return std::tuple(
            field("indicator", &Value::indicator),
            field("version", &Value::version).says("Of the definition."),
            field("window", &Value::window).says("period, or year_to_date: since 1 January."),
            field("breakdown", &Value::breakdown)
                .says("total, gender, age, gender_age, district, setting, category, source, kind, "
                      "hour or month. A cell that is not there is zero."),
            field("cell", &Value::cell).says("Empty for a total."),
            field("value", &Value::value)
                .says("A count; a share from 0 to 1; a median of days or hours. Absent: nothing to "
                      "count, or suppressed."),
            field("numerator", &Value::numerator).says("Of a share."),
            field("denominator", &Value::denominator)
                .says("Of a share; the cases behind a median."),
            field("p90", &Value::p90).says("Of days and hours: the 90th percentile."),
            field("suppressed", &Value::suppressed)
                .says("From 1 to 4, or could be found by subtracting from those that are."));
    }
};

struct LeftOut {
    static constexpr const char* title = "LeftOut";

    std::string indicator;
    std::string reason;
    std::int64_t count = 0;
    bool counted = false;

    static constexpr auto fields()
    {
        return std::tuple(
            field("indicator", &LeftOut::indicator), field("reason", &LeftOut::reason),
            field("count", &LeftOut::count),
            field("counted", &LeftOut::counted)
                .says("Counted all the same: a remark on the quality of the figure."));
    }
};

struct FactRow {
    static constexpr const char* title = "ExampleRow";

    std::vector<std::string> cells;

    static constexpr auto fields() { return std::tuple(field("cells", &FactRow::cells)); }
};

struct FactTable {
    static constexpr const char* title = "ExampleFacts";

    std::string view;
    std::vector<std::string> columns;
    std::vector<FactRow> rows;

    static constexpr auto fields()
    {
        return std::tuple(field("view", &FactTable::view), field("columns", &FactTable::columns),
                          field("rows", &FactTable::rows));
    }
};

// Small tables of facts, and the figures that they must give: also the test of the indicator.
struct Example {
    static constexpr const char* title = "IndicatorExample";

    std::string it;
    std::string en;
    std::string period;
    Date as_of;
    std::vector<FactTable> facts;
    std::vector<Value> expected;
    std::vector<LeftOut> left_out;

    static constexpr auto fields()
    {
        return std::tuple(field("it", &Example::it), field("en", &Example::en),
                          field("period", &Example::period), field("as_of", &Example::as_of),
                          field("facts", &Example::facts), field("expected", &Example::expected),
                          field("left_out", &Example::left_out));
    }
};

struct Definition {
    static constexpr const char* title = "IndicatorDefinition";

    std::string code;
    int version = 0;
    std::string unit;
    std::string framework;
    BothLanguages name;
    BothLanguages definition;
    BothLanguages counts;
    std::optional<BothLanguages> over;
    BothLanguages source;
    std::optional<int> within_days;
    std::optional<int> after_days;
    bool holds = false;
    bool guarded = false;
    std::optional<std::string> covers;
    std::vector<std::string> breakdowns;
    std::vector<std::string> city_only;
    std::vector<CodeInBoth> kinds;
    std::vector<CodeInBoth> leaves_out;
    std::vector<CodeInBoth> remarks;
    Example example;

    static constexpr auto fields()
    {
        return std::tuple(
            field("code", &Definition::code), field("version", &Definition::version),
            field("unit", &Definition::unit)
                .says("persons, events, share, days, stock, hours (a median) or total_hours."),
            field("framework", &Definition::framework), field("name", &Definition::name),
            field("definition", &Definition::definition), field("counts", &Definition::counts),
            field("over", &Definition::over), field("source", &Definition::source),
            field("within_days", &Definition::within_days),
            field("after_days", &Definition::after_days)
                .says("Counted only once so many days are over; until then left out."),
            field("holds", &Definition::holds)
                .says("Judged on the last day of the window, or today where it is not over."),
            field("guarded", &Definition::guarded)
                .says("Counts persons whom only one équipe reads: who is not of it does not see "
                      "small numbers, in the city either."),
            field("covers", &Definition::covers)
                .says("The whole that this figure and the others that name it cover: while one of "
                      "them is hidden from the public, so is the whole."),
            field("breakdowns", &Definition::breakdowns),
            field("city_only", &Definition::city_only)
                .says("Breakdowns that the city sees and that never go up."),
            field("kinds", &Definition::kinds).says("The cells of the breakdown by kind."),
            field("leaves_out", &Definition::leaves_out).says("Why something is not counted."),
            field("remarks", &Definition::remarks).says("What is counted but worth knowing."),
            field("example", &Definition::example));
    }
};

struct DefinitionList {
    static constexpr const char* title = "IndicatorDefinitionList";

    std::vector<Definition> items;

    static constexpr auto fields() { return std::tuple(field("items", &DefinitionList::items)); }
};

struct GetIndicator {
    static constexpr const char* title = "GetIndicator";

    std::string code;

    static constexpr auto fields()
    {
        return std::tuple(field("code", &GetIndicator::code).up_to(40).sample(R"("NET-01")"));
    }
};

} // namespace monitoring
