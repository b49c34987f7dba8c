// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <set>

#include "base/csv.h"
#include "base/json.h"
#include "base/zip.h"
#include "directory/hsds.h"
#include "directory/package.h"
#include "directory/tables.h"

namespace directory {

namespace {

using Row = std::map<std::string, std::string, std::less<>>; // by column

std::string text_of(JsonView value)
{
    if (value.kind() == JsonView::Kind::integer)
        return std::to_string(value.integer());
    ENSURE(value.kind() == JsonView::Kind::text); // nothing else is in what we write
    return std::string(value.text());
}

const Nest* find_nest(std::string_view parent, std::string_view member)
{
    const auto found = std::find_if(nests().begin(), nests().end(), [&](const Nest& nest) {
        return nest.parent == parent && nest.member == member;
    });
    return found == nests().end() ? nullptr : &*found;
}

class Layout {
public:
    // The object as a row, and all that is nested in it. What is there already is not laid twice:
    // a body that holds two services is one organisation.
    void lay(JsonView object, std::string_view table, Row row)
    {
        const auto id = text_of(object.member("id"));
        if (!known_.insert(std::string(table) + " " + id).second)
            return;
        object.each_member([&](std::string_view name, JsonView value) {
            if (const auto* nest = find_nest(table, name))
                return lay_within(*nest, value, id, row);
            ENSURE(table_of(table).has(name));
            row[std::string(name)] = text_of(value);
        });
        rows_[std::string(table)].push_back(std::move(row));
    }

    const std::vector<Row>& rows(const Table& table) { return rows_[std::string(table.name)]; }

private:
    void lay_within(const Nest& nest, JsonView value, const std::string& id, Row& parent)
    {
        if (nest.of == Nest::Of::one) {
            parent[std::string(nest.link)] = text_of(value.member("id"));
            return lay(value, nest.table, {});
        }
        for (std::size_t i = 0; i < value.size(); ++i)
            lay(value.at(i), nest.table, {{std::string(nest.link), id}});
    }

    std::set<std::string> known_;
    std::map<std::string, std::vector<Row>> rows_; // by table
};

std::string csv_of(const Table& table, const std::vector<Row>& rows)
{
    std::string out;
    std::vector<std::string> cells;
    for (const auto& column : table.columns)
        cells.emplace_back(column.name);
    write_csv_row(out, cells);
    for (const auto& row : rows) {
        cells.clear();
        for (const auto& column : table.columns) {
            const auto cell = row.find(column.name);
            cells.push_back(cell == row.end() ? "" : cell->second);
        }
        write_csv_row(out, cells);
    }
    return out;
}

// ---- datapackage.json, as the Tabular Data Package of Frictionless has it

const char* type_of(CellKind kind)
{
    switch (kind) {
    case CellKind::number:
        return "number";
    case CellKind::date:
        return "date";
    case CellKind::clock:
        return "time";
    case CellKind::text:
        break;
    }
    return "string";
}

void describe_column(std::string& out, const Column& column)
{
    JsonObject field(out);
    field.text("name", column.name);
    field.text("type", type_of(column.kind));
    if (column.kind == CellKind::clock)
        field.text("format", "%H:%M");
    JsonObject constraints(field.member("constraints"));
    constraints.member("required") += column.required ? "true" : "false";
    constraints.member("unique") += column.name == "id" ? "true" : "false";
    constraints.close();
    field.close();
}

void describe_link(std::string& out, const Column& column)
{
    JsonObject key(out);
    key.text("fields", column.name);
    JsonObject reference(key.member("reference"));
    reference.text("resource", column.of);
    reference.text("fields", "id");
    reference.close();
    key.close();
}

void describe_table(std::string& out, const Table& table, const std::set<std::string_view>& there)
{
    JsonObject resource(out);
    resource.text("name", table.name);
    resource.text("path", table.file);
    resource.text("format", "csv");
    resource.text("mediatype", "text/csv");
    resource.text("encoding", "utf-8");
    resource.text("profile", "tabular-data-resource");
    JsonObject schema(resource.member("schema"));
    schema.text("primaryKey", "id");
    std::string fields;
    std::string keys;
    for (const auto& column : table.columns) {
        fields += fields.empty() ? "" : ",";
        describe_column(fields, column);
        if (!there.contains(column.of))
            continue;
        keys += keys.empty() ? "" : ",";
        describe_link(keys, column);
    }
    schema.member("fields") += "[" + fields + "]";
    if (!keys.empty())
        schema.member("foreignKeys") += "[" + keys + "]";
    schema.close();
    resource.close();
}

std::string describe(const std::set<std::string_view>& there)
{
    std::string out;
    JsonObject package(out);
    package.text("name", "human_services_data");
    package.text("title", "Human Services Data Specification");
    package.text("profile", "tabular-data-package");
    package.text("version", "3.0.0");
    package.text("homepage", "http://docs.openreferral.org");
    std::string resources;
    for (const auto& table : tables()) {
        if (!there.contains(table.name))
            continue;
        resources += resources.empty() ? "" : ",";
        describe_table(resources, table, there);
    }
    package.member("resources") += "[" + resources + "]";
    package.close();
    return out;
}

} // namespace

std::string write_package(const core::Catalogue& catalogue, const std::string& city,
                          const std::vector<Service>& services)
{
    const auto document = JsonDocument::parse(write_hsds(catalogue, city, services));
    const auto contents = document.root().member("contents");
    Layout layout;
    for (std::size_t i = 0; i < contents.size(); ++i)
        layout.lay(contents.at(i), "service", {});

    ZipEntries entries;
    std::set<std::string_view> there;
    for (const auto& table : tables()) {
        // Tables of which we know nothing are left out; without services it is no package.
        if (layout.rows(table).empty() && table.name != "service" && table.name != "organization")
            continue;
        there.insert(table.name);
        entries[std::string(table.file)] = csv_of(table, layout.rows(table));
    }
    entries["datapackage.json"] = describe(there);
    return write_zip(entries);
}

} // namespace directory
