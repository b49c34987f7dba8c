// SPDX-License-Identifier: EUPL-1.2
#include "access/rows.h"

#include "store/rows.h"

namespace lgnet::access {

namespace {

const store::Sql select_accounts{"select " + store::columns<Account>() +
                                 " from access_account order by login_name"};

const store::Sql select_account_page{"select " + store::columns<Account>() +
                                     " from access_account where login_name > $1 "
                                     "order by login_name limit $2"};

const store::Sql select_account{"select " + store::columns<Account>() +
                                " from access_account where id = $1"};

const store::Sql select_account_by_login{"select " + store::columns<Account>() +
                                         " from access_account where login_name = $1"};

const store::Sql insert_password{
    "insert into access_password (account, hash, changed_at) values ($1, $2, $3)"};

const store::Sql select_password{"select hash from access_password where account = $1"};

const store::Sql update_password_sql{
    "update access_password set hash = $2, changed_at = $3 where account = $1"};

const store::Sql select_teams{"select " + store::columns<Team>() +
                              " from access_team order by code"};

const store::Sql select_team{"select " + store::columns<Team>() +
                             " from access_team where code = $1"};

const store::Sql select_sessions{"select mark, account, began_at, seen_at from access_session"};

const store::Sql insert_session_sql{
    "insert into access_session (mark, account, began_at, seen_at) values ($1, $2, $3, $4)"};

const store::Sql update_session{
    "update access_session set seen_at = $2 where mark = $1 and seen_at < $2"};

const store::Sql delete_session_sql{"delete from access_session where mark = $1"};

const store::Sql delete_sessions_of{"delete from access_session where account = $1 and mark <> $2"};

const store::Sql delete_old_sessions{
    "delete from access_session where began_at < $1 or seen_at < $2"};

const store::Sql select_tokens{"select " + store::columns<Token>() +
                               " from access_token order by created_at, id"};

const store::Sql select_stored_tokens{"select " + store::columns<StoredToken>() +
                                      " from access_token"};

const store::Sql revoke_token_sql{
    "update access_token set revoked_at = $2 where id = $1 and revoked_at is null"};

const store::Sql select_device{"select " + store::columns<DeviceRow>() +
                               " from access_device where id = $1"};

const store::Sql select_devices{
    "select " + store::columns<DeviceRow>() +
    " from access_device order by case when revoked_at is null then 0 else 1 end, seen_at desc, "
    "id"};

const store::Sql select_failures{
    "select failures, since_at, locked_until from access_failure where subject = $1"};

const store::Sql upsert_failures{
    "insert into access_failure (subject, failures, since_at, locked_until) "
    "values ($1, $2, $3, $4) on conflict (subject) do update set failures = excluded.failures, "
    "since_at = excluded.since_at, locked_until = excluded.locked_until"};

const store::Sql delete_failures_sql{"delete from access_failure where subject = $1"};

const store::Sql delete_old_failures{"delete from access_failure where since_at < $1"};

const store::Sql select_locks{
    "select subject, locked_until from access_failure where locked_until > $1"};

} // namespace

std::vector<Account> read_accounts(store::Transaction& transaction)
{
    return store::read_rows<Account>(transaction, select_accounts);
}

std::vector<Account> read_accounts(store::Transaction& transaction, const std::string& after,
                                   int limit)
{
    return store::read_rows<Account>(transaction, select_account_page, after, limit);
}

std::optional<Account> find_account(store::Transaction& transaction,
                                    const Id<core::Account>& account)
{
    return store::find_row<Account>(transaction, select_account, account);
}

std::optional<Account> find_account_by_login(store::Transaction& transaction,
                                             const std::string& login_name)
{
    return store::find_row<Account>(transaction, select_account_by_login, login_name);
}

void insert_account(store::Transaction& transaction, const Account& account,
                    const std::string& password_hash, Instant now)
{
    store::insert_row(transaction, account);
    transaction.execute(insert_password, account.id, password_hash, now);
}

void update_account(store::Transaction& transaction, const Account& account)
{
    store::update_row(transaction, account);
}

std::optional<std::string> find_password_hash(store::Transaction& transaction,
                                              const Id<core::Account>& account)
{
    const auto rows = transaction.query(select_password, account);
    return rows->next() ? std::optional(std::string(rows->text(0))) : std::nullopt;
}

void update_password(store::Transaction& transaction, const Id<core::Account>& account,
                     const std::string& hash, Instant now)
{
    ENSURE(transaction.count_changed(update_password_sql, account, hash, now) == 1);
}

std::vector<Team> read_teams(store::Transaction& transaction)
{
    return store::read_rows<Team>(transaction, select_teams);
}

std::optional<Team> find_team(store::Transaction& transaction, const std::string& code)
{
    return store::find_row<Team>(transaction, select_team, code);
}

void insert_team(store::Transaction& transaction, const Team& team)
{
    store::insert_row(transaction, team);
}

std::vector<OpenSession> read_sessions(store::Transaction& transaction)
{
    std::vector<OpenSession> sessions;
    const auto rows = transaction.query(select_sessions);
    while (rows->next()) {
        const Instant seen_at{rows->integer(3)};
        sessions.push_back({std::string(rows->text(0)),
                            parse_id<core::Account>(rows->text(1)).value(),
                            Instant{rows->integer(2)}, seen_at, seen_at});
    }
    return sessions;
}

void insert_session(store::Transaction& transaction, const OpenSession& session)
{
    transaction.execute(insert_session_sql, session.mark, session.account, session.began_at,
                        session.seen_at);
}

void note_session(store::Transaction& transaction, const std::string& mark, Instant seen_at)
{
    transaction.execute(update_session, mark, seen_at);
}

void delete_session(store::Transaction& transaction, const std::string& mark)
{
    transaction.execute(delete_session_sql, mark);
}

void delete_sessions(store::Transaction& transaction, const Id<core::Account>& account,
                     const std::string& except)
{
    transaction.execute(delete_sessions_of, account, except);
}

void delete_sessions_before(store::Transaction& transaction, Instant began_at, Instant seen_at)
{
    transaction.execute(delete_old_sessions, began_at, seen_at);
}

std::vector<Token> read_tokens(store::Transaction& transaction)
{
    return store::read_rows<Token>(transaction, select_tokens);
}

std::vector<StoredToken> read_stored_tokens(store::Transaction& transaction)
{
    return store::read_rows<StoredToken>(transaction, select_stored_tokens);
}

void insert_token(store::Transaction& transaction, const StoredToken& token)
{
    store::insert_row(transaction, token);
}

bool revoke_token(store::Transaction& transaction, const Id<core::Account>& token, Instant now)
{
    return transaction.count_changed(revoke_token_sql, token, now) > 0;
}

std::optional<Failures> find_failures(store::Transaction& transaction, const std::string& subject)
{
    const auto rows = transaction.query(select_failures, subject);
    if (!rows->next())
        return std::nullopt;
    return Failures{static_cast<int>(rows->integer(0)), Instant{rows->integer(1)},
                    Instant{rows->integer(2)}};
}

void put_failures(store::Transaction& transaction, const std::string& subject,
                  const Failures& failures)
{
    transaction.execute(upsert_failures, subject, failures.failures, failures.since_at,
                        failures.locked_until);
}

void delete_failures(store::Transaction& transaction, const std::string& subject)
{
    transaction.execute(delete_failures_sql, subject);
}

void delete_failures_before(store::Transaction& transaction, Instant since_at)
{
    transaction.execute(delete_old_failures, since_at);
}

std::map<std::string, Instant> read_locks(store::Transaction& transaction, Instant now)
{
    std::map<std::string, Instant> locks;
    const auto rows = transaction.query(select_locks, now);
    while (rows->next())
        locks.emplace(rows->text(0), Instant{rows->integer(1)});
    return locks;
}

std::optional<DeviceRow> find_device(store::Transaction& transaction, const Id<Device>& id)
{
    return store::find_row<DeviceRow>(transaction, select_device, id);
}

std::vector<DeviceRow> read_devices(store::Transaction& transaction)
{
    return store::read_rows<DeviceRow>(transaction, select_devices);
}

} // namespace lgnet::access
