// SPDX-License-Identifier: EUPL-1.2
#include "referrals/work.h"

#include <algorithm>

#include "access/access.h"
#include "core/guests.h"
#include "core/spoken_code.h"
#include "store/rows.h"

using core::Context;

namespace referrals {

namespace {

bool needs_outcome(const std::string& what)
{
    return what == "refused" || what == "closed" || what == "revoked";
}

void check_step(const Context& context, const ReferralRow& row, const Told& told)
{
    const auto allowed = steps_after(row.state, told.teller);
    if (std::find(allowed.begin(), allowed.end(), told.what) == allowed.end())
        throw Problem(409, "referrals.not_now");
    if (told.on < row.sent_on)
        refuse("on", "too_early", {{"least", to_string(row.sent_on)}});
    if (needs_outcome(told.what) && !told.outcome)
        refuse("outcome", "required");
    if (told.outcome && !(needs_outcome(told.what) &&
                          fits(context.catalogue(), told.what, *told.outcome, told.teller)))
        refuse("outcome", "referrals.other_outcome");
    if (told.until && told.outcome != "WAITLISTED")
        refuse("until", "referrals.no_waiting_list");
}

// What was found there says whether the directory is right.
void tell_directory(Context& context, const ReferralRow& row, const Told& told)
{
    const auto said = told.outcome ? says_of_service(context.catalogue(), *told.outcome)
                      : told.what == "attended" || told.what == "accepted" ? std::string("confirms")
                                                                           : std::string();
    const auto service = directory::find_service(context, row.service);
    if (!service || service->cancelled)
        return;
    if (said == "confirms")
        directory::confirm(context, row.service,
                           told.teller == Teller::link ? service->organisation
                                                       : context.actor.name);
    else if (said == "doubts")
        directory::doubt(context, row.service, *told.outcome);
}

// The hand-over of a case goes the way of its referral.
void tell_case(Context& context, const ReferralRow& row, std::optional<Date> accepted_on)
{
    if (row.mode != "TRANSFER" || !row.case_id)
        return;
    if (row.state == "refused" || row.state == "revoked")
        return cases::set_hand_over(context, *row.case_id, std::nullopt);
    const auto service = directory::find_service(context, row.service);
    ENSURE(service);
    cases::set_hand_over(context, *row.case_id,
                         cases::HandOverNews{service->name, cases::in_the_area, row.sent_on,
                                             accepted_on, row.sent_by});
}

int next_turn(const std::vector<StepRow>& steps)
{
    return steps.empty() ? 1 : steps.back().turn + 1;
}

ReferralStep show_step(Context& context, const StepRow& step, bool is_last)
{
    ReferralStep shown;
    shown.id = step.id;
    shown.what = step.what;
    shown.at = step.at;
    shown.on = step.day;
    shown.outcome = step.outcome;
    shown.until = step.until;
    shown.words = step.words;
    shown.by_link = !step.by_account;
    shown.by_name =
        step.by_account ? access::name_of(context, *step.by_account) : step.by_name.value_or("");
    shown.may_undo = is_last && step.what != "seen";
    return shown;
}

} // namespace

bool may_open(Context& context, const ReferralRow& row)
{
    const auto scope = context.scope();
    return people::may_read(
        context, row.person,
        scope.reach == core::Scope::Reach::city || row.sent_by == context.actor.account ||
            context.actor.is_of_team(row.team) || cases::reads_case_of(context, row.person));
}

ReferralRow get_row(Context& context, const Id<Referral>& id)
{
    auto row = find_row(context.store, id);
    if (!row || !may_open(context, *row))
        throw not_found();
    return std::move(*row);
}

void take_step(Context& context, ReferralRow& row, const Told& told)
{
    check_step(context, row, told);
    StepRow step;
    step.id = told.id;
    step.referral = row.id;
    step.turn = next_turn(steps_of(context.store, row.id));
    step.what = told.what;
    step.at = context.now;
    step.day = told.on;
    step.outcome = told.outcome;
    step.until = told.until;
    step.words = told.words;
    if (told.teller == Teller::worker)
        step.by_account = context.actor.account;
    else
        step.by_name = told.by_name;
    store::insert_row(context.store, step);
    tell_directory(context, row, told);
    retell(context, row);
}

void note_seen(Context& context, ReferralRow& row)
{
    const auto steps = steps_of(context.store, row.id);
    if (!steps.empty())
        return;
    StepRow step;
    step.id = Id<Step>::make(context.now);
    step.referral = row.id;
    step.turn = next_turn(steps);
    step.what = "seen";
    step.at = context.now;
    step.day = context.today();
    store::insert_row(context.store, step);
    retell(context, row);
}

void retell(Context& context, ReferralRow& row)
{
    row.state = "sent";
    row.outcome.reset();
    row.outcome_on.reset();
    std::optional<Date> accepted_on;
    for (const auto& step : steps_of(context.store, row.id)) {
        if (step.undone_at)
            continue;
        row.state = step.what;
        row.outcome = step.outcome;
        row.outcome_on = step.outcome ? std::optional(step.day) : std::nullopt;
        if (step.what == "accepted")
            accepted_on = step.day;
    }
    store::update_row(context.store, row);
    tell_case(context, row, accepted_on);
}

std::string code_of(const ReferralRow& row)
{
    const auto ticket = parse_uuid(row.ticket);
    ENSURE(ticket);
    return core::make_code(row.id, *ticket);
}

std::string link_of(const Context& context, const ReferralRow& row)
{
    return core::address_of(context) + "/#/invio/" + context.city().slug +
           "?codice=" + code_of(row);
}

Referral show(Context& context, const ReferralRow& row)
{
    Referral shown;
    static_cast<ReferralDetails&>(shown) = row;
    const auto service = directory::find_service(context, row.service);
    ENSURE(service);
    const auto waiting = waiting_of(row, context.now);
    shown.id = row.id;
    shown.person = row.person;
    shown.person_card = people::get_card(context, row.person);
    shown.case_id = row.case_id;
    shown.service = row.service;
    shown.service_name = service->name;
    shown.service_phone = service->phone;
    shown.service_email = service->email;
    shown.state = row.state;
    shown.clock = waiting.clock;
    shown.due_at = waiting.due;
    shown.outcome = row.outcome;
    shown.sent_at = row.sent_at;
    shown.sent_by_name = access::name_of(context, row.sent_by);
    shown.team = row.team;
    shown.code = core::spoken(code_of(row));
    if (waiting.clock != "none" && row.link_until && context.today() <= *row.link_until)
        shown.link_until = row.link_until;
    auto steps = steps_of(context.store, row.id);
    std::erase_if(steps, [](const StepRow& step) { return step.undone_at.has_value(); });
    for (const auto& step : steps)
        shown.steps.push_back(show_step(context, step, step.id == steps.back().id));
    shown.next = next_steps(context.catalogue(), row.state, Teller::worker);
    return shown;
}

ReferralLine line_of(Context& context, const ReferralRow& row)
{
    const auto service = directory::find_service(context, row.service);
    ENSURE(service);
    const auto waiting = waiting_of(row, context.now);
    ReferralLine line;
    line.id = row.id;
    line.person = row.person;
    line.person_card = people::get_card(context, row.person);
    line.case_id = row.case_id;
    line.service = row.service;
    line.service_name = service->name;
    line.area = row.area;
    line.mode = row.mode;
    line.state = row.state;
    line.clock = waiting.clock;
    line.due_at = waiting.due;
    line.outcome = row.outcome;
    line.sent_at = row.sent_at;
    line.sent_by = row.sent_by;
    line.sent_by_name = access::name_of(context, row.sent_by);
    line.team = row.team;
    return line;
}

std::string sender_of(Context& context, const ReferralRow& row)
{
    const auto account = access::find_account(context, row.sent_by);
    if (!account)
        return "";
    return account->name + (account->organisation ? ", " + *account->organisation : "");
}

} // namespace referrals
