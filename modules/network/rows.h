// SPDX-License-Identifier: EUPL-1.2
// The only SQL of network.
#pragma once

#include "network/network.h"

namespace network {

// Sets the value for city, indicator and year, whether or not there was one.
void put_target(store::Transaction& transaction, const Target& target);

} // namespace network
