// SPDX-License-Identifier: EUPL-1.2
#include "core/journal.h"

#include "core/rows.h"
#include "store/seal.h"

namespace core {

namespace {

// Every part with its length before it, so that no two lines are written the same.
std::string chained_text(const JournalRow& row)
{
    std::string text;
    const auto add = [&](std::string_view part) {
        text += std::to_string(part.size()) + ':';
        text += part;
    };
    add(std::to_string(row.sequence));
    add(std::to_string(row.line.at.milliseconds));
    for (const auto* part : {&row.line.actor, &row.line.act, &row.line.thing, &row.line.person,
                             &row.line.purpose, &row.line.outcome, &row.previous})
        add(*part);
    return text;
}

std::string hash_of(const store::Seal& seal, const JournalRow& row)
{
    return seal.mark("journal", chained_text(row));
}

} // namespace

void append_to_journal(store::Transaction& transaction, const JournalLine& line)
{
    const auto* known = transaction.remembered().find<JournalHead>();
    const auto head = known ? *known : find_journal_head(transaction);
    JournalRow row{head.sequence + 1, line, head.hash, ""};
    row.hash = hash_of(transaction.seal(), row);
    insert_journal_row(transaction, row);
    transaction.remembered().put(JournalHead{row.sequence, row.hash});
}

Actor system_of(const std::string& store)
{
    Actor actor;
    actor.store = store;
    actor.login = "system@" + store;
    return actor;
}

void note_by_itself(store::Transaction& transaction, const std::string& act, const Uuid& thing,
                    Instant now)
{
    JournalLine line;
    line.at = now;
    line.actor = "system";
    line.act = act;
    line.thing = to_string(thing);
    line.outcome = "done";
    append_to_journal(transaction, line);
}

JournalHead head_of_journal(store::Transaction& transaction)
{
    return find_journal_head(transaction);
}

JournalCheck verify_journal(store::Transaction& transaction,
                            const std::optional<JournalHead>& known)
{
    JournalCheck check;
    const auto fail = [&](std::int64_t at, const char* fault) {
        if (check.fault.empty()) {
            check.fault = fault;
            check.fault_at = at;
        }
    };
    each_journal_row(transaction, [&](const JournalRow& row) {
        ++check.lines;
        if (row.sequence != check.head.sequence + 1)
            fail(check.head.sequence + 1, "missing");
        else if (row.previous != check.head.hash || row.hash != hash_of(transaction.seal(), row))
            fail(row.sequence, "altered");
        if (known && known->sequence == row.sequence && known->hash != row.hash)
            fail(row.sequence, "replaced");
        check.head = {row.sequence, row.hash};
    });
    if (known && known->sequence > check.head.sequence)
        fail(check.head.sequence + 1, "cut");
    return check;
}

} // namespace core
