// SPDX-License-Identifier: EUPL-1.2
// Every figure beside that of R's package `survey` on the same data, to a millionth: reference.R
// writes the data sets that the package ships, and what it makes of them.
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <limits>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>

#include <gtest/gtest.h>
#include <unistd.h>

#include "survey/estimate/calibrate.h"
#include "survey/estimate/domain.h"
#include "survey/estimate/needs.h"
#include "survey/estimate/replicates.h"
#include "survey/estimate/weights.h"

namespace estimate {
namespace {

namespace fs = std::filesystem;
using Columns = std::map<std::string, std::vector<double>>;
using Figure = std::map<std::string, double>;

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr int replicates_made = 60;

std::vector<std::string> split(const std::string& line)
{
    std::vector<std::string> parts;
    std::stringstream stream(line);
    for (std::string part; std::getline(stream, part, ',');)
        parts.push_back(part);
    return parts;
}

Columns read_columns(const fs::path& path)
{
    std::ifstream file(path);
    std::string line;
    std::getline(file, line);
    const auto names = split(line);
    Columns columns;
    while (std::getline(file, line)) {
        const auto parts = split(line);
        for (std::size_t one = 0; one < names.size(); ++one)
            columns[names[one]].push_back(std::stod(parts.at(one)));
    }
    return columns;
}

std::vector<int> whole(const std::vector<double>& column) { return {column.begin(), column.end()}; }

void write_factors(const fs::path& path, const Replicates& replicates, std::size_t interviews)
{
    std::ofstream file(path);
    file.precision(17);
    for (std::size_t i = 0; i < interviews; ++i)
        for (std::size_t one = 0; one < replicates.factors.size(); ++one)
            file << (one == 0 ? "" : ",")
                 << replicates.factors[one][static_cast<std::size_t>(replicates.cluster_of[i])]
                 << (one + 1 == replicates.factors.size() ? "\n" : "");
}

Design make_design(const Columns& set, const std::string& kind)
{
    Sample sample{.weights = set.at("weight")};
    if (kind == "strat" || kind == "strat_replaced")
        sample.stratum = whole(set.at("type"));
    if (kind.starts_with("clus"))
        sample.cluster = whole(set.at("district"));
    if (kind == "strat" || kind == "clus1" || kind == "srs")
        sample.population = set.at("fpc");
    if (kind == "clus2") {
        sample.population = set.at("fpc1");
        sample.further.push_back({whole(set.at("school")), {}, set.at("fpc2")});
    }
    return Design(std::move(sample));
}

// R is run once, for all tests: first it writes the data, then the replicate weights are made here,
// then it writes its results.
class BesideR : public testing::Test {
protected:
    static void SetUpTestSuite()
    {
        folder_ = fs::temp_directory_path() / ("survey_reference_" + std::to_string(getpid()));
        fs::create_directories(folder_);
        run_r("data");
        for (const char* name : {"strat", "clus1", "clus2", "srs", "scd", "lonely", "city"})
            sets_[name] = read_columns(folder_ / (std::string(name) + ".csv"));
        const auto clus1 = make_design(sets_["clus1"], "clus1_replaced");
        write_factors(folder_ / "bootstrap.csv", bootstrap(clus1, replicates_made, 7),
                      clus1.interviews());
        run_r("results");
        std::ifstream file(folder_ / "results.csv");
        std::string line;
        std::getline(file, line);
        while (std::getline(file, line)) {
            const auto parts = split(line);
            figures_[parts.at(0)][parts.at(1)] = std::stod(parts.at(2));
        }
    }
    static void TearDownTestSuite()
    {
        std::printf("%d numbers compared with R's\n", compared_);
        fs::remove_all(folder_);
    }

    static void run_r(const std::string& stage)
    {
        const std::string command = "Rscript " SOURCE_DIR "/modules/survey/estimate/reference.R " +
                                    folder_.string() + " " + stage + " >" +
                                    (folder_ / "said").string() + " 2>&1";
        if (std::system(command.c_str()) == 0)
            return;
        std::ifstream file(folder_ / "said");
        std::stringstream said;
        said << file.rdbuf();
        throw std::runtime_error("R and its packages (packages/test.txt) are needed: " +
                                 said.str());
    }

    static const Figure& get_figure(const std::string& name)
    {
        const auto found = figures_.find(name);
        if (found == figures_.end())
            throw std::runtime_error("R told nothing of " + name);
        return found->second;
    }

    static void expect_near(double ours, double theirs, const std::string& what)
    {
        ++compared_;
        // What is nothing but rounding in both is equal.
        EXPECT_NEAR(ours, theirs, std::max(1e-6 * std::abs(theirs), 1e-13)) << what;
    }

    static void expect_figure(const std::string& name, const Result& ours)
    {
        const auto& theirs = get_figure(name);
        const auto normal = plain(ours.estimate, ours.standard_error, infinity);
        expect_near(ours.estimate, theirs.at("estimate"), name);
        expect_near(ours.degrees_of_freedom, theirs.at("degrees"), name + " degrees");
        if (theirs.at("degrees") == 0)
            return; // R gives a standard error all the same
        expect_near(ours.standard_error, theirs.at("se"), name + " se");
        expect_near(ours.design_effect, theirs.at("deff"), name + " deff");
        expect_near(ours.plain.low, theirs.at("low"), name + " low");
        expect_near(ours.plain.high, theirs.at("high"), name + " high");
        expect_near(normal.low, theirs.at("normal_low"), name + " normal low");
        expect_near(normal.high, theirs.at("normal_high"), name + " normal high");
    }

    static void expect_interval(const std::string& name, const Interval& ours)
    {
        expect_near(ours.low, get_figure(name).at("low"), name);
        expect_near(ours.high, get_figure(name).at("high"), name);
    }

    static void expect_proportion(const std::string& name, const Result& ours)
    {
        expect_figure(name, ours);
        const double variance = ours.standard_error * ours.standard_error;
        const double degrees = ours.degrees_of_freedom;
        expect_interval(name + ".mean", ours.plain);
        expect_interval(name + ".xlogit", logit(ours.estimate, ours.standard_error, degrees));
        expect_interval(name + ".beta", korn_graubard(ours.estimate, variance, degrees, ours.n));
    }

    // What reference.R calls the usual figures of a data set of schools.
    static void expect_usual(const std::string& name, const Design& design, const Columns& set)
    {
        const auto figure = [&](const char* what) { return name + "." + what; };
        std::vector<std::uint8_t> high;
        for (const double type : set.at("type"))
            high.push_back(type == 1);
        const auto& of = [&](const char* column) -> const auto& { return set.at(column); };
        expect_figure(figure("mean"), mean(design, of("api00")));
        expect_figure(figure("total"), total(design, of("enroll")));
        expect_figure(figure("ratio"), ratio(design, of("api00"), of("api99")));
        expect_proportion(figure("proportion"), proportion(design, of("awards")));
        expect_figure(figure("domain_mean"), mean(design, of("api00"), high));
        expect_figure(figure("domain_total"), total(design, of("enroll"), high));
        expect_figure(figure("domain_ratio"), ratio(design, of("stu"), of("enroll"), high));
        expect_figure(figure("domain_proportion"), proportion(design, of("awards"), high));
    }

    static void expect_replicated(const std::string& name, const Replicated& ours)
    {
        expect_near(ours.estimate, get_figure(name).at("estimate"), name);
        expect_near(ours.standard_error, get_figure(name).at("se"), name + " se");
    }

    static void expect_jackknife(const std::string& name, const Replicates& replicates,
                                 const std::vector<double>& weights, const Columns& set)
    {
        const auto sum = [&set](const char* column) {
            return [&values = set.at(column)](std::span<const double> by) {
                double result = 0;
                for (std::size_t i = 0; i < by.size(); ++i)
                    result += by[i] * values[i];
                return result;
            };
        };
        const auto everybody = [](std::span<const double> by) {
            double result = 0;
            for (const double weight : by)
                result += weight;
            return result;
        };
        const auto api00 = sum("api00");
        const auto api99 = sum("api99");
        expect_replicated(name + ".mean", replicate(replicates, weights, [&](auto by) {
                              return api00(by) / everybody(by);
                          }));
        expect_replicated(name + ".total", replicate(replicates, weights, sum("enroll")));
        expect_replicated(name + ".ratio", replicate(replicates, weights, [&](auto by) {
                              return api00(by) / api99(by);
                          }));
    }

    static std::vector<Margin> school_margins(const Columns& set)
    {
        return {{"type", whole(set.at("type")), {4421, 755, 1018}, {}},
                {"wide", whole(set.at("wide")), {1072, 5122}, {}}};
    }

    static inline fs::path folder_;
    static inline std::map<std::string, Columns> sets_;
    static inline std::map<std::string, Figure> figures_;
    static inline int compared_ = 0;
};

TEST_F(BesideR, stratified_clustered_and_in_two_stages_with_and_without_replacement)
{
    for (const char* kind :
         {"strat", "strat_replaced", "clus1", "clus1_replaced", "clus2", "clus2_replaced", "srs"}) {
        const std::string name = kind;
        const auto& set = sets_.at(name.substr(0, name.find('_')));
        expect_usual(name, make_design(set, name), set);
    }
    EXPECT_GT(compared_, 400);
}

TEST_F(BesideR, a_stratum_with_one_cluster_by_each_rule)
{
    const auto& set = sets_.at("lonely");
    const std::map<std::string, Lonely> rules{
        {"adjust", Lonely::adjust}, {"average", Lonely::average}, {"certainty", Lonely::certain}};
    for (const auto& [name, rule] : rules) {
        const Design design({.weights = set.at("weight"),
                             .stratum = whole(set.at("stratum")),
                             .cluster = whole(set.at("cluster")),
                             .lonely = rule});
        expect_figure("lonely.mean." + name, mean(design, set.at("value")));
        expect_figure("lonely.yes." + name, mean(design, set.at("yes")));
    }
    const Design design({.weights = set.at("weight"),
                         .stratum = whole(set.at("stratum")),
                         .cluster = whole(set.at("cluster"))});
    const auto value = [&](std::span<const double> by) {
        double above = 0;
        double below = 0;
        for (std::size_t i = 0; i < by.size(); ++i) {
            above += by[i] * set.at("value")[i];
            below += by[i];
        }
        return above / below;
    };
    expect_replicated("lonely.jkn",
                      replicate(stratified_jackknife(design), design.weights(), value));
}

TEST_F(BesideR, raked_and_post_stratified)
{
    const auto expect_calibrated = [&](const std::string& name, const Sample& sample,
                                       const Columns& set) {
        const Design design(sample);
        for (std::size_t i = 0; i < sample.weights.size(); ++i)
            expect_near(sample.weights[i], get_figure(name + ".weights").at(std::to_string(i)),
                        name + " weight");
        expect_usual(name, design, set);
    };
    for (const std::string name : {"strat", "clus1", "srs"}) {
        const auto& set = sets_.at(name);
        const auto margins = school_margins(set);
        const auto design = make_design(set, name);
        const auto raked = rake(design.weights(), margins);
        ASSERT_TRUE(raked.is_good());
        auto sample = calibrated(design.sample(), margins, raked);
        expect_calibrated(name + ".calibrated", sample, set);
        sample.calibration->weights_before.clear(); // the residuals that R's rake() takes
        expect_calibrated(name + ".raked", sample, set);
    }
    for (const std::string name : {"clus1", "clus2"}) {
        const auto& set = sets_.at(name);
        const auto margin = school_margins(set)[name == "clus1" ? 0 : 1];
        const auto design = make_design(set, name);
        const auto made = post_stratify(design.weights(), margin);
        ASSERT_TRUE(made.is_good());
        expect_calibrated(name + ".post", calibrated(design.sample(), {margin}, made), set);
    }
}

TEST_F(BesideR, replicates_of_the_jackknife_raked_too)
{
    const auto& clus1 = sets_.at("clus1");
    const auto& strat = sets_.at("strat");
    const auto expect_raked = [&](const std::string& name, const Replicates& replicates,
                                  const std::vector<double>& weights, const Columns& set) {
        const auto margins = school_margins(set);
        const auto made = raked(replicates, weights, margins);
        EXPECT_TRUE(made.faults.empty());
        expect_jackknife(name, made.replicates, rake(weights, margins).weights, set);
    };
    const auto drawn = make_design(clus1, "clus1");
    expect_jackknife("jk1", jackknife(drawn), drawn.weights(), clus1);
    expect_raked("jk1.raked", jackknife(drawn), drawn.weights(), clus1);
    expect_jackknife("jk1_replaced", jackknife(make_design(clus1, "clus1_replaced")),
                     drawn.weights(), clus1);
    const auto in_strata = make_design(strat, "strat");
    expect_jackknife("jkn", stratified_jackknife(in_strata), in_strata.weights(), strat);
    expect_raked("jkn.raked", stratified_jackknife(in_strata), in_strata.weights(), strat);
    expect_jackknife("jkn_replaced", stratified_jackknife(make_design(strat, "strat_replaced")),
                     in_strata.weights(), strat);
}

TEST_F(BesideR, replicates_of_the_bootstrap_raked_too)
{
    const auto& set = sets_.at("clus1");
    const auto design = make_design(set, "clus1_replaced");
    const auto replicates = bootstrap(design, replicates_made, 7);
    expect_jackknife("bootstrap", replicates, design.weights(), set);
    const auto margins = school_margins(set);
    const auto made = raked(replicates, design.weights(), margins);
    EXPECT_TRUE(made.faults.empty());
    expect_jackknife("bootstrap.raked", made.replicates, rake(design.weights(), margins).weights,
                     set);
}

TEST_F(BesideR, ambulances_in_three_strata)
{
    const auto& set = sets_.at("scd");
    const Design design({.weights = set.at("weight"),
                         .stratum = whole(set.at("stratum")),
                         .cluster = whole(set.at("cluster"))});
    expect_figure("scd.ratio", ratio(design, set.at("alive"), set.at("arrests")));
    const auto survivors = [&](std::span<const double> by) {
        double above = 0;
        double below = 0;
        for (std::size_t i = 0; i < by.size(); ++i) {
            above += by[i] * set.at("alive")[i];
            below += by[i] * set.at("arrests")[i];
        }
        return above / below;
    };
    expect_replicated("scd.jkn",
                      replicate(stratified_jackknife(design), design.weights(), survivors));
}

constexpr int groups = 3;
constexpr int districts = 4;

Interviews read_interviews(const Columns& city)
{
    Interviews interviews{
        whole(city.at("group")), whole(city.at("district")), groups, districts, {}};
    for (const char need : {'0', '1', '2'}) {
        NeedColumn column{std::string(1, need), {}};
        for (std::size_t i = 0; i < interviews.group.size(); ++i) {
            const auto of = [&](const char* part) {
                return static_cast<int>(city.at(std::string(part) + need)[i]);
            };
            column.answers.push_back(need_answer(of("ten"), static_cast<Reply>(of("asked")),
                                                 static_cast<Reply>(of("met"))));
        }
        interviews.needs.push_back(std::move(column));
    }
    return interviews;
}

Sample sample_of(const Columns& city)
{
    Sample sample;
    for (std::size_t i = 0; i < city.at("weight").size(); ++i) {
        sample.weights.push_back(
            design_weight({city.at("probability")[i], static_cast<int>(city.at("every")[i]),
                           static_cast<int>(city.at("visits")[i])}));
        sample.stratum.push_back(
            static_cast<int>(city.at("group")[i] * districts + city.at("district")[i]));
    }
    sample.cluster = whole(city.at("number"));
    return sample;
}

TEST_F(BesideR, the_needs_matrix_cell_by_cell)
{
    const auto& city = sets_.at("city");
    const auto interviews = read_interviews(city);
    const auto expect_matrix = [&](const std::string& name, const NeedsMatrix& matrix) {
        int cells = 0;
        for (const auto& row : matrix.rows)
            for (int group = 0; group < groups; ++group)
                for (int district = 0; district <= districts; ++district) {
                    const auto& cell = row.at(group, district, districts);
                    const auto place = "." + std::to_string(group) + "." + std::to_string(district);
                    const auto look = [&](const char* measure, const Result& ours) {
                        const auto figure = name + "." + row.need + "." + measure + place;
                        if (!figures_.contains(figure))
                            return; // nobody, or everybody said the same
                        ++cells;
                        expect_figure(figure, ours);
                    };
                    look("prevalence", cell.prevalence);
                    look("hidden", cell.hidden);
                    look("unmet", cell.unmet);
                }
        EXPECT_GT(cells, 100) << name;
    };
    const auto sample = sample_of(city);
    for (std::size_t i = 0; i < sample.weights.size(); ++i)
        expect_near(sample.weights[i], city.at("weight")[i], "weight");
    const auto matrix = needs_matrix(Design(sample), interviews);
    expect_matrix("city", matrix);
    const auto gaps = perception_gaps(matrix, matrix.rows[0], 1, 0);
    for (const char* name : {"city.gap", "city.contrast"}) {
        expect_near(gaps[districts].estimate, get_figure(name).at("estimate"), name);
        expect_near(gaps[districts].standard_error, get_figure(name).at("se"), name);
    }

    double everybody = 0;
    for (const double weight : sample.weights)
        everybody += weight;
    std::vector<Margin> margins{{"gender", whole(city.at("gender")), {0.55, 0.45}, {}},
                                {"area", whole(city.at("area")), {0.3, 0.3, 0.25, 0.15}, {}}};
    for (auto& margin : margins)
        for (double& total : margin.total)
            total *= everybody;
    auto raked_sample = calibrated(sample, margins, rake(sample.weights, margins));
    expect_matrix("city.calibrated", needs_matrix(Design(raked_sample), interviews));
    raked_sample.calibration->weights_before.clear();
    expect_matrix("city.raked", needs_matrix(Design(raked_sample), interviews));
}

} // namespace
} // namespace estimate
