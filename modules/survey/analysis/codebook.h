// SPDX-License-Identifier: EUPL-1.2
// What the answers of a survey are as columns: one variable for each question, of every version of
// the questionnaire together. A question that was worded otherwise in another version, or had other
// choices, is one variable that says both; one whose answers are of another kind is two.
//
// What a person said in their own words is in no table: only whether they said something, and the
// themes that those who coded it agreed on.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "survey/xlsform/form.h"

namespace analysis {

// What a column holds.
enum class Measure {
    code, // one of its categories
    flag, // 1 or 0: a choice among several that was made or not
    number,
    day,
    text, // a name or a place, never what a person said
};

struct Category {
    int number = 0; // by which programs that know numbers only call it; the same in each export
    std::string code;
    std::string label;
};

// How a question was asked in some versions.
struct Wording {
    std::vector<int> versions;
    std::string label;
};

struct Variable {
    std::string name;       // letters, digits and '_', 64 at most: every program takes it
    std::string question;   // its path; empty: said by the house (the district, the weight)
    std::string occurrence; // within repeats: "2", "2.1"
    std::string choice;     // of a flag: the code that it stands for
    bool theme = false;     // the flag is of a theme of coded words
    std::string label;
    Measure measure = Measure::text;
    std::vector<Category> categories;
    std::vector<Wording> wordings; // more than one: it changed
    std::vector<int> versions;     // in which it was asked; empty: of the house
    std::string need, aspect, role;
    bool weight = false;

    bool changed() const { return wordings.size() > 1; }
    const Category* find_category(std::string_view code) const;
};

// A version with its number, as it was filled in.
struct VersionForm {
    int number = 1;
    xlsform::Form form;
};

// Words of the program, in the language of the table.
struct Terms {
    std::string yes, no;
    std::string no_answer;      // not given, or not asked of this person
    std::string not_in_version; // the questionnaire did not have the question
    std::string answered;       // "{question}: said something"
};

// An interview as tables need it: no name, no hour, no interviewer.
struct Interview {
    int version = 1;
    std::vector<std::string> own; // values of the house's variables, in their order
    std::vector<xlsform::Answer> answers;
    // Question (and "#occurrence" in repeats) → the themes agreed on.
    std::map<std::string, std::set<std::string>> themes;
};

struct CodebookWish {
    std::vector<VersionForm> versions;
    std::string language;         // of labels; else the form's own
    std::vector<Variable> own;    // of the house, first in each table
    std::vector<Category> themes; // codes of what was coded
    Terms terms;
    std::size_t occurrences_most = 20; // of a question in a wide table
};

// A key of Interview::themes.
std::string place_of(const std::string& question, const std::string& occurrence);

// The columns of a wide table, and what there is to know of each.
std::vector<Variable> make_codebook(const CodebookWish& wish,
                                    const std::vector<Interview>& interviews);

} // namespace analysis
