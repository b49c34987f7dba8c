// SPDX-License-Identifier: EUPL-1.2
// The only SQL of this module, and its rows.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/actor.h"
#include "shifts/shifts.h"
#include "store/store.h"

namespace shifts {

struct StopRow {
    static constexpr const char* title = "StopRow";
    static constexpr const char* table = "shifts_stop";

    Id<Stop> id;
    std::string team;
    Date day;
    std::string band;
    std::optional<std::string> at;
    std::string district;
    std::optional<std::string> place;
    std::optional<std::string> note;
    std::optional<Id<reports::Report>> report;
    std::string state;
    std::optional<std::string> skip_reason;
    Id<core::Account> planned_by;
    std::string planned_by_name;
    Instant planned_at;
    std::optional<std::string> marked_by_name;
    std::optional<Instant> marked_at;
    std::optional<Instant> cancelled_at;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &StopRow::id), field("team", &StopRow::team), field("day", &StopRow::day),
            field("band", &StopRow::band), field("at", &StopRow::at),
            field("district", &StopRow::district),
            field("place", &StopRow::place).sealed(Mark::note),
            field("note", &StopRow::note).sealed(Mark::note), field("report", &StopRow::report),
            field("state", &StopRow::state), field("skip_reason", &StopRow::skip_reason),
            field("planned_by", &StopRow::planned_by),
            field("planned_by_name", &StopRow::planned_by_name),
            field("planned_at", &StopRow::planned_at),
            field("marked_by_name", &StopRow::marked_by_name),
            field("marked_at", &StopRow::marked_at), field("cancelled_at", &StopRow::cancelled_at));
    }
};

struct ActivityRow {
    static constexpr const char* title = "ActivityRow";
    static constexpr const char* table = "shifts_activity";

    Id<Activity> id;
    Id<outreach::Outing> outing;
    std::string task;
    std::string what;
    Id<core::Account> recorded_by;
    std::string recorded_by_name;
    Instant recorded_at;
    std::optional<Instant> cancelled_at;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &ActivityRow::id), field("outing", &ActivityRow::outing),
                          field("task", &ActivityRow::task),
                          field("what", &ActivityRow::what).sealed(Mark::note),
                          field("recorded_by", &ActivityRow::recorded_by),
                          field("recorded_by_name", &ActivityRow::recorded_by_name),
                          field("recorded_at", &ActivityRow::recorded_at),
                          field("cancelled_at", &ActivityRow::cancelled_at));
    }
};

struct MaterialRow {
    static constexpr const char* title = "MaterialRow";
    static constexpr const char* table = "shifts_material";

    Id<MaterialRow> id;
    Id<outreach::Outing> outing;
    std::string material;
    int loaded = 0;
    std::optional<int> left_over;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &MaterialRow::id), field("outing", &MaterialRow::outing),
                          field("material", &MaterialRow::material),
                          field("loaded", &MaterialRow::loaded),
                          field("left_over", &MaterialRow::left_over));
    }
};

std::optional<StopRow> find_stop(store::Transaction& transaction, const Id<Stop>& id);
// That stand, from one day to another, both in; of one team or of all (empty).
std::vector<StopRow> stops_between(store::Transaction& transaction, Date from, Date to,
                                   const std::string& team);
std::optional<ActivityRow> find_activity(store::Transaction& transaction, const Id<Activity>& id);
std::vector<ActivityRow> activities_of(store::Transaction& transaction,
                                       const Id<outreach::Outing>& outing);
std::vector<MaterialRow> materials_of(store::Transaction& transaction,
                                      const Id<outreach::Outing>& outing);

} // namespace shifts
