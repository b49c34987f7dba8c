// SPDX-License-Identifier: EUPL-1.2
// Handing a person over to another city of the network (passaggio fra città): chosen parts of the
// file go to that city and to nobody else. The city of departure seals them into a box that only
// the receiving city can open; the network's store carries it and cannot read it; the receiving
// city accepts or refuses within a clock. On acceptance the person exists there, with what was sent
// and where it came from, the charge changes hands, and both journals say so.
//
// A referral to another city (invio a un'altra città) goes the same way and leaves the charge where
// it is: a service there is asked for something, no case is opened, and that city tells how it
// ended.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/field.h"
#include "cases/cases.h"
#include "core/context.h"
#include "core/module.h"
#include "core/samples.h"
#include "people/people.h"
#include "referrals/referrals.h"

namespace handovers {

core::Module module();

struct Sent;
struct Received;

// Codes of clock: within how many days the receiving city answers; within how many of its yes it
// says how a referral ended; for how many an outcome can be taken back.
inline constexpr auto clock_of_answer = "HAND_OVER_ANSWER";
inline constexpr auto clock_of_outcome = "HAND_OVER_OUTCOME";
inline constexpr auto clock_of_taking_back = "HAND_OVER_TAKE_BACK";

// Codes of handover_kind.
inline constexpr auto a_handover = "handover";
inline constexpr auto a_referral = "referral";

// ---- what is in the box

struct DoneThere {
    static constexpr const char* title = "DoneThere";

    std::string code;
    Date on;
    std::optional<std::string> note;

    static constexpr auto fields()
    {
        return std::tuple(field("code", &DoneThere::code).one_of("intervention"),
                          field("on", &DoneThere::on),
                          field("note", &DoneThere::note).up_to(4000).sealed(Mark::note));
    }
};

struct GoalThere {
    static constexpr const char* title = "GoalThere";

    std::string area;
    std::string words;
    Date due_on;
    std::optional<std::string> outcome;

    static constexpr auto fields()
    {
        return std::tuple(field("area", &GoalThere::area).one_of("referral_area"),
                          field("words", &GoalThere::words).up_to(500).sealed(Mark::note),
                          field("due_on", &GoalThere::due_on),
                          field("outcome", &GoalThere::outcome).one_of("goal_outcome"));
    }
};

// Of a referral: what a service there is asked for. The message says it in words.
struct Asked {
    static constexpr const char* title = "AskedOfAnotherCity";

    std::string area;

    static constexpr auto fields()
    {
        return std::tuple(field("area", &Asked::area).one_of("referral_area"));
    }
};

struct Bundle : people::PersonDetails {
    static constexpr const char* title = "HandoverBundle";

    std::string number; // of the person, there
    std::vector<people::Identifier> identifiers;
    std::string kind;
    Date opened_on;
    std::vector<std::string> needs;
    std::optional<std::string> reason_note;
    std::vector<DoneThere> interventions;
    std::optional<std::string> own_words;
    std::vector<GoalThere> goals;
    std::vector<std::string> parts;
    std::string basis;
    Date notified_on;
    std::optional<std::string> message;
    std::optional<bool> guarded; // in the care of the équipe for minors, and so only its to read
    std::string sender;          // "Teresa Colli, Comune di Milano": whom to call
    // A referral, then: a program that does not know of it cannot read the box, and so takes nobody
    // over by mistake.
    std::optional<Asked> asked;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            people::PersonDetails::fields(),
            std::tuple(field("number", &Bundle::number),
                       field("identifiers", &Bundle::identifiers).at_most(20),
                       field("kind", &Bundle::kind).one_of("case_kind"),
                       field("opened_on", &Bundle::opened_on),
                       field("needs", &Bundle::needs).one_of("referral_area").sealed(Mark::health),
                       field("reason_note", &Bundle::reason_note).up_to(4000).sealed(Mark::note),
                       field("interventions", &Bundle::interventions).at_most(2000),
                       field("own_words", &Bundle::own_words).up_to(2000).sealed(Mark::note),
                       field("goals", &Bundle::goals).at_most(200),
                       field("parts", &Bundle::parts).one_of("handover_part"),
                       field("basis", &Bundle::basis).one_of("handover_basis"),
                       field("notified_on", &Bundle::notified_on),
                       field("message", &Bundle::message).up_to(2000).sealed(Mark::note),
                       field("guarded", &Bundle::guarded), field("sender", &Bundle::sender),
                       field("asked", &Bundle::asked)));
    }
};

// How far a referral has come in the receiving city, and how it ended: the whole of it is told each
// time, so that the last word that arrives is enough.
struct Progress {
    static constexpr const char* title = "ProgressInAnotherCity";

    std::optional<Date> seen_on;
    std::optional<std::string> went; // attended, not_attended
    std::optional<Date> went_on;
    std::optional<Date> outcome_due_on;
    std::optional<std::string> outcome;
    std::optional<Date> outcome_on;
    std::optional<std::string> outcome_words;
    std::optional<std::string> told_by_name; // who said the last of it

    static constexpr auto fields()
    {
        return std::tuple(
            field("seen_on", &Progress::seen_on),
            field("went", &Progress::went).one_of("referral_step"),
            field("went_on", &Progress::went_on),
            field("outcome_due_on", &Progress::outcome_due_on),
            field("outcome", &Progress::outcome).one_of("referral_outcome"),
            field("outcome_on", &Progress::outcome_on),
            field("outcome_words", &Progress::outcome_words).up_to(1000).sealed(Mark::note),
            field("told_by_name", &Progress::told_by_name));
    }
};

// ---- answers

struct Sent : Progress {
    static constexpr const char* title = "SentHandover";

    Id<Sent> id;
    std::string kind;
    Id<people::Person> person;
    people::Card person_card;
    Id<cases::Case> case_id;
    std::string to_city;
    std::vector<std::string> parts;
    std::string basis;
    Date notified_on;
    std::optional<std::string> area;
    std::optional<std::string> message;
    std::string state;
    std::string clock;
    bool late = false;
    Date due_on; // of what it waits for
    Instant sent_at;
    std::string sent_by_name;
    std::optional<std::string> reason;
    std::optional<std::string> words;
    std::optional<std::string> answered_by_name;
    std::optional<Instant> answered_at;
    std::vector<referrals::NextStep> next; // of a referral

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(
                field("id", &Sent::id), field("kind", &Sent::kind).one_of("handover_kind"),
                field("person", &Sent::person), field("person_card", &Sent::person_card),
                field("case", &Sent::case_id), field("to_city", &Sent::to_city).one_of("city"),
                field("parts", &Sent::parts).one_of("handover_part"),
                field("basis", &Sent::basis).one_of("handover_basis"),
                field("notified_on", &Sent::notified_on),
                field("area", &Sent::area).one_of("referral_area"),
                field("message", &Sent::message).sealed(Mark::note),
                field("state", &Sent::state).one_of("handover_state"),
                field("clock", &Sent::clock).one_of("referral_clock"), field("late", &Sent::late),
                field("due_on", &Sent::due_on), field("sent_at", &Sent::sent_at),
                field("sent_by_name", &Sent::sent_by_name),
                field("reason", &Sent::reason).one_of("handover_refusal"),
                field("words", &Sent::words).sealed(Mark::note),
                field("answered_by_name", &Sent::answered_by_name),
                field("answered_at", &Sent::answered_at), field("next", &Sent::next).at_most(20)),
            Progress::fields());
    }
};

struct SentList {
    static constexpr const char* title = "SentHandovers";
    std::vector<Sent> items; // newest first
    static constexpr auto fields()
    {
        return std::tuple(field("items", &SentList::items).at_most(500));
    }
};

struct Received : Progress {
    static constexpr const char* title = "ReceivedHandover";

    Id<Received> id;
    std::string kind;
    std::string from_city;
    std::string state;
    std::string clock;
    bool late = false;
    Date due_on; // of what it waits for
    Instant arrived_at;
    std::optional<Id<people::Person>> person; // here, once accepted
    std::optional<Id<cases::Case>> case_id;   // of a referral there is none
    std::optional<std::string> reason;
    std::optional<std::string> words;
    std::optional<std::string> answered_by_name;
    std::optional<Instant> answered_at;
    std::vector<referrals::NextStep> next; // of a referral
    Bundle bundle;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(
                field("id", &Received::id), field("kind", &Received::kind).one_of("handover_kind"),
                field("from_city", &Received::from_city).one_of("city"),
                field("state", &Received::state).one_of("handover_state"),
                field("clock", &Received::clock).one_of("referral_clock"),
                field("late", &Received::late), field("due_on", &Received::due_on),
                field("arrived_at", &Received::arrived_at), field("person", &Received::person),
                field("case", &Received::case_id),
                field("reason", &Received::reason).one_of("handover_refusal"),
                field("words", &Received::words).sealed(Mark::note),
                field("answered_by_name", &Received::answered_by_name),
                field("answered_at", &Received::answered_at),
                field("next", &Received::next).at_most(20), field("bundle", &Received::bundle)),
            Progress::fields());
    }
};

struct ReceivedList {
    static constexpr const char* title = "ReceivedHandovers";
    std::vector<Received> items; // what waits first, then newest first
    static constexpr auto fields()
    {
        return std::tuple(field("items", &ReceivedList::items).at_most(500));
    }
};

} // namespace handovers
