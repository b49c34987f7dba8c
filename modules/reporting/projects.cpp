// SPDX-License-Identifier: EUPL-1.2
// Projects, and what stands around them: partners, agreements, activities.
#include <algorithm>
#include <cctype>

#include "core/version.h"
#include "reporting/work.h"

using core::Context;

namespace reporting {

namespace {

constexpr std::size_t cup_length = 15;

void check(const ProjectDetails& wish)
{
    if (wish.ends_on < wish.starts_on)
        refuse("ends_on", "reporting.before_beginning", {{"least", to_string(wish.starts_on)}});
    if (!wish.cup)
        return;
    const bool is_plain = std::all_of(wish.cup->begin(), wish.cup->end(), [](unsigned char c) {
        return c < 128 && std::isalnum(c) != 0;
    });
    if (wish.cup->size() != cup_length || !is_plain)
        refuse("cup", "reporting.no_cup", {{"length", std::to_string(cup_length)}});
}

void check(const AgreementDetails& wish)
{
    if (wish.until && *wish.until < wish.in_force_on)
        refuse("until", "reporting.before_beginning", {{"least", to_string(wish.in_force_on)}});
}

void check(const ActivityDetails& wish)
{
    if (wish.planned_until < wish.planned_from)
        refuse("planned_until", "reporting.before_beginning",
               {{"least", to_string(wish.planned_from)}});
    if (wish.done_on && !wish.begun_on)
        refuse("begun_on", "reporting.begun_first");
    if (wish.done_on && *wish.done_on < *wish.begun_on)
        refuse("done_on", "reporting.before_beginning", {{"least", to_string(*wish.begun_on)}});
}

template <class Row> Row standing(Context& context, std::optional<Row> row)
{
    if (!row)
        throw not_found();
    get_standing_project(context, row->project);
    return std::move(*row);
}

PartnerRow get_partner_row(Context& context, const Id<Partner>& id)
{
    return standing(context, find_partner(context.store, id));
}

AgreementRow get_agreement_row(Context& context, const Id<Agreement>& id)
{
    return standing(context, find_agreement(context.store, id));
}

ActivityRow get_activity_row(Context& context, const Id<Activity>& id)
{
    return standing(context, find_activity(context.store, id));
}

} // namespace

// ---- projects

ProjectList list_projects(Context& context)
{
    ProjectList list;
    for (const auto& row : every_project(context.store)) {
        const auto project = show(context, row);
        list.items.push_back({row.id, row.name, row.fund, row.starts_on, row.ends_on,
                              static_cast<int>(project.partners.size()), project.sums});
    }
    return list;
}

Project get_project(Context& context, const ProjectPath& wish)
{
    return show(context, get_project_row(context, wish.id));
}

Project add_project(Context& context, const AddProject& wish)
{
    check(wish);
    ProjectRow row;
    static_cast<ProjectDetails&>(row) = wish;
    row.id = wish.id;
    write_new(context, row);
    return show(context, row);
}

Project change_project(Context& context, const ChangeProject& wish)
{
    auto row = get_standing_project(context, wish.id);
    core::check_base(wish.base, show(context, row));
    check(wish);
    static_cast<ProjectDetails&>(row) = wish;
    ++row.version;
    write_again(context, row);
    return show(context, row);
}

void cancel_project(Context& context, const ProjectPath& wish)
{
    auto row = get_project_row(context, wish.id);
    cancel(context, row);
}

Project restore_project(Context& context, const RestoreProject& wish)
{
    auto row = get_project_row(context, wish.id);
    restore(context, row);
    return show(context, row);
}

// ---- partners

Partner add_partner(Context& context, const AddPartner& wish)
{
    get_standing_project(context, wish.project);
    PartnerRow row;
    static_cast<PartnerDetails&>(row) = wish;
    row.id = wish.id;
    row.project = wish.project;
    write_new(context, row);
    return show(row);
}

Partner change_partner(Context& context, const ChangePartner& wish)
{
    auto row = get_partner_row(context, wish.id);
    static_cast<PartnerDetails&>(row) = wish;
    write_again(context, row);
    return show(row);
}

void cancel_partner(Context& context, const PartnerPath& wish)
{
    auto row = get_partner_row(context, wish.id);
    for (const auto& line : lines_of(context.store, row.project))
        if (line.partner == row.id)
            throw Problem(409, "reporting.partner_has_budget", {{"line", line.name}});
    cancel(context, row);
}

Partner restore_partner(Context& context, const RestorePartner& wish)
{
    auto row = get_partner_row(context, wish.id);
    restore(context, row);
    return show(row);
}

// ---- agreements

Agreement add_agreement(Context& context, const AddAgreement& wish)
{
    get_standing_project(context, wish.project);
    check(wish);
    AgreementRow row;
    static_cast<AgreementDetails&>(row) = wish;
    row.id = wish.id;
    row.project = wish.project;
    write_new(context, row);
    return show(row);
}

Agreement change_agreement(Context& context, const ChangeAgreement& wish)
{
    auto row = get_agreement_row(context, wish.id);
    check(wish);
    static_cast<AgreementDetails&>(row) = wish;
    write_again(context, row);
    return show(row);
}

void cancel_agreement(Context& context, const AgreementPath& wish)
{
    auto row = get_agreement_row(context, wish.id);
    cancel(context, row);
}

Agreement restore_agreement(Context& context, const RestoreAgreement& wish)
{
    auto row = get_agreement_row(context, wish.id);
    restore(context, row);
    return show(row);
}

// ---- activities

Activity add_activity(Context& context, const AddActivity& wish)
{
    get_standing_project(context, wish.project);
    check(wish);
    ActivityRow row;
    static_cast<ActivityDetails&>(row) = wish;
    row.id = wish.id;
    row.project = wish.project;
    write_new(context, row);
    return show(row, context.today());
}

Activity change_activity(Context& context, const ChangeActivity& wish)
{
    auto row = get_activity_row(context, wish.id);
    check(wish);
    static_cast<ActivityDetails&>(row) = wish;
    write_again(context, row);
    return show(row, context.today());
}

void cancel_activity(Context& context, const ActivityPath& wish)
{
    auto row = get_activity_row(context, wish.id);
    cancel(context, row);
}

Activity restore_activity(Context& context, const RestoreActivity& wish)
{
    auto row = get_activity_row(context, wish.id);
    restore(context, row);
    return show(row, context.today());
}

} // namespace reporting
