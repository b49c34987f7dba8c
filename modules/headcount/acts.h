// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "headcount/headcount.h"

namespace headcount {

// ---- of the direction, on the network's store

Round open_round(core::Context& context, const OpenRound& wish);
Rounds list_rounds(core::Context& context);
Round get_round(core::Context& context, const RoundPath& wish);
// Cities that take part now send their encodings; when all are there, they are compared.
Round start_count(core::Context& context, const AnsweredRoundPath& wish);
// Undoes the opening too: nothing of the round remains but that it was.
Round break_off_round(core::Context& context, const RoundPath& wish);

// ---- of a city

Invitations list_invitations(core::Context& context);
Invitation get_invitation(core::Context& context, const RoundPath& wish);
Preview preview(core::Context& context, const RoundPath& wish);
Invitation take_part(core::Context& context, const RoundPath& wish);
Invitation stay_out(core::Context& context, const RoundPath& wish);
Wanted leave_out(core::Context& context, const LeaveOut& wish);
Wanted undo_leave_out(core::Context& context, const PersonPath& wish);
Wanted get_left_out(core::Context& context, const PersonPath& wish);

// The chores. headcount.exchange: in a city, sends its encodings; in the network's store, draws the
// keys, compares when all are there, destroys. headcount.tell: cities hear what they have missed.
std::function<std::vector<Uuid>(core::Context&)> exchange(core::Context& context);
std::vector<Uuid> tell(core::Context& context);

} // namespace headcount
