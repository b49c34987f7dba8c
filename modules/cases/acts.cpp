// SPDX-License-Identifier: EUPL-1.2
// The rules: one function per act, guards first, one happy path last.
#include <algorithm>

#include "access/access.h"
#include "cases/work.h"
#include "store/rows.h"

using core::Context;

namespace cases {

namespace {

// ---- what is asked for

// The intervention and, as whoever sees the one must see the other, its case.
StoredIntervention get_intervention(Context& context, const Id<Intervention>& id)
{
    auto found = find_intervention(context.store, id);
    if (!found)
        throw not_found();
    get_working(context, found->case_id);
    return *found;
}

// ---- rules

void check_end(const std::string& kind, Date opened_on, const std::optional<Date>& ends_on)
{
    if (kind != "temporary") {
        if (ends_on)
            refuse("ends_on", "cases.end_not_expected");
        return;
    }
    const auto latest = opened_on.plus_days(temporary_days_max);
    if (!ends_on)
        refuse("ends_on", "cases.end_required",
               {{"days", std::to_string(temporary_days_max)}, {"most", to_string(latest)}});
    refuse_before("ends_on", *ends_on, opened_on);
    if (*ends_on > latest)
        refuse("ends_on", "cases.end_too_late",
               {{"days", std::to_string(temporary_days_max)}, {"most", to_string(latest)}});
}

// The end of a temporary case may come earlier; that it goes on longer is an extension, which says
// why.
void check_changed_end(const StoredCase& one, const ChangeCase& wish)
{
    if (wish.kind != "temporary" || !one.ends_on || !wish.ends_on)
        return check_end(wish.kind, wish.opened_on, wish.ends_on);
    refuse_before("ends_on", *wish.ends_on, wish.opened_on);
    if (*wish.ends_on > *one.ends_on)
        refuse("ends_on", "cases.extend_instead", {{"most", to_string(*one.ends_on)}});
}

std::vector<Id<people::Person>> get_same_persons(Context& context, const Id<people::Person>& person)
{
    auto same = people::same_persons(context, person);
    if (same.empty())
        throw not_found();
    return same;
}

// A human being has one open case, however many records there are of the same one.
void check_no_open_case(Context& context, const Id<people::Person>& person)
{
    for (const auto& same : get_same_persons(context, person))
        if (const auto open = find_open_case(context.store, same))
            throw Problem(409, "cases.already_open",
                          {{"worker", access::name_of(context, open->worker)},
                           {"opened_on", to_string(open->opened_on)}});
}

// The team that a new case belongs to: one of the worker's own.
std::string team_of(const Context& context, const std::optional<std::string>& wished)
{
    const auto& own = context.actor.teams;
    if (own.empty())
        throw Problem(409, "cases.no_team");
    if (!wished)
        return own.front();
    if (!context.actor.is_of_team(*wished)) {
        std::string names;
        for (const auto& team : own)
            names += (names.empty() ? "" : ", ") + team;
        refuse("team", "unknown_code", {{"value", *wished}, {"expected", names}});
    }
    return *wished;
}

bool is_hand_over(const Context& context, const std::string& reason)
{
    const auto* code = context.catalogue().find_code("closure_reason", reason);
    ENSURE(code);
    const auto column = code->more.find("hand_over");
    ENSURE(column != code->more.end());
    return column->second == "yes";
}

// A temporary case ends in other hands, or for a reason that says why it could not.
void check_handed_over(Context& context, const StoredCase& one, const std::string& reason)
{
    if (one.kind != "temporary" || is_hand_over(context, reason))
        return;
    const auto hand_over = find_hand_over(context.store, one.id);
    if (!hand_over || !hand_over->accepted_on)
        throw Problem(409, "cases.hand_over_missing");
}

// ---- answers

Extension show(Context& context, const ExtensionRow& stored)
{
    return {.id = stored.id,
            .from = stored.from_on,
            .to = stored.to_on,
            .reason = stored.reason,
            .note = stored.note,
            .by_name = access::name_of(context, stored.extended_by),
            .on = stored.extended_on};
}

void show_hand_over(Context& context, Case& shown)
{
    const auto hand_over = find_hand_over(context.store, shown.id);
    if (!hand_over)
        return;
    shown.hand_over_to = hand_over->receiver;
    shown.hand_over_destination = hand_over->destination;
    shown.hand_over_sent_on = hand_over->sent_on;
    shown.hand_over_accepted_on = hand_over->accepted_on;
}

Case show(Context& context, const StoredCase& stored)
{
    Case shown{.id = stored.id,
               .person = stored.person,
               .person_card = people::get_card(context, stored.person),
               .kind = stored.kind,
               .state = stored.state,
               .opened_on = stored.opened_on,
               .opened_by_name = access::name_of(context, stored.opened_by),
               .worker_name = access::name_of(context, stored.worker),
               .team = stored.team,
               .district = stored.district,
               .needs = stored.needs,
               .reason_note = stored.reason_note,
               .ends_on = stored.ends_on,
               .hand_over_to = {},
               .hand_over_destination = {},
               .hand_over_sent_on = {},
               .hand_over_accepted_on = {},
               .closed_on = stored.closed_on,
               .closure_reason = stored.closure_reason,
               .closure_note = stored.closure_note,
               .cancelled = stored.cancelled_at.has_value(),
               .interventions = {},
               .extensions = {},
               .emergencies = {},
               .opening = {}};
    show_hand_over(context, shown);
    for (const auto& one : interventions_of(context.store, stored.id))
        shown.interventions.push_back(show_intervention(context, one));
    for (const auto& one : extensions_of(context.store, stored.id))
        shown.extensions.push_back(show(context, one));
    for (const auto& one : emergencies_of(context.store, stored.id))
        shown.emergencies.push_back({one.opened_at, one.closed_at.value_or(one.ends_at),
                                     access::name_of(context, one.opened_by), one.reason,
                                     one.words});
    return shown;
}

// Who was let in reads the case; who else was is for those whose case it is.
Case show(Context& context, const ReadableCase& readable)
{
    auto shown = show(context, readable.one);
    shown.opening = readable.opening;
    if (readable.opening)
        shown.emergencies.clear();
    return shown;
}

CaseCard card_of(Context& context, const StoredCase& one)
{
    CaseCard card{.id = one.id,
                  .kind = one.kind,
                  .state = one.state,
                  .opened_on = one.opened_on,
                  .closed_on = one.closed_on,
                  .team = one.team,
                  .worker = one.worker,
                  .worker_name = access::name_of(context, one.worker),
                  .may_open = find_visible(context, one.id).has_value(),
                  .opening = {},
                  .request = {},
                  .request_state = {}};
    if (card.may_open)
        return card;
    const auto& asker = context.actor.account;
    card.opening = find_opening(context.store, one.id, asker, context.now);
    card.may_open = card.opening.has_value();
    if (const auto request = find_latest_request(context.store, one.id, asker)) {
        card.request = request->id;
        card.request_state = state_of(*request, context.now);
    }
    return card;
}

// "2026-11-23.01900000-…": the last line of the page before.
std::string write_cursor(const CaseLine& line)
{
    return to_string(line.opened_on) + "." + to_string(line.id);
}

Cursor read_cursor(const std::string& text)
{
    const auto dot = text.find('.');
    const auto day = parse_date(text.substr(0, dot));
    const auto id = dot == std::string::npos ? std::nullopt : parse_id<Case>(text.substr(dot + 1));
    if (!day || !id)
        refuse("after", "cases.cursor");
    return {*day, *id};
}

} // namespace

// ---- the case

Case open_case(Context& context, const OpenCase& wish)
{
    check_end(wish.kind, wish.opened_on, wish.ends_on);
    check_no_open_case(context, wish.person);
    const auto team = team_of(context, wish.team);

    StoredCase made;
    made.id = wish.id;
    made.person = wish.person;
    made.kind = wish.kind;
    made.state = "open";
    made.opened_on = wish.opened_on;
    made.opened_by = context.actor.account;
    made.worker = context.actor.account;
    made.team = team;
    made.district = wish.district;
    made.needs = wish.needs;
    made.reason_note = wish.note;
    made.ends_on = wish.ends_on;
    made.recorded_at = context.now;
    store::insert_row(context.store, made);
    tell_people(context, made);
    return show(context, made);
}

CaseList list_cases(Context& context, const ListCases& wish)
{
    Chosen chosen;
    chosen.state = wish.state;
    if (wish.mine.value_or(false))
        chosen.worker = context.actor.account;
    if (wish.overdue.value_or(false))
        chosen.ends_until = context.today().plus_days(overdue_days_ahead);
    if (wish.after)
        chosen.after = read_cursor(*wish.after);
    const int limit = wish.limit.value_or(50);
    chosen.limit = limit + 1; // one more tells whether there is a next page

    CaseList list;
    list.items = list_lines(context.store, context.scope(), chosen);
    if (list.items.size() > static_cast<std::size_t>(limit)) {
        list.items.pop_back();
        list.next = write_cursor(list.items.back());
    }
    for (auto& line : list.items) {
        line.person_card = people::get_card(context, line.person);
        line.worker_name = access::name_of(context, line.worker);
    }
    return list;
}

Case get_case(Context& context, const OneCase& wish)
{
    return show(context, get_readable(context, wish.id));
}

Case change_case(Context& context, const ChangeCase& wish)
{
    auto one = get_working(context, wish.id);
    check_changed_end(one, wish);
    const auto worked = worked_in(context.store, one.id);
    if (worked.first && wish.opened_on > *worked.first)
        refuse("opened_on", "cases.too_late", {{"most", to_string(*worked.first)}});

    one.kind = wish.kind;
    one.opened_on = wish.opened_on;
    one.ends_on = wish.ends_on;
    one.district = wish.district;
    one.needs = wish.needs;
    one.reason_note = wish.note;
    store::update_row(context.store, one);
    tell_people(context, one);
    return show(context, one);
}

void cancel_case(Context& context, const OneCase& wish)
{
    auto one = get_visible(context, wish.id);
    context.concerns(one.person);
    if (one.cancelled_at)
        return;

    one.cancelled_at = context.now;
    store::update_row(context.store, one);
    tell_people(context, one);
}

Case restore_case(Context& context, const OneCase& wish)
{
    auto one = get_visible(context, wish.id);
    if (!one.cancelled_at)
        return show(context, one);
    if (one.state == "open")
        check_no_open_case(context, one.person);

    one.cancelled_at.reset();
    store::update_row(context.store, one);
    tell_people(context, one);
    return show(context, one);
}

CaseCards list_of_person(Context& context, const CasesOfPerson& wish)
{
    const auto same_persons = get_same_persons(context, wish.id);
    context.concerns(wish.id);

    CaseCards cards;
    for (const auto& same : same_persons)
        for (const auto& one : cases_of(context.store, same))
            cards.items.push_back(card_of(context, one));
    std::stable_sort(
        cards.items.begin(), cards.items.end(),
        [](const CaseCard& a, const CaseCard& b) { return a.opened_on > b.opened_on; });
    return cards;
}

// ---- interventions

Intervention record_intervention(Context& context, const RecordIntervention& wish)
{
    const auto one = get_working(context, wish.case_id);
    context.concerns(one.person);
    refuse_before("on", wish.on, one.opened_on);
    if (wish.hours && *wish.hours <= 0)
        refuse("hours", "cases.no_hours");

    StoredIntervention made;
    made.id = wish.id;
    made.case_id = one.id;
    made.code = wish.code;
    made.day = wish.on;
    made.hours = wish.hours;
    made.note = wish.note;
    made.project = wish.project;
    made.recorded_by = context.actor.account;
    made.recorded_at = context.now;
    store::insert_row(context.store, made);
    return show_intervention(context, made);
}

void cancel_intervention(Context& context, const OneIntervention& wish)
{
    auto one = get_intervention(context, wish.id);
    if (one.cancelled_at)
        return;
    one.cancelled_at = context.now;
    store::update_row(context.store, one);
}

Intervention restore_intervention(Context& context, const OneCancelledIntervention& wish)
{
    auto one = get_intervention(context, wish.id);
    one.cancelled_at.reset();
    store::update_row(context.store, one);
    return show_intervention(context, one);
}

// ---- hand-over

Case record_hand_over(Context& context, const RecordHandOver& wish)
{
    const auto one = get_working(context, wish.id);
    refuse_before("sent_on", wish.sent_on, one.opened_on);
    if (wish.accepted_on)
        refuse_before("accepted_on", *wish.accepted_on, wish.sent_on);

    // Said again, it corrects what stands; a new attempt begins by removing the one before.
    auto standing = find_hand_over(context.store, one.id);
    const bool is_new = !standing;
    auto hand_over = standing.value_or(StoredHandOver());
    hand_over.receiver = wish.to;
    hand_over.destination = wish.destination;
    hand_over.sent_on = wish.sent_on;
    hand_over.accepted_on = wish.accepted_on;
    hand_over.recorded_by = context.actor.account;
    hand_over.recorded_at = context.now;
    if (is_new) {
        hand_over.id = Id<HandOver>::make(context.now);
        hand_over.case_id = one.id;
        store::insert_row(context.store, hand_over);
    } else {
        store::update_row(context.store, hand_over);
    }
    return show(context, one);
}

// An answer may come when the case is closed already.
Case accept_hand_over(Context& context, const AcceptHandOver& wish)
{
    const auto one = get_visible(context, wish.id);
    auto hand_over = find_hand_over(context.store, one.id);
    if (one.cancelled_at || !hand_over)
        throw Problem(409, "cases.no_hand_over");
    refuse_before("on", wish.on, hand_over->sent_on);

    hand_over->accepted_on = wish.on;
    store::update_row(context.store, *hand_over);
    return show(context, one);
}

Case remove_hand_over(Context& context, const OneCase& wish)
{
    const auto one = get_working(context, wish.id);
    if (auto hand_over = find_hand_over(context.store, one.id)) {
        hand_over->withdrawn_at = context.now;
        store::update_row(context.store, *hand_over);
    }
    return show(context, one);
}

// ---- the end

Case close_case(Context& context, const CloseCase& wish)
{
    auto one = get_working(context, wish.id);
    refuse_before("on", wish.on, one.opened_on);
    const auto worked = worked_in(context.store, one.id);
    if (worked.last)
        refuse_before("on", wish.on, *worked.last);
    check_handed_over(context, one, wish.reason);

    one.state = "closed";
    one.closed_on = wish.on;
    one.closure_reason = wish.reason;
    one.closure_note = wish.note;
    store::update_row(context.store, one);
    tell_people(context, one);
    return show(context, one);
}

Case reopen_case(Context& context, const OneClosedCase& wish)
{
    auto one = get_visible(context, wish.id);
    if (one.cancelled_at)
        throw not_found();
    if (one.state == "open")
        return show(context, one);
    check_no_open_case(context, one.person);

    one.state = "open";
    one.closed_on.reset();
    one.closure_reason.reset();
    one.closure_note.reset();
    store::update_row(context.store, one);
    tell_people(context, one);
    return show(context, one);
}

} // namespace cases
