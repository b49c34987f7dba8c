// SPDX-License-Identifier: EUPL-1.2
// The slip that the person carries: above, for them and in their language, where to go and what to
// bring; below, for who receives them, in Italian, how to answer. It bears no name: a slip that is
// lost says nothing of anybody.
#include "core/guests.h"
#include "core/house.h"
#include "core/spoken_code.h"
#include "referrals/work.h"

using core::Context;

namespace referrals {

namespace {

constexpr auto italian = "it";

void write_for_person(paper::Sheet& sheet, Context& context, const ReferralRow& row,
                      const directory::Service& service, const std::string& language)
{
    const auto words = directory::sheet_words(context, language);
    const core::SheetWords own(context.catalogue(), "referrals", language);
    sheet.title(words.say("title"));
    if (row.appointment_at)
        sheet.fact(own.say("appointment"), own.moment(*row.appointment_at));
    if (row.mode == "ACCOMP")
        sheet.text(own.say("together"));
    directory::write_on(sheet, context, words, service);
    sheet.fact(own.say("sent_by"), paper::apart(sender_of(context, row)));
    sheet.small(own.say("carry"));
}

void write_for_service(paper::Sheet& sheet, Context& context, const ReferralRow& row)
{
    const auto& said = context.house.words();
    const auto say = [&](const char* key, const Facts& facts = {}) {
        return said.say(italian, std::string("page.referrals.slip_") + key, facts);
    };
    sheet.rule();
    sheet.speak(italian);
    sheet.heading(say("for_service"));
    sheet.square(
        link_of(context, row),
        say("how", {{"address", core::address_of(context) + "/#/invio/" + context.city().slug},
                    {"code", core::spoken(code_of(row))},
                    {"until", to_string(*row.link_until)}}));
}

} // namespace

core::Bytes print_slip(Context& context, const PrintSlip& wish)
{
    const auto row = get_row(context, wish.id);
    const auto service = directory::find_service(context, row.service);
    ENSURE(service);
    context.concerns(row.person);
    paper::Sheet sheet(wish.language, service->name);
    write_for_person(sheet, context, row, *service, wish.language);
    if (row.link_until)
        write_for_service(sheet, context, row);
    return {sheet.finish(), "application/pdf", 200};
}

} // namespace referrals
