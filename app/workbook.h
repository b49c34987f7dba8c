// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/spreadsheet.h"

namespace app {

// The first sheet that is not hidden of an Excel workbook (ECMA-376). Throws SheetUnreadable.
Sheet read_workbook(std::string_view bytes, const SheetLimits& limits);

} // namespace app
