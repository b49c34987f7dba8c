// SPDX-License-Identifier: EUPL-1.2
// From the statements of a quarter to what is published of it.
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "base/csv.h"
#include "base/embedded.h"
#include "base/problem.h"
#include "reporting/open_data.h"

namespace reporting {

namespace {

constexpr auto list_of_breakdowns = "catalogue/reports/open_data.csv";

struct Published {
    bool by_city = false;
    bool by_gender = false;
    bool by_age = false;
};

const std::map<std::string, Published>& published_breakdowns()
{
    static const auto all = [] {
        std::map<std::string, Published> read;
        const auto rows =
            read_csv(find_embedded(list_of_breakdowns).value(), ',', Remarks::leave_out);
        for (std::size_t i = 1; i < rows.size(); ++i) {
            const auto& cells = rows[i].cells;
            ENSURE(cells.size() == 4);
            read[cells[0]] = {cells[1] == "yes", cells[2] == "yes", cells[3] == "yes"};
        }
        return read;
    }();
    return all;
}

std::int64_t count_of(const std::optional<double>& value)
{
    return std::llround(value.value_or(0));
}

// Of those who are in the sum: who counted by the same version of the definition.
std::vector<const monitoring::Statement*> counted_in(const StatedQuarter& stated,
                                                     const monitoring::NetworkValue& sum)
{
    std::vector<const monitoring::Statement*> found;
    for (const auto& statement : stated.statements)
        for (const auto& value : statement.values)
            if (value.indicator == sum.indicator && value.window == sum.window &&
                value.breakdown == "total" && value.version == sum.version)
                found.push_back(&statement);
    return found;
}

OpenBreakdown by_city(const std::vector<const monitoring::Statement*>& statements,
                      const monitoring::NetworkValue& sum)
{
    OpenBreakdown breakdown{"city", {}};
    for (const auto* statement : statements)
        for (const auto& value : statement->values)
            if (value.indicator == sum.indicator && value.window == sum.window &&
                value.breakdown == "total")
                breakdown.cells.push_back({statement->city, count_of(value.value)});
    return breakdown;
}

// The sum of the cities; nothing where one of them has suppressed its part.
OpenBreakdown summed(const char* name, const std::vector<const monitoring::Statement*>& statements,
                     const monitoring::NetworkValue& sum)
{
    std::map<std::string, std::optional<std::int64_t>> cells;
    for (const auto* statement : statements)
        for (const auto& value : statement->values) {
            if (value.indicator != sum.indicator || value.window != sum.window ||
                value.breakdown != name)
                continue;
            auto& cell = cells.try_emplace(value.cell, 0).first->second;
            if (value.suppressed)
                cell.reset();
            else if (cell)
                *cell += count_of(value.value);
        }
    OpenBreakdown breakdown{name, {}};
    for (const auto& [code, count] : cells)
        breakdown.cells.push_back({code, count});
    return breakdown;
}

class Writing {
public:
    Writing(std::string quarter, const monitoring::NetworkValue& sum, std::string unit)
        : quarter_(std::move(quarter)), sum_(sum), unit_(std::move(unit))
    {
    }

    void add(const std::string& breakdown, const std::string& cell, bool shown, std::int64_t value)
    {
        auto& figure = figures.emplace_back(empty(breakdown, cell, shown));
        if (shown)
            figure.value = value;
    }

    void add_share()
    {
        const auto whole = sum_.denominator.value_or(0);
        const auto part = sum_.numerator.value_or(0);
        const bool shown = !is_small(whole) && !is_small(part) && !is_small(whole - part);
        auto& figure = figures.emplace_back(empty("total", "", shown));
        if (!shown)
            return;
        figure.numerator = part;
        figure.denominator = whole;
    }

    std::vector<OpenFigure> figures;

private:
    OpenFigure empty(const std::string& breakdown, const std::string& cell, bool shown) const
    {
        OpenFigure figure;
        figure.quarter = quarter_;
        figure.indicator = sum_.indicator;
        figure.definition = sum_.version;
        figure.unit = unit_;
        figure.breakdown = breakdown;
        figure.cell = cell;
        figure.state = shown ? "shown" : "suppressed";
        return figure;
    }

    std::string quarter_;
    const monitoring::NetworkValue& sum_;
    std::string unit_;
};

std::vector<OpenFigure> figures_of(const StatedQuarter& stated, const monitoring::NetworkValue& sum,
                                   const std::string& unit)
{
    Writing writing(stated.board.period, sum, unit);
    if (unit == "share") {
        writing.add_share();
        return std::move(writing.figures);
    }
    const auto found = published_breakdowns().find(sum.indicator);
    const auto published = found == published_breakdowns().end() ? Published{} : found->second;
    OpenTable table;
    table.total = count_of(sum.value);
    const auto statements = counted_in(stated, sum);
    if (published.by_city)
        table.breakdowns.push_back(by_city(statements, sum));
    if (published.by_gender)
        table.breakdowns.push_back(summed("gender", statements, sum));
    if (published.by_age)
        table.breakdowns.push_back(summed("age", statements, sum));
    protect(table);
    writing.add("total", "", table.total_shown, table.total);
    for (const auto& breakdown : table.breakdowns)
        for (const auto& cell : breakdown.cells)
            writing.add(breakdown.name, cell.code, cell.shown, cell.count.value_or(0));
    return std::move(writing.figures);
}

// Of 10 of whom 6 are in one part, at least 4 are in the others.
void hide_wholes(std::vector<OpenFigure>& figures,
                 const std::vector<monitoring::Definition>& definitions)
{
    std::set<std::string> parts;
    for (const auto& figure : figures)
        if (figure.state != "shown")
            parts.insert(figure.indicator);
    std::set<std::string> wholes;
    for (const auto& definition : definitions)
        if (definition.covers && parts.count(definition.code) > 0)
            wholes.insert(*definition.covers);
    for (auto& figure : figures)
        if (wholes.count(figure.indicator) > 0) {
            figure.state = "suppressed";
            figure.value.reset();
        }
}

} // namespace

std::vector<OpenFigure> open_figures(const StatedQuarter& stated,
                                     const std::vector<monitoring::Definition>& definitions)
{
    // Lengths cannot be added up; hours could be those of one person.
    static const std::set<std::string> added_up{"persons", "events", "stock", "share",
                                                "total_hours"};
    std::vector<OpenFigure> figures;
    for (const auto& definition : definitions) {
        if (definition.guarded || added_up.count(definition.unit) == 0)
            continue;
        for (const auto& sum : stated.board.network)
            if (sum.indicator == definition.code && sum.window == "period" &&
                (sum.value || sum.numerator))
                for (auto& figure : figures_of(stated, sum, definition.unit))
                    figures.push_back(std::move(figure));
    }
    hide_wholes(figures, definitions);
    return figures;
}

} // namespace reporting
