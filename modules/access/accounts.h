// SPDX-License-Identifier: EUPL-1.2
// The accounts and teams of one store, kept in memory: some hundreds, and every request asks for
// one.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <shared_mutex>
#include <string>
#include <vector>

#include "access/access.h"

namespace lgnet::access {

class Accounts {
public:
    static std::unique_ptr<Accounts> build(store::Transaction& transaction);

    std::optional<Account> find(const Id<core::Account>& id) const;
    std::optional<Team> find_team(const std::string& code) const;
    std::vector<Account> all() const; // by name
    std::vector<Team> teams() const;  // by code

    // News of a commit.
    void put(const Account& account);
    void put_team(const Team& team);

private:
    mutable std::shared_mutex mutex_;
    std::map<Id<core::Account>, Account> accounts_;
    std::map<std::string, Team> teams_;
};

} // namespace lgnet::access
