// SPDX-License-Identifier: EUPL-1.2
#include "monitoring/rules.h"

#include <stdexcept>

#include <toml++/toml.h>

#include "base/problem.h"
#include "core/toml_parts.h"
#include "monitoring/indicator.h"

namespace monitoring {

namespace {

constexpr std::string_view file = "catalogue/returns.toml";

class Reader {
public:
    Reader(const core::Catalogue& catalogue, std::string_view text) : catalogue_(catalogue)
    {
        try {
            root_ = toml::parse(text, file);
        } catch (const toml::parse_error& error) {
            fail("line " + std::to_string(error.source().begin.line) + ": " +
                 std::string(error.description()));
        }
    }

    [[noreturn]] void fail(const std::string& fault) const
    {
        throw std::runtime_error(std::string(file) + ": " + fault);
    }

    const toml::table& root() const { return root_; }

    const toml::table& table(const toml::table& within, std::string_view name) const
    {
        const auto* found = within[name].as_table();
        if (found == nullptr)
            fail("[" + std::string(name) + "] is missing");
        return *found;
    }

    std::string text(const toml::table& within, std::string_view name) const
    {
        const auto value = within[name].value<std::string>();
        if (!value || value->empty())
            fail("\"" + std::string(name) + "\" is missing");
        return *value;
    }

    int number(const toml::table& within, std::string_view name) const
    {
        const auto value = within[name].value<int>();
        if (!value || *value < 0)
            fail("\"" + std::string(name) + "\" is no whole number");
        return *value;
    }

    double real(const toml::table& within, std::string_view name) const
    {
        const auto value = within[name].value<double>();
        if (!value || *value < 0)
            fail("\"" + std::string(name) + "\" is no number");
        return *value;
    }

    const Indicator& indicator(const std::string& code) const
    {
        const auto* found = find_indicator(catalogue_, code);
        if (found == nullptr)
            fail("no indicator is called " + code);
        return *found;
    }

    BothLanguages both(const toml::table& within) const
    {
        return {text(within, "it"), text(within, "en")};
    }

    template <class See>
    void each(const toml::table& within, std::string_view name, const See& see) const
    {
        const auto* array = within[name].as_array();
        if (array == nullptr || array->empty())
            fail("there is no [[" + std::string(name) + "]]");
        for (const auto& one : *array) {
            if (!one.is_table())
                fail("\"" + std::string(name) + "\" is not a list of tables");
            see(*one.as_table());
        }
    }

private:
    const core::Catalogue& catalogue_;
    toml::table root_;
};

void read_quality(const Reader& reader, Rules& rules)
{
    const auto& quality = reader.table(reader.root(), "quality");
    rules.quality = reader.both(quality);
    rules.late_days_most = reader.number(quality, "late_days_most");
    int sum = 0;
    reader.each(quality, "parts", [&](const toml::table& one) {
        rules.quality_parts.push_back({reader.text(one, "code"), reader.number(one, "weight"),
                                       reader.text(one, "it"), reader.text(one, "en")});
        sum += rules.quality_parts.back().weight;
    });
    if (sum != 100)
        reader.fail("the weights of the score add up to " + std::to_string(sum) + ", not to 100");
    for (const auto* part : {"completeness", "unremarked", "punctuality"})
        if (rules.weight_of(part) == 0)
            reader.fail("the score has no weight for " + std::string(part));
}

void read_checks(const Reader& reader, Rules& rules)
{
    reader.each(reader.root(), "checks", [&](const toml::table& one) {
        rules.checks.push_back(
            {reader.text(one, "code"), reader.text(one, "it"), reader.text(one, "en")});
    });
    reader.each(reader.root(), "at_most", [&](const toml::table& one) {
        rules.at_most.push_back({reader.indicator(reader.text(one, "less")).definition.code,
                                 reader.indicator(reader.text(one, "more")).definition.code});
    });
    const auto& series = reader.table(reader.root(), "break");
    rules.series = {.quarters_least = reader.number(series, "quarters_least"),
                    .quarters_most = reader.number(series, "quarters_most"),
                    .spreads = reader.real(series, "spreads"),
                    .part_of_median = reader.real(series, "part_of_median"),
                    .count_least = reader.real(series, "count_least"),
                    .share_least = reader.real(series, "share_least"),
                    .cases_least = reader.number(series, "cases_least")};
}

// What may be watched as it grows says nothing of whom one équipe alone reads.
void read_live(const Reader& reader, Rules& rules)
{
    const auto& live = reader.table(reader.root(), "live");
    rules.live = reader.both(live);
    const auto* codes = live["codes"].as_array();
    if (codes == nullptr)
        reader.fail("\"codes\" of [live] is missing");
    for (const auto& one : *codes) {
        const auto& indicator = reader.indicator(one.value_or<std::string>(""));
        const auto& code = indicator.definition.code;
        if (indicator.definition.guarded || indicator.unit == Unit::stock)
            reader.fail(code + " must not be shown as it grows");
        rules.live_codes.push_back(code);
    }
}

struct OfCatalogue {
    Rules rules;

    static OfCatalogue read(const core::Catalogue& catalogue)
    {
        const auto text = catalogue.find_file(file);
        ENSURE(text.has_value());
        return {read_rules(catalogue, *text)};
    }
};

} // namespace

int Rules::weight_of(std::string_view part) const
{
    for (const auto& one : quality_parts)
        if (one.code == part)
            return one.weight;
    return 0;
}

Date Rules::due_on(Period quarter) const { return quarter.ends.plus_days(due_days - 1); }

std::vector<Period> Rules::quarters_asked(Date today) const
{
    std::vector<Period> asked;
    auto quarter = quarter_of(today);
    for (int back = 0; back < quarters_looked_back; ++back) {
        quarter = quarter_of(quarter.begins.plus_days(-1));
        asked.push_back(quarter);
    }
    return asked;
}

Rules read_rules(const core::Catalogue& catalogue, std::string_view text)
{
    const Reader reader(catalogue, text);
    const auto& root = reader.root();
    Rules rules;
    rules.due_days = reader.number(root, "due_days");
    rules.quarters_looked_back = reader.number(root, "quarters_looked_back");
    rules.due = reader.both(reader.table(root, "due"));
    const auto& programme = reader.table(root, "programme");
    rules.programme = reader.both(programme);
    const auto ends = parse_date(reader.text(programme, "ends"));
    if (!ends)
        reader.fail("\"ends\" of the programme is no day");
    rules.programme_ends = *ends;
    read_quality(reader, rules);
    read_checks(reader, rules);
    read_live(reader, rules);
    const auto& forecast = reader.table(root, "forecast");
    rules.forecast = reader.both(forecast);
    rules.forecast_quarters_least = reader.number(forecast, "quarters_least");
    rules.forecast_quarters_most = reader.number(forecast, "quarters_most");
    return rules;
}

const Rules& rules(const core::Catalogue& catalogue)
{
    return catalogue.worked_out<OfCatalogue>().rules;
}

std::vector<core::CatalogueEntry> rule_entries(const core::Catalogue& catalogue)
{
    const auto& read = rules(catalogue); // a fault in it is told by file and place
    core::CatalogueEntry entry{
        "return_rules", "returns", {read.due.it, read.due.en}, false, std::string(file)};
    entry.parts = core::toml_parts(*catalogue.find_file(file));
    return {std::move(entry)};
}

} // namespace monitoring
