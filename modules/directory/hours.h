// SPDX-License-Identifier: EUPL-1.2
// The hours of a service in a week, as they hang on its door. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/problem.h"
#include "base/time.h"
#include "directory/directory.h"

namespace directory {

// Where a time of day is none: "hours[2].opens".
std::vector<FieldError> faults_of(const std::vector<Opening>& hours);

// None where no hours are known. At the minute at which it closes it is closed.
std::optional<bool> is_open(const std::vector<Opening>& hours, Instant now);

} // namespace directory
