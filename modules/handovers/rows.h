// SPDX-License-Identifier: EUPL-1.2
// The only SQL of this module, and its rows.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/actor.h"
#include "handovers/handovers.h"
#include "store/store.h"

namespace handovers {

struct SentRow : Progress {
    static constexpr const char* title = "SentHandoverRow";
    static constexpr const char* table = "handovers_sent";

    Id<Sent> id;
    std::string kind = a_handover;
    Id<people::Person> person;
    Id<cases::Case> case_id;
    std::string to_city;
    std::vector<std::string> parts;
    std::string basis;
    Date notified_on;
    std::optional<std::string> area;
    std::optional<std::string> message;
    Id<core::Account> sent_by;
    std::string team;
    Instant sent_at;
    std::optional<Date> sent_on; // of what was sent before this was written down: none
    Date due_on;
    std::string state = "sent";
    std::optional<std::string> reason;
    std::optional<std::string> words;
    std::optional<std::string> answered_by_name;
    std::optional<Instant> answered_at;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &SentRow::id), field("kind", &SentRow::kind),
                       field("person", &SentRow::person), field("case_id", &SentRow::case_id),
                       field("to_city", &SentRow::to_city), field("parts", &SentRow::parts),
                       field("basis", &SentRow::basis), field("notified_on", &SentRow::notified_on),
                       field("area", &SentRow::area),
                       field("message", &SentRow::message).sealed(Mark::note),
                       field("sent_by", &SentRow::sent_by), field("team", &SentRow::team),
                       field("sent_at", &SentRow::sent_at), field("sent_on", &SentRow::sent_on),
                       field("due_on", &SentRow::due_on), field("state", &SentRow::state),
                       field("reason", &SentRow::reason),
                       field("words", &SentRow::words).sealed(Mark::note),
                       field("answered_by_name", &SentRow::answered_by_name),
                       field("answered_at", &SentRow::answered_at)),
            Progress::fields());
    }
};

struct ReceivedRow : Progress {
    static constexpr const char* title = "ReceivedHandoverRow";
    static constexpr const char* table = "handovers_received";

    Id<Received> id;
    std::string kind = a_handover;
    std::string from_city;
    std::string bundle; // JSON of a Bundle
    bool guarded = false;
    Date due_on;
    Instant arrived_at;
    std::string state = "sent";
    std::optional<Id<people::Person>> person;
    std::optional<Id<cases::Case>> case_id;
    std::optional<std::string> reason;
    std::optional<std::string> words;
    std::optional<Id<core::Account>> answered_by;
    std::optional<std::string> answered_by_name;
    std::optional<Instant> answered_at;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(
                field("id", &ReceivedRow::id), field("kind", &ReceivedRow::kind),
                field("from_city", &ReceivedRow::from_city),
                field("bundle", &ReceivedRow::bundle).sealed(Mark::identity),
                field("guarded", &ReceivedRow::guarded), field("due_on", &ReceivedRow::due_on),
                field("arrived_at", &ReceivedRow::arrived_at), field("state", &ReceivedRow::state),
                field("person", &ReceivedRow::person), field("case_id", &ReceivedRow::case_id),
                field("reason", &ReceivedRow::reason),
                field("words", &ReceivedRow::words).sealed(Mark::note),
                field("answered_by", &ReceivedRow::answered_by),
                field("answered_by_name", &ReceivedRow::answered_by_name),
                field("answered_at", &ReceivedRow::answered_at)),
            Progress::fields());
    }
};

struct Handover; // sent or received

// What somebody was told by e-mail, each once.
struct ReminderRow {
    static constexpr const char* title = "HandoverReminderRow";
    static constexpr const char* table = "handovers_reminder";

    Id<ReminderRow> id;
    Id<Handover> handover;
    std::string clock;
    Instant at;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &ReminderRow::id), field("handover", &ReminderRow::handover),
                          field("clock", &ReminderRow::clock), field("at", &ReminderRow::at));
    }
};

std::optional<SentRow> find_sent(store::Transaction& transaction, const Id<Sent>& id);
// Those of a scope, newest first.
std::vector<SentRow> list_sent_rows(store::Transaction& transaction, const core::Scope& scope,
                                    int limit);
// Whether that city is asked for the same already, and has not told how it ended.
bool has_open_referral(store::Transaction& transaction, const Id<cases::Case>& id,
                       const std::string& city, const std::string& area);
// Referrals that wait for an answer or an outcome, or were refused; oldest first.
std::vector<SentRow> waiting_sent(store::Transaction& transaction, int limit);
std::optional<ReceivedRow> find_received(store::Transaction& transaction, const Id<Received>& id);
// As far as their reader may know of them.
std::optional<ReceivedRow> find_received(store::Transaction& transaction, bool sees_guarded,
                                         const Id<Received>& id);
std::vector<ReceivedRow> list_received_rows(store::Transaction& transaction, bool sees_guarded,
                                            int limit);
// Referrals that wait for an answer or an outcome, oldest first.
std::vector<ReceivedRow> waiting_received(store::Transaction& transaction, int limit);

bool was_reminded(store::Transaction& transaction, const Id<Handover>& id,
                  const std::string& clock);

} // namespace handovers
