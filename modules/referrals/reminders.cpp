// SPDX-License-Identifier: EUPL-1.2
// Senders are told by e-mail of their referrals that wait too long, or that were refused: that
// there is something to take up, never of whom.
#include <map>

#include "access/access.h"
#include "core/house.h"
#include "core/mail.h"
#include "referrals/work.h"
#include "store/rows.h"

using core::Context;

namespace referrals {

namespace {

constexpr int looked_at_max = 2000;
constexpr std::size_t listed_max = 20; // in one mail

bool presses(const Waiting& waiting) { return waiting.is_late() || waiting.clock == "to_take_up"; }

std::string text_of(Context& context, const std::string& language,
                    const std::vector<ReferralRow>& rows)
{
    const auto& words = context.house.words();
    const auto say = [&](const std::string& what, const Facts& facts = {}) {
        return words.say(language, "mail.referrals." + what, facts);
    };
    auto text = say("begins") + "\n\n";
    for (std::size_t i = 0; i < std::min(rows.size(), listed_max); ++i)
        text += say("line." + waiting_of(rows[i], context.now).clock,
                    {{"day", to_string(rows[i].sent_on)}}) +
                "\n";
    if (rows.size() > listed_max)
        text += say("more", {{"count", std::to_string(rows.size() - listed_max)}}) + "\n";
    if (const auto& site = context.house.site(); !site.empty())
        text += "\n" + site + "/#/referrals\n";
    return text + "\n" + say("ends") + "\n";
}

} // namespace

std::vector<Uuid> remind_senders(Context& context)
{
    if (!context.house.sends_mail())
        return {};
    std::map<Id<core::Account>, std::vector<ReferralRow>> by_sender;
    for (const auto& row : waiting_rows(context.store, looked_at_max)) {
        const auto waiting = waiting_of(row, context.now);
        if (presses(waiting) && !was_reminded(context.store, row.id, waiting.clock))
            by_sender[row.sent_by].push_back(row);
    }

    std::vector<Uuid> told;
    for (const auto& [sender, rows] : by_sender) {
        const auto account = access::find_account(context, sender);
        if (!account || !account->active || !account->email)
            continue;
        for (const auto& row : rows) {
            store::insert_row(context.store,
                              ReminderRow{Id<ReminderRow>::make(context.now), row.id,
                                          waiting_of(row, context.now).clock, context.now});
            told.push_back(row.id);
        }
        const auto subject = context.house.words().say(
            account->language, "mail.referrals.subject",
            {{"city", context.city().name}, {"count", std::to_string(rows.size())}});
        core::post_mail(context, *account->email, subject,
                        text_of(context, account->language, rows));
    }
    return told;
}

} // namespace referrals
