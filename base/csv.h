// SPDX-License-Identifier: EUPL-1.2
// Comma-separated text (RFC 4180), read by libcsv: quoted fields, line breaks inside quotes, CRLF.
// Used for the catalogue and for the spreadsheets that cities send.
#pragma once

#include <string>
#include <string_view>
#include <vector>

struct CsvRow {
    int line = 0; // where the row begins in the file, from 1
    std::vector<std::string> cells;
};

// `separator` is ',', ';' or '\t'. A byte order mark is passed over; empty lines and, when asked,
// lines that begin with '#' are left out. Throws Problem(422, "core.csv_broken", {line}) for an
// unclosed quote.
enum class Remarks { keep, leave_out };
std::vector<CsvRow> read_csv(std::string_view text, char separator = ',',
                             Remarks remarks = Remarks::keep);

// The separator that the first line uses most, of ',', ';' and '\t', outside quotes.
char guess_separator(std::string_view text);

// Appends one row, with commas; quotes where a cell would be read otherwise without them.
void write_csv_row(std::string& out, const std::vector<std::string>& cells);
