// SPDX-License-Identifier: EUPL-1.2
// What contacts and tallies ask of an outing.
#pragma once

#include "outreach/rows.h"

namespace outreach {

// Whose work the actor sees. Social workers see the city's: those whom they take in charge were
// met by some unit before.
core::Scope scope_of(core::Context& context);

// Throws not_found() where it is not there or not for the actor to see.
OutingRow get_outing_row(core::Context& context, const Id<Outing>& id);

// "planned", "open" or "closed".
std::string state_of(const OutingRow& outing, Instant now);
OutingSheet sheet_of(core::Context& context, const OutingRow& row);

// Where a new contact or tally belongs: its outing, if any, and the team whose work it is.
struct Belonging {
    std::optional<std::string> team;
    bool late = false;
};

// Throws when the outing is not to be seen, or `at` is no time of it.
Belonging belonging_of(core::Context& context, const std::optional<Id<Outing>>& outing, Instant at);

} // namespace outreach
