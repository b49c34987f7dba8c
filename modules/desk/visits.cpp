// SPDX-License-Identifier: EUPL-1.2
// Who comes to the desk: a number, an appointment, or somebody who only asks something.
#include "access/access.h"
#include "core/version.h"
#include "desk/work.h"
#include "store/rows.h"

using core::Context;

namespace desk {

namespace {

void check_details(Context& context, const VisitDetails& wish)
{
    if (wish.person)
        people::get_card(context, *wish.person);
    if (wish.with_whom) {
        const auto colleague = access::find_account(context, *wish.with_whom);
        if (!colleague || !colleague->active)
            refuse("with_whom", "desk.no_colleague");
    }
}

// The day of an appointment, which is not over yet.
Date day_of(const Context& context, Instant appointment_at)
{
    const auto day = local_date(appointment_at);
    if (day < context.today())
        refuse("appointment_at", "desk.too_early", {{"least", to_string(context.today())}});
    return day;
}

VisitRow new_row(const Context& context, const Id<Visit>& id, const Id<Site>& site)
{
    VisitRow row;
    row.id = id;
    row.site = site;
    row.day = context.today();
    row.booked_by = context.actor.account;
    row.booked_at = context.now;
    return row;
}

// An appointment may be moved until somebody has come for it; a number is none.
void move(const Context& context, VisitRow& row, const ChangeVisit& wish)
{
    const bool is_same = wish.appointment_at == row.appointment_at;
    if (is_same || (!wish.appointment_at && row.state != "expected"))
        return;
    if (row.state != "expected" || row.number)
        refuse("appointment_at", "desk.only_expected");
    if (!wish.appointment_at)
        refuse("appointment_at", "required");
    row.day = day_of(context, *wish.appointment_at);
}

} // namespace

Visit add_visit(Context& context, const AddVisit& wish)
{
    get_used_site(context, wish.site);
    check_details(context, wish);
    auto row = new_row(context, wish.id, wish.site);
    static_cast<VisitDetails&>(row) = wish;
    if (wish.appointment_at) {
        row.kind = "appointment";
        row.state = "expected";
        row.day = day_of(context, *wish.appointment_at);
    } else {
        row.kind = "ticket";
        receive(context, row);
    }
    store::insert_row(context.store, row);
    return show(context, row);
}

Visit count_info(Context& context, const CountInfo& wish)
{
    get_used_site(context, wish.site);
    auto row = new_row(context, wish.id, wish.site);
    row.kind = "info";
    row.state = "ended";
    row.language = wish.language;
    row.need = wish.need;
    row.outcome = "INFO";
    row.arrived_at = context.now;
    row.ended_at = context.now;
    store::insert_row(context.store, row);
    return show(context, row);
}

Visit get_visit(Context& context, const VisitPath& wish)
{
    return show(context, get_row(context, wish.id));
}

Visit change_visit(Context& context, const ChangeVisit& wish)
{
    auto row = get_standing(context, wish.id);
    if (row.kind == "info")
        throw Problem(409, "desk.not_now");
    core::check_base(wish.base, show(context, row));
    check_details(context, wish);
    move(context, row, wish);
    const auto appointment_at = wish.appointment_at ? wish.appointment_at : row.appointment_at;
    static_cast<VisitDetails&>(row) = wish;
    row.appointment_at = appointment_at;
    rewrite(context, row);
    return show(context, row);
}

Visit cancel_visit(Context& context, const VisitPath& wish)
{
    auto row = get_row(context, wish.id);
    if (!row.cancelled_at) {
        row.cancelled_at = context.now;
        rewrite(context, row);
    }
    return show(context, row);
}

Visit restore_visit(Context& context, const RestoreVisit& wish)
{
    auto row = get_row(context, wish.id);
    if (row.cancelled_at) {
        row.cancelled_at.reset();
        rewrite(context, row);
    }
    return show(context, row);
}

} // namespace desk
