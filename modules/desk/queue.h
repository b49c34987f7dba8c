// SPDX-License-Identifier: EUPL-1.2
// Whose turn it is, and what may happen to a visit after what has happened. Pure.
#pragma once

#include <string>

#include "desk/rows.h"

namespace desk {

// Who comes to an appointment later than this is taken in the order of arrival.
inline constexpr int grace_minutes = 15;

// The order of the board: called, waiting, expected, ended. Of those who wait, an appointment goes
// before the numbers once its time has come, and after them until then.
bool goes_before(const VisitRow& one, const VisitRow& other, Instant now);

// NOT_COME ends what is expected and nothing else; every other outcome ends who is here.
bool may_end(const VisitRow& row, const std::string& outcome);

// What the last step did is taken away again; false: there is none that could be undone. A number
// that was given stays with the visit.
bool take_back(VisitRow& row);

// Whole minutes between two instants; never less than none.
int minutes_between(Instant from, Instant to);

} // namespace desk
