// SPDX-License-Identifier: EUPL-1.2
#include "screening/rules.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <stdexcept>

#include <toml++/toml.h>

#include "base/embedded.h"
#include "base/problem.h"
#include "core/catalogue.h"
#include "core/toml_parts.h"

namespace screening {

namespace {

constexpr auto rules_path = "catalogue/warnings.toml";
constexpr std::array severities{"low", "medium", "high"};
constexpr std::array known_keys{"code",      "version",   "priority",       "it",         "en",
                                "advice_it", "advice_en", "days",           "quiet_days", "all",
                                "any",       "severity",  "count",          "new",        "worse",
                                "retired",   "example",   "counter_example"};

// One rule of the file, and the sentence about whatever is wrong with it.
class Reader {
public:
    Reader(std::string_view path, const toml::table& table) : path_(path), table_(table)
    {
        code_ = table["code"].value_or(std::string("?"));
        for (const auto& [key, value] : table)
            if (std::find(known_keys.begin(), known_keys.end(), key.str()) == known_keys.end())
                fail("there is nothing called \"" + std::string(key.str()) + "\"");
    }

    [[noreturn]] void fail(const std::string& fault) const
    {
        throw std::runtime_error(path_ + ": rule " + code_ + ": " + fault);
    }

    std::string text(std::string_view name) const
    {
        const auto value = table_[name].value<std::string>();
        if (!value || value->empty())
            fail("\"" + std::string(name) + "\" is missing");
        return *value;
    }

    int whole(std::string_view name, int least) const
    {
        const auto value = table_[name].value<int>().value_or(0);
        if (value < least)
            fail("\"" + std::string(name) + "\" must be at least " + std::to_string(least));
        return value;
    }

    std::vector<std::string> texts(std::string_view name) const
    {
        std::vector<std::string> found;
        if (const auto* array = table_[name].as_array())
            for (const auto& one : *array)
                found.push_back(one.value<std::string>().value_or(""));
        else if (table_.contains(name))
            fail("\"" + std::string(name) + "\" is not a list");
        return found;
    }

    int severity() const
    {
        const auto given = table_["severity"].value_or(std::string("low"));
        const int rank = severity_of(given);
        if (rank < 0)
            fail("severity is low, medium or high, not \"" + given + "\"");
        return rank;
    }

    bool yes(std::string_view name) const { return table_[name].value_or(false); }

    std::vector<Fact> facts(std::string_view name) const
    {
        std::vector<Fact> found;
        const auto* rows = table_[name].as_array();
        for (std::size_t i = 0; rows != nullptr && i < rows->size(); ++i) {
            const auto& row = (*rows)[i];
            const auto cell = [&](std::size_t at) {
                const auto* array = row.as_array();
                return array != nullptr && at < array->size()
                           ? (*array)[at].value<std::string>().value_or("")
                           : std::string();
            };
            const auto day = parse_date(cell(0));
            Fact fact{day.value_or(Date{}), cell(1), severity_of(cell(2))};
            if (!day || fact.circumstance.empty() || fact.severity < 0)
                fail("a row of " + std::string(name) + " is not [day, circumstance, severity]");
            found.push_back(std::move(fact));
        }
        if (found.empty())
            fail("has no " + std::string(name));
        return found;
    }

private:
    std::string path_;
    std::string code_;
    const toml::table& table_;
};

Rule read_rule(const Reader& reader)
{
    Rule rule;
    rule.code = reader.text("code");
    rule.version = reader.whole("version", 1);
    rule.priority = reader.text("priority");
    rule.it = reader.text("it");
    rule.en = reader.text("en");
    rule.advice_it = reader.text("advice_it");
    rule.advice_en = reader.text("advice_en");
    rule.days = reader.whole("days", 1);
    rule.quiet_days = reader.whole("quiet_days", 1);
    rule.all = reader.texts("all");
    rule.any = reader.texts("any");
    rule.severity = reader.severity();
    rule.count = reader.whole("count", 0);
    rule.fresh = reader.whole("new", 0);
    rule.worse = reader.yes("worse");
    rule.retired = reader.yes("retired");
    if (rule.all.empty() && rule.any.empty() && rule.count == 0 && rule.fresh == 0 && !rule.worse)
        reader.fail("says nothing that must hold");
    rule.example = reader.facts("example");
    rule.counter_example = reader.facts("counter_example");
    return rule;
}

// ---- what is known of a person on a day

using Severities = std::map<std::string, int>; // by circumstance

// As each circumstance was written down last, up to that day and not before `from`.
Severities latest(const std::vector<Fact>& facts, Date from, Date to)
{
    std::map<std::string, Fact> last;
    for (const auto& fact : facts) {
        if (fact.day < from || fact.day > to)
            continue;
        const auto [place, is_new] = last.emplace(fact.circumstance, fact);
        auto& known = place->second;
        const bool later =
            std::pair(fact.day, fact.severity) > std::pair(known.day, known.severity);
        if (!is_new && later)
            known = fact;
    }
    Severities found;
    for (const auto& [circumstance, fact] : last)
        found[circumstance] = fact.severity;
    return found;
}

std::optional<Date> last_day(const std::vector<Fact>& facts, Date from, Date to)
{
    std::optional<Date> last;
    for (const auto& fact : facts)
        if (from <= fact.day && fact.day <= to && (!last || fact.day > *last))
            last = fact.day;
    return last;
}

// Which of these circumstances are there, at least so grave.
std::set<std::string> present(const Severities& now, const std::vector<std::string>& wanted,
                              int severity)
{
    std::set<std::string> found;
    for (const auto& circumstance : wanted)
        if (const auto known = now.find(circumstance);
            known != now.end() && known->second >= severity)
            found.insert(circumstance);
    return found;
}

std::set<std::string> new_ones(const Severities& now, const Severities& before)
{
    std::set<std::string> found;
    for (const auto& [circumstance, severity] : now)
        if (!before.empty() && !before.contains(circumstance))
            found.insert(circumstance);
    return found;
}

std::set<std::string> worse_ones(const Severities& last, const Severities& before)
{
    std::set<std::string> found;
    for (const auto& [circumstance, severity] : last)
        if (const auto known = before.find(circumstance);
            known != before.end() && severity > known->second)
            found.insert(circumstance);
    return found;
}

struct OfCatalogue {
    std::vector<Rule> all;

    static OfCatalogue read(const core::Catalogue& catalogue)
    {
        const auto text = catalogue.find_file(rules_path);
        ENSURE(text);
        return {read_rules(rules_path, *text)};
    }
};

// As on the day of the last of these facts.
std::vector<std::string> holds_on_last_day(const Rule& rule, const std::vector<Fact>& facts)
{
    Date last = facts.front().day;
    for (const auto& fact : facts)
        last = std::max(last, fact.day);
    return holds(rule, facts, last);
}

} // namespace

int severity_of(std::string_view code)
{
    const auto found = std::find(severities.begin(), severities.end(), code);
    return found == severities.end() ? -1 : static_cast<int>(found - severities.begin());
}

std::vector<Rule> read_rules(std::string_view path, std::string_view text)
{
    toml::table root;
    try {
        root = toml::parse(text, path);
    } catch (const toml::parse_error& error) {
        throw std::runtime_error(std::string(path) + ": line " +
                                 std::to_string(error.source().begin.line) + ": " +
                                 std::string(error.description()));
    }
    std::vector<Rule> found;
    const auto* array = root["rule"].as_array();
    for (std::size_t i = 0; array != nullptr && i < array->size(); ++i) {
        const auto* table = (*array)[i].as_table();
        ENSURE(table);
        const Reader reader(path, *table);
        auto rule = read_rule(reader);
        for (const auto& other : found)
            if (other.code == rule.code)
                reader.fail("stands there twice");
        found.push_back(std::move(rule));
    }
    return found;
}

const std::vector<Rule>& rules()
{
    static const std::vector<Rule> all = [] {
        const auto text = find_embedded(rules_path);
        ENSURE(text);
        return read_rules(rules_path, *text);
    }();
    return all;
}

const std::vector<Rule>& rules(const core::Catalogue& catalogue)
{
    return catalogue.worked_out<OfCatalogue>().all;
}

const Rule* find_rule(const core::Catalogue& catalogue, std::string_view code)
{
    for (const auto& rule : rules(catalogue))
        if (rule.code == code)
            return &rule;
    return nullptr;
}

std::vector<core::CatalogueEntry> rule_entries(const core::Catalogue& catalogue)
{
    const auto parts = core::toml_parts(*catalogue.find_file(rules_path));
    std::vector<core::CatalogueEntry> all;
    for (const auto& rule : rules(catalogue)) {
        core::CatalogueEntry entry{
            "warning_rule", rule.code, {rule.it, rule.en}, rule.retired, rules_path};
        const auto begins = "rule." + rule.code + ".";
        for (const auto& [way, text] : parts)
            if (way.starts_with(begins) && way != begins + "retired")
                entry.parts.emplace_back(way.substr(begins.size()), text);
        all.push_back(std::move(entry));
    }
    return all;
}

void check_rules(const core::Catalogue& catalogue, store::Transaction*)
{
    for (const auto& rule : rules(catalogue)) {
        const auto fail = [&](const std::string& fault) {
            throw std::runtime_error(std::string(rules_path) + ": rule " + rule.code + ": " +
                                     fault);
        };
        if (!catalogue.find_code("warning_priority", rule.priority))
            fail("there is no priority \"" + rule.priority + "\"");
        for (const auto* list : {&rule.all, &rule.any})
            for (const auto& circumstance : *list)
                if (!catalogue.find_code("vulnerability", circumstance) ||
                    !catalogue.find_code("screening_question", circumstance))
                    fail("no screening looks at \"" + circumstance + "\"");
        if (holds_on_last_day(rule, rule.example).empty())
            fail("does not hold for its example");
        if (!holds_on_last_day(rule, rule.counter_example).empty())
            fail("holds for its counter-example");
    }
}

std::vector<std::string> holds(const Rule& rule, const std::vector<Fact>& facts, Date day)
{
    const auto from = day.plus_days(-rule.days);
    const auto last = last_day(facts, from, day);
    if (!last)
        return {};
    const auto now = latest(facts, from, day);
    const auto before = latest(facts, from, last->plus_days(-1));
    std::set<std::string> found;
    const auto take = [&](const std::set<std::string>& some, std::size_t least) {
        found.insert(some.begin(), some.end());
        return some.size() >= least;
    };

    const int severity_of_all = rule.any.empty() ? rule.severity : 0;
    if (!take(present(now, rule.all, severity_of_all), rule.all.size()) ||
        !take(present(now, rule.any, rule.severity), rule.any.empty() ? 0 : 1))
        return {};
    if (now.size() < static_cast<std::size_t>(rule.count))
        return {};
    if (rule.fresh > 0 &&
        !take(new_ones(latest(facts, *last, day), before), static_cast<std::size_t>(rule.fresh)))
        return {};
    if (rule.worse && !take(worse_ones(latest(facts, *last, day), before), 1))
        return {};
    if (rule.count > 0)
        for (const auto& [circumstance, severity] : now)
            found.insert(circumstance);
    return {found.begin(), found.end()};
}

} // namespace screening
