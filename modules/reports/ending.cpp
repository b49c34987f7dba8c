// SPDX-License-Identifier: EUPL-1.2
// What a unit found, what it led to, what the reporter is told, and the end of a report; and how
// each of these is taken back.
#include "cases/cases.h"
#include "outreach/outreach.h"
#include "people/people.h"
#include "reports/work.h"
#include "store/rows.h"

using core::Context;

namespace reports {

namespace {

// Things that are not there, or not for the asker to see, are the same.
void check_follow_up(Context& context, const SetFollowUp& wish)
{
    if (wish.contact && !outreach::find_contact(context, *wish.contact))
        refuse("contact", "reports.unknown_contact");
    if (wish.person && !people::find_person(context, *wish.person))
        refuse("person", "reports.unknown_person");
    if (wish.case_id && !cases::is_there(context, *wish.case_id))
        refuse("case", "reports.unknown_case");
}

} // namespace

Report verify_report(Context& context, const VerifyReport& wish)
{
    auto row = get_working(context, wish.report);
    if (wish.at < row.received_at)
        refuse("at", "reports.before_it_came", {{"least", to_string(row.received_at)}});

    VerificationRow made;
    made.id = wish.id;
    made.report = row.id;
    made.round = row.round;
    made.finding = wish.finding;
    made.at = wish.at;
    made.note = wish.note;
    made.made_by = context.actor.account;
    made.made_by_name = context.actor.name;
    made.made_at = context.now;
    store::insert_row(context.store, made);
    note_step(context, row.id, "verified", wish.finding, wish.note);
    retell(context, row);
    return show_report(context, row);
}

Report cancel_verification(Context& context, const VerificationPath& wish)
{
    auto verification = find_verification(context.store, wish.id);
    if (!verification)
        throw not_found();
    auto row = get_working(context, verification->report);
    context.about(row.id);
    if (verification->cancelled_at)
        return show_report(context, row);

    verification->cancelled_by = context.actor.account;
    verification->cancelled_at = context.now;
    store::update_row(context.store, *verification);
    note_step(context, row.id, "verification_cancelled", verification->finding);
    retell(context, row);
    return show_report(context, row);
}

Report set_follow_up(Context& context, const SetFollowUp& wish)
{
    auto row = get_opened(context, wish.id);
    check_follow_up(context, wish);

    // What the asker could not see is not theirs to take away.
    const auto seen = seen_follow_up(context, row);
    if (wish.contact || row.contact == seen.contact)
        row.contact = wish.contact;
    if (wish.person || row.person == seen.person)
        row.person = wish.person;
    if (wish.case_id || row.case_id == seen.case_id)
        row.case_id = wish.case_id;
    if (wish.person)
        context.concerns(*wish.person);
    note_step(context, row.id, "follow_up");
    retell(context, row);
    return show_report(context, row);
}

Report answer_reporter(Context& context, const AnswerReporter& wish)
{
    auto row = get_row(context, wish.report);
    store::insert_row(context.store,
                      AnswerRow{wish.id, row.id, wish.code, wish.words, context.actor.account,
                                context.now, std::nullopt, std::nullopt});
    note_step(context, row.id, "answered", wish.code);
    retell(context, row);
    return show_report(context, row);
}

Report withdraw_answer(Context& context, const AnswerPath& wish)
{
    auto answer = find_answer(context.store, wish.id);
    if (!answer)
        throw not_found();
    auto row = get_row(context, answer->report);
    context.about(row.id);
    if (!answer->withdrawn_at) {
        answer->withdrawn_by = context.actor.account;
        answer->withdrawn_at = context.now;
        store::update_row(context.store, *answer);
        note_step(context, row.id, "answer_withdrawn", answer->code);
        retell(context, row);
    }
    return show_report(context, row);
}

Report close_report(Context& context, const CloseReport& wish)
{
    auto row = get_working(context, wish.id);
    row.outcome = wish.outcome;
    row.closed_by = context.actor.account;
    row.closed_at = context.now;
    note_step(context, row.id, "closed", wish.outcome, wish.note);
    retell(context, row);
    return show_report(context, row);
}

// A new round begins, with its own clock; what was found and done before stays in the history.
Report reopen_report(Context& context, const ReopenReport& wish)
{
    auto row = get_row(context, wish.id);
    refuse_grouped(context, row);
    if (!row.closed_at)
        throw Problem(409, "reports.not_closed");

    row.closed_by.reset();
    row.closed_at.reset();
    row.outcome.reset();
    row.round += 1;
    row.clock_from = context.now;
    note_step(context, row.id, "reopened", {}, wish.note);
    retell(context, row);
    return show_report(context, row);
}

} // namespace reports
