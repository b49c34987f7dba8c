// SPDX-License-Identifier: EUPL-1.2
// What the acts about projects have in common.
#pragma once

#include "base/money.h"
#include "core/context.h"
#include "reporting/acts.h"
#include "reporting/rows.h"
#include "store/rows.h"

namespace reporting {

// Of the field "amount"; 422 for what is none, or nothing.
std::int64_t cents_of(const std::string& text);

// Throws not_found() where there is none.
ProjectRow get_project_row(core::Context& context, const Id<Project>& id);
// And 409 where it was taken back.
ProjectRow get_standing_project(core::Context& context, const Id<Project>& id);

Project show(core::Context& context, const ProjectRow& row);
Partner show(const PartnerRow& row);
Agreement show(const AgreementRow& row);
Activity show(const ActivityRow& row, Date today);
Line show(const LineRow& row, const ProjectRow& project, const std::vector<ExpenseRow>& expenses);
Expense show(const ExpenseRow& row, const ProjectRow& project);

Sums sums_of(std::int64_t budget, std::int64_t spent);
// Of an activity, on that day.
std::string state_of(const ActivityDetails& activity, Date day);

template <class Row> void write_new(core::Context& context, Row& row)
{
    row.written_by = context.actor.account;
    row.written_at = context.now;
    store::insert_row(context.store, row);
}

template <class Row> void write_again(core::Context& context, Row& row)
{
    row.written_by = context.actor.account;
    row.written_at = context.now;
    store::update_row(context.store, row);
}

// Taking back what is taken back changes nothing, nor does restoring what stands.
template <class Row> void cancel(core::Context& context, Row& row)
{
    if (row.cancelled_at)
        return;
    row.cancelled_at = context.now;
    write_again(context, row);
}

template <class Row> void restore(core::Context& context, Row& row)
{
    if (!row.cancelled_at)
        return;
    row.cancelled_at.reset();
    write_again(context, row);
}

} // namespace reporting
