// SPDX-License-Identifier: EUPL-1.2
// Records out of the rows of a spreadsheet, of which it is said what each column holds.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/csv.h"
#include "people/match/record.h"

namespace match {

// "given=first_name,family=surname,birth_date=dob,sex=gender,phone=tel,text=street,text=suburb".
//
//   given, family            parts of the name; several columns of one are joined
//   name                     the whole name, in any order; beside given and family another spelling
//   alias                    another name
//   birth_date               a date of any form, or a year; or birth_year, birth_month, birth_day
//   sex, country, language   codes
//   phone, identifier, postcode, number   what is written in digits; several
//   place, city, address, email, text     what is written in words; several
//   entity                   who it is, where that is known: only to measure
//   party                    records of one party are different persons
//   record                   what the record is called; never compared
struct Column {
    std::string role;
    std::string header;
};
using Columns = std::vector<Column>;

// Throws Problem(422, "match.column_unknown", {column}) for a role that there is not, and
// "match.columns_broken" for what is no list of role=column.
Columns parse_columns(std::string_view text);
// Columns whose header is a role, or is commonly used for one ("surname", "dob").
Columns guess_columns(const CsvRow& header);

struct Table {
    std::vector<FieldKind> fields;
    std::vector<Record> records;
    std::vector<std::string> entities; // of each record; empty when there is no such column
};

// Throws Problem(422, "match.column_missing", {column}) when the file has no such column. All rows
// together hold what is there; `party` numbers the file where it is one.
void read_rows(const std::vector<CsvRow>& rows, const Columns& columns, std::uint32_t party,
               Table& table);

} // namespace match
