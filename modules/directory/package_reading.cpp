// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <charconv>
#include <set>

#include "base/csv.h"
#include "base/json.h"
#include "base/utf8.h"
#include "base/zip.h"
#include "directory/package.h"
#include "directory/tables.h"

namespace directory {

namespace {

constexpr std::size_t services_max = 1000;
constexpr std::size_t rows_max = 20'000;
// What is held of all services together: rows that many of them share are there for each.
constexpr std::size_t nested_bytes_max = 64 * 1024 * 1024;
constexpr std::size_t bytes_a_cell = 256;
// A cell that is read takes up more than the comma before it.
constexpr ZipLimits limits{
    .entries = 200, .entry_bytes = 4 * 1024 * 1024, .whole_bytes = 12 * 1024 * 1024};

Problem too_large()
{
    return {422,
            "directory.package_too_large",
            {{"most", std::to_string(limits.entry_bytes / 1024 / 1024)}}};
}

std::string lower(std::string_view text)
{
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return out;
}

std::string_view trimmed(std::string_view text)
{
    const auto begins = text.find_first_not_of(" \t\r\n");
    if (begins == std::string_view::npos)
        return {};
    return text.substr(begins, text.find_last_not_of(" \t\r\n") - begins + 1);
}

// ---- the files

// Which entry of the zip is the file of which table. Where the paper of the package says it, that
// counts; else the usual names, in whichever folder.
class Files {
public:
    explicit Files(const ZipReader& zip)
    {
        for (const auto& name : zip.names())
            entries_.insert(lower(name));
        for (const auto& entry : entries_)
            if (entry == "datapackage.json" || entry.ends_with("/datapackage.json"))
                read_paper(entry, zip.find(entry).value_or(""));
    }

    std::optional<std::string> find(const Table& table) const
    {
        if (const auto said = said_.find(std::string(table.name)); said != said_.end())
            return said->second;
        for (const auto& entry : entries_) {
            const auto file = entry.substr(entry.rfind('/') + 1);
            const bool usual =
                file == table.file || file == std::string(table.name) + ".csv" ||
                std::find(table.also.begin(), table.also.end(), file) != table.also.end();
            if (usual)
                return entry;
        }
        return std::nullopt;
    }

private:
    void read_paper(const std::string& entry, const std::string& text)
    {
        const auto folder = entry.substr(0, entry.rfind('/') + 1);
        try {
            const auto document = JsonDocument::parse(text);
            const auto root = document.root();
            if (root.kind() != JsonView::Kind::object)
                return;
            const auto resources = root.member("resources");
            if (resources.kind() != JsonView::Kind::list)
                return;
            for (std::size_t i = 0; i < resources.size(); ++i)
                read_resource(folder, resources.at(i));
        } catch (const Problem&) {
            // A paper that nobody can read says nothing; the usual names do.
        }
    }

    // A path leads to an entry of the same zip and to nothing else, whatever it says.
    void read_resource(const std::string& folder, JsonView resource)
    {
        if (resource.kind() != JsonView::Kind::object)
            return;
        const auto name = resource.member("name");
        const auto path = resource.member("path");
        if (name.kind() != JsonView::Kind::text || path.kind() != JsonView::Kind::text)
            return;
        auto file = lower(path.text());
        if (file.starts_with("./"))
            file.erase(0, 2);
        const auto there = entries_.find(folder + file);
        if (there != entries_.end())
            said_.emplace(lower(name.text()), *there);
    }

    std::set<std::string> entries_; // in small letters
    std::map<std::string, std::string> said_;
};

// ---- a table

class Sheet {
public:
    explicit Sheet(const Table& table) : table_(&table), file_(table.file) {}

    void read(const std::string& entry, const std::string& text)
    {
        file_ = entry.substr(entry.rfind('/') + 1);
        if (!is_utf8(text))
            throw Problem(422, "directory.package_not_text", {{"table", file_}});
        try {
            rows_ = read_csv(text, guess_separator(text));
        } catch (const Problem& problem) {
            throw Problem(422, "directory.package_quote_open",
                          {{"table", file_}, {"line", problem.facts.at(0).second}});
        }
        if (rows_.empty())
            return;
        const auto& names = rows_.front().cells;
        for (std::size_t i = 0; i < names.size(); ++i)
            columns_.emplace(lower(trimmed(names[i])), i);
        rows_.erase(rows_.begin());
        if (rows_.size() > rows_max)
            throw Problem(422, "directory.package_too_many",
                          {{"table", file_}, {"most", std::to_string(rows_max)}});
        for (std::size_t i = 0; i < rows_.size(); ++i)
            ids_.emplace(cell(i, "id"), i);
    }

    const Table& table() const { return *table_; }
    const std::string& file() const { return file_; }
    std::size_t size() const { return rows_.size(); }
    int line(std::size_t row) const { return rows_[row].line; }

    std::string_view cell(std::size_t row, std::string_view column) const
    {
        const auto place = columns_.find(column);
        const auto& cells = rows_[row].cells;
        if (place == columns_.end() || place->second >= cells.size())
            return {};
        return trimmed(cells[place->second]);
    }

    CellPlace place(std::size_t row, std::string_view column) const
    {
        return {file_, line(row), std::string(column)};
    }

    // The first row with that id; ids are compared as they are written.
    std::optional<std::size_t> find(std::string_view id) const
    {
        const auto found = ids_.find(id);
        return id.empty() || found == ids_.end() ? std::nullopt : std::optional(found->second);
    }

private:
    const Table* table_;
    std::string file_;
    std::vector<CsvRow> rows_;
    std::map<std::string, std::size_t, std::less<>> columns_;
    std::map<std::string, std::size_t, std::less<>> ids_;
};

// ---- the cells

// "12.0" is how some programs write whole numbers in a column that has gaps.
std::optional<std::int64_t> whole_number(std::string_view text)
{
    if (text.ends_with(".0"))
        text.remove_suffix(2);
    std::int64_t number = 0;
    const auto end = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = end.ec == std::errc() && end.ptr == text.data() + text.size();
    return whole ? std::optional(number) : std::nullopt;
}

// What the cell should hold, where it holds something else.
const char* expected_of(CellKind kind, std::string_view text)
{
    switch (kind) {
    case CellKind::number:
        return whole_number(text) ? nullptr : "18";
    case CellKind::date:
        return parse_date(text.substr(0, 10)) ? nullptr : "2026-11-23";
    case CellKind::clock: // also "09:00:00" and "09:00+01:00"
        return parse_clock(text.substr(0, 5)) ? nullptr : "09:00";
    case CellKind::text:
        break;
    }
    return nullptr;
}

void write_cell(JsonObject& object, const Column& column, std::string_view text)
{
    if (column.kind == CellKind::number)
        object.number(column.name, whole_number(text).value_or(0));
    else if (column.kind == CellKind::date)
        object.text(column.name, text.substr(0, 10));
    else
        object.text(column.name, text);
}

// ---- all tables together

class Tables {
public:
    explicit Tables(std::string_view bytes)
    {
        const ZipReader zip(bytes, limits);
        const Files files(zip);
        for (const auto& table : tables()) {
            Sheet sheet(table);
            if (const auto entry = files.find(table))
                sheet.read(*entry, zip.find(*entry).value_or(""));
            else if (table.name == "service")
                throw Problem(422, "directory.package_without",
                              {{"table", std::string(table.file)}});
            sheets_.emplace(table.name, std::move(sheet));
        }
        for (const auto& [name, sheet] : sheets_)
            for (std::size_t row = 0; row < sheet.size(); ++row)
                place_row(sheet, row);
    }

    Unpacked unpack()
    {
        const auto& services = sheets_.at("service");
        if (services.size() > services_max)
            throw Problem(422, "directory.package_too_many",
                          {{"table", services.file()}, {"most", std::to_string(services_max)}});
        Unpacked unpacked;
        for (std::size_t row = 0; row < services.size(); ++row)
            unpacked.services.push_back(pack(services, row));
        unpacked.strays = std::move(strays_);
        return unpacked;
    }

private:
    // A row may name several that it belongs to: the first of them that is there has it.
    void place_row(const Sheet& sheet, std::size_t row)
    {
        const Nest* nowhere = nullptr;
        for (const auto& nest : nests()) {
            if (nest.table != sheet.table().name || nest.of != Nest::Of::many)
                continue;
            const auto id = sheet.cell(row, nest.link);
            if (sheets_.at(nest.parent).find(id)) {
                children_[{&nest, std::string(id)}].push_back(row);
                return;
            }
            if (!id.empty() && nowhere == nullptr)
                nowhere = &nest;
        }
        const auto entity = sheet.cell(row, "link_entity"); // of attributes, which all may have
        if (nowhere == nullptr || (!entity.empty() && entity != "service"))
            return;
        const auto& parent = sheets_.at(nowhere->parent).file();
        if (strays_.size() < services_max)
            strays_.push_back({sheet.place(row, nowhere->link),
                               nowhere_error(std::string(nowhere->link),
                                             sheet.cell(row, nowhere->link), parent)});
    }

    static FieldError nowhere_error(std::string path, std::string_view id, const std::string& file)
    {
        return {std::move(path),
                "directory.no_such_row",
                {{"value", std::string(id)}, {"table", file}}};
    }

    PackedService pack(const Sheet& services, std::size_t row)
    {
        PackedService packed;
        packed.line = services.line(row);
        packed.name = services.cell(row, "name");
        if (services.find(services.cell(row, "id")).value_or(row) != row)
            packed.faults.push_back({"id", "directory.twice", {}});
        JsonObject object(packed.json);
        write_row(packed, object, services, row, "");
        object.close();
        nested_bytes_ += bytes_of(packed);
        return packed;
    }

    static std::size_t bytes_of(const PackedService& packed)
    {
        return packed.json.size() + packed.cells.size() * bytes_a_cell;
    }

    void write_row(PackedService& packed, JsonObject& object, const Sheet& sheet, std::size_t row,
                   const std::string& path)
    {
        if (nested_bytes_ + bytes_of(packed) > nested_bytes_max)
            throw too_large();
        for (const auto& column : sheet.table().columns) {
            const auto name = path + std::string(column.name);
            const auto text = sheet.cell(row, column.name);
            if (column.required || !text.empty())
                packed.cells.emplace(name, sheet.place(row, column.name));
            if (text.empty())
                continue;
            if (const auto* expected = expected_of(column.kind, text))
                packed.faults.push_back(
                    {name,
                     "directory.wrong_cell",
                     {{"value", std::string(text.substr(0, 100))}, {"expected", expected}}});
            else
                write_cell(object, column, text);
        }
        for (const auto& nest : nests())
            if (nest.parent == sheet.table().name)
                write_nested(packed, object, sheet, row, path, nest);
    }

    void write_nested(PackedService& packed, JsonObject& object, const Sheet& sheet,
                      std::size_t row, const std::string& path, const Nest& nest)
    {
        const auto& inner = sheets_.at(nest.table);
        const auto member = path + std::string(nest.member);
        if (nest.of == Nest::Of::one) {
            const auto id = sheet.cell(row, nest.link);
            const auto found = inner.find(id);
            if (!found && nest.needed && !id.empty())
                packed.faults.push_back(
                    nowhere_error(path + std::string(nest.link), id, inner.file()));
            if (!found)
                return;
            JsonObject single(object.member(nest.member));
            write_row(packed, single, inner, *found, member + ".");
            single.close();
            return;
        }
        const auto rows = children_.find({&nest, std::string(sheet.cell(row, "id"))});
        if (rows == children_.end())
            return;
        auto& out = object.member(nest.member) += '[';
        for (std::size_t i = 0; i < rows->second.size(); ++i) {
            out += i > 0 ? "," : "";
            JsonObject one(out);
            write_row(packed, one, inner, rows->second[i], member + "[" + std::to_string(i) + "].");
            one.close();
        }
        out += ']';
    }

    std::map<std::string_view, Sheet> sheets_; // by the name of the table
    std::map<std::pair<const Nest*, std::string>, std::vector<std::size_t>> children_;
    std::vector<StrayRow> strays_;
    std::size_t nested_bytes_ = 0; // so far
};

} // namespace

// What is missing there is named by what leads to it: "organization.name" by "organization_id".
CellPlace PackedService::place_of(const std::string& path) const
{
    if (const auto cell = cells.find(path); cell != cells.end())
        return cell->second;
    const auto link = cells.find(path.substr(0, path.rfind('.')) + "_id");
    return link != cells.end() ? link->second : CellPlace{"services.csv", line, path};
}

Unpacked read_package(std::string_view bytes)
{
    try {
        return Tables(bytes).unpack();
    } catch (const ZipUnreadable& unreadable) {
        if (unreadable.why == ZipUnreadable::Why::broken)
            throw Problem(422, "directory.package_broken");
        throw too_large();
    }
}

} // namespace directory
