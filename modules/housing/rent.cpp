// SPDX-License-Identifier: EUPL-1.2
// Help with a rented home: talks with the landlord, deposit, guarantee, contributions, paid in
// instalments. Cents are whole, and no more is planned than was agreed.
#include "core/version.h"
#include "housing/support_rows.h"
#include "housing/work.h"
#include "store/rows.h"

using core::Context;

namespace housing {

namespace {

std::int64_t cents_of(const std::string& text)
{
    const auto cents = parse_cents(text);
    if (!cents)
        refuse("amount", "housing.no_amount");
    return *cents;
}

SupportRow get_support_row(Context& context, const Id<Support>& id)
{
    auto row = find_support(context.store, id);
    if (!row || !people::may_read(context, row->person, true))
        throw not_found();
    context.concerns(row->person);
    return std::move(*row);
}

SupportRow get_standing_support(Context& context, const Id<Support>& id)
{
    auto row = get_support_row(context, id);
    if (row.cancelled_at)
        throw Problem(409, "housing.is_cancelled");
    return row;
}

InstalmentRow get_instalment_row(Context& context, const Id<Instalment>& id)
{
    auto row = find_instalment(context.store, id);
    if (!row)
        throw not_found();
    get_standing_support(context, row->support);
    return std::move(*row);
}

std::int64_t planned_cents(Context& context, const Id<Support>& id, const Id<Instalment>& except)
{
    std::int64_t sum = 0;
    for (const auto& one : instalments_of(context.store, id))
        if (!one.cancelled_at && one.id != except)
            sum += one.amount_cents;
    return sum;
}

void check_agreed(Context& context, const SupportRow& support, const InstalmentRow& row)
{
    const auto left = support.amount_cents - planned_cents(context, support.id, row.id);
    if (row.amount_cents > left)
        refuse("amount", "housing.more_than_agreed", {{"left", cents_text(left)}});
}

Support show_support(Context& context, const SupportRow& row)
{
    Support shown;
    shown.id = row.id;
    shown.person = row.person;
    shown.case_id = row.case_id;
    shown.kind = row.kind;
    shown.amount = cents_text(row.amount_cents);
    shown.agreed_on = row.agreed_on;
    shown.landlord_name = row.landlord_name;
    shown.note = row.note;
    shown.outcome = row.outcome;
    shown.ended_on = row.ended_on;
    std::int64_t planned = 0;
    std::int64_t paid = 0;
    for (const auto& one : instalments_of(context.store, row.id)) {
        shown.instalments.push_back({one.id, one.due_on, cents_text(one.amount_cents), one.paid_on,
                                     one.cancelled_at.has_value()});
        if (one.cancelled_at)
            continue;
        planned += one.amount_cents;
        paid += one.paid_on ? one.amount_cents : 0;
    }
    shown.planned = cents_text(planned);
    shown.paid = cents_text(paid);
    shown.version = row.version;
    shown.cancelled = row.cancelled_at.has_value();
    return shown;
}

void take(Context& context, SupportRow& row, const SupportDetails& wish)
{
    check_case(context, wish.case_id, row.person);
    if (wish.outcome.has_value() != wish.ended_on.has_value())
        refuse("ended_on", "housing.both_or_neither");
    row.case_id = wish.case_id;
    row.kind = wish.kind;
    row.amount_cents = cents_of(wish.amount);
    row.agreed_on = wish.agreed_on;
    row.landlord_name = wish.landlord_name;
    row.note = wish.note;
    row.outcome = wish.outcome;
    row.ended_on = wish.ended_on;
}

Support show_of(Context& context, const InstalmentRow& row)
{
    return show_support(context, get_support_row(context, row.support));
}

} // namespace

Support add_support(Context& context, const AddSupport& wish)
{
    people::get_card(context, wish.person);
    SupportRow row;
    row.id = wish.id;
    row.person = wish.person;
    row.written_by = context.actor.account;
    row.written_at = context.now;
    take(context, row, wish);
    store::insert_row(context.store, row);
    return show_support(context, row);
}

Supports list_supports(Context& context, const SupportsOf& wish)
{
    people::get_card(context, wish.person);
    Supports list;
    for (const auto& one : people::same_persons(context, wish.person))
        for (const auto& row : supports_of(context.store, one))
            list.items.push_back(show_support(context, row));
    return list;
}

Support get_support(Context& context, const SupportPath& wish)
{
    return show_support(context, get_support_row(context, wish.id));
}

Support change_support(Context& context, const ChangeSupport& wish)
{
    auto row = get_standing_support(context, wish.id);
    core::check_base(wish.base, show_support(context, row));
    take(context, row, wish);
    const auto planned = planned_cents(context, row.id, Id<Instalment>());
    if (row.amount_cents < planned)
        refuse("amount", "housing.less_than_planned", {{"planned", cents_text(planned)}});
    ++row.version;
    store::update_row(context.store, row);
    return show_support(context, row);
}

Support cancel_support(Context& context, const SupportPath& wish)
{
    auto row = get_support_row(context, wish.id);
    if (!row.cancelled_at) {
        row.cancelled_at = context.now;
        ++row.version;
        store::update_row(context.store, row);
    }
    return show_support(context, row);
}

Support restore_support(Context& context, const RestoreSupport& wish)
{
    auto row = get_support_row(context, wish.id);
    if (row.cancelled_at) {
        row.cancelled_at.reset();
        ++row.version;
        store::update_row(context.store, row);
    }
    return show_support(context, row);
}

Support add_instalment(Context& context, const AddInstalment& wish)
{
    const auto support = get_standing_support(context, wish.support);
    InstalmentRow row;
    row.id = wish.id;
    row.support = wish.support;
    row.due_on = wish.due_on;
    row.amount_cents = cents_of(wish.amount);
    row.written_by = context.actor.account;
    row.written_at = context.now;
    if (row.amount_cents == 0)
        refuse("amount", "housing.no_amount");
    check_agreed(context, support, row);
    store::insert_row(context.store, row);
    return show_support(context, support);
}

Support pay_instalment(Context& context, const PayInstalment& wish)
{
    auto row = get_instalment_row(context, wish.id);
    if (row.cancelled_at)
        throw Problem(409, "housing.is_cancelled");
    row.paid_on = wish.paid_on;
    store::update_row(context.store, row);
    return show_of(context, row);
}

Support cancel_instalment(Context& context, const InstalmentPath& wish)
{
    auto row = get_instalment_row(context, wish.id);
    if (row.paid_on)
        throw Problem(409, "housing.is_paid");
    if (!row.cancelled_at) {
        row.cancelled_at = context.now;
        store::update_row(context.store, row);
    }
    return show_of(context, row);
}

Support restore_instalment(Context& context, const RestoreInstalment& wish)
{
    auto row = get_instalment_row(context, wish.id);
    if (row.cancelled_at) {
        check_agreed(context, get_standing_support(context, row.support), row);
        row.cancelled_at.reset();
        store::update_row(context.store, row);
    }
    return show_of(context, row);
}

} // namespace housing
