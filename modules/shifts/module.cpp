// SPDX-License-Identifier: EUPL-1.2
// Shifts at a glance.
#include "shifts/acts.h"
#include "shifts/rows.h"

namespace shifts {

namespace {

std::vector<core::Holding> holdings()
{
    using core::holding;
    return {
        holding<StopRow>("reports").through("report", "reports_report").not_told(),
    };
}

} // namespace

core::Module module()
{
    using namespace core;

    return {
        "shifts",
        Where::city,
        {
            act("shifts.list_stops", "GET /api/shifts/stops", city_team, list_stops),
            act("shifts.plan_stop", "POST /api/shifts/stops", unit, plan_stop),
            act("shifts.change_stop", "PUT /api/shifts/stops/{id}", unit, change_stop),
            act("shifts.mark_stop", "PUT /api/shifts/stops/{id}/state", unit, mark_stop),
            act("shifts.cancel_stop", "DELETE /api/shifts/stops/{id}", unit, cancel_stop),
            act("shifts.restore_stop", "POST /api/shifts/stops/{id}/restore", unit, restore_stop),
            act("shifts.show_hotspots", "GET /api/shifts/hotspots", city_team, show_hotspots),
            act("shifts.propose_stops", "GET /api/shifts/proposals", unit, propose_stops),

            act("shifts.count_material", "PUT /api/shifts/outings/{outing}/materials/{material}",
                unit, count_material),
            act("shifts.record_activity", "POST /api/shifts/activities", unit, record_activity),
            act("shifts.cancel_activity", "DELETE /api/shifts/activities/{id}", unit,
                cancel_activity),
            act("shifts.restore_activity", "POST /api/shifts/activities/{id}/restore", unit,
                restore_activity),
            act("shifts.get_sheet", "GET /api/shifts/outings/{outing}/sheet", unit, get_sheet),
        },
        {},
        {},
        holdings(),
        {{"shifts_activity", "what a team does in an evening, which names nobody in a column"}}};
}

} // namespace shifts
