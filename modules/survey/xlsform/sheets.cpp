// SPDX-License-Identifier: EUPL-1.2
// The sheets of an XLSForm, whatever file they come in.
#include <algorithm>
#include <optional>

#include "base/csv.h"
#include "base/problem.h"
#include "base/utf8.h"
#include "base/workbook.h"
#include "survey/xlsform/reading.h"

namespace xlsform {

namespace {

constexpr std::size_t rows_max = 25'000;
constexpr std::size_t columns_max = 200;

std::string trimmed(const std::string& text)
{
    constexpr auto space = " \t\r\n";
    const auto begins = text.find_first_not_of(space);
    if (begins == std::string::npos)
        return "";
    return text.substr(begins, text.find_last_not_of(space) - begins + 1);
}

// The sheet without rows that say nothing; what cannot be a text is a fault of its row.
void add_row(Sheet& sheet, SheetRow row, std::vector<Fault>& faults)
{
    for (auto& cell : row.cells) {
        const bool is_text =
            is_utf8(cell) && std::none_of(cell.begin(), cell.end(), [](char c) {
                return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t';
            });
        if (!is_text)
            faults.push_back({sheet.name, row.line, "", "not_a_text", ""});
        cell = is_text ? trimmed(cell) : "";
    }
    while (!row.cells.empty() && row.cells.back().empty())
        row.cells.pop_back();
    if (!row.cells.empty())
        sheet.rows.push_back(std::move(row));
}

std::optional<Sheet> sheet_of_csv(const std::string& name, std::string_view text,
                                  std::vector<Fault>& faults)
{
    Sheet sheet{name, {}};
    try {
        for (auto& row : read_csv(text, ',', Remarks::leave_out)) {
            if (sheet.rows.size() == rows_max || row.cells.size() > columns_max) {
                faults.push_back({name, row.line, "", "too_large", ""});
                return std::nullopt;
            }
            add_row(sheet, {row.line, std::move(row.cells)}, faults);
        }
    } catch (const Problem& problem) {
        faults.push_back(
            {name, std::atoi(problem.facts.front().second.c_str()), "", "quote_open", ""});
        return std::nullopt;
    }
    return sheet;
}

} // namespace

Sheets sheets_of_xlsx(std::string_view bytes, std::vector<Fault>& faults)
{
    Sheets sheets;
    if (bytes.size() > file_bytes_max) {
        faults.push_back({"", 0, "", "too_large", std::to_string(file_bytes_max / 1024 / 1024)});
        return sheets;
    }
    const workbook::Limits limits{.rows = rows_max, .columns = columns_max, .sheets = 30};
    try {
        for (auto& read : workbook::read_all(bytes, limits)) {
            Sheet sheet{read.name, {}};
            for (auto& row : read.rows) {
                SheetRow cells{row.line, {}};
                for (auto& cell : row.cells)
                    cells.cells.push_back(std::move(cell.text));
                add_row(sheet, std::move(cells), faults);
            }
            sheets.push_back(std::move(sheet));
        }
    } catch (const workbook::Unreadable& unreadable) {
        faults.push_back({"", 0, "", unreadable.code, unreadable.fact});
        return {};
    }
    return sheets;
}

Sheets sheets_of_csv(const std::map<std::string, std::string>& files, std::vector<Fault>& faults)
{
    constexpr std::string_view ending = ".csv";
    Sheets sheets;
    // As researchers order them in a workbook.
    for (const std::string name : {"survey", "choices", "settings"})
        if (const auto file = files.find(name + std::string(ending)); file != files.end())
            if (auto sheet = sheet_of_csv(name, file->second, faults))
                sheets.push_back(std::move(*sheet));
    for (const auto& [file, text] : files) {
        if (!file.ends_with(ending))
            continue;
        const auto name = file.substr(0, file.size() - ending.size());
        if (name == "survey" || name == "choices" || name == "settings")
            continue;
        if (auto sheet = sheet_of_csv(name, text, faults))
            sheets.push_back(std::move(*sheet));
    }
    return sheets;
}

Form read_xlsx(std::string_view bytes, std::vector<Fault>& faults)
{
    const auto sheets = sheets_of_xlsx(bytes, faults);
    return sheets.empty() && !faults.empty() ? Form{} : read_sheets(sheets, faults);
}

std::string write_xlsx(const Sheets& sheets)
{
    std::vector<workbook::Sheet> book;
    for (const auto& sheet : sheets) {
        workbook::Sheet written{sheet.name, {}, workbook::Epoch::from_1900};
        // The head stands in the first row: remarks of a CSV before it are left out.
        const int before = sheet.rows.empty() ? 0 : sheet.rows.front().line - 1;
        for (const auto& row : sheet.rows) {
            workbook::Row cells{row.line - before, {}};
            for (const auto& cell : row.cells)
                cells.cells.push_back({cell, std::nullopt});
            written.rows.push_back(std::move(cells));
        }
        book.push_back(std::move(written));
    }
    return workbook::write(book);
}

} // namespace xlsform
