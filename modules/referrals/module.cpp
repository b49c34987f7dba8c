// SPDX-License-Identifier: EUPL-1.2
// Referrals at a glance.
#include "core/guests.h"
#include "referrals/acts.h"
#include "referrals/rows.h"

namespace referrals {

namespace {

std::vector<core::Holding> holdings()
{
    using core::holding;
    return {
        holding<ReferralRow>("referrals")
            .of_person({"person"})
            .coded_as<Referral>()
            .running_until({"outcome"})
            .kept({"ticket"})
            .untold({"code_mark", "link_until"}),
        holding<StepRow>("referrals")
            .through("referral", "referrals_referral")
            .coded_as<ReferralStep>()
            .untold({"turn", "by_name"}),
    };
}

} // namespace

core::Module module()
{
    using namespace core;

    return {
        "referrals",
        Where::city,
        {
            act("referrals.send_referral", "POST /api/referrals/referrals", senders, send_referral),
            act("referrals.list_referrals", "GET /api/referrals/referrals", city_team,
                list_referrals),
            act("referrals.get_referral", "GET /api/referrals/referrals/{id}", city_team,
                get_referral),
            act("referrals.list_of_person", "GET /api/referrals/persons/{person}/referrals",
                city_team, list_of_person),
            act("referrals.record_step", "POST /api/referrals/referrals/{referral}/steps",
                city_team, record_step),
            act("referrals.undo_step", "DELETE /api/referrals/steps/{id}", city_team, undo_step),
            act("referrals.renew_link", "PUT /api/referrals/referrals/{id}/link", city_team,
                renew_link),
            act("referrals.print_slip", "GET /api/referrals/referrals/{id}/slip", city_team,
                print_slip)
                .with_answer("application/pdf", true),
            act("referrals.show_gaps", "GET /api/referrals/gaps",
                may(social_worker, city_coordinator), show_gaps),

            // By the link, without a log-in.
            act("referrals.open_link", "POST /api/referrals/public/{city}/look", {}, open_link,
                take_link)
                .for_guests(store_of_city),
            act("referrals.answer_link", "POST /api/referrals/public/{city}/answers", {},
                answer_link, take_answer)
                .for_guests(store_of_city),
        },
        {},
        {{"referrals.remind_senders", remind_senders}},
        holdings()};
}

} // namespace referrals
