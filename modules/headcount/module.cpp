// SPDX-License-Identifier: EUPL-1.2
// Persons counted once across cities, at a glance.
#include "headcount/acts.h"
#include "headcount/news.h"
#include "headcount/rows.h"

namespace headcount {

core::Module module()
{
    using namespace core;
    constexpr auto readers = may(network_direction, researcher, data_protection_officer);
    constexpr auto of_city = may(city_coordinator, data_protection_officer);
    constexpr auto workers =
        may(mobile_unit_operator, desk_operator, social_worker, city_coordinator, minors_worker);

    return {"headcount",
            Where::both,
            {
                act("headcount.open_round", "POST /api/headcount/rounds", may(network_direction),
                    open_round)
                    .on(Where::network),
                act("headcount.list_rounds", "GET /api/headcount/rounds", readers, list_rounds)
                    .on(Where::network),
                act("headcount.get_round", "GET /api/headcount/rounds/{id}", readers, get_round)
                    .on(Where::network),
                act("headcount.start_count", "POST /api/headcount/rounds/{id}/count",
                    may(network_direction), start_count)
                    .on(Where::network),
                act("headcount.break_off_round", "DELETE /api/headcount/rounds/{id}",
                    may(network_direction), break_off_round)
                    .on(Where::network),

                act("headcount.list_invitations", "GET /api/headcount/invitations", of_city,
                    list_invitations)
                    .on(Where::city),
                act("headcount.get_invitation", "GET /api/headcount/invitations/{id}", of_city,
                    get_invitation)
                    .on(Where::city),
                act("headcount.preview", "GET /api/headcount/invitations/{id}/preview", of_city,
                    preview)
                    .on(Where::city),
                act("headcount.take_part", "POST /api/headcount/invitations/{id}/part",
                    may(city_coordinator), take_part)
                    .on(Where::city),
                act("headcount.stay_out", "DELETE /api/headcount/invitations/{id}/part",
                    may(city_coordinator), stay_out)
                    .on(Where::city),

                act("headcount.leave_out", "POST /api/headcount/left_out", workers, leave_out)
                    .on(Where::city),
                act("headcount.get_left_out", "GET /api/headcount/left_out/{person}", workers,
                    get_left_out)
                    .on(Where::city),
                act("headcount.undo_leave_out", "DELETE /api/headcount/left_out/{person}", workers,
                    undo_leave_out)
                    .on(Where::city),
            },
            {},
            {{"headcount.tell", tell}, {"headcount.exchange", {}, exchange}},
            {holding<LeftOutRow>("rights").of_person({"person"})},
            {},
            {},
            receivers()};
}

} // namespace headcount
