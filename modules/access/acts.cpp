// SPDX-License-Identifier: EUPL-1.2
#include "access/acts.h"

#include <algorithm>
#include <limits>

#include "access/accounts.h"
#include "access/checks.h"
#include "access/devices.h"
#include "access/keys.h"
#include "access/lockout.h"
#include "access/password.h"
#include "access/rows.h"
#include "access/secret.h"
#include "core/journal.h"

namespace lgnet::access {

namespace {

Account get_account(core::Context& context, const Id<core::Account>& id)
{
    auto account = find_account(context.store, id);
    if (!account)
        throw not_found();
    return *account;
}

std::string login_of(const core::Context& context, const Account& account)
{
    return account.login_name + "@" + context.actor.store;
}

void tell_of(core::Context& context, const Account& account)
{
    context.after_commit(
        [&accounts = context.kept<Accounts>(), account] { accounts.put(account); });
}

void end_sessions_of(core::Context& context, const Id<core::Account>& account)
{
    delete_sessions(context.store, account, "");
    context.after_commit(
        [&keys = context.kept<Keys>(), account] { keys.end_sessions(account, ""); });
}

bool administers(const Account& account)
{
    return account.active && std::find(account.roles.begin(), account.roles.end(),
                                       core::name_of(core::administrator)) != account.roles.end();
}

// A store that nobody administers could only be helped from the command line.
void refuse_last_administrator(core::Context& context, const Account& before, const Account& after)
{
    if (!administers(before) || administers(after))
        return;
    const auto all = read_accounts(context.store);
    if (std::count_if(all.begin(), all.end(), administers) == 1)
        throw Problem(409, "access.last_administrator");
}

std::string name_of_actor(core::Context& context, const std::string& actor)
{
    const auto id = parse_id<core::Account>(actor);
    return id ? name_of(context, *id) : "";
}

} // namespace

// ---- accounts

AccountList list_accounts(core::Context& context, const ListAccounts& wish)
{
    const int limit = wish.limit.value_or(50);
    auto accounts = read_accounts(context.store, wish.after.value_or(""), limit + 1);
    const auto locks = read_locks(context.store, context.now);

    AccountList list;
    if (accounts.size() > static_cast<std::size_t>(limit)) {
        accounts.pop_back();
        list.next = accounts.back().login_name;
    }
    for (const auto& account : accounts) {
        AccountEntry entry{account, false, {}};
        const auto subject = login_subject(context.store.seal(), login_of(context, account));
        if (const auto lock = locks.find(subject); lock != locks.end()) {
            entry.locked = true;
            entry.locked_until = lock->second;
        }
        list.items.push_back(std::move(entry));
    }
    return list;
}

void hash_first_password(core::Context&, AddAccount& wish)
{
    refuse_weak("password", wish.password, wish.login_name);
    wish.hash = hash_password(wish.password);
}

Account add_new_account(core::Context& context, const AddAccount& wish)
{
    Account account;
    account.id = wish.id;
    account.login_name = wish.login_name;
    account.name = wish.name;
    account.roles = wish.roles;
    account.teams = wish.teams;
    account.language = wish.language;
    account.profession = wish.profession;
    account.organisation = wish.organisation;
    account.speaks = wish.speaks;
    account.email = wish.email;
    account.created_at = context.now;
    refuse_faults(account_faults(context, account));
    if (find_account_by_login(context.store, account.login_name))
        throw Problem(409, "access.login_taken", {{"login", login_of(context, account)}});

    insert_account(context.store, account, wish.hash, context.now);
    tell_of(context, account);
    return account;
}

Account change_account(core::Context& context, const ChangeAccount& wish)
{
    const auto before = get_account(context, wish.id);
    auto account = before;
    account.name = wish.name;
    account.roles = wish.roles;
    account.teams = wish.teams;
    account.speaks = wish.speaks;
    account.active = wish.active;
    if (wish.profession)
        account.profession = wish.profession;
    if (wish.organisation)
        account.organisation = wish.organisation;
    if (wish.email)
        account.email = wish.email;
    refuse_faults(account_faults(context, account));
    refuse_last_administrator(context, before, account);

    update_account(context.store, account);
    tell_of(context, account);
    if (!account.active) {
        end_sessions_of(context, account.id);
        revoke_devices_of(context, account.id);
    }
    return account;
}

void hash_new_password(core::Context& context, SetPassword& wish)
{
    refuse_weak("wanted", wish.wanted, get_account(context, wish.id).login_name);
    wish.hash = hash_password(wish.wanted);
}

void set_password(core::Context& context, const SetPassword& wish)
{
    const auto account = get_account(context, wish.id);

    update_password(context.store, account.id, wish.hash, context.now);
    forget_failures(context.store, login_of(context, account));
    end_sessions_of(context, account.id);
}

Account unlock_account(core::Context& context, const OneAccount& wish)
{
    const auto account = get_account(context, wish.id);

    forget_failures(context.store, login_of(context, account));
    return account;
}

ColleagueList list_colleagues(core::Context& context, const ListColleagues& wish)
{
    ColleagueList list;
    for (const auto& account : context.kept<Accounts>().all()) {
        const auto& teams = account.teams;
        const bool wanted =
            !wish.team || std::find(teams.begin(), teams.end(), *wish.team) != teams.end();
        if (account.active && wanted)
            list.items.push_back({account.id, account.name, account.profession,
                                  account.organisation, account.teams});
    }
    return list;
}

// ---- teams

TeamList show_teams(core::Context& context) { return {context.kept<Accounts>().teams()}; }

Team add_new_team(core::Context& context, const Team& wish)
{
    if (find_team(context.store, wish.code))
        throw Problem(409, "access.team_taken", {{"code", wish.code}});

    insert_team(context.store, wish);
    context.after_commit([&accounts = context.kept<Accounts>(), wish] { accounts.put_team(wish); });
    return wish;
}

// ---- tokens of machines

TokenList list_tokens(core::Context& context) { return {read_tokens(context.store)}; }

NewToken add_new_token(core::Context& context, const AddToken& wish)
{
    auto faults = role_faults(context, wish.roles, Holder::machine);
    if (wish.expires_on && *wish.expires_on < context.today())
        faults.push_back({"expires_on", "access.in_the_past", {}});
    refuse_faults(std::move(faults));

    const auto secret = new_secret_text();
    StoredToken token;
    token.id = wish.id;
    token.name = wish.name;
    token.roles = wish.roles;
    token.expires_on = wish.expires_on;
    token.created_by = context.actor.account;
    token.created_at = context.now;
    token.mark = token_mark(context.store.seal(), secret);
    insert_token(context.store, token);
    context.after_commit(
        [&keys = context.kept<Keys>(), token] { keys.put_token(token.mark, token); });
    return {token.id, bearer_token(context.actor.store, secret)};
}

void end_token(core::Context& context, const OneToken& wish)
{
    if (!revoke_token(context.store, wish.id, context.now))
        throw not_found();
    context.after_commit([&keys = context.kept<Keys>(), id = wish.id, now = context.now] {
        keys.revoke_token(id, now);
    });
}

// ---- the journal

JournalList list_journal(core::Context& context, const ListJournal& wish)
{
    constexpr std::int64_t from_the_end = std::numeric_limits<std::int64_t>::max();
    const auto begin_of = [](Date date) { return local_instant(date, 0, 0); };
    core::JournalFilter filter;
    filter.from = wish.from ? begin_of(*wish.from) : Instant{0};
    filter.to = wish.to ? begin_of(wish.to->plus_days(1)) : Instant{from_the_end};
    filter.act = wish.act.value_or("");
    filter.actor = wish.actor ? to_string(*wish.actor) : "";
    filter.person = wish.person ? to_string(*wish.person) : "";
    filter.before = wish.after.value_or(from_the_end);

    const auto limit = static_cast<std::size_t>(wish.limit.value_or(50));
    auto lines = core::list_journal(context.store, filter, static_cast<int>(limit) + 1);
    JournalList list;
    if (lines.size() > limit) {
        lines.pop_back();
        list.next = std::to_string(lines.back().sequence);
    }
    for (const auto& [sequence, line] : lines)
        list.items.push_back({sequence, line.at, line.actor, name_of_actor(context, line.actor),
                              line.act, line.thing, line.purpose, line.outcome});
    return list;
}

} // namespace lgnet::access
