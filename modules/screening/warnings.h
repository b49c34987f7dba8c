// SPDX-License-Identifier: EUPL-1.2
// Raising early warnings, withdrawing those whose ground has gone, and showing them.
#pragma once

#include "screening/rows.h"

namespace screening {

// Is it of those that only `care`, and who wrote it down, may read?
bool is_restricted(const core::Context& context, const std::string& circumstance);
bool reads_every_compartment(const core::Context& context);
Reader reader_of(const core::Context& context);

// After every change of a screening: what its person's screenings now say is held against the
// rules. A pattern that holds is warned of once, unless it waits for an answer already or had one a
// short while ago; what waits and did not hold after all, since a screening was corrected, is
// withdrawn.
void settle_warnings(core::Context& context, const ScreeningRow& changed);

Warning show_warning(core::Context& context, const WarningRow& row);

} // namespace screening
