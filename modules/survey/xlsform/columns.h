// SPDX-License-Identifier: EUPL-1.2
// The head of a sheet: which column says what, and in which language. A column that this house
// does not know is a fault, not something to pass over.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "survey/xlsform/form.h"
#include "survey/xlsform/reading.h"

namespace xlsform {

struct Column {
    std::string header;   // as it was written: "label::Italiano (it)"
    std::string name;     // "label"
    std::string language; // "it"; "" = none was said
};

// "Italiano (it)" and "it" are both "it"; nullopt where no code is said.
std::optional<std::string> language_code(std::string_view text);

// One sheet, cell by cell, under its columns.
class Table {
public:
    // Columns that `knows` denies are faults.
    Table(const Sheet& sheet, bool (*knows)(const std::string& name), std::vector<Fault>& faults);

    const std::vector<Column>& columns() const { return columns_; }
    const std::vector<SheetRow>& rows() const { return rows_; }
    // "" where there is no such column or nothing in it.
    std::string cell(const SheetRow& row, std::string_view name) const;
    Texts texts(const SheetRow& row, std::string_view name,
                const std::string& default_language) const;
    // The header of a column, for faults: "label::Italiano (it)".
    std::string header(std::string_view name) const;
    bool has(std::string_view name) const;

private:
    void read_header(std::size_t place, const std::string& header, int line,
                     bool (*knows)(const std::string& name), std::vector<Fault>& faults);

    std::string sheet_;
    std::vector<Column> columns_; // by their place; those without a name are not read
    std::vector<SheetRow> rows_;
};

} // namespace xlsform
