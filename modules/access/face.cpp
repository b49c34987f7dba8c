// SPDX-License-Identifier: EUPL-1.2
// What other modules, the command line and the demonstration may ask of access.
#include "access/access.h"

#include <algorithm>

#include "access/accounts.h"
#include "access/actor.h"
#include "access/checks.h"
#include "access/keys.h"
#include "access/password.h"
#include "access/rows.h"
#include "access/secret.h"

namespace lgnet::access {

std::string name_of(core::Context& context, const Id<core::Account>& account)
{
    if (const auto found = context.kept<Accounts>().find(account))
        return found->name;
    const auto token = context.kept<Keys>().find_token(account);
    return token ? token->name : "";
}

std::optional<Account> find_account(core::Context& context, const Id<core::Account>& account)
{
    return context.kept<Accounts>().find(account);
}

std::optional<core::Actor> find_actor(core::Context& context, const Id<core::Account>& account)
{
    if (const auto found = context.kept<Accounts>().find(account))
        return found->active ? std::optional(actor_of(*found, context.actor.store, ""))
                             : std::nullopt;
    const auto token = context.kept<Keys>().find_token(account);
    return token && is_valid(*token, context.now)
               ? std::optional(actor_of(*token, context.actor.store))
               : std::nullopt;
}

std::optional<Team> find_team(core::Context& context, const std::string& code)
{
    return context.kept<Accounts>().find_team(code);
}

std::vector<Team> list_teams(core::Context& context) { return context.kept<Accounts>().teams(); }

std::vector<Account> members_of(core::Context& context, const std::string& team)
{
    auto members = context.kept<Accounts>().all();
    std::erase_if(members, [&](const Account& account) {
        const auto& teams = account.teams;
        return !account.active || std::find(teams.begin(), teams.end(), team) == teams.end();
    });
    return members;
}

std::vector<Account> list_holders(core::Context& context, core::Role role)
{
    auto holders = context.kept<Accounts>().all();
    std::erase_if(holders, [&](const Account& account) {
        const auto& roles = account.roles;
        return !account.active ||
               std::find(roles.begin(), roles.end(), core::name_of(role)) == roles.end();
    });
    return holders;
}

void add_account(store::Transaction& transaction, const Account& account,
                 const std::string& password)
{
    refuse_faults(login_name_faults(account.login_name));
    refuse_weak("password", password, account.login_name);
    insert_account(transaction, account, hash_password(password), account.created_at);
}

void add_team(store::Transaction& transaction, const Team& team) { insert_team(transaction, team); }

std::string add_token(store::Transaction& transaction, const std::string& store, const Token& token)
{
    const auto secret = new_secret_text();
    insert_token(transaction, {token, token_mark(transaction.seal(), secret)});
    return bearer_token(store, secret);
}

} // namespace lgnet::access
