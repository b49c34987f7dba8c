// SPDX-License-Identifier: EUPL-1.2
// Sending a person to a service (invio), going there together (accompagnamento), handing a case
// over (passaggio di competenza): until somebody knows how it ended. Each referral waits for
// something by a certain hour, and nothing ends without a coded outcome.
//
// A service without an account answers through a link that is its own: from an e-mail, from a slip
// that the person carries, or by the code read over the telephone. The link shows as little as the
// service needs, and ends with the referral.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/field.h"
#include "cases/cases.h"
#include "core/context.h"
#include "core/module.h"
#include "core/samples.h"
#include "directory/directory.h"
#include "people/people.h"

namespace referrals {

core::Module module();

struct Referral;
struct Step;
struct Ticket; // made up at random by who sends: the code of the link follows from it

// What is said of a referral by who makes it.
struct ReferralDetails {
    std::string area;
    std::string mode;
    std::string district;
    std::optional<std::string> language;
    std::optional<bool> interpreter;
    std::optional<Instant> appointment_at;
    std::optional<std::string> told_name;
    std::optional<std::string> message;
    std::optional<std::string> note;

    static constexpr auto fields()
    {
        return std::tuple(
            field("area", &ReferralDetails::area).one_of("referral_area").sample(R"("HEALTH")"),
            field("mode", &ReferralDetails::mode).one_of("referral_mode").sample(R"("WARM")"),
            field("district", &ReferralDetails::district)
                .one_of("district")
                .says("Where the person is.")
                .sample(R"("RM-I")"),
            field("language", &ReferralDetails::language)
                .one_of("language")
                .says("In which the person can be talked to.")
                .sample(R"("fr")"),
            field("interpreter", &ReferralDetails::interpreter).says("One is needed there."),
            field("appointment_at", &ReferralDetails::appointment_at),
            field("told_name", &ReferralDetails::told_name)
                .up_to(100)
                .sealed(Mark::identity)
                .says("The name that the service is told; left out, it is told none.")
                .sample(R"("Amina")"),
            field("message", &ReferralDetails::message)
                .up_to(1000)
                .sealed(Mark::note)
                .says("What the service is told: no more than it needs.")
                .sample(R"("Tosse da tre settimane")"),
            field("note", &ReferralDetails::note)
                .up_to(2000)
                .sealed(Mark::note)
                .says("For the own team; the service does not see it."));
    }
};

// Something that happened to a referral. The last one that was not undone says how it stands.
struct ReferralStep {
    static constexpr const char* title = "ReferralStep";

    Id<Step> id;
    std::string what;
    Instant at;
    Date on;
    std::optional<std::string> outcome;
    std::optional<Date> until; // of a waiting list
    std::optional<std::string> words;
    std::string by_name;   // of who works here; of the service, what it said
    bool by_link = false;  // the service itself, without an account
    bool may_undo = false; // by who asks

    static constexpr auto fields()
    {
        return std::tuple(field("id", &ReferralStep::id),
                          field("what", &ReferralStep::what).one_of("referral_step"),
                          field("at", &ReferralStep::at), field("on", &ReferralStep::on),
                          field("outcome", &ReferralStep::outcome).one_of("referral_outcome"),
                          field("until", &ReferralStep::until),
                          field("words", &ReferralStep::words).sealed(Mark::note),
                          field("by_name", &ReferralStep::by_name),
                          field("by_link", &ReferralStep::by_link),
                          field("may_undo", &ReferralStep::may_undo));
    }
};

// A step that may be taken now, and the outcomes that fit it; none where it needs none.
struct NextStep {
    static constexpr const char* title = "ReferralNextStep";

    std::string what;
    std::vector<std::string> outcomes;

    static constexpr auto fields()
    {
        return std::tuple(field("what", &NextStep::what).one_of("referral_step"),
                          field("outcomes", &NextStep::outcomes).one_of("referral_outcome"));
    }
};

// A line of a list: what is needed to see which one to take up next.
struct ReferralLine {
    static constexpr const char* title = "ReferralLine";

    Id<Referral> id;
    Id<people::Person> person;
    people::Card person_card;
    std::optional<Id<cases::Case>> case_id;
    Id<directory::Service> service;
    std::string service_name;
    std::string area;
    std::string mode;
    std::string state;
    std::string clock;
    std::optional<Instant> due_at;
    std::optional<std::string> outcome;
    Instant sent_at;
    Id<core::Account> sent_by;
    std::string sent_by_name;
    std::string team;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &ReferralLine::id), field("person", &ReferralLine::person),
            field("person_card", &ReferralLine::person_card), field("case", &ReferralLine::case_id),
            field("service", &ReferralLine::service),
            field("service_name", &ReferralLine::service_name),
            field("area", &ReferralLine::area).one_of("referral_area"),
            field("mode", &ReferralLine::mode).one_of("referral_mode"),
            field("state", &ReferralLine::state).one_of("referral_state"),
            field("clock", &ReferralLine::clock).one_of("referral_clock"),
            field("due_at", &ReferralLine::due_at),
            field("outcome", &ReferralLine::outcome).one_of("referral_outcome"),
            field("sent_at", &ReferralLine::sent_at), field("sent_by", &ReferralLine::sent_by),
            field("sent_by_name", &ReferralLine::sent_by_name), field("team", &ReferralLine::team));
    }
};

struct Referral : ReferralDetails {
    static constexpr const char* title = "Referral";

    Id<Referral> id;
    Id<people::Person> person;
    people::Card person_card;
    std::optional<Id<cases::Case>> case_id;
    Id<directory::Service> service;
    std::string service_name;
    std::optional<std::string> service_phone;
    std::optional<std::string> service_email;
    std::string state;
    std::string clock;
    std::optional<Instant> due_at;
    std::optional<std::string> outcome;
    Instant sent_at;
    std::string sent_by_name;
    std::string team;
    std::string code;                // "4821 0937 5516 7302"
    std::optional<Date> link_until;  // none: the link has ended
    std::vector<ReferralStep> steps; // oldest first; those undone are not among them
    std::vector<NextStep> next;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &Referral::id), field("person", &Referral::person),
                       field("person_card", &Referral::person_card),
                       field("case", &Referral::case_id), field("service", &Referral::service),
                       field("service_name", &Referral::service_name),
                       field("service_phone", &Referral::service_phone),
                       field("service_email", &Referral::service_email)),
            ReferralDetails::fields(),
            std::tuple(field("state", &Referral::state).one_of("referral_state"),
                       field("clock", &Referral::clock).one_of("referral_clock"),
                       field("due_at", &Referral::due_at),
                       field("outcome", &Referral::outcome).one_of("referral_outcome"),
                       field("sent_at", &Referral::sent_at),
                       field("sent_by_name", &Referral::sent_by_name),
                       field("team", &Referral::team),
                       field("code", &Referral::code)
                           .secret()
                           .says("Of the link: who has it answers for the service."),
                       field("link_until", &Referral::link_until),
                       field("steps", &Referral::steps).at_most(200),
                       field("next", &Referral::next).at_most(20)));
    }
};

struct Referrals {
    static constexpr const char* title = "Referrals";

    std::vector<ReferralLine> items;
    int late = 0; // of all that the asker sees

    static constexpr auto fields()
    {
        return std::tuple(field("items", &Referrals::items).at_most(500),
                          field("late", &Referrals::late));
    }
};

// A code of the answer in the words of the reader, who has no vocabularies.
struct CodeInWords {
    static constexpr const char* title = "CodeInWords";

    std::string code;
    std::string words;

    static constexpr auto fields()
    {
        return std::tuple(field("code", &CodeInWords::code), field("words", &CodeInWords::words));
    }
};

// What the link shows to the service.
struct LinkedReferral {
    static constexpr const char* title = "LinkedReferral";

    std::string city;
    std::string service_name;
    std::string mode;
    std::string area;
    std::string state;
    std::optional<std::string> told_name;
    std::optional<std::string> language;
    bool interpreter = false;
    std::optional<Instant> appointment_at;
    std::optional<std::string> message;
    Date sent_on;
    std::string sender; // whom to call: name, body, team
    std::optional<std::string> outcome;
    std::optional<Date> link_until;
    std::vector<NextStep> next;
    std::vector<CodeInWords> words;

    static constexpr auto fields()
    {
        return std::tuple(field("city", &LinkedReferral::city),
                          field("service_name", &LinkedReferral::service_name),
                          field("mode", &LinkedReferral::mode).one_of("referral_mode"),
                          field("area", &LinkedReferral::area).one_of("referral_area"),
                          field("state", &LinkedReferral::state).one_of("referral_state"),
                          field("told_name", &LinkedReferral::told_name).sealed(Mark::identity),
                          field("language", &LinkedReferral::language).one_of("language"),
                          field("interpreter", &LinkedReferral::interpreter),
                          field("appointment_at", &LinkedReferral::appointment_at),
                          field("message", &LinkedReferral::message).sealed(Mark::note),
                          field("sent_on", &LinkedReferral::sent_on),
                          field("sender", &LinkedReferral::sender),
                          field("outcome", &LinkedReferral::outcome).one_of("referral_outcome"),
                          field("link_until", &LinkedReferral::link_until),
                          field("next", &LinkedReferral::next).at_most(20),
                          field("words", &LinkedReferral::words).at_most(100));
    }
};

} // namespace referrals
