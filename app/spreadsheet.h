// SPDX-License-Identifier: EUPL-1.2
// The first sheet of a spreadsheet, as rows of cells: text files with separators, and Excel
// workbooks (base/workbook.h). The kind is told by the contents, not by the name. Everything has a
// bound, because the file comes from outside: docs/decisions/0006-spreadsheets.md.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

#include "app/written.h"
#include "base/workbook.h"

namespace app {

using Cell = workbook::Cell;
using SheetRow = workbook::Row; // of a text file, `line` is the line
using Sheet = workbook::Sheet;
using SheetLimits = workbook::Limits;

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
