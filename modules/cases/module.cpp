// SPDX-License-Identifier: EUPL-1.2
// Cases at a glance.
#include "cases/acts.h"

namespace cases {

core::Module module()
{
    using namespace core;

    return {
        "cases",
        Where::city,
        {
            act("cases.open_case", "POST /api/cases/cases", workers, open_case),
            act("cases.list_cases", "GET /api/cases/cases", readers, list_cases),
            act("cases.get_case", "GET /api/cases/cases/{id}", readers, get_case),
            act("cases.change_case", "PUT /api/cases/cases/{id}", readers, change_case),
            act("cases.cancel_case", "DELETE /api/cases/cases/{id}", readers, cancel_case),
            act("cases.restore_case", "POST /api/cases/cases/{id}/restore", readers, restore_case),
            act("cases.list_of_person", "GET /api/cases/persons/{id}/cases", city_team,
                list_of_person),

            act("cases.record_intervention", "POST /api/cases/cases/{case}/interventions", workers,
                record_intervention),
            act("cases.cancel_intervention", "DELETE /api/cases/interventions/{id}", workers,
                cancel_intervention),
            act("cases.restore_intervention", "POST /api/cases/interventions/{id}/restore", workers,
                restore_intervention),

            act("cases.record_hand_over", "POST /api/cases/cases/{id}/hand_over", workers,
                record_hand_over),
            act("cases.accept_hand_over", "POST /api/cases/cases/{id}/hand_over/accept", workers,
                accept_hand_over),
            act("cases.remove_hand_over", "DELETE /api/cases/cases/{id}/hand_over", workers,
                remove_hand_over),

            act("cases.close_case", "POST /api/cases/cases/{id}/close", workers, close_case),
            act("cases.reopen_case", "POST /api/cases/cases/{id}/reopen", workers, reopen_case),
        }};
}

} // namespace cases
