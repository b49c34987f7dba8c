// SPDX-License-Identifier: EUPL-1.2
// docs/generated/indicators.md: how every figure is counted, for those who read papers.
#include "core/house.h"
#include "monitoring/indicator.h"

namespace monitoring {

namespace {

constexpr auto head = R"(<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- Made by `make papers` from catalogue/indicators; do not edit. -->

# Indicators

How each figure is counted. The worked example of an indicator is also its test, on both databases.

Rules for all of them:

- A **person** counts once in a period, under the first event that qualifies: its day, district and
  setting. Records found to be the same person count as one.
- **Age** is that on the day of that event, in the brackets below 18, 18 to 60 (both included) and
  above 60. What is not known of a date of birth is taken as its first: the first month, the first
  day. Estimated years count, and their number is told. Where there is no person, what the team saw
  decides.
- **Gender** is F, M, X (another) or U (not recorded).
- A **share** is what is above the line over all. **Days** and **hours** are told as median and
  90th percentile (the smallest value that nine tenths do not exceed). A **stock** is what is there
  when the last day ends. **Total hours** add up what was done, to the minute.
- A figure is told for the **period** and for the **year to date**, from 1 January to the end of the
  period; breakdowns are of the period.
- **Before figures leave a city**, cells of a breakdown that stand for 1 to 4 are suppressed, and
  with them as many others as it takes that none can be found by adding and subtracting. Totals stay
  exact.
)";

std::string escaped(const std::string& text)
{
    std::string out;
    for (const char c : text)
        out += c == '|' ? std::string("\\|") : std::string(1, c);
    return out;
}

void add_row(std::string& out, const std::vector<std::string>& cells)
{
    out += "|";
    for (const auto& cell : cells)
        out += " " + escaped(cell) + " |";
    out += "\n";
}

void add_table(std::string& out, const std::vector<std::string>& header)
{
    out += "\n";
    add_row(out, header);
    out += "|";
    for (std::size_t i = 0; i < header.size(); ++i)
        out += "---|";
    out += "\n";
}

void add_codes(std::string& out, const std::string& title, const std::vector<CodeInBoth>& codes)
{
    if (codes.empty())
        return;
    out += "\n" + title + "\n\n";
    for (const auto& one : codes)
        out += "- `" + one.code + "`: " + one.en + "\n";
}

template <class Number> std::string written(const std::optional<Number>& number)
{
    std::string text;
    if (number)
        write_value(text, *number);
    return text;
}

void add_example(std::string& out, const Example& example)
{
    out += "\n### Worked example, " + example.period + "\n\n" + example.en + "\n";
    for (const auto& table : example.facts) {
        out += "\n`" + table.view + "`\n";
        add_table(out, table.columns);
        for (const auto& row : table.rows)
            add_row(out, row.cells);
    }
    out += "\nExpected:\n";
    add_table(out, {"window", "breakdown", "cell", "value", "numerator", "denominator", "P90"});
    for (const auto& value : example.expected)
        add_row(out, {value.window, value.breakdown, value.cell, written(value.value),
                      written(value.numerator), written(value.denominator), written(value.p90)});
    for (const auto& left : example.left_out)
        out += "\nLeft out or remarked: `" + left.reason + "` " + std::to_string(left.count) +
               (left.counted ? " (counted all the same)" : "") + ".\n";
}

void add_indicator(std::string& out, const Definition& definition)
{
    out += "\n## " + definition.code + " · " + definition.name.en + "\n\n*" + definition.name.it +
           "* · unit: " + definition.unit + " · version " + std::to_string(definition.version) +
           " · " + definition.framework + "\n\n" + definition.definition.en + "\n\n**" +
           (definition.over ? "Above the line" : "What is counted") + ".** " +
           definition.counts.en + "\n";
    if (definition.over)
        out += "\n**Below the line.** " + definition.over->en + "\n";
    out += "\n**Broken down by**";
    for (const auto& breakdown : definition.breakdowns)
        out += " `" + breakdown + "`";
    for (const auto& breakdown : definition.city_only)
        out += "; `" + breakdown + "` stays in the city";
    out += ".\n";
    if (definition.guarded)
        out += "\n**Guarded.** Small numbers are hidden from whoever is not of the équipe, in the "
               "city too.\n";
    if (definition.covers)
        out += "\n**Part of** " + *definition.covers +
               ", which is hidden from the public while this figure is.\n";
    add_codes(out, "Kinds:", definition.kinds);
    add_codes(out, "Left out, and told:", definition.leaves_out);
    add_codes(out, "Counted, and told:", definition.remarks);
    out += "\n**Source.** " + definition.source.en + "\n";
    add_example(out, definition.example);
}

} // namespace

std::string describe_indicators(const core::House&)
{
    std::string out = head;
    for (const auto& indicator : indicators())
        add_indicator(out, indicator.definition);
    return out;
}

} // namespace monitoring
