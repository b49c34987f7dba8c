// SPDX-License-Identifier: EUPL-1.2
// What a city makes of its persons, before any of it leaves.
#pragma once

#include "core/context.h"
#include "headcount/once/once.h"

namespace headcount {

// Everybody whom the city met in a period; who was left out is counted only.
once::Prepared prepare(core::Context& context, Date from, Date until);

} // namespace headcount
