// SPDX-License-Identifier: EUPL-1.2
#include "survey/analysis/tables.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "base/csv.h"

namespace analysis {

namespace {

using State = Cell::State;
// Of one interview: the answers by question and occurrence.
using Given = std::map<std::string, const xlsform::Answer*>;

bool is_number(const std::string& text)
{
    double number = 0;
    const auto* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    return read.ec == std::errc() && read.ptr == end;
}

bool has_piece(const std::string& value, const std::string& code)
{
    return (" " + value + " ").find(" " + code + " ") != std::string::npos;
}

Cell value(std::string text) { return {State::value, std::move(text)}; }

Cell flag(bool set) { return value(set ? "1" : "0"); }

Cell theme_of(const Variable& variable, const Interview& interview, const std::string& place)
{
    const auto found = interview.themes.find(place);
    return found == interview.themes.end() ? Cell() : flag(found->second.contains(variable.choice));
}

Cell cell_of(const Variable& variable, const Interview& interview, const Given& given)
{
    const auto& versions = variable.versions;
    if (std::find(versions.begin(), versions.end(), interview.version) == versions.end())
        return {State::not_in_version, {}};
    const auto place = place_of(variable.question, variable.occurrence);
    if (variable.theme)
        return theme_of(variable, interview, place);
    const auto found = given.find(place);
    const bool is_answered = found != given.end() && !found->second->value.empty();
    if (variable.measure == Measure::flag && variable.choice.empty())
        return flag(is_answered); // of words: whether there are some
    if (!is_answered)
        return {};
    const auto& said = found->second->value;
    if (variable.measure == Measure::flag)
        return flag(has_piece(said, variable.choice));
    // A calculation may have put words together: they are no number and no code, and stay out.
    if (variable.measure == Measure::number && !is_number(said))
        return {};
    if (variable.measure == Measure::code && variable.find_category(said) == nullptr)
        return {};
    return value(said);
}

std::vector<Cell> own_cells(const Interview& interview, std::size_t count)
{
    std::vector<Cell> cells;
    for (std::size_t i = 0; i < count; ++i) {
        const auto text = i < interview.own.size() ? interview.own[i] : std::string();
        cells.push_back(text.empty() ? Cell() : value(text));
    }
    return cells;
}

Given answers_of(const Interview& interview)
{
    Given given;
    for (const auto& one : interview.answers)
        given[place_of(one.question, one.occurrence)] = &one;
    return given;
}

std::size_t own_count(const std::vector<Variable>& codebook)
{
    return static_cast<std::size_t>(
        std::count_if(codebook.begin(), codebook.end(),
                      [](const Variable& one) { return one.question.empty(); }));
}

Variable column(const char* name)
{
    Variable made;
    made.name = name;
    made.label = name;
    made.measure = Measure::text;
    return made;
}

std::string label_of_value(const Variable& variable, const std::string& text)
{
    const auto* category = variable.find_category(text);
    return category == nullptr ? std::string() : category->label;
}

std::string versions_of(const std::vector<int>& versions)
{
    std::string text;
    for (const int one : versions)
        text += (text.empty() ? "" : " ") + std::to_string(one);
    return text;
}

std::string name_of(Measure measure)
{
    switch (measure) {
    case Measure::code:
        return "code";
    case Measure::flag:
        return "flag";
    case Measure::number:
        return "number";
    case Measure::day:
        return "day";
    case Measure::text:
        break;
    }
    return "text";
}

std::string wordings_of(const Variable& variable)
{
    std::string text;
    for (const auto& one : variable.wordings)
        text += (text.empty() ? "" : "\n") + versions_of(one.versions) + ": " + one.label;
    return text;
}

} // namespace

Table wide_table(const std::vector<Variable>& codebook, const std::vector<Interview>& interviews)
{
    Table table{codebook, {}};
    const auto own = own_count(codebook);
    for (const auto& interview : interviews) {
        const auto given = answers_of(interview);
        auto cells = own_cells(interview, own);
        for (std::size_t i = own; i < codebook.size(); ++i)
            cells.push_back(cell_of(codebook[i], interview, given));
        table.rows.push_back(std::move(cells));
    }
    return table;
}

Table long_table(const std::vector<Variable>& codebook, const std::vector<Interview>& interviews)
{
    Table table;
    const auto own = own_count(codebook);
    table.variables.assign(codebook.begin(), codebook.begin() + static_cast<long>(own));
    for (const auto* name : {"question", "question_label", "occurrence", "value", "value_label"})
        table.variables.push_back(column(name));
    for (const auto& interview : interviews) {
        const auto given = answers_of(interview);
        for (std::size_t i = own; i < codebook.size(); ++i) {
            const auto& variable = codebook[i];
            const auto cell = cell_of(variable, interview, given);
            // A choice that was not made is no answer; that nothing was said is none either.
            if (cell.state != State::value ||
                (variable.measure == Measure::flag && cell.text == "0"))
                continue;
            const bool is_choice = !variable.choice.empty();
            auto cells = own_cells(interview, own);
            cells.push_back(value(variable.question));
            cells.push_back(value(variable.label));
            cells.push_back(value(variable.occurrence));
            cells.push_back(value(is_choice ? variable.choice : cell.text));
            cells.push_back(value(label_of_value(variable, cell.text)));
            table.rows.push_back(std::move(cells));
        }
    }
    return table;
}

Table codebook_table(const std::vector<Variable>& codebook)
{
    Table table;
    for (const auto* name : {"name", "label", "measure", "question", "occurrence", "need", "aspect",
                             "versions", "wordings", "code", "number", "code_label"})
        table.variables.push_back(column(name));
    const auto add = [&](const Variable& variable, const Category* category) {
        std::vector<Cell> cells;
        for (const auto& text :
             {variable.name, variable.label, name_of(variable.measure), variable.question,
              variable.occurrence, variable.need, variable.aspect, versions_of(variable.versions),
              wordings_of(variable), category == nullptr ? "" : category->code,
              category == nullptr ? "" : std::to_string(category->number),
              category == nullptr ? "" : category->label})
            cells.push_back(text.empty() ? Cell() : value(text));
        table.rows.push_back(std::move(cells));
    };
    for (const auto& variable : codebook) {
        if (variable.categories.empty())
            add(variable, nullptr);
        for (const auto& category : variable.categories)
            add(variable, &category);
    }
    return table;
}

std::string write_csv(const Table& table)
{
    std::string out;
    std::vector<std::string> cells;
    for (const auto& one : table.variables)
        cells.push_back(one.name);
    write_csv_row(out, cells);
    for (const auto& row : table.rows) {
        cells.clear();
        for (const auto& one : row)
            cells.push_back(one.state == State::not_in_version ? "NOT_IN_VERSION" : one.text);
        write_csv_row(out, cells);
    }
    return out;
}

} // namespace analysis
