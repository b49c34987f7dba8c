// SPDX-License-Identifier: EUPL-1.2
// What the acts have in common: which workshops somebody sees, who takes part in them, and how many
// places there are.
#pragma once

#include "workshops/acts.h"
#include "workshops/rows.h"

namespace workshops {

// The team of the city sees every workshop, who leads one sees their own: any other one is not
// there, and these throw not_found().
bool sees(core::Context& context, const Id<Workshop>& workshop);
WorkshopRow get_row(core::Context& context, const Id<Workshop>& id);
SessionRow get_row(core::Context& context, const Id<Session>& id);
// 409 workshops.is_closed.
WorkshopRow get_open(core::Context& context, const Id<Workshop>& id);
// One that takes place. 409 workshops.session_cancelled.
SessionRow get_standing(core::Context& context, const Id<Session>& id);

// Of somebody whom the asker does not read it is not there either.
EnrolmentRow get_row(core::Context& context, const Id<Enrolment>& id);

// How the places of a workshop stand for whoever asks.
struct Places {
    std::vector<EnrolmentRow> seen; // by when they asked
    int taken = 0;                  // of everybody
    int free = 0;                   // that the asker may give
    int waiting = 0;                // of those seen

    const EnrolmentRow* first_waiting() const;
};
Places places_of(core::Context& context, const WorkshopRow& workshop);

// Those of a register: who has, or had on that day, a place.
std::vector<EnrolmentRow> attenders_of(core::Context& context, const SessionRow& session);
std::string name_of(const EnrolmentRow& row); // the first name; a dash where it was erased

// The photo of a sheet on which somebody may stand whom the asker does not read is not there
// either.
bool may_see(core::Context& context, const SheetRow& sheet, const SessionRow& session);

std::vector<Session> shown_sessions(core::Context& context, const Id<Workshop>& workshop);
Session show(core::Context& context, const SessionRow& row);

} // namespace workshops
