// SPDX-License-Identifier: EUPL-1.2
// The pack of a quarter: worked out from the books until it is closed, and then what stood there.
#include "reporting/pack.h"

#include <sodium.h>

#include <algorithm>
#include <array>

#include "access/access.h"
#include "base/json.h"
#include "core/house.h"
#include "core/version.h"
#include "reporting/pack_rows.h"
#include "reporting/persons.h"
#include "reporting/work.h"

using core::Context;

namespace reporting {

namespace {

Narrative show(const std::optional<NarrativeRow>& row)
{
    Narrative shown;
    if (row) {
        static_cast<NarrativeDetails&>(shown) = *row;
        shown.version = row->version;
    }
    return shown;
}

Closing show(Context& context, const ClosingRow& row)
{
    Closing shown;
    shown.id = row.id;
    shown.number = row.number;
    shown.hash = row.hash;
    shown.closed_at = row.closed_at;
    shown.closed_by_name = access::name_of(context, row.closed_by);
    shown.reason = row.reason;
    shown.reopened_at = row.reopened_at;
    if (row.reopened_by)
        shown.reopened_by_name = access::name_of(context, *row.reopened_by);
    return shown;
}

struct Amounts {
    std::int64_t budget = 0;
    std::int64_t in_quarter = 0;
    std::int64_t so_far = 0;
};

void write(PackAmounts& line, const Amounts& amounts)
{
    line.budget = cents_text(amounts.budget);
    line.in_quarter = cents_text(amounts.in_quarter);
    line.so_far = cents_text(amounts.so_far);
    line.left = cents_text(amounts.budget - amounts.so_far);
}

void add_money(Context& context, PackContent& content, const Id<Project>& id, Period quarter)
{
    std::map<Id<Partner>, std::string> names;
    for (const auto& partner : content.partners)
        names[partner.id] = partner.name;
    const auto expenses = expenses_of(context.store, id);
    Amounts whole;
    for (const auto& row : lines_of(context.store, id)) {
        Amounts amounts;
        amounts.budget = row.amount_cents;
        for (const auto& expense : expenses) {
            if (expense.line != row.id || expense.spent_on >= quarter.ends)
                continue;
            amounts.so_far += expense.amount_cents;
            amounts.in_quarter += quarter.contains(expense.spent_on) ? expense.amount_cents : 0;
        }
        whole.budget += amounts.budget;
        whole.in_quarter += amounts.in_quarter;
        whole.so_far += amounts.so_far;
        PackLine line;
        line.heading = row.heading;
        line.number = row.number;
        line.name = row.name;
        if (row.partner)
            line.partner = names[*row.partner];
        write(line, amounts);
        content.lines.push_back(std::move(line));
    }
    write(content.sums, whole);
}

void add_figures(Context& context, PackContent& content, const ProjectRow& project, Period quarter)
{
    auto ours = participations(context.store, quarter);
    std::erase_if(ours, [&](const Participation& one) { return !is_of(project, one); });
    content.frameworks = count_frameworks(context.catalogue(), ours);
    auto& rows = content.frameworks.rows;
    const auto after = std::find_if(rows.begin(), rows.end(), [](const FrameworkRow& row) {
        return row.figure.starts_with("II.");
    });
    rows.insert(after, count_agreements(content.agreements, quarter));
}

// What was frozen keeps its codes, also those that have been retired since.
class EveryCode : public Lists {
public:
    bool has(std::string_view, std::string_view) const override { return true; }
    std::vector<std::string> codes(std::string_view) const override { return {}; }
};

PackContent read_content(Context& context, const std::string& text)
{
    const EveryCode codes;
    Reading reading{codes, context.now, false, {}};
    const auto document = JsonDocument::parse(text);
    return read_input<PackContent>(reading, document.root());
}

std::optional<ClosingRow> standing_closing(Context& context, const Id<Project>& id,
                                           const std::string& period)
{
    for (auto& row : closings_of(context.store, id, period))
        if (!row.reopened_at)
            return std::move(row);
    return std::nullopt;
}

// Without when it was worked out.
// What was done and spent; not when it was looked at, nor by which edition of the list.
std::string comparable(PackContent content)
{
    content.as_of = {};
    content.frameworks.mapping.clear();
    return to_json(content);
}

Pack show_pack(Context& context, const ProjectRow& project, Period quarter)
{
    Pack pack;
    pack.project = project.id;
    pack.over = quarter.ends <= context.today();
    pack.content = content_of(context, project, quarter);
    for (const auto& row : closings_of(context.store, project.id, to_string(quarter))) {
        pack.closings.push_back(show(context, row));
        if (row.reopened_at)
            continue;
        auto frozen = read_content(context, row.content);
        pack.closed = true;
        pack.intact = hash_of(row.content) == row.hash;
        pack.differs_now = comparable(frozen) != comparable(pack.content);
        pack.content = std::move(frozen);
    }
    return pack;
}

} // namespace

std::string hash_of(const std::string& text)
{
    std::array<unsigned char, 32> hash{};
    crypto_generichash(hash.data(), hash.size(),
                       reinterpret_cast<const unsigned char*>(text.data()), text.size(), nullptr,
                       0);
    std::array<char, 65> hex{};
    sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
    return hex.data();
}

Period get_quarter(const ProjectRow& project, const std::string& name)
{
    const auto period = parse_period(name);
    if (!period || *period != quarter_of(period->begins))
        refuse("period", "reporting.no_quarter", {{"expected", "2026-Q3"}});
    if (period->ends <= project.starts_on || period->begins > project.ends_on)
        throw not_found();
    return *period;
}

PackContent content_of(Context& context, const ProjectRow& project, Period quarter)
{
    PackContent content;
    static_cast<ProjectDetails&>(content) = project;
    content.period = to_string(quarter);
    content.city = context.city().name;
    content.body = context.city().partner;
    content.as_of = context.now;
    content.narrative = show(find_narrative(context.store, project.id, content.period));
    for (const auto& row : partners_of(context.store, project.id))
        content.partners.push_back(show(row));
    for (const auto& row : agreements_of(context.store, project.id))
        if (row.in_force_on < quarter.ends && (!row.until || *row.until >= quarter.begins))
            content.agreements.push_back(show(row));
    const auto last = std::min(quarter.ends.plus_days(-1), context.today());
    for (const auto& row : activities_of(context.store, project.id))
        content.activities.push_back(show(row, last));
    add_figures(context, content, project, quarter);
    add_money(context, content, project.id, quarter);
    content.persons = count_persons(context, project, quarter);
    return content;
}

PackList list_packs(Context& context, const OfProject& wish)
{
    const auto project = get_project_row(context, wish.project);
    std::set<std::string> narrated;
    for (const auto& row : narratives_of(context.store, project.id))
        narrated.insert(row.period);
    std::set<std::string> closed;
    for (const auto& row : standing_closings(context.store, project.id))
        closed.insert(row.period);
    PackList list;
    const auto last = std::min(project.ends_on, context.today());
    for (auto quarter = quarter_of(project.starts_on); quarter.begins <= last;
         quarter = quarter_of(quarter.ends)) {
        const auto name = to_string(quarter);
        list.items.insert(list.items.begin(), {name, quarter.ends <= context.today(),
                                               closed.count(name) > 0, narrated.count(name) > 0});
    }
    return list;
}

Pack get_pack(Context& context, const PackPath& wish)
{
    const auto project = get_project_row(context, wish.project);
    return show_pack(context, project, get_quarter(project, wish.period));
}

Narrative write_narrative(Context& context, const WriteNarrative& wish)
{
    const auto project = get_standing_project(context, wish.project);
    const auto period = to_string(get_quarter(project, wish.period));
    if (standing_closing(context, project.id, period))
        throw Problem(409, "reporting.quarter_closed", {{"quarter", period}});
    auto row = find_narrative(context.store, project.id, period);
    core::check_base(wish.base, show(row));
    const bool is_new = !row;
    if (is_new) {
        row.emplace();
        row->id = Id<NarrativeRow>(named_uuid("narrative " + to_string(project.id) + " " + period));
        row->project = project.id;
        row->period = period;
        row->version = 0;
    }
    static_cast<NarrativeDetails&>(*row) = wish;
    ++row->version;
    is_new ? write_new(context, *row) : write_again(context, *row);
    return show(row);
}

Pack close_pack(Context& context, const ClosePack& wish)
{
    const auto project = get_standing_project(context, wish.project);
    const auto quarter = get_quarter(project, wish.period);
    const auto period = to_string(quarter);
    if (quarter.ends > context.today())
        throw Problem(409, "reporting.quarter_running",
                      {{"last_day", to_string(quarter.ends.plus_days(-1))}});
    const auto before = closings_of(context.store, project.id, period);
    if (!before.empty() && !before.front().reopened_at)
        throw Problem(409, "reporting.quarter_closed", {{"quarter", period}});
    ClosingRow row;
    row.id = wish.id;
    row.project = project.id;
    row.period = period;
    row.number = before.empty() ? 1 : before.front().number + 1;
    row.content = to_json(content_of(context, project, quarter));
    row.hash = hash_of(row.content);
    row.closed_by = context.actor.account;
    row.closed_at = context.now;
    store::insert_row(context.store, row);
    return show_pack(context, project, quarter);
}

Pack reopen_pack(Context& context, const ReopenPack& wish)
{
    const auto project = get_standing_project(context, wish.project);
    const auto quarter = get_quarter(project, wish.period);
    auto row = standing_closing(context, project.id, to_string(quarter));
    if (!row)
        throw Problem(409, "reporting.quarter_open", {{"quarter", to_string(quarter)}});
    row->reason = wish.reason;
    row->reopened_by = context.actor.account;
    row->reopened_at = context.now;
    store::update_row(context.store, *row);
    return show_pack(context, project, quarter);
}

core::Bytes print_pack(Context& context, const PackPath& wish)
{
    return {pack_as_pdf(context, get_pack(context, wish)), "application/pdf", 200};
}

core::Bytes export_pack(Context& context, const PackPath& wish)
{
    return {pack_as_workbook(context, get_pack(context, wish)),
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", 200};
}

} // namespace reporting
