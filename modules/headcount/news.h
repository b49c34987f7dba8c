// SPDX-License-Identifier: EUPL-1.2
// What the network and the cities tell each other about a round, in parcels: that it was opened, is
// being counted, how it ended; whether a city takes part. Encodings are never in one: a parcel is
// kept on the disks of both.
#pragma once

#include <vector>

#include "core/context.h"
#include "core/parcel.h"
#include "headcount/rows.h"

namespace headcount {

// In the network's store: writes what has changed of a round, and tells it to every city that is
// reached. Who is linked later, or again, hears of it in the minute after.
void change(core::Context& context, RoundRow& row);
void tell_whoever_is_behind(core::Context& context);

// In a city's: whether it takes part.
void tell_answer(core::Context& context, const InvitationRow& row);

std::vector<core::Receiver> receivers();

} // namespace headcount
