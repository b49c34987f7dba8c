// SPDX-License-Identifier: EUPL-1.2
// What the acts have in common: sites that are there, visits that are seen, how a visit is shown.
#pragma once

#include <map>

#include "desk/acts.h"
#include "desk/rows.h"

namespace desk {

SiteRow get_site(core::Context& context, const Id<Site>& id); // throws not_found()
// One that is used. 409 desk.site_closed.
SiteRow get_used_site(core::Context& context, const Id<Site>& id);

// By its hours; none where nobody wrote them down, and of one that is used no more.
std::optional<directory::OpenNow> open_now(const core::Context& context, const SiteRow& site);

// A visit of somebody whom the asker does not read is not there: throws not_found().
VisitRow get_row(core::Context& context, const Id<Visit>& id);
// One that stands. 409 desk.visit_cancelled.
VisitRow get_standing(core::Context& context, const Id<Visit>& id);
// Writes a row that was changed.
void rewrite(core::Context& context, VisitRow& row);

// The person is here: gives the number where there is none yet.
void receive(core::Context& context, VisitRow& row);

Visit show(core::Context& context, const VisitRow& row);
// Of many at once: `cards` of their persons.
Visit show(core::Context& context, const VisitRow& row,
           const std::map<Id<people::Person>, people::Card>& cards);

} // namespace desk
