// SPDX-License-Identifier: EUPL-1.2
// A house with real accounts on two stores, and browsers that log in to it, for the tests of
// access.
#pragma once

#include <memory>
#include <string>
#include <utility>

#include "access/access.h"
#include "core/log.h"
#include "core/testing.h"
#include "network/network.h"

namespace test_access {

inline constexpr auto password = "lgnet-demo-2026";

// A browser: keeps the cookie, and sends the session's csrf along.
class Browser {
public:
    explicit Browser(core::House& house, std::string remote = "192.0.2.1")
        : house_(house), remote_(std::move(remote))
    {
    }

    core::Response ask(std::string_view line, const std::string& body = {})
    {
        auto request = test_house::request(line, body);
        request.remote = remote_;
        request.headers.emplace_back("accept-language", "it");
        if (!cookie.empty())
            request.headers.emplace_back("cookie", "other=1; lgnet=" + cookie);
        if (!csrf.empty())
            request.headers.emplace_back("lgnet-csrf", csrf);
        auto response = house_.answer(request);
        for (const auto& [name, value] : response.headers)
            if (name == "Set-Cookie") {
                set_cookie = value;
                cookie = value.substr(6, value.find(';') - 6);
            }
        return response;
    }

    core::Response log_in(const std::string& login, const std::string& with = password)
    {
        std::string body;
        JsonObject object(body);
        object.text("login", login);
        object.text("password", with);
        object.close();
        auto response = ask("POST /api/access/session", body);
        if (response.status == 200)
            csrf = JsonDocument::parse(response.body).root().member("csrf").text();
        return response;
    }

    int status(std::string_view line, const std::string& body = {})
    {
        return ask(line, body).status;
    }

    std::string cookie; // "roma.…"
    std::string csrf;
    std::string set_cookie; // the last one, whole

private:
    core::House& house_;
    std::string remote_;
};

class Town {
public:
    explicit Town(test_stores::Engine engine)
    {
        core::set_log_level("warning");
        access::set_password_cost(1, 8192);
        for (const auto* slug : {"roma", "rete"})
            stores_.emplace_back(slug, test_stores::fresh(engine, slug));
        open();

        store::Store& roma = store("roma");
        roma.write([&](store::Transaction& transaction) {
            access::add_team(transaction, {Id<access::Team>(named_uuid("um1")),
                                           "um1",
                                           "Unità mobile 1 – Termini",
                                           "mobile_unit",
                                           {"RM-I"}});
            add(transaction, "giulia", "Giulia Ferri", core::mobile_unit_operator, {"um1"});
            add(transaction, "marco", "Marco Valli", core::city_coordinator);
            add(transaction, "dpo", "Irene Galli", core::data_protection_officer);
            add(transaction, "admin", "Ada Neri", core::administrator);
        });
        store("rete").write([&](store::Transaction& transaction) {
            add(transaction, "direzione", "Anna Prefetti", core::network_direction);
            add(transaction, "admin", "Amministratore della rete", core::administrator);
        });
    }

    // Stops the program and starts it again on the same stores.
    void restart()
    {
        house.reset();
        open();
    }

    Browser logged_in(const std::string& login)
    {
        Browser browser(*house);
        EXPECT_EQ(browser.log_in(login).status, 200) << login;
        return browser;
    }

    store::Store& store(std::string_view slug) { return *house->find_place(slug)->store; }

    void pass_seconds(std::int64_t seconds) { now = now.plus_seconds(seconds); }
    void pass_minutes(std::int64_t minutes) { pass_seconds(60 * minutes); }
    void pass_hours(std::int64_t hours) { pass_minutes(60 * hours); }

    static Id<core::Account> id_of(const std::string& login_name)
    {
        return Id<core::Account>(named_uuid("account " + login_name));
    }

    Instant now = parse_instant("2026-11-23T21:15:00Z").value();
    std::unique_ptr<core::House> house;

private:
    void open()
    {
        core::HouseSettings settings;
        settings.modules = {network::module(), access::module()};
        settings.identify = access::identify;
        settings.now = [this] { return now; };
        house = std::make_unique<core::House>(std::move(settings));
        for (const auto& [slug, store] : stores_)
            house->add_place(slug, store);
    }

    void add(store::Transaction& transaction, const std::string& login_name,
             const std::string& name, core::Roles roles, std::vector<std::string> teams = {})
    {
        access::Account account;
        account.id = id_of(login_name);
        account.login_name = login_name;
        account.name = name;
        account.roles = core::names_of(roles);
        account.teams = std::move(teams);
        account.created_at = now;
        access::add_account(transaction, account, password);
    }

    std::vector<std::pair<std::string, store::Settings>> stores_;
};

// One text or number of an answer, as JSON would show it: path "items.0.name".
inline std::string at(const std::string& json, const std::string& path)
{
    const auto document = JsonDocument::parse(json);
    auto view = document.root();
    std::size_t begin = 0;
    while (begin <= path.size()) {
        const auto end = std::min(path.find('.', begin), path.size());
        const auto step = path.substr(begin, end - begin);
        view = view.kind() == JsonView::Kind::list ? view.at(std::stoul(step)) : view.member(step);
        begin = end + 1;
    }
    switch (view.kind()) {
    case JsonView::Kind::text:
        return std::string(view.text());
    case JsonView::Kind::integer:
        return std::to_string(view.integer());
    case JsonView::Kind::boolean:
        return view.boolean() ? "true" : "false";
    case JsonView::Kind::list:
        return "list of " + std::to_string(view.size());
    default:
        return "";
    }
}

} // namespace test_access
