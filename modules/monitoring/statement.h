// SPDX-License-Identifier: EUPL-1.2
// What makes a statement binding: its text, and the hash over it, which its city signs. sent.h
// brings it to the network.
#pragma once

#include <string>

#include "monitoring/monitoring.h"

namespace monitoring {

// Every figure and every word of a statement, one to a line, in an order that never changes: what
// its hash is made of. When it was received is not part of it.
std::string canonical_text(const StatementCard& card, const std::vector<Value>& values,
                           const std::vector<LeftOut>& left_out);

// BLAKE2b-256 of the text, as 64 hex digits.
std::string hash_of(const std::string& text);

} // namespace monitoring
