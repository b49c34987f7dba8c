// SPDX-License-Identifier: EUPL-1.2
#include "app/spreadsheet.h"

#include <algorithm>

#include "base/csv.h"
#include "base/problem.h"

namespace app {

namespace {

Sheet read_text(std::string_view bytes, const SheetLimits& limits)
{
    const auto text = to_utf8(bytes);
    if (text.find('\0') != std::string::npos)
        throw SheetUnreadable("import.not_a_sheet");
    std::vector<CsvRow> lines;
    try {
        lines = read_csv(text, guess_separator(text));
    } catch (const Problem& problem) {
        throw SheetUnreadable("import.quote_open", problem.facts.front().second);
    }
    if (lines.size() > limits.rows)
        throw SheetUnreadable("import.too_many_rows", std::to_string(limits.rows));

    Sheet sheet;
    for (auto& line : lines) {
        if (line.cells.size() > limits.columns)
            throw SheetUnreadable("import.too_many_columns", std::to_string(limits.columns));
        auto& row = sheet.rows.emplace_back();
        row.line = line.line;
        for (auto& cell : line.cells)
            row.cells.push_back({std::move(cell), std::nullopt});
    }
    return sheet;
}

Sheet read_workbook(std::string_view bytes, const SheetLimits& limits)
{
    try {
        return workbook::read_first(bytes, limits);
    } catch (const workbook::Unreadable& unreadable) {
        throw SheetUnreadable("import." + unreadable.code, unreadable.fact);
    }
}

bool is_empty(const SheetRow& row)
{
    return std::all_of(row.cells.begin(), row.cells.end(), [](const Cell& cell) {
        return cell.text.find_first_not_of(" \t\r\n") == std::string::npos;
    });
}

} // namespace

Sheet read_sheet(std::string_view bytes, const SheetLimits& limits)
{
    constexpr std::string_view zip = "PK\x03\x04";
    constexpr std::string_view old_office =
        "\xD0\xCF\x11\xE0"; // .xls, or a workbook with a password
    if (bytes.size() > limits.file_bytes)
        throw SheetUnreadable("import.file_too_large",
                              std::to_string(limits.file_bytes / 1024 / 1024));
    if (bytes.starts_with(old_office))
        throw SheetUnreadable("import.old_or_locked");
    auto sheet = bytes.starts_with(zip) ? read_workbook(bytes, limits) : read_text(bytes, limits);
    std::erase_if(sheet.rows, is_empty);
    return sheet;
}

} // namespace app
