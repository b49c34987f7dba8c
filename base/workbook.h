// SPDX-License-Identifier: EUPL-1.2
// Excel workbooks (ECMA-376), read by libzip and pugixml (only workbook.cpp sees pugixml) and
// written by libxlsxwriter (which only workbook_writing.cpp sees). A file comes from outside:
// everything has a bound. docs/decisions/0006-spreadsheets.md, 0021-workbooks-written.md.
#pragma once

#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"

namespace workbook {

struct Cell {
    // As a person would read it; a number of Excel that is a date is written as one.
    std::string text;
    std::optional<double> number; // where Excel keeps a number
};

struct Row {
    int line = 0; // the row's number in its sheet, from 1
    std::vector<Cell> cells;
};

// The days and hours of a workbook's numbers: 46349.895 is 23 November 2026, 21:28 (days from
// 1899-12-30, or from 1904-01-01 in workbooks made on old Macs).
enum class Epoch { from_1900, from_1904 };

struct Sheet {
    std::string name;
    std::vector<Row> rows; // without those that are empty
    Epoch epoch = Epoch::from_1900;
};

struct Limits {
    std::size_t file_bytes = 16 * 1024 * 1024;
    std::size_t part_bytes = 16 * 1024 * 1024; // one part of a workbook, unpacked
    std::size_t rows = 20'000;                 // of one sheet
    std::size_t columns = 200;
    std::size_t sheets = 50;
};

// Why it cannot be read: not_a_workbook, broken_workbook, unpacked_too_large, no_sheet,
// too_many_sheets, too_many_rows, too_many_columns; the fact is the limit.
class Unreadable : public std::runtime_error {
public:
    explicit Unreadable(std::string code, std::string fact = {})
        : std::runtime_error(code), code(std::move(code)), fact(std::move(fact))
    {
    }
    std::string code;
    std::string fact;
};

// The first sheet that is not hidden.
Sheet read_first(std::string_view bytes, const Limits& limits = {});
// All that are not hidden, in their order.
std::vector<Sheet> read_all(std::string_view bytes, const Limits& limits = {});

struct Day {
    Date date;
    std::optional<int> minute; // of the day, where an hour was written too
};
std::optional<Day> day_of_number(double number, Epoch epoch);
std::optional<int> hour_of_number(double number);

// ---- writing

// Texts are written as texts, whatever they look like; a cell with a number is one. The first row
// of each sheet stays in view. The same sheets make the same bytes.
std::string write(const std::vector<Sheet>& sheets);

} // namespace workbook
