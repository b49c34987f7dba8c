// SPDX-License-Identifier: EUPL-1.2
// What the acts on a case and on its plan have in common.
#pragma once

#include "cases/acts.h"
#include "cases/rows.h"

namespace cases {

void refuse_before(const char* field, Date day, Date least);

// Throw not_found() for who may not read it; the second also 409 cases.closed: a case in which work
// can go on.
StoredCase get_visible(core::Context& context, const Id<Case>& id);
StoredCase get_working(core::Context& context, const Id<Case>& id);

// The profession of who asks, where their account says it; and whether one is of the health ones,
// which keep what they note among them.
std::optional<std::string> own_profession(core::Context& context);
bool is_of_health(core::Context& context, const std::optional<std::string>& profession);

// Who asks reads it: what is kept to a profession is there for that profession and for who wrote
// it, what was taken back for who wrote it alone.
bool reads(core::Context& context, const Written& row,
           const std::optional<std::string>& profession);
// Throws 409 cases.no_profession_to_keep_to.
void keep_to(core::Context& context, Written& row, const std::string& reach);

Intervention show_intervention(core::Context& context, const StoredIntervention& stored);

// What the cases of a person say of the person: when the relation began, and whether somebody is in
// charge.
void tell_people(core::Context& context, const StoredCase& one);

} // namespace cases
