// SPDX-License-Identifier: EUPL-1.2
// What the acts on a file have in common.
#pragma once

#include "minors/acts.h"
#include "minors/clocks.h"
#include "minors/rows.h"

namespace minors {

// Throw not_found(); the second also 409 minors.closed: a file in which work can go on.
FileRow get_row(core::Context& context, const Id<File>& id);
FileRow get_working(core::Context& context, const Id<File>& id);

// Works out what follows from the file, its steps, the birthday and the terms (deadlines, whether
// SINBA can be told) and writes what has changed of it; the row itself was written before. Answers
// whether anything has. A run over many files reads the terms once.
bool retell(core::Context& context, FileRow& row);
bool retell(core::Context& context, FileRow& row, const std::vector<Term>& terms);
// Those that hold in this city now.
std::vector<Term> terms_now(core::Context& context);

File show(core::Context& context, const FileRow& row);

// Those of a file whose day has come, the most pressing first: for lists and for the mail.
std::vector<Deadline> shown_deadlines(const std::vector<DeadlineRow>& rows, Date today);

} // namespace minors
