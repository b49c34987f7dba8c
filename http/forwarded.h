// SPDX-License-Identifier: EUPL-1.2
// Who asks, where a proxy stands in front: the proxy's own address says nothing of it, and what it
// writes into X-Forwarded-For is believed of that proxy only. Anybody else may write anything.
#pragma once

#include <string>
#include <vector>

#include "core/request.h"

namespace http {

// The address of the client: that of the peer, unless it is one of `proxies`; then the last address
// of X-Forwarded-For that is none of them. What is no address there is not believed.
std::string client_of(const core::Request& request, const std::vector<std::string>& proxies);

} // namespace http
