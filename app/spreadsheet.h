// SPDX-License-Identifier: EUPL-1.2
// The first sheet of a spreadsheet, as rows of cells: text files with separators, and Excel
// workbooks
// (.xlsx). The kind is told by the contents, not by the name. Everything has a bound, because the
// file comes from outside: docs/decisions/0006-spreadsheets.md.
#pragma once

#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "app/written.h"

namespace app {

struct Cell {
    std::string
        text; // as a person would read it; a number of Excel that is a date is written as one
    std::optional<double> number; // where Excel keeps a number
};

struct SheetRow {
    int line = 0; // the line of the file, or the row's number in the workbook
    std::vector<Cell> cells;
};

struct Sheet {
    std::vector<SheetRow> rows; // without those that are empty
    Epoch epoch = Epoch::from_1900;
};

struct SheetLimits {
    std::size_t file_bytes = 16 * 1024 * 1024;
    std::size_t part_bytes = 16 * 1024 * 1024; // one part of a workbook, unpacked
    std::size_t rows = 20'000;
    std::size_t columns = 200;
};

// Why a file cannot be read: a code of app/words ("import.file_too_large") and its facts.
class SheetUnreadable : public std::runtime_error {
public:
    explicit SheetUnreadable(std::string code, std::string fact = {})
        : std::runtime_error(code), code(std::move(code)), fact(std::move(fact))
    {
    }
    std::string code;
    std::string fact;
};

Sheet read_sheet(std::string_view bytes, const SheetLimits& limits = {});

} // namespace app
