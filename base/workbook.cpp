// SPDX-License-Identifier: EUPL-1.2
// An Excel workbook is a zip of XML parts. What is wanted of it is little: the texts and numbers of
// its sheets, and which numbers are dates. base/zip.h unpacks, pugixml reads; entities of a
// document's own are never expanded, and a part that is larger than its bound is refused while it
// is being unpacked, whatever size it claims.
#include "base/workbook.h"

#include <charconv>
#include <cmath>
#include <pugixml.hpp>
#include <set>

#include "base/zip.h"

namespace workbook {

namespace {

constexpr int minutes_per_day = 24 * 60;

class Archive {
public:
    Archive(std::string_view bytes, std::size_t part_bytes_max)
    try : zip_(bytes, {.entries = 10'000,
                       .entry_bytes = part_bytes_max,
                       .whole_bytes = 8 * part_bytes_max}),
        part_bytes_max_(part_bytes_max) {
    } catch (const ZipUnreadable&) {
        throw Unreadable(bytes.starts_with("PK") ? "broken_workbook" : "not_a_workbook");
    }

    // nullopt: there is no such part.
    std::optional<std::string> find(const std::string& name) const
    {
        try {
            return zip_.find(name);
        } catch (const ZipUnreadable& unreadable) {
            if (unreadable.why != ZipUnreadable::Why::too_large)
                throw Unreadable("broken_workbook");
            throw Unreadable("unpacked_too_large", std::to_string(part_bytes_max_ / 1024 / 1024));
        }
    }

private:
    ZipReader zip_;
    std::size_t part_bytes_max_;
};

// A part as XML; an empty document where the workbook has no such part.
void load(pugi::xml_document& document, const Archive& archive, const std::string& name)
{
    const auto part = archive.find(name);
    if (!part)
        return;
    constexpr auto options = pugi::parse_default | pugi::parse_ws_pcdata_single;
    if (!document.load_buffer(part->data(), part->size(), options))
        throw Unreadable("broken_workbook");
}

// Elements may carry a prefix of their namespace ("x:row"): only what follows it counts.
std::string_view name_of(pugi::xml_node node)
{
    const std::string_view name = node.name();
    const auto colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

pugi::xml_node child(pugi::xml_node node, std::string_view name)
{
    return node.find_child([&](pugi::xml_node one) { return name_of(one) == name; });
}

std::string_view attribute(pugi::xml_node node, std::string_view name)
{
    for (const auto one : node.attributes()) {
        const std::string_view full = one.name();
        if (full == name || (full.size() > name.size() && full.ends_with(name) &&
                             full[full.size() - name.size() - 1] == ':'))
            return one.value();
    }
    return {};
}

// The text of <si> or <is>: one <t>, or <t>s inside the runs <r>; not the readings of <rPh>.
std::string text_of(pugi::xml_node item)
{
    std::string text;
    for (const auto one : item.children()) {
        if (name_of(one) == "t")
            text += one.text().get();
        else if (name_of(one) == "r")
            text += child(one, "t").text().get();
    }
    return text;
}

std::optional<double> parse_number(std::string_view text)
{
    double number = 0;
    const auto end = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = end.ec == std::errc() && end.ptr == text.data() + text.size();
    return whole && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

std::optional<std::size_t> parse_index(std::string_view text)
{
    std::size_t index = 0;
    const auto end = std::from_chars(text.data(), text.data() + text.size(), index);
    return end.ec == std::errc() && end.ptr == text.data() + text.size() ? std::optional(index)
                                                                         : std::nullopt;
}

// "BC23" -> 54, counted from 0; nullopt for what names no column.
std::optional<std::size_t> column_of(std::string_view reference)
{
    std::size_t column = 0;
    std::size_t letters = 0;
    for (const char c : reference) {
        if (c < 'A' || c > 'Z')
            break;
        column = column * 26 + static_cast<std::size_t>(c - 'A') + 1;
        if (++letters > 3)
            return std::nullopt;
    }
    return letters == 0 ? std::nullopt : std::optional(column - 1);
}

// ---- the workbook

struct SheetPlace {
    std::string name;
    std::string path;
};

struct Workbook {
    std::vector<SheetPlace> sheets; // those that are not hidden
    Epoch epoch = Epoch::from_1900;
    std::vector<std::string> texts; // shared ones, by number
    std::set<std::size_t> dates;    // numbers of the cell formats that show a date or an hour
};

std::string path_of_relation(const Archive& archive, std::string_view relation)
{
    pugi::xml_document document;
    load(document, archive, "xl/_rels/workbook.xml.rels");
    for (const auto one : document.document_element().children()) {
        if (attribute(one, "Id") != relation)
            continue;
        const std::string target(attribute(one, "Target"));
        return target.starts_with('/') ? target.substr(1) : "xl/" + target;
    }
    throw Unreadable("broken_workbook");
}

void read_contents(const Archive& archive, Workbook& workbook, const Limits& limits)
{
    pugi::xml_document document;
    load(document, archive, "xl/workbook.xml");
    const auto root = document.document_element();
    if (!root)
        throw Unreadable("not_a_workbook");
    const auto mac = attribute(child(root, "workbookPr"), "date1904");
    if (mac == "1" || mac == "true")
        workbook.epoch = Epoch::from_1904;
    for (const auto sheet : child(root, "sheets").children()) {
        const auto state = attribute(sheet, "state");
        if (name_of(sheet) != "sheet" || state == "hidden" || state == "veryHidden")
            continue;
        if (workbook.sheets.size() == limits.sheets)
            throw Unreadable("too_many_sheets", std::to_string(limits.sheets));
        workbook.sheets.push_back({std::string(attribute(sheet, "name")),
                                   path_of_relation(archive, attribute(sheet, "id"))});
    }
    if (workbook.sheets.empty())
        throw Unreadable("no_sheet");
}

void read_shared_texts(const Archive& archive, Workbook& workbook)
{
    pugi::xml_document document;
    load(document, archive, "xl/sharedStrings.xml");
    for (const auto one : document.document_element().children())
        if (name_of(one) == "si")
            workbook.texts.push_back(text_of(one));
}

// "dd/mm/yyyy", "[$-410]d mmmm yyyy;@": a letter of dates outside quotes and brackets.
bool shows_a_date(std::string_view format)
{
    bool quoted = false;
    bool bracketed = false;
    for (std::size_t i = 0; i < format.size(); ++i) {
        const char c = format[i];
        if (c == '\\')
            ++i;
        else if (c == '"')
            quoted = !quoted;
        else if (c == '[' || c == ']')
            bracketed = c == '[';
        else if (!quoted && !bracketed &&
                 std::string_view("dDmMyYhHsS").find(c) != std::string_view::npos)
            return true;
    }
    return false;
}

bool is_built_in_date(std::size_t format)
{
    return (format >= 14 && format <= 22) || (format >= 45 && format <= 47);
}

void read_formats(const Archive& archive, Workbook& workbook)
{
    pugi::xml_document document;
    load(document, archive, "xl/styles.xml");
    const auto root = document.document_element();
    std::set<std::size_t> date_formats;
    for (const auto one : child(root, "numFmts").children())
        if (const auto id = parse_index(attribute(one, "numFmtId")))
            if (shows_a_date(attribute(one, "formatCode")))
                date_formats.insert(*id);

    std::size_t number = 0;
    for (const auto one : child(root, "cellXfs").children()) {
        const auto format = parse_index(attribute(one, "numFmtId")).value_or(0);
        if (is_built_in_date(format) || date_formats.contains(format))
            workbook.dates.insert(number);
        ++number;
    }
}

// ---- the sheet

// What a person sees who reads the sheet: "23", "1.5", "2026-11-23 21:30", "21:30".
std::string shown(double number, bool is_date, Epoch epoch)
{
    const auto clock = [](int minute) {
        char text[16];
        std::snprintf(text, sizeof text, "%02d:%02d", minute / 60, minute % 60);
        return std::string(text);
    };
    if (is_date && number < 1)
        if (const auto minute = hour_of_number(number))
            return clock(*minute);
    if (is_date)
        if (const auto day = day_of_number(number, epoch))
            return to_string(day->date) + (day->minute ? " " + clock(*day->minute) : "");
    char text[32];
    const auto end = std::to_chars(text, text + sizeof text, number);
    return {text, end.ptr};
}

Cell read_cell(pugi::xml_node node, const Workbook& workbook)
{
    const auto type = attribute(node, "t");
    const std::string_view value = child(node, "v").text().get();
    if (type == "s") {
        const auto index = parse_index(value);
        if (!index || *index >= workbook.texts.size())
            throw Unreadable("broken_workbook");
        return {workbook.texts[*index], std::nullopt};
    }
    if (type == "inlineStr")
        return {text_of(child(node, "is")), std::nullopt};
    if (type == "b")
        return {value == "1" ? "true" : "false", std::nullopt};
    if (type == "str" || type == "d" || type == "e")
        return {std::string(value), std::nullopt};
    const auto number = parse_number(value);
    if (!number)
        return {std::string(value), std::nullopt};
    const auto format = parse_index(attribute(node, "s")).value_or(0);
    return {shown(*number, workbook.dates.contains(format), workbook.epoch), number};
}

Row read_row(pugi::xml_node node, const Workbook& workbook, int line, const Limits& limits)
{
    Row row;
    row.line = line;
    std::size_t column = 0;
    for (const auto one : node.children()) {
        if (name_of(one) != "c")
            continue;
        // A cell without a reference stands beside the one before it.
        column = column_of(attribute(one, "r")).value_or(column);
        if (column >= limits.columns)
            throw Unreadable("too_many_columns", std::to_string(limits.columns));
        if (row.cells.size() <= column)
            row.cells.resize(column + 1);
        row.cells[column++] = read_cell(one, workbook);
    }
    while (!row.cells.empty() && row.cells.back().text.empty())
        row.cells.pop_back();
    return row;
}

Sheet read_sheet(const Archive& archive, const Workbook& workbook, const SheetPlace& place,
                 const Limits& limits)
{
    pugi::xml_document document;
    load(document, archive, place.path);
    Sheet sheet;
    sheet.name = place.name;
    sheet.epoch = workbook.epoch;
    int line = 0;
    for (const auto one : child(document.document_element(), "sheetData").children()) {
        if (name_of(one) != "row")
            continue;
        const auto number = parse_index(attribute(one, "r"));
        line = number && *number < 2'000'000 ? static_cast<int>(*number) : line + 1;
        auto row = read_row(one, workbook, line, limits);
        if (row.cells.empty())
            continue;
        if (sheet.rows.size() == limits.rows)
            throw Unreadable("too_many_rows", std::to_string(limits.rows));
        sheet.rows.push_back(std::move(row));
    }
    return sheet;
}

// What the sheets share.
Workbook read_shared(const Archive& archive, const Limits& limits)
{
    Workbook workbook;
    read_contents(archive, workbook, limits);
    read_shared_texts(archive, workbook);
    read_formats(archive, workbook);
    return workbook;
}

} // namespace

Sheet read_first(std::string_view bytes, const Limits& limits)
{
    const Archive archive(bytes, limits.part_bytes);
    const auto workbook = read_shared(archive, limits);
    return read_sheet(archive, workbook, workbook.sheets.front(), limits);
}

std::vector<Sheet> read_all(std::string_view bytes, const Limits& limits)
{
    const Archive archive(bytes, limits.part_bytes);
    const auto workbook = read_shared(archive, limits);
    std::vector<Sheet> sheets;
    for (const auto& place : workbook.sheets)
        sheets.push_back(read_sheet(archive, workbook, place, limits));
    return sheets;
}

std::optional<Day> day_of_number(double number, Epoch epoch)
{
    // 1990 to 2199: outside it is some other number, and the column is not the one of dates.
    constexpr double least = 32874;
    constexpr double most = 109575;
    const double days = number + (epoch == Epoch::from_1904 ? 1462 : 0);
    if (!(days >= least && days < most))
        return std::nullopt;
    const double whole = std::floor(days);
    const auto date = make_date(1899, 12, 30).plus_days(static_cast<int>(whole));
    const auto minute = static_cast<int>(std::lround((days - whole) * minutes_per_day));
    if (minute == 0)
        return Day{date, std::nullopt};
    return minute == minutes_per_day ? Day{date.plus_days(1), 0} : Day{date, minute};
}

std::optional<int> hour_of_number(double number)
{
    if (number > 0 && number < 1)
        return static_cast<int>(std::lround(number * minutes_per_day)) % minutes_per_day;
    if (number >= 0 && number < 24 && number == std::floor(number))
        return static_cast<int>(number) * 60; // "21" in a cell of its own
    return std::nullopt;
}

} // namespace workbook
