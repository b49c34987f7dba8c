// SPDX-License-Identifier: EUPL-1.2
// XLSForm read: from an Excel workbook, or from a folder of CSV with the same sheets (survey.csv,
// choices.csv, settings.csv). Everything that this house does not do is a Fault that names it:
// nothing is passed over in silence.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "survey/xlsform/form.h"

namespace xlsform {

struct SheetRow {
    int line = 0; // as the sheet counts it, from 1
    std::vector<std::string> cells;
};

struct Sheet {
    std::string name; // "survey"
    std::vector<SheetRow> rows;
};
using Sheets = std::vector<Sheet>;

// Bounds; what is larger is a Fault.
inline constexpr std::size_t file_bytes_max = 8 * 1024 * 1024;
inline constexpr std::size_t nodes_max = 3000;
inline constexpr std::size_t choices_max = 20'000;
inline constexpr int nesting_max = 8; // groups and repeats, one in the other
inline constexpr std::size_t languages_max = 40;
inline constexpr std::size_t faults_max = 200;

// The form is whole only where no fault was added.
Form read_xlsx(std::string_view bytes, std::vector<Fault>& faults);
Form read_sheets(const Sheets& sheets, std::vector<Fault>& faults);

// The sheets alone, for whoever writes them elsewhere. `files`: "survey.csv" → its text; a name
// that ends otherwise is no sheet; lines that begin with '#' are remarks.
Sheets sheets_of_xlsx(std::string_view bytes, std::vector<Fault>& faults);
Sheets sheets_of_csv(const std::map<std::string, std::string>& files, std::vector<Fault>& faults);

// The sheets as an Excel workbook, as researchers open it.
std::string write_xlsx(const Sheets& sheets);

} // namespace xlsform
