// SPDX-License-Identifier: EUPL-1.2
// Monitoring at a glance.
#include "core/guests.h"
#include "core/public_page.h"
#include "monitoring/indicator.h"
#include "monitoring/monitoring.h"
#include "monitoring/public_figures.h"

namespace monitoring {

core::Module module()
{
    using namespace core;
    constexpr Roles stated =
        may(city_coordinator, network_direction, researcher, data_protection_officer);

    indicators(); // a fault in the catalogue is found at start, not at the end of a quarter
    return {"monitoring",
            Where::both,
            {
                act("monitoring.list_indicators", "GET /api/monitoring/indicators", house_staff,
                    list_indicators),
                act("monitoring.get_indicator", "GET /api/monitoring/indicators/{code}",
                    house_staff, get_indicator),

                act("monitoring.show_board", "GET /api/monitoring/board",
                    may(city_coordinator, researcher), show_board)
                    .on(Where::city),
                act("monitoring.preview_statement", "GET /api/monitoring/statement",
                    may(city_coordinator), preview_statement)
                    .on(Where::city),
                act("monitoring.submit_statement", "POST /api/monitoring/statements",
                    may(city_coordinator), submit_statement)
                    .on(Where::city),

                act("monitoring.list_statements", "GET /api/monitoring/statements", stated,
                    list_statements),
                act("monitoring.get_statement", "GET /api/monitoring/statements/{id}", stated,
                    get_statement),

                act("monitoring.show_network_board", "GET /api/monitoring/network_board",
                    may(network_direction, researcher), show_network_board)
                    .on(Where::network),

                act("monitoring.show_public_figures", "GET /rete/cifre", {}, show_public_figures)
                    .for_guests(store_of_network)
                    .of_the_public()
                    .with_answer(public_page_type),
            }};
}

} // namespace monitoring
