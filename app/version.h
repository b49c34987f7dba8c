// SPDX-License-Identifier: EUPL-1.2
#pragma once

namespace app {

// As in CMakeLists.txt; a test holds the two together.
inline constexpr auto version = "0.1.0";

} // namespace app
