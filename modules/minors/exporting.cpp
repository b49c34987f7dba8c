// SPDX-License-Identifier: EUPL-1.2
// Which files can be told to SINBA, what the others lack, and the flow.
#include <algorithm>
#include <cctype>

#include "minors/sinba.h"
#include "minors/work.h"

using core::Context;

namespace minors {

namespace {

constexpr int told_max = 2000;

std::vector<FileRow> every_file(Context& context)
{
    auto rows = list_rows(context.store, false, told_max);
    for (auto& row : list_rows(context.store, true, told_max))
        rows.push_back(std::move(row));
    return rows;
}

std::vector<std::string> missing_of(Context& context, const FileRow& row)
{
    return missing_for_sinba(row, people::birth_of(context, row.person));
}

// SINBA.xsd, CFOperatore: the codice fiscale of a human being (LLLLLLDDLDDLXXXL), or eleven digits.
bool is_tax_code(const std::string& text)
{
    constexpr std::string_view form = "LLLLLLDDLDDLXXXL";
    const auto fits = [](char c, char kind) {
        const auto byte = static_cast<unsigned char>(c);
        const bool letter = byte < 128 && std::isalpha(byte) != 0;
        const bool digit = byte < 128 && std::isdigit(byte) != 0;
        return (letter && kind != 'D') || (digit && kind != 'L');
    };
    if (text.size() == 11)
        return std::all_of(text.begin(), text.end(), [&](char c) { return fits(c, 'D'); });
    return text.size() == form.size() && std::equal(text.begin(), text.end(), form.begin(), fits);
}

std::optional<Date> reported_to_court_on(Context& context, const FileRow& row)
{
    std::optional<Date> first;
    for (const auto& step : steps_of(context.store, row.id))
        if (step.what == court_report && (!first || step.done_on < *first))
            first = step.done_on;
    return first;
}

} // namespace

SinbaSheet show_sinba(Context& context)
{
    SinbaSheet sheet;
    std::vector<std::pair<FileRow, std::vector<std::string>>> lacking;
    std::vector<Id<people::Person>> persons;
    for (auto& row : every_file(context)) {
        auto missing = missing_of(context, row);
        if (missing.empty()) {
            ++sheet.ready;
            continue;
        }
        persons.push_back(row.person);
        lacking.emplace_back(std::move(row), std::move(missing));
    }
    const auto cards = people::find_cards(context, persons);
    for (auto& [row, missing] : lacking)
        if (const auto card = cards.find(row.person); card != cards.end())
            sheet.missing.push_back({row.id, card->second, std::move(missing)});
    return sheet;
}

core::Bytes export_sinba(Context& context, const ExportSinba& wish)
{
    if (!is_tax_code(wish.operator_code))
        refuse("operator_code", "minors.tax_code");
    std::vector<SinbaEntry> entries;
    for (const auto& row : every_file(context))
        if (missing_of(context, row).empty())
            entries.push_back({row, people::birth_of(context, row.person),
                               people::get_card(context, row.person).number,
                               reported_to_court_on(context, row)});
    if (entries.empty())
        throw Problem(409, "minors.nothing_to_export");
    const auto& city = context.city();
    return {sinba_xml({wish.body_code, city.partner, city.cadastral, wish.operator_code}, entries,
                      context.today()),
            "application/xml"};
}

} // namespace minors
