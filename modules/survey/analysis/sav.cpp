// SPDX-License-Identifier: EUPL-1.2
// The only file that knows libreadstat.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <memory>

#include <readstat.h>

#include "base/problem.h"
#include "survey/analysis/writers.h"

namespace analysis {

namespace {

// In bytes, as the format has it.
constexpr std::size_t label_most = 255;
constexpr std::size_t value_label_most = 120;
constexpr std::size_t text_most = 255;

// Missing for a reason of ours. A number of a question could be -8 itself, so numbers have another.
constexpr double code_not_in_version = -8;
constexpr double number_not_in_version = -999'999'998;
// From the first day of the calendar of SPSS (1582-10-14) to that of ours.
constexpr double days_before_1970 = 141'428;

struct Free {
    void operator()(readstat_writer_t* writer) const { readstat_writer_free(writer); }
};
using Writer = std::unique_ptr<readstat_writer_t, Free>;

// At most so many bytes, and no half character at the end.
std::string cut(const std::string& text, std::size_t most)
{
    if (text.size() <= most)
        return text;
    auto end = most;
    while (end > 0 && (text[end] & 0xC0) == 0x80)
        --end;
    return text.substr(0, end);
}

void must(readstat_error_t error) { ENSURE(error == READSTAT_OK); }

bool is_numeric(const Variable& variable) { return variable.measure != Measure::text; }

double not_in_version(const Variable& variable)
{
    return variable.categories.empty() ? number_not_in_version : code_not_in_version;
}

std::size_t width_of(const Table& table, std::size_t column)
{
    std::size_t width = 1;
    for (const auto& row : table.rows)
        width = std::max(width, cut(row[column].text, text_most).size());
    return width;
}

double number_of(const std::string& text)
{
    double number = std::nan("");
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

double value_of(const Variable& variable, const Cell& cell)
{
    if (variable.measure == Measure::day) {
        const auto day = parse_date(cell.text);
        if (!day)
            return std::nan("");
        return (static_cast<double>(day->days) + days_before_1970) * 86'400;
    }
    if (const auto* category = variable.find_category(cell.text))
        return category->number;
    return variable.categories.empty() ? number_of(cell.text) : std::nan("");
}

readstat_measure_t measure_of(const Variable& variable)
{
    const bool coded = variable.measure == Measure::code || variable.measure == Measure::flag ||
                       variable.measure == Measure::text;
    return coded ? READSTAT_MEASURE_NOMINAL : READSTAT_MEASURE_SCALE;
}

readstat_variable_t* add_variable(readstat_writer_t* writer, const Table& table, std::size_t column,
                                  const Terms& terms)
{
    const auto& one = table.variables[column];
    const auto type = is_numeric(one) ? READSTAT_TYPE_DOUBLE : READSTAT_TYPE_STRING;
    auto* made = readstat_add_variable(writer, one.name.c_str(), type,
                                       is_numeric(one) ? 0 : width_of(table, column));
    ENSURE(made != nullptr);
    readstat_variable_set_label(made, cut(one.label, label_most).c_str());
    readstat_variable_set_measure(made, measure_of(one));
    if (one.measure == Measure::day)
        readstat_variable_set_format(made, "DATE11");
    if (!is_numeric(one) || one.question.empty())
        return made;
    auto* labels = readstat_add_label_set(writer, READSTAT_TYPE_DOUBLE,
                                          ("labels" + std::to_string(column)).c_str());
    for (const auto& category : one.categories)
        readstat_label_double_value(labels, category.number,
                                    cut(category.label, value_label_most).c_str());
    readstat_label_double_value(labels, not_in_version(one),
                                cut(terms.not_in_version, value_label_most).c_str());
    readstat_variable_set_label_set(made, labels);
    must(readstat_variable_add_missing_double_value(made, not_in_version(one)));
    return made;
}

void insert(readstat_writer_t* writer, const readstat_variable_t* variable, const Variable& about,
            const Cell& cell)
{
    if (!is_numeric(about))
        return must(
            readstat_insert_string_value(writer, variable, cut(cell.text, text_most).c_str()));
    if (cell.state == Cell::State::not_in_version)
        return must(readstat_insert_double_value(writer, variable, not_in_version(about)));
    const double value = cell.state == Cell::State::value ? value_of(about, cell) : std::nan("");
    must(std::isnan(value) ? readstat_insert_missing_value(writer, variable)
                           : readstat_insert_double_value(writer, variable, value));
}

} // namespace

std::string write_sav(const Table& wide, const std::string& label, const Terms& terms, Instant now)
{
    std::string bytes;
    const Writer writer(readstat_writer_init());
    must(readstat_set_data_writer(writer.get(), [](const void* more, std::size_t size, void* all) {
        static_cast<std::string*>(all)->append(static_cast<const char*>(more), size);
        return static_cast<ssize_t>(size);
    }));
    must(readstat_writer_set_file_label(writer.get(), cut(label, 64).c_str()));
    must(readstat_writer_set_file_timestamp(writer.get(), now.milliseconds / 1000));
    std::vector<readstat_variable_t*> variables;
    for (std::size_t i = 0; i < wide.variables.size(); ++i)
        variables.push_back(add_variable(writer.get(), wide, i, terms));
    must(readstat_begin_writing_sav(writer.get(), &bytes, static_cast<long>(wide.rows.size())));
    for (const auto& row : wide.rows) {
        must(readstat_begin_row(writer.get()));
        for (std::size_t i = 0; i < row.size(); ++i)
            insert(writer.get(), variables[i], wide.variables[i], row[i]);
        must(readstat_end_row(writer.get()));
    }
    must(readstat_end_writing(writer.get()));
    return bytes;
}

} // namespace analysis
