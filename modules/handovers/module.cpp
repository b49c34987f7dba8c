// SPDX-License-Identifier: EUPL-1.2
// Hand-overs between cities, at a glance.
#include "handovers/acts.h"
#include "handovers/exchange.h"
#include "handovers/rows.h"

namespace handovers {

namespace {

std::vector<core::Holding> holdings()
{
    using core::holding;
    return {
        holding<SentRow>("handovers")
            .of_person({"person"})
            .coded_as<Sent>()
            .running_until({"answered_at"}),
        // What was received stands among the rest since it was accepted.
        holding<ReceivedRow>("handovers")
            .of_person({"person"})
            .coded_as<Received>()
            .running_until({"answered_at"})
            .untold({"bundle", "guarded"}),
    };
}

} // namespace

core::Module module()
{
    using namespace core;
    constexpr auto readers = may(social_worker, city_coordinator);

    return {
        "handovers",
        Where::both,
        {
            act("handovers.send_handover", "POST /api/handovers/sent", may(social_worker),
                send_handover)
                .on(Where::city),
            act("handovers.list_sent", "GET /api/handovers/sent", readers, list_sent)
                .on(Where::city),
            act("handovers.withdraw_handover", "DELETE /api/handovers/sent/{id}", readers,
                withdraw_handover)
                .on(Where::city),
            act("handovers.list_received", "GET /api/handovers/received", readers, list_received)
                .on(Where::city),
            act("handovers.get_received", "GET /api/handovers/received/{id}", readers, get_received)
                .on(Where::city),
            act("handovers.accept_handover", "POST /api/handovers/received/{id}/accept",
                may(social_worker), accept_handover)
                .on(Where::city),
            act("handovers.refuse_handover", "POST /api/handovers/received/{id}/refuse", readers,
                refuse_handover)
                .on(Where::city),
            act("handovers.record_step", "POST /api/handovers/received/{id}/steps", readers,
                record_step)
                .on(Where::city),
            act("handovers.undo_step", "DELETE /api/handovers/received/{id}/steps", readers,
                undo_step)
                .on(Where::city),
        },
        {},
        {{"handovers.remind", remind}},
        holdings(),
        {},
        {},
        receivers()};
}

} // namespace handovers
