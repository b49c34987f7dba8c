// SPDX-License-Identifier: EUPL-1.2
// The needs matrix of a survey of a million interviews about sixty needs.
//   bench_survey make FOLDER             writes the interviews, as columns that R reads too
//   bench_survey measure FOLDER THREADS  makes the matrix; prints what it took
//   bench_survey raked FOLDER THREADS    the same, with weights raked to two margins
//   bench_survey compare FOLDER FILE     how far our figures and those of matrix.R are apart
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <numeric>
#include <random>
#include <string>
#include <vector>

#include <sys/resource.h>

#include "survey/estimate/calibrate.h"
#include "survey/estimate/needs.h"

namespace {

using namespace estimate;

constexpr int interviews_count = 1'000'000;
constexpr int needs = 60;
constexpr int groups = 3;
constexpr int districts = 15;
constexpr int clusters_of_cell = 900; // centre-slots; 25 interviews each, on average

template <typename Value>
void write_column(const std::string& folder, const std::string& name,
                  const std::vector<Value>& column)
{
    std::ofstream file(folder + "/" + name, std::ios::binary);
    file.write(reinterpret_cast<const char*>(column.data()),
               static_cast<std::streamsize>(column.size() * sizeof(Value)));
    if (!file)
        throw std::runtime_error("cannot write " + name);
}

template <typename Value>
std::vector<Value> read_column(const std::string& folder, const std::string& name)
{
    std::vector<Value> column(interviews_count);
    std::ifstream file(folder + "/" + name, std::ios::binary);
    file.read(reinterpret_cast<char*>(column.data()),
              static_cast<std::streamsize>(column.size() * sizeof(Value)));
    if (!file)
        throw std::runtime_error("cannot read " + name);
    return column;
}

// In the order in which interviews come in: any.
void make(const std::string& folder)
{
    std::mt19937_64 bits(2026);
    const auto share = [&] { return static_cast<double>(bits() >> 11) * 0x1.0p-53; };
    const auto below = [&](int limit) { return static_cast<int>(share() * limit); };
    std::vector<int> group;
    std::vector<int> district;
    std::vector<int> cluster;
    std::vector<int> gender;
    std::vector<double> weight;
    for (int i = 0; i < interviews_count; ++i) {
        const int cell = below(groups * districts);
        group.push_back(cell / districts);
        district.push_back(cell % districts);
        cluster.push_back(cell * clusters_of_cell + below(clusters_of_cell));
        gender.push_back(share() < 0.35);
        weight.push_back((2 + 30 * share()) / (1 + below(7)));
    }
    write_column(folder, "group", group);
    write_column(folder, "district", district);
    write_column(folder, "cluster", cluster);
    write_column(folder, "gender", gender);
    write_column(folder, "weight", weight);
    std::vector<double> effect;
    for (int one = 0; one < groups * districts * clusters_of_cell; ++one)
        effect.push_back(0.6 + 0.8 * share());
    for (int need = 0; need < needs; ++need) {
        const double level = 0.1 + 0.5 * share();
        std::vector<NeedAnswer> answers;
        for (int i = 0; i < interviews_count; ++i) {
            const bool silent = share() < 0.02;
            const bool has = share() < level * effect[static_cast<std::size_t>(cluster[i])];
            const bool asks = share() < 0.4;
            const bool met = share() < 0.6;
            const auto reply = [](bool yes) { return yes ? Reply::yes : Reply::no; };
            answers.push_back(silent ? need_answer(Reply::unknown)
                                     : need_answer(reply(has), has ? reply(asks) : Reply::unknown,
                                                   has && asks ? reply(met) : Reply::unknown));
        }
        write_column(folder, "need" + std::to_string(need), answers);
    }
}

Sample read_sample(const std::string& folder)
{
    Sample sample;
    sample.weights = read_column<double>(folder, "weight");
    sample.cluster = read_column<int>(folder, "cluster");
    const auto group = read_column<int>(folder, "group");
    const auto district = read_column<int>(folder, "district");
    for (std::size_t i = 0; i < group.size(); ++i)
        sample.stratum.push_back(group[i] * districts + district[i]);
    return sample;
}

Interviews read_interviews(const std::string& folder)
{
    Interviews interviews{read_column<int>(folder, "group"),
                          read_column<int>(folder, "district"),
                          groups,
                          districts,
                          {}};
    for (int need = 0; need < needs; ++need)
        interviews.needs.push_back(
            {std::to_string(need), read_column<NeedAnswer>(folder, "need" + std::to_string(need))});
    return interviews;
}

std::vector<Margin> make_margins(const std::string& folder, const Sample& sample)
{
    std::vector<Margin> margins(2);
    margins[0] = {"gender", read_column<int>(folder, "gender"), {0, 0}, {}};
    margins[1] = {
        "district", read_column<int>(folder, "district"), std::vector<double>(districts), {}};
    for (auto& margin : margins)
        for (std::size_t i = 0; i < sample.weights.size(); ++i)
            margin.total[static_cast<std::size_t>(margin.level[i])] += sample.weights[i];
    // The same sum, otherwise shared out.
    const double moved = margins[0].total[0] * 0.05;
    margins[0].total[0] -= moved;
    margins[0].total[1] += moved;
    return margins;
}

rusage used()
{
    rusage result{};
    getrusage(RUSAGE_SELF, &result);
    return result;
}

// Of all threads: what else the machine does meanwhile is not in it.
double processor_seconds()
{
    const auto [user, system] = std::pair(used().ru_utime, used().ru_stime);
    return static_cast<double>(user.tv_sec + system.tv_sec) +
           1e-6 * static_cast<double>(user.tv_usec + system.tv_usec);
}

// One line a figure, as matrix.R writes them too.
void write_figures(const std::string& path, const NeedsMatrix& matrix)
{
    std::ofstream file(path);
    file.precision(17);
    for (const auto& row : matrix.rows)
        for (std::size_t cell = 0; cell < row.cells.size(); ++cell) {
            const auto& figures = row.cells[cell];
            const std::pair<const char*, const Result*> all[] = {
                {"prevalence", &figures.prevalence},
                {"hidden", &figures.hidden},
                {"unmet", &figures.unmet}};
            for (const auto& [measure, result] : all)
                file << row.need << ' ' << measure << ' ' << cell << ' ' << result->estimate << ' '
                     << result->standard_error << '\n';
        }
}

void measure(const std::string& folder, int threads, bool is_raked)
{
    auto sample = read_sample(folder);
    const auto interviews = read_interviews(folder);
    const long before = used().ru_maxrss;
    const double processor_before = processor_seconds();
    const auto begins = std::chrono::steady_clock::now();
    if (is_raked) {
        const auto margins = make_margins(folder, sample);
        const auto raked = rake(sample.weights, margins);
        if (!raked.is_good())
            throw std::runtime_error("raking did not converge");
        sample = calibrated(std::move(sample), margins, raked);
    }
    const Design design(std::move(sample));
    const auto matrix = needs_matrix(design, interviews, threads);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begins;
    std::printf("ours way=%s threads=%d seconds=%.3f processor=%.3f data_kilobytes=%ld "
                "kilobytes=%ld\n",
                is_raked ? "raked" : "plain", threads, took.count(),
                processor_seconds() - processor_before, before, used().ru_maxrss);
    if (!is_raked)
        write_figures(folder + "/ours", matrix);
}

double apart(double one, double other)
{
    return std::abs(one - other) / std::max(std::abs(other), 1e-300);
}

// R may have made fewer needs: its lines are looked up in ours.
void compare(const std::string& folder, const std::string& name_of_theirs)
{
    std::ifstream ours(folder + "/ours");
    std::ifstream theirs(folder + "/" + name_of_theirs);
    std::vector<std::pair<double, double>> figures;
    std::string need, measure, cell;
    std::vector<std::string> names;
    for (double estimate, error; ours >> need >> measure >> cell >> estimate >> error;) {
        names.push_back(need + measure + " " + cell);
        figures.emplace_back(estimate, error);
    }
    std::vector<std::size_t> order(names.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(),
              [&](auto one, auto other) { return names[one] < names[other]; });
    int compared = 0;
    double furthest_estimate = 0;
    double furthest_error = 0;
    for (double estimate, error; theirs >> need >> measure >> cell >> estimate >> error;) {
        const auto name = need + measure + " " + cell;
        const auto found =
            std::lower_bound(order.begin(), order.end(), name,
                             [&](auto one, const auto& wanted) { return names[one] < wanted; });
        if (found == order.end() || names[*found] != name)
            throw std::runtime_error("we have no " + name);
        ++compared;
        furthest_estimate = std::max(furthest_estimate, apart(figures[*found].first, estimate));
        furthest_error = std::max(furthest_error, apart(figures[*found].second, error));
    }
    std::printf("compared with=%s figures=%d estimate=%.1e error=%.1e\n", name_of_theirs.c_str(),
                compared, furthest_estimate, furthest_error);
}

} // namespace

int main(int count, char** words)
{
    const std::string way = count > 2 ? words[1] : "";
    const std::string more = count > 3 ? words[3] : "";
    try {
        if (way == "make")
            make(words[2]);
        else if (way == "measure" || way == "raked")
            measure(words[2], std::stoi(more), way == "raked");
        else if (way == "compare")
            compare(words[2], more);
        else
            throw std::runtime_error(
                "bench_survey make|measure|raked|compare FOLDER [THREADS or FILE]");
    } catch (const std::exception& problem) {
        std::cerr << problem.what() << '\n';
        return 1;
    }
    return 0;
}
