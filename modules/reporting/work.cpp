// SPDX-License-Identifier: EUPL-1.2
#include "reporting/work.h"

#include <map>

using core::Context;

namespace reporting {

std::int64_t cents_of(const std::string& text)
{
    const auto cents = parse_cents(text);
    if (!cents || *cents == 0)
        refuse("amount", "reporting.no_amount");
    return *cents;
}

ProjectRow get_project_row(Context& context, const Id<Project>& id)
{
    auto row = find_project(context.store, id);
    if (!row)
        throw not_found();
    return std::move(*row);
}

ProjectRow get_standing_project(Context& context, const Id<Project>& id)
{
    auto row = get_project_row(context, id);
    if (row.cancelled_at)
        throw Problem(409, "reporting.project_cancelled");
    return row;
}

Sums sums_of(std::int64_t budget, std::int64_t spent)
{
    return {cents_text(budget), cents_text(spent), cents_text(budget - spent)};
}

std::string state_of(const ActivityDetails& activity, Date day)
{
    if (activity.done_on && *activity.done_on <= day)
        return *activity.done_on > activity.planned_until ? "DONE_LATE" : "DONE";
    if (day > activity.planned_until)
        return "LATE";
    if (activity.begun_on && *activity.begun_on <= day)
        return "GOING";
    return day > activity.planned_from ? "LATE" : "PLANNED";
}

Partner show(const PartnerRow& row)
{
    Partner shown;
    static_cast<PartnerDetails&>(shown) = row;
    shown.id = row.id;
    return shown;
}

Agreement show(const AgreementRow& row)
{
    Agreement shown;
    static_cast<AgreementDetails&>(shown) = row;
    shown.id = row.id;
    return shown;
}

Activity show(const ActivityRow& row, Date today)
{
    Activity shown;
    static_cast<ActivityDetails&>(shown) = row;
    shown.id = row.id;
    shown.state = state_of(row, today);
    return shown;
}

Expense show(const ExpenseRow& row, const ProjectRow& project)
{
    Expense shown;
    shown.id = row.id;
    shown.line = row.line;
    shown.spent_on = row.spent_on;
    shown.amount = cents_text(row.amount_cents);
    shown.document = row.document;
    shown.name = row.name;
    shown.outside = row.spent_on < project.starts_on || row.spent_on > project.ends_on;
    return shown;
}

Line show(const LineRow& row, const ProjectRow& project, const std::vector<ExpenseRow>& expenses)
{
    Line shown;
    shown.id = row.id;
    shown.partner = row.partner;
    shown.heading = row.heading;
    shown.number = row.number;
    shown.name = row.name;
    shown.amount = cents_text(row.amount_cents);
    std::int64_t spent = 0;
    for (const auto& expense : expenses) {
        if (expense.line != row.id)
            continue;
        spent += expense.amount_cents;
        shown.expenses.push_back(show(expense, project));
    }
    shown.sums = sums_of(row.amount_cents, spent);
    return shown;
}

Project show(Context& context, const ProjectRow& row)
{
    Project shown;
    static_cast<ProjectDetails&>(shown) = row;
    shown.id = row.id;
    shown.version = row.version;
    shown.cancelled = row.cancelled_at.has_value();
    for (const auto& one : partners_of(context.store, row.id))
        shown.partners.push_back(show(one));
    for (const auto& one : agreements_of(context.store, row.id))
        shown.agreements.push_back(show(one));
    for (const auto& one : activities_of(context.store, row.id))
        shown.activities.push_back(show(one, context.today()));
    const auto expenses = expenses_of(context.store, row.id);
    std::int64_t budget = 0;
    std::int64_t spent = 0;
    for (const auto& one : lines_of(context.store, row.id)) {
        shown.lines.push_back(show(one, row, expenses));
        budget += one.amount_cents;
    }
    for (const auto& one : expenses)
        spent += one.amount_cents;
    shown.sums = sums_of(budget, spent);
    return shown;
}

} // namespace reporting
