// SPDX-License-Identifier: EUPL-1.2
// The budget of a project and what was spent of it, in whole cents. Spending more than planned is
// no mistake of who writes it down: it is shown.
#include "reporting/work.h"

using core::Context;

namespace reporting {

namespace {

LineRow get_line_row(Context& context, const Id<Line>& id)
{
    auto row = find_line(context.store, id);
    if (!row)
        throw not_found();
    get_standing_project(context, row->project);
    return std::move(*row);
}

LineRow get_standing_line(Context& context, const Id<Line>& id)
{
    auto row = get_line_row(context, id);
    if (row.cancelled_at)
        throw Problem(409, "reporting.line_cancelled");
    return row;
}

ExpenseRow get_expense_row(Context& context, const Id<Expense>& id)
{
    auto row = find_expense(context.store, id);
    if (!row)
        throw not_found();
    get_standing_line(context, row->line);
    return std::move(*row);
}

void fill(Context& context, LineRow& row, const LineDetails& wish)
{
    if (wish.partner) {
        const auto partner = find_partner(context.store, *wish.partner);
        if (!partner || partner->project != row.project || partner->cancelled_at)
            refuse("partner", "reporting.no_such_partner");
    }
    row.amount_cents = cents_of(wish.amount);
    row.partner = wish.partner;
    row.heading = wish.heading;
    row.number = wish.number;
    row.name = wish.name;
}

void fill(ExpenseRow& row, const ExpenseDetails& wish)
{
    row.amount_cents = cents_of(wish.amount);
    row.spent_on = wish.spent_on;
    row.document = wish.document;
    row.name = wish.name;
}

Line shown(Context& context, const LineRow& row)
{
    return show(row, get_project_row(context, row.project),
                expenses_of(context.store, row.project));
}

Expense shown(Context& context, const ExpenseRow& row)
{
    const auto line = get_line_row(context, row.line);
    return show(row, get_project_row(context, line.project));
}

} // namespace

Line add_line(Context& context, const AddLine& wish)
{
    get_standing_project(context, wish.project);
    LineRow row;
    row.id = wish.id;
    row.project = wish.project;
    fill(context, row, wish);
    write_new(context, row);
    return shown(context, row);
}

Line change_line(Context& context, const ChangeLine& wish)
{
    auto row = get_standing_line(context, wish.id);
    fill(context, row, wish);
    write_again(context, row);
    return shown(context, row);
}

void cancel_line(Context& context, const LinePath& wish)
{
    auto row = get_line_row(context, wish.id);
    for (const auto& expense : expenses_of(context.store, row.project))
        if (expense.line == row.id)
            throw Problem(409, "reporting.line_has_expenses", {{"expense", expense.name}});
    cancel(context, row);
}

Line restore_line(Context& context, const RestoreLine& wish)
{
    auto row = get_line_row(context, wish.id);
    restore(context, row);
    return shown(context, row);
}

Expense add_expense(Context& context, const AddExpense& wish)
{
    get_standing_line(context, wish.line);
    ExpenseRow row;
    row.id = wish.id;
    row.line = wish.line;
    fill(row, wish);
    write_new(context, row);
    return shown(context, row);
}

Expense change_expense(Context& context, const ChangeExpense& wish)
{
    auto row = get_expense_row(context, wish.id);
    fill(row, wish);
    write_again(context, row);
    return shown(context, row);
}

void cancel_expense(Context& context, const ExpensePath& wish)
{
    auto row = get_expense_row(context, wish.id);
    cancel(context, row);
}

Expense restore_expense(Context& context, const RestoreExpense& wish)
{
    auto row = get_expense_row(context, wish.id);
    restore(context, row);
    return shown(context, row);
}

} // namespace reporting
