// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "outreach/rows.h"

namespace outreach {

Tally show_tally(const TallyRow& row);

} // namespace outreach
