// SPDX-License-Identifier: EUPL-1.2
// How an entry is written, whichever it is.
#pragma once

#include "core/context.h"
#include "monitoring/entry.h"

namespace monitoring {

// By whoever asks, now, on the side of their store.
Entry new_entry(core::Context& context, const Id<Entry>& id, const std::string& kind,
                const std::string& city, const std::string& period);
// Kept here, and on its way to the other side.
void write_entry(core::Context& context, const Entry& entry);

std::vector<Entry> standing_of(core::Context& context, const std::string& city,
                               const std::string& period);
// A statement that no later version has followed.
StatementCard get_latest(core::Context& context, const Id<Statement>& id);

} // namespace monitoring
