// SPDX-License-Identifier: EUPL-1.2
// What the acts on a case and on its plan have in common.
#pragma once

#include "cases/acts.h"
#include "cases/diary_rows.h"
#include "cases/opening_rows.h"
#include "cases/rows.h"

namespace cases {

void refuse_before(const char* field, Date day, Date least);

// The case as far as who asks keeps or supervises it: what every act that changes something asks.
// Throw not_found() for everybody else; the second also 409 cases.closed: a case in which work can
// go on.
std::optional<StoredCase> find_visible(core::Context& context, const Id<Case>& id);
StoredCase get_visible(core::Context& context, const Id<Case>& id);
StoredCase get_working(core::Context& context, const Id<Case>& id);

// A case that is to be read and no more: of one's own, or through an opening. An opening counts
// where the request is a reading, and nowhere else: an act that writes and asked here by mistake
// would find what get_visible finds. The case cannot be changed either.
struct ReadableCase {
    const StoredCase one;
    const std::optional<Opening> opening; // none: it is one's own
};
ReadableCase get_readable(core::Context& context, const Id<Case>& id);

// A case of which everybody of the city's team may know that it is there; `guarded_too` where a
// clock asks, and not a person.
std::optional<StoredCase> find_known(core::Context& context, const Id<Case>& id, bool guarded_too);
StoredCase get_known(core::Context& context, const Id<Case>& id);

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
