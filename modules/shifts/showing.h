// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shifts/rows.h"

namespace shifts {

// The place only for the unit and the coordinator.
Stop show_stop(core::Context& context, const StopRow& row);

} // namespace shifts
