// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "access/access.h"

namespace lgnet::access {

// Who asks, when this account's session does.
core::Actor actor_of(const Account& account, const std::string& store, const std::string& csrf);
core::Actor actor_of(const Token& token, const std::string& store);

// Who asks with the session of this mark, which has now been used; nobody where it has ended.
std::optional<core::Actor> actor_of_session(core::Place& place, const std::string& mark,
                                            const std::string& csrf, Instant now);

} // namespace lgnet::access
