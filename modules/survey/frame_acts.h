// SPDX-License-Identifier: EUPL-1.2
// What may be asked of the plan of a wave: strata, the frame and the draw.
#pragma once

#include "core/act.h"
#include "survey/survey.h"

namespace survey {

// ---- the plan: plan.cpp, frame.cpp, drawing.cpp

struct PlanPath {
    static constexpr const char* title = "SurveyPlanPath";
    Id<Wave> wave;

    static constexpr auto fields()
    {
        return std::tuple(field("wave", &PlanPath::wave).sample(core::samples::survey_wave));
    }
};

struct StratumDetails {
    std::optional<int> population;
    std::optional<double> margin_percent;
    std::optional<double> expected_percent;
    std::optional<double> design_effect;
    std::optional<int> target_by_hand;

    static constexpr auto fields()
    {
        return std::tuple(
            field("population", &StratumDetails::population).between(1, 10'000'000),
            field("margin_percent", &StratumDetails::margin_percent)
                .between(1, 30)
                .says("That of the wave when left out; so the expected share."),
            field("expected_percent", &StratumDetails::expected_percent).between(1, 99),
            field("design_effect", &StratumDetails::design_effect)
                .between(1, 10)
                .says("When left out 1.5 for migrants, who are met in clusters; 1 for others."),
            field("target_by_hand", &StratumDetails::target_by_hand).between(0, 100'000));
    }
};

// All districts at once, as the wave wants it: what is there already stays.
struct PlanStrata : StratumDetails {
    static constexpr const char* title = "PlanSurveyStrata";
    Id<Wave> wave;
    std::vector<std::string> respondents;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(
                field("wave", &PlanStrata::wave).sample(core::samples::survey_wave_preparing),
                field("respondents", &PlanStrata::respondents)
                    .one_of("respondent_group")
                    .sample(R"(["MIGRANT"])")
                    .says("Every group when left out.")),
            StratumDetails::fields());
    }
};

struct SetStratum : StratumDetails {
    static constexpr const char* title = "SetSurveyStratum";
    Id<Wave> wave;
    std::string respondents;
    std::string district;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(
                field("wave", &SetStratum::wave).sample(core::samples::survey_wave_preparing),
                field("respondents", &SetStratum::respondents)
                    .one_of("respondent_group")
                    .sample(R"("MIGRANT")"),
                field("district", &SetStratum::district).one_of("district").sample(R"("RM-I")")),
            StratumDetails::fields());
    }
};

struct StratumPath {
    static constexpr const char* title = "SurveyStratumPath";
    Id<Wave> wave;
    std::string respondents;
    std::string district;

    static constexpr auto fields()
    {
        return std::tuple(
            field("wave", &StratumPath::wave).sample(core::samples::survey_wave_preparing),
            field("respondents", &StratumPath::respondents)
                .one_of("respondent_group")
                .sample(R"("MIGRANT")"),
            field("district", &StratumPath::district).one_of("district").sample(R"("RM-I")"));
    }
};

struct AddCentre : CentreDetails {
    static constexpr const char* title = "AddSurveyCentre";
    Id<Centre> id;
    Id<Wave> wave;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(
                field("id", &AddCentre::id).sample(core::samples::new_survey_centre),
                field("wave", &AddCentre::wave).sample(core::samples::survey_wave_preparing)),
            CentreDetails::fields());
    }
};

struct ChangeCentre : CentreDetails {
    static constexpr const char* title = "ChangeSurveyCentre";
    Id<Centre> id;
    std::optional<int> base;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(
                field("id", &ChangeCentre::id).sample(core::samples::survey_centre_preparing)),
            CentreDetails::fields(), std::tuple(field("base", &ChangeCentre::base)));
    }
};

struct CentrePath {
    static constexpr const char* title = "SurveyCentrePath";
    Id<Centre> id;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &CentrePath::id).sample(core::samples::survey_centre_preparing));
    }
};

struct NewSlot {
    static constexpr const char* title = "NewSurveySlot";
    Id<Slot> id;
    Date day;
    std::string from_time;
    std::string to_time;
    std::optional<int> attendance;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &NewSlot::id).sample(core::samples::new_survey_slot),
                          field("day", &NewSlot::day).sample(R"("2026-12-09")"),
                          field("from_time", &NewSlot::from_time).up_to(5).sample(R"("17:00")"),
                          field("to_time", &NewSlot::to_time).up_to(5).sample(R"("19:00")"),
                          field("attendance", &NewSlot::attendance)
                              .between(1, 100'000)
                              .says("That of the centre when left out."));
    }
};

struct AddSlots {
    static constexpr const char* title = "AddSurveySlots";
    Id<Centre> centre;
    std::vector<NewSlot> slots;

    static constexpr auto fields()
    {
        return std::tuple(
            field("centre", &AddSlots::centre).sample(core::samples::survey_centre_preparing),
            field("slots", &AddSlots::slots)
                .at_most(500)
                .sample(R"([{"id":"01900000-0000-7000-8000-000000304fff","day":"2026-12-09",)"
                        R"("from_time":"17:00","to_time":"19:00"}])"));
    }
};

struct SlotPath {
    static constexpr const char* title = "SurveySlotPath";
    Id<Slot> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &SlotPath::id).sample(core::samples::survey_slot_preparing));
    }
};

struct SetEvery {
    static constexpr const char* title = "SetSurveySlotEvery";
    Id<Slot> id;
    int every = 1;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &SetEvery::id).sample(core::samples::survey_slot_preparing),
                          field("every", &SetEvery::every).between(1, 1000).sample("5"));
    }
};

struct CountSlot {
    static constexpr const char* title = "CountSurveySlot";
    Id<Slot> id;
    std::optional<int> counted;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &CountSlot::id).sample(core::samples::survey_slot),
                          field("counted", &CountSlot::counted)
                              .between(0, 100'000)
                              .sample("64")
                              .says("Left out: nobody has counted."));
    }
};

struct NewUnit {
    static constexpr const char* title = "NewSurveyUnit";
    Id<Unit> id;
    std::string respondents;
    std::string organisation;
    std::optional<std::string> position;
    std::string district;
    std::optional<std::string> contact;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &NewUnit::id).sample(core::samples::new_survey_unit),
            field("respondents", &NewUnit::respondents)
                .one_of("respondent_group")
                .sample(R"("BODY")"),
            field("organisation", &NewUnit::organisation).up_to(200).sample(R"("Casa Aperta")"),
            field("position", &NewUnit::position).up_to(100),
            field("district", &NewUnit::district).one_of("district").sample(R"("RM-I")"),
            field("contact", &NewUnit::contact)
                .up_to(200)
                .sealed(Mark::identity)
                .says("How to reach them at work."));
    }
};

struct AddUnits {
    static constexpr const char* title = "AddSurveyUnits";
    Id<Wave> wave;
    std::vector<NewUnit> units;

    static constexpr auto fields()
    {
        return std::tuple(
            field("wave", &AddUnits::wave).sample(core::samples::survey_wave_preparing),
            field("units", &AddUnits::units)
                .at_most(500)
                .sample(R"([{"id":"01900000-0000-7000-8000-000000305fff","respondents":"BODY",)"
                        R"("organisation":"Casa Aperta","district":"RM-I"}])"));
    }
};

struct UnitPath {
    static constexpr const char* title = "SurveyUnitPath";
    Id<Unit> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &UnitPath::id).sample(core::samples::survey_unit_preparing));
    }
};

struct OwnUnitPath {
    static constexpr const char* title = "SurveyOwnUnitPath";
    Id<Unit> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &OwnUnitPath::id).sample(core::samples::survey_unit));
    }
};

struct DrawSample {
    static constexpr const char* title = "DrawSurveySample";
    Id<Wave> wave;
    std::string respondents;
    std::string method;
    std::optional<int> count;

    static constexpr auto fields()
    {
        return std::tuple(
            field("wave", &DrawSample::wave).sample(core::samples::survey_wave_preparing),
            field("respondents", &DrawSample::respondents)
                .one_of("respondent_group")
                .sample(R"("MIGRANT")")
                .says("Of migrants slots are drawn, of others units of the list."),
            field("method", &DrawSample::method)
                .one_of("survey_draw_method")
                .sample(R"("SYSTEMATIC_PPS")"),
            field("count", &DrawSample::count)
                .between(1, 1000)
                .says("In each district: 4 slots when left out, or as many units as the target."));
    }
};

struct UndoDraw {
    static constexpr const char* title = "UndoSurveyDraw";
    Id<Wave> wave;
    std::string respondents;

    static constexpr auto fields()
    {
        return std::tuple(
            field("wave", &UndoDraw::wave).sample(core::samples::survey_wave_preparing),
            field("respondents", &UndoDraw::respondents)
                .one_of("respondent_group")
                .sample(R"("MIGRANT")"));
    }
};

struct SetInterviewer {
    static constexpr const char* title = "SetSurveyInterviewer";
    Id<Slot> id;
    std::optional<Id<core::Account>> interviewer;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &SetInterviewer::id).sample(core::samples::survey_slot),
                          field("interviewer", &SetInterviewer::interviewer)
                              .sample(core::samples::noemi)
                              .says("Left out: it is nobody's again."));
    }
};

struct SetUnitInterviewer {
    static constexpr const char* title = "SetSurveyUnitInterviewer";
    Id<Unit> id;
    std::optional<Id<core::Account>> interviewer;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &SetUnitInterviewer::id).sample(core::samples::survey_unit),
                          field("interviewer", &SetUnitInterviewer::interviewer)
                              .sample(core::samples::noemi)
                              .says("Left out: it is nobody's again."));
    }
};

Plan get_plan(core::Context& context, const PlanPath& wish);
Plan plan_strata(core::Context& context, const PlanStrata& wish);
Stratum set_stratum(core::Context& context, const SetStratum& wish);
void remove_stratum(core::Context& context, const StratumPath& wish);

Centre add_centre(core::Context& context, const AddCentre& wish);
Centre change_centre(core::Context& context, const ChangeCentre& wish);
Centre remove_centre(core::Context& context, const CentrePath& wish);
Centre restore_centre(core::Context& context, const CentrePath& wish);
Plan add_slots(core::Context& context, const AddSlots& wish);
Slot remove_slot(core::Context& context, const SlotPath& wish);
Slot restore_slot(core::Context& context, const SlotPath& wish);
Slot set_every(core::Context& context, const SetEvery& wish);
Slot count_slot(core::Context& context, const CountSlot& wish);
Plan add_units(core::Context& context, const AddUnits& wish);
Unit remove_unit(core::Context& context, const UnitPath& wish);
Unit restore_unit(core::Context& context, const UnitPath& wish);
UnitContact get_contact(core::Context& context, const OwnUnitPath& wish);

Plan draw(core::Context& context, const DrawSample& wish);
Plan undo_draw(core::Context& context, const UndoDraw& wish);
Slot set_interviewer(core::Context& context, const SetInterviewer& wish);
Unit set_unit_interviewer(core::Context& context, const SetUnitInterviewer& wish);

} // namespace survey
