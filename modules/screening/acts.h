// SPDX-License-Identifier: EUPL-1.2
// What may be asked of this module (module.cpp names who may) and the inputs that only it reads.
#pragma once

#include "core/samples.h"
#include "screening/screening.h"

namespace screening {

inline constexpr int findings_max = 25;

// ---- screenings: screenings.cpp

struct ScreeningDetails {
    Date day;
    std::vector<Finding> findings;
    std::optional<std::string> note;

    static constexpr auto fields()
    {
        return std::tuple(
            field("day", &ScreeningDetails::day).not_future().sample(R"("2026-11-23")"),
            field("findings", &ScreeningDetails::findings)
                .at_most(findings_max)
                .sample(R"([{"circumstance":"V17","severity":"medium","source":"SEEN"},)"
                        R"({"circumstance":"V19","severity":"low","source":"TOLD"}])")
                .says("What was found; a screening that found nothing has none."),
            field("note", &ScreeningDetails::note).up_to(4000).sealed(Mark::note));
    }
};

struct RecordScreening : ScreeningDetails {
    static constexpr const char* title = "RecordScreening";
    Id<Screening> id;
    Id<people::Person> person;
    std::optional<Id<outreach::Contact>> contact;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &RecordScreening::id).sample(core::samples::new_screening),
                       field("person", &RecordScreening::person).sample(core::samples::ibrahima),
                       field("contact", &RecordScreening::contact)
                           .says("The contact at which it was made.")),
            ScreeningDetails::fields());
    }
};

struct ChangeScreening : ScreeningDetails {
    static constexpr const char* title = "ChangeScreening";
    Id<Screening> id;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &ChangeScreening::id).sample(core::samples::screening)),
            ScreeningDetails::fields());
    }
};

struct ScreeningPath {
    static constexpr const char* title = "ScreeningPath";
    Id<Screening> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &ScreeningPath::id).sample(core::samples::screening));
    }
};

struct RestoreScreening {
    static constexpr const char* title = "RestoreScreening";
    Id<Screening> id;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &RestoreScreening::id).sample(core::samples::screening_cancelled));
    }
};

struct ScreeningsPath {
    static constexpr const char* title = "ScreeningsPath";
    Id<people::Person> person;

    static constexpr auto fields()
    {
        return std::tuple(field("person", &ScreeningsPath::person).sample(core::samples::ibrahima));
    }
};

struct Screenings {
    static constexpr const char* title = "Screenings";
    std::vector<Screening> items; // newest first, cancelled ones among them

    static constexpr auto fields()
    {
        return std::tuple(field("items", &Screenings::items).at_most(500));
    }
};

Screening record_screening(core::Context& context, const RecordScreening& wish);
Screening get_screening(core::Context& context, const ScreeningPath& wish);
Screening change_screening(core::Context& context, const ChangeScreening& wish);
Screening cancel_screening(core::Context& context, const ScreeningPath& wish);
Screening restore_screening(core::Context& context, const RestoreScreening& wish);
Screenings list_of_person(core::Context& context, const ScreeningsPath& wish);

// ---- early warnings: warnings.cpp

struct ListWarnings {
    static constexpr const char* title = "ListWarnings";
    std::optional<std::string> state;

    static constexpr auto fields()
    {
        return std::tuple(field("state", &ListWarnings::state)
                              .one_of("warning_state")
                              .says("Those that wait for an answer, when left out."));
    }
};

struct Warnings {
    static constexpr const char* title = "EarlyWarnings";
    std::vector<Warning> items; // what is due first, first; of those answered the newest first
    int late = 0;               // of all that wait

    static constexpr auto fields()
    {
        return std::tuple(field("items", &Warnings::items).at_most(200),
                          field("late", &Warnings::late));
    }
};

struct AnswerWarning {
    static constexpr const char* title = "AnswerWarning";
    Id<Warning> id;
    std::string answer;
    std::optional<std::string> note;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &AnswerWarning::id).sample(core::samples::warning_open),
                          field("answer", &AnswerWarning::answer)
                              .one_of("warning_answer")
                              .sample(R"("TAKEN_UP")"),
                          field("note", &AnswerWarning::note).up_to(4000).sealed(Mark::note));
    }
};

struct AnsweredPath {
    static constexpr const char* title = "AnsweredPath";
    Id<Warning> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &AnsweredPath::id).sample(core::samples::warning_answered));
    }
};

Warnings list_warnings(core::Context& context, const ListWarnings& wish);
Warning answer_warning(core::Context& context, const AnswerWarning& wish);
Warning withdraw_answer(core::Context& context, const AnsweredPath& wish);

} // namespace screening
