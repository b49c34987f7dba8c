// SPDX-License-Identifier: EUPL-1.2
// The pack to work with: each part a sheet. Amounts are numbers there as their texts say them, so
// that no cent is lost on the way: a workbook keeps fifteen digits.
#include <charconv>

#include "base/workbook.h"
#include "reporting/pack_words.h"

using core::Context;

namespace reporting {

namespace {

// A cell is a number where its text is one: "12", "1234.50".
workbook::Cell cell_of(const std::string& text)
{
    workbook::Cell cell{text, {}};
    double number = 0;
    const auto* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number, std::chars_format::fixed);
    if (!text.empty() && read.ec == std::errc() && read.ptr == end)
        cell.number = number;
    return cell;
}

enum class Numbers { yes, no };

workbook::Sheet sheet_of(const std::string& name, const Lines& lines, Numbers numbers)
{
    workbook::Sheet sheet;
    sheet.name = name;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        workbook::Row row{static_cast<int>(i) + 1, {}};
        for (std::size_t j = 0; j < lines[i].size(); ++j)
            row.cells.push_back(numbers == Numbers::yes && i > 0 && j > 0
                                    ? cell_of(lines[i][j])
                                    : workbook::Cell{lines[i][j], {}});
        sheet.rows.push_back(std::move(row));
    }
    return sheet;
}

Lines as_lines(Context& context, const Said& said)
{
    Lines lines{{say(context, "entry"), say(context, "content")}};
    for (const auto& [name, value] : said)
        lines.push_back({name, value});
    return lines;
}

// Plain decimals: how they look is the workbook's business.
Lines plain_money(Context& context, const Pack& pack)
{
    auto lines = money_in(context, pack);
    const auto fill = [](std::vector<std::string>& line, const PackAmounts& from) {
        line = {line[0], from.budget, from.in_quarter, from.so_far, from.left};
    };
    for (std::size_t i = 0; i < pack.content.lines.size(); ++i)
        fill(lines[i + 1], pack.content.lines[i]);
    fill(lines.back(), pack.content.sums);
    return lines;
}

} // namespace

std::string pack_as_workbook(Context& context, const Pack& pack)
{
    auto general = as_lines(context, general_data(context, pack));
    if (pack.closed)
        general.push_back({say(context, "hash"), pack.closings.front().hash});
    return workbook::write({
        sheet_of(say(context, "sheet_general"), general, Numbers::no),
        sheet_of(say(context, "sheet_procedure"), as_lines(context, narrative_of(context, pack)),
                 Numbers::no),
        sheet_of(say(context, "sheet_actors"), partners_in(context, pack), Numbers::no),
        sheet_of(say(context, "sheet_agreements"), agreements_in(context, pack), Numbers::no),
        sheet_of(say(context, "sheet_activities"), activities_in(context, pack), Numbers::no),
        sheet_of(say(context, "sheet_figures"), figures_in(context, pack), Numbers::yes),
        sheet_of(say(context, "sheet_explained"), parts_in(context, pack), Numbers::yes),
        sheet_of(say(context, "sheet_finances"), plain_money(context, pack), Numbers::yes),
    });
}

} // namespace reporting
