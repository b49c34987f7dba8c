// SPDX-License-Identifier: EUPL-1.2
#include "shifts/rows.h"

#include "store/rows.h"

namespace shifts {

namespace {

const store::Sql stop_by_id("select " + store::columns<StopRow>() +
                            " from shifts_stop where id = $1");

const store::Sql
    stops("select " + store::columns<StopRow>() +
          " from shifts_stop where cancelled_at is null and day >= $1 and day <= $2"
          " and ($3 = '' or team = $3) order by day, coalesce(at, ''), team, planned_at, id");

const store::Sql activity_by_id("select " + store::columns<ActivityRow>() +
                                " from shifts_activity where id = $1");

const store::Sql activities("select " + store::columns<ActivityRow>() +
                            " from shifts_activity where outing = $1 order by recorded_at, id");

const store::Sql materials("select " + store::columns<MaterialRow>() +
                           " from shifts_material where outing = $1 order by material");

} // namespace

std::optional<StopRow> find_stop(store::Transaction& transaction, const Id<Stop>& id)
{
    return store::find_row<StopRow>(transaction, stop_by_id, id);
}

std::vector<StopRow> stops_between(store::Transaction& transaction, Date from, Date to,
                                   const std::string& team)
{
    return store::read_rows<StopRow>(transaction, stops, to_string(from), to_string(to), team);
}

std::optional<ActivityRow> find_activity(store::Transaction& transaction, const Id<Activity>& id)
{
    return store::find_row<ActivityRow>(transaction, activity_by_id, id);
}

std::vector<ActivityRow> activities_of(store::Transaction& transaction,
                                       const Id<outreach::Outing>& outing)
{
    return store::read_rows<ActivityRow>(transaction, activities, outing);
}

std::vector<MaterialRow> materials_of(store::Transaction& transaction,
                                      const Id<outreach::Outing>& outing)
{
    return store::read_rows<MaterialRow>(transaction, materials, outing);
}

} // namespace shifts
