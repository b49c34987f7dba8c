// SPDX-License-Identifier: EUPL-1.2
#include <sys/resource.h>

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <fstream>
#include <functional>
#include <iterator>
#include <ostream>
#include <regex>
#include <sstream>
#include <unordered_map>

#include "app/commands.h"
#include "app/configuration.h"
#include "base/json.h"
#include "base/problem.h"
#include "people/match/match.h"

namespace app {

namespace {

using Figures = std::vector<std::pair<std::string, double>>;

std::string read_file(const std::string& path)
{
    std::ifstream in(path, std::ios::binary);
    if (!in)
        throw Problem(422, "match.file_missing", {{"file", path}});
    return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<CsvRow> rows_of(const std::string& path)
{
    const auto text = read_file(path);
    return read_csv(text, guess_separator(text));
}

double megabytes_at_most()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

double seconds_since(std::chrono::steady_clock::time_point begun)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
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

void add_quality(Figures& figures, const std::string& prefix, const match::Quality& quality)
{
    figures.emplace_back(prefix + "precision", quality.precision);
    figures.emplace_back(prefix + "recall", quality.recall);
    figures.emplace_back(prefix + "f1", quality.f1);
}

// The figures of one linking: of what the program decides (persons put together) first, then of
// pairs by themselves.
Figures figures_of(const match::Linking& linking, const match::Measured& measured, double records)
{
    Figures figures{{"records", records},
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
    figures.emplace_back("persons_true", measured.persons_true);
    figures.emplace_back("persons_counted", static_cast<double>(linking.clustering.count));
    figures.emplace_back("persons_expected", linking.persons_expected);
    figures.emplace_back("persons_low", linking.persons_low);
    figures.emplace_back("persons_high", linking.persons_high);
    const double truth = std::max(measured.persons_true, 1.0);
    figures.emplace_back("count_error_percent",
                         100 * (static_cast<double>(linking.clustering.count) / truth - 1));
    figures.emplace_back("expected_error_percent", 100 * (linking.persons_expected / truth - 1));
    figures.emplace_back("seconds_learning", linking.seconds_learning);
    figures.emplace_back("seconds_scoring", linking.seconds_scoring);
    figures.emplace_back("seconds_clustering", linking.seconds_clustering);
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
    add("without_second_round", [](match::LinkSettings& one) { one.rounds = 1; });
    add("without_sizes_of_persons", [](match::LinkSettings& one) { one.sizes = false; });
    add("without_average_link", [](match::LinkSettings& one) { one.average = false; });
    return all;
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

struct Evaluated {
    match::Linking linking;
    match::Measured measured;
    double records = 0;
    double seconds = 0;
};

using See = std::function<void(const char* ingredient, const Evaluated&)>;

// Once with everything, and where it is asked for once without each ingredient.
void evaluate(const MatchEvaluateWish& wish, const See& see)
{
    const auto table = read_table(wish);
    if (table.entities.size() != table.records.size() || table.records.empty())
        throw Problem(422, "match.entity_missing");
    match::Lexicon lexicon(table.fields);
    std::vector<match::Entry> entries;
    std::vector<std::uint32_t> parties;
    for (const auto& record : table.records) {
        entries.push_back(lexicon.enter(record));
        parties.push_back(record.party);
    }
    const auto truth = truth_of(table.entities);
    for (const auto& [name, settings] : ingredients()) {
        Evaluated made;
        const auto begun = std::chrono::steady_clock::now();
        made.linking = match::link(lexicon, entries, settings);
        made.seconds = seconds_since(begun);
        made.records = static_cast<double>(table.records.size());
        made.measured = match::measure(made.linking.links, made.linking.clustering, truth, parties,
                                       settings.threshold);
        see(name, made);
        if (!wish.ablation)
            break;
    }
}

std::vector<std::string> words_in(const std::string& text)
{
    std::istringstream in(text);
    return {std::istream_iterator<std::string>(in), {}};
}

std::string line_of(const std::string& name, const Evaluated& made, const std::string& f1_wanted,
                    const std::string& count_wanted)
{
    const auto& measured = made.measured;
    const auto& linking = made.linking;
    const double truth = std::max(measured.persons_true, 1.0);
    const auto counted = static_cast<double>(linking.clustering.count);
    return fmt::format(
        "| {} | {:.0f} | {:.4f} | {:.4f} | **{:.4f}** | {:.4f} | {:.4f} | {:.4f} | {:.4f} | "
        "{:+.2f} % | "
        "{:+.2f} % ({:+.1f} … {:+.1f}) | {} | {} | {:.1f} |\n",
        name, made.records, measured.persons_shipped.precision, measured.persons_shipped.recall,
        measured.persons_shipped.f1, measured.persons_best.f1, measured.recall_at_99_persons,
        measured.b_cubed, measured.pairs_shipped.f1, 100 * (counted / truth - 1),
        100 * (linking.persons_expected / truth - 1), 100 * (linking.persons_low / truth - 1),
        100 * (linking.persons_high / truth - 1), f1_wanted.empty() ? "–" : f1_wanted,
        count_wanted.empty() ? "–" : "±" + count_wanted + " %", made.seconds);
}

// What was wanted of a set and not reached, in words; where the interval misses the truth, too.
void note_shortfalls(const std::string& name, const Evaluated& made, const std::string& f1_wanted,
                     const std::string& count_wanted, std::string& notes)
{
    const auto& linking = made.linking;
    const double truth = std::max(made.measured.persons_true, 1.0);
    const double f1 = made.measured.persons_shipped.f1;
    if (!f1_wanted.empty() && f1 < std::stod(f1_wanted))
        notes += fmt::format("- {}: F1 is {:.4f}, and {} was wanted.\n", name, f1, f1_wanted);
    const double off = 100 * (static_cast<double>(linking.clustering.count) / truth - 1);
    if (!count_wanted.empty() && std::abs(off) > std::stod(count_wanted))
        notes += fmt::format("- {}: the count is {:+.2f} % off, and at most {} % was wanted.\n",
                             name, off, count_wanted);
    if (linking.persons_low > truth || linking.persons_high < truth)
        notes +=
            fmt::format("- {}: the interval, {:.0f} to {:.0f} persons, does not hold the truth, "
                        "{:.0f}.\n",
                        name, linking.persons_low, linking.persons_high, truth);
}

} // namespace

int evaluate_match(const MatchEvaluateWish& wish, std::ostream& out)
{
    evaluate(wish, [&](const char* ingredient, const Evaluated& made) {
        auto figures = figures_of(made.linking, made.measured, made.records);
        figures.emplace_back("seconds", made.seconds);
        figures.emplace_back("megabytes", megabytes_at_most());
        if (wish.ablation && !wish.json)
            out << "-- " << ingredient << '\n';
        print(figures, wish.json, out);
    });
    return 0;
}

int report_match(const MatchReportWish& wish, std::ostream& out)
{
    out << "<!-- SPDX-License-Identifier: EUPL-1.2 -->\n# How rightly persons are recognised\n\n"
           "No label is used to learn; the threshold is fixed. P, R, F1 and B³ are of the persons "
           "put together, \"F1 alone\" of each pair by itself.\n\n"
           "| set | records | P | R | F1 | F1 best | R at P .99 | B³ | F1 alone | counted | "
           "expected "
           "(95 %) | F1 wanted | count wanted | s |\n"
           "|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n";
    const auto rows = rows_of(wish.plan);
    std::string notes;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        auto cells = rows[i].cells;
        cells.resize(6);
        MatchEvaluateWish one;
        for (const auto& file : words_in(cells[1]))
            one.files.push_back(wish.folder.empty() ? file : wish.folder + "/" + file);
        const bool is_there = std::all_of(one.files.begin(), one.files.end(), [](const auto& file) {
            return std::ifstream(file).good();
        });
        if (!is_there)
            continue;
        one.by_party = !cells[2].empty();
        one.columns = cells[3];
        evaluate(one, [&](const char*, const Evaluated& made) {
            out << line_of(cells[0], made, cells[4], cells[5]) << std::flush;
            note_shortfalls(cells[0], made, cells[4], cells[5], notes);
        });
    }
    out << "\n## Where it falls short\n\n"
        << (notes.empty() ? "Of these sets, nowhere.\n" : notes)
        << "\nWhat no set shows: names in scripts that nobody tried, papers that were lent, and "
           "how "
           "often reviewers agree. Until pairs have been reviewed, probabilities are calibrated on "
           "nothing but the records themselves.\n";
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
