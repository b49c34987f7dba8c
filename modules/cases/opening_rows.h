// SPDX-License-Identifier: EUPL-1.2
// Rows of who reads a case that is not theirs; their SQL stands in rows.cpp.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cases/openings.h"
#include "core/actor.h"
#include "store/store.h"

namespace cases {

struct AccessRequestRow {
    static constexpr const char* title = "AccessRequestRow";
    static constexpr const char* table = "cases_access_request";

    Id<AccessRequest> id;
    Id<Case> case_id;
    std::string reason;
    Id<core::Account> asked_by;
    Instant asked_at;
    std::string state;
    std::optional<std::string> answer;
    std::optional<Id<core::Account>> answered_by;
    std::optional<Instant> answered_at;
    std::optional<Instant> ends_at;
    std::optional<Instant> ended_at;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &AccessRequestRow::id),
                          field("case_id", &AccessRequestRow::case_id),
                          field("reason", &AccessRequestRow::reason).sealed(Mark::note),
                          field("asked_by", &AccessRequestRow::asked_by),
                          field("asked_at", &AccessRequestRow::asked_at),
                          field("state", &AccessRequestRow::state),
                          field("answer", &AccessRequestRow::answer).sealed(Mark::note),
                          field("answered_by", &AccessRequestRow::answered_by),
                          field("answered_at", &AccessRequestRow::answered_at),
                          field("ends_at", &AccessRequestRow::ends_at),
                          field("ended_at", &AccessRequestRow::ended_at));
    }
};

// With the person and the worker of its case.
struct AccessRequestOfCase : AccessRequestRow {
    Id<people::Person> person;
    Id<core::Account> worker;

    static constexpr auto fields()
    {
        return std::tuple_cat(AccessRequestRow::fields(),
                              std::tuple(field("person", &AccessRequestOfCase::person),
                                         field("worker", &AccessRequestOfCase::worker)));
    }
};

struct EmergencyRow {
    static constexpr const char* title = "EmergencyRow";
    static constexpr const char* table = "cases_emergency_access";

    Id<EmergencyAccess> id;
    Id<Case> case_id;
    Id<core::Account> opened_by;
    Instant opened_at;
    Instant ends_at;
    std::optional<Instant> closed_at;
    std::string reason; // it may say that somebody is ill: sealed
    std::string words;
    std::optional<std::string> judgement;
    std::optional<std::string> judgement_note;
    std::optional<Id<core::Account>> judged_by;
    std::optional<Instant> judged_at;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &EmergencyRow::id), field("case_id", &EmergencyRow::case_id),
                          field("opened_by", &EmergencyRow::opened_by),
                          field("opened_at", &EmergencyRow::opened_at),
                          field("ends_at", &EmergencyRow::ends_at),
                          field("closed_at", &EmergencyRow::closed_at),
                          field("reason", &EmergencyRow::reason).sealed(Mark::health),
                          field("words", &EmergencyRow::words).sealed(Mark::note),
                          field("judgement", &EmergencyRow::judgement),
                          field("judgement_note", &EmergencyRow::judgement_note).sealed(Mark::note),
                          field("judged_by", &EmergencyRow::judged_by),
                          field("judged_at", &EmergencyRow::judged_at));
    }
};

// With the person of its case.
struct EmergencyOfPerson : EmergencyRow {
    Id<people::Person> person;

    static constexpr auto fields()
    {
        return std::tuple_cat(EmergencyRow::fields(),
                              std::tuple(field("person", &EmergencyOfPerson::person)));
    }
};

// The one that lasts longest of those through which an account reads a case at that instant.
std::optional<Opening> find_opening(store::Transaction& transaction, const Id<Case>& id,
                                    const Id<core::Account>& reader, Instant now);
std::optional<AccessRequestRow> find_request(store::Transaction& transaction,
                                             const Id<AccessRequest>& id);
// Of this account for this case, those withdrawn left out.
std::optional<AccessRequestRow> find_latest_request(store::Transaction& transaction,
                                                    const Id<Case>& id,
                                                    const Id<core::Account>& asker);
// "over" once what was granted has ended by itself.
std::string state_of(const AccessRequestRow& row, Instant now);
// Those that the account made or, being one that `answers`, may answer. Those that wait come first,
// then the newest.
std::vector<AccessRequestOfCase> list_requests(store::Transaction& transaction,
                                               const core::Scope& scope, bool answers);
int count_requests(store::Transaction& transaction, const core::Scope& scope);

// Newest first.
std::vector<EmergencyRow> emergencies_of(store::Transaction& transaction, const Id<Case>& id);
std::optional<EmergencyOfPerson> find_emergency(store::Transaction& transaction,
                                                const core::Scope& scope,
                                                const Id<EmergencyAccess>& id);
// Those that nobody has judged first, then the newest.
std::vector<EmergencyOfPerson> list_emergencies(store::Transaction& transaction,
                                                const core::Scope& scope);

} // namespace cases
