// SPDX-License-Identifier: EUPL-1.2
#include "app/match_sets.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <regex>
#include <unordered_map>

#include "base/problem.h"

namespace app {

namespace {

std::string read_file(const std::string& path)
{
    std::ifstream in(path, std::ios::binary);
    if (!in)
        throw Problem(422, "match.file_missing", {{"file", path}});
    return {std::istreambuf_iterator<char>(in), {}};
}

// "rec-12-org" and "rec-12-dup-0" of a generator that is much used name one person, 12: so they are
// read where every label is of that form.
std::vector<std::uint32_t> truth_of(const std::vector<std::string>& entities)
{
    static const std::regex form(R"(rec-(\d+)-(org|dup-\d+))");
    const bool is_form = std::all_of(entities.begin(), entities.end(), [](const std::string& one) {
        return std::regex_match(one, form);
    });
    std::unordered_map<std::string, std::uint32_t> numbers;
    std::vector<std::uint32_t> truth;
    for (const auto& entity : entities) {
        const auto name = is_form ? std::regex_replace(entity, form, "$1") : entity;
        truth.push_back(
            numbers.emplace(name, static_cast<std::uint32_t>(numbers.size())).first->second);
    }
    return truth;
}

match::Table read_table(const MatchEvaluateWish& wish)
{
    match::Table table;
    std::uint32_t party = 0;
    for (const auto& file : wish.files) {
        const auto rows = rows_of(file);
        if (rows.empty())
            continue;
        const auto columns = wish.columns.empty() ? match::guess_columns(rows.front())
                                                  : match::parse_columns(wish.columns);
        match::read_rows(rows, columns, wish.by_party ? ++party : 0, table);
    }
    return table;
}

struct Ingredient {
    const char* name;
    match::LinkSettings settings;
};

// What each ingredient brings: the same without it.
std::vector<Ingredient> ingredients()
{
    std::vector<Ingredient> all{{"everything", {}}};
    const auto add = [&](const char* name, auto&& change) {
        all.push_back({name, {}});
        change(all.back().settings);
    };
    add("without_nearest_by_letters",
        [](match::LinkSettings& one) { one.candidates.everybody_max = 0; });
    add("without_word_frequency", [](match::LinkSettings& one) { one.word_frequency = false; });
    add("without_names_together", [](match::LinkSettings& one) { one.names_together = false; });
    add("without_namesakes", [](match::LinkSettings& one) { one.namesakes = false; });
    add("without_second_round", [](match::LinkSettings& one) { one.rounds = 1; });
    add("without_sizes_of_persons", [](match::LinkSettings& one) { one.sizes = false; });
    add("without_average_link", [](match::LinkSettings& one) { one.average = false; });
    return all;
}

} // namespace

std::vector<CsvRow> rows_of(const std::string& path)
{
    const auto text = read_file(path);
    return read_csv(text, guess_separator(text));
}

double seconds_since(std::chrono::steady_clock::time_point begun)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
}

double Evaluated::off(double persons) const
{
    return 100 * (persons / std::max(measured.persons_true, 1.0) - 1);
}

void evaluate_each(const MatchEvaluateWish& wish,
                   const std::function<void(const char* ingredient, const Evaluated&)>& see)
{
    Evaluated made;
    made.table = read_table(wish);
    const auto& table = made.table;
    if (table.entities.size() != table.records.size() || table.records.empty())
        throw Problem(422, "match.entity_missing");
    match::Lexicon lexicon(table.fields);
    for (const auto& record : table.records) {
        made.entries.push_back(lexicon.enter(record));
        made.parties.push_back(record.party);
    }
    made.truth = truth_of(table.entities);
    for (const auto& [name, settings] : ingredients()) {
        const auto begun = std::chrono::steady_clock::now();
        made.linking = match::link(lexicon, made.entries, settings);
        made.seconds = seconds_since(begun);
        const auto counted = std::chrono::steady_clock::now();
        made.count = match::count_persons(lexicon, made.entries, made.linking, settings);
        made.seconds_counting = seconds_since(counted);
        made.measured = match::measure(made.linking.links, made.linking.clustering, made.truth,
                                       made.parties, settings.threshold);
        see(name, made);
        if (!wish.ablation)
            break;
    }
}

} // namespace app
