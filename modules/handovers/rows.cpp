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

const store::Sql open_referrals("select count(*) from handovers_sent"
                                " where case_id = $1 and to_city = $2 and area = $3"
                                " and kind = 'referral' and outcome is null"
                                " and state in ('sent', 'accepted')");

const store::Sql sent_waiting("select " + store::columns<SentRow>() +
                              " from handovers_sent where kind = 'referral'"
                              " and (state in ('sent', 'refused')"
                              " or (state = 'accepted' and outcome is null))"
                              " order by sent_at, id limit $1");

const store::Sql received_by_id("select " + store::columns<ReceivedRow>() +
                                " from handovers_received where id = $1");

const std::string received_seen =
    people::seen_by("person", "$1", "person is not null or guarded = 0 or $1 = 1");

const store::Sql received_seen_by_id("select " + store::columns<ReceivedRow>() +
                                     " from handovers_received where " + received_seen +
                                     " and id = $2");

const store::Sql received_list("select " + store::columns<ReceivedRow>() +
                               " from handovers_received where " + received_seen +
                               " order by case when state = 'sent' then 0"
                               " when kind = 'referral' and state = 'accepted' and outcome is null"
                               " then 0 else 1 end,"
                               " arrived_at desc, id desc limit $2");

const store::Sql received_waiting("select " + store::columns<ReceivedRow>() +
                                  " from handovers_received where kind = 'referral'"
                                  " and (state = 'sent'"
                                  " or (state = 'accepted' and outcome is null))"
                                  " order by arrived_at, id limit $1");

const store::Sql reminders("select count(*) from handovers_reminder"
                           " where handover = $1 and clock = $2");

bool counts_any(store::Rows& rows) { return rows.next() && rows.integer(0) > 0; }

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

bool has_open_referral(store::Transaction& transaction, const Id<cases::Case>& id,
                       const std::string& city, const std::string& area)
{
    return counts_any(*transaction.query(open_referrals, id, city, area));
}

std::vector<SentRow> waiting_sent(store::Transaction& transaction, int limit)
{
    return store::read_rows<SentRow>(transaction, sent_waiting, limit);
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

std::vector<ReceivedRow> waiting_received(store::Transaction& transaction, int limit)
{
    return store::read_rows<ReceivedRow>(transaction, received_waiting, limit);
}

bool was_reminded(store::Transaction& transaction, const Id<Handover>& id, const std::string& clock)
{
    return counts_any(*transaction.query(reminders, id, clock));
}

} // namespace handovers
