// SPDX-License-Identifier: EUPL-1.2
// What the acts have in common: who sees a referral, what a step changes, how it is shown.
#pragma once

#include "referrals/acts.h"
#include "referrals/rows.h"
#include "referrals/states.h"

namespace referrals {

// Who sent it, their team, the coordinator; and who reads a case of the person.
bool may_open(core::Context& context, const ReferralRow& row);
ReferralRow get_row(core::Context& context, const Id<Referral>& id); // throws not_found()

// A step as it is told; the id makes it happen once.
struct Told {
    Id<Step> id;
    std::string what;
    Date on;
    std::optional<std::string> outcome;
    std::optional<Date> until;
    std::optional<std::string> words;
    std::optional<std::string> by_name;
    Teller teller = Teller::worker;
};
// Checks that it may follow, writes it down, and does what follows from it. 409 referrals.not_now,
// 422 for an outcome that does not fit.
void take_step(core::Context& context, ReferralRow& row, const Told& told);
// That the service has opened the link; said once.
void note_seen(core::Context& context, ReferralRow& row);
// Works out the state anew from the steps that stand, writes the row, and tells the case of a
// transfer.
void retell(core::Context& context, ReferralRow& row);

Referral show(core::Context& context, const ReferralRow& row);
ReferralLine line_of(core::Context& context, const ReferralRow& row);
// "Sara Marchetti, Roma Capitale": whom to call; empty where there is no such account.
std::string sender_of(core::Context& context, const ReferralRow& row);
std::string code_of(const ReferralRow& row); // 16 digits
// "https://lgnet.example/#/invio/roma?codice=4821093755167302"
std::string link_of(const core::Context& context, const ReferralRow& row);

} // namespace referrals
