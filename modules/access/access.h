// SPDX-License-Identifier: EUPL-1.2
// Who may come in: accounts, teams, sessions in a browser, tokens of machines. The face of the
// module.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/field.h"
#include "core/context.h"
#include "core/house.h"
#include "core/module.h"
#include "core/samples.h"

// One level deeper than the other modules, because POSIX has a function access() at the top
// (unistd.h). The using below lets everybody say access::name_of all the same.
namespace lgnet::access {

core::Module module();

// Who asks, by cookie or bearer token; nullopt: a guest. For HouseSettings.identify.
std::optional<core::Actor> identify(core::House& house, const core::Request& request);

// Who asks, by the login and password that come with every request (RFC 7617): a log-in like any
// other, remembered for a few minutes. For HouseSettings.prove. The Problem of a log-in that fails.
void prove(core::House& house, const core::Request& request, core::Proved done);

// Cookies only over https. Off by default: the demonstration is served without it.
void use_secure_cookies(bool secure);

// What one hashing of a password costs (libsodium's opslimit and memlimit). The default is
// libsodium's "interactive": 64 MB and some 70 ms. Tests and the demonstration may ask less.
void set_password_cost(unsigned long long operations, std::size_t memory_bytes);

struct Account {
    static constexpr const char* title = "Account";
    static constexpr const char* table = "access_account";

    Id<core::Account> id;
    std::string login_name; // "giulia": what stands before the @
    std::string name;       // "Giulia Ferri": an identity at work, therefore open
    std::vector<std::string> roles;
    std::vector<std::string> teams; // codes
    std::string language = "it";
    std::optional<std::string> profession;   // code: "nurse"
    std::optional<std::string> organisation; // "ASL Roma 1"
    std::vector<std::string> speaks;         // languages in which people can be talked to
    std::optional<std::string> email;        // at work; the house writes there
    bool active = true;
    Instant created_at;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &Account::id), field("login_name", &Account::login_name),
            field("name", &Account::name), field("roles", &Account::roles).one_of("role"),
            field("teams", &Account::teams), field("language", &Account::language),
            field("profession", &Account::profession).one_of("profession"),
            field("organisation", &Account::organisation),
            field("speaks", &Account::speaks).one_of("language"), field("email", &Account::email),
            field("active", &Account::active), field("created_at", &Account::created_at));
    }
};

struct Team {
    static constexpr const char* title = "Team";
    static constexpr const char* table = "access_team";

    Id<Team> id;
    std::string code; // "um1"
    std::string name; // "Unità mobile 1 – Termini"
    std::string kind; // code of team_kind
    std::vector<std::string> districts;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &Team::id).sample(core::samples::new_team),
            field("code", &Team::code).up_to(40).sample(R"("um9")"),
            field("name", &Team::name).sample(R"("Unità mobile 9 – Tuscolana")"),
            field("kind", &Team::kind).one_of("team_kind"),
            field("districts", &Team::districts).one_of("district").sample(R"(["RM-VII"])"));
    }
};

// For other modules, to show who did something. The name of an account, or of a machine's token;
// empty when there is none.
std::string name_of(core::Context& context, const Id<core::Account>& account);
// Accounts that were closed are found too: what they did stays theirs.
std::optional<Account> find_account(core::Context& context, const Id<core::Account>& account);
// As who acts, with the roles and teams of now; nobody where the account is closed, or the token
// revoked.
std::optional<core::Actor> find_actor(core::Context& context, const Id<core::Account>& account);
std::optional<Team> find_team(core::Context& context, const std::string& code);
std::vector<Team> list_teams(core::Context& context);
// Who belongs to a team and may come in, by name.
std::vector<Account> members_of(core::Context& context, const std::string& team);
// Who has a role and may come in, by name.
std::vector<Account> list_holders(core::Context& context, core::Role role);

struct Token {
    static constexpr const char* title = "Token";
    static constexpr const char* table = "access_token";

    Id<core::Account> id; // a machine acts, and stands in the journal, as an account does
    std::string name;     // "Cruscotto della Regione"
    std::vector<std::string> roles;
    std::optional<Date> expires_on; // its last day
    Id<core::Account> created_by;
    Instant created_at;
    std::optional<Instant> revoked_at;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &Token::id), field("name", &Token::name),
            field("roles", &Token::roles).one_of("role"), field("expires_on", &Token::expires_on),
            field("created_by", &Token::created_by), field("created_at", &Token::created_at),
            field("revoked_at", &Token::revoked_at));
    }
};

// For the command line and the demonstration, while the house answers nobody yet: what is kept in
// memory does not hear of it. A login name, a code or an id that is taken is a ConstraintBroken; a
// password that is not good enough a Problem.
void add_account(store::Transaction& transaction, const Account& account,
                 const std::string& password);
void add_team(store::Transaction& transaction, const Team& team);
// Answers what the machine sends as its bearer token, on the store of that slug.
std::string add_token(store::Transaction& transaction, const std::string& store,
                      const Token& token);

} // namespace lgnet::access

using namespace lgnet;
