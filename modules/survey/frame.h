// SPDX-License-Identifier: EUPL-1.2
// The plan of a wave: strata, centres with their slots, lists; part of the face (survey.h).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/field.h"
#include "core/actor.h"
#include "core/samples.h"
#include "survey/waves.h"

namespace survey {

// ---- the plan

// How many are wanted of a group in a district, and why so many.
struct Stratum {
    static constexpr const char* title = "SurveyStratum";

    std::string district;
    std::string district_name;
    std::string respondents;
    std::optional<int> population;
    double margin_percent = 10;
    double expected_percent = 50;
    double design_effect = 1;
    int size = 0;
    std::optional<int> target_by_hand;
    int target = 0;

    static constexpr auto fields()
    {
        return std::tuple(
            field("district", &Stratum::district).one_of("district"),
            field("district_name", &Stratum::district_name),
            field("respondents", &Stratum::respondents).one_of("respondent_group"),
            field("population", &Stratum::population)
                .says("Left out where nobody knows it: then no correction is made for it."),
            field("margin_percent", &Stratum::margin_percent),
            field("expected_percent", &Stratum::expected_percent),
            field("design_effect", &Stratum::design_effect),
            field("size", &Stratum::size)
                .says("Interviews for that margin: deff · z² p(1-p)/e², corrected for the "
                      "population."),
            field("target_by_hand", &Stratum::target_by_hand),
            field("target", &Stratum::target)
                .says("That by hand where there is one, else the size."));
    }
};

struct CentreDetails {
    std::string name;
    std::string kind;
    std::string district;
    int attendance = 1;

    static constexpr auto fields()
    {
        return std::tuple(
            field("name", &CentreDetails::name).up_to(150).sample(R"("Mercato Esquilino")"),
            field("kind", &CentreDetails::kind).one_of("survey_centre_kind").sample(R"("MARKET")"),
            field("district", &CentreDetails::district).one_of("district").sample(R"("RM-I")"),
            field("attendance", &CentreDetails::attendance)
                .between(1, 100'000)
                .sample("80")
                .says("Persons of the group who are there in one slot, estimated: with larger "
                      "ones a slot is drawn more likely."));
    }
};

// A place where persons of the group are met.
struct Centre : CentreDetails {
    static constexpr const char* title = "SurveyCentre";

    Id<Centre> id;
    std::string code;
    std::string district_name;
    int slots = 0;
    bool removed = false;
    int version = 1;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &Centre::id),
                       field("code", &Centre::code)
                           .says("By which a questionnaire names it: c1, c2 … in a wave.")),
            CentreDetails::fields(),
            std::tuple(field("district_name", &Centre::district_name),
                       field("slots", &Centre::slots), field("removed", &Centre::removed),
                       field("version", &Centre::version)));
    }
};

// A day and hours at a centre: in the frame, perhaps drawn, perhaps somebody's.
struct Slot {
    static constexpr const char* title = "SurveySlot";

    Id<Slot> id;
    Id<Centre> centre;
    std::string centre_name;
    std::string district;
    Date day;
    std::string from_time;
    std::string to_time;
    int attendance = 1;
    int every = 1;
    bool drawn = false;
    std::optional<double> probability;
    std::optional<Id<core::Account>> interviewer;
    std::optional<std::string> interviewer_name;
    std::optional<int> counted;
    int interviews = 0;
    bool removed = false;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &Slot::id), field("centre", &Slot::centre),
            field("centre_name", &Slot::centre_name),
            field("district", &Slot::district).one_of("district"), field("day", &Slot::day),
            field("from_time", &Slot::from_time).says("\"17:00\", of the city's clock."),
            field("to_time", &Slot::to_time),
            field("attendance", &Slot::attendance).says("Estimated; that of its centre at first."),
            field("every", &Slot::every).says("Every so many eligible persons one is asked."),
            field("drawn", &Slot::drawn),
            field("probability", &Slot::probability)
                .says("With which the slot was drawn among those of its district."),
            field("interviewer", &Slot::interviewer),
            field("interviewer_name", &Slot::interviewer_name),
            field("counted", &Slot::counted)
                .says("Eligible persons whom the interviewer counted passing."),
            field("interviews", &Slot::interviews), field("removed", &Slot::removed));
    }
};

// An operator or a body in a list frame. How to reach them is asked apart.
struct Unit {
    static constexpr const char* title = "SurveyUnit";

    Id<Unit> id;
    std::string respondents;
    std::string organisation;
    std::optional<std::string> position;
    std::string district;
    bool has_contact = false;
    bool drawn = false;
    std::optional<double> probability;
    std::optional<Id<core::Account>> interviewer;
    std::optional<std::string> interviewer_name;
    bool done = false;
    bool removed = false;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &Unit::id),
                          field("respondents", &Unit::respondents).one_of("respondent_group"),
                          field("organisation", &Unit::organisation),
                          field("position", &Unit::position)
                              .says("What they do there: a profession, never a name."),
                          field("district", &Unit::district).one_of("district"),
                          field("has_contact", &Unit::has_contact), field("drawn", &Unit::drawn),
                          field("probability", &Unit::probability),
                          field("interviewer", &Unit::interviewer),
                          field("interviewer_name", &Unit::interviewer_name),
                          field("done", &Unit::done).says("Somebody has recorded how it went."),
                          field("removed", &Unit::removed));
    }
};

struct UnitContact {
    static constexpr const char* title = "SurveyUnitContact";

    Id<Unit> id;
    std::string organisation;
    std::optional<std::string> contact;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &UnitContact::id),
                          field("organisation", &UnitContact::organisation),
                          field("contact", &UnitContact::contact).sealed(Mark::identity));
    }
};

// Who may be given slots and units.
struct Interviewer {
    static constexpr const char* title = "SurveyInterviewer";

    Id<core::Account> account;
    std::string name;

    static constexpr auto fields()
    {
        return std::tuple(field("account", &Interviewer::account),
                          field("name", &Interviewer::name));
    }
};

struct Plan {
    static constexpr const char* title = "SurveyPlan";

    Wave wave;
    std::vector<Stratum> strata; // by district and group
    std::vector<Centre> centres;
    std::vector<Slot> slots; // by day and hour
    std::vector<Unit> units;
    std::vector<Interviewer> interviewers;

    static constexpr auto fields()
    {
        return std::tuple(field("wave", &Plan::wave), field("strata", &Plan::strata).at_most(500),
                          field("centres", &Plan::centres).at_most(1000),
                          field("slots", &Plan::slots).at_most(10'000),
                          field("units", &Plan::units).at_most(10'000),
                          field("interviewers", &Plan::interviewers).at_most(500));
    }
};

} // namespace survey
