// SPDX-License-Identifier: EUPL-1.2
#include <sys/resource.h>

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <ostream>

#include "app/match_sets.h"
#include "base/json.h"
#include "base/problem.h"

namespace app {

namespace {

using Figures = std::vector<std::pair<std::string, double>>;

double megabytes_at_most()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

void add_quality(Figures& figures, const std::string& prefix, const match::Quality& quality)
{
    figures.emplace_back(prefix + "precision", quality.precision);
    figures.emplace_back(prefix + "recall", quality.recall);
    figures.emplace_back(prefix + "f1", quality.f1);
}

// The figures of one linking: of what the program decides (persons put together) first, then of
// pairs by themselves.
Figures figures_of(const Evaluated& made)
{
    const auto& linking = made.linking;
    const auto& measured = made.measured;
    Figures figures{{"records", made.records()},
                    {"pairs_compared", linking.pairs_compared},
                    {"candidate_pairs", linking.candidate_pairs},
                    {"true_pairs", measured.true_pairs},
                    {"candidate_recall", measured.candidate_recall},
                    {"threshold_bits", measured.persons_shipped.threshold}};
    add_quality(figures, "", measured.persons_shipped);
    figures.emplace_back("best_threshold_bits", measured.persons_best.threshold);
    add_quality(figures, "best_", measured.persons_best);
    figures.emplace_back("recall_at_precision_99", measured.recall_at_99_persons);
    add_quality(figures, "pairs_", measured.pairs_shipped);
    figures.emplace_back("pairs_best_f1", measured.pairs_best.f1);
    figures.emplace_back("pairs_recall_at_precision_99", measured.recall_at_99);
    figures.emplace_back("b_cubed_precision", measured.b_cubed_precision);
    figures.emplace_back("b_cubed_recall", measured.b_cubed_recall);
    figures.emplace_back("b_cubed_f", measured.b_cubed);
    const auto within = match::intervals(
        match::parts(linking.clustering.persons, made.truth, made.parties), made.truth);
    figures.emplace_back("f1_low", within.f1.low);
    figures.emplace_back("f1_high", within.f1.high);
    figures.emplace_back("b_cubed_f_low", within.b_cubed.low);
    figures.emplace_back("b_cubed_f_high", within.b_cubed.high);
    figures.emplace_back("persons_true", measured.persons_true);
    const auto put_together = static_cast<double>(linking.clustering.count);
    figures.emplace_back("persons_counted", made.count.persons);
    figures.emplace_back("persons_low", made.count.low);
    figures.emplace_back("persons_high", made.count.high);
    figures.emplace_back("persons_put_together", put_together);
    figures.emplace_back("count_error_percent", made.off(made.count.persons));
    figures.emplace_back("put_together_error_percent", made.off(put_together));
    figures.emplace_back("seconds_learning", linking.seconds_learning);
    figures.emplace_back("seconds_scoring", linking.seconds_scoring);
    figures.emplace_back("seconds_clustering", linking.seconds_clustering);
    figures.emplace_back("seconds_counting", made.seconds_counting);
    return figures;
}

std::string number(double value)
{
    if (std::abs(value - std::round(value)) < 1e-9 && std::abs(value) < 1e15)
        return fmt::format("{:.0f}", value);
    return fmt::format("{:.4f}", value);
}

void print(const Figures& figures, bool json, std::ostream& out)
{
    if (!json) {
        for (const auto& [name, value] : figures)
            out << fmt::format("{:<30} {:>14}\n", name, number(value));
        return;
    }
    std::string text;
    JsonObject object(text);
    for (const auto& [name, value] : figures)
        object.member(name) += number(value);
    object.close();
    out << text << '\n';
}

struct Latencies {
    std::vector<double> milliseconds;
    double first = 0; // queries whose person is the first found
    double among = 0;
};

Latencies look_for_all(const match::Index& index, const match::Table& persons,
                       const match::Table& asked, const MatchSearchWish& wish, std::ostream& out)
{
    match::Searcher searcher(index);
    match::SearchLimits limits;
    limits.found = static_cast<std::size_t>(wish.found);
    Latencies made;
    for (std::size_t i = 0; i < asked.records.size(); ++i) {
        const auto begun = std::chrono::steady_clock::now();
        const auto found = searcher.search(asked.records[i], limits);
        made.milliseconds.push_back(1000 * seconds_since(begun));
        for (std::size_t rank = 0; rank < found.size(); ++rank) {
            const auto place = found[rank].place;
            const bool is_right = i < asked.entities.size() && place < persons.entities.size() &&
                                  asked.entities[i] == persons.entities[place];
            if (wish.show)
                out << fmt::format("{} {} {} {:.1f}{}\n", i + 1, rank + 1, place + 1,
                                   found[rank].bits, is_right ? " *" : "");
            if (is_right) {
                made.first += rank == 0 ? 1 : 0;
                made.among += 1;
                if (!wish.show)
                    break;
            }
        }
    }
    return made;
}

match::Table read_queries(const MatchSearchWish& wish, const match::Columns& columns)
{
    auto rows = rows_of(wish.queries);
    match::Table asked;
    if (rows.empty())
        return asked;
    auto own = wish.query_columns.empty() ? columns : match::parse_columns(wish.query_columns);
    const auto& cells = rows.front().cells;
    // Of the file's columns those that the queries have too.
    std::erase_if(own, [&](const match::Column& one) {
        return std::find(cells.begin(), cells.end(), one.header) == cells.end();
    });
    if (own.empty())
        own = match::guess_columns(rows.front());
    if (own.empty()) {
        own = {{"name", "name"}};
        rows.insert(rows.begin(), CsvRow{0, {"name"}});
    }
    match::read_rows(rows, own, 0, asked);
    return asked;
}

// The values of a query stand in the order of the persons' fields.
void align_fields(const match::Table& persons, match::Table& asked)
{
    for (auto& record : asked.records) {
        std::vector<std::string> values(persons.fields.size());
        std::vector<bool> taken(asked.fields.size());
        for (std::size_t i = 0; i < persons.fields.size(); ++i)
            for (std::size_t j = 0; j < asked.fields.size() && j < record.values.size(); ++j)
                if (!taken[j] && asked.fields[j] == persons.fields[i]) {
                    values[i] = record.values[j];
                    taken[j] = true;
                    break;
                }
        record.values = std::move(values);
    }
}

} // namespace

int evaluate_match(const MatchEvaluateWish& wish, std::ostream& out)
{
    evaluate_each(wish, [&](const char* ingredient, const Evaluated& made) {
        auto figures = figures_of(made);
        figures.emplace_back("seconds", made.seconds);
        figures.emplace_back("megabytes", megabytes_at_most());
        if (wish.ablation && !wish.json)
            out << "-- " << ingredient << '\n';
        print(figures, wish.json, out);
    });
    return 0;
}

int search_match(const MatchSearchWish& wish, std::ostream& out)
{
    auto begun = std::chrono::steady_clock::now();
    const auto rows = rows_of(wish.file);
    if (rows.empty())
        throw Problem(422, "match.file_missing", {{"file", wish.file}});
    const auto columns = wish.columns.empty() ? match::guess_columns(rows.front())
                                              : match::parse_columns(wish.columns);
    match::Table persons;
    match::read_rows(rows, columns, 0, persons);
    const double reading = seconds_since(begun);
    begun = std::chrono::steady_clock::now();
    match::Index index(persons.fields);
    index.build(persons.records);
    const double building = seconds_since(begun);

    auto asked = read_queries(wish, columns);
    align_fields(persons, asked);
    auto latencies = look_for_all(index, persons, asked, wish, out);
    auto& sorted = latencies.milliseconds;
    std::sort(sorted.begin(), sorted.end());
    double sum = 0;
    for (const auto one : sorted)
        sum += one;
    const auto at = [&](double share) {
        return sorted.empty() ? 0
                              : sorted[std::min(sorted.size() - 1,
                                                static_cast<std::size_t>(
                                                    share * static_cast<double>(sorted.size())))];
    };
    const auto count = static_cast<double>(std::max<std::size_t>(sorted.size(), 1));
    Figures figures{{"persons", static_cast<double>(index.persons())},
                    {"queries", static_cast<double>(sorted.size())},
                    {"p50_ms", at(0.5)},
                    {"p95_ms", at(0.95)},
                    {"p99_ms", at(0.99)},
                    {"max_ms", at(1)},
                    {"queries_per_second", sum > 0 ? 1000 * count / sum : 0}};
    if (!asked.entities.empty()) {
        figures.emplace_back("recall_at_1", latencies.first / count);
        figures.emplace_back("recall_at_" + std::to_string(wish.found), latencies.among / count);
    }
    figures.emplace_back("seconds_reading", reading);
    figures.emplace_back("seconds_building", building);
    figures.emplace_back("index_megabytes", static_cast<double>(index.bytes()) / 1e6);
    figures.emplace_back("megabytes", megabytes_at_most());
    print(figures, wish.json, out);
    return 0;
}

} // namespace app
