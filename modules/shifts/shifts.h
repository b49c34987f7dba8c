// SPDX-License-Identifier: EUPL-1.2
// The shift of a mobile unit around its contacts: where it plans to go and why, what it loads, what
// it does for the network of services, and the closing sheet, which fills itself. Where and when
// people are met is learned from the contacts, by district and part of the day, never by point.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/field.h"
#include "core/context.h"
#include "core/module.h"
#include "outreach/outreach.h"
#include "reports/reports.h"

namespace shifts {

core::Module module();

struct Stop;
struct Activity;

// Somewhere to be on a day: a district and a part of the day for everybody, the place itself for
// the unit and the coordinator. That a unit is asked to verify a report, and whom it looks for, is
// at home elsewhere: in a dispatch (reports), in seeking (outreach).
struct Stop {
    static constexpr const char* title = "PlannedStop";

    Id<Stop> id;
    std::string team;
    Date day;
    std::string band;
    std::optional<std::string> at; // "21:30"
    std::string district;
    std::optional<std::string> place;
    std::optional<std::string> note;
    std::optional<Id<reports::Report>> report; // because of which it is planned
    std::string state;
    std::optional<std::string> skip_reason;
    std::string planned_by_name;
    std::optional<std::string> marked_by_name;
    std::optional<Instant> marked_at;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &Stop::id), field("team", &Stop::team), field("day", &Stop::day),
            field("band", &Stop::band).one_of("hour_band"), field("at", &Stop::at),
            field("district", &Stop::district).one_of("district"),
            field("place", &Stop::place).sealed(Mark::note),
            field("note", &Stop::note).sealed(Mark::note), field("report", &Stop::report),
            field("state", &Stop::state).one_of("stop_state"),
            field("skip_reason", &Stop::skip_reason).one_of("skip_reason"),
            field("planned_by_name", &Stop::planned_by_name),
            field("marked_by_name", &Stop::marked_by_name), field("marked_at", &Stop::marked_at));
    }
};

// Work that is no contact: a meeting with a clinic or a parish, a call for a bed.
struct Activity {
    static constexpr const char* title = "UnitActivity";

    Id<Activity> id;
    Id<outreach::Outing> outing;
    std::string task;
    std::string what;
    std::string recorded_by_name;
    Instant recorded_at;
    bool cancelled = false;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &Activity::id), field("outing", &Activity::outing),
                          field("task", &Activity::task).one_of("unit_task"),
                          field("what", &Activity::what).sealed(Mark::note),
                          field("recorded_by_name", &Activity::recorded_by_name),
                          field("recorded_at", &Activity::recorded_at),
                          field("cancelled", &Activity::cancelled));
    }
};

struct Material {
    static constexpr const char* title = "LoadedMaterial";

    std::string material;
    int loaded = 0;
    std::optional<int> left;  // counted at the end
    std::optional<int> given; // follows

    static constexpr auto fields()
    {
        return std::tuple(field("material", &Material::material).one_of("material"),
                          field("loaded", &Material::loaded), field("left", &Material::left),
                          field("given", &Material::given));
    }
};

struct TaskCount {
    static constexpr const char* title = "TaskCount";

    std::string task;
    int times = 0; // interventions of contacts, activities, and for DETECT what was verified

    static constexpr auto fields()
    {
        return std::tuple(field("task", &TaskCount::task).one_of("unit_task"),
                          field("times", &TaskCount::times));
    }
};

struct CodeCount {
    static constexpr const char* title = "CodeCount";

    std::string code;
    int times = 0;

    static constexpr auto fields()
    {
        return std::tuple(field("code", &CodeCount::code), field("times", &CodeCount::times));
    }
};

// What an outing came to. Nothing in it was typed for it, but materials and the note of closing.
struct ClosingSheet {
    static constexpr const char* title = "ClosingSheet";

    outreach::OutingSheet outing;
    int contacts = 0;
    int without_name = 0; // of the contacts
    int persons = 0;      // of the other contacts, each once
    int minors = 0;       // contacts with somebody who looked or was under age
    int people_seen = 0;  // counted in groups, not spoken to
    int reports_verified = 0;
    int reports_waiting = 0; // the unit is asked to see to, and has not
    int sought = 0;
    int sought_met = 0;
    std::vector<TaskCount> tasks; // all five
    std::vector<CodeCount> interventions;
    std::vector<CodeCount> outcomes;
    std::vector<CodeCount> districts;
    std::vector<Material> materials;
    std::vector<Stop> stops;
    std::vector<Activity> activities;
    std::vector<std::string> missing; // codes of sheet_gap: what is still to be written down

    static constexpr auto fields()
    {
        return std::tuple(
            field("outing", &ClosingSheet::outing), field("contacts", &ClosingSheet::contacts),
            field("without_name", &ClosingSheet::without_name),
            field("persons", &ClosingSheet::persons), field("minors", &ClosingSheet::minors),
            field("people_seen", &ClosingSheet::people_seen),
            field("reports_verified", &ClosingSheet::reports_verified),
            field("reports_waiting", &ClosingSheet::reports_waiting),
            field("sought", &ClosingSheet::sought), field("sought_met", &ClosingSheet::sought_met),
            field("tasks", &ClosingSheet::tasks),
            field("interventions", &ClosingSheet::interventions).at_most(200),
            field("outcomes", &ClosingSheet::outcomes).at_most(200),
            field("districts", &ClosingSheet::districts).at_most(200),
            field("materials", &ClosingSheet::materials).at_most(200),
            field("stops", &ClosingSheet::stops).at_most(200),
            field("activities", &ClosingSheet::activities).at_most(500),
            field("missing", &ClosingSheet::missing).one_of("sheet_gap"));
    }
};

// Contacts in the street of the last twelve weeks, by place and time. Fewer than five are not told
// as a number.
struct Hotspot {
    static constexpr const char* title = "Hotspot";

    std::string district;
    int weekday = 1; // Monday is 1
    std::string band;
    std::optional<int> contacts;
    std::optional<int> weeks; // of the twelve, with at least one

    static constexpr auto fields()
    {
        return std::tuple(
            field("district", &Hotspot::district).one_of("district"),
            field("weekday", &Hotspot::weekday), field("band", &Hotspot::band).one_of("hour_band"),
            field("contacts", &Hotspot::contacts).says("Left out where there are fewer than five."),
            field("weeks", &Hotspot::weeks).says("Left out where contacts are."));
    }
};

struct Hotspots {
    static constexpr const char* title = "Hotspots";

    Date from;
    Date to;
    std::vector<Hotspot> items; // the busiest first

    static constexpr auto fields()
    {
        return std::tuple(field("from", &Hotspots::from), field("to", &Hotspots::to),
                          field("items", &Hotspots::items).at_most(2000));
    }
};

// A stop that the last weeks suggest, and why.
struct Proposal {
    static constexpr const char* title = "StopProposal";

    Date day;
    std::string band;
    std::string district;
    std::string why;                           // stop_reason: report, not_seen, regular
    int weeks = 0;                             // of the twelve, in which people were met there then
    int quiet_weeks = 0;                       // whole weeks since somebody was met there then
    int visits = 0;                            // in those weeks: went there, and met nobody
    std::optional<Id<reports::Report>> report; // to be verified there
    std::optional<std::string> report_number;

    static constexpr auto fields()
    {
        return std::tuple(
            field("day", &Proposal::day), field("band", &Proposal::band).one_of("hour_band"),
            field("district", &Proposal::district).one_of("district"),
            field("why", &Proposal::why).one_of("stop_reason"), field("weeks", &Proposal::weeks),
            field("quiet_weeks", &Proposal::quiet_weeks), field("visits", &Proposal::visits),
            field("report", &Proposal::report), field("report_number", &Proposal::report_number));
    }
};

struct Proposals {
    static constexpr const char* title = "StopProposals";

    Date from;
    std::vector<Proposal> items; // by day

    static constexpr auto fields()
    {
        return std::tuple(field("from", &Proposals::from),
                          field("items", &Proposals::items).at_most(100));
    }
};

} // namespace shifts
