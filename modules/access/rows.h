// SPDX-License-Identifier: EUPL-1.2
// The only SQL of access.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "access/access.h"
#include "access/devices.h"
#include "access/keys.h"
#include "access/lockout.h"

namespace lgnet::access {

// ---- accounts and teams
std::vector<Account> read_accounts(store::Transaction& transaction);
// By login name, those after `after`.
std::vector<Account> read_accounts(store::Transaction& transaction, const std::string& after,
                                   int limit);
std::optional<Account> find_account(store::Transaction& transaction,
                                    const Id<core::Account>& account);
std::optional<Account> find_account_by_login(store::Transaction& transaction,
                                             const std::string& login_name);
void insert_account(store::Transaction& transaction, const Account& account,
                    const std::string& password_hash, Instant now);
void update_account(store::Transaction& transaction, const Account& account);

std::optional<std::string> find_password_hash(store::Transaction& transaction,
                                              const Id<core::Account>& account);
void update_password(store::Transaction& transaction, const Id<core::Account>& account,
                     const std::string& hash, Instant now);

std::vector<Team> read_teams(store::Transaction& transaction);
std::optional<Team> find_team(store::Transaction& transaction, const std::string& code);
void insert_team(store::Transaction& transaction, const Team& team);

// ---- sessions and tokens
struct StoredToken : Token {
    static constexpr const char* title = "StoredToken";

    std::string mark;

    static constexpr auto fields()
    {
        return std::tuple_cat(Token::fields(),
                              std::tuple(field("mark", &StoredToken::mark).secret()));
    }
};

std::vector<OpenSession> read_sessions(store::Transaction& transaction);
void insert_session(store::Transaction& transaction, const OpenSession& session);
void note_session(store::Transaction& transaction, const std::string& mark, Instant seen_at);
void delete_session(store::Transaction& transaction, const std::string& mark);
// All but that one; its mark may be empty.
void delete_sessions(store::Transaction& transaction, const Id<core::Account>& account,
                     const std::string& except);
void delete_sessions_before(store::Transaction& transaction, Instant began_at, Instant seen_at);

std::vector<Token> read_tokens(store::Transaction& transaction);
std::vector<StoredToken> read_stored_tokens(store::Transaction& transaction);
void insert_token(store::Transaction& transaction, const StoredToken& token);
// False: there is no such token, or it is revoked already.
bool revoke_token(store::Transaction& transaction, const Id<core::Account>& token, Instant now);

// ---- devices
std::optional<DeviceRow> find_device(store::Transaction& transaction, const Id<Device>& id);
// Those that are in use first, the last one seen first.
std::vector<DeviceRow> read_devices(store::Transaction& transaction);

// ---- failures, by subject
std::optional<Failures> find_failures(store::Transaction& transaction, const std::string& subject);
void put_failures(store::Transaction& transaction, const std::string& subject,
                  const Failures& failures);
void delete_failures(store::Transaction& transaction, const std::string& subject);
void delete_failures_before(store::Transaction& transaction, Instant since_at);
std::map<std::string, Instant> read_locks(store::Transaction& transaction, Instant now);

} // namespace lgnet::access
