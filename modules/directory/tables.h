// SPDX-License-Identifier: EUPL-1.2
// The tables of HSDS 3 that we write or read, their columns, and how each row is nested in the
// JSON of the same standard: from this one description follow both directions and the paper that
// lies in every package (datapackage.json).
#pragma once

#include <string_view>
#include <vector>

namespace directory {

enum class CellKind { text, number, date, clock };

struct Column {
    std::string_view name;
    CellKind kind = CellKind::text;
    std::string_view of = {}; // the table whose id stands here
    bool required = false;
};

struct Table {
    std::string_view name; // "phone"
    std::string_view file; // "phones.csv"
    std::vector<Column> columns;
    std::vector<std::string_view> also = {}; // names of the file that others use

    bool has(std::string_view column) const;
};

// A row of `table` within one of `parent`, as its member `member`. One of many names its parent in
// the column `link`; a single one is named there by its parent.
struct Nest {
    enum class Of { many, one };

    std::string_view parent;
    std::string_view member;
    std::string_view table;
    std::string_view link;
    Of of = Of::many;
    bool needed = true; // a link that leads nowhere is a fault
};

// In the order in which they stand in the paper.
const std::vector<Table>& tables();
const Table& table_of(std::string_view name);
// Of a table, what says more of the service itself first.
const std::vector<Nest>& nests();

} // namespace directory
