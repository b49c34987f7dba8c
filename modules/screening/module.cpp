// SPDX-License-Identifier: EUPL-1.2
// Screening at a glance.
#include "screening/acts.h"
#include "screening/rows.h"
#include "screening/rules.h"

namespace screening {

namespace {

std::vector<core::Holding> holdings()
{
    using core::holding;
    return {
        holding<ScreeningRow>("screening").of_person({"person"}),
        holding<FindingRow>("screening")
            .through("screening", "screening_screening")
            .coded_as<Finding>(),
        holding<WarningRow>("screening")
            .of_person({"person"})
            .coded_as<Warning>()
            .running_until({"answered_at", "withdrawn_at"})
            .untold({"rule_version", "restricted"}),
    };
}

} // namespace

core::Module module()
{
    using namespace core;
    rules(); // a fault in them stops the program at its start

    Module screening{
        "screening",
        Where::city,
        {
            act("screening.record_screening", "POST /api/screening/screenings", city_team,
                record_screening),
            act("screening.get_screening", "GET /api/screening/screenings/{id}", city_team,
                get_screening),
            act("screening.change_screening", "PUT /api/screening/screenings/{id}", city_team,
                change_screening),
            act("screening.cancel_screening", "DELETE /api/screening/screenings/{id}", city_team,
                cancel_screening),
            act("screening.restore_screening", "POST /api/screening/screenings/{id}/restore",
                city_team, restore_screening),
            act("screening.list_of_person", "GET /api/screening/persons/{person}/screenings",
                city_team, list_of_person),

            act("screening.list_warnings", "GET /api/screening/warnings", city_team, list_warnings),
            act("screening.answer_warning", "PUT /api/screening/warnings/{id}/answer", city_team,
                answer_warning),
            act("screening.withdraw_answer", "DELETE /api/screening/warnings/{id}/answer",
                city_team, withdraw_answer),
        },
        {},
        {},
        holdings()};
    screening.check_catalogue = check_rules;
    screening.entries = rule_entries;
    return screening;
}

} // namespace screening
