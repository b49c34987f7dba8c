// SPDX-License-Identifier: EUPL-1.2
// What phones are answered.
#pragma once

#include <string>

#include "core/act.h"
#include "core/dialect.h"

namespace openrosa {

inline constexpr auto xml_type = "text/xml; charset=utf-8";
// Of one request, files and all; what is more, phones send in several.
inline constexpr std::size_t request_bytes_max = 12 * 1024 * 1024;

core::Dialect dialect();

// The answer to a submission that phones may forget.
core::Bytes taken(const std::string& sentence);

} // namespace openrosa
