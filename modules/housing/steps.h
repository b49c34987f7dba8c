// SPDX-License-Identifier: EUPL-1.2
// What must hold for a stay as it is to be written, whichever act writes it.
#pragma once

#include "housing/work.h"

namespace housing {

// Nobody else is or will be in its bed on its nights, the bed is in use, and who is there is in no
// other bed. 409 housing.bed_taken, housing.bed_closed, housing.has_bed.
void check_may_stand(core::Context& context, const StayRow& row);

// The request that it answers was not answered otherwise since. 409 housing.request_answered.
void check_request_free(core::Context& context, const StayRow& row);

} // namespace housing
