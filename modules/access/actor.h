// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "access/access.h"

namespace lgnet::access {

// Who asks, when this account's session does.
core::Actor actor_of(const Account& account, const std::string& store, const std::string& csrf);

} // namespace lgnet::access
