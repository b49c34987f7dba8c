// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "core/act.h"

namespace survey {

// module.cpp adds them to those of the field.
std::vector<core::Act> analysis_acts();

} // namespace survey
