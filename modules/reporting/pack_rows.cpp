// SPDX-License-Identifier: EUPL-1.2
#include "reporting/pack_rows.h"

#include "store/rows.h"

namespace reporting {

namespace {

const store::Sql one_narrative("select " + store::columns<NarrativeRow>() +
                               " from reporting_narrative"
                               " where project = $1 and period = $2");
const store::Sql all_narratives("select " + store::columns<NarrativeRow>() +
                                " from reporting_narrative"
                                " where project = $1 order by period desc");
const store::Sql closings_of_period("select " + store::columns<ClosingRow>() +
                                    " from reporting_closing"
                                    " where project = $1 and period = $2 order by number desc");
const store::Sql all_standing("select " + store::columns<ClosingRow>() +
                              " from reporting_closing"
                              " where project = $1 and reopened_at is null order by period desc");

} // namespace

std::optional<NarrativeRow> find_narrative(store::Transaction& transaction, const Id<Project>& id,
                                           const std::string& period)
{
    return store::find_row<NarrativeRow>(transaction, one_narrative, id, period);
}

std::vector<NarrativeRow> narratives_of(store::Transaction& transaction, const Id<Project>& id)
{
    return store::read_rows<NarrativeRow>(transaction, all_narratives, id);
}

std::vector<ClosingRow> closings_of(store::Transaction& transaction, const Id<Project>& id,
                                    const std::string& period)
{
    return store::read_rows<ClosingRow>(transaction, closings_of_period, id, period);
}

std::vector<ClosingRow> standing_closings(store::Transaction& transaction, const Id<Project>& id)
{
    return store::read_rows<ClosingRow>(transaction, all_standing, id);
}

} // namespace reporting
