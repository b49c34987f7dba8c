// SPDX-License-Identifier: EUPL-1.2
#include "handovers/rows.h"

#include "store/rows.h"

namespace handovers {

namespace {

const store::Sql sent_by_id("select " + store::columns<SentRow>() +
                            " from handovers_sent where id = $1");

// Which rows a scope sees: the city's, the account's own, those of its teams (",ss1,"); of the
// guarded, all or none.
const store::Sql sent_list("select " + store::columns<SentRow>() +
                           " from handovers_sent"
                           " where " +
                           people::seen_by("person", "$4",
                                           "$1 = 'city' or sent_by = $2"
                                           " or replace($3, ',' || team || ',', '') <> $3") +
                           " order by sent_at desc, id desc limit $5");

const store::Sql sent_untold("select " + store::columns<SentRow>() +
                             " from handovers_sent"
                             " where state in ('sent', 'withdrawn')"
                             " and (told_state is null or told_state <> state)"
                             " order by sent_at, id");

const store::Sql received_by_id("select " + store::columns<ReceivedRow>() +
                                " from handovers_received where id = $1");

const std::string received_seen =
    people::seen_by("person", "$1", "person is not null or guarded = 0 or $1 = 1");

const store::Sql received_seen_by_id("select " + store::columns<ReceivedRow>() +
                                     " from handovers_received where " + received_seen +
                                     " and id = $2");

const store::Sql received_list("select " + store::columns<ReceivedRow>() +
                               " from handovers_received where " + received_seen +
                               " order by case when state = 'sent' then 0 else 1 end,"
                               " arrived_at desc, id desc limit $2");

const store::Sql received_untold("select " + store::columns<ReceivedRow>() +
                                 " from handovers_received"
                                 " where state in ('accepted', 'refused')"
                                 " and (told_state is null or told_state <> state)"
                                 " order by arrived_at, id");

const store::Sql key_of_city("select " + store::columns<KeyRow>() +
                             " from handovers_key where city = $1");

const store::Sql parcel_by_id("select " + store::columns<ParcelRow>() +
                              " from handovers_parcel where id = $1");

const store::Sql for_receiver("select " + store::columns<ParcelRow>() +
                              " from handovers_parcel"
                              " where to_city = $1 and state in ('sent', 'withdrawn')"
                              " order by sent_at, id");

const store::Sql for_sender("select " + store::columns<ParcelRow>() +
                            " from handovers_parcel"
                            " where from_city = $1 and state in ('accepted', 'refused')"
                            " order by sent_at, id");

} // namespace

std::optional<SentRow> find_sent(store::Transaction& transaction, const Id<Sent>& id)
{
    return store::find_row<SentRow>(transaction, sent_by_id, id);
}

std::vector<SentRow> list_sent_rows(store::Transaction& transaction, const core::Scope& scope,
                                    int limit)
{
    return store::read_rows<SentRow>(transaction, sent_list, reach_of(scope), scope.account,
                                     teams_of(scope), guarded_of(scope), limit);
}

std::vector<SentRow> untold_sent(store::Transaction& transaction)
{
    return store::read_rows<SentRow>(transaction, sent_untold);
}

std::optional<ReceivedRow> find_received(store::Transaction& transaction, const Id<Received>& id)
{
    return store::find_row<ReceivedRow>(transaction, received_by_id, id);
}

std::optional<ReceivedRow> find_received(store::Transaction& transaction, bool sees_guarded,
                                         const Id<Received>& id)
{
    return store::find_row<ReceivedRow>(transaction, received_seen_by_id, sees_guarded ? 1 : 0, id);
}

std::vector<ReceivedRow> list_received_rows(store::Transaction& transaction, bool sees_guarded,
                                            int limit)
{
    return store::read_rows<ReceivedRow>(transaction, received_list, sees_guarded ? 1 : 0, limit);
}

std::vector<ReceivedRow> untold_received(store::Transaction& transaction)
{
    return store::read_rows<ReceivedRow>(transaction, received_untold);
}

std::optional<KeyRow> find_key(store::Transaction& network, const std::string& city)
{
    return store::find_row<KeyRow>(network, key_of_city, city);
}

std::optional<ParcelRow> find_parcel(store::Transaction& network, const Id<ParcelRow>& id)
{
    return store::find_row<ParcelRow>(network, parcel_by_id, id);
}

std::vector<ParcelRow> parcels_to(store::Transaction& network, const std::string& city)
{
    return store::read_rows<ParcelRow>(network, for_receiver, city);
}

std::vector<ParcelRow> parcels_from(store::Transaction& network, const std::string& city)
{
    return store::read_rows<ParcelRow>(network, for_sender, city);
}

} // namespace handovers
