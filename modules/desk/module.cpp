// SPDX-License-Identifier: EUPL-1.2
// The desk at a glance.
#include "core/guests.h"
#include "desk/acts.h"
#include "desk/rows.h"

namespace desk {

namespace {

std::vector<core::Holding> holdings()
{
    using core::holding;
    return {
        holding<VisitRow>("desk")
            .of_person({"person"})
            .coded_as<Visit>()
            .running_until({"ended_at", "cancelled_at"})
            .untold({"version", "number", "room"}),
    };
}

} // namespace

core::Module module()
{
    using namespace core;

    return {
        "desk",
        Where::city,
        {
            act("desk.list_sites", "GET /api/desk/sites", city_team, list_sites),
            act("desk.write_site", "PUT /api/desk/sites/{id}", may(city_coordinator), write_site),
            act("desk.show_board", "GET /api/desk/sites/{site}/board", city_team, show_board),
            act("desk.show_pulse", "GET /api/desk/sites/{site}/pulse", city_team, show_pulse),
            act("desk.set_presence", "PUT /api/desk/sites/{site}/presence", city_team,
                set_presence),

            act("desk.add_visit", "POST /api/desk/visits", city_team, add_visit),
            act("desk.count_info", "POST /api/desk/informed", city_team, count_info),
            act("desk.get_visit", "GET /api/desk/visits/{id}", city_team, get_visit),
            act("desk.change_visit", "PUT /api/desk/visits/{id}", city_team, change_visit),
            act("desk.cancel_visit", "DELETE /api/desk/visits/{id}", city_team, cancel_visit),
            act("desk.restore_visit", "POST /api/desk/visits/{id}/restore", city_team,
                restore_visit),

            act("desk.receive_visit", "PUT /api/desk/visits/{id}/arrival", city_team,
                receive_visit),
            act("desk.call_visit", "PUT /api/desk/visits/{id}/call", city_team, call_visit),
            act("desk.end_visit", "PUT /api/desk/visits/{id}/end", city_team, end_visit),
            act("desk.undo_step", "POST /api/desk/visits/{id}/undo", city_team, undo_step),

            // In the waiting room, without a log-in: numbers, never who has them.
            act("desk.show_display", "GET /api/desk/public/{city}/sites/{site}", {}, show_display)
                .for_guests(store_of_city),
        },
        {},
        {},
        holdings()};
}

} // namespace desk
