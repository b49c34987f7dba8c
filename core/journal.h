// SPDX-License-Identifier: EUPL-1.2
// Who did or read what, when and why: one append-only table per store, written by core and never by
// a module. Each line carries the hash of the line before, keyed with the store's key: a line that
// is changed, removed or put in between breaks the chain. What goes up with each statement (the
// head of the chain) shows a cut at the end.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/actor.h"
#include "store/store.h"

namespace core {

struct JournalLine {
    Instant at;
    std::string actor;   // id of the account, or "guest", "system"
    std::string act;     // "people.get_person"
    std::string thing;   // id, may be empty
    std::string person;  // id of the person concerned, may be empty
    std::string purpose; // code of access_purpose, may be empty
    std::string outcome; // "done", or the code of the problem: "core.not_found"
};

void append_to_journal(store::Transaction& transaction, const JournalLine& line);

// What the program does by itself: as whom, and the line that says so.
Actor system_of(const std::string& store);
void note_by_itself(store::Transaction& transaction, const std::string& act, const Uuid& thing,
                    Instant now);

// What the data-protection officer looks for; a text that is empty asks for any.
struct JournalFilter {
    Instant from;
    Instant to; // not included
    std::string act;
    std::string actor;
    std::string person;
    std::int64_t before = 0; // lines with a smaller sequence
};

struct ListedLine {
    std::int64_t sequence = 0;
    JournalLine line;
};

// Newest first.
std::vector<ListedLine> list_journal(store::Transaction& transaction, const JournalFilter& filter,
                                     int limit);

struct JournalHead {
    std::int64_t sequence = 0;
    std::string hash;
};

JournalHead head_of_journal(store::Transaction& transaction);

struct JournalCheck {
    std::int64_t lines = 0;
    // Empty when the chain holds; else the first line where it does not, and why ("altered",
    // "missing", "cut": fewer lines than `known` says, "replaced": another line than `known` says).
    std::string fault;
    std::int64_t fault_at = 0;
    JournalHead head;
};

// Follows the chain from its first line; `known` is a head that was written down elsewhere.
JournalCheck verify_journal(store::Transaction& transaction,
                            const std::optional<JournalHead>& known = std::nullopt);

} // namespace core
