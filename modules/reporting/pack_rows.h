// SPDX-License-Identifier: EUPL-1.2
// The rows of packs, and the only SQL about them.
#pragma once

#include "reporting/pack.h"
#include "store/store.h"

namespace reporting {

struct NarrativeRow : NarrativeDetails {
    static constexpr const char* title = "PackNarrativeRow";
    static constexpr const char* table = "reporting_narrative";

    Id<NarrativeRow> id;
    Id<Project> project;
    std::string period;
    Id<core::Account> written_by;
    Instant written_at;
    int version = 1;

    static constexpr auto fields()
    {
        return std::tuple_cat(std::tuple(field("id", &NarrativeRow::id),
                                         field("project", &NarrativeRow::project),
                                         field("period", &NarrativeRow::period)),
                              NarrativeDetails::fields(),
                              std::tuple(field("written_by", &NarrativeRow::written_by),
                                         field("written_at", &NarrativeRow::written_at),
                                         field("version", &NarrativeRow::version)));
    }
};

struct ClosingRow {
    static constexpr const char* title = "PackClosingRow";
    static constexpr const char* table = "reporting_closing";

    Id<Closing> id;
    Id<Project> project;
    std::string period;
    int number = 1;
    std::string content;
    std::string hash;
    Id<core::Account> closed_by;
    Instant closed_at;
    std::optional<std::string> reason;
    std::optional<Id<core::Account>> reopened_by;
    std::optional<Instant> reopened_at;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &ClosingRow::id), field("project", &ClosingRow::project),
            field("period", &ClosingRow::period), field("number", &ClosingRow::number),
            field("content", &ClosingRow::content), field("hash", &ClosingRow::hash),
            field("closed_by", &ClosingRow::closed_by), field("closed_at", &ClosingRow::closed_at),
            field("reason", &ClosingRow::reason), field("reopened_by", &ClosingRow::reopened_by),
            field("reopened_at", &ClosingRow::reopened_at));
    }
};

std::optional<NarrativeRow> find_narrative(store::Transaction& transaction, const Id<Project>& id,
                                           const std::string& period);
// The periods about which something was written.
std::vector<NarrativeRow> narratives_of(store::Transaction& transaction, const Id<Project>& id);
// The last first; of one period, or of all.
std::vector<ClosingRow> closings_of(store::Transaction& transaction, const Id<Project>& id,
                                    const std::string& period);
std::vector<ClosingRow> standing_closings(store::Transaction& transaction, const Id<Project>& id);

} // namespace reporting
