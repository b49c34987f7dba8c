// SPDX-License-Identifier: EUPL-1.2
#include "survey/estimate/sample.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <tuple>
#include <utility>

#include <Eigen/Dense>

#include "base/problem.h"

namespace estimate {

namespace {

constexpr double no_correction_left = 1e-7; // R's bound for a stratum that was drawn whole

int at(const std::vector<int>& column, std::size_t interview)
{
    return column.empty() ? 0 : column[interview];
}

bool agrees(std::size_t size, std::size_t interviews) { return size == 0 || size == interviews; }

double correction(double population, int drawn)
{
    if (std::isinf(population))
        return 1;
    ENSURE(population >= drawn);
    return (population - drawn) / population;
}

} // namespace

Design::Design(Sample sample) : sample_(std::move(sample))
{
    for (const double weight : sample_.weights)
        ENSURE(std::isfinite(weight) && weight >= 0);
    add_level({sample_.cluster, sample_.stratum, sample_.population});
    bool population_known = !sample_.population.empty();
    for (const auto& stage : sample_.further) {
        if (!population_known)
            break;
        add_level(stage);
        population_known = !stage.population.empty();
    }
    if (sample_.calibration)
        prepare_calibration();
}

void Design::add_level(const Stage& stage)
{
    const auto count = interviews();
    ENSURE(agrees(stage.cluster.size(), count) && agrees(stage.stratum.size(), count) &&
           agrees(stage.population.size(), count));
    const Level* above = levels_.empty() ? nullptr : &levels_.back();
    std::vector<int> stratum_above; // of each cluster of the stage before
    if (above)
        for (int one = 0; one < static_cast<int>(above->strata.size()); ++one)
            stratum_above.insert(stratum_above.end(),
                                 static_cast<std::size_t>(above->strata[one].clusters), one);

    using Key = std::tuple<int, int, int>;
    const auto key = [&](std::size_t i) {
        const int cluster = stage.cluster.empty() ? static_cast<int>(i) : stage.cluster[i];
        return Key(above ? above->cluster_of[i] : 0, at(stage.stratum, i), cluster);
    };
    std::vector<std::pair<Key, std::size_t>> sorted;
    sorted.reserve(count);
    for (std::size_t i = 0; i < count; ++i)
        sorted.emplace_back(key(i), i);
    std::sort(sorted.begin(), sorted.end());

    Level level;
    level.cluster_of.resize(count);
    std::vector<double> population; // of each stratum
    int clusters = 0;
    Key before{-1, -1, -1};
    for (const auto& [place, i] : sorted) {
        const auto [parent, stratum, cluster] = place;
        const bool first = clusters == 0;
        const bool other_parent = first || parent != std::get<0>(before);
        const bool other_stratum = other_parent || stratum != std::get<1>(before);
        if (other_parent)
            level.parents.push_back(static_cast<int>(level.strata.size()));
        if (other_stratum) {
            double share = 1;
            if (above) {
                const auto& drawn = above->strata[static_cast<std::size_t>(stratum_above[parent])];
                share = drawn.share * (1 - drawn.correction);
            }
            level.strata.push_back({clusters, 0, share, 1});
            population.push_back(stage.population.empty() ? HUGE_VAL : stage.population[i]);
        }
        ENSURE(stage.population.empty() || stage.population[i] == population.back());
        if (other_stratum || cluster != std::get<2>(before)) {
            ++level.strata.back().clusters;
            ++clusters;
        }
        level.cluster_of[i] = clusters - 1;
        before = place;
    }
    level.parents.push_back(static_cast<int>(level.strata.size()));
    for (std::size_t one = 0; one < level.strata.size(); ++one)
        level.strata[one].correction = correction(population[one], level.strata[one].clusters);
    levels_.push_back(std::move(level));
}

void StrataVariance::add(const Design::Stratum& stratum, std::span<const double> sums)
{
    if (std::all_of(sums.begin(), sums.end(), [](double sum) { return sum == 0; }))
        return; // nobody of the domain is in it
    ++strata_;
    const double variance = Design::of_stratum(stratum, sums, lonely_);
    if (std::isnan(variance))
        return;
    ++known_;
    sum_ += variance;
}

double StrataVariance::sum() const { return strata_ == 0 ? 0 : sum_ * strata_ / known_; }

double Design::of_stratum(const Stratum& stratum, std::span<const double> sums, Lonely lonely)
{
    if (stratum.correction < no_correction_left)
        return 0;
    const double scale = stratum.share * stratum.correction;
    if (stratum.clusters == 1) {
        if (lonely == Lonely::average)
            return std::numeric_limits<double>::quiet_NaN();
        return lonely == Lonely::certain || sums.empty() ? 0 : scale * sums[0] * sums[0];
    }
    // Clusters without anybody of the domain are not among `sums`: theirs are zero.
    const double count = stratum.clusters;
    const double mean = std::accumulate(sums.begin(), sums.end(), 0.0) / count;
    double squares = (count - static_cast<double>(sums.size())) * mean * mean;
    for (const double sum : sums)
        squares += (sum - mean) * (sum - mean);
    return scale * count / (count - 1) * squares;
}

double Design::of_level(const Level& level, const std::vector<double>& scores) const
{
    std::vector<double> sums(
        static_cast<std::size_t>(level.strata.back().first + level.strata.back().clusters));
    for (std::size_t i = 0; i < scores.size(); ++i)
        sums[static_cast<std::size_t>(level.cluster_of[i])] += scores[i];

    double variance = 0;
    for (std::size_t parent = 0; parent + 1 < level.parents.size(); ++parent) {
        StrataVariance sum(sample_.lonely);
        for (int one = level.parents[parent]; one < level.parents[parent + 1]; ++one) {
            const auto& stratum = level.strata[static_cast<std::size_t>(one)];
            sum.add(stratum, std::span(sums).subspan(static_cast<std::size_t>(stratum.first),
                                                     static_cast<std::size_t>(stratum.clusters)));
        }
        variance += sum.sum();
    }
    return variance;
}

double Design::variance(std::vector<double> scores) const
{
    ENSURE(scores.size() == interviews());
    if (scores.empty())
        return std::numeric_limits<double>::quiet_NaN();
    take_margins_away(scores);
    double variance = 0;
    for (const auto& level : levels_)
        variance += of_level(level, scores);
    return variance;
}

double Design::degrees_of_freedom(Domain within) const
{
    ENSURE(agrees(within.size(), interviews()));
    const auto& level = first_stage();
    if (level.strata.empty())
        return 0;
    std::vector<char> has(
        static_cast<std::size_t>(level.strata.back().first + level.strata.back().clusters));
    for (std::size_t i = 0; i < interviews(); ++i)
        if (sample_.weights[i] > 0 && (within.empty() || within[i]))
            has[static_cast<std::size_t>(level.cluster_of[i])] = 1;
    double degrees = 0;
    for (const auto& stratum : level.strata) {
        const auto clusters = std::accumulate(has.begin() + stratum.first,
                                              has.begin() + stratum.first + stratum.clusters, 0);
        degrees += clusters == 0 ? 0 : clusters - 1;
    }
    return degrees;
}

bool Design::is_census() const
{
    const auto& strata = first_stage().strata;
    // Who is not drawn at a further stage is not drawn; without a further stage nobody is left out.
    for (const auto& level : levels_)
        for (const auto& stratum : level.strata)
            if (stratum.correction >= no_correction_left)
                return false;
    return !strata.empty();
}

int Design::column(std::size_t margin, std::size_t interview) const
{
    return first_column_[margin] + sample_.calibration->margins[margin].level[interview];
}

double Design::weight_before(std::size_t interview) const
{
    const auto& before = sample_.calibration->weights_before;
    return before.empty() ? 1 : before[interview];
}

// The normal matrix of dummies for all levels of all margins. It has no inverse, since every margin
// adds up to everybody: the pseudo-inverse gives the same residuals, whichever level is left out.
void Design::prepare_calibration()
{
    const auto& calibration = *sample_.calibration;
    ENSURE(agrees(calibration.weights_before.size(), interviews()));
    for (const auto& margin : calibration.margins) {
        ENSURE(margin.level.size() == interviews());
        for (const int level : margin.level)
            ENSURE(level >= 0 && level < static_cast<int>(margin.total.size()));
        first_column_.push_back(static_cast<int>(columns_));
        columns_ += margin.total.size();
    }
    const auto size = static_cast<Eigen::Index>(columns_);
    Eigen::MatrixXd normal = Eigen::MatrixXd::Zero(size, size);
    const auto margins = calibration.margins.size();
    for (std::size_t i = 0; i < interviews(); ++i)
        for (std::size_t one = 0; one < margins; ++one)
            for (std::size_t other = 0; other < margins; ++other)
                normal(column(one, i), column(other, i)) += weight_before(i);
    using Rows = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
    const Rows inverse = normal.completeOrthogonalDecomposition().pseudoInverse();
    inverse_.assign(inverse.data(), inverse.data() + inverse.size());
}

std::vector<double> Design::coefficients(std::span<const double> totals_by_column) const
{
    std::vector<double> result(columns_);
    for (std::size_t row = 0; row < columns_; ++row)
        result[row] =
            std::inner_product(totals_by_column.begin(), totals_by_column.end(),
                               inverse_.begin() + static_cast<std::ptrdiff_t>(row * columns_), 0.0);
    return result;
}

void Design::take_margins_away(std::vector<double>& scores) const
{
    if (!sample_.calibration)
        return;
    const auto margins = sample_.calibration->margins.size();
    std::vector<double> totals(columns_);
    for (std::size_t i = 0; i < scores.size(); ++i) {
        if (sample_.weights[i] == 0)
            continue;
        for (std::size_t margin = 0; margin < margins; ++margin)
            totals[static_cast<std::size_t>(column(margin, i))] +=
                weight_before(i) * scores[i] / sample_.weights[i];
    }
    const auto effects = coefficients(totals);
    for (std::size_t i = 0; i < scores.size(); ++i)
        for (std::size_t margin = 0; margin < margins; ++margin)
            scores[i] -= sample_.weights[i] * effects[static_cast<std::size_t>(column(margin, i))];
}

} // namespace estimate
