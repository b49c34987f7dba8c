// SPDX-License-Identifier: EUPL-1.2
#include "survey/xlsform/columns.h"

#include <algorithm>
#include <array>

namespace xlsform {

namespace {

// Other names that XLSForm has for the same column.
std::string usual(std::string name)
{
    static const std::map<std::string, std::string> others{
        {"caption", "label"},      {"relevance", "relevant"},  {"calculate", "calculation"},
        {"readonly", "read_only"}, {"read only", "read_only"}, {"list name", "list_name"},
        {"value", "name"},         {"count", "repeat_count"},  {"skip logic", "relevant"}};
    for (auto& c : name)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    const auto found = others.find(name);
    return found == others.end() ? name : found->second;
}

std::string trimmed(std::string_view text)
{
    const auto begins = text.find_first_not_of(" \t\r\n");
    if (begins == std::string_view::npos)
        return "";
    return std::string(text.substr(begins, text.find_last_not_of(" \t\r\n") - begins + 1));
}

bool is_code(std::string_view text)
{
    const bool of_letters = std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
    });
    return of_letters && text.size() >= 2 && text.size() <= 11 && !text.starts_with('-') &&
           !text.ends_with('-') && text.substr(0, text.find('-')).size() <= 3;
}

} // namespace

std::optional<std::string> language_code(std::string_view text)
{
    const auto whole = trimmed(text);
    const auto begins = whole.rfind('(');
    if (whole.ends_with(')') && begins != std::string::npos) {
        const auto code = trimmed(whole.substr(begins + 1, whole.size() - begins - 2));
        return is_code(code) ? std::optional(code) : std::nullopt;
    }
    return is_code(whole) ? std::optional(whole) : std::nullopt;
}

Table::Table(const Sheet& sheet, bool (*knows)(const std::string& name), std::vector<Fault>& faults)
    : sheet_(sheet.name)
{
    if (sheet.rows.empty())
        return;
    const auto& head = sheet.rows.front();
    for (std::size_t place = 0; place < head.cells.size(); ++place)
        read_header(place, head.cells[place], head.line, knows, faults);
    rows_.assign(sheet.rows.begin() + 1, sheet.rows.end());
    for (const auto& row : rows_)
        for (std::size_t place = 0; place < row.cells.size(); ++place)
            if (!row.cells[place].empty() &&
                (place >= columns_.size() || columns_[place].header.empty()))
                faults.push_back({sheet_, row.line, "", "without_a_column", row.cells[place]});
}

void Table::read_header(std::size_t place, const std::string& header, int line,
                        bool (*knows)(const std::string& name), std::vector<Fault>& faults)
{
    columns_.resize(std::max(columns_.size(), place + 1));
    auto& column = columns_[place];
    if (header.empty())
        return;
    const auto mark = header.find("::");
    column = {header, usual(trimmed(header.substr(0, mark))), ""};
    if (mark != std::string::npos) {
        const auto code = language_code(header.substr(mark + 2));
        if (!code)
            faults.push_back({sheet_, line, header, "language_without_code", header});
        column.language = code.value_or("");
    }
    if (!knows(column.name)) {
        faults.push_back({sheet_, line, header, "unknown_column", header});
        column.name.clear();
        return;
    }
    for (std::size_t other = 0; other < place; ++other)
        if (columns_[other].name == column.name && columns_[other].language == column.language)
            faults.push_back({sheet_, line, header, "column_twice", header});
}

std::string Table::cell(const SheetRow& row, std::string_view name) const
{
    for (std::size_t place = 0; place < columns_.size() && place < row.cells.size(); ++place)
        if (columns_[place].name == name)
            return row.cells[place];
    return "";
}

Texts Table::texts(const SheetRow& row, std::string_view name,
                   const std::string& default_language) const
{
    Texts texts;
    for (std::size_t place = 0; place < columns_.size() && place < row.cells.size(); ++place) {
        const auto& column = columns_[place];
        if (column.name == name && !row.cells[place].empty())
            texts[column.language.empty() ? default_language : column.language] = row.cells[place];
    }
    return texts;
}

std::string Table::header(std::string_view name) const
{
    for (const auto& column : columns_)
        if (column.name == name)
            return column.header;
    return std::string(name);
}

bool Table::has(std::string_view name) const
{
    return std::any_of(columns_.begin(), columns_.end(),
                       [&](const Column& column) { return column.name == name; });
}

} // namespace xlsform
