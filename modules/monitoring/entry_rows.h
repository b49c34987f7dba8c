// SPDX-License-Identifier: EUPL-1.2
// The SQL of what the network and its cities write to each other.
#pragma once

#include "monitoring/entry.h"
#include "store/store.h"

namespace monitoring {

void insert_entry(store::Transaction& transaction, const Entry& entry);
void note_delivered(store::Transaction& transaction, const Id<Entry>& id, Instant at);

std::optional<Entry> find_entry(store::Transaction& transaction, const Id<Entry>& id);
// Of one city's return for a period; unsorted, with what was taken back.
std::vector<Entry> entries_of(store::Transaction& transaction, const std::string& city,
                              const std::string& period);
// Of every city for a period.
std::vector<Entry> entries_of_period(store::Transaction& transaction, const std::string& period);
// Of all periods, newest first; empty texts choose nothing.
std::vector<Entry> questions_of(store::Transaction& transaction, const std::string& city,
                                const std::string& period, int limit);
// On the network's store: statements that no check has looked at, and the note that one has.
std::vector<StatementCard> unchecked_statements(store::Transaction& network, int limit);
void note_checked(store::Transaction& network, const Id<Statement>& id, Instant at, int findings);

// The newest versions of a city's statements for the periods before one, the newest period first.
std::vector<StatementCard> statements_before(store::Transaction& transaction,
                                             const std::string& city, const std::string& period,
                                             int limit);

} // namespace monitoring
