// SPDX-License-Identifier: EUPL-1.2
// The request that OpenAPI gives as an example of an act, as a browser of a city would send it.
#pragma once

#include <string>

#include "core/house.h"

namespace tests {

// `papers`: the house without stores, which knows every act. `slug`: whose lists are chosen from.
core::Request example_of(const core::House& papers, const core::Act& act, const std::string& slug);

} // namespace tests
