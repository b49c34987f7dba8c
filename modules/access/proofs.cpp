// SPDX-License-Identifier: EUPL-1.2
#include "access/proofs.h"

#include <algorithm>
#include <cctype>

#include "access/access.h"
#include "access/actor.h"
#include "access/login.h"
#include "access/secret.h"
#include "base/base64.h"

namespace lgnet::access {

std::optional<std::string> Proofs::find(const std::string& mark, Instant now) const
{
    const std::scoped_lock lock(mutex_);
    const auto found = proofs_.find(mark);
    if (found == proofs_.end() || found->second.until <= now)
        return std::nullopt;
    return found->second.session;
}

void Proofs::put(const std::string& mark, const std::string& session, Instant now)
{
    const std::scoped_lock lock(mutex_);
    const auto [place, is_new] =
        proofs_.insert_or_assign(mark, Proof{session, now.plus_seconds(proof_seconds)});
    if (!is_new)
        return;
    order_.push_back(mark);
    if (order_.size() > proofs_max) {
        proofs_.erase(order_.front());
        order_.pop_front();
    }
}

std::string proof_mark(const store::Seal& seal, const std::string& login,
                       const std::string& password)
{
    return seal.mark("proof", login + '\n' + password);
}

namespace {

struct Credentials {
    std::string login;
    std::string password;
};

// "Basic " and base64 of login:password.
std::optional<Credentials> find_credentials(const core::Request& request)
{
    const auto header = request.header("authorization");
    constexpr std::string_view scheme = "basic ";
    const auto same = [](char one, char other) {
        return std::tolower(static_cast<unsigned char>(one)) == other;
    };
    if (header.size() < scheme.size() ||
        !std::equal(scheme.begin(), scheme.end(), header.begin(),
                    [&](char other, char one) { return same(one, other); }))
        return std::nullopt;
    const auto coded = header.substr(scheme.size());
    const auto plain = from_base64(coded, " ");
    const auto colon = plain ? plain->find(':') : std::string::npos;
    if (colon == std::string::npos)
        return std::nullopt;
    return Credentials{plain->substr(0, colon), plain->substr(colon + 1)};
}

core::Request log_in_request(const Credentials& credentials, const core::Request& asked)
{
    core::Request request;
    request.method = "POST";
    request.path = "/api/access/session";
    request.headers = {{"content-type", "application/json"},
                       {"accept-language", std::string(asked.header("accept-language"))}};
    request.remote = asked.remote;
    JsonObject body(request.body);
    body.text("login", credentials.login);
    body.text("password", credentials.password);
    body.close();
    return request;
}

Problem problem_in(const core::Response& response)
{
    // What could not be a login or a password at all is none.
    if (response.status == 400 || response.status == 422)
        return Problem(401, "access.wrong_credentials");
    const auto document = JsonDocument::parse(response.body);
    Facts facts;
    const auto told = document.root().member("facts");
    if (!told.is_null())
        told.each_member([&](std::string_view name, JsonView value) {
            facts.emplace_back(name, std::string(value.text()));
        });
    return Problem(response.status, std::string(document.root().member("code").text()),
                   std::move(facts));
}

// The mark of the session that a log-in began.
std::string session_in(const core::Response& response, const store::Seal& seal)
{
    core::Request next;
    for (const auto& [name, value] : response.headers)
        if (name == "Set-Cookie")
            next.headers.emplace_back("cookie", value.substr(0, value.find(';')));
    const auto secret = find_secret(next);
    ENSURE(secret && !secret->machine);
    return session_mark(seal, secret->text);
}

// No browser keeps this password, so there is no cookie that another page could use.
std::optional<core::Actor> client_of_session(core::Place& place, const std::string& session,
                                             Instant now)
{
    auto actor = actor_of_session(place, session, "", now);
    if (actor)
        actor->machine = true;
    return actor;
}

} // namespace

void prove(core::House& house, const core::Request& request, core::Proved done)
{
    const auto credentials = find_credentials(request);
    if (!credentials)
        return done(std::nullopt, nullptr);
    const auto login = parse_login(credentials->login);
    auto* place = house.find_place(login.store);
    const auto mark =
        place ? proof_mark(place->store->seal(), login.text, credentials->password) : "";
    if (place)
        if (const auto session = place->kept.get<Proofs>().find(mark, house.now()))
            if (auto actor = client_of_session(*place, *session, house.now()))
                return done(std::move(actor), nullptr);

    house.answer(log_in_request(*credentials, request),
                 [&house, place, mark, done](const core::Response& response) {
                     try {
                         if (response.status != 200)
                             throw problem_in(response);
                         const auto session = session_in(response, place->store->seal());
                         place->kept.get<Proofs>().put(mark, session, house.now());
                         done(client_of_session(*place, session, house.now()), nullptr);
                     } catch (...) {
                         done(std::nullopt, std::current_exception());
                     }
                 });
}

} // namespace lgnet::access
