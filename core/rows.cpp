// SPDX-License-Identifier: EUPL-1.2
#include "core/rows.h"

#include <algorithm>

#include "core/receipts.h"
#include "store/rows.h"
#include "store/seal.h"

namespace core {

namespace {

const store::Sql select_head{
    "select sequence, hash from core_journal order by sequence desc limit 1"};

const store::Sql insert_line{"insert into core_journal (sequence, at, actor, act, thing, person, "
                             "purpose, outcome, previous, "
                             "hash) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"};

const store::Sql select_lines{
    "select sequence, at, actor, act, thing, person, purpose, outcome, previous, hash "
    "from core_journal order by sequence"};

const store::Sql select_some_lines{
    "select sequence, at, actor, act, thing, person, purpose, outcome from core_journal "
    "where sequence < $1 and at >= $2 and at < $3 and ($4 = '' or act = $4) "
    "and ($5 = '' or actor = $5) and ($6 = '' or person = $6) "
    "order by sequence desc limit $7"};

const store::Sql select_receipt{
    "select actor, input, answer from core_receipt where act = $1 and id = $2"};

const store::Sql insert_receipt_sql{
    "insert into core_receipt (act, id, actor, input, answer, at) values ($1, $2, $3, $4, $5, $6)"};

const store::Sql forget_answers{
    "update core_receipt set answer = '' where at < $1 and answer <> ''"};

const store::Sql answered_receipts{"select act, id, answer from core_receipt where answer <> ''"};

const store::Sql forget_answer{"update core_receipt set answer = '' where act = $1 and id = $2"};

const store::Sql mails_of_now("select " + store::columns<Mail>() +
                              " from core_mail where try_at <= $1 order by try_at, id limit $2");

} // namespace

JournalHead find_journal_head(store::Transaction& transaction)
{
    const auto rows = transaction.query(select_head);
    if (!rows->next())
        return {};
    return {rows->integer(0), std::string(rows->text(1))};
}

void insert_journal_row(store::Transaction& transaction, const JournalRow& row)
{
    const auto& line = row.line;
    transaction.execute(insert_line, row.sequence, line.at, line.actor, line.act, line.thing,
                        line.person, line.purpose, line.outcome, row.previous, row.hash);
}

void each_journal_row(store::Transaction& transaction,
                      const std::function<void(const JournalRow&)>& see)
{
    const auto rows = transaction.query(select_lines);
    while (rows->next()) {
        JournalRow row;
        row.sequence = rows->integer(0);
        row.line.at = Instant{rows->integer(1)};
        row.line.actor = rows->text(2);
        row.line.act = rows->text(3);
        row.line.thing = rows->text(4);
        row.line.person = rows->text(5);
        row.line.purpose = rows->text(6);
        row.line.outcome = rows->text(7);
        row.previous = rows->text(8);
        row.hash = rows->text(9);
        see(row);
    }
}

std::vector<ListedLine> list_journal(store::Transaction& transaction, const JournalFilter& filter,
                                     int limit)
{
    const auto rows = transaction.query(select_some_lines, filter.before, filter.from, filter.to,
                                        filter.act, filter.actor, filter.person, limit);
    std::vector<ListedLine> lines;
    while (rows->next()) {
        auto& [sequence, line] = lines.emplace_back();
        sequence = rows->integer(0);
        line.at = Instant{rows->integer(1)};
        line.actor = rows->text(2);
        line.act = rows->text(3);
        line.thing = rows->text(4);
        line.person = rows->text(5);
        line.purpose = rows->text(6);
        line.outcome = rows->text(7);
    }
    return lines;
}

std::optional<Receipt> find_receipt(store::Transaction& transaction, const std::string& act,
                                    const Uuid& id)
{
    const auto rows = transaction.query(select_receipt, act, id);
    if (!rows->next())
        return std::nullopt;
    Receipt receipt{std::string(rows->text(0)), std::string(rows->text(1)), std::nullopt};
    if (!rows->text(2).empty())
        receipt.answer =
            transaction.seal().open(rows->text(2), "core_receipt", "answer", act + to_string(id));
    return receipt;
}

void insert_receipt(store::Transaction& transaction, const std::string& act, const Uuid& id,
                    const Receipt& receipt, Instant now)
{
    const auto sealed = transaction.seal().close(receipt.answer.value(), "core_receipt", "answer",
                                                 act + to_string(id));
    transaction.execute(insert_receipt_sql, act, id, receipt.actor, receipt.input, sealed, now);
}

void forget_answers_before(store::Transaction& transaction, Instant limit)
{
    transaction.execute(forget_answers, limit);
}

void forget_answers_about(store::Transaction& transaction, const std::set<std::string>& things,
                          const std::vector<std::string>& persons)
{
    std::vector<std::pair<std::string, std::string>> found;
    {
        const auto rows = transaction.query(answered_receipts);
        while (rows->next()) {
            std::string act(rows->text(0));
            std::string id(rows->text(1));
            const auto answer =
                transaction.seal().open(rows->text(2), "core_receipt", "answer", act + id);
            if (things.contains(id) ||
                std::any_of(persons.begin(), persons.end(), [&](const std::string& person) {
                    return answer.find(person) != std::string::npos;
                }))
                found.emplace_back(std::move(act), std::move(id));
        }
    }
    for (const auto& [act, id] : found)
        transaction.execute(forget_answer, act, id);
}

void insert_mail(store::Transaction& transaction, const Mail& mail)
{
    store::insert_row(transaction, mail);
}

void update_mail(store::Transaction& transaction, const Mail& mail)
{
    store::update_row(transaction, mail);
}

std::vector<Mail> mails_to_try(store::Transaction& transaction, Instant now, int limit)
{
    return store::read_rows<Mail>(transaction, mails_of_now, now, limit);
}

} // namespace core
