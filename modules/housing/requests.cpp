// SPDX-License-Identifier: EUPL-1.2
// Who asks for a place, and what became of it: a stay, or a reason.
#include "core/version.h"
#include "housing/work.h"
#include "store/rows.h"

using core::Context;

namespace housing {

namespace {

RequestRow get_standing_request(Context& context, const Id<Request>& id)
{
    auto row = get_request_row(context, id);
    if (row.cancelled_at)
        throw Problem(409, "housing.is_cancelled");
    return row;
}

void check_is(const RequestRow& row, const char* state)
{
    if (row.state != state)
        throw Problem(409, "housing.request_answered");
}

void rewrite_request(Context& context, RequestRow& row)
{
    ++row.version;
    store::update_row(context.store, row);
}

} // namespace

Request add_request(Context& context, const AddRequest& wish)
{
    people::get_card(context, wish.person);
    check_case(context, wish.case_id, wish.person);
    RequestRow row;
    static_cast<RequestDetails&>(row) = wish;
    row.id = wish.id;
    row.person = wish.person;
    row.asked_by = context.actor.account;
    row.asked_on = context.today();
    store::insert_row(context.store, row);
    return show(context, row);
}

Requests list_requests(Context& context, const ListRequests& wish)
{
    const bool sees_all = context.actor.roles.any_of(keepers);
    std::vector<Id<people::Person>> persons;
    std::vector<std::optional<Id<people::Person>>> asked{std::nullopt};
    if (wish.person) {
        asked.clear();
        for (const auto& one : people::same_persons(context, *wish.person))
            asked.emplace_back(one);
    }
    std::vector<RequestRow> rows;
    for (const auto& person : asked)
        for (auto& row : requests_of(context.store, context.scope(), sees_all, wish.state, person))
            rows.push_back(std::move(row));
    for (const auto& row : rows)
        persons.push_back(row.person);
    const auto cards = cards_of(context, persons);
    Requests list;
    for (const auto& row : rows)
        list.items.push_back(show(context, row, cards));
    return list;
}

Request get_request(Context& context, const RequestPath& wish)
{
    return show(context, get_request_row(context, wish.id));
}

Request change_request(Context& context, const ChangeRequest& wish)
{
    auto row = get_standing_request(context, wish.id);
    check_is(row, "open");
    core::check_base(wish.base, show(context, row));
    check_case(context, wish.case_id, row.person);
    static_cast<RequestDetails&>(row) = wish;
    rewrite_request(context, row);
    return show(context, row);
}

Request decline_request(Context& context, const DeclineRequest& wish)
{
    auto row = get_standing_request(context, wish.id);
    check_is(row, "open");
    row.state = "declined";
    row.reason = wish.reason;
    row.answer_note = wish.answer_note;
    row.answered_by = context.actor.account;
    row.answered_on = context.today();
    rewrite_request(context, row);
    return show(context, row);
}

Request reopen_request(Context& context, const ReopenRequest& wish)
{
    auto row = get_standing_request(context, wish.id);
    check_is(row, "declined");
    set_placed(context, row.id, false);
    return show(context, get_request_row(context, row.id));
}

Request cancel_request(Context& context, const RequestPath& wish)
{
    auto row = get_request_row(context, wish.id);
    if (row.cancelled_at)
        return show(context, row); // said again
    if (row.state == "placed")
        throw Problem(409, "housing.request_answered");
    row.cancelled_at = context.now;
    rewrite_request(context, row);
    return show(context, row);
}

Request restore_request(Context& context, const RestoreRequest& wish)
{
    auto row = get_request_row(context, wish.id);
    if (row.cancelled_at) {
        row.cancelled_at.reset();
        rewrite_request(context, row);
    }
    return show(context, row);
}

} // namespace housing
