// SPDX-License-Identifier: EUPL-1.2
// Outreach, at a glance.
#include "core/house.h"
#include "outreach/acts.h"
#include "outreach/rows.h"

namespace outreach {

namespace {

std::vector<core::Holding> holdings()
{
    using core::holding;
    return {
        holding<IdentificationRow>("contacts").of_person({"person"}).untold({"made_person"}),
        holding<ContactRow>("contacts")
            .of_person({"person"}) // with an identification, and without
            .coded_as<Contact>()
            .untold({"version", "late", "phone_said_at", "changed_at"}),
        holding<EngagementRow>("contacts").of_person({"person"}),
    };
}

// Contacts of before people was told where somebody was met.
void tell_meetings(store::Transaction& transaction)
{
    if (people::any_meeting_told(transaction))
        return;
    std::vector<std::pair<Id<people::Person>, people::Meeting>> all;
    each_meeting(transaction, [&](const Id<people::Person>& id, people::Meeting meeting) {
        all.emplace_back(id, std::move(meeting));
    });
    for (const auto& [id, meeting] : all)
        people::tell_meeting(transaction, id, meeting);
}

void opened(core::House&, core::Place& place) { place.store->write(tell_meetings); }

} // namespace

core::Module module()
{
    using namespace core;
    constexpr auto outing_team = may(mobile_unit_operator, city_coordinator);
    Module made{
        "outreach",
        Where::city,
        {
            act("outreach.list_outings", "GET /api/outreach/outings", city_team, list_outings),
            act("outreach.open_outing", "POST /api/outreach/outings", outing_team, open_outing),
            act("outreach.get_outing", "GET /api/outreach/outings/{id}", city_team, get_outing),
            act("outreach.close_outing", "POST /api/outreach/outings/{id}/close", outing_team,
                close_outing),
            act("outreach.reopen_outing", "POST /api/outreach/outings/{id}/reopen", outing_team,
                reopen_outing),

            act("outreach.record_contact", "POST /api/outreach/contacts", city_team,
                record_contact),
            act("outreach.list_contacts", "GET /api/outreach/contacts", city_team, list_contacts),
            act("outreach.get_contact", "GET /api/outreach/contacts/{id}", city_team, get_contact),
            act("outreach.change_contact", "PUT /api/outreach/contacts/{id}", city_team,
                change_contact),
            act("outreach.cancel_contact", "DELETE /api/outreach/contacts/{id}", city_team,
                cancel_contact),
            act("outreach.restore_contact", "POST /api/outreach/contacts/{id}/restore", city_team,
                restore_contact),

            act("outreach.identify_contact", "POST /api/outreach/contacts/{contact}/person",
                city_team, identify_contact),
            act("outreach.undo_identification", "DELETE /api/outreach/identifications/{id}",
                city_team, undo_identification),
            act("outreach.mark_engaged", "POST /api/outreach/persons/{person}/engagement",
                city_team, mark_engaged),
            act("outreach.undo_engagement", "DELETE /api/outreach/persons/{person}/engagement",
                city_team, undo_engagement),
            act("outreach.list_history", "GET /api/outreach/persons/{person}/history", city_team,
                list_history),

            act("outreach.record_tally", "POST /api/outreach/tallies", city_team, record_tally),
            act("outreach.list_tallies", "GET /api/outreach/tallies", city_team, list_tallies),
            act("outreach.cancel_tally", "DELETE /api/outreach/tallies/{id}", city_team,
                cancel_tally),

            act("outreach.get_kit", "GET /api/outreach/kit", outing_team, get_kit),
            act("outreach.list_sought", "GET /api/outreach/outings/{outing}/sought", outing_team,
                list_sought),
            act("outreach.seek_person", "POST /api/outreach/outings/{outing}/sought/{person}",
                outing_team, seek_person),
            act("outreach.stop_seeking", "DELETE /api/outreach/outings/{outing}/sought/{person}",
                outing_team, stop_seeking),
        },
        {},
        {},
        holdings(),
        {{"outreach_outing", "the note of an evening, which names nobody in a column"},
         {"outreach_tally", "people who were seen and counted, and are known to nobody"}},
    };
    made.opened = opened;
    return made;
}

} // namespace outreach
