// SPDX-License-Identifier: EUPL-1.2
// What two cities tell each other of somebody who goes from one to the other.
#pragma once

#include "handovers/rows.h"
#include "network/network.h"

namespace handovers {

void tell_sent(core::Context& context, const SentRow& row, const Bundle& bundle);
void tell_withdrawn(core::Context& context, const SentRow& row);
// Whatever is new in the city of arrival.
void tell_answer(core::Context& context, const ReceivedRow& row);

std::vector<core::Receiver> receivers();

} // namespace handovers
