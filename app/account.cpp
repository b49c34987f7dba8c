// SPDX-License-Identifier: EUPL-1.2
// The first account of a store is added here; the others in the web app, by who has that one.
#include <fstream>
#include <istream>
#include <ostream>
#include <random>

#include "access/access.h"
#include "app/commands.h"
#include "app/house.h"
#include "core/journal.h"

namespace app {

namespace {

// Twenty characters that are not mistaken for each other: over 110 bits of chance from the system.
std::string made_up_password()
{
    constexpr std::string_view letters = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    std::random_device chance;
    std::uniform_int_distribution<std::size_t> any(0, letters.size() - 1);
    std::string password;
    for (int i = 0; i < 20; ++i)
        password += letters[any(chance)];
    return password;
}

// The first line of the file.
std::string read_password(const std::string& file, std::istream& in)
{
    std::string password;
    if (file == "-") {
        std::getline(in, password);
    } else {
        std::ifstream stream(file);
        if (!stream)
            throw Refused("Cannot read the password from " + file + ".");
        std::getline(stream, password);
    }
    while (password.ends_with('\r'))
        password.pop_back();
    return password;
}

void check_roles(const std::vector<std::string>& roles)
{
    for (const auto& role : roles)
        if (!core::parse_role(role)) {
            std::string names;
            for (const auto one : core::every_role())
                names += (names.empty() ? "" : ", ") + std::string(core::name_of(one));
            throw Refused("There is no role " + role + ". Possible: " + names + ".");
        }
}

void check_teams(core::Context& context, const std::vector<std::string>& teams)
{
    for (const auto& team : teams)
        if (!access::find_team(context, team)) {
            std::string names;
            for (const auto& one : access::list_teams(context))
                names += (names.empty() ? "" : ", ") + one.code;
            throw Refused("There is no team " + team +
                          ". Possible: " + (names.empty() ? "none yet" : names) + ".");
        }
}

access::Account account_of(const NewAccount& wish, Instant now)
{
    access::Account account;
    account.id = Id<core::Account>::make(now);
    account.login_name = wish.login.substr(0, wish.login.find('@'));
    account.name = wish.name;
    account.roles = wish.roles;
    account.teams = wish.teams;
    account.language = wish.language;
    account.created_at = now;
    return account;
}

// One unit of work: the account, and the journal's line about it.
void write_account(core::House& house, core::Place& place, const NewAccount& wish,
                   const std::string& password)
{
    const core::Actor system;
    const core::Request nothing_asked;
    const auto account = account_of(wish, house.now());
    place.store->write([&](store::Transaction& transaction) {
        core::Context context(house, transaction, place.kept, system, nothing_asked, house.now());
        check_teams(context, wish.teams);
        access::add_account(transaction, account, password);
        core::append_to_journal(transaction, {.at = house.now(),
                                              .actor = "system",
                                              .act = "access.add_account",
                                              .thing = to_string(account.id),
                                              .person = {},
                                              .purpose = {},
                                              .outcome = "done"});
    });
}

} // namespace

int add_account(const Configuration& configuration, const NewAccount& wish, std::istream& in,
                std::ostream& out)
{
    const auto at = wish.login.find('@');
    if (at == 0 || at == std::string::npos || at + 1 == wish.login.size())
        throw Refused("A log-in is a name and a place, such as giulia@roma; this was " +
                      wish.login + ".");
    const auto slug = wish.login.substr(at + 1);
    check_slug(configuration, slug);
    const bool is_made_up = wish.password_file.empty();
    const auto password = is_made_up ? made_up_password() : read_password(wish.password_file, in);

    check_roles(wish.roles);
    const auto house = open_house(configuration, {slug});
    if (!house->words().knows(wish.language, "problem.core.not_found"))
        throw Refused("The program does not speak the language " + wish.language + ".");
    try {
        write_account(*house, *house->find_place(slug), wish, password);
    } catch (const store::ConstraintBroken&) {
        throw Refused("There is an account " + wish.login + " already.");
    }
    house->stop();
    out << "Added " << wish.login << '\n';
    if (is_made_up)
        out << "Password: " << password << '\n';
    return 0;
}

} // namespace app
