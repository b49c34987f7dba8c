// SPDX-License-Identifier: EUPL-1.2
// Parcels that come to a store of a test, from whoever the test says.
#pragma once

#include <functional>

#include "core/testing.h"

namespace monitoring {

// What a store does by itself, once: "taken", or the code of the problem.
inline std::string in(test_house::TestHouse& house, const std::string& slug,
                      const std::function<void(core::Context&)>& work)
{
    auto* place = house.house->find_place(slug);
    const core::Request nobody_asked;
    core::Actor system;
    system.store = slug;
    system.login = "system@" + slug;
    try {
        place->store->write([&](store::Transaction& transaction) {
            core::Context context(*house.house, transaction, place->kept, system, nobody_asked,
                                  house.now);
            work(context);
        });
    } catch (const Problem& problem) {
        return problem.code;
    }
    return "taken";
}

} // namespace monitoring
