// SPDX-License-Identifier: EUPL-1.2
// What makes a statement binding: its text, the hash over it, and its way to the network.
#pragma once

#include <string>

#include "monitoring/monitoring.h"

namespace core {
struct Place;
}

namespace monitoring {

// Every figure and every word of a statement, one to a line, in an order that never changes: what
// its hash is made of. When it was received is not part of it.
std::string canonical_text(const StatementCard& card, const std::vector<Value>& values,
                           const std::vector<LeftOut>& left_out);

// BLAKE2b-256 of the text, as 64 hex digits.
std::string hash_of(const std::string& text);

// Sends up what this city has submitted and the network has not received. Never throws.
void deliver_from(core::House& house, core::Place& city);

} // namespace monitoring
