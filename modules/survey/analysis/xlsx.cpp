// SPDX-License-Identifier: EUPL-1.2
#include <charconv>

#include "base/problem.h"
#include "base/workbook.h"
#include "survey/analysis/writers.h"

namespace analysis {

namespace {

workbook::Cell cell_of(const Variable& variable, const Cell& cell)
{
    if (cell.state == Cell::State::not_in_version)
        return {"NOT_IN_VERSION", std::nullopt};
    const bool is_number =
        cell.state == Cell::State::value &&
        (variable.measure == Measure::number || variable.measure == Measure::flag);
    double number = 0;
    const auto* end = cell.text.data() + cell.text.size();
    if (is_number && std::from_chars(cell.text.data(), end, number).ptr == end)
        return {cell.text, number};
    return {cell.text, std::nullopt};
}

workbook::Sheet sheet_of(const Table& table, const std::string& name)
{
    workbook::Sheet sheet;
    sheet.name = name;
    auto& head = sheet.rows.emplace_back();
    head.line = 1;
    for (const auto& one : table.variables)
        head.cells.push_back({one.name, std::nullopt});
    for (const auto& row : table.rows) {
        auto& made = sheet.rows.emplace_back();
        made.line = static_cast<int>(sheet.rows.size());
        for (std::size_t i = 0; i < row.size(); ++i)
            made.cells.push_back(cell_of(table.variables[i], row[i]));
    }
    return sheet;
}

} // namespace

std::string write_xlsx(const Table& wide, const Table& longer, const Table& codebook,
                       const std::vector<std::string>& sheet_names)
{
    ENSURE(sheet_names.size() == 3);
    return workbook::write({sheet_of(wide, sheet_names[0]), sheet_of(longer, sheet_names[1]),
                            sheet_of(codebook, sheet_names[2])});
}

} // namespace analysis
