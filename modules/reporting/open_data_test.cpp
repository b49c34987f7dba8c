// SPDX-License-Identifier: EUPL-1.2
// Somebody who has every published table of every quarter, knows how numbers are hidden, and
// reckons with linear programming (GLPK), finds no cell from 1 to 4.
#include "reporting/open_data.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <random>
#include <sstream>

#include "reporting/rdf.h"
#include "reporting/testing.h"

using reporting::OpenFigure;
using reporting::StatedQuarter;

namespace {

const std::vector<std::string> cities{"bari", "latina", "roma", "torino", "trieste"};
const std::vector<std::string> genders{"F", "M", "U", "X"};
const std::vector<std::string> ages{"under_18", "18_60", "over_60"};
const std::vector<std::string> quarters{"2026-Q1", "2026-Q2", "2026-Q3"};
const std::vector<std::string> indicators{"NET-02",      "AMIF-O.2.3",  "AMIF-O.2.3.1",
                                          "FAMI-b.ii.1", "FAMI-b.ii.4", "FAMI-b.ii"};

// GLPK writes six digits.
constexpr double tolerance = 1e-4;

// Who was counted: quarter, indicator, city, gender, age.
using Place = std::array<std::size_t, 5>;
using Truth = std::map<Place, std::int64_t>;

// Small cities and large ones, few of some genders and ages; a course is of a part of those
// supported.
Truth invent(unsigned seed)
{
    std::mt19937 chance(seed);
    const std::array<int, 5> size{2, 3, 90, 25, 6};
    const std::array<double, 4> of_gender{0.4, 0.55, 0.04, 0.01};
    const std::array<double, 3> of_age{0.1, 0.85, 0.05};
    Truth truth;
    for (std::size_t q = 0; q < quarters.size(); ++q)
        for (std::size_t c = 0; c < cities.size(); ++c)
            for (std::size_t g = 0; g < genders.size(); ++g)
                for (std::size_t a = 0; a < ages.size(); ++a) {
                    std::poisson_distribution<int> counts(size[c] * of_gender[g] * of_age[a]);
                    truth[{q, 0, c, g, a}] = counts(chance);
                    const auto whole = truth[{q, 1, c, g, a}] = counts(chance);
                    truth[{q, 2, c, g, a}] =
                        std::binomial_distribution<std::int64_t>(whole, 0.15)(chance);
                    // Nearly all in one part, few in the other, some in both.
                    const auto most = truth[{q, 3, c, g, a}] = whole;
                    const auto few = truth[{q, 4, c, g, a}] =
                        std::binomial_distribution<std::int64_t>(whole + 1, 0.02)(chance);
                    const auto both =
                        std::binomial_distribution<std::int64_t>(std::min(most, few), 0.2)(chance);
                    truth[{q, 5, c, g, a}] = most + few - both;
                }
    return truth;
}

template <class Chosen> std::int64_t sum_where(const Truth& truth, const Chosen& chosen)
{
    std::int64_t sum = 0;
    for (const auto& [place, count] : truth)
        sum += chosen(place) ? count : 0;
    return sum;
}

monitoring::Value value_of(const std::string& indicator, const std::string& breakdown,
                           const std::string& cell, std::int64_t count)
{
    monitoring::Value value;
    value.indicator = indicator;
    value.version = 1;
    value.window = "period";
    value.breakdown = breakdown;
    value.cell = cell;
    value.value = static_cast<double>(count);
    return value;
}

// As a city hides its small cells, and another with them.
void hide_in_city(std::vector<monitoring::Value>& values)
{
    monitoring::Value* other = nullptr;
    int hidden = 0;
    for (auto& value : values) {
        value.suppressed = reporting::is_small(std::llround(*value.value));
        hidden += value.suppressed ? 1 : 0;
        if (!value.suppressed && *value.value > 0 &&
            (other == nullptr || *value.value < *other->value))
            other = &value;
    }
    if (hidden == 1 && other != nullptr)
        other->suppressed = true;
    for (auto& value : values)
        if (value.suppressed)
            value.value.reset();
}

void add_breakdown(monitoring::Statement& statement, const Truth& truth, std::size_t q,
                   std::size_t i, std::size_t c, const char* name,
                   const std::vector<std::string>& codes, std::size_t part)
{
    std::vector<monitoring::Value> values;
    for (std::size_t code = 0; code < codes.size(); ++code)
        values.push_back(value_of(
            indicators[i], name, codes[code], sum_where(truth, [&](const Place& place) {
                return place[0] == q && place[1] == i && place[2] == c && place[part] == code;
            })));
    hide_in_city(values);
    for (auto& value : values)
        if (value.suppressed || *value.value > 0) // a cell that is not there is zero
            statement.values.push_back(value);
}

StatedQuarter state(const Truth& truth, std::size_t q)
{
    StatedQuarter stated;
    stated.board.period = quarters[q];
    for (std::size_t c = 0; c < cities.size(); ++c) {
        monitoring::Statement statement;
        statement.city = cities[c];
        for (std::size_t i = 0; i < indicators.size(); ++i) {
            const auto total = sum_where(truth, [&](const Place& place) {
                return place[0] == q && place[1] == i && place[2] == c;
            });
            statement.values.push_back(value_of(indicators[i], "total", "", total));
            add_breakdown(statement, truth, q, i, c, "gender", genders, 3);
            add_breakdown(statement, truth, q, i, c, "age", ages, 4);
        }
        stated.statements.push_back(std::move(statement));
    }
    for (std::size_t i = 0; i < indicators.size(); ++i) {
        monitoring::NetworkValue sum;
        sum.indicator = indicators[i];
        sum.version = 1;
        sum.window = "period";
        sum.cities_counted = static_cast<int>(cities.size());
        sum.value = static_cast<double>(
            sum_where(truth, [&](const Place& place) { return place[0] == q && place[1] == i; }));
        stated.board.network.push_back(sum);
    }
    return stated;
}

std::vector<monitoring::Definition> definitions()
{
    std::vector<monitoring::Definition> all;
    for (const auto& code : indicators) {
        all.emplace_back().code = code;
        all.back().unit = "persons";
        if (code.starts_with("FAMI-b.ii."))
            all.back().covers = "FAMI-b.ii";
    }
    return all;
}

std::size_t place_of(const std::vector<std::string>& codes, const std::string& code)
{
    return static_cast<std::size_t>(std::find(codes.begin(), codes.end(), code) - codes.begin());
}

bool is_in(const OpenFigure& figure, const Place& place)
{
    if (place[0] != place_of(quarters, figure.quarter) ||
        place[1] != place_of(indicators, figure.indicator))
        return false;
    if (figure.breakdown == "city")
        return place[2] == place_of(cities, figure.cell);
    if (figure.breakdown == "gender")
        return place[3] == place_of(genders, figure.cell);
    if (figure.breakdown == "age")
        return place[4] == place_of(ages, figure.cell);
    return true;
}

std::int64_t true_count(const Truth& truth, const OpenFigure& figure)
{
    return sum_where(truth, [&](const Place& place) { return is_in(figure, place); });
}

// What a reader knows of all quarters together, as a linear program in CPLEX' format.
class Attack {
public:
    Attack(const Truth& truth, std::vector<OpenFigure> figures)
        : truth_(truth), figures_(std::move(figures))
    {
        for (const auto& [place, count] : truth_)
            names_[place] = "x" + std::to_string(names_.size());
        for (const auto& figure : figures_)
            know(figure);
        for (const auto& [place, name] : names_) {
            // Who is in a course is supported; a whole is no less than its parts, and no more than
            // all of them.
            if (place[1] == 2)
                rule(name + " - " + at(place, 1) + " <= 0");
            if (place[1] != 5)
                continue;
            for (const std::size_t part : {3, 4})
                rule(at(place, part) + " - " + name + " <= 0");
            rule(name + " - " + at(place, 3) + " - " + at(place, 4) + " <= 0");
        }
    }

    // Between which values the figure must be.
    std::pair<double, double> bounds(const OpenFigure& figure) const
    {
        return {solve("Minimize", sum(figure)), solve("Maximize", sum(figure))};
    }

    const std::vector<OpenFigure>& figures() const { return figures_; }
    const Truth& truth() const { return truth_; }

private:
    // The same of another indicator.
    const std::string& at(Place place, std::size_t indicator) const
    {
        place[1] = indicator;
        return names_.at(place);
    }

    std::string sum(const OpenFigure& figure) const
    {
        std::string text;
        int in_line = 0;
        for (const auto& [place, name] : names_)
            if (is_in(figure, place)) {
                text += (text.empty() ? "" : " + ") + name;
                if (++in_line % 20 == 0)
                    text += "\n ";
            }
        return text;
    }

    void rule(const std::string& text)
    {
        rules_ += " r" + std::to_string(++rules_count_) + ": " + text + "\n";
    }

    // Whether zeros of the breakdown would be seen.
    bool shows_any(const OpenFigure& of) const
    {
        for (const auto& figure : figures_)
            if (figure.quarter == of.quarter && figure.indicator == of.indicator &&
                figure.breakdown == of.breakdown && figure.state == "shown")
                return true;
        return false;
    }

    void know(const OpenFigure& figure)
    {
        if (figure.state == "shown")
            return rule(sum(figure) + " = " + std::to_string(*figure.value));
        // A whole may be hidden for a part of it.
        if (figure.breakdown == "total" && figure.indicator != "FAMI-b.ii") {
            rule(sum(figure) + " >= 1");
            rule(sum(figure) + " <= 4");
        }
        // Cities' totals are known to the network; what is hidden beside what is shown is not zero.
        if (figure.breakdown == "city" && shows_any(figure))
            rule(sum(figure) + " >= 1");
    }

    double solve(const char* direction, const std::string& objective) const
    {
        const auto stem = std::filesystem::temp_directory_path() /
                          ("attack-" + to_string(make_uuid(system_now())));
        const auto program = stem.string() + ".lp";
        const auto answer = stem.string() + ".txt";
        std::ofstream(program) << direction << "\n obj: " << objective << "\nSubject To\n"
                               << rules_ << "End\n";
        const auto command = "glpsol --lp '" + program + "' -o '" + answer + "' > /dev/null";
        EXPECT_EQ(std::system(command.c_str()), 0) << command;
        std::ifstream in(answer);
        double value = std::nan("");
        for (std::string line; std::getline(in, line);) {
            EXPECT_TRUE(!line.starts_with("Status:") || line.find("OPTIMAL") != line.npos) << line;
            if (line.starts_with("Objective:"))
                value = std::stod(line.substr(line.find('=') + 1));
        }
        std::filesystem::remove(program);
        std::filesystem::remove(answer);
        return value;
    }

    const Truth& truth_;
    std::vector<OpenFigure> figures_;
    std::map<Place, std::string> names_;
    std::string rules_;
    int rules_count_ = 0;
};

std::vector<OpenFigure> publish(const Truth& truth)
{
    std::vector<OpenFigure> all;
    for (std::size_t q = 0; q < quarters.size(); ++q)
        for (auto& figure : reporting::open_figures(state(truth, q), definitions()))
            all.push_back(std::move(figure));
    return all;
}

bool total_is_shown(const Attack& attack, const OpenFigure& of)
{
    for (const auto& figure : attack.figures())
        if (figure.quarter == of.quarter && figure.indicator == of.indicator &&
            figure.breakdown == "total")
            return figure.state == "shown";
    return false;
}

// How many small cells the attack finds: it knows the number, or of a part of what is shown that
// it is small. `looked_at` counts those it tried.
int found_by(const Attack& attack, int& looked_at)
{
    int found = 0;
    for (const auto& figure : attack.figures()) {
        const auto count = true_count(attack.truth(), figure);
        if (!reporting::is_small(count))
            continue;
        EXPECT_NE(figure.state, "shown") << figure.indicator << " " << figure.cell;
        ++looked_at;
        const auto [least, most] = attack.bounds(figure);
        EXPECT_LE(least, static_cast<double>(count) + tolerance);
        EXPECT_GE(most, static_cast<double>(count) - tolerance);
        // Counts are whole: only one fits where less than one is between.
        const auto largest = std::floor(most + tolerance);
        const bool is_known = largest - std::ceil(least - tolerance) < 1;
        const bool is_known_small = figure.breakdown != "total" && total_is_shown(attack, figure) &&
                                    largest <= reporting::small_most;
        found += is_known || is_known_small ? 1 : 0;
    }
    return found;
}

} // namespace

TEST(OpenTables, give_no_small_cell_to_who_reckons)
{
    int looked_at = 0;
    int published = 0;
    for (const unsigned seed : {3u, 7u, 42u}) {
        const auto truth = invent(seed);
        const Attack attack(truth, publish(truth));
        for (const auto& figure : attack.figures())
            published += figure.state == "shown" ? 1 : 0;
        EXPECT_EQ(found_by(attack, looked_at), 0) << "seed " << seed;
    }
    EXPECT_GE(looked_at, 20) << "small cells were there to be found";
    EXPECT_GE(published, 50) << "and something was published";
}

// That the attack is one: of cells where nothing but the small ones themselves is hidden it finds
// some, and a part from a whole that is shown.
TEST(OpenTables, the_attack_finds_what_is_badly_hidden)
{
    const auto truth = invent(3);
    int looked_at = 0;
    auto figures = publish(truth);
    std::erase_if(figures, [](const OpenFigure& figure) {
        return figure.indicator != "AMIF-O.2.3" ||
               (figure.breakdown != "total" && figure.breakdown != "city");
    });
    for (auto& figure : figures) {
        figure.value = true_count(truth, figure);
        figure.state = reporting::is_small(*figure.value) ? "suppressed" : "shown";
    }
    EXPECT_GE(found_by(Attack(truth, figures), looked_at), 1);

    figures = publish(truth);
    std::erase_if(figures, [](const OpenFigure& figure) {
        return !figure.indicator.starts_with("FAMI-b.ii");
    });
    for (auto& figure : figures)
        if (figure.indicator == "FAMI-b.ii") {
            figure.value = true_count(truth, figure);
            figure.state = "shown";
        }
    EXPECT_GE(found_by(Attack(truth, figures), looked_at), 1);
}

TEST(OpenTable, hides_until_a_hidden_cell_could_be_large)
{
    const auto protect = [](std::int64_t total, std::vector<std::int64_t> counts) {
        reporting::OpenTable table;
        table.total = total;
        table.breakdowns.push_back({"city", {}});
        for (const auto count : counts)
            table.breakdowns.back().cells.push_back({"", count});
        reporting::protect(table);
        std::string shown = table.total_shown ? "T" : "-";
        for (const auto& cell : table.breakdowns.back().cells)
            shown += cell.shown ? "+" : "-";
        return shown;
    };
    EXPECT_EQ(protect(30, {10, 20, 0}), "T+++");
    EXPECT_EQ(protect(33, {3, 10, 20}), "T--+");
    EXPECT_EQ(protect(3, {3, 0}), "---");
    // 2 and 2 beside 20: together 4, so each would be known to be small.
    EXPECT_EQ(protect(24, {2, 2, 20}), "T---");
    // Ones all: who knows that none is zero knows each.
    EXPECT_EQ(protect(5, {1, 1, 1, 1, 1, 0}), "T------");
    EXPECT_EQ(protect(0, {0, 0}), "T++");
}

TEST(Rdf, is_the_same_in_three_forms)
{
    rdf::Graph graph;
    graph.prefixes = {{"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
                      {"dct", "http://purl.org/dc/terms/"},
                      {"dcat", "http://www.w3.org/ns/dcat#"}};
    const std::string thing = "https://lgnet.example/rete/dati/catalogo";
    graph.statements = {{thing, "rdf:type", rdf::address("dcat:Catalog")},
                        {thing, "dct:title", rdf::words("Le \"cifre\"\ndi tutti", "it")},
                        {thing, "dct:modified", rdf::day("2026-10-02")},
                        {"https://lgnet.example/x", "dct:identifier", rdf::text("a&b")}};
    EXPECT_EQ(rdf::turtle(graph),
              "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .\n"
              "@prefix dct: <http://purl.org/dc/terms/> .\n"
              "@prefix dcat: <http://www.w3.org/ns/dcat#> .\n\n"
              "<https://lgnet.example/rete/dati/catalogo>\n"
              "    a dcat:Catalog ;\n"
              "    dct:title \"Le \\\"cifre\\\"\\ndi tutti\"@it ;\n"
              "    dct:modified \"2026-10-02\"^^<http://www.w3.org/2001/XMLSchema#date> .\n\n"
              "<https://lgnet.example/x>\n"
              "    dct:identifier \"a&b\" .\n");
    const auto xml = rdf::xml(graph);
    EXPECT_NE(xml.find("rdf:resource=\"http://www.w3.org/ns/dcat#Catalog\""), std::string::npos);
    EXPECT_NE(xml.find("<dct:identifier>a&amp;b</dct:identifier>"), std::string::npos);
    const auto document = JsonDocument::parse(rdf::json(graph));
    const auto first = document.root().member("@graph").at(0);
    EXPECT_EQ(first.member("@type").at(0).text(), "dcat:Catalog");
    EXPECT_EQ(first.member("dct:title").at(0).member("@language").text(), "it");
}

namespace {

class OpenData : public test_reporting::City {};
INSTANTIATE_TEST_SUITE_P(Both, OpenData, test_stores::both(), ::testing::PrintToStringParamName());

} // namespace

TEST_P(OpenData, is_for_everybody)
{
    core::Request request;
    request.method = "GET";
    request.remote = "127.0.0.1";
    const auto get = [&](const std::string& path) {
        request.path = path;
        return house_.house->answer(request);
    };
    const auto page = get("/rete/dati");
    EXPECT_EQ(page.status, 200) << page.body;
    EXPECT_NE(page.body.find("/rete/dati/cifre.csv"), std::string::npos);
    EXPECT_EQ(page.body.find("public.reporting"), std::string::npos) << page.body;
    EXPECT_TRUE(get("/rete/dati/cifre.csv").body.starts_with("quarter,indicator,definition,"));
    EXPECT_NE(get("/rete/dati/cifre.json").body.find("creativecommons.org/licenses/by/4.0"),
              std::string::npos);
    const auto turtle = get("/rete/dati/catalogo.ttl").body;
    for (const auto* needed :
         {"dcatapit:Catalog", "dct:title", "dct:description", "dct:publisher", "dct:modified",
          "dcat:dataset", "dcatapit:Dataset", "dct:identifier", "dcat:theme", "dct:rightsHolder",
          "dct:accrualPeriodicity", "dcat:distribution", "dcatapit:Distribution", "dct:format",
          "dcat:accessURL", "dct:license", "dcatapit:Agent"})
        EXPECT_NE(turtle.find(needed), std::string::npos) << needed << " in\n" << turtle;
    EXPECT_EQ(get("/rete/dati/catalogo.rdf").status, 200);
    EXPECT_EQ(get("/rete/dati/catalogo.jsonld").status, 200);
}
