// SPDX-License-Identifier: EUPL-1.2
// Taking a person in charge (presa in carico): the case, the interventions done in it, its
// hand-over to another service, its closure. A temporary case has an end and must be handed over;
// an integrated one, of social and health services together, goes on as long as it is needed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/field.h"
#include "core/context.h"
#include "core/module.h"
#include "core/samples.h"
#include "people/people.h"

namespace cases {

core::Module module();

struct Case;
struct Intervention;
struct HandOver;
struct Extension;
struct AccessRequest;
struct EmergencyAccess;

struct Intervention {
    static constexpr const char* title = "Intervention";

    Id<Intervention> id;
    Id<Case> case_id;
    std::string code;
    Date on;
    std::optional<double> hours;
    std::optional<std::string> note;
    std::optional<std::string> project;
    std::string recorded_by_name;
    bool cancelled = false;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &Intervention::id), field("case", &Intervention::case_id),
                          field("code", &Intervention::code).one_of("intervention"),
                          field("on", &Intervention::on), field("hours", &Intervention::hours),
                          field("note", &Intervention::note).sealed(Mark::note),
                          field("project", &Intervention::project).one_of("project"),
                          field("recorded_by_name", &Intervention::recorded_by_name),
                          field("cancelled", &Intervention::cancelled));
    }
};

// A temporary case that goes on longer than was planned.
struct Extension {
    static constexpr const char* title = "CaseExtension";

    Id<Extension> id;
    Date from; // the end before
    Date to;
    std::string reason;
    std::optional<std::string> note;
    std::string by_name;
    Date on;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &Extension::id), field("from", &Extension::from),
            field("to", &Extension::to),
            field("reason", &Extension::reason).one_of("extension_reason").sealed(Mark::health),
            field("note", &Extension::note).sealed(Mark::note),
            field("by_name", &Extension::by_name), field("on", &Extension::on));
    }
};

// That somebody opened the case in an emergency, as its worker reads it.
struct EmergencyOfCase {
    static constexpr const char* title = "EmergencyOfCase";

    Instant at;
    Instant until; // when it ended, or will
    std::string by_name;
    std::string reason;
    std::string words;

    static constexpr auto fields()
    {
        return std::tuple(field("at", &EmergencyOfCase::at),
                          field("until", &EmergencyOfCase::until),
                          field("by_name", &EmergencyOfCase::by_name),
                          field("reason", &EmergencyOfCase::reason)
                              .one_of("emergency_reason")
                              .sealed(Mark::health),
                          field("words", &EmergencyOfCase::words).sealed(Mark::note));
    }
};

// Until when somebody reads a case that is not theirs, and what lets them in.
struct Opening {
    static constexpr const char* title = "CaseOpening";

    Instant until;
    std::optional<Id<EmergencyAccess>> emergency; // else it was granted by who keeps the case

    static constexpr auto fields()
    {
        return std::tuple(field("until", &Opening::until),
                          field("emergency", &Opening::emergency)
                              .says("Where there is none, who keeps the case granted it."));
    }
};

struct Case {
    static constexpr const char* title = "Case";

    Id<Case> id;
    Id<people::Person> person;
    people::Card person_card;
    std::string kind;
    std::string state;
    Date opened_on;
    std::string opened_by_name;
    std::string worker_name;
    std::string team;
    std::string district;
    std::vector<std::string> needs;
    std::optional<std::string> reason_note;
    std::optional<Date> ends_on;
    std::optional<std::string> hand_over_to;
    std::optional<std::string> hand_over_destination;
    std::optional<Date> hand_over_sent_on;
    std::optional<Date> hand_over_accepted_on;
    std::optional<Date> closed_on;
    std::optional<std::string> closure_reason;
    std::optional<std::string> closure_note;
    bool cancelled = false;
    std::vector<Intervention> interventions;  // newest first, cancelled ones among them
    std::vector<Extension> extensions;        // newest first, without those undone
    std::vector<EmergencyOfCase> emergencies; // newest first; for those whose case it is
    std::optional<Opening> opening;           // through which the asker reads it

    static constexpr auto fields()
    {
        return std::tuple(field("id", &Case::id), field("person", &Case::person),
                          field("person_card", &Case::person_card),
                          field("kind", &Case::kind).one_of("case_kind"),
                          field("state", &Case::state).one_of("case_state"),
                          field("opened_on", &Case::opened_on),
                          field("opened_by_name", &Case::opened_by_name),
                          field("worker_name", &Case::worker_name), field("team", &Case::team),
                          field("district", &Case::district).one_of("district"),
                          field("needs", &Case::needs).one_of("referral_area").sealed(Mark::health),
                          field("reason_note", &Case::reason_note).sealed(Mark::note),
                          field("ends_on", &Case::ends_on),
                          field("hand_over_to", &Case::hand_over_to).sealed(Mark::note),
                          field("hand_over_destination", &Case::hand_over_destination)
                              .one_of("hand_over_destination"),
                          field("hand_over_sent_on", &Case::hand_over_sent_on),
                          field("hand_over_accepted_on", &Case::hand_over_accepted_on),
                          field("closed_on", &Case::closed_on),
                          field("closure_reason", &Case::closure_reason).one_of("closure_reason"),
                          field("closure_note", &Case::closure_note).sealed(Mark::note),
                          field("cancelled", &Case::cancelled),
                          field("interventions", &Case::interventions).at_most(2000),
                          field("extensions", &Case::extensions).at_most(200),
                          field("emergencies", &Case::emergencies)
                              .at_most(200)
                              .says("Newest first; only for those whose case it is."),
                          field("opening", &Case::opening)
                              .says("Through which the asker reads it, and no more than reads."));
    }
};

// A line of the list of cases: what is needed to choose what to do next.
struct CaseLine {
    static constexpr const char* title = "CaseLine";

    Id<Case> id;
    Id<people::Person> person;
    people::Card person_card;
    std::string kind;
    std::string state;
    Date opened_on;
    std::optional<Date> ends_on;
    std::optional<Date> closed_on;
    std::string team;
    Id<core::Account> worker;
    std::string worker_name;
    std::string district;
    std::optional<Date> hand_over_sent_on;
    std::optional<Date> hand_over_accepted_on;
    int interventions = 0;
    std::optional<Date> last_intervention_on;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &CaseLine::id), field("person", &CaseLine::person),
            field("person_card", &CaseLine::person_card),
            field("kind", &CaseLine::kind).one_of("case_kind"),
            field("state", &CaseLine::state).one_of("case_state"),
            field("opened_on", &CaseLine::opened_on), field("ends_on", &CaseLine::ends_on),
            field("closed_on", &CaseLine::closed_on), field("team", &CaseLine::team),
            field("worker", &CaseLine::worker), field("worker_name", &CaseLine::worker_name),
            field("district", &CaseLine::district).one_of("district"),
            field("hand_over_sent_on", &CaseLine::hand_over_sent_on),
            field("hand_over_accepted_on", &CaseLine::hand_over_accepted_on),
            field("interventions", &CaseLine::interventions),
            field("last_intervention_on", &CaseLine::last_intervention_on));
    }
};

struct CaseList {
    static constexpr const char* title = "CaseList";

    std::vector<CaseLine> items;
    std::optional<std::string> next;

    static constexpr auto fields()
    {
        return std::tuple(field("items", &CaseList::items).at_most(200),
                          field("next", &CaseList::next));
    }
};

// That a case exists, and whom to ask: all that a colleague of another service may know of it.
struct CaseCard {
    static constexpr const char* title = "CaseCard";

    Id<Case> id;
    std::string kind;
    std::string state;
    Date opened_on;
    std::optional<Date> closed_on;
    std::string team;
    Id<core::Account> worker;
    std::string worker_name;
    bool may_open = false; // the asker may read the whole case
    std::optional<Opening> opening;
    std::optional<Id<AccessRequest>> request; // the asker's latest
    std::optional<std::string> request_state;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &CaseCard::id), field("kind", &CaseCard::kind).one_of("case_kind"),
            field("state", &CaseCard::state).one_of("case_state"),
            field("opened_on", &CaseCard::opened_on), field("closed_on", &CaseCard::closed_on),
            field("team", &CaseCard::team), field("worker", &CaseCard::worker),
            field("worker_name", &CaseCard::worker_name), field("may_open", &CaseCard::may_open),
            field("opening", &CaseCard::opening)
                .says("Through which the asker reads a case that is not theirs."),
            field("request", &CaseCard::request).says("The latest one of the asker."),
            field("request_state", &CaseCard::request_state).one_of("access_request_state"));
    }
};

struct CaseCards {
    static constexpr const char* title = "CaseCards";

    std::vector<CaseCard> items; // newest first

    static constexpr auto fields()
    {
        return std::tuple(field("items", &CaseCards::items).at_most(200));
    }
};

// ---- the plan of a case

struct Goal;
struct Action;

// What is said of a goal by who writes it down.
struct GoalDetails {
    std::string area;
    std::string words;
    std::optional<std::string> told;
    Id<core::Account> responsible;
    Date due_on;

    static constexpr auto fields()
    {
        return std::tuple(
            field("area", &GoalDetails::area).one_of("referral_area").sample(R"("HOUSING")"),
            field("words", &GoalDetails::words)
                .up_to(500)
                .sealed(Mark::note)
                .sample(R"("Trovare un posto letto stabile")"),
            field("told", &GoalDetails::told)
                .up_to(500)
                .sealed(Mark::note)
                .says("The same in the person's language: it is printed for them."),
            field("responsible", &GoalDetails::responsible)
                .sample(core::samples::sara)
                .says("Who works here and sees to it."),
            field("due_on", &GoalDetails::due_on).sample(R"("2026-12-20")"));
    }
};

struct ActionDetails {
    std::string words;
    std::optional<std::string> told;
    std::string doer;
    std::optional<std::string> intervention;
    std::optional<Date> due_on;
    std::optional<Date> done_on;

    bool operator==(const ActionDetails&) const = default;

    static constexpr auto fields()
    {
        return std::tuple(
            field("words", &ActionDetails::words)
                .up_to(500)
                .sealed(Mark::note)
                .sample(R"("Chiamare il dormitorio")"),
            field("told", &ActionDetails::told).up_to(500).sealed(Mark::note),
            field("doer", &ActionDetails::doer).one_of("action_doer").sample(R"("WORKER")"),
            field("intervention", &ActionDetails::intervention)
                .one_of("intervention")
                .says("What it is, where the catalogue has a word for it."),
            field("due_on", &ActionDetails::due_on),
            field("done_on", &ActionDetails::done_on).not_future());
    }
};

struct Action : ActionDetails {
    static constexpr const char* title = "PlanAction";

    Id<Action> id;
    Id<Goal> goal;
    bool cancelled = false;

    static constexpr auto fields()
    {
        return std::tuple_cat(std::tuple(field("id", &Action::id), field("goal", &Action::goal)),
                              ActionDetails::fields(),
                              std::tuple(field("cancelled", &Action::cancelled)));
    }
};

struct Goal : GoalDetails {
    static constexpr const char* title = "PlanGoal";

    Id<Goal> id;
    Id<Case> case_id;
    std::string responsible_name;
    std::optional<std::string> outcome;
    std::optional<Date> outcome_on;
    std::optional<std::string> outcome_note;
    bool cancelled = false;
    std::vector<Action> actions; // in the order of writing

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &Goal::id), field("case", &Goal::case_id)),
            GoalDetails::fields(),
            std::tuple(field("responsible_name", &Goal::responsible_name),
                       field("outcome", &Goal::outcome).one_of("goal_outcome"),
                       field("outcome_on", &Goal::outcome_on),
                       field("outcome_note", &Goal::outcome_note).sealed(Mark::note),
                       field("cancelled", &Goal::cancelled),
                       field("actions", &Goal::actions).at_most(200)));
    }
};

struct Plan {
    static constexpr const char* title = "Plan";

    Id<Case> case_id;
    Id<people::Person> person;
    std::optional<std::string> own_words;
    std::optional<Date> review_on;
    std::optional<Date> agreed_on;
    std::optional<std::string> agreed_how;
    std::optional<Date> approved_on;
    std::optional<std::string> approved_by_name;
    int version = 0;         // none was written while it is 0
    std::vector<Goal> goals; // those that stand, then those cancelled; in the order of writing

    static constexpr auto fields()
    {
        return std::tuple(
            field("case", &Plan::case_id), field("person", &Plan::person),
            field("own_words", &Plan::own_words).sealed(Mark::note),
            field("review_on", &Plan::review_on), field("agreed_on", &Plan::agreed_on),
            field("agreed_how", &Plan::agreed_how).one_of("plan_agreement"),
            field("approved_on", &Plan::approved_on),
            field("approved_by_name", &Plan::approved_by_name), field("version", &Plan::version),
            field("goals", &Plan::goals).at_most(200));
    }
};

// ---- for other modules

// That there is such a case, which was not cancelled, whoever's it is; not one of somebody who is
// guarded from the asker.
bool is_there(core::Context& context, const Id<Case>& id);

// Whose an open case is that the asker may read; none where there is no such case for them.
std::optional<Id<people::Person>> person_of(core::Context& context, const Id<Case>& id);
// Whether the asker reads an open case of this person, or of one who is the same.
bool reads_case_of(core::Context& context, const Id<people::Person>& person);

// A hand-over that goes the way of a referral.
inline constexpr auto in_the_area = "area"; // of hand_over_destination
inline constexpr auto in_another_city = "other_city";

struct HandOverNews {
    std::string receiver;
    std::string destination;
    Date sent_on;
    std::optional<Date> accepted_on;
    Id<core::Account> by;
};
// 409 cases.hand_over_stands where the case has one already.
void check_no_hand_over(core::Context& context, const Id<Case>& id);
// How it stands now; without news it was taken back. In a case that is closed nothing changes.
void set_hand_over(core::Context& context, const Id<Case>& id,
                   const std::optional<HandOverNews>& news);
// The person is in the charge of another city, which has said yes, or was first to take it back: a
// hand-over that stands is accepted, and the case ends.
void close_handed_over(core::Context& context, const Id<Case>& id);

// A case, and its plan, that the asker may read.
std::optional<Case> read_case(core::Context& context, const Id<Case>& id);
Plan plan_of(core::Context& context, const Id<Case>& id);

} // namespace cases
