// SPDX-License-Identifier: EUPL-1.2
#include "base/csv.h"

#include <csv.h>

#include <algorithm>

#include "base/problem.h"

namespace {

struct Collector {
    std::vector<CsvRow> rows;
    CsvRow current;
    bool anything = false; // the row has a cell that is not empty
};

void take_cell(void* bytes, std::size_t length, void* data)
{
    auto& collector = *static_cast<Collector*>(data);
    collector.current.cells.emplace_back(static_cast<const char*>(bytes), length);
    collector.anything |= length > 0;
}

void take_row(int, void* data)
{
    auto& collector = *static_cast<Collector*>(data);
    if (collector.anything)
        collector.rows.push_back(std::move(collector.current));
    collector.current = {};
    collector.anything = false;
}

std::string_view without_mark(std::string_view text)
{
    return text.starts_with("\xEF\xBB\xBF") ? text.substr(3) : text;
}

// The first line with its end, which is "\n", "\r\n" or, from old machines, "\r" alone.
std::string_view first_line(std::string_view text)
{
    const auto end = text.find_first_of("\r\n");
    if (end == std::string_view::npos)
        return text;
    return text.substr(0, text.substr(end).starts_with("\r\n") ? end + 2 : end + 1);
}

} // namespace

std::vector<CsvRow> read_csv(std::string_view text, char separator, Remarks remarks)
{
    text = without_mark(text);
    csv_parser parser;
    ENSURE(csv_init(&parser, CSV_APPEND_NULL) == 0);
    csv_set_delim(&parser, static_cast<unsigned char>(separator));

    // Fed line by line, so that each row knows where it began; a quote may span lines.
    Collector collector;
    int line = 1;
    int row_line = 1;
    while (!text.empty()) {
        const auto piece = first_line(text);
        const bool between_rows = parser.pstate == 0;
        if (between_rows)
            row_line = line;
        if (!(between_rows && remarks == Remarks::leave_out && piece.starts_with("#"))) {
            const auto before = collector.rows.size();
            csv_parse(&parser, piece.data(), piece.size(), take_cell, take_row, &collector);
            if (collector.rows.size() > before)
                collector.rows.back().line = row_line;
        }
        text.remove_prefix(piece.size());
        ++line;
    }
    const bool open_quote = parser.quoted != 0 && parser.pstate == 2;
    const auto before = collector.rows.size();
    csv_fini(&parser, take_cell, take_row, &collector);
    csv_free(&parser);
    if (collector.rows.size() > before)
        collector.rows.back().line = row_line;
    if (open_quote)
        throw Problem(422, "core.csv_broken", {{"line", std::to_string(row_line)}});
    return std::move(collector.rows);
}

char guess_separator(std::string_view text)
{
    text = without_mark(text);
    std::size_t count[3] = {};
    bool quoted = false;
    for (const char c : text) {
        if (c == '"')
            quoted = !quoted;
        if (quoted)
            continue;
        if (c == '\n' || c == '\r')
            break;
        count[0] += c == ',';
        count[1] += c == ';';
        count[2] += c == '\t';
    }
    const auto most = std::max_element(count, count + 3) - count;
    return ",;\t"[most];
}

namespace {

// Spaces at the ends are kept only inside quotes.
bool needs_quotes(std::string_view cell)
{
    return cell.find_first_of("\",\r\n") != std::string_view::npos || cell.starts_with(' ') ||
           cell.ends_with(' ') || cell.starts_with('\t') || cell.ends_with('\t');
}

} // namespace

void write_csv_row(std::string& out, const std::vector<std::string>& cells)
{
    for (std::size_t i = 0; i < cells.size(); ++i) {
        out += i > 0 ? "," : "";
        if (!needs_quotes(cells[i])) {
            out += cells[i];
            continue;
        }
        out += '"';
        for (const char c : cells[i])
            out += c == '"' ? std::string("\"\"") : std::string(1, c);
        out += '"';
    }
    out += "\r\n";
}
