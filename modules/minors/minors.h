// SPDX-License-Identifier: EUPL-1.2
// The équipe for minors (équipe minori). A minor who is entrusted to it gets a file (fascicolo),
// and from that moment everything about them is guarded: whoever does not belong to the équipe
// finds neither the person nor anything about the person (people.h). The file holds what SINBA asks
// in its own codes, the guardian, and the steps that the law or the équipe put on a clock.
//
// Terms: L. 47/2017 for unaccompanied minors (MSNA). Where the length of a term has not been
// checked against the law, the list of clocks says so, and a city may set its own.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/field.h"
#include "core/context.h"
#include "core/module.h"
#include "core/samples.h"
#include "people/people.h"

namespace minors {

core::Module module();

struct File;
struct Step;

// ---- what is written in a file

// What SINBA takes of the parents, where it is known.
struct ParentsDetails {
    std::optional<std::string> father_citizenship;
    std::optional<std::string> father_region;
    std::optional<std::string> father_education;
    std::optional<std::string> father_occupation;
    std::optional<std::string> mother_citizenship;
    std::optional<std::string> mother_region;
    std::optional<std::string> mother_education;
    std::optional<std::string> mother_occupation;

    static constexpr auto fields()
    {
        constexpr auto country = "Three digits of ISTAT's list of states.";
        constexpr auto region = "Where they live: two digits of ISTAT's list of regions.";
        return std::tuple(field("father_citizenship", &ParentsDetails::father_citizenship)
                              .up_to(3)
                              .sealed(Mark::note)
                              .says(country),
                          field("father_region", &ParentsDetails::father_region)
                              .up_to(2)
                              .sealed(Mark::note)
                              .says(region),
                          field("father_education", &ParentsDetails::father_education)
                              .one_of("minor_education")
                              .sealed(Mark::note),
                          field("father_occupation", &ParentsDetails::father_occupation)
                              .one_of("minor_occupation")
                              .sealed(Mark::note),
                          field("mother_citizenship", &ParentsDetails::mother_citizenship)
                              .up_to(3)
                              .sealed(Mark::note)
                              .says(country),
                          field("mother_region", &ParentsDetails::mother_region)
                              .up_to(2)
                              .sealed(Mark::note)
                              .says(region),
                          field("mother_education", &ParentsDetails::mother_education)
                              .one_of("minor_education")
                              .sealed(Mark::note),
                          field("mother_occupation", &ParentsDetails::mother_occupation)
                              .one_of("minor_occupation")
                              .sealed(Mark::note));
    }
};

// The same of where the minor was placed, and of who works with the équipe.
struct PlacementDetails {
    std::optional<std::string> foster_form;
    std::optional<std::string> foster_kind;
    std::optional<std::string> foster_duration;
    std::optional<std::string> foster_nature;
    std::optional<std::string> foster_outcome;
    std::optional<std::string> facility_nature;
    std::optional<std::string> facility_form;
    std::optional<std::string> facility_kind;
    std::optional<std::string> facility_outcome;
    std::optional<std::string> collaboration;

    static constexpr auto fields()
    {
        return std::tuple(field("foster_form", &PlacementDetails::foster_form)
                              .one_of("minor_placement_form")
                              .sealed(Mark::note),
                          field("foster_kind", &PlacementDetails::foster_kind)
                              .one_of("minor_foster_kind")
                              .sealed(Mark::note),
                          field("foster_duration", &PlacementDetails::foster_duration)
                              .one_of("minor_foster_duration")
                              .sealed(Mark::note),
                          field("foster_nature", &PlacementDetails::foster_nature)
                              .one_of("minor_foster_nature")
                              .sealed(Mark::note),
                          field("foster_outcome", &PlacementDetails::foster_outcome)
                              .one_of("minor_foster_outcome")
                              .sealed(Mark::note),
                          field("facility_nature", &PlacementDetails::facility_nature)
                              .one_of("minor_facility_nature")
                              .sealed(Mark::health),
                          field("facility_form", &PlacementDetails::facility_form)
                              .one_of("minor_placement_form")
                              .sealed(Mark::note),
                          field("facility_kind", &PlacementDetails::facility_kind)
                              .one_of("minor_facility_kind")
                              .sealed(Mark::note),
                          field("facility_outcome", &PlacementDetails::facility_outcome)
                              .one_of("minor_facility_outcome")
                              .sealed(Mark::note),
                          field("collaboration", &PlacementDetails::collaboration)
                              .one_of("minor_collaboration")
                              .sealed(Mark::health));
    }
};

struct FileDetails : ParentsDetails, PlacementDetails {
    Date found_on;
    bool unaccompanied = false;
    std::optional<Date> age_doubted_on;
    std::optional<std::string> guardian_name;
    std::optional<std::string> guardian_phone;
    std::optional<std::string> guardian_kind;
    std::optional<std::string> note;
    // What SINBA asks, in its codes.
    std::optional<std::string> source;
    std::optional<std::string> condition;
    std::optional<std::string> living_place;
    std::optional<std::string> school;
    std::optional<std::string> work;
    std::optional<bool> disabled;
    std::optional<std::string> disability;
    std::optional<std::string> disability_certificate;
    std::vector<std::string> family;
    std::optional<std::string> assessment;
    std::optional<std::string> family_assessment;
    std::optional<std::string> measure;
    std::optional<Date> measure_on;
    std::optional<std::string> measure_authority;
    std::optional<std::string> parents_authority;
    std::optional<std::string> residence_country;
    std::optional<std::string> residence_region;
    std::vector<std::string> benefits;

    static constexpr auto beginning()
    {
        return std::tuple(
            field("found_on", &FileDetails::found_on)
                .not_future()
                .sample(R"("2026-11-20")")
                .says("When the minor was found or reported: the clocks begin."),
            field("unaccompanied", &FileDetails::unaccompanied).sample("true"),
            field("age_doubted_on", &FileDetails::age_doubted_on)
                .not_future()
                .says("When somebody doubted that the person is under age."),
            field("guardian_name", &FileDetails::guardian_name).up_to(200).sealed(Mark::identity),
            field("guardian_phone", &FileDetails::guardian_phone).up_to(40).sealed(Mark::identity),
            field("guardian_kind", &FileDetails::guardian_kind).one_of("guardian_kind"),
            field("note", &FileDetails::note).up_to(4000).sealed(Mark::note));
    }
    static constexpr auto asked_by_sinba()
    {
        return std::tuple(
            field("source", &FileDetails::source).one_of("minor_source").sample(R"("4")"),
            field("condition", &FileDetails::condition)
                .one_of("minor_condition")
                .sealed(Mark::note),
            field("living_place", &FileDetails::living_place)
                .one_of("minor_living_place")
                .sealed(Mark::note),
            field("school", &FileDetails::school).one_of("minor_school").sealed(Mark::note),
            field("work", &FileDetails::work).one_of("minor_work").sealed(Mark::note),
            field("disabled", &FileDetails::disabled),
            field("disability", &FileDetails::disability)
                .one_of("minor_disability")
                .sealed(Mark::health),
            field("disability_certificate", &FileDetails::disability_certificate)
                .one_of("minor_disability_certificate")
                .sealed(Mark::health),
            field("family", &FileDetails::family)
                .one_of("minor_family_member")
                .at_most(6)
                .sealed(Mark::note)
                .says("Who belongs to the household."),
            field("assessment", &FileDetails::assessment)
                .one_of("minor_assessment")
                .sealed(Mark::health),
            field("family_assessment", &FileDetails::family_assessment)
                .one_of("minor_family_assessment")
                .sealed(Mark::health),
            field("measure", &FileDetails::measure).one_of("minor_measure").sealed(Mark::note),
            field("measure_on", &FileDetails::measure_on).not_future(),
            field("measure_authority", &FileDetails::measure_authority).one_of("minor_authority"),
            field("parents_authority", &FileDetails::parents_authority)
                .one_of("minor_authority_of_parents")
                .sealed(Mark::note),
            field("residence_country", &FileDetails::residence_country)
                .up_to(3)
                .says("Three digits of ISTAT's list of states."),
            field("residence_region", &FileDetails::residence_region)
                .up_to(2)
                .says("Two digits of ISTAT's list of regions."),
            field("benefits", &FileDetails::benefits)
                .up_to(10)
                .at_most(20)
                .says("Codes of the benefits in SIUSS, five to ten characters each."));
    }

    static constexpr auto fields()
    {
        return std::tuple_cat(beginning(), asked_by_sinba(), ParentsDetails::fields(),
                              PlacementDetails::fields());
    }
};

// ---- answers

// How one clock of a file stands: "open", "late", "done", "done_late".
struct Deadline {
    static constexpr const char* title = "MinorDeadline";

    std::string what;
    Date due_on;
    std::optional<Date> done_on;
    std::string state;

    static constexpr auto fields()
    {
        return std::tuple(field("what", &Deadline::what).one_of("minor_step"),
                          field("due_on", &Deadline::due_on), field("done_on", &Deadline::done_on),
                          field("state", &Deadline::state).one_of("minor_deadline_state"));
    }
};

// Something that was done for the minor: one of the steps on a clock, or one towards their best
// interest.
struct StepShown {
    static constexpr const char* title = "MinorStep";

    Id<Step> id;
    std::string what;
    Date on;
    std::vector<std::string> took_part; // professions
    std::optional<bool> heard;
    std::optional<std::string> words;
    std::optional<Date> review_on;
    std::string recorded_by_name;
    Instant recorded_at;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &StepShown::id), field("what", &StepShown::what).one_of("minor_step"),
            field("on", &StepShown::on),
            field("took_part", &StepShown::took_part).one_of("profession"),
            field("heard", &StepShown::heard), field("words", &StepShown::words).sealed(Mark::note),
            field("review_on", &StepShown::review_on),
            field("recorded_by_name", &StepShown::recorded_by_name),
            field("recorded_at", &StepShown::recorded_at));
    }
};

struct File : FileDetails {
    static constexpr const char* title = "MinorFile";

    Id<File> id;
    Id<people::Person> person;
    people::Card person_card;
    std::optional<Date> of_age_on; // the 18th birthday, as far as it is known
    bool of_age_estimated = false; // from a year alone: its first day
    Instant opened_at;
    std::string opened_by_name;
    std::vector<Deadline> deadlines;  // the next one first
    std::vector<StepShown> steps;     // newest first
    std::vector<std::string> missing; // fields without which SINBA cannot be told
    std::optional<Date> closed_on;
    std::optional<std::string> closure_reason;
    std::optional<std::string> closure_situation;
    bool released = false; // closed, and readable for the city again
    int version = 1;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &File::id), field("person", &File::person),
                       field("person_card", &File::person_card)),
            FileDetails::fields(),
            std::tuple(
                field("of_age_on", &File::of_age_on),
                field("of_age_estimated", &File::of_age_estimated),
                field("opened_at", &File::opened_at),
                field("opened_by_name", &File::opened_by_name),
                field("deadlines", &File::deadlines), field("steps", &File::steps),
                field("missing", &File::missing), field("closed_on", &File::closed_on),
                field("closure_reason", &File::closure_reason).one_of("minor_closure_reason"),
                field("closure_situation", &File::closure_situation)
                    .one_of("minor_closure_situation"),
                field("released", &File::released), field("version", &File::version)));
    }
};

struct FileLine {
    static constexpr const char* title = "MinorFileLine";

    Id<File> id;
    Id<people::Person> person;
    people::Card person_card;
    bool unaccompanied = false;
    Date found_on;
    std::optional<Date> of_age_on;
    bool of_age_estimated = false;
    std::optional<Deadline> next; // the most pressing clock that is not done
    int late = 0;                 // how many clocks are over
    std::optional<Date> closed_on;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &FileLine::id), field("person", &FileLine::person),
            field("person_card", &FileLine::person_card),
            field("unaccompanied", &FileLine::unaccompanied),
            field("found_on", &FileLine::found_on), field("of_age_on", &FileLine::of_age_on),
            field("of_age_estimated", &FileLine::of_age_estimated), field("next", &FileLine::next),
            field("late", &FileLine::late), field("closed_on", &FileLine::closed_on));
    }
};

struct Files {
    static constexpr const char* title = "MinorFiles";

    std::vector<FileLine> items; // the most pressing first
    int late = 0;                // files with a clock that is over

    static constexpr auto fields()
    {
        return std::tuple(field("items", &Files::items).at_most(500), field("late", &Files::late));
    }
};

// What the one who entrusts a person is told: that the équipe has them.
struct Entrusted {
    static constexpr const char* title = "EntrustedMinor";

    Id<File> id;

    static constexpr auto fields() { return std::tuple(field("id", &Entrusted::id)); }
};

// The file of a person, for those who may read it.
struct FileOfPerson {
    static constexpr const char* title = "MinorFileOfPerson";

    std::optional<Id<File>> file; // the open one, else the last

    static constexpr auto fields() { return std::tuple(field("file", &FileOfPerson::file)); }
};

// A term, and whose it is.
struct Clock {
    static constexpr const char* title = "MinorClock";

    std::string what;
    std::string from; // "found", "doubted", "of_age", "twenty_one"
    int days = 0;     // after it; before a birthday they are less than nothing
    int days_of_network = 0;
    std::string source;     // in the reader's language
    bool confirmed = false; // the length of the term was checked against the law

    static constexpr auto fields()
    {
        return std::tuple(field("what", &Clock::what).one_of("minor_step"),
                          field("from", &Clock::from).one_of("minor_clock_start"),
                          field("days", &Clock::days),
                          field("days_of_network", &Clock::days_of_network),
                          field("source", &Clock::source), field("confirmed", &Clock::confirmed));
    }
};

struct Clocks {
    static constexpr const char* title = "MinorClocks";
    std::vector<Clock> items;
    static constexpr auto fields() { return std::tuple(field("items", &Clocks::items)); }
};

// ---- towards SINBA

struct NotExportable {
    static constexpr const char* title = "NotExportableMinor";

    Id<File> file;
    people::Card person_card;
    std::vector<std::string> missing; // names of fields of the file, "birth_year" of the person

    static constexpr auto fields()
    {
        return std::tuple(field("file", &NotExportable::file),
                          field("person_card", &NotExportable::person_card),
                          field("missing", &NotExportable::missing));
    }
};

struct SinbaSheet {
    static constexpr const char* title = "SinbaSheet";

    int ready = 0;
    std::vector<NotExportable> missing;

    static constexpr auto fields()
    {
        return std::tuple(field("ready", &SinbaSheet::ready),
                          field("missing", &SinbaSheet::missing).at_most(2000));
    }
};

} // namespace minors
