// SPDX-License-Identifier: EUPL-1.2
// SIGTERM and SIGINT: from here on they end the serving, in good order.
#pragma once

namespace app {

class StopSignals {
public:
    StopSignals();
    void wait() const;
};

} // namespace app
