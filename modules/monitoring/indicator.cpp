// SPDX-License-Identifier: EUPL-1.2
#include "monitoring/indicator.h"

#include <algorithm>
#include <array>
#include <functional>
#include <stdexcept>

#include <toml++/toml.h>

#include "base/embedded.h"
#include "monitoring/facts_only.h"
#include "monitoring/rows.h"

namespace monitoring {

namespace {

constexpr std::string_view folder = "catalogue/indicators/";

constexpr std::array units{"persons", "events", "share", "days", "stock", "hours", "total_hours"};
constexpr std::array known_breakdowns{"gender",   "age",    "gender_age", "district", "setting",
                                      "category", "source", "kind",       "hour",     "month"};

template <class List> bool contains(const List& list, std::string_view name)
{
    return std::find(list.begin(), list.end(), name) != list.end();
}

// One file, and the sentence about whatever is wrong with it.
class Reader {
public:
    Reader(std::string_view path, std::string_view text) : path_(path)
    {
        try {
            root_ = toml::parse(text, path);
        } catch (const toml::parse_error& error) {
            fail("line " + std::to_string(error.source().begin.line) + ": " +
                 std::string(error.description()));
        }
    }

    [[noreturn]] void fail(const std::string& fault) const
    {
        throw std::runtime_error(path_ + ": " + fault);
    }

    void expect(bool holds, const std::string& fault) const
    {
        if (!holds)
            fail(fault);
    }

    const toml::table& root() const { return root_; }

    std::string text(const toml::table& table, std::string_view name) const
    {
        const auto value = table[name].value<std::string>();
        expect(value && !value->empty(), "\"" + std::string(name) + "\" is missing");
        return *value;
    }

    BothLanguages both(std::string_view name) const
    {
        const auto* table = root_[name].as_table();
        expect(table != nullptr, "[" + std::string(name) + "] is missing");
        return {text(*table, "it"), text(*table, "en")};
    }

    std::vector<CodeInBoth> codes(std::string_view name) const
    {
        std::vector<CodeInBoth> found;
        each_table(root_[name].as_array(), name, [&](const toml::table& one) {
            found.push_back({text(one, "code"), text(one, "it"), text(one, "en")});
        });
        return found;
    }

    std::vector<std::string> texts(const toml::table& table, std::string_view name) const
    {
        std::vector<std::string> found;
        if (const auto* array = table[name].as_array())
            for (const auto& one : *array) {
                expect(one.is_string(), "\"" + std::string(name) + "\" is not a list of texts");
                found.push_back(**one.as_string());
            }
        return found;
    }

    template <class See>
    void each_table(const toml::array* array, std::string_view name, const See& see) const
    {
        if (array == nullptr)
            return;
        for (const auto& one : *array) {
            expect(one.is_table(), "\"" + std::string(name) + "\" is not a list of tables");
            see(*one.as_table());
        }
    }

private:
    std::string path_;
    toml::table root_;
};

// A cell of an example as text: "" stands for nothing recorded.
std::string cell_text(const Reader& reader, const toml::node& node)
{
    if (const auto* text = node.as_string())
        return **text;
    if (const auto* number = node.as_integer())
        return std::to_string(**number);
    reader.fail("a cell of the example is neither a text nor a whole number");
}

std::vector<FactTable> read_facts(const Reader& reader, const toml::table& example)
{
    std::vector<FactTable> facts;
    reader.each_table(example["facts"].as_array(), "facts", [&](const toml::table& one) {
        FactTable table{
            .view = reader.text(one, "view"), .columns = reader.texts(one, "columns"), .rows = {}};
        const auto* rows = one["rows"].as_array();
        reader.expect(rows != nullptr, "the facts of " + table.view + " have no rows");
        for (const auto& row : *rows) {
            auto& cells = table.rows.emplace_back().cells;
            reader.expect(row.is_array(), "a row of " + table.view + " is not a list");
            for (const auto& node : *row.as_array())
                cells.push_back(cell_text(reader, node));
            reader.expect(cells.size() == table.columns.size(),
                          "a row of " + table.view + " has not one cell for each column");
        }
        facts.push_back(std::move(table));
    });
    return facts;
}

Example read_example(const Reader& reader, const Definition& definition)
{
    const auto* table = reader.root()["example"].as_table();
    reader.expect(table != nullptr, "[example] is missing");
    Example example;
    example.it = reader.text(*table, "it");
    example.en = reader.text(*table, "en");
    example.period = reader.text(*table, "period");
    reader.expect(parse_period(example.period).has_value(), "the example's period is none");
    const auto as_of = parse_date(reader.text(*table, "as_of"));
    reader.expect(as_of.has_value(), "the example's as_of is not a date");
    example.as_of = *as_of;
    example.facts = read_facts(reader, *table);

    reader.each_table((*table)["expected"].as_array(), "expected", [&](const toml::table& one) {
        Value value;
        value.indicator = definition.code;
        value.version = definition.version;
        value.window = one["window"].value_or(std::string("period"));
        value.breakdown = reader.text(one, "breakdown");
        value.cell = one["cell"].value_or(std::string());
        value.value = one["value"].value<double>();
        value.numerator = one["numerator"].value<std::int64_t>();
        value.denominator = one["denominator"].value<std::int64_t>();
        value.p90 = one["p90"].value<double>();
        example.expected.push_back(std::move(value));
    });
    reader.expect(!example.expected.empty(), "the example expects nothing");

    reader.each_table((*table)["left_out"].as_array(), "left_out", [&](const toml::table& one) {
        LeftOut left{definition.code, reader.text(one, "reason"),
                     one["count"].value_or<std::int64_t>(0), true};
        for (const auto& reason : definition.leaves_out)
            left.counted &= reason.code != left.reason;
        example.left_out.push_back(std::move(left));
    });
    return example;
}

void check(const Reader& reader, const Indicator& indicator)
{
    const auto& definition = indicator.definition;
    for (const auto& breakdown : definition.breakdowns)
        reader.expect(contains(known_breakdowns, breakdown),
                      "there is no breakdown \"" + breakdown + "\"");
    for (const auto& breakdown : definition.city_only)
        reader.expect(indicator.has_breakdown(breakdown),
                      "city_only names \"" + breakdown + "\", which is no breakdown of it");
    // A share hides a cell for what stands above the line too, and so would show, of the same
    // persons, other cells than a count does.
    const bool is_count = indicator.unit != Unit::share && !indicator.is_length();
    for (const auto& breakdown : definition.breakdowns)
        reader.expect(is_count || breakdown == "kind" || indicator.stays_in_city(breakdown),
                      "by " + breakdown + " a share or a median must stay in the city (city_only)");
    // Suppression protects the two margins and the cross table together.
    if (indicator.has_breakdown("gender_age"))
        reader.expect(indicator.has_breakdown("gender") && indicator.has_breakdown("age"),
                      "gender_age needs gender and age beside it");
    reader.expect(indicator.has_breakdown("kind") == (definition.kinds.size() >= 2),
                  "the breakdown by kind and two kinds or more belong together");
    reader.expect(definition.over.has_value() == (indicator.unit == Unit::share),
                  "a share, and only a share, says over what");
    reader.expect(!definition.within_days || indicator.unit == Unit::share,
                  "within_days belongs to a share");
    reader.expect(!definition.holds || indicator.unit == Unit::share, "holds belongs to a share");
    reader.expect(!definition.after_days ||
                      std::any_of(definition.leaves_out.begin(), definition.leaves_out.end(),
                                  [](const auto& one) { return one.code == days_not_over; }),
                  "after_days leaves out days_not_over");
}

} // namespace

bool Indicator::has_breakdown(std::string_view name) const
{
    return contains(definition.breakdowns, name);
}

bool Indicator::stays_in_city(std::string_view breakdown) const
{
    return contains(definition.city_only, breakdown);
}

Indicator read_indicator(std::string_view path, std::string_view toml, std::string_view sql)
{
    const Reader reader(path, toml);
    const auto& root = reader.root();

    Indicator indicator;
    auto& definition = indicator.definition;
    definition.code = reader.text(root, "code");
    reader.expect(path == std::string(folder) + definition.code + ".toml",
                  "the code is not the name of the file");
    definition.version = root["version"].value_or(0);
    reader.expect(definition.version >= 1, "\"version\" is missing");
    definition.unit = reader.text(root, "unit");
    const auto unit = std::find(units.begin(), units.end(), definition.unit);
    reader.expect(unit != units.end(), "there is no unit \"" + definition.unit + "\"");
    indicator.unit = static_cast<Unit>(unit - units.begin());
    definition.framework = reader.text(root, "framework");
    definition.name = reader.both("name");
    definition.definition = reader.both("definition");
    definition.counts = reader.both("counts");
    if (root.contains("over"))
        definition.over = reader.both("over");
    definition.source = reader.both("source");
    definition.within_days = root["within_days"].value<int>();
    definition.after_days = root["after_days"].value<int>();
    definition.holds = root["holds"].value_or(false);
    definition.guarded = root["guarded"].value_or(false);
    definition.covers = root["covers"].value<std::string>();
    definition.breakdowns = reader.texts(root, "breakdowns");
    definition.city_only = reader.texts(root, "city_only");
    definition.kinds = reader.codes("kinds");
    definition.leaves_out = reader.codes("leaves_out");
    definition.remarks = reader.codes("remarks");
    check(reader, indicator);
    definition.example = read_example(reader, definition);
    indicator.query = std::make_unique<store::Sql>(std::string(sql));
    return indicator;
}

namespace {

// Outreach first, as the work goes; then reports, screening, cases, vulnerabilities, referrals,
// minors, the Fund, the quality of data.
int place_of(const Indicator& indicator)
{
    constexpr std::array families{"NET-", "SEG-",  "SCR-",  "PIC-", "VUL-",
                                  "REF-", "MSNA-", "AMIF-", "DQ-"};
    for (std::size_t i = 0; i < families.size(); ++i)
        if (indicator.definition.code.starts_with(families[i]))
            return static_cast<int>(i);
    return static_cast<int>(families.size());
}

const Indicator* find_in(const std::vector<Indicator>& all, std::string_view code)
{
    const auto found = std::find_if(
        all.begin(), all.end(), [&](const Indicator& one) { return one.definition.code == code; });
    return found == all.end() ? nullptr : &*found;
}

// A file's text by its path; none where it is not there.
using Find = std::function<std::optional<std::string_view>(std::string_view)>;

template <class Paths> std::vector<Indicator> read_all(const Paths& paths, const Find& find)
{
    std::vector<Indicator> found;
    for (const auto& each : paths) {
        const std::string path(each);
        if (!path.ends_with(".toml"))
            continue;
        const auto sql = find(path.substr(0, path.size() - 4) + "sql");
        if (!sql)
            throw std::runtime_error(path + ": its .sql is not beside it");
        if (const auto wrong = not_allowed_in(*sql); !wrong.empty())
            throw std::runtime_error(path.substr(0, path.size() - 4) + "sql: " + wrong +
                                     " is not allowed in a query of facts");
        found.push_back(read_indicator(path, find(path).value(), *sql));
    }
    for (const auto& [definition, unit, query] : found)
        if (definition.covers && find_in(found, *definition.covers) == nullptr)
            throw std::runtime_error(std::string(folder) + definition.code + ".toml: there is no " +
                                     *definition.covers + " of which it could be a part");
    std::stable_sort(found.begin(), found.end(), [](const Indicator& one, const Indicator& other) {
        return place_of(one) < place_of(other);
    });
    return found;
}

struct OfCatalogue {
    std::vector<Indicator> all;

    static OfCatalogue read(const core::Catalogue& catalogue)
    {
        std::vector<std::string_view> paths;
        for (const auto& [path, text] : catalogue.files_below(folder))
            paths.push_back(path);
        return {read_all(paths, [&](std::string_view path) { return catalogue.find_file(path); })};
    }
};

} // namespace

const std::vector<Indicator>& indicators()
{
    static const std::vector<Indicator> all = [] {
        std::vector<std::string_view> paths;
        for (const auto& file : embedded_below(folder))
            paths.push_back(file.path);
        return read_all(paths, [](std::string_view path) { return find_embedded(path); });
    }();
    return all;
}

const Indicator* find_indicator(std::string_view code) { return find_in(indicators(), code); }

const std::vector<Indicator>& indicators(const core::Catalogue& catalogue)
{
    return catalogue.worked_out<OfCatalogue>().all;
}

const Indicator* find_indicator(const core::Catalogue& catalogue, std::string_view code)
{
    return find_in(indicators(catalogue), code);
}

std::vector<core::CatalogueEntry> indicator_entries(const core::Catalogue& catalogue)
{
    std::vector<core::CatalogueEntry> all;
    for (const auto& [definition, unit, query] : indicators(catalogue)) {
        const auto path = std::string(folder) + definition.code;
        all.push_back({"indicator",
                       definition.code,
                       {definition.name.it, definition.name.en},
                       false,
                       path + ".toml",
                       {{"version", std::to_string(definition.version)},
                        {"definition", std::string(*catalogue.find_file(path + ".toml"))},
                        {"query", std::string(*catalogue.find_file(path + ".sql"))}},
                       true});
    }
    return all;
}

void check_catalogue(const core::Catalogue& catalogue, store::Transaction* transaction)
{
    const auto year = parse_period("2026").value();
    for (const auto& indicator : indicators(catalogue)) {
        const auto* own = find_indicator(indicator.definition.code);
        if (!transaction || (own && own->query->text() == indicator.query->text()))
            continue;
        try {
            list_facts(*transaction, *indicator.query, year);
        } catch (const std::exception& error) {
            throw std::runtime_error(indicator.definition.code + ".sql: " + error.what());
        }
    }
}

} // namespace monitoring
