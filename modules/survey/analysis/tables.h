// SPDX-License-Identifier: EUPL-1.2
// Answers as tidy tables. Wide: one row an interview, one column a variable. Long: one row an
// answer (of several choices: one a choice), so that versions and repeats need no columns of their
// own.
#pragma once

#include <string>
#include <vector>

#include "survey/analysis/codebook.h"

namespace analysis {

struct Cell {
    enum class State {
        value,
        none,           // not answered, or not asked of this person
        not_in_version, // the questionnaire did not have the question
    };
    State state = State::none;
    std::string text; // a code, a number, a day; of a flag "1" or "0"
};

struct Table {
    std::vector<Variable> variables;
    std::vector<std::vector<Cell>> rows;
};

Table wide_table(const std::vector<Variable>& codebook, const std::vector<Interview>& interviews);

// Columns: those of the house, then question, label, occurrence, value, value_label.
Table long_table(const std::vector<Variable>& codebook, const std::vector<Interview>& interviews);

// The codebook as a table itself: one row a variable, or a category of it.
Table codebook_table(const std::vector<Variable>& codebook);

// Comma-separated, codes as they are; an empty cell is no answer, "NOT_IN_VERSION" says so.
std::string write_csv(const Table& table);

} // namespace analysis
