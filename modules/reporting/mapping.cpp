// SPDX-License-Identifier: EUPL-1.2
// Which columns the file of persons has. Each edition stays; the newest that stands is in force,
// and without one that of the catalogue.
#include <set>

#include "access/access.h"
#include "base/csv.h"
#include "base/embedded.h"
#include "reporting/mapping_rows.h"
#include "reporting/work.h"

using core::Context;

namespace reporting {

namespace {

constexpr auto file_of_the_catalogue = "catalogue/reports/persons_file.csv";

Mapping of_the_catalogue()
{
    static const auto columns = [] {
        const auto rows =
            read_csv(find_embedded(file_of_the_catalogue).value(), ',', Remarks::leave_out);
        std::vector<MappedColumn> read;
        for (std::size_t i = 1; i < rows.size(); ++i) {
            const auto& cells = rows[i].cells;
            ENSURE(cells.size() == 4);
            auto& column = read.emplace_back();
            column.name = cells[0];
            column.source = cells[1];
            if (!cells[2].empty())
                column.constant = cells[2];
            column.required = cells[3] == "yes";
        }
        return read;
    }();
    Mapping mapping;
    mapping.columns = columns;
    return mapping;
}

Mapping show(Context& context, const MappingRow& row)
{
    Mapping shown;
    shown.id = row.id;
    shown.number = row.number;
    shown.written_at = row.written_at;
    shown.written_by_name = access::name_of(context, row.written_by);
    std::map<Id<ColumnRow>, std::size_t> places;
    for (const auto& column : columns_of(context.store, row.id)) {
        places[column.id] = shown.columns.size();
        shown.columns.push_back({column.name, column.source, column.constant, column.required, {}});
    }
    for (const auto& code : codes_of(context.store, row.id))
        shown.columns[places.at(code.of_column)].codes.push_back({code.code, code.value});
    return shown;
}

void check(const std::vector<MappedColumn>& columns)
{
    if (columns.empty())
        refuse("columns", "reporting.no_columns");
    std::set<std::string> names;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto& column = columns[i];
        const auto path = "columns[" + std::to_string(i) + "]";
        if (!names.insert(column.name).second)
            refuse(path + ".name", "reporting.column_twice", {{"name", column.name}});
        if ((column.source == "CONSTANT") != column.constant.has_value())
            refuse(path + ".constant", "reporting.constant_alone");
        std::set<std::string> codes;
        for (const auto& code : column.codes)
            if (!codes.insert(code.code).second)
                refuse(path + ".codes", "reporting.code_twice", {{"code", code.code}});
    }
}

void write_columns(Context& context, const MappingRow& row,
                   const std::vector<MappedColumn>& columns)
{
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto& column = columns[i];
        const auto name = "column " + to_string(row.id) + " " + std::to_string(i);
        ColumnRow made;
        made.id = Id<ColumnRow>(named_uuid(name));
        made.mapping = row.id;
        made.position = static_cast<int>(i) + 1;
        made.name = column.name;
        made.source = column.source;
        made.constant = column.constant;
        made.required = column.required;
        store::insert_row(context.store, made);
        for (const auto& code : column.codes)
            store::insert_row(context.store,
                              CodeRow{Id<CodeRow>(named_uuid(name + " " + code.code)), made.id,
                                      code.code, code.value});
    }
}

MappingRow get_row(Context& context, const Id<Mapping>& id)
{
    auto row = find_mapping(context.store, id);
    if (!row)
        throw not_found();
    return std::move(*row);
}

} // namespace

Mapping get_mapping(Context& context)
{
    const auto row = mapping_in_force(context.store);
    return row ? show(context, *row) : of_the_catalogue();
}

Mapping set_mapping(Context& context, const SetMapping& wish)
{
    check(wish.columns);
    MappingRow row;
    row.id = wish.id;
    row.number = last_mapping_number(context.store) + 1;
    write_new(context, row);
    write_columns(context, row, wish.columns);
    return show(context, row);
}

void cancel_mapping(Context& context, const MappingPath& wish)
{
    auto row = get_row(context, wish.id);
    cancel(context, row);
}

Mapping restore_mapping(Context& context, const RestoreMapping& wish)
{
    auto row = get_row(context, wish.id);
    restore(context, row);
    return show(context, row);
}

} // namespace reporting
