// SPDX-License-Identifier: EUPL-1.2
// The SQL of the figures that grow, on the network's store.
#pragma once

#include "monitoring/live.h"
#include "store/store.h"

namespace monitoring {

struct LiveRow {
    static constexpr const char* title = "LiveRow";

    std::string city;
    int year = 0;
    Instant counted_at;

    static constexpr auto fields()
    {
        return std::tuple(field("city", &LiveRow::city), field("year", &LiveRow::year),
                          field("counted_at", &LiveRow::counted_at));
    }
};

void put_live(store::Transaction& network, const LiveRow& row, const std::vector<Value>& values);
std::vector<LiveRow> live_rows(store::Transaction& network);
std::vector<Value> live_values_of(store::Transaction& network, const std::string& city);

} // namespace monitoring
