// SPDX-License-Identifier: EUPL-1.2
// Who is in the cast: teams and accounts, as plain lists.
#pragma once

#include <string>
#include <vector>

#include "core/actor.h"

namespace cast {

struct TeamOf {
    std::string store;
    std::string code;
    std::string name;
    std::string kind;
    std::vector<std::string> districts;
};

struct Player {
    std::string login; // "giulia@roma"
    std::string name;
    std::string role;
    std::string team;         // may be empty
    std::string profession;   // may be empty
    std::string organisation; // may be empty
    std::string other_role = {};
};

// In which languages somebody of the cast can talk to people.
std::vector<std::string> languages_of(const Player& player);

std::vector<TeamOf> teams();
const std::vector<Player>& players();

// The id of an account: of core/samples.h for those who stand there.
Id<core::Account> account_of(const std::string& login);

// "roma" of "giulia@roma".
std::string store_of(const std::string& login);

} // namespace cast
