// SPDX-License-Identifier: EUPL-1.2
#include "network/acts.h"

namespace network {

core::Module module()
{
    using namespace core;
    return {
        "network",
        Where::both,
        {
            act("network.list_cities", "GET /api/network/cities", everyone, list_cities),
            act("network.list_districts", "GET /api/network/districts", everyone, list_districts),
            act("network.list_vocabularies", "GET /api/network/vocabularies", everyone,
                list_vocabularies),
            act("network.list_targets", "GET /api/network/targets",
                may(network_direction, researcher), list_targets)
                .on(Where::network),
            act("network.set_target", "PUT /api/network/targets", may(network_direction),
                set_target)
                .on(Where::network),
        }};
}

} // namespace network
