// SPDX-License-Identifier: EUPL-1.2
#include "network/rows.h"

#include "store/rows.h"

namespace network {

namespace {

const store::Sql select_targets{"select city, indicator, year, value from network_target "
                                "where year = $1 order by city, indicator"};

const store::Sql all_targets{"select city, indicator, year, value from network_target "
                             "order by city, indicator, year"};

const store::Sql upsert_target{
    "insert into network_target (city, indicator, year, value) values ($1, $2, $3, $4) "
    "on conflict (city, indicator, year) do update set value = excluded.value"};

const store::Sql link_by_id("select " + store::columns<LinkRow>() +
                            " from network_link where id = $1");
const store::Sql link_standing("select " + store::columns<LinkRow>() +
                               " from network_link where peer = $1 and stopped_at is null");
const store::Sql links_listed("select " + store::columns<LinkRow>() +
                              " from network_link order by"
                              " case when stopped_at is null then 0 else 1 end, peer, admitted_at");

const store::Sql key_of_city("select " + store::columns<CityKeyRow>() +
                             " from network_city_key where city = $1");
const store::Sql delete_city_keys("delete from network_city_key");

const std::string outbox = "select " + store::columns<OutboxRow>() + " from network_outbox";
const store::Sql last_sequence("select coalesce(max(sequence), 0) from network_outbox");
const store::Sql outbox_by_id(outbox + " where id = $1");
const store::Sql outbox_waiting(outbox + " where recipient = $1 and acknowledged_at is null"
                                         " order by sequence limit $2");
const store::Sql outbox_count("select count(*) from network_outbox"
                              " where recipient = $1 and acknowledged_at is null");
const store::Sql outbox_after("select count(*) from network_outbox"
                              " where recipient = $1 and sequence > $2 and refused is null");
const store::Sql outbox_acknowledged("select id from network_outbox where recipient = $1"
                                     " and acknowledged_at is not null"
                                     " order by sequence desc limit 1");
const store::Sql outbox_refused(outbox + " where recipient = $1 and refused is not null"
                                         " order by sequence desc limit $2");
const store::Sql outbox_up_to(outbox + " where recipient = $1 and acknowledged_at is null"
                                       " and sequence <= $2 order by sequence");
const store::Sql outbox_again("update network_outbox set acknowledged_at = null"
                              " where recipient = $1 and sequence > $2 and refused is null"
                              " and acknowledged_at is not null");
const store::Sql outbox_forget("delete from network_outbox where acknowledged_at < $1");

const std::string inbox = "select " + store::columns<InboxRow>() + " from network_inbox";
const store::Sql inbox_by_id(inbox + " where id = $1");
const store::Sql inbox_waiting(inbox + " where outcome = 'waiting' order by received_at, id");
const store::Sql inbox_refused(inbox + " where sender = $1"
                                       " and outcome not in ('taken', 'forwarded', 'waiting')"
                                       " order by received_at desc, id desc limit $2");

} // namespace

std::vector<Target> targets_of(store::Transaction& transaction, int year)
{
    return store::read_rows<Target>(transaction, select_targets, year);
}

std::vector<Target> every_target(store::Transaction& transaction)
{
    return store::read_rows<Target>(transaction, all_targets);
}

void put_target(store::Transaction& transaction, const Target& target)
{
    transaction.execute(upsert_target, target.city, target.indicator, target.year, target.value);
}

// ---- links

std::optional<LinkRow> find_link_row(store::Transaction& transaction, const Id<Link>& id)
{
    return store::find_row<LinkRow>(transaction, link_by_id, id);
}

std::optional<LinkRow> standing_link(store::Transaction& transaction, const std::string& peer)
{
    return store::find_row<LinkRow>(transaction, link_standing, peer);
}

std::vector<LinkRow> list_link_rows(store::Transaction& transaction)
{
    return store::read_rows<LinkRow>(transaction, links_listed);
}

std::optional<CityKeyRow> find_city_key(store::Transaction& transaction, const std::string& city)
{
    return store::find_row<CityKeyRow>(transaction, key_of_city, city);
}

void forget_city_keys(store::Transaction& transaction) { transaction.execute(delete_city_keys); }

// ---- parcels

std::int64_t next_sequence(store::Transaction& transaction)
{
    return transaction.number(last_sequence) + 1;
}

std::optional<OutboxRow> find_outbox(store::Transaction& transaction, const Id<core::Parcel>& id)
{
    return store::find_row<OutboxRow>(transaction, outbox_by_id, id);
}

std::vector<OutboxRow> waiting_for(store::Transaction& transaction, const std::string& recipient,
                                   int limit)
{
    return store::read_rows<OutboxRow>(transaction, outbox_waiting, recipient, limit);
}

int count_waiting(store::Transaction& transaction, const std::string& recipient)
{
    return static_cast<int>(transaction.number(outbox_count, recipient));
}

int count_after(store::Transaction& transaction, const std::string& recipient,
                std::int64_t sequence)
{
    return static_cast<int>(transaction.number(outbox_after, recipient, sequence));
}

std::optional<Id<core::Parcel>> last_acknowledged(store::Transaction& transaction,
                                                  const std::string& recipient)
{
    const auto rows = transaction.query(outbox_acknowledged, recipient);
    return rows->next() ? parse_id<core::Parcel>(rows->text(0)) : std::nullopt;
}

std::vector<OutboxRow> refused_of(store::Transaction& transaction, const std::string& recipient,
                                  int limit)
{
    return store::read_rows<OutboxRow>(transaction, outbox_refused, recipient, limit);
}

std::vector<OutboxRow> waiting_up_to(store::Transaction& transaction, const std::string& recipient,
                                     std::int64_t sequence)
{
    return store::read_rows<OutboxRow>(transaction, outbox_up_to, recipient, sequence);
}

void wait_again_after(store::Transaction& transaction, const std::string& recipient,
                      std::int64_t sequence)
{
    transaction.execute(outbox_again, recipient, sequence);
}

void forget_outbox_before(store::Transaction& transaction, Instant instant)
{
    transaction.execute(outbox_forget, instant);
}

std::optional<InboxRow> find_inbox(store::Transaction& transaction, const Id<core::Parcel>& id)
{
    return store::find_row<InboxRow>(transaction, inbox_by_id, id);
}

std::vector<InboxRow> waiting_inbox(store::Transaction& transaction)
{
    return store::read_rows<InboxRow>(transaction, inbox_waiting);
}

std::vector<InboxRow> refused_inbox(store::Transaction& transaction, const std::string& sender,
                                    int limit)
{
    return store::read_rows<InboxRow>(transaction, inbox_refused, sender, limit);
}

} // namespace network
