// SPDX-License-Identifier: EUPL-1.2
// What those may ask who work here.
#include <algorithm>
#include <map>
#include <tuple>

#include "core/spoken_code.h"
#include "referrals/work.h"
#include "store/rows.h"

using core::Context;

namespace referrals {

namespace {

constexpr int listed_max = 500;

void check_active(Context& context, const Id<directory::Service>& id)
{
    const auto service = directory::find_service(context, id);
    if (!service || service->cancelled)
        throw not_found();
    if (service->status != "active")
        throw Problem(409, "referrals.service_closed", {{"service", service->name}});
}

// A case is named when the referral is part of its work; a transfer is always one.
void check_case(Context& context, const SendReferral& wish)
{
    if (!wish.case_id) {
        if (wish.mode == "TRANSFER")
            refuse("case", "required");
        return;
    }
    const auto person = cases::person_of(context, *wish.case_id);
    if (!person)
        throw not_found();
    const auto same = people::same_persons(context, wish.person);
    if (std::find(same.begin(), same.end(), *person) == same.end())
        refuse("case", "referrals.other_person");
}

std::string mark_of(const Context& context, const Id<Referral>& id, const Id<Ticket>& ticket)
{
    return core::mark_of_code(context.store.seal(), code_of_referral, core::make_code(id, ticket));
}

// Those that are late first, then those to take up again, then the oldest.
bool goes_before(const ReferralLine& one, const ReferralLine& other)
{
    const auto rank = [](const ReferralLine& line) {
        const bool late = line.clock == "answer_late" || line.clock == "outcome_late";
        return std::tuple(!late, line.clock != "to_take_up", line.due_at.value_or(line.sent_at),
                          line.id);
    };
    return rank(one) < rank(other);
}

} // namespace

Referral send_referral(Context& context, const SendReferral& wish)
{
    check_active(context, wish.service);
    people::get_card(context, wish.person);
    check_case(context, wish);

    ReferralRow row;
    static_cast<ReferralDetails&>(row) = wish;
    row.id = wish.id;
    row.person = wish.person;
    row.case_id = wish.case_id;
    row.service = wish.service;
    row.sent_by = context.actor.account;
    row.team = context.actor.teams.empty() ? "" : context.actor.teams.front();
    row.sent_at = context.now;
    row.sent_on = context.today();
    row.ticket = to_string(wish.ticket);
    row.code_mark = mark_of(context, wish.id, wish.ticket);
    const auto due = due_of(context.catalogue(), wish.mode, row.sent_at, wish.appointment_at);
    row.answer_due_at = due.answer;
    row.outcome_due_at = due.outcome;
    row.link_until = local_date(due.outcome).plus_days(link_days_more);
    if (wish.mode == "TRANSFER")
        cases::check_no_hand_over(context, *wish.case_id);
    store::insert_row(context.store, row);
    retell(context, row);
    return show(context, row);
}

Referrals list_referrals(Context& context, const ListReferrals& wish)
{
    Referrals list;
    const bool over = wish.over.value_or(false);
    for (const auto& row : list_rows(context.store, context.scope(), over, listed_max)) {
        if (wish.mine.value_or(false) && row.sent_by != context.actor.account)
            continue;
        list.late += waiting_of(row, context.now).is_late() ? 1 : 0;
        list.items.push_back(line_of(context, row));
    }
    if (!over)
        std::stable_sort(list.items.begin(), list.items.end(), goes_before);
    return list;
}

Referral get_referral(Context& context, const ReferralPath& wish)
{
    return show(context, get_row(context, wish.id));
}

Referrals list_of_person(Context& context, const ReferralsOfPerson& wish)
{
    const auto same = people::same_persons(context, wish.person);
    if (same.empty())
        throw not_found();
    context.concerns(wish.person);
    Referrals list;
    for (const auto& person : same)
        for (const auto& row : rows_of_person(context.store, person)) {
            if (!may_open(context, row))
                continue;
            list.late += waiting_of(row, context.now).is_late() ? 1 : 0;
            list.items.push_back(line_of(context, row));
        }
    std::stable_sort(list.items.begin(), list.items.end(),
                     [](const ReferralLine& one, const ReferralLine& other) {
                         return one.sent_at > other.sent_at;
                     });
    return list;
}

Referral record_step(Context& context, const RecordStep& wish)
{
    auto row = get_row(context, wish.referral);
    take_step(context, row,
              {wish.id, wish.what, wish.on.value_or(context.today()), wish.outcome, wish.until,
               wish.words, std::nullopt, Teller::worker});
    return show(context, row);
}

Referral undo_step(Context& context, const StepPath& wish)
{
    auto step = find_step(context.store, wish.id);
    if (!step)
        throw not_found();
    auto row = get_row(context, step->referral);
    if (step->undone_at)
        return show(context, row);
    const auto steps = steps_of(context.store, row.id);
    const auto is_later = [&](const StepRow& one) {
        return one.turn > step->turn && !one.undone_at;
    };
    if (step->what == "seen" || std::any_of(steps.begin(), steps.end(), is_later))
        throw Problem(409, "referrals.not_the_last");
    step->undone_at = context.now;
    step->undone_by = context.actor.account;
    store::update_row(context.store, *step);
    retell(context, row);
    return show(context, row);
}

// The letter that went to the wrong address opens nothing any more.
Referral renew_link(Context& context, const RenewLink& wish)
{
    auto row = get_row(context, wish.id);
    row.ticket = to_string(wish.ticket);
    row.code_mark = mark_of(context, row.id, wish.ticket);
    store::update_row(context.store, row);
    return show(context, row);
}

Gaps show_gaps(Context& context, const ShowGaps& wish)
{
    Gaps gaps;
    gaps.last = wish.last.value_or(context.today());
    gaps.first = wish.first.value_or(gaps.last.plus_days(-365));
    std::map<std::pair<std::string, std::string>, GapCell> districts;
    std::map<std::pair<std::string, std::string>, GapCell> languages;
    std::map<std::pair<std::string, std::string>, int> reasons;
    for (const auto& line :
         outcomes_between(context.store, context.scope(), gaps.first, gaps.last)) {
        const bool gap = is_gap(context.catalogue(), line.outcome);
        const auto add = [&](auto& cells, const std::string& place) {
            auto& cell = cells[{line.area, place}];
            cell.area = line.area;
            cell.place = place;
            cell.known += line.count;
            cell.unanswered += gap ? line.count : 0;
        };
        add(districts, line.district);
        add(languages, line.language);
        if (gap)
            reasons[{line.area, line.outcome}] += line.count;
    }
    for (auto& [key, cell] : districts)
        gaps.by_district.push_back(std::move(cell));
    for (auto& [key, cell] : languages)
        gaps.by_language.push_back(std::move(cell));
    for (const auto& [key, count] : reasons)
        gaps.reasons.push_back({key.first, key.second, count});
    std::stable_sort(
        gaps.reasons.begin(), gaps.reasons.end(),
        [](const GapReason& one, const GapReason& other) { return one.count > other.count; });
    return gaps;
}

} // namespace referrals
