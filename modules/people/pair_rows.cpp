// SPDX-License-Identifier: EUPL-1.2
#include "people/pair_rows.h"

#include <limits>

#include "store/rows.h"

namespace people {

namespace {

// Both are there, and the reader sees both; $1 is core::guarded_of(scope).
std::string seen_pairs()
{
    return "select " + store::columns<PairRow>("p") +
           " from people_pair p join people_person a on a.id = p.one"
           " join people_person b on b.id = p.other"
           " where a.withdrawn_at is null and b.withdrawn_at is null"
           " and a.erased_at is null and b.erased_at is null and " +
           seen_by("p.one", "$1", "1 = 1") + " and " + seen_by("p.other", "$1", "1 = 1");
}

std::string page_of_pairs(const char* state)
{
    return seen_pairs() + " and a.canonical <> b.canonical and " + state +
           " and (p.weight < $2 or (p.weight = $2 and p.id > $3))"
           " order by p.weight desc, p.id limit $4";
}

const store::Sql pair_by_id(seen_pairs() + " and p.id = $2");
const store::Sql open_pairs(page_of_pairs("p.apart_at is null"));
const store::Sql apart_pairs(page_of_pairs("p.apart_at is not null"));

const store::Sql all_apart("select " + store::columns<PairRow>() +
                           " from people_pair where apart_at is not null order by id");

const store::Sql pair_is_there("select count(*) from people_pair where id = $1");
const store::Sql upsert_pair(
    "insert into people_pair (id, one, other, strength, weight, proposed_at, checked_at)"
    " values ($1, $2, $3, $4, $5, $6, $7)"
    " on conflict (id) do update set strength = excluded.strength, weight = excluded.weight,"
    " checked_at = excluded.checked_at");

const store::Sql
    delete_unchecked("delete from people_pair where checked_at <> $1 and apart_at is null");

const store::Sql newest_night("select day from people_night order by day desc limit 1");
const store::Sql newest_weights("select weights from people_night where weights is not null"
                                " order by day desc limit 1");
const store::Sql insert_night(
    "insert into people_night (day, persons, proposed, weights, done_at)"
    " values ($1, $2, $3, $4, $5) on conflict (day) do update set persons = excluded.persons,"
    " proposed = excluded.proposed, weights = excluded.weights, done_at = excluded.done_at");

} // namespace

std::optional<PairRow> find_pair(store::Transaction& transaction, const core::Scope& scope,
                                 const Id<Pair>& id)
{
    return store::find_row<PairRow>(transaction, pair_by_id, guarded_of(scope), id);
}

std::vector<PairRow> pair_rows(store::Transaction& transaction, const core::Scope& scope,
                               bool apart, const std::optional<PairRow>& after, int limit)
{
    const auto weight = after ? after->weight : std::numeric_limits<std::int64_t>::max();
    const auto id = after ? to_string(after->id) : std::string();
    return store::read_rows<PairRow>(transaction, apart ? apart_pairs : open_pairs,
                                     guarded_of(scope), weight, id, limit);
}

std::vector<PairRow> pairs_apart(store::Transaction& transaction)
{
    return store::read_rows<PairRow>(transaction, all_apart);
}

bool put_pair(store::Transaction& transaction, const PairRow& row)
{
    const bool is_new = transaction.number(pair_is_there, row.id) == 0;
    transaction.execute(upsert_pair, row.id, row.one, row.other, row.strength, row.weight,
                        row.proposed_at, row.checked_at);
    return is_new;
}

void write_apart(store::Transaction& transaction, const PairRow& row)
{
    store::update_row(transaction, row);
}

void delete_pairs_not_checked(store::Transaction& transaction, Instant checked_at)
{
    transaction.execute(delete_unchecked, checked_at);
}

std::optional<Date> last_night(store::Transaction& transaction)
{
    const auto rows = transaction.query(newest_night);
    return rows->next() ? parse_date(rows->text(0)) : std::nullopt;
}

std::optional<std::string> last_weights(store::Transaction& transaction)
{
    const auto rows = transaction.query(newest_weights);
    return rows->next() ? std::optional<std::string>(rows->text(0)) : std::nullopt;
}

void put_night(store::Transaction& transaction, const NightRow& row)
{
    transaction.execute(insert_night, row.day, row.persons, row.proposed, row.weights, row.done_at);
}

} // namespace people
