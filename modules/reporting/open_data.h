// SPDX-License-Identifier: EUPL-1.2
// The figures of the network as open data, from the statements that cities have sent up and from
// nothing else: CSV, JSON, and what catalogues of open data harvest (DCAT-AP_IT).
#pragma once

#include "monitoring/monitoring.h"
#include "reporting/open_table.h"

namespace reporting {

struct OpenFigure {
    static constexpr const char* title = "OpenFigure";

    std::string quarter;
    std::string indicator;
    int definition = 0; // its version
    std::string unit;
    std::string breakdown; // total, city, gender, age
    std::string cell;
    std::string state; // shown, suppressed
    std::optional<std::int64_t> value;
    std::optional<std::int64_t> numerator;
    std::optional<std::int64_t> denominator;

    static constexpr auto fields()
    {
        return std::tuple(
            field("quarter", &OpenFigure::quarter), field("indicator", &OpenFigure::indicator),
            field("definition", &OpenFigure::definition), field("unit", &OpenFigure::unit),
            field("breakdown", &OpenFigure::breakdown), field("cell", &OpenFigure::cell),
            field("state", &OpenFigure::state), field("value", &OpenFigure::value),
            field("numerator", &OpenFigure::numerator),
            field("denominator", &OpenFigure::denominator));
    }
};

struct OpenFigures {
    static constexpr const char* title = "OpenFigures";

    std::string licence;
    std::vector<OpenFigure> figures;

    static constexpr auto fields()
    {
        return std::tuple(field("licence", &OpenFigures::licence),
                          field("figures", &OpenFigures::figures));
    }
};

struct OpenDataPage {
    static constexpr const char* title = "OpenDataPage";

    std::optional<std::string> lang;

    static constexpr auto fields()
    {
        return std::tuple(field("lang", &OpenDataPage::lang).up_to(8).says("it or en."));
    }
};

// What is said of one quarter: the board of the network, and the statements that it is made of.
struct StatedQuarter {
    monitoring::NetworkBoard board;
    std::vector<monitoring::Statement> statements;
};

// Which figures are told by city, gender and age: catalogue/reports/open_data.csv.
std::vector<OpenFigure> open_figures(const StatedQuarter& stated,
                                     const std::vector<monitoring::Definition>& definitions);

core::Bytes show_open_data(core::Context& context, const OpenDataPage& wish);
core::Bytes get_open_csv(core::Context& context);
core::Bytes get_open_json(core::Context& context);
core::Bytes get_open_turtle(core::Context& context);
core::Bytes get_open_rdf(core::Context& context);
core::Bytes get_open_jsonld(core::Context& context);

} // namespace reporting
