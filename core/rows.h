// SPDX-License-Identifier: EUPL-1.2
// The only SQL of core: the journal, the receipts, the mail.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "core/journal.h"
#include "core/mail.h"
#include "store/store.h"

namespace core {

struct JournalRow {
    std::int64_t sequence = 0;
    JournalLine line;
    std::string previous;
    std::string hash;
};

JournalHead find_journal_head(store::Transaction& transaction);
void insert_journal_row(store::Transaction& transaction, const JournalRow& row);
// Every line in order, one at a time.
void each_journal_row(store::Transaction& transaction,
                      const std::function<void(const JournalRow&)>& see);

struct Receipt {
    std::string actor;
    std::string input;                 // keyed hash of what was sent
    std::optional<std::string> answer; // what was answered, opened; none when it is too old
};

std::optional<Receipt> find_receipt(store::Transaction& transaction, const std::string& act,
                                    const Uuid& id);
void insert_receipt(store::Transaction& transaction, const std::string& act, const Uuid& id,
                    const Receipt& receipt, Instant now);
// What was answered before that instant is forgotten; that it was done is not.
void forget_answers_before(store::Transaction& transaction, Instant limit);

void insert_mail(store::Transaction& transaction, const Mail& mail);
void update_mail(store::Transaction& transaction, const Mail& mail);

} // namespace core
