// SPDX-License-Identifier: EUPL-1.2
// The only SQL of this module. What other modules hold is read and cleared through the holdings
// that they declare, by the names given there and no others.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/actor.h"
#include "core/holding.h"
#include "rights/rights.h"
#include "store/store.h"

namespace rights {

struct RequestRow {
    static constexpr const char* title = "RightsRequestRow";
    static constexpr const char* table = "rights_request";

    Id<Request> id;
    Id<people::Person> person;
    std::string kind;
    std::optional<std::string> rule;
    Date received_on;
    std::optional<std::string> how;
    std::optional<std::string> words;
    std::optional<Date> due_on;
    std::optional<Id<core::Account>> extended_by;
    std::optional<Date> extended_on;
    std::optional<std::string> extension_reason;
    std::optional<Date> told_on;
    std::optional<std::string> outcome;
    std::optional<std::string> refusal;
    std::optional<Date> answered_on;
    std::optional<Id<core::Account>> answered_by;
    std::optional<std::string> answer_note;
    std::optional<Id<core::Account>> approved_by;
    std::optional<Instant> approved_at;
    std::optional<Id<core::Account>> carried_out_by;
    std::optional<Instant> carried_out_at;
    Id<core::Account> recorded_by;
    Instant recorded_at;
    std::optional<Instant> cancelled_at;
    std::optional<Instant> reminded_at;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &RequestRow::id), field("person", &RequestRow::person),
            field("kind", &RequestRow::kind), field("rule", &RequestRow::rule),
            field("received_on", &RequestRow::received_on), field("how", &RequestRow::how),
            field("words", &RequestRow::words).sealed(Mark::note),
            field("due_on", &RequestRow::due_on), field("extended_by", &RequestRow::extended_by),
            field("extended_on", &RequestRow::extended_on),
            field("extension_reason", &RequestRow::extension_reason),
            field("told_on", &RequestRow::told_on), field("outcome", &RequestRow::outcome),
            field("refusal", &RequestRow::refusal), field("answered_on", &RequestRow::answered_on),
            field("answered_by", &RequestRow::answered_by),
            field("answer_note", &RequestRow::answer_note).sealed(Mark::note),
            field("approved_by", &RequestRow::approved_by),
            field("approved_at", &RequestRow::approved_at),
            field("carried_out_by", &RequestRow::carried_out_by),
            field("carried_out_at", &RequestRow::carried_out_at),
            field("recorded_by", &RequestRow::recorded_by),
            field("recorded_at", &RequestRow::recorded_at),
            field("cancelled_at", &RequestRow::cancelled_at),
            field("reminded_at", &RequestRow::reminded_at));
    }
};

struct TermRow {
    static constexpr const char* title = "RetentionTermRow";
    static constexpr const char* table = "rights_term";

    Id<TermRow> id; // made from the rule
    std::string rule;
    int months = 0;
    Id<core::Account> set_by;
    Instant set_at;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &TermRow::id), field("rule", &TermRow::rule),
                          field("months", &TermRow::months), field("set_by", &TermRow::set_by),
                          field("set_at", &TermRow::set_at));
    }
};

// ---- requests. Of who is guarded only for who sees them.

std::optional<RequestRow> find_request(store::Transaction& transaction, const core::Scope& scope,
                                       const Id<Request>& id);
// Without those that were cancelled: the open ones that are due first, or those last answered.
std::vector<RequestRow> list_rows(store::Transaction& transaction, const core::Scope& scope,
                                  bool answered, int limit);
// Newest first, cancelled ones among them.
std::vector<RequestRow> requests_of(store::Transaction& transaction,
                                    const Id<people::Person>& person);
// Open, due by that day, and nobody was told yet.
std::vector<RequestRow> untold_requests(store::Transaction& transaction, Date due_by);
// Erasures by a retention rule that were neither cancelled nor refused.
std::set<Id<people::Person>> proposed_persons(store::Transaction& transaction);

std::vector<TermRow> terms(store::Transaction& transaction);
void delete_term(store::Transaction& transaction, const std::string& rule);

// ---- what is held

using Holdings = std::vector<core::Holding>;

// The values stand in the order of the holding's fields, as texts: a number, a day, milliseconds,
// the JSON of a list. What was sealed is opened; nothing where nothing stands.
struct HeldRow {
    std::string id;
    std::vector<std::optional<std::string>> values;
};

// Of one record of a person, oldest first.
std::vector<HeldRow> held_rows(store::Transaction& transaction, const Holdings& all,
                               const core::Holding& holding, const Id<people::Person>& person);
std::vector<std::string> held_ids(store::Transaction& transaction, const Holdings& all,
                                  const core::Holding& holding, const Id<people::Person>& person);
// The rows with which something goes on.
int count_running(store::Transaction& transaction, const core::Holding& holding,
                  const Id<people::Person>& person);
// Empties every sealed column of a row; what must stand becomes an empty text.
void clear_sealed(store::Transaction& transaction, const core::Holding& holding,
                  const std::string& row);

// For retention: of each record the last day in a column (or, where it is empty, in another), and
// the records with which something goes on.
std::map<Id<people::Person>, Date> last_days(store::Transaction& transaction,
                                             const core::Holding& holding,
                                             const std::string& column,
                                             const std::string& otherwise);
std::set<Id<people::Person>> running_persons(store::Transaction& transaction,
                                             const core::Holding& holding);

} // namespace rights
