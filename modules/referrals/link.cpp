// SPDX-License-Identifier: EUPL-1.2
// What a service may do that has no account: with the code of one referral, read the little that is
// meant for it, and say what became of it. A code that nobody has, one of another city and one that
// is no code at all are answered alike, after the same look into the store.
#include "core/guests.h"
#include "core/spoken_code.h"
#include "referrals/work.h"

using core::Context;

namespace referrals {

namespace {

std::optional<ReferralRow> find_linked(Context& context, const std::string& typed)
{
    // What is no code is looked up as well: it takes as long, and is found as little.
    const auto mark = core::mark_of_code(context.store.seal(), code_of_referral,
                                         core::read_code(typed).value_or(typed));
    auto row = find_by_code(context.store, mark);
    return row && row->link_until ? row : std::nullopt;
}

ReferralRow get_open(std::optional<ReferralRow> row, Date today)
{
    if (!row)
        throw Problem(404, "referrals.unknown_code");
    if (today > *row->link_until)
        throw Problem(409, "referrals.link_expired", {{"on", to_string(*row->link_until)}});
    return std::move(*row);
}

ReferralRow get_linked(Context& context, const std::string& typed)
{
    return get_open(find_linked(context, typed), context.today());
}

void check_code(Context& context, const std::string& city, const std::string& code)
{
    core::check_city(context, city);
    auto& gate = context.kept<core::Gate>();
    gate.pass(link_questions, context.request.remote, context.now);
    gate.refuse_full(wrong_links, context.request.remote, context.now);
    auto row = find_linked(context, code);
    if (!row)
        gate.count(wrong_links, context.request.remote, context.now);
    get_open(std::move(row), context.today());
}

void add_words(const Context& context, LinkedReferral& shown)
{
    const auto add = [&](const char* list, const std::string& code) {
        const auto* known = context.catalogue().find_code(list, code);
        ENSURE(known != nullptr);
        shown.words.push_back(
            {code, context.language() == "en" ? known->label.en : known->label.it});
    };
    add("referral_area", shown.area);
    add("referral_state", shown.state);
    if (shown.language)
        add("language", *shown.language);
    if (shown.outcome)
        add("referral_outcome", *shown.outcome);
    for (const auto& step : shown.next)
        for (const auto& outcome : step.outcomes)
            add("referral_outcome", outcome);
}

LinkedReferral show_linked(Context& context, const ReferralRow& row)
{
    const auto service = directory::find_service(context, row.service);
    ENSURE(service);
    context.about(row.id);
    context.concerns(row.person);
    LinkedReferral shown;
    shown.city = context.city().name;
    shown.service_name = service->name;
    shown.mode = row.mode;
    shown.area = row.area;
    shown.state = row.state;
    shown.sent_on = row.sent_on;
    shown.sender = sender_of(context, row);
    shown.outcome = row.outcome;
    shown.next = next_steps(context.catalogue(), row.state, Teller::link);
    // What has ended is nobody's to read any more.
    if (row.state == "closed" || row.state == "revoked") {
        add_words(context, shown);
        return shown;
    }
    shown.told_name = row.told_name;
    shown.language = row.language;
    shown.interpreter = row.interpreter.value_or(false);
    shown.appointment_at = row.appointment_at;
    shown.message = row.message;
    shown.link_until = row.link_until;
    add_words(context, shown);
    return shown;
}

} // namespace

void take_link(Context& context, OpenLink& wish) { check_code(context, wish.city, wish.code); }

void take_answer(Context& context, AnswerLink& wish) { check_code(context, wish.city, wish.code); }

LinkedReferral open_link(Context& context, const OpenLink& wish)
{
    auto row = get_linked(context, wish.code);
    if (row.state == "sent")
        note_seen(context, row);
    return show_linked(context, row);
}

LinkedReferral answer_link(Context& context, const AnswerLink& wish)
{
    auto row = get_linked(context, wish.code);
    if (const auto known = find_step(context.store, wish.id)) {
        if (known->referral != row.id || known->what != wish.what)
            throw Problem(409, "core.id_taken");
        return show_linked(context, row); // sent again: it is there
    }
    take_step(context, row,
              {wish.id, wish.what, context.today(), wish.outcome, wish.until, wish.words,
               wish.by_name, Teller::link});
    return show_linked(context, row);
}

} // namespace referrals
