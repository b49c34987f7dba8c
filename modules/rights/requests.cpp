// SPDX-License-Identifier: EUPL-1.2
// What was asked, by when it is answered, and the answer. The month runs from the day of receipt
// (art. 12(3) GDPR), by the calendar: asked on 31 January, answered by 28 February. A last day that
// is no working day is not moved: the earlier day is the safe one.
#include <algorithm>

#include "access/access.h"
#include "core/house.h"
#include "core/mail.h"
#include "rights/work.h"
#include "store/rows.h"

using core::Context;

namespace rights {

namespace {

constexpr int months_to_answer = 1;
constexpr int months_extended = 3; // the month and two more
constexpr int listed_max = 500;
constexpr int reminded_days_before = 7;

Date first_due_on(const RequestRow& row) { return plus_months(row.received_on, months_to_answer); }

void check_open(const RequestRow& row)
{
    if (row.cancelled_at)
        throw Problem(409, "rights.cancelled");
    if (row.answered_on)
        throw Problem(409, "rights.answered");
}

void refuse_before(const char* field, Date day, Date least)
{
    if (day < least)
        refuse(field, "rights.before_received", {{"least", to_string(least)}});
}

std::optional<std::string> name_of(Context& context, const std::optional<Id<core::Account>>& who)
{
    return who ? std::optional(access::name_of(context, *who)) : std::nullopt;
}

// Somebody else's request is not for everybody to take back.
void check_own(Context& context, const RequestRow& row)
{
    const auto decides = core::may(core::city_coordinator, core::data_protection_officer);
    if (row.recorded_by != context.actor.account && !context.actor.roles.any_of(decides))
        throw Problem(409, "rights.not_your_request");
}

} // namespace

RequestRow get_row(Context& context, const Id<Request>& id)
{
    auto row = find_request(context.store, context.scope(), id);
    if (!row)
        throw not_found();
    return std::move(*row);
}

void check_decides(Context& context, const Id<people::Person>& person)
{
    const auto decide = core::may(core::city_coordinator, core::data_protection_officer);
    if (!context.actor.roles.any_of(decide) && !people::is_guarded(context, person))
        throw Problem(403, "rights.not_yours_to_decide");
}

const char* state_of(const RequestRow& row)
{
    if (row.cancelled_at)
        return "cancelled";
    if (row.carried_out_at)
        return "carried_out";
    return row.answered_on ? "answered" : "open";
}

Request show(Context& context, const RequestRow& row)
{
    Request shown;
    shown.id = row.id;
    shown.person = row.person;
    shown.person_card = people::get_card(context, row.person);
    shown.kind = row.kind;
    shown.rule = row.rule;
    shown.received_on = row.received_on;
    shown.how = row.how;
    shown.words = row.words;
    shown.due_on = row.due_on;
    if (row.extended_on)
        shown.first_due_on = first_due_on(row);
    shown.state = state_of(row);
    shown.late = shown.state == "open" && row.due_on && *row.due_on < context.today();
    shown.extension_reason = row.extension_reason;
    shown.told_on = row.told_on;
    shown.outcome = row.outcome;
    shown.refusal = row.refusal;
    shown.answered_on = row.answered_on;
    shown.answered_by_name = name_of(context, row.answered_by);
    shown.answer_note = row.answer_note;
    shown.approved_at = row.approved_at;
    shown.approved_by_name = name_of(context, row.approved_by);
    shown.carried_out_at = row.carried_out_at;
    shown.carried_out_by_name = name_of(context, row.carried_out_by);
    shown.recorded_by_name = access::name_of(context, row.recorded_by);
    shown.recorded_at = row.recorded_at;
    return shown;
}

namespace {

// Of a person who was added by mistake and taken back there is nothing to show.
void add_to(Requests& list, Context& context, const RequestRow& row)
{
    if (!people::find_card(context, row.person))
        return;
    list.items.push_back(show(context, row));
    list.late += list.items.back().late ? 1 : 0;
}

} // namespace

Request record_request(Context& context, const RecordRequest& wish)
{
    people::get_card(context, wish.person);
    if (wish.kind == retention)
        refuse("kind", "rights.asked_by_nobody");

    RequestRow row;
    row.id = wish.id;
    row.person = wish.person;
    row.kind = wish.kind;
    row.received_on = wish.received_on;
    row.how = wish.how;
    row.words = wish.words;
    row.due_on = first_due_on(row);
    row.recorded_by = context.actor.account;
    row.recorded_at = context.now;
    store::insert_row(context.store, row);
    return show(context, row);
}

Request get_request(Context& context, const RequestPath& wish)
{
    return show(context, get_row(context, wish.id));
}

Requests list_requests(Context& context, const ListRequests& wish)
{
    Requests list;
    for (const auto& row :
         list_rows(context.store, context.scope(), wish.answered.value_or(false), listed_max))
        add_to(list, context, row);
    return list;
}

Requests list_of_person(Context& context, const RequestsOfPerson& wish)
{
    const auto same = people::same_persons(context, wish.person);
    if (same.empty())
        throw not_found();
    Requests list;
    for (const auto& one : same)
        for (const auto& row : requests_of(context.store, one))
            add_to(list, context, row);
    std::stable_sort(list.items.begin(), list.items.end(),
                     [](const Request& one, const Request& other) {
                         return one.recorded_at > other.recorded_at;
                     });
    return list;
}

// Written down by mistake. Said again, it changes nothing.
Request cancel_request(Context& context, const RequestPath& wish)
{
    auto row = get_row(context, wish.id);
    if (row.cancelled_at)
        return show(context, row);
    check_open(row);
    check_own(context, row);
    row.cancelled_at = context.now;
    store::update_row(context.store, row);
    return show(context, row);
}

Request extend_request(Context& context, const ExtendRequest& wish)
{
    auto row = get_row(context, wish.id);
    check_open(row);
    check_decides(context, row.person);
    if (!row.due_on)
        throw Problem(409, "rights.no_clock");
    refuse_before("told_on", wish.told_on, row.received_on);
    if (wish.told_on > first_due_on(row))
        refuse("told_on", "rights.told_too_late", {{"most", to_string(first_due_on(row))}});

    row.extended_by = context.actor.account;
    row.extended_on = context.today();
    row.extension_reason = wish.reason;
    row.told_on = wish.told_on;
    row.due_on = plus_months(row.received_on, months_extended);
    row.reminded_at.reset();
    store::update_row(context.store, row);
    return show(context, row);
}

// Said again, it changes nothing.
Request undo_extension(Context& context, const RequestPath& wish)
{
    auto row = get_row(context, wish.id);
    check_open(row);
    check_decides(context, row.person);
    if (!row.extended_on)
        return show(context, row);
    row.extended_by.reset();
    row.extended_on.reset();
    row.extension_reason.reset();
    row.told_on.reset();
    row.due_on = first_due_on(row);
    row.reminded_at.reset();
    store::update_row(context.store, row);
    return show(context, row);
}

Request answer_request(Context& context, const AnswerRequest& wish)
{
    auto row = get_row(context, wish.id);
    check_open(row);
    check_decides(context, row.person);
    refuse_before("answered_on", wish.answered_on, row.received_on);
    const bool granted = wish.outcome == "GRANTED";
    if (granted && wish.refusal)
        refuse("refusal", "rights.nothing_refused");
    if (!granted && !wish.refusal)
        refuse("refusal", "required");

    row.outcome = wish.outcome;
    row.refusal = wish.refusal;
    row.answered_on = wish.answered_on;
    row.answered_by = context.actor.account;
    row.answer_note = wish.note;
    store::update_row(context.store, row);
    return show(context, row);
}

// It waits again; with an erasure that was approved meanwhile, the approval goes first. Said again,
// it changes nothing.
Request withdraw_answer(Context& context, const AnsweredPath& wish)
{
    auto row = get_row(context, wish.id);
    check_decides(context, row.person);
    if (row.carried_out_at)
        throw Problem(409, "rights.carried_out");
    if (row.approved_at)
        throw Problem(409, "rights.approved");
    if (!row.answered_on)
        return show(context, row);
    row.outcome.reset();
    row.refusal.reset();
    row.answered_on.reset();
    row.answered_by.reset();
    row.answer_note.reset();
    store::update_row(context.store, row);
    return show(context, row);
}

// Which requests somebody was told of. Never whose they are.
std::vector<Uuid> remind(Context& context)
{
    std::vector<Uuid> touched;
    if (!context.house.sends_mail())
        return touched;
    auto rows = untold_requests(context.store, context.today().plus_days(reminded_days_before));
    if (rows.empty())
        return touched;
    const auto& words = context.house.words();
    const auto first = to_string(rows.front().due_on.value());
    const auto number = std::to_string(rows.size());
    for (const auto role : {core::city_coordinator, core::data_protection_officer})
        for (const auto& account : access::list_holders(context, role)) {
            if (!account.email)
                continue;
            auto text = words.say(account.language, "mail.rights.begins",
                                  {{"count", number}, {"day", first}}) +
                        "\n";
            if (const auto& site = context.house.site(); !site.empty())
                text += "\n" + site + "/#/rights\n";
            core::post_mail(context, *account.email,
                            words.say(account.language, "mail.rights.subject",
                                      {{"city", context.city().name}, {"count", number}}),
                            text + "\n" + words.say(account.language, "mail.rights.ends") + "\n");
            for (const auto& row : rows)
                if (std::find(touched.begin(), touched.end(), row.id) == touched.end())
                    touched.push_back(row.id);
        }
    if (touched.empty())
        return touched; // nobody was there to be told
    for (auto& row : rows) {
        row.reminded_at = context.now;
        store::update_row(context.store, row);
    }
    return touched;
}

} // namespace rights
