// SPDX-License-Identifier: EUPL-1.2
// From when to when those who work are insured. What covers a day that was worked stays.
#include <algorithm>

#include "civic/work.h"
#include "store/rows.h"

using core::Context;

namespace civic {

namespace {

InsuranceRow get_insurance(Context& context, const Id<Insurance>& id)
{
    auto row = find_insurance(context.store, id);
    if (!row)
        throw not_found();
    get_standing(context, row->project);
    return std::move(*row);
}

// Whether every day of the project is covered without this one.
void check_needless(Context& context, const InsuranceRow& row)
{
    auto others = insurances_of(context.store, row.project);
    std::erase_if(others, [&](const InsuranceRow& one) { return one.id == row.id; });
    std::vector<Date> days;
    for (const auto& day : days_of(context.store, row.project))
        days.push_back(day.day);
    if (const auto day = first_uncovered(covers_of(others), std::move(days)))
        throw Problem(409, "civic.covers_days", {{"day", to_string(*day)}});
}

} // namespace

Insurance add_insurance(Context& context, const AddInsurance& wish)
{
    get_standing(context, wish.project);
    if (wish.until_on < wish.from_on)
        refuse("until_on", "civic.before_beginning", {{"least", to_string(wish.from_on)}});
    InsuranceRow row;
    row.id = wish.id;
    row.project = wish.project;
    row.from_on = wish.from_on;
    row.until_on = wish.until_on;
    row.policy = wish.policy;
    row.written_by = context.actor.account;
    row.written_at = context.now;
    store::insert_row(context.store, row);
    return show(row);
}

void cancel_insurance(Context& context, const InsurancePath& wish)
{
    auto row = get_insurance(context, wish.id);
    if (row.cancelled_at)
        return;
    check_needless(context, row);
    row.cancelled_at = context.now;
    store::update_row(context.store, row);
}

Insurance restore_insurance(Context& context, const RestoreInsurance& wish)
{
    auto row = get_insurance(context, wish.id);
    row.cancelled_at.reset();
    store::update_row(context.store, row);
    return show(row);
}

} // namespace civic
