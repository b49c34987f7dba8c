// SPDX-License-Identifier: EUPL-1.2
#include "cases/opening_rows.h"

#include "cases/rows.h"
#include "store/rows.h"

namespace cases {

namespace {

const store::Sql granted_until("select max(ends_at) from cases_access_request"
                               " where case_id = $1 and asked_by = $2 and state = 'granted'"
                               " and ends_at > $3");

const store::Sql emergency_running("select id, ends_at from cases_emergency_access"
                                   " where case_id = $1 and opened_by = $2 and closed_at is null"
                                   " and ends_at > $3 order by ends_at desc, id limit 1");

const store::Sql request_by_id("select " + store::columns<AccessRequestRow>() +
                               " from cases_access_request where id = $1");

const store::Sql latest_request("select " + store::columns<AccessRequestRow>() +
                                " from cases_access_request where case_id = $1 and asked_by = $2"
                                " and state <> 'withdrawn'"
                                " order by asked_at desc, id desc limit 1");

// Whose answer a request waits for: of who keeps the case, and of who sees the whole city.
const std::string answerable = "(c.worker = $1 or $2 = 'city')";

const store::Sql requests("select " + store::columns<AccessRequestRow>("r") +
                          ", c.person, c.worker from cases_access_request r"
                          " join cases_case c on c.id = r.case_id"
                          " where r.state <> 'withdrawn' and c.cancelled_at is null"
                          " and (r.asked_by = $1 or ($4 = 1 and " +
                          answerable + ")) and " + people::seen_by("c.person", "$3", "1 = 1") +
                          " order by case when r.state = 'waiting' then 0 else 1 end,"
                          " r.asked_at desc, r.id desc limit 500");

const store::Sql requests_waiting("select count(*) from cases_access_request r"
                                  " join cases_case c on c.id = r.case_id"
                                  " where r.state = 'waiting' and c.cancelled_at is null and " +
                                  answerable + " and " +
                                  people::seen_by("c.person", "$3", "1 = 1"));

const store::Sql emergencies_in_case("select " + store::columns<EmergencyRow>() +
                                     " from cases_emergency_access where case_id = $1"
                                     " order by opened_at desc, id desc limit 200");

const std::string emergencies_seen = "select " + store::columns<EmergencyRow>("e") +
                                     ", c.person from cases_emergency_access e"
                                     " join cases_case c on c.id = e.case_id where " +
                                     people::seen_by("c.person", "$1", "1 = 1");

const store::Sql emergency_by_id(emergencies_seen + " and e.id = $2");

const store::Sql emergencies(emergencies_seen +
                             " order by case when e.judged_at is null then 0 else 1 end,"
                             " e.opened_at desc, e.id desc limit 500");

} // namespace

std::optional<Opening> find_opening(store::Transaction& transaction, const Id<Case>& id,
                                    const Id<core::Account>& reader, Instant now)
{
    std::optional<Opening> opening;
    if (const auto end = transaction.number(granted_until, id, reader, now); end > 0)
        opening = Opening{Instant{end}, std::nullopt};
    const auto rows = transaction.query(emergency_running, id, reader, now);
    if (!rows->next())
        return opening;
    const Instant end{rows->integer(1)};
    if (!opening || opening->until < end)
        opening = Opening{end, parse_id<EmergencyAccess>(rows->text(0)).value()};
    return opening;
}

std::optional<AccessRequestRow> find_request(store::Transaction& transaction,
                                             const Id<AccessRequest>& id)
{
    return store::find_row<AccessRequestRow>(transaction, request_by_id, id);
}

std::optional<AccessRequestRow> find_latest_request(store::Transaction& transaction,
                                                    const Id<Case>& id,
                                                    const Id<core::Account>& asker)
{
    return store::find_row<AccessRequestRow>(transaction, latest_request, id, asker);
}

std::string state_of(const AccessRequestRow& row, Instant now)
{
    return row.state == "granted" && *row.ends_at <= now ? "over" : row.state;
}

std::vector<AccessRequestOfCase> list_requests(store::Transaction& transaction,
                                               const core::Scope& scope, bool answers)
{
    return store::read_rows<AccessRequestOfCase>(
        transaction, requests, scope.account, reach_of(scope), guarded_of(scope), answers ? 1 : 0);
}

int count_requests(store::Transaction& transaction, const core::Scope& scope)
{
    return static_cast<int>(
        transaction.number(requests_waiting, scope.account, reach_of(scope), guarded_of(scope)));
}

std::vector<EmergencyRow> emergencies_of(store::Transaction& transaction, const Id<Case>& id)
{
    return store::read_rows<EmergencyRow>(transaction, emergencies_in_case, id);
}

std::optional<EmergencyOfPerson> find_emergency(store::Transaction& transaction,
                                                const core::Scope& scope,
                                                const Id<EmergencyAccess>& id)
{
    return store::find_row<EmergencyOfPerson>(transaction, emergency_by_id, guarded_of(scope), id);
}

std::vector<EmergencyOfPerson> list_emergencies(store::Transaction& transaction,
                                                const core::Scope& scope)
{
    return store::read_rows<EmergencyOfPerson>(transaction, emergencies, guarded_of(scope));
}

} // namespace cases
