// SPDX-License-Identifier: EUPL-1.2
// Who coordinates a city is told by e-mail of a report on which nobody has acted: when less than a
// quarter of its time is left, and again when it is late. Once each, and again after a reopening.
// The board shows the same to everybody, with or without mail.
#pragma once

#include "core/chore.h"

namespace reports {

// The chore reports.warn_coordinators. One mail for all reports of a turn, to each coordinator who
// has an address; a step in the history of each report. The mail says number, priority and hour,
// and not where, what or who.
std::vector<Uuid> warn_coordinators(core::Context& context);

} // namespace reports
