// SPDX-License-Identifier: EUPL-1.2
// Screening: what a short look at a person's situation found, circumstance by circumstance, with
// its severity and from where it is known. Where the pattern suggests that things are growing more
// complex (rules.h) an early warning is raised; a person answers it, or it stays on the board.
//
// A circumstance is what was seen or told on a day, never a label of the person.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/field.h"
#include "core/context.h"
#include "core/module.h"
#include "outreach/outreach.h"
#include "people/people.h"

namespace screening {

core::Module module();

struct Screening;
struct Warning;

// Who reads every circumstance, also those of the restricted compartment (vulnerability.csv);
// others read of it what they wrote down themselves.
inline constexpr core::Roles care = core::may(core::social_worker, core::city_coordinator);

struct Finding {
    static constexpr const char* title = "Finding";

    std::string circumstance;
    std::string severity;
    std::string source;

    static constexpr auto fields()
    {
        return std::tuple(
            field("circumstance", &Finding::circumstance)
                .one_of("vulnerability")
                .sealed(Mark::health)
                .sample(R"("V17")"),
            field("severity", &Finding::severity).one_of("severity").sample(R"("medium")"),
            field("source", &Finding::source).one_of("circumstance_source").sample(R"("SEEN")"));
    }
};

struct Warning {
    static constexpr const char* title = "EarlyWarning";

    Id<Warning> id;
    Id<people::Person> person;
    people::Card person_card;
    Id<Screening> screening; // whose pattern raised it
    std::string rule;
    std::string reason; // in the reader's language
    std::string advice;
    std::vector<std::string> circumstances; // by which the rule holds
    std::string priority;
    std::string state;
    Instant raised_at;
    Instant due_at;
    bool late = false;
    std::optional<std::string> answer;
    std::optional<std::string> note;
    std::optional<std::string> answered_by_name;
    std::optional<Instant> answered_at;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &Warning::id), field("person", &Warning::person),
                          field("person_card", &Warning::person_card),
                          field("screening", &Warning::screening),
                          field("rule", &Warning::rule).sealed(Mark::health),
                          field("reason", &Warning::reason).sealed(Mark::health),
                          field("advice", &Warning::advice),
                          field("circumstances", &Warning::circumstances)
                              .one_of("vulnerability")
                              .sealed(Mark::health),
                          field("priority", &Warning::priority).one_of("warning_priority"),
                          field("state", &Warning::state).one_of("warning_state"),
                          field("raised_at", &Warning::raised_at),
                          field("due_at", &Warning::due_at), field("late", &Warning::late),
                          field("answer", &Warning::answer).one_of("warning_answer"),
                          field("note", &Warning::note).sealed(Mark::note),
                          field("answered_by_name", &Warning::answered_by_name),
                          field("answered_at", &Warning::answered_at));
    }
};

struct Screening {
    static constexpr const char* title = "Screening";

    Id<Screening> id;
    Id<people::Person> person;
    std::optional<Id<outreach::Contact>> contact;
    Date day;
    std::vector<Finding> findings;
    std::optional<std::string> note;
    std::string recorded_by_name;
    Instant recorded_at;
    bool cancelled = false;
    std::vector<Warning> warnings; // that this screening raised and that stand

    static constexpr auto fields()
    {
        return std::tuple(field("id", &Screening::id), field("person", &Screening::person),
                          field("contact", &Screening::contact), field("day", &Screening::day),
                          field("findings", &Screening::findings),
                          field("note", &Screening::note).sealed(Mark::note),
                          field("recorded_by_name", &Screening::recorded_by_name),
                          field("recorded_at", &Screening::recorded_at),
                          field("cancelled", &Screening::cancelled),
                          field("warnings", &Screening::warnings));
    }
};

// For the demonstration, which tells of answers too: which rules a first screening raises, and the
// warning that a rule makes of a screening.
std::vector<std::string> raised_by(const std::vector<Finding>& findings, Date day);
Id<Warning> warning_id(const Id<Screening>& screening, const std::string& rule);

} // namespace screening
