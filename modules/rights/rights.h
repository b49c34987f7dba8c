// SPDX-License-Identifier: EUPL-1.2
// What a person may ask about their own data, and by when they are answered: their own file as a
// printout, rectification, erasure, restriction, objection. What is held of whom follows from the
// holdings that each module declares (core/holding.h): the printout, the erasure and the preview of
// what has been kept long enough are worked out from them.
//
// Nothing is erased by itself. An erasure is granted, approved by one and carried out by another.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/field.h"
#include "core/context.h"
#include "core/module.h"
#include "core/samples.h"
#include "people/people.h"

namespace rights {

core::Module module();

struct Request {
    static constexpr const char* title = "RightsRequest";

    Id<Request> id;
    Id<people::Person> person;
    people::Card person_card;
    std::string kind;
    std::optional<std::string> rule; // of an erasure that nobody asked for
    Date received_on;
    std::optional<std::string> how;
    std::optional<std::string> words;
    std::optional<Date> due_on;       // none where nobody waits for an answer
    std::optional<Date> first_due_on; // before it was extended
    std::string state;
    bool late = false;
    std::optional<std::string> extension_reason;
    std::optional<Date> told_on;
    std::optional<std::string> outcome;
    std::optional<std::string> refusal;
    std::optional<Date> answered_on;
    std::optional<std::string> answered_by_name;
    std::optional<std::string> answer_note;
    std::optional<Instant> approved_at;
    std::optional<std::string> approved_by_name;
    std::optional<Instant> carried_out_at;
    std::optional<std::string> carried_out_by_name;
    std::string recorded_by_name;
    Instant recorded_at;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &Request::id), field("person", &Request::person),
            field("person_card", &Request::person_card),
            field("kind", &Request::kind).one_of("rights_kind"),
            field("rule", &Request::rule).one_of("retention_rule"),
            field("received_on", &Request::received_on),
            field("how", &Request::how).one_of("rights_channel"),
            field("words", &Request::words).sealed(Mark::note), field("due_on", &Request::due_on),
            field("first_due_on", &Request::first_due_on),
            field("state", &Request::state).one_of("rights_state"), field("late", &Request::late),
            field("extension_reason", &Request::extension_reason).one_of("rights_extension_reason"),
            field("told_on", &Request::told_on),
            field("outcome", &Request::outcome).one_of("rights_outcome"),
            field("refusal", &Request::refusal).one_of("rights_refusal"),
            field("answered_on", &Request::answered_on),
            field("answered_by_name", &Request::answered_by_name),
            field("answer_note", &Request::answer_note).sealed(Mark::note),
            field("approved_at", &Request::approved_at),
            field("approved_by_name", &Request::approved_by_name),
            field("carried_out_at", &Request::carried_out_at),
            field("carried_out_by_name", &Request::carried_out_by_name),
            field("recorded_by_name", &Request::recorded_by_name),
            field("recorded_at", &Request::recorded_at));
    }
};

struct Requests {
    static constexpr const char* title = "RightsRequests";

    std::vector<Request> items; // those due first, first
    int late = 0;

    static constexpr auto fields()
    {
        return std::tuple(field("items", &Requests::items).at_most(500),
                          field("late", &Requests::late));
    }
};

// How many rows of a part of the file.
struct HeldCount {
    static constexpr const char* title = "HeldCount";

    std::string section;
    int rows = 0;

    static constexpr auto fields()
    {
        return std::tuple(field("section", &HeldCount::section).one_of("rights_section"),
                          field("rows", &HeldCount::rows));
    }
};

// What an erasure would take, and what stands in its way.
struct ErasurePreview {
    static constexpr const char* title = "ErasurePreview";

    Id<Request> request;
    Id<people::Person> person;
    std::vector<HeldCount> held;
    std::vector<HeldCount> running; // that goes on: nothing is erased meanwhile
    bool granted = false;
    bool approved = false;
    bool erased = false;

    static constexpr auto fields()
    {
        return std::tuple(
            field("request", &ErasurePreview::request), field("person", &ErasurePreview::person),
            field("held", &ErasurePreview::held), field("running", &ErasurePreview::running),
            field("granted", &ErasurePreview::granted),
            field("approved", &ErasurePreview::approved), field("erased", &ErasurePreview::erased));
    }
};

// How long something is kept, as it holds in this city.
struct RetentionRule {
    static constexpr const char* title = "RetentionRule";

    std::string rule;
    int months = 0;
    int months_of_network = 0;
    std::string source;     // in the reader's language
    bool confirmed = false; // this city, or the network, has set it
    int due = 0;            // persons who fall under it today

    static constexpr auto fields()
    {
        return std::tuple(field("rule", &RetentionRule::rule).one_of("retention_rule"),
                          field("months", &RetentionRule::months),
                          field("months_of_network", &RetentionRule::months_of_network),
                          field("source", &RetentionRule::source),
                          field("confirmed", &RetentionRule::confirmed),
                          field("due", &RetentionRule::due));
    }
};

struct RetentionLine {
    static constexpr const char* title = "RetentionLine";

    Id<people::Person> person;
    people::Card person_card;
    std::string rule; // the one that keeps the person longest
    Date last_on;     // from which it runs
    Date kept_until;
    bool proposed = false; // an erasure has been started

    static constexpr auto fields()
    {
        return std::tuple(field("person", &RetentionLine::person),
                          field("person_card", &RetentionLine::person_card),
                          field("rule", &RetentionLine::rule).one_of("retention_rule"),
                          field("last_on", &RetentionLine::last_on),
                          field("kept_until", &RetentionLine::kept_until),
                          field("proposed", &RetentionLine::proposed));
    }
};

struct RetentionPreview {
    static constexpr const char* title = "RetentionPreview";

    std::vector<RetentionRule> rules;
    std::vector<RetentionLine> items; // longest over first; at most 200 of them
    int total = 0;

    static constexpr auto fields()
    {
        return std::tuple(field("rules", &RetentionPreview::rules),
                          field("items", &RetentionPreview::items).at_most(200),
                          field("total", &RetentionPreview::total));
    }
};

} // namespace rights
