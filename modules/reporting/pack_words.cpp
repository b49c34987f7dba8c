// SPDX-License-Identifier: EUPL-1.2
#include "reporting/pack_words.h"

#include <algorithm>
#include <array>

#include "core/house.h"

using core::Context;

namespace reporting {

namespace {

constexpr std::array genders{"F", "M", "X", "U"};
constexpr std::array ages{"under_18", "18_60", "over_60", "not_recorded"};

bool is_italian(Context& context) { return context.language() == "it"; }

std::string yes_or_no(Context& context, bool yes) { return say(context, yes ? "yes" : "no"); }

template <class Matches> std::string persons_where(const FrameworkRow& row, const Matches& matches)
{
    int persons = 0;
    for (const auto& cell : row.cells)
        persons += matches(cell) ? cell.persons : 0;
    return std::to_string(persons);
}

std::string annex_codes(Context& context, const AnnexCodes& codes)
{
    auto text = labels_of(context, "annex_vi_field", codes.field_codes);
    const auto add = [&](const std::string& more) {
        if (!more.empty())
            text += (text.empty() ? "" : "; ") + more;
    };
    add(labels_of(context, "annex_vi_action", codes.action_codes));
    if (codes.implementation)
        add(label_of(context, "annex_vi_implementation", *codes.implementation));
    return text;
}

} // namespace

std::string say(Context& context, const std::string& key, const Facts& facts)
{
    return context.house.words().say(context.language(), "page.reporting." + key, facts);
}

std::string label_of(Context& context, const char* list, const std::string& code)
{
    const auto* found = context.catalogue().find_code(list, code);
    if (found == nullptr)
        return code;
    return is_italian(context) ? found->label.it : found->label.en;
}

std::string labels_of(Context& context, const char* list, const std::vector<std::string>& codes)
{
    std::string text;
    for (const auto& code : codes)
        text += (text.empty() ? "" : "; ") + label_of(context, list, code);
    return text;
}

std::string day_in(Context& context, Date day)
{
    if (!is_italian(context))
        return to_string(day);
    const auto [year, month, number] = parts(day);
    return std::to_string(number) + "/" + std::to_string(month) + "/" + std::to_string(year);
}

std::string amount_in(Context& context, const std::string& amount)
{
    auto text = amount;
    const auto point = text.find('.');
    const auto first = text.starts_with('-') ? 1 : 0;
    if (is_italian(context) && point != std::string::npos)
        text[point] = ',';
    for (auto at = static_cast<int>(std::min(point, text.size())) - 3; at > first; at -= 3)
        text.insert(static_cast<std::size_t>(at), is_italian(context) ? "." : ",");
    return text;
}

Said general_data(Context& context, const Pack& pack)
{
    const auto& content = pack.content;
    return {
        {say(context, "name"), content.name},
        {say(context, "city"), content.city + ", " + content.body},
        {say(context, "quarter"), content.period},
        {say(context, "fund"), label_of(context, "reporting_fund", content.fund)},
        {say(context, "objective"),
         content.objective ? label_of(context, "reporting_objective", *content.objective) : ""},
        {say(context, "number"), content.number.value_or("")},
        {say(context, "cup"), content.cup.value_or("")},
        {say(context, "runs"), say(context, "from_until",
                                   {{"from", day_in(context, content.starts_on)},
                                    {"until", day_in(context, content.ends_on)}})},
        {say(context, "annex_codes"), annex_codes(context, content)},
        {say(context, "aim"), content.aim.value_or("")},
    };
}

Said narrative_of(Context& context, const Pack& pack)
{
    const auto& narrative = pack.content.narrative;
    return {
        {say(context, "progress"), narrative.progress.value_or("")},
        {say(context, "strengths"), narrative.strengths.value_or("")},
        {say(context, "deviations"), narrative.deviations.value_or("")},
        {say(context, "difficulties"), narrative.difficulties.value_or("")},
        {say(context, "staff_changes"), narrative.staff_changes.value_or("")},
        {say(context, "networks"), narrative.networks.value_or("")},
    };
}

Lines partners_in(Context& context, const Pack& pack)
{
    Lines lines{{say(context, "body"), say(context, "kind"), say(context, "role"),
                 say(context, "annex_codes")}};
    for (const auto& one : pack.content.partners)
        lines.push_back({one.name, label_of(context, "organisation_kind", one.kind),
                         label_of(context, "reporting_role", one.role), annex_codes(context, one)});
    return lines;
}

Lines agreements_in(Context& context, const Pack& pack)
{
    Lines lines{{say(context, "agreement"), say(context, "parties"), say(context, "level"),
                 say(context, "in_force"), say(context, "document"), say(context, "communities")}};
    for (const auto& one : pack.content.agreements)
        lines.push_back({one.name, one.parties, label_of(context, "reporting_level", one.level),
                         say(context, "from_until",
                             {{"from", day_in(context, one.in_force_on)},
                              {"until", one.until ? day_in(context, *one.until) : "…"}}),
                         one.document.value_or("–"),
                         yes_or_no(context, one.civil_society && one.migrants)});
    return lines;
}

Lines activities_in(Context& context, const Pack& pack)
{
    Lines lines{{say(context, "activity"), say(context, "planned"), say(context, "state"),
                 say(context, "deviation")}};
    for (const auto& one : pack.content.activities)
        lines.push_back({one.number + " " + one.name,
                         say(context, "from_until",
                             {{"from", day_in(context, one.planned_from)},
                              {"until", day_in(context, one.planned_until)}}),
                         label_of(context, "reporting_activity_state", one.state),
                         one.deviation.value_or("–")});
    return lines;
}

Lines figures_in(Context& context, const Pack& pack)
{
    Lines lines{{say(context, "figure"), say(context, "value")}};
    for (const auto* gender : genders)
        lines.front().push_back(label_of(context, "gender", gender));
    for (const auto* age : ages)
        lines.front().push_back(label_of(context, "reporting_age", age));
    for (const auto& row : pack.content.frameworks.rows) {
        std::vector<std::string> line{label_of(context, "reporting_figure", row.figure),
                                      std::to_string(row.value)};
        const bool of_persons = !row.cells.empty() || row.value == 0;
        for (const auto* gender : genders)
            line.push_back(of_persons ? persons_where(row,
                                                      [&](const FrameworkCell& cell) {
                                                          return cell.gender == gender;
                                                      })
                                      : "–");
        for (const auto* age : ages)
            line.push_back(
                of_persons
                    ? persons_where(row, [&](const FrameworkCell& cell) { return cell.age == age; })
                    : "–");
        lines.push_back(std::move(line));
    }
    return lines;
}

Lines parts_in(Context& context, const Pack& pack)
{
    Lines lines{{say(context, "figure"), say(context, "made_of"), say(context, "persons"),
                 say(context, "times")}};
    for (const auto& row : pack.content.frameworks.rows) {
        const auto name = label_of(context, "reporting_figure", row.figure);
        for (const auto& part : row.parts)
            lines.push_back({name, part.code + " " + label_of(context, "intervention", part.code),
                             std::to_string(part.persons), std::to_string(part.events)});
        for (const auto& left_out : row.left_out)
            lines.push_back(
                {name,
                 say(context, "left_out",
                     {{"why", label_of(context, "reporting_left_out", left_out.reason)}}),
                 std::to_string(left_out.count), "–"});
    }
    return lines;
}

Lines money_in(Context& context, const Pack& pack)
{
    Lines lines{{say(context, "budget_line"), say(context, "budget"), say(context, "in_quarter"),
                 say(context, "so_far"), say(context, "left")}};
    const auto add = [&](const std::string& name, const PackAmounts& line) {
        lines.push_back({name, amount_in(context, line.budget), amount_in(context, line.in_quarter),
                         amount_in(context, line.so_far), amount_in(context, line.left)});
    };
    for (const auto& line : pack.content.lines)
        add((line.number ? *line.number + " " : "") +
                label_of(context, "reporting_heading", line.heading) + ": " + line.name +
                (line.partner ? " (" + *line.partner + ")" : ""),
            line);
    add(say(context, "whole"), pack.content.sums);
    return lines;
}

} // namespace reporting
