// SPDX-License-Identifier: EUPL-1.2
#include "store/store.h"

#include <algorithm>
#include <future>
#include <stdexcept>

#include "base/problem.h"
#include "store/connection.h"
#include "store/migrate.h"
#include "store/readers.h"
#include "store/seal.h"
#include "store/writer.h"

namespace store {

// In the order in which they need each other; the writer's thread ends first of all.
struct Store::Inside {
    Inside(const Settings& chosen, std::unique_ptr<Database> opened, const Seal& key,
           std::unique_ptr<Connection> connection)
        : settings(chosen),
          database(std::move(opened)),
          seal(key),
          readers(*database, settings),
          writer(*database, std::move(connection), seal, settings)
    {
    }

    Settings settings;
    std::unique_ptr<Database> database;
    Seal seal;
    Readers readers;
    Writer writer;
};

namespace {

void begin_store(Connection& connection, const Seal& seal)
{
    connection.begin();
    try {
        make_own_tables(connection);
        put_key_note(connection, seal);
        connection.commit();
    } catch (...) {
        connection.rollback();
        throw;
    }
}

} // namespace

std::unique_ptr<Database> open_database(const Settings& settings, Hold hold)
{
    const std::string_view url = settings.url;
    if (url.starts_with("sqlite:"))
        return open_sqlite(settings, hold);
    if (url.starts_with("postgresql://") || url.starts_with("postgres://"))
        return open_postgres(settings);
    throw std::runtime_error("The URL of the store " + settings.name +
                             " begins neither with sqlite: nor with postgresql://.");
}

std::unique_ptr<Store> Store::open(const Settings& settings)
{
    auto database = open_database(settings, Hold::alone);
    auto connection = database->connect(Access::write);
    const auto tables = connection->tables();
    const bool is_new = tables.empty();
    if (!is_new && !is_store(tables))
        throw std::runtime_error("The database of the store " + settings.name +
                                 " holds tables of something else (" + tables.front() +
                                 "): give it one of its own.");
    const auto seal = Seal::from_file(settings.key_file, is_new);
    if (is_new)
        begin_store(*connection, seal);
    check_key(*connection, seal, settings);
    return std::unique_ptr<Store>(new Store(
        std::make_unique<Inside>(settings, std::move(database), seal, std::move(connection))));
}

Store::Store(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}

Store::~Store() { stop(); }

void Store::submit(Work work, Done done)
{
    inside_->writer.submit(std::move(work), std::move(done));
}

void Store::write(const Work& work)
{
    ENSURE(!inside_->writer.is_this_thread()); // it would wait for itself
    std::promise<void> promise;
    submit([&](Transaction& transaction) { work(transaction); },
           [&](std::exception_ptr error) {
               if (error)
                   promise.set_exception(error);
               else
                   promise.set_value();
           });
    promise.get_future().get();
}

void Store::read(const std::function<void(Transaction&)>& work)
{
    inside_->readers.use([&](Connection& connection) {
        Remembered remembered;
        Transaction transaction(connection, inside_->seal, remembered, Pass::careful);
        work(transaction);
    });
}

std::vector<std::string> Store::migrate(std::span<const Migration> steps,
                                        std::span<const View> views)
{
    std::vector<std::string> applied;
    inside_->writer.alone(
        [&](Connection& connection) { applied = apply_steps(connection, name(), steps, views); });
    return applied;
}

std::vector<std::string> Store::pending(std::span<const Migration> steps)
{
    std::vector<std::string> pending;
    inside_->readers.use(
        [&](Connection& connection) { pending = pending_steps(connection, name(), steps); });
    return pending;
}

void Store::back_up(const std::string& path)
{
    inside_->readers.use([&](Connection& connection) { connection.back_up(path); });
}

void Store::stop()
{
    inside_->readers.stop();
    inside_->writer.stop();
}

const std::string& Store::name() const { return inside_->settings.name; }
const Seal& Store::seal() const { return inside_->seal; }
Numbers Store::numbers() const { return inside_->writer.numbers(); }

void Store::prepare(const Sql& sql)
{
    inside_->writer.alone([&](Connection& connection) { connection.prepare(sql); });
}

} // namespace store
