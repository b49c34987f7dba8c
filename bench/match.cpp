// SPDX-License-Identifier: EUPL-1.2
// bench_match: "is this person already known?" among so many invented persons, on one core, and
// the same table and queries in PostgreSQL with pg_trgm; then what is typed, hostile names,
// changes, and what a night proposes.
//
//   bench_match [--persons 1000000] [--queries 2000] [--postgres URL --postgres-queries 200]
#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <malloc.h>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <fstream>
#include <functional>
#include <iostream>

#include "bench/database.h"
#include "bench/match_people.h"
#include "people/match/match.h"

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::uint64_t seed = 20261130;

double milliseconds_since(Clock::time_point begun)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - begun).count();
}

// Of this thread: what it would take on a machine that does nothing else.
double processor_milliseconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return 1000 * static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e6;
}

double load_of_machine()
{
    double load = 0;
    std::ifstream("/proc/loadavg") >> load;
    return load;
}

std::vector<match::FieldKind> fields()
{
    return {
        {"sex", match::Kind::code}, {"country", match::Kind::code}, {"phone", match::Kind::number}};
}

match::Record record_of(const bench::InventedPerson& person)
{
    match::Record record;
    record.names.push_back({person.given, person.family, false});
    record.birth = match::born_on(person.year, person.month, person.day);
    record.values = {person.sex, person.country, person.phone};
    return record;
}

struct Row {
    std::string method;
    std::vector<double> milliseconds;
    double first = 0;
    double among = 0; // the first ten

    void print()
    {
        std::sort(milliseconds.begin(), milliseconds.end());
        const auto count = milliseconds.size();
        double sum = 0;
        for (const auto one : milliseconds)
            sum += one;
        const auto at = [&](double share) {
            return milliseconds[std::min(
                count - 1, static_cast<std::size_t>(share * static_cast<double>(count)))];
        };
        const auto all = static_cast<double>(count);
        std::cout << fmt::format(
            "| {} | {:.2f} | {:.2f} | {:.2f} | {:.2f} | {:.0f} | {:.3f} | {:.3f} | {} |\n", method,
            at(0.5), at(0.95), at(0.99), milliseconds.back(), 1000 * all / sum, first / all,
            among / all, count);
    }
};

void note_rank(Row& row, std::size_t rank)
{
    row.first += rank == 0 ? 1 : 0;
    row.among += rank < 10 ? 1 : 0;
}

struct Asked {
    std::size_t person = 0; // the place of who is meant
    bench::InventedPerson written;
};

std::vector<Asked> ask(const std::vector<bench::InventedPerson>& persons, std::size_t count)
{
    std::vector<Asked> asked;
    for (std::size_t i = 0; i < count; ++i) {
        const auto person = (i * 7919 + 13) * 104729 % persons.size();
        asked.push_back({person, bench::written_again(persons[person], seed + i)});
    }
    return asked;
}

void search_all(const match::Index& index, const std::vector<Asked>& asked)
{
    match::Searcher searcher(index);
    Row row{"ours: keys, then all weights", {}, 0, 0};
    std::vector<double> processor;
    for (std::size_t i = 0; i < 50 && i < asked.size(); ++i)
        searcher.search(record_of(asked[i].written));
    for (const auto& [person, written] : asked) {
        const double processor_before = processor_milliseconds();
        const auto begun = Clock::now();
        const auto found = searcher.search(record_of(written));
        row.milliseconds.push_back(milliseconds_since(begun));
        processor.push_back(processor_milliseconds() - processor_before);
        const auto place = std::find_if(found.begin(), found.end(), [&](const match::Found& one) {
            return one.place == person;
        });
        note_rank(row, static_cast<std::size_t>(place - found.begin()) +
                           (place == found.end() ? 10 : 0));
    }
    row.print();
    row.method = "the same, time of the processor";
    row.milliseconds = processor;
    row.print();
}

// ---- PostgreSQL

struct Statement {
    const char* method;
    const char* before; // what is set for the session
    const char* text;   // $1 the name, $2 the year, $3 the date
};

const Statement statements[] = {
    {"pg_trgm GIN, name % asked, by similarity", "select set_limit(0.3)",
     "select id from bench_person where name % $1 order by similarity(name, $1) desc limit 10"},
    {"pg_trgm GiST, nearest 10", "select set_limit(0.3)",
     "select id from bench_person order by name <-> $1 limit 10"},
    {"pg_trgm GIN, birth year within 2, date counts too", "select set_limit(0.3)",
     "select id from bench_person where name % $1 and ($2 = '' or year between $2::int - 2 and "
     "$2::int + 2) order by similarity(name, $1) + case when born = $3 then 0.5 else 0 end desc "
     "limit 10"},
};

void fill(bench::Database& database, const std::vector<bench::InventedPerson>& persons)
{
    database.select("create extension if not exists pg_trgm");
    database.select("create table bench_person (id text, name text, year int, born text)");
    const auto insert = database.prepare("insert into bench_person values ($1, $2, $3, $4)");
    database.begin();
    for (std::size_t i = 0; i < persons.size(); ++i) {
        const auto& person = persons[i];
        database.write({insert,
                        {std::to_string(i), person.given + " " + person.family,
                         std::to_string(person.year), bench::date_of(person)}});
        if (i % 5000 == 4999) {
            database.commit();
            database.begin();
        }
    }
    database.commit();
    database.select("create index on bench_person using gin (name gin_trgm_ops)");
    database.select("create index on bench_person using gist (name gist_trgm_ops)");
    database.select("analyze bench_person");
}

Row search_in_postgres(bench::Database& database, const Statement& statement,
                       const std::vector<Asked>& asked, std::size_t count)
{
    Row row{statement.method, {}, 0, 0};
    database.select(statement.before);
    const bool takes_dates = std::string_view(statement.text).find("$3") != std::string_view::npos;
    for (std::size_t i = 0; i < std::min(count, asked.size()); ++i) {
        const auto& written = asked[i].written;
        std::vector<bench::Value> values{written.given + " " + written.family};
        if (takes_dates) {
            values.emplace_back(written.year == 0 ? "" : std::to_string(written.year));
            values.emplace_back(bench::date_of(written));
        }
        const auto begun = Clock::now();
        const auto found = database.select(statement.text, values);
        row.milliseconds.push_back(milliseconds_since(begun));
        std::size_t rank = 0;
        while (rank < found.rows.size() &&
               std::get<std::string>(found.rows[rank][0]) != std::to_string(asked[i].person))
            ++rank;
        note_rank(row, rank == found.rows.size() ? 10 : rank);
    }
    return row;
}

void compare_with_postgres(const std::string& url,
                           const std::vector<bench::InventedPerson>& persons,
                           const std::vector<Asked>& asked, std::size_t count)
{
    const auto database = bench::open_postgres(url, "public");
    fill(*database, persons);
    for (const auto& statement : statements)
        search_in_postgres(*database, statement, asked, count).print();
}

// ---- what nobody should be able to slow

void time_hostile(match::Index& index)
{
    for (int i = 0; i < 10000; ++i) {
        match::Record same;
        same.names.push_back({"Mohamed", "Ali", false});
        same.birth = match::born_on(1950 + i % 50, 1, 1);
        same.values = {"M", "XX", ""};
        index.add(same);
    }
    std::string marks;
    for (int i = 0; i < 200; ++i)
        marks += "\u200B\u202E\u0645";
    const std::vector<std::pair<const char*, match::NameText>> names{
        {"no name", {"", "", false}},
        {"one letter", {"a", "", false}},
        {"10,000 of one name", {"Mohamed", "Ali", false}},
        {"5 kB of one letter", {std::string(5000, 'a'), "", false}},
        {"5 kB of words", {"", std::string(2500, 'a') + std::string(1250, ' ') + "b c d", true}},
        {"mixed scripts", {"Мohamed محمد 王小明", "Ωμέγα тест ሰላም", false}},
        {"zero width and right to left", {marks, "x", false}},
        {"no text at all", {std::string("\xff\xfe\xc0\x80", 4), "\xe2\x80", false}},
    };
    match::Searcher searcher(index);
    std::cout << "\n| hostile query | worst of 20, ms |\n|---|---:|\n";
    for (const auto& [what, name] : names) {
        match::Record record;
        record.names.push_back(name);
        double worst = 0;
        for (int i = 0; i < 20; ++i) {
            const auto begun = Clock::now();
            searcher.search(record);
            worst = std::max(worst, milliseconds_since(begun));
        }
        std::cout << fmt::format("| {} | {:.2f} |\n", what, worst);
    }
}

// The first letters of each name, as somebody types them: everybody who may be meant is found.
void time_typing(const match::Index& index, const std::vector<bench::InventedPerson>& persons,
                 std::size_t count)
{
    match::Typed typed(index);
    for (match::Place place = 0; place < persons.size(); ++place)
        typed.add(place);
    std::cout << "\n| typed | p50 ms | p99 | max | found on average |\n|---|---:|---:|---:|---:|\n";
    for (const std::size_t letters : {2U, 3U, 5U}) {
        std::vector<double> milliseconds;
        double found = 0;
        for (std::size_t i = 0; i < count; ++i) {
            const auto& person = persons[(i * 7919 + 13) * 104729 % persons.size()];
            const auto text =
                person.given.substr(0, letters) + " " + person.family.substr(0, letters);
            const auto begun = Clock::now();
            found += static_cast<double>(typed.find(text).size());
            milliseconds.push_back(milliseconds_since(begun));
        }
        std::sort(milliseconds.begin(), milliseconds.end());
        std::cout << fmt::format(
            "| {} letters of each name | {:.2f} | {:.2f} | {:.2f} | {:.0f} |\n", letters,
            milliseconds[count / 2], milliseconds[count * 99 / 100], milliseconds.back(),
            found / static_cast<double>(count));
    }
}

// One person in twenty was written down twice: what a night proposes, and how much of it is right.
void review_by_night(const std::vector<bench::InventedPerson>& persons)
{
    constexpr std::size_t twice_every = 20;
    match::Lexicon lexicon(fields());
    std::vector<match::Entry> entries;
    for (const auto& person : persons)
        entries.push_back(lexicon.enter(record_of(person)));
    std::vector<std::uint32_t> truth(persons.size());
    for (std::uint32_t i = 0; i < truth.size(); ++i)
        truth[i] = i;
    for (std::uint32_t i = 0; i < persons.size(); i += twice_every) {
        entries.push_back(lexicon.enter(record_of(bench::written_again(persons[i], seed + i))));
        truth.push_back(i);
    }
    const auto pairs = static_cast<double>(truth.size() - persons.size());
    const auto begun = Clock::now();
    const auto linking = match::link(lexicon, entries);
    const double seconds = milliseconds_since(begun) / 1000;
    const auto memory = mallinfo2();
    std::cout << fmt::format(
        "\n{} records, {:.0f} of them second ones: {:.0f} candidate pairs, {:.0f} "
        "pairs compared, {:.1f} s (learning {:.1f}, comparing {:.1f}, putting together {:.1f}), "
        "{:.0f} MB at the end; load {:.1f}\n\n",
        entries.size(), pairs, linking.candidate_pairs, linking.pairs_compared, seconds,
        linking.seconds_learning, linking.seconds_scoring, linking.seconds_clustering,
        static_cast<double>(memory.uordblks + memory.hblkhd) / 1e6, load_of_machine());
    std::cout << "| proposed by night | pairs | of which right | of the true pairs |\n"
                 "|---|---:|---:|---:|\n";
    const std::pair<const char*, double> steps[] = {{"looked at", -100},
                                                    {"from 0.2 on", match::possible_bits},
                                                    {"from 0.99 on", match::very_likely_bits}};
    for (const auto& [what, bits] : steps) {
        double all = 0;
        double right = 0;
        for (const auto& one : linking.links)
            if (one.bits >= bits) {
                all += 1;
                right += truth[one.a] == truth[one.b] ? 1 : 0;
            }
        std::cout << fmt::format("| {} | {:.0f} | {:.3f} | {:.3f} |\n", what, all,
                                 right / std::max(all, 1.0), right / pairs);
    }
}

void time_changes(match::Index& index, const std::vector<Asked>& asked)
{
    std::vector<double> added;
    std::vector<double> removed;
    std::vector<match::Place> places;
    for (std::size_t i = 0; i < std::min<std::size_t>(asked.size(), 1000); ++i) {
        const auto record = record_of(asked[i].written);
        const auto begun = Clock::now();
        places.push_back(index.add(record));
        added.push_back(milliseconds_since(begun));
    }
    for (const auto place : places) {
        const auto begun = Clock::now();
        index.remove(place);
        removed.push_back(milliseconds_since(begun));
    }
    const auto worst = [](std::vector<double>& all) {
        std::sort(all.begin(), all.end());
        return fmt::format("{:.3f} | {:.3f} | {:.3f}", all[all.size() / 2],
                           all[all.size() * 99 / 100], all.back());
    };
    std::cout << "\n| change, ms | p50 | p99 | max |\n|---|---:|---:|---:|\n";
    std::cout << "| add one | " << worst(added) << " |\n| remove one | " << worst(removed)
              << " |\n";
}

} // namespace

int main(int argc, char** argv)
{
    CLI::App program("Search among invented persons, beside pg_trgm");
    std::size_t count = 1000000;
    std::size_t queries = 2000;
    std::size_t postgres_queries = 200;
    std::string postgres;
    program.add_option("--persons", count);
    program.add_option("--queries", queries);
    program.add_option("--postgres", postgres);
    program.add_option("--postgres-queries", postgres_queries);
    CLI11_PARSE(program, argc, argv);

    const auto persons = bench::invent_persons(count, seed);
    std::vector<match::Record> records;
    for (const auto& person : persons)
        records.push_back(record_of(person));
    const auto before = mallinfo2().uordblks + mallinfo2().hblkhd;
    const auto begun = Clock::now();
    match::Index index(fields());
    index.build(records);
    const double building = milliseconds_since(begun) / 1000;
    const auto after = mallinfo2().uordblks + mallinfo2().hblkhd;
    std::cout << fmt::format("{} persons: built in {:.1f} s, {:.0f} MB in memory; load {:.1f}\n\n",
                             count, building, static_cast<double>(after - before) / 1e6,
                             load_of_machine());
    records = {};
    const auto asked = ask(persons, queries);
    std::cout << "| method | p50 ms | p95 | p99 | max | queries/s | R@1 | R@10 | queries |\n"
                 "|---|---:|---:|---:|---:|---:|---:|---:|---:|\n";
    search_all(index, asked);
    if (!postgres.empty())
        compare_with_postgres(postgres, persons, asked, postgres_queries);
    time_typing(index, persons, std::min<std::size_t>(queries, 500));
    time_changes(index, asked);
    time_hostile(index);
    review_by_night(persons);
    return 0;
}
