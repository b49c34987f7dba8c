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
#include "people/people.h"

namespace cases {

core::Module module();

struct Case;
struct Intervention;
struct HandOver;

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
    std::vector<Intervention> interventions; // newest first, cancelled ones among them

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
                          field("interventions", &Case::interventions).at_most(2000));
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

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &CaseCard::id), field("kind", &CaseCard::kind).one_of("case_kind"),
            field("state", &CaseCard::state).one_of("case_state"),
            field("opened_on", &CaseCard::opened_on), field("closed_on", &CaseCard::closed_on),
            field("team", &CaseCard::team), field("worker", &CaseCard::worker),
            field("worker_name", &CaseCard::worker_name), field("may_open", &CaseCard::may_open));
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

// That there is such a case, which was not cancelled.
bool is_there(core::Context& context, const Id<Case>& id);

} // namespace cases
