// SPDX-License-Identifier: EUPL-1.2
// What may be asked of this module (module.cpp names who may) and the inputs that only it reads.
#pragma once

#include "core/samples.h"
#include "shifts/shifts.h"

namespace shifts {

// Who goes out, and who coordinates those who do.
inline constexpr core::Roles unit = core::may(core::mobile_unit_operator, core::city_coordinator);

// ---- stops: stops.cpp

// When on its day, and where: what the plan of a stop and its change have in common.
struct StopDetails {
    std::string band;
    std::optional<std::string> at;
    std::string district;
    std::optional<std::string> place;
    std::optional<std::string> note;

    static constexpr auto fields()
    {
        return std::tuple(
            field("band", &StopDetails::band).one_of("hour_band").sample(R"("evening")"),
            field("at", &StopDetails::at).says("A time of day within the band: 21:30."),
            field("district", &StopDetails::district).one_of("district").sample(R"("RM-I")"),
            field("place", &StopDetails::place).up_to(300).sealed(Mark::note),
            field("note", &StopDetails::note).up_to(2000).sealed(Mark::note));
    }
};

struct PlanStop : StopDetails {
    static constexpr const char* title = "PlanStop";
    Id<Stop> id;
    std::string team;
    Date day;
    std::optional<Id<reports::Report>> report;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &PlanStop::id).sample(core::samples::new_stop),
                       field("team", &PlanStop::team).up_to(40).sample(R"("um1")"),
                       field("day", &PlanStop::day).sample(R"("2026-11-25")"),
                       field("report", &PlanStop::report)),
            StopDetails::fields());
    }
};

struct ChangeStop : StopDetails {
    static constexpr const char* title = "ChangeStop";
    Id<Stop> id;

    static constexpr auto fields()
    {
        return std::tuple_cat(std::tuple(field("id", &ChangeStop::id).sample(core::samples::stop)),
                              StopDetails::fields());
    }
};

struct StopPath {
    static constexpr const char* title = "StopPath";
    Id<Stop> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &StopPath::id).sample(core::samples::stop));
    }
};

struct RestoreStop {
    static constexpr const char* title = "RestoreStop";
    Id<Stop> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &RestoreStop::id).sample(core::samples::stop_cancelled));
    }
};

struct MarkStop {
    static constexpr const char* title = "MarkStop";
    Id<Stop> id;
    std::string state;
    std::optional<std::string> skip_reason;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &MarkStop::id).sample(core::samples::stop),
                          field("state", &MarkStop::state).one_of("stop_state").sample(R"("done")"),
                          field("skip_reason", &MarkStop::skip_reason)
                              .one_of("skip_reason")
                              .says("Of a stop that was skipped."));
    }
};

struct ListStops {
    static constexpr const char* title = "ListStops";
    std::optional<Date> from;
    std::optional<std::string> team;

    static constexpr auto fields()
    {
        return std::tuple(field("from", &ListStops::from)
                              .says("The first of fourteen days; today when left out."),
                          field("team", &ListStops::team).up_to(40));
    }
};

struct Stops {
    static constexpr const char* title = "PlannedStops";
    std::vector<Stop> items;

    static constexpr auto fields()
    {
        return std::tuple(field("items", &Stops::items).at_most(1000));
    }
};

struct ProposeStops {
    static constexpr const char* title = "ProposeStops";
    std::string team;
    std::optional<Date> from;

    static constexpr auto fields()
    {
        return std::tuple(field("team", &ProposeStops::team).up_to(40).sample(R"("um1")"),
                          field("from", &ProposeStops::from)
                              .says("The first of seven days; tomorrow when left out."));
    }
};

Stop plan_stop(core::Context& context, const PlanStop& wish);
Stop change_stop(core::Context& context, const ChangeStop& wish);
Stop mark_stop(core::Context& context, const MarkStop& wish);
Stop cancel_stop(core::Context& context, const StopPath& wish);
Stop restore_stop(core::Context& context, const RestoreStop& wish);
Stops list_stops(core::Context& context, const ListStops& wish);
Hotspots show_hotspots(core::Context& context);
Proposals propose_stops(core::Context& context, const ProposeStops& wish);

// ---- materials, activities and the closing sheet: sheet.cpp

struct CountMaterial {
    static constexpr const char* title = "CountMaterial";
    Id<outreach::Outing> outing;
    std::string material;
    int loaded = 0;
    std::optional<int> left;

    static constexpr auto fields()
    {
        return std::tuple(
            field("outing", &CountMaterial::outing).sample(core::samples::outing_tonight),
            field("material", &CountMaterial::material).one_of("material").sample(R"("BLANKET")"),
            field("loaded", &CountMaterial::loaded).between(0, 10'000).sample("20"),
            field("left", &CountMaterial::left)
                .between(0, 10'000)
                .says("Counted at the end; what was given follows."));
    }
};

struct RecordActivity {
    static constexpr const char* title = "RecordActivity";
    Id<Activity> id;
    Id<outreach::Outing> outing;
    std::string task;
    std::string what;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &RecordActivity::id).sample(core::samples::new_activity),
            field("outing", &RecordActivity::outing).sample(core::samples::outing_tonight),
            field("task", &RecordActivity::task).one_of("unit_task").sample(R"("NETWORK")"),
            field("what", &RecordActivity::what)
                .up_to(1000)
                .sealed(Mark::note)
                .sample(R"("Incontro con l'ambulatorio di via Marsala")"));
    }
};

struct ActivityPath {
    static constexpr const char* title = "ActivityPath";
    Id<Activity> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &ActivityPath::id).sample(core::samples::activity));
    }
};

struct RestoreActivity {
    static constexpr const char* title = "RestoreActivity";
    Id<Activity> id;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &RestoreActivity::id).sample(core::samples::activity_cancelled));
    }
};

struct SheetPath {
    static constexpr const char* title = "SheetPath";
    Id<outreach::Outing> outing;

    static constexpr auto fields()
    {
        return std::tuple(
            field("outing", &SheetPath::outing).sample(core::samples::outing_tonight));
    }
};

Material count_material(core::Context& context, const CountMaterial& wish);
Activity record_activity(core::Context& context, const RecordActivity& wish);
Activity cancel_activity(core::Context& context, const ActivityPath& wish);
Activity restore_activity(core::Context& context, const RestoreActivity& wish);
ClosingSheet get_sheet(core::Context& context, const SheetPath& wish);

} // namespace shifts
