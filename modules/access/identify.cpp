// SPDX-License-Identifier: EUPL-1.2
// From a request to who asks. Runs before every request is queued: from memory, without a query.
#include "access/access.h"
#include "access/accounts.h"
#include "access/actor.h"
#include "access/keys.h"
#include "access/rows.h"
#include "access/secret.h"

namespace lgnet::access {

namespace {

core::Roles roles_of(const std::vector<std::string>& names)
{
    core::Roles roles;
    for (const auto& name : names)
        if (const auto role = core::parse_role(name))
            roles = roles | *role;
    return roles;
}

// Not waited for: should it be lost, the session seems idle a few minutes longer than it was.
void note_use(core::Place& place, const std::string& mark, Instant now)
{
    try {
        place.store->submit(
            [mark, now](store::Transaction& transaction) { note_session(transaction, mark, now); },
            [](std::exception_ptr) {});
    } catch (const store::Unavailable&) {
    }
}

} // namespace

core::Actor actor_of(const Account& account, const std::string& store, const std::string& csrf)
{
    core::Actor actor;
    actor.account = account.id;
    actor.store = store;
    actor.login = account.login_name + "@" + store;
    actor.name = account.name;
    actor.roles = roles_of(account.roles);
    actor.teams = account.teams;
    actor.language = account.language;
    actor.csrf = csrf;
    return actor;
}

core::Actor actor_of(const Token& token, const std::string& store)
{
    core::Actor actor;
    actor.account = token.id;
    actor.store = store;
    actor.login = token.name;
    actor.name = token.name;
    actor.roles = roles_of(token.roles);
    actor.machine = true;
    return actor;
}

std::optional<core::Actor> actor_of_session(core::Place& place, const std::string& mark,
                                            const std::string& csrf, Instant now)
{
    const auto use = place.kept.get<Keys>().use_session(mark, now);
    if (!use)
        return std::nullopt;
    if (use->to_note)
        note_use(place, mark, now);
    const auto account = place.kept.get<Accounts>().find(use->account);
    if (!account || !account->active)
        return std::nullopt;
    return actor_of(*account, place.slug, csrf);
}

std::optional<core::Actor> identify(core::House& house, const core::Request& request)
{
    const auto secret = find_secret(request);
    auto* place = secret ? house.find_place(secret->store) : nullptr;
    if (!place)
        return std::nullopt;
    const auto now = house.now();
    const auto& seal = place->store->seal();

    if (secret->machine) {
        const auto token =
            place->kept.get<Keys>().find_valid_token(token_mark(seal, secret->text), now);
        return token ? std::optional(actor_of(*token, place->slug)) : std::nullopt;
    }

    return actor_of_session(*place, session_mark(seal, secret->text), csrf_of(seal, secret->text),
                            now);
}

} // namespace lgnet::access
