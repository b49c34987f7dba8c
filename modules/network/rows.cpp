// SPDX-License-Identifier: EUPL-1.2
#include "network/rows.h"

#include "store/rows.h"

namespace network {

namespace {

const store::Sql select_targets{"select city, indicator, year, value from network_target "
                                "where year = $1 order by city, indicator"};

const store::Sql upsert_target{
    "insert into network_target (city, indicator, year, value) values ($1, $2, $3, $4) "
    "on conflict (city, indicator, year) do update set value = excluded.value"};

} // namespace

std::vector<Target> targets_of(store::Transaction& transaction, int year)
{
    return store::read_rows<Target>(transaction, select_targets, year);
}

void put_target(store::Transaction& transaction, const Target& target)
{
    transaction.execute(upsert_target, target.city, target.indicator, target.year, target.value);
}

} // namespace network
