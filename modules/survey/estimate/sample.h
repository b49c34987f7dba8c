// SPDX-License-Identifier: EUPL-1.2
// How a sample was drawn, as columns with one entry an interview, and the variance that this way of
// drawing gives to any sum over the sample.
//
// Särndal, Swensson, Wretman: Model Assisted Survey Sampling (1992), 3.7 (strata), 4.2 and 4.3
// (clusters, two stages), 5.5 (linearisation), 6.4 to 7.8 (calibration). Lumley: Complex Surveys
// (2010), and the R package `survey`, with which every figure is compared by r_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace estimate {

// A stratum in which a single cluster was drawn tells nothing of how clusters differ.
enum class Lonely {
    adjust,  // its distance from the mean of the whole sample counts (R: "adjust"); cautious
    average, // it counts as much as the other strata do on average (R: "average")
    certain, // it counts nothing, as if it had been drawn for certain (R: "certainty")
};

// A stage of drawing within the clusters of the stage before. `population` is how many clusters
// there were to draw from in the stratum. Numbers of clusters count within their stratum.
struct Stage {
    std::vector<int> cluster;
    std::vector<int> stratum;       // empty: not stratified
    std::vector<double> population; // empty: unknown, or drawn with replacement
};

// What is known of the population by one characteristic: how many there are at each level.
struct Margin {
    std::string name;                // "gender"
    std::vector<int> level;          // of each interview: an index into `total`
    std::vector<double> total;       // of the population, at each level
    std::vector<std::string> levels; // what the levels are called; may be empty
};

// That the weights were post-stratified (one margin) or raked (more) to what is known. The variance
// is then that of the residuals from the margins, regressed with `weights_before`: the weights as
// they were before calibration. Empty: every interview counts alike, as R's rake() does.
struct Calibration {
    std::vector<Margin> margins;
    std::vector<double> weights_before;
};

// The first stage is written flat, because most samples have no other.
struct Sample {
    std::vector<double> weights = {};
    std::vector<int> stratum = {}; // empty: not stratified
    std::vector<int> cluster = {}; // centre-slot or unit of a list; empty: each interview its own
    std::vector<double> population = {}; // of clusters in the stratum; infinite: with replacement
    std::vector<Stage> further = {};     // counted only where the stage before tells its population
    std::optional<Calibration> calibration = {};
    Lonely lonely = Lonely::adjust;
};

// Who an estimate is about: nonzero for the interviews that are in. Empty: everybody.
using Domain = std::span<const std::uint8_t>;

// A sample made ready, once for all its estimates: interviews sorted by stratum and cluster.
// Sizes that do not agree, negative weights or fewer clusters in the population than in the sample
// are mistakes of the caller.
class Design {
public:
    explicit Design(Sample sample);

    std::size_t interviews() const { return sample_.weights.size(); }
    const std::vector<double>& weights() const { return sample_.weights; }
    const Sample& sample() const { return sample_; }

    // Of the total of `scores`, one an interview, with the weights already in them and zero outside
    // the domain (nothing else is needed to estimate for a domain). NaN: cannot be told.
    double variance(std::vector<double> scores) const;

    // Clusters less strata, of those with somebody of the domain in them (and a weight).
    double degrees_of_freedom(Domain within = {}) const;

    // The whole population was drawn at each stage: estimates have no sampling error.
    bool is_census() const;

    // Clusters of one stratum, at one stage. `share` is the product of the shares drawn at the
    // stages before; `correction` the finite population correction, (N - n) / N.
    struct Stratum {
        int first; // its clusters are numbered without gaps, across strata
        int clusters;
        double share;
        double correction;
    };
    struct Level {
        std::vector<int> cluster_of; // each interview's
        std::vector<Stratum> strata; // those of one cluster of the stage before side by side
        std::vector<int> parents;    // where in `strata` each of these begins, and the end
    };
    const Level& first_stage() const { return levels_.front(); }

    // Of one stratum, from the sums of its clusters.
    static double of_stratum(const Stratum& stratum, std::span<const double> sums, Lonely lonely);

    // What calibration takes away: `scores` less what the margins explain of them.
    void take_margins_away(std::vector<double>& scores) const;

    // Of each column of the margins (all levels of all margins) how much the scores depend on it,
    // from their totals by column weighted with weights_before.
    std::vector<double> coefficients(std::span<const double> totals_by_column) const;
    std::size_t margin_columns() const { return columns_; }
    // Column of margin `margin` for the interview.
    int column(std::size_t margin, std::size_t interview) const;
    double weight_before(std::size_t interview) const;

private:
    void add_level(const Stage& stage);
    void prepare_calibration();
    double of_level(const Level& level, const std::vector<double>& scores) const;

    Sample sample_;
    std::vector<Level> levels_;
    std::size_t columns_ = 0;
    std::vector<int> first_column_;
    std::vector<double> inverse_; // of the margins' normal matrix, by rows
};

// Adds up over strata, when some tell nothing of themselves.
class StrataVariance {
public:
    explicit StrataVariance(Lonely lonely) : lonely_(lonely) {}

    // Clusters whose sums are not there have none: nobody of the domain is in them.
    void add(const Design::Stratum& stratum, std::span<const double> sums);
    double sum() const;

private:
    Lonely lonely_;
    double sum_ = 0;
    double strata_ = 0;
    double known_ = 0;
};

} // namespace estimate
