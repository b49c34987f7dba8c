// SPDX-License-Identifier: EUPL-1.2
// Coming in, going out, and what everybody may change of their own account.
#include "access/accounts.h"
#include "access/actor.h"
#include "access/acts.h"
#include "access/checks.h"
#include "access/keys.h"
#include "access/lockout.h"
#include "access/login.h"
#include "access/password.h"
#include "access/rows.h"
#include "access/secret.h"

namespace lgnet::access {

namespace {

Session describe(core::Context& context, const core::Actor& actor)
{
    Session session;
    session.account = actor.account;
    session.login = actor.login;
    session.name = actor.name;
    session.store = actor.store;
    if (const auto* city = context.catalogue().find_city(actor.store))
        session.city_name = city->name;
    session.roles = core::names_of(actor.roles);
    for (const auto& act : context.house.acts())
        if (context.house.may_ask(actor, act))
            session.acts.push_back(act.name);
    for (const auto& code : actor.teams)
        if (const auto team = context.kept<Accounts>().find_team(code))
            session.teams.push_back({team->code, team->name});
    session.language = actor.language;
    if (const auto account = context.kept<Accounts>().find(actor.account))
        session.email = account->email;
    session.csrf = actor.csrf;
    return session;
}

// A machine has no session and no password of its own.
Account own_account(core::Context& context)
{
    const auto account = find_account(context.store, context.actor.account);
    if (!account)
        throw not_found();
    return *account;
}

std::string own_session_mark(const core::Context& context)
{
    const auto secret = find_secret(context.request);
    return secret && !secret->machine ? session_mark(context.store.seal(), secret->text) : "";
}

// Answers the secret, which only the browser will have.
std::string begin_session(core::Context& context, const Account& account)
{
    const auto idle_limit = context.now.plus_seconds(-session_idle_seconds - session_note_seconds);
    const auto age_limit = context.now.plus_seconds(-session_days_max * 24LL * 60 * 60);
    delete_sessions_before(context.store, age_limit, idle_limit);

    const auto secret = new_secret_text();
    const OpenSession session{session_mark(context.store.seal(), secret), account.id, context.now,
                              context.now, context.now};
    insert_session(context.store, session);
    context.after_commit(
        [&keys = context.kept<Keys>(), session] { keys.put_session(session, session.began_at); });
    return secret;
}

} // namespace

Login parse_login(std::string_view typed)
{
    std::string text;
    for (const char c : typed)
        if (c != ' ')
            text += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    const auto at = text.rfind('@');
    if (at == std::string::npos)
        return {text, "", text};
    return {text.substr(0, at), text.substr(at + 1), text};
}

std::optional<std::string> store_of_log_in(JsonView input)
{
    const auto login = input.kind() == JsonView::Kind::object ? input.member("login") : JsonView();
    if (login.kind() != JsonView::Kind::text)
        return std::nullopt;
    return parse_login(login.text()).store;
}

// Every log-in costs one hashing, whether or not there is such an account: the time says nothing.
void prove_log_in(core::Context& context, LogIn& wish)
{
    const auto login = parse_login(wish.login);
    refuse_locked(context.store, login.text, context.request.remote, context.now);
    const auto account = login.store == context.actor.store
                             ? find_account_by_login(context.store, login.name)
                             : std::nullopt;
    const auto hash =
        account && account->active ? find_password_hash(context.store, account->id) : std::nullopt;
    if (!hash) {
        hash_password(wish.password);
        return;
    }
    wish.account = account->id;
    wish.proved = is_password(*hash, wish.password);
}

Session log_in(core::Context& context, const LogIn& wish)
{
    const auto login = parse_login(wish.login);
    // Once more: others may have tried while this one was hashed.
    refuse_locked(context.store, login.text, context.request.remote, context.now);
    if (wish.account)
        context.about(*wish.account);
    const auto account = wish.proved ? find_account(context.store, *wish.account) : std::nullopt;
    if (!account || !account->active) {
        count_failure(context.store, login.text, context.request.remote, context.now);
        context.answer_with(Problem(401, "access.wrong_credentials"));
        return {};
    }

    forget_failures(context.store, login.text);
    const auto secret = begin_session(context, *account);
    context.add_header("Set-Cookie", session_cookie(context.actor.store, secret));
    const auto csrf = csrf_of(context.store.seal(), secret);
    return describe(context, actor_of(*account, context.actor.store, csrf));
}

Session show_session(core::Context& context) { return describe(context, context.actor); }

void log_out(core::Context& context)
{
    const auto mark = own_session_mark(context);
    if (mark.empty())
        throw not_found();

    delete_session(context.store, mark);
    context.after_commit([&keys = context.kept<Keys>(), mark] { keys.end_session(mark); });
    context.add_header("Set-Cookie", no_session_cookie());
}

// A wrong current password counts as a wrong log-in: an open session is no way to try them all.
void prove_password(core::Context& context, ChangePassword& wish)
{
    const auto account = own_account(context);
    refuse_locked(context.store, context.actor.login, context.request.remote, context.now);
    refuse_weak("wanted", wish.wanted, account.login_name);
    const auto hash = find_password_hash(context.store, account.id);
    wish.proved = hash && is_password(*hash, wish.current);
    if (wish.proved)
        wish.hash = hash_password(wish.wanted);
}

void change_password(core::Context& context, const ChangePassword& wish)
{
    const auto account = own_account(context);
    refuse_locked(context.store, context.actor.login, context.request.remote, context.now);
    context.about(account.id);
    if (!wish.proved) {
        count_failure(context.store, context.actor.login, context.request.remote, context.now);
        context.answer_with(Problem(403, "access.wrong_password"));
        return;
    }

    const auto mark = own_session_mark(context);
    update_password(context.store, account.id, wish.hash, context.now);
    forget_failures(context.store, context.actor.login);
    delete_sessions(context.store, account.id, mark);
    context.after_commit(
        [&keys = context.kept<Keys>(), id = account.id, mark] { keys.end_sessions(id, mark); });
}

Session change_language(core::Context& context, const ChangeLanguage& wish)
{
    auto account = own_account(context);
    account.language = wish.language;
    refuse_faults(language_faults(context, account.language));

    context.about(account.id);
    update_account(context.store, account);
    context.after_commit(
        [&accounts = context.kept<Accounts>(), account] { accounts.put(account); });
    return describe(context, actor_of(account, context.actor.store, context.actor.csrf));
}

Session change_email(core::Context& context, const ChangeEmail& wish)
{
    auto account = own_account(context);
    account.email = wish.email;
    refuse_faults(email_faults(account.email));

    context.about(account.id);
    update_account(context.store, account);
    context.after_commit(
        [&accounts = context.kept<Accounts>(), account] { accounts.put(account); });
    auto session = describe(context, context.actor);
    session.email = account.email;
    return session;
}

} // namespace lgnet::access
