// SPDX-License-Identifier: EUPL-1.2
// The only SQL of this module, and its rows: those of a city, and those of the network's store.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/actor.h"
#include "handovers/handovers.h"
#include "store/store.h"

namespace handovers {

// ---- in a city

struct SentRow {
    static constexpr const char* title = "SentHandoverRow";
    static constexpr const char* table = "handovers_sent";

    Id<Sent> id;
    Id<people::Person> person;
    Id<cases::Case> case_id;
    std::string to_city;
    std::vector<std::string> parts;
    std::string basis;
    Date notified_on;
    std::optional<std::string> message;
    Id<core::Account> sent_by;
    std::string team;
    Instant sent_at;
    Date due_on;
    std::optional<std::string> box; // until it has left
    std::string state = "sent";
    std::optional<std::string> told_state;
    std::optional<std::string> reason;
    std::optional<std::string> words;
    std::optional<std::string> answered_by_name;
    std::optional<Instant> answered_at;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &SentRow::id), field("person", &SentRow::person),
                          field("case_id", &SentRow::case_id), field("to_city", &SentRow::to_city),
                          field("parts", &SentRow::parts), field("basis", &SentRow::basis),
                          field("notified_on", &SentRow::notified_on),
                          field("message", &SentRow::message).sealed(Mark::note),
                          field("sent_by", &SentRow::sent_by), field("team", &SentRow::team),
                          field("sent_at", &SentRow::sent_at), field("due_on", &SentRow::due_on),
                          field("box", &SentRow::box), field("state", &SentRow::state),
                          field("told_state", &SentRow::told_state),
                          field("reason", &SentRow::reason),
                          field("words", &SentRow::words).sealed(Mark::note),
                          field("answered_by_name", &SentRow::answered_by_name),
                          field("answered_at", &SentRow::answered_at));
    }
};

struct ReceivedRow {
    static constexpr const char* title = "ReceivedHandoverRow";
    static constexpr const char* table = "handovers_received";

    Id<Received> id;
    std::string from_city;
    std::string bundle; // JSON of a Bundle
    bool guarded = false;
    Date due_on;
    Instant arrived_at;
    std::string state = "sent";
    std::optional<std::string> told_state;
    std::optional<Id<people::Person>> person;
    std::optional<Id<cases::Case>> case_id;
    std::optional<std::string> reason;
    std::optional<std::string> words;
    std::optional<Id<core::Account>> answered_by;
    std::optional<std::string> answered_by_name;
    std::optional<Instant> answered_at;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &ReceivedRow::id), field("from_city", &ReceivedRow::from_city),
            field("bundle", &ReceivedRow::bundle).sealed(Mark::identity),
            field("guarded", &ReceivedRow::guarded), field("due_on", &ReceivedRow::due_on),
            field("arrived_at", &ReceivedRow::arrived_at), field("state", &ReceivedRow::state),
            field("told_state", &ReceivedRow::told_state), field("person", &ReceivedRow::person),
            field("case_id", &ReceivedRow::case_id), field("reason", &ReceivedRow::reason),
            field("words", &ReceivedRow::words).sealed(Mark::note),
            field("answered_by", &ReceivedRow::answered_by),
            field("answered_by_name", &ReceivedRow::answered_by_name),
            field("answered_at", &ReceivedRow::answered_at));
    }
};

std::optional<SentRow> find_sent(store::Transaction& transaction, const Id<Sent>& id);
// Those of a scope, newest first.
std::vector<SentRow> list_sent_rows(store::Transaction& transaction, const core::Scope& scope,
                                    int limit);
std::vector<SentRow> untold_sent(store::Transaction& transaction);
std::optional<ReceivedRow> find_received(store::Transaction& transaction, const Id<Received>& id);
// As far as their reader may know of them.
std::optional<ReceivedRow> find_received(store::Transaction& transaction, bool sees_guarded,
                                         const Id<Received>& id);
std::vector<ReceivedRow> list_received_rows(store::Transaction& transaction, bool sees_guarded,
                                            int limit);
std::vector<ReceivedRow> untold_received(store::Transaction& transaction);

// ---- in the network's store

struct KeyRow {
    static constexpr const char* title = "HandoverKeyRow";
    static constexpr const char* table = "handovers_key";

    Id<KeyRow> id; // made from the city's name
    std::string city;
    std::string public_key;
    Instant announced_at;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &KeyRow::id), field("city", &KeyRow::city),
                          field("public_key", &KeyRow::public_key),
                          field("announced_at", &KeyRow::announced_at));
    }
};

struct ParcelRow {
    static constexpr const char* title = "HandoverParcelRow";
    static constexpr const char* table = "handovers_parcel";

    Id<ParcelRow> id; // of the hand-over, in both cities
    std::string from_city;
    std::string to_city;
    Date due_on;
    std::string box;
    std::string state = "sent";
    std::optional<std::string> answer_box;
    Instant sent_at;
    std::optional<Instant> answered_at;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &ParcelRow::id), field("from_city", &ParcelRow::from_city),
            field("to_city", &ParcelRow::to_city), field("due_on", &ParcelRow::due_on),
            field("box", &ParcelRow::box), field("state", &ParcelRow::state),
            field("answer_box", &ParcelRow::answer_box), field("sent_at", &ParcelRow::sent_at),
            field("answered_at", &ParcelRow::answered_at));
    }
};

std::optional<KeyRow> find_key(store::Transaction& network, const std::string& city);
std::optional<ParcelRow> find_parcel(store::Transaction& network, const Id<ParcelRow>& id);
// Not yet answered, or withdrawn: for the receiving city.
std::vector<ParcelRow> parcels_to(store::Transaction& network, const std::string& city);
// Answered: for the sending city.
std::vector<ParcelRow> parcels_from(store::Transaction& network, const std::string& city);

} // namespace handovers
