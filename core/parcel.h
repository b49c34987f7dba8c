// SPDX-License-Identifier: EUPL-1.2
// What one store sends to another: a city to the network, the network to a city, a city to another
// city through the network. A module says which kinds it takes in (Receiver); modules/network
// carries them, each exactly once and those of one sender in their order, within a program or
// between machines.
#pragma once

#include <functional>
#include <string>

#include "base/id.h"
#include "base/time.h"

namespace core {

class Context;
enum class Where;

struct Parcel {
    Uuid id;
    std::string from; // "roma"
    std::string to;   // "rete", "milano"
    std::string kind; // "monitoring.statement"
    std::string body; // JSON, as its sender has written it: it may run another version, or lie
    Instant made_at;
};

struct Receiver {
    std::string kind;
    Where where; // on which stores it is taken in
    // In the unit of work that notes its arrival, as the actor "system". A Problem refuses the
    // parcel for good: what was done is rolled back, and the sender is told.
    std::function<void(Context&, const Parcel&)> take;
    // In the store of the sender, once the network has it; `refusal` is the code of the problem, or
    // empty. May be called again.
    std::function<void(Context&, const Parcel&, const std::string& refusal)> arrived = {};
};

} // namespace core
