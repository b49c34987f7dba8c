// SPDX-License-Identifier: EUPL-1.2
#include "access/accounts.h"

#include <algorithm>
#include <mutex>

#include "access/rows.h"

namespace lgnet::access {

std::unique_ptr<Accounts> Accounts::build(store::Transaction& transaction)
{
    auto accounts = std::make_unique<Accounts>();
    for (const auto& account : read_accounts(transaction))
        accounts->put(account);
    for (const auto& team : read_teams(transaction))
        accounts->put_team(team);
    return accounts;
}

std::optional<Account> Accounts::find(const Id<core::Account>& id) const
{
    const std::shared_lock lock(mutex_);
    const auto found = accounts_.find(id);
    return found == accounts_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<Team> Accounts::find_team(const std::string& code) const
{
    const std::shared_lock lock(mutex_);
    const auto found = teams_.find(code);
    return found == teams_.end() ? std::nullopt : std::optional(found->second);
}

std::vector<Account> Accounts::all() const
{
    std::vector<Account> all;
    {
        const std::shared_lock lock(mutex_);
        for (const auto& [id, account] : accounts_)
            all.push_back(account);
    }
    std::sort(all.begin(), all.end(), [](const Account& a, const Account& b) {
        return std::tie(a.name, a.login_name) < std::tie(b.name, b.login_name);
    });
    return all;
}

std::vector<Team> Accounts::teams() const
{
    const std::shared_lock lock(mutex_);
    std::vector<Team> teams;
    for (const auto& [code, team] : teams_)
        teams.push_back(team);
    return teams;
}

void Accounts::put(const Account& account)
{
    const std::unique_lock lock(mutex_);
    accounts_[account.id] = account;
}

void Accounts::put_team(const Team& team)
{
    const std::unique_lock lock(mutex_);
    teams_[team.code] = team;
}

} // namespace lgnet::access
