// SPDX-License-Identifier: EUPL-1.2
#include "tests/cast_house.h"

#include <libpq-fe.h>

#include <filesystem>
#include <stdexcept>

#include "app/cast.h"
#include "app/house.h"
#include "core/testing.h"
#include "network/network.h"

namespace tests {

namespace {

using test_stores::Engine;
using Stores = std::map<std::string, store::Settings>;

constexpr const char* slugs[] = {"roma", "milano", "rete"};

std::unique_ptr<core::House> open_house(const Stores& stores, Instant& clock)
{
    auto settings = app::house_settings({});
    settings.now = [&clock] { return clock; };
    auto house = std::make_unique<core::House>(std::move(settings));
    for (const auto& [slug, store] : stores)
        house->add_place(slug, store);
    return house;
}

void run_on_postgres(const std::string& sql)
{
    const std::unique_ptr<PGconn, decltype(&PQfinish)> connection(
        PQconnectdb(test_stores::postgres_url().c_str()), PQfinish);
    const std::unique_ptr<PGresult, decltype(&PQclear)> result(
        PQexec(connection.get(), sql.c_str()), PQclear);
    if (PQresultStatus(result.get()) != PGRES_COMMAND_OK)
        throw std::runtime_error(sql + ": " + PQerrorMessage(connection.get()));
}

std::string unique_name(const std::string& begins)
{
    static int count = 0;
    return begins + "_" + std::to_string(getpid()) + "_" + std::to_string(count++);
}

store::Settings settings_in(const std::string& database, const std::string& slug)
{
    store::Settings settings;
    settings.name = slug;
    settings.key_file = test_stores::folder() + "/" + database + "_" + slug + ".key";
    const auto url = test_stores::url_of_database(test_stores::postgres_url(), database);
    const char* joint = url.find('?') == std::string::npos ? "?" : "&";
    settings.url = url + joint + "schema=" + slug;
    return settings;
}

// The stores that the cast was put into, closed: no house is ever opened on them again.
struct Mould {
    explicit Mould(Engine engine)
    {
        if (engine == Engine::postgres) {
            database = unique_name("lgnet_cast");
            run_on_postgres("create database " + database);
        }
        for (const auto* slug : slugs)
            stores[slug] = engine == Engine::sqlite ? test_stores::fresh(engine, slug)
                                                    : settings_in(database, slug);
        auto clock = CastHouse::tonight();
        const auto house = open_house(stores, clock);
        cast::fill(*house, [&clock](Instant instant) { clock = instant; });
        house->stop();
    }

    Mould(const Mould&) = delete;
    Mould& operator=(const Mould&) = delete;
    ~Mould()
    {
        if (!database.empty())
            run_on_postgres("drop database " + database);
    }

    Stores stores;
    std::string database;
};

const Mould& mould(Engine engine)
{
    if (engine == Engine::sqlite) {
        static const Mould made(Engine::sqlite);
        return made;
    }
    static const Mould made(Engine::postgres);
    return made;
}

Stores copy_of_files(const Mould& cast)
{
    Stores stores;
    for (const auto& [slug, made] : cast.stores) {
        auto settings = test_stores::fresh(Engine::sqlite, slug);
        constexpr auto scheme = std::string_view("sqlite:").size();
        std::filesystem::copy_file(made.url.substr(scheme), settings.url.substr(scheme));
        settings.key_file = made.key_file;
        stores[slug] = settings;
    }
    return stores;
}

Stores copy_of_database(const Mould& cast, const std::string& database)
{
    // In memory (tests/run.sh) files are copied in a third of the time that pages take.
    const bool is_in_memory = test_stores::postgres_url().find("/dev/shm/") != std::string::npos;
    run_on_postgres("create database " + database + " template " + cast.database +
                    (is_in_memory ? " strategy file_copy" : ""));
    Stores stores;
    for (const auto& [slug, made] : cast.stores) {
        stores[slug] = settings_in(database, slug);
        stores[slug].key_file = made.key_file;
    }
    return stores;
}

} // namespace

CastHouse::CastHouse(Engine engine)
{
    const auto& cast = mould(engine);
    if (engine == Engine::postgres)
        database_ = unique_name("lgnet_test");
    house_ = open_house(database_.empty() ? copy_of_files(cast) : copy_of_database(cast, database_),
                        now);
}

CastHouse::~CastHouse()
{
    house_.reset();
    if (!database_.empty())
        run_on_postgres("drop database " + database_);
}

core::Response CastHouse::ask(const std::string& login, std::string_view line, std::string body,
                              const std::string& purpose)
{
    auto request = test_house::request(line, std::move(body), purpose);
    if (!login.empty()) {
        const auto& known = session(login);
        request.headers.emplace_back("cookie", known.cookie);
        request.headers.emplace_back("lgnet-csrf", known.csrf);
    }
    return house_->answer(request);
}

const Session& CastHouse::session(const std::string& login)
{
    if (const auto known = sessions_.find(login); known != sessions_.end())
        return known->second;
    const auto response = house_->answer(test_house::request(
        "POST /api/access/session",
        R"({"login": ")" + login + R"(", "password": ")" + cast::password + "\"}", ""));
    if (response.status != 200)
        throw std::runtime_error(login + " cannot log in: " + response.body);
    Session made;
    for (const auto& [name, value] : response.headers)
        if (name == "Set-Cookie")
            made.cookie = value.substr(0, value.find(';'));
    const auto document = JsonDocument::parse(response.body);
    made.csrf = document.root().member("csrf").text();
    return sessions_.emplace(login, made).first->second;
}

void CastHouse::let_time_pass()
{
    house_->do_chores();
    network::settle(*house_);
}

std::string CastHouse::journal_fault()
{
    std::string fault;
    for (auto* place : house_->places())
        place->store->read([&](store::Transaction& transaction) {
            const auto check = core::verify_journal(transaction);
            if (fault.empty() && !check.fault.empty())
                fault = place->slug + ": " + check.fault + " at " + std::to_string(check.fault_at);
        });
    return fault;
}

} // namespace tests
