// SPDX-License-Identifier: EUPL-1.2
// What identifications ask of contacts.
#pragma once

#include "outreach/rows.h"

namespace outreach {

// Throws not_found() where it is not there or not for the actor to see.
ContactRow get_contact_row(core::Context& context, const Id<Contact>& id);
// The same, and 409 outreach.contact_cancelled.
ContactRow get_standing_contact(core::Context& context, const Id<Contact>& id);

Contact show_contact(core::Context& context, const ContactRow& row);

// What the contacts say of a person now: first, last and engaged. After every change of a contact.
void tell_person(core::Context& context, const std::optional<Id<people::Person>>& person);

} // namespace outreach
