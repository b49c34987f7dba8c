// SPDX-License-Identifier: EUPL-1.2
#include "survey/estimate/needs.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <limits>
#include <thread>
#include <utility>

#include "base/problem.h"
#include "survey/estimate/needs_plan.h"

namespace estimate {

namespace {

constexpr int measures = 3; // prevalence, hidden, unmet

// What an answer adds, measure by measure: being asked about (`below`), saying so (`above`). All
// are 0 or 1 but the first `above`, which has a square of its own. One array, of the size of a line
// of the processor's cache: the pass over the answers is nothing but adding such lines.
struct alignas(64) Parts {
    std::array<double, 8> sums{};

    double& below(int measure) { return sums[static_cast<std::size_t>(measure)]; }
    double& above(int measure) { return sums[static_cast<std::size_t>(measures + measure)]; }
    double& above_squared() { return sums[2 * measures]; }
    double below(int measure) const { return sums[static_cast<std::size_t>(measure)]; }
    double above(int measure) const { return sums[static_cast<std::size_t>(measures + measure)]; }
    double above_squared() const { return sums[2 * measures]; }
};

inline void add(Parts& sum, const Parts& one, double weight)
{
    for (std::size_t place = 0; place < 8; ++place)
        sum.sums[place] += weight * one.sums[place];
}

constexpr int asked_shift = 4;
constexpr int answered_shift = 6;

// What each of the 256 bytes adds.
struct Table {
    std::array<Parts, 256> parts;
    std::array<std::uint64_t, 256> counted; // the three `below`, 21 bits each
};
constexpr int count_bits = 21;

Table make_table()
{
    Table table{};
    for (std::size_t byte = 0; byte < 256; ++byte) {
        const int tenths = byte & 15;
        const auto asked = static_cast<Reply>((byte >> asked_shift) & 3);
        const auto answered = static_cast<Reply>((byte >> answered_shift) & 3);
        auto& parts = table.parts[byte];
        if (tenths <= 10) {
            parts.below(0) = 1;
            parts.above(0) = tenths / 10.0;
            parts.above_squared() = parts.above(0) * parts.above(0);
        }
        if (tenths == 10 && asked != Reply::unknown) {
            parts.below(1) = 1;
            parts.above(1) = asked == Reply::no;
        }
        if (asked == Reply::yes && answered != Reply::unknown) {
            parts.below(2) = 1;
            parts.above(2) = answered == Reply::no;
        }
        for (int m = 0; m < measures; ++m)
            table.counted[byte] |= static_cast<std::uint64_t>(parts.below(m)) << (m * count_bits);
    }
    return table;
}

const Table& table()
{
    static const Table made = make_table();
    return made;
}

// Of one cell: what is not asked of each cluster.
struct CellSums {
    std::array<std::int64_t, measures> n{};
    std::array<double, measures> weights_squared{};
};

// What one thread works with; the next need uses the same place again.
struct Bench {
    std::vector<Parts> pieces;
    std::vector<CellSums> cells;
    std::vector<Parts> profiles;
    std::vector<double> scores;
};

// The pass over the answers.
void add_up(const NeedsPlan& plan, const NeedColumn& need, Bench& bench)
{
    bench.pieces.assign(plan.pieces.size(), {});
    bench.cells.assign(static_cast<std::size_t>(plan.interviews.groups * plan.interviews.districts),
                       {});
    bench.profiles.assign(plan.profiles.size(), {});
    const auto& all = table();
    for (std::size_t piece = 0; piece < plan.pieces.size(); ++piece) {
        const auto [cell, cluster, begin, end] = plan.pieces[piece];
        Parts sum;
        std::array<double, 4> squares{}; // of three; four are added as fast
        std::uint64_t counted = 0;
        for (auto place = begin; place < end; ++place) {
            const auto answer = need.answers[plan.order[place]];
            const double weight = plan.weights[place];
            const auto& parts = all.parts[answer];
            add(sum, parts, weight);
            for (std::size_t m = 0; m < 4; ++m)
                squares[m] += weight * weight * parts.sums[m];
            counted += weight > 0 ? all.counted[answer] : 0;
        }
        bench.pieces[piece] = sum;
        auto& totals = bench.cells[static_cast<std::size_t>(cell)];
        for (int m = 0; m < measures; ++m) {
            totals.weights_squared[m] += squares[m];
            totals.n[m] +=
                static_cast<std::int64_t>((counted >> (m * count_bits)) & ((1U << count_bits) - 1));
        }
    }
    if (plan.profiles.empty())
        return;
    for (std::size_t place = 0; place < plan.order.size(); ++place)
        add(bench.profiles[static_cast<std::size_t>(plan.profile_of[place])],
            all.parts[need.answers[plan.order[place]]], plan.weights_before[place]);
}

// Takes the sums of clusters one after the other, each stratum's together, and adds up the
// variance.
class OverStrata {
public:
    explicit OverStrata(const NeedsPlan& plan) : plan_(plan), variance_(plan.design.sample().lonely)
    {
    }

    void add(int cluster, double score, bool has_somebody)
    {
        const int stratum = plan_.stratum_of[static_cast<std::size_t>(cluster)];
        if (stratum != stratum_)
            finish_stratum();
        stratum_ = stratum;
        scores_.push_back(score);
        somebody_ += has_somebody ? 1 : 0;
    }
    double degrees_of_freedom() const { return degrees_; }
    double variance() const { return variance_.sum(); }

    void finish_stratum()
    {
        if (stratum_ >= 0)
            close(plan_.design.first_stage().strata[static_cast<std::size_t>(stratum_)]);
        scores_.clear();
        somebody_ = 0;
        stratum_ = -1;
    }

private:
    void close(const Design::Stratum& stratum)
    {
        degrees_ += somebody_ > 0 ? somebody_ - 1 : 0;
        variance_.add(stratum, scores_);
    }

    const NeedsPlan& plan_;
    int stratum_ = -1;
    std::vector<double> scores_;
    int somebody_ = 0;
    double degrees_ = 0;
    StrataVariance variance_;
};

// A domain's figures for one measure: (above - ratio · below) / total is the score of an interview.
struct Measured {
    int measure;
    std::size_t domain;
    double total = 0; // of below
    double ratio = 0;

    double score(const Parts& parts) const
    {
        return (parts.above(measure) - ratio * parts.below(measure)) / total;
    }
};

// Calls `told` with each cluster of the domain: its score, and whether somebody is in it.
template <typename Told>
void each_cluster(const NeedsPlan& plan, const Bench& bench, const Measured& measured, Told told)
{
    const auto& pieces = plan.domains[measured.domain];
    for (std::size_t place = 0; place < pieces.size();) {
        const int cluster = plan.pieces[static_cast<std::size_t>(pieces[place])].cluster;
        double score = 0;
        bool has_somebody = false;
        for (; place < pieces.size(); ++place) {
            const auto piece = static_cast<std::size_t>(pieces[place]);
            if (plan.pieces[piece].cluster != cluster)
                break;
            score += measured.score(bench.pieces[piece]);
            has_somebody = has_somebody || bench.pieces[piece].below(measured.measure) > 0;
        }
        told(cluster, score, has_somebody);
    }
}

// With calibrated weights every cluster has a score: what the margins explain of the domain's.
void over_all_clusters(const NeedsPlan& plan, Bench& bench, const Measured& measured,
                       OverStrata& strata)
{
    std::vector<char> wanted(
        static_cast<std::size_t>(plan.interviews.groups * plan.interviews.districts));
    for (const int cell : plan.cells[measured.domain])
        wanted[static_cast<std::size_t>(cell)] = 1;
    std::vector<double> totals(plan.design.margin_columns());
    for (std::size_t one = 0; one < plan.profiles.size(); ++one) {
        if (!wanted[static_cast<std::size_t>(plan.profiles[one].cell)])
            continue;
        for (const int column : plan.profiles[one].columns)
            totals[static_cast<std::size_t>(column)] += measured.score(bench.profiles[one]);
    }
    const auto effects = plan.design.coefficients(totals);

    const auto clusters = plan.stratum_of.size();
    bench.scores.assign(clusters, 0);
    std::vector<char> somebody(clusters);
    each_cluster(plan, bench, measured, [&](int cluster, double score, bool has_somebody) {
        bench.scores[static_cast<std::size_t>(cluster)] = score;
        somebody[static_cast<std::size_t>(cluster)] = has_somebody;
    });
    for (std::size_t cluster = 0; cluster < clusters; ++cluster) {
        double explained = 0;
        for (auto at = plan.column_begin[cluster]; at < plan.column_begin[cluster + 1]; ++at)
            explained +=
                plan.column_weight[at] * effects[static_cast<std::size_t>(plan.column[at])];
        strata.add(static_cast<int>(cluster), bench.scores[cluster] - explained,
                   somebody[cluster] != 0);
    }
}

Result measure(const NeedsPlan& plan, Bench& bench, int which, std::size_t domain)
{
    Sums sums;
    double above = 0;
    double above_squared = 0;
    for (const int piece : plan.domains[domain]) {
        const auto& parts = bench.pieces[static_cast<std::size_t>(piece)];
        sums.weights += parts.below(which);
        above += parts.above(which);
        above_squared += which == 0 ? parts.above_squared() : parts.above(which);
    }
    for (const int cell : plan.cells[domain]) {
        const auto& totals = bench.cells[static_cast<std::size_t>(cell)];
        sums.n += totals.n[which];
        sums.weights_squared += totals.weights_squared[which];
    }
    sums.estimate = above / sums.weights;
    sums.simple_variance = (above_squared / sums.weights - sums.estimate * sums.estimate) /
                           static_cast<double>(sums.n - 1);
    sums.is_census = plan.is_census;
    if (sums.n == 0) {
        sums.variance = std::numeric_limits<double>::quiet_NaN();
        return as_proportion(sums);
    }
    const Measured measured{which, domain, sums.weights, sums.estimate};
    OverStrata strata(plan);
    if (plan.profiles.empty())
        each_cluster(plan, bench, measured, [&](int cluster, double score, bool has_somebody) {
            strata.add(cluster, score, has_somebody);
        });
    else
        over_all_clusters(plan, bench, measured, strata);
    strata.finish_stratum();
    sums.variance = strata.variance();
    sums.degrees_of_freedom = strata.degrees_of_freedom();
    return as_proportion(sums);
}

void check(const Design& design, const Interviews& interviews)
{
    const auto count = design.interviews();
    // So that a cell's count fits into its bits, cluster by cluster.
    ENSURE(count < (std::size_t{1} << count_bits));
    ENSURE(interviews.group.size() == count && interviews.district.size() == count);
    for (std::size_t i = 0; i < count; ++i)
        ENSURE(interviews.group[i] >= 0 && interviews.group[i] < interviews.groups &&
               interviews.district[i] >= 0 && interviews.district[i] < interviews.districts);
    for (const auto& need : interviews.needs)
        ENSURE(need.answers.size() == count);
}

NeedRow make_row(const NeedsPlan& plan, const NeedColumn& need, Bench& bench)
{
    add_up(plan, need, bench);
    NeedRow row;
    row.need = need.need;
    for (std::size_t domain = 0; domain < plan.domains.size(); ++domain)
        row.cells.push_back({measure(plan, bench, 0, domain), measure(plan, bench, 1, domain),
                             measure(plan, bench, 2, domain)});
    return row;
}

} // namespace

NeedAnswer need_answer(int tenths, Reply asked, Reply answered)
{
    ENSURE((tenths >= 0 && tenths <= 10) || tenths == nothing_said);
    return static_cast<NeedAnswer>(tenths | static_cast<int>(asked) << asked_shift |
                                   static_cast<int>(answered) << answered_shift);
}

NeedAnswer need_answer(Reply has, Reply asked, Reply answered)
{
    const int tenths = has == Reply::yes ? 10 : 0;
    return need_answer(has == Reply::unknown ? nothing_said : tenths, asked, answered);
}

NeedsMatrix needs_matrix(const Design& design, const Interviews& interviews, int threads)
{
    check(design, interviews);
    const NeedsPlan plan(design, interviews);

    NeedsMatrix matrix{interviews.groups, interviews.districts, {}};
    matrix.rows.resize(interviews.needs.size());
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        Bench bench;
        for (auto need = next++; need < matrix.rows.size(); need = next++)
            matrix.rows[need] = make_row(plan, interviews.needs[need], bench);
    };
    // A second thread only where there is something to do for it.
    const bool is_much = design.interviews() * interviews.needs.size() > 1'000'000;
    if (threads >= 2 && is_much) {
        std::jthread other(work);
        work();
    } else {
        work();
    }
    return matrix;
}

std::vector<Difference> perception_gaps(const NeedsMatrix& matrix, const NeedRow& row,
                                        int who_serves, int who_is_served)
{
    std::vector<Difference> gaps;
    for (int district = 0; district <= matrix.districts; ++district)
        gaps.push_back(difference(row.at(who_serves, district, matrix.districts).prevalence,
                                  row.at(who_is_served, district, matrix.districts).prevalence));
    return gaps;
}

} // namespace estimate
