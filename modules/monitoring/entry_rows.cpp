// SPDX-License-Identifier: EUPL-1.2
#include "monitoring/entry_rows.h"

#include "store/rows.h"

namespace monitoring {

namespace {

const std::string entry_columns = store::columns<Entry>();

const store::Sql set_delivered{
    "update monitoring_entry set delivered_at = $2 where id = $1 and delivered_at is null"};
const store::Sql select_entry{"select " + entry_columns + " from monitoring_entry where id = $1"};
const store::Sql select_entries{"select " + entry_columns +
                                " from monitoring_entry where city = $1 and period = $2"};
const store::Sql select_entries_of_period{"select " + entry_columns +
                                          " from monitoring_entry where period = $1"};
const store::Sql select_questions{"select " + entry_columns +
                                  " from monitoring_entry where kind = 'question' "
                                  "and ($1 = '' or city = $1) and ($2 = '' or period = $2) "
                                  "order by written_at desc, id desc limit $3"};
const store::Sql select_unchecked{"select " + store::columns<StatementCard>("s") +
                                  " from monitoring_statement s where not exists "
                                  "(select 1 from monitoring_check c where c.statement = s.id) "
                                  "order by s.city, s.period, s.version limit $1"};
const store::Sql insert_check{"insert into monitoring_check (statement, at, findings) "
                              "values ($1, $2, $3) on conflict do nothing"};
const store::Sql select_before{
    "select " + store::columns<StatementCard>("s") +
    " from monitoring_statement s where s.city = $1 and s.period < $2 and s.version = "
    "(select max(o.version) from monitoring_statement o where o.city = s.city "
    "and o.period = s.period) order by s.period desc limit $3"};

} // namespace

void insert_entry(store::Transaction& transaction, const Entry& entry)
{
    store::insert_row(transaction, entry);
}

void note_delivered(store::Transaction& transaction, const Id<Entry>& id, Instant at)
{
    transaction.execute(set_delivered, id, at);
}

std::optional<Entry> find_entry(store::Transaction& transaction, const Id<Entry>& id)
{
    return store::find_row<Entry>(transaction, select_entry, id);
}

std::vector<Entry> entries_of(store::Transaction& transaction, const std::string& city,
                              const std::string& period)
{
    return store::read_rows<Entry>(transaction, select_entries, city, period);
}

std::vector<Entry> entries_of_period(store::Transaction& transaction, const std::string& period)
{
    return store::read_rows<Entry>(transaction, select_entries_of_period, period);
}

std::vector<Entry> questions_of(store::Transaction& transaction, const std::string& city,
                                const std::string& period, int limit)
{
    return store::read_rows<Entry>(transaction, select_questions, city, period, limit);
}

std::vector<StatementCard> unchecked_statements(store::Transaction& network, int limit)
{
    return store::read_rows<StatementCard>(network, select_unchecked, limit);
}

void note_checked(store::Transaction& network, const Id<Statement>& id, Instant at, int findings)
{
    network.execute(insert_check, id, at, findings);
}

std::vector<StatementCard> statements_before(store::Transaction& transaction,
                                             const std::string& city, const std::string& period,
                                             int limit)
{
    return store::read_rows<StatementCard>(transaction, select_before, city, period, limit);
}

} // namespace monitoring
