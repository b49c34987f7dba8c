// SPDX-License-Identifier: EUPL-1.2
// Two versions of one statement, cell by cell: what changed, and what was said differently.
#pragma once

#include "monitoring/monitoring.h"

namespace monitoring {

struct CellChange {
    static constexpr const char* title = "CellChange";

    std::string indicator;
    std::string window;
    std::string breakdown;
    std::string cell;
    std::string kind;
    std::optional<double> before;
    std::optional<double> after;
    bool before_suppressed = false;
    bool after_suppressed = false;
    int before_version = 0;
    int after_version = 0;

    static constexpr auto fields()
    {
        return std::tuple(
            field("indicator", &CellChange::indicator), field("window", &CellChange::window),
            field("breakdown", &CellChange::breakdown), field("cell", &CellChange::cell),
            field("kind", &CellChange::kind)
                .says(
                    "more, less, other (its basis, or suppressed), added, removed, or definition: "
                    "counted by another version of it, so that the two cannot be compared."),
            field("before", &CellChange::before), field("after", &CellChange::after),
            field("before_suppressed", &CellChange::before_suppressed),
            field("after_suppressed", &CellChange::after_suppressed),
            field("before_version", &CellChange::before_version).says("Of the definition."),
            field("after_version", &CellChange::after_version));
    }
};

struct LeftOutChange {
    static constexpr const char* title = "LeftOutChange";

    std::string indicator;
    std::string reason;
    std::int64_t before = 0;
    std::int64_t after = 0;

    static constexpr auto fields()
    {
        return std::tuple(
            field("indicator", &LeftOutChange::indicator), field("reason", &LeftOutChange::reason),
            field("before", &LeftOutChange::before), field("after", &LeftOutChange::after));
    }
};

struct Comparison {
    static constexpr const char* title = "Comparison";

    StatementCard before;
    StatementCard after;
    std::vector<CellChange> cells;
    int unchanged = 0;
    std::vector<LeftOutChange> left_out;
    std::vector<std::string> words;

    static constexpr auto fields()
    {
        return std::tuple(
            field("before", &Comparison::before), field("after", &Comparison::after),
            field("cells", &Comparison::cells).at_most(40'000).says("Those that changed."),
            field("unchanged", &Comparison::unchanged).says("How many cells are the same."),
            field("left_out", &Comparison::left_out),
            field("words", &Comparison::words)
                .says("Which parts of the narrative changed: progress, deviations …"));
    }
};

struct CompareStatements {
    static constexpr const char* title = "CompareStatements";

    Id<Statement> id;
    std::optional<Id<Statement>> with;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &CompareStatements::id).sample(core::samples::statement_earlier),
            field("with", &CompareStatements::with)
                .sample(core::samples::statement_earlier_first)
                .says("Another version of it. Absent: the one before."));
    }
};

// Pure: the cells of two lists that are not the same, in the order in which they stand.
std::vector<CellChange> changes_of(const std::vector<Value>& before,
                                   const std::vector<Value>& after, int& unchanged);

Comparison compare_statements(core::Context& context, const CompareStatements& wish);

} // namespace monitoring
