// SPDX-License-Identifier: EUPL-1.2
// What makes the person of a case vulnerable, each circumstance with its day, from where it is
// known and how much it weighs, and what answers it: actions of the plan, interventions. It has a
// beginning and may have an end: it is never a label of the person.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cases/acts.h"

namespace cases {

struct Vulnerability;

// One of the two, as it stands now.
struct VulnerabilityAnswer {
    static constexpr const char* title = "VulnerabilityAnswer";

    std::optional<Id<Action>> action;
    std::optional<Id<Intervention>> intervention;
    std::optional<std::string> words;
    std::optional<std::string> code;
    std::optional<Date> on;

    static constexpr auto fields()
    {
        return std::tuple(
            field("action", &VulnerabilityAnswer::action).says("Of the plan; or intervention."),
            field("intervention", &VulnerabilityAnswer::intervention),
            field("words", &VulnerabilityAnswer::words).sealed(Mark::note).says("Of the action."),
            field("code", &VulnerabilityAnswer::code).one_of("intervention"),
            field("on", &VulnerabilityAnswer::on)
                .says("When it was done; an action without it is still to be done."));
    }
};

struct VulnerabilityDetails {
    std::string circumstance;
    Date since;
    std::string source;
    std::string severity;
    std::optional<std::string> note;

    static constexpr auto fields()
    {
        return std::tuple(
            field("circumstance", &VulnerabilityDetails::circumstance)
                .one_of("vulnerability")
                .sealed(Mark::health)
                .sample(R"("V19")"),
            field("since", &VulnerabilityDetails::since)
                .not_future()
                .says("Since when it holds, as far as is known; may be before the case.")
                .sample(R"("2026-11-16")"),
            field("source", &VulnerabilityDetails::source)
                .one_of("circumstance_source")
                .sample(R"("TOLD")"),
            field("severity", &VulnerabilityDetails::severity)
                .one_of("severity")
                .sample(R"("medium")"),
            field("note", &VulnerabilityDetails::note)
                .up_to(2000)
                .sealed(Mark::note)
                .says("Needed for another circumstance, V99: which one."));
    }
};

struct Vulnerability : VulnerabilityDetails {
    static constexpr const char* title = "CaseVulnerability";

    Id<Vulnerability> id;
    Id<Case> case_id;
    std::optional<Date> ended_on;
    std::string recorded_by_name;
    Instant recorded_at;
    int version = 0;
    bool cancelled = false;
    std::vector<VulnerabilityAnswer> answers; // without those that were cancelled themselves

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &Vulnerability::id), field("case", &Vulnerability::case_id)),
            VulnerabilityDetails::fields(),
            std::tuple(field("ended_on", &Vulnerability::ended_on),
                       field("recorded_by_name", &Vulnerability::recorded_by_name),
                       field("recorded_at", &Vulnerability::recorded_at),
                       field("version", &Vulnerability::version),
                       field("cancelled", &Vulnerability::cancelled),
                       field("answers", &Vulnerability::answers)
                           .at_most(500)
                           .says("In the order of linking; what was cancelled answers nothing.")));
    }
};

struct Vulnerabilities {
    static constexpr const char* title = "CaseVulnerabilities";

    Id<Case> case_id;
    Id<people::Person> person;
    std::vector<Vulnerability> items;

    static constexpr auto fields()
    {
        return std::tuple(
            field("case", &Vulnerabilities::case_id), field("person", &Vulnerabilities::person),
            field("items", &Vulnerabilities::items)
                .at_most(500)
                .says("Those that nothing answers yet first, the gravest before the others; then "
                      "those that are answered, those that have ended, those cancelled."));
    }
};

// ---- wishes

struct VulnerabilitiesOfCase {
    static constexpr const char* title = "VulnerabilitiesOfCase";

    Id<Case> case_id;

    static constexpr auto fields()
    {
        return std::tuple(
            field("case", &VulnerabilitiesOfCase::case_id).sample(core::samples::case_amina));
    }
};

struct AddVulnerability : VulnerabilityDetails {
    static constexpr const char* title = "AddVulnerability";

    Id<Case> case_id;
    Id<Vulnerability> id;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("case", &AddVulnerability::case_id).sample(core::samples::case_amina),
                       field("id", &AddVulnerability::id).sample(core::samples::new_vulnerability)),
            VulnerabilityDetails::fields());
    }
};

struct ChangeVulnerability : VulnerabilityDetails {
    static constexpr const char* title = "ChangeVulnerability";

    Id<Vulnerability> id;
    std::optional<int> base;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &ChangeVulnerability::id).sample(core::samples::vulnerability),
                       field("base", &ChangeVulnerability::base)
                           .says("The version that was changed; see core.changed_meanwhile.")),
            VulnerabilityDetails::fields());
    }
};

struct EndVulnerability {
    static constexpr const char* title = "EndVulnerability";

    Id<Vulnerability> id;
    std::optional<Date> on;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &EndVulnerability::id).sample(core::samples::vulnerability),
                          field("on", &EndVulnerability::on)
                              .not_future()
                              .says("Left out, it goes on after all.")
                              .sample(R"("2026-11-20")"));
    }
};

struct AnswerVulnerability {
    static constexpr const char* title = "AnswerVulnerability";

    Id<Vulnerability> id;
    std::optional<int> base;
    std::vector<Id<Action>> actions;
    std::vector<Id<Intervention>> interventions;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &AnswerVulnerability::id).sample(core::samples::vulnerability),
            field("base", &AnswerVulnerability::base)
                .says("The version that was changed; see core.changed_meanwhile."),
            field("actions", &AnswerVulnerability::actions)
                .at_most(200)
                .says("Of the plan of this case, all that answer it: a link that is not among them "
                      "is taken away."),
            field("interventions", &AnswerVulnerability::interventions)
                .at_most(200)
                .says("Of this case, all that answer it."));
    }
};

struct OneVulnerability {
    static constexpr const char* title = "OneVulnerability";

    Id<Vulnerability> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &OneVulnerability::id).sample(core::samples::vulnerability));
    }
};

struct OneCancelledVulnerability {
    static constexpr const char* title = "OneCancelledVulnerability";

    Id<Vulnerability> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &OneCancelledVulnerability::id)
                              .sample(core::samples::vulnerability_cancelled));
    }
};

Vulnerabilities list_vulnerabilities(core::Context& context, const VulnerabilitiesOfCase& wish);
Vulnerability add_vulnerability(core::Context& context, const AddVulnerability& wish);
Vulnerability change_vulnerability(core::Context& context, const ChangeVulnerability& wish);
Vulnerability end_vulnerability(core::Context& context, const EndVulnerability& wish);
Vulnerability answer_vulnerability(core::Context& context, const AnswerVulnerability& wish);
void cancel_vulnerability(core::Context& context, const OneVulnerability& wish);
Vulnerability restore_vulnerability(core::Context& context, const OneCancelledVulnerability& wish);

} // namespace cases
