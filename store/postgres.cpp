// SPDX-License-Identifier: EUPL-1.2
// PostgreSQL through libpq. A store is a schema of its own. Connections stay in pipeline mode:
// statements that nobody waits for, and savepoints, travel together with the next one that somebody
// does, and cost no journey of their own.
#include <postgresql/libpq-fe.h>
#include <sodium.h>

#include <algorithm>
#include <charconv>
#include <fstream>
#include <functional>
#include <map>
#include <set>
#include <sstream>
#include <stdexcept>
#include <thread>
#include <utility>

#include "base/problem.h"
#include "store/connection.h"
#include "store/files.h"
#include "store/migrate.h"
#include "store/script.h"

namespace store {

namespace {

struct Clearer {
    void operator()(PGresult* result) const { PQclear(result); }
};
using Result = std::unique_ptr<PGresult, Clearer>;

struct Closer {
    void operator()(PGconn* session) const { PQfinish(session); }
};
using Session = std::unique_ptr<PGconn, Closer>;

std::string field(const PGresult* result, int code)
{
    const char* text = PQresultErrorField(result, code);
    return text != nullptr ? text : "";
}

// The name of the rule, or for a column that must not be null: table.column.
std::string broken_rule(const PGresult* result)
{
    const auto name = field(result, PG_DIAG_CONSTRAINT_NAME);
    if (!name.empty())
        return name;
    return field(result, PG_DIAG_TABLE_NAME) + "." + field(result, PG_DIAG_COLUMN_NAME);
}

// The reason of Unavailable for an SQLSTATE; empty for our own mistakes.
std::string reason_of(const std::string& state)
{
    if (state == "53100")
        return "disk_full";
    // lock_not_available, deadlock, serialization, a statement that took too long
    if (state == "55P03" || state.starts_with("40") || state == "57014")
        return "locked";
    if (state.starts_with("58") || state.starts_with("XX"))
        return "input_output";
    // connections, resources, a server that goes down or has become a stand-by
    if (state.starts_with("08") || state.starts_with("53") || state.starts_with("57P") ||
        state == "25006")
        return "unreachable";
    return {};
}

class PostgresRows : public Rows {
public:
    explicit PostgresRows(Result result) : result_(std::move(result)) {}

    bool next() override { return ++row_ < PQntuples(result_.get()); }
    int columns() const override { return PQnfields(result_.get()); }
    std::string_view name(int column) const override { return PQfname(result_.get(), column); }
    bool is_null(int column) const override
    {
        return PQgetisnull(result_.get(), row_, column) != 0;
    }
    std::int64_t integer(int column) const override
    {
        constexpr Oid boolean = 16;
        if (PQftype(result_.get(), column) == boolean)
            return text(column) == "t" ? 1 : 0;
        return parsed<std::int64_t>(column);
    }
    double real(int column) const override { return parsed<double>(column); }
    std::string_view text(int column) const override
    {
        return {PQgetvalue(result_.get(), row_, column),
                static_cast<std::size_t>(PQgetlength(result_.get(), row_, column))};
    }

private:
    // An integer of a numeric ("12.50") is its whole part, as SQLite reads it.
    template <class Number> Number parsed(int column) const
    {
        const auto value = text(column);
        Number number{};
        std::from_chars(value.data(), value.data() + value.size(), number);
        return number;
    }

    Result result_;
    int row_ = -1;
};

std::int64_t changed_rows(PGresult* result)
{
    if (std::string_view(PQcmdStatus(result)).starts_with("SELECT"))
        return 0;
    return std::atoll(PQcmdTuples(result));
}

// Arguments as libpq takes them: texts, and null pointers for null.
class Values {
public:
    explicit Values(std::span<const Argument> arguments) : numbers_(arguments.size())
    {
        pointers_.reserve(arguments.size());
        for (const auto& argument : arguments)
            pointers_.push_back(pointer(argument, numbers_[pointers_.size()].text));
    }

    int count() const { return static_cast<int>(pointers_.size()); }
    const char* const* pointers() const { return pointers_.data(); }

private:
    struct Number {
        char text[32] = {};
    };

    template <std::size_t size>
    static const char* pointer(const Argument& argument, char (&number)[size])
    {
        if (const auto* integer = std::get_if<std::int64_t>(&argument))
            std::to_chars(number, number + size - 1, *integer);
        else if (const auto* real = std::get_if<double>(&argument))
            std::to_chars(number, number + size - 1, *real);
        else if (const auto* text = std::get_if<std::string>(&argument))
            return text->c_str();
        else
            return nullptr;
        return number;
    }

    std::vector<Number> numbers_;
    std::vector<const char*> pointers_;
};

// What a connection is told before its first statement.
struct Place {
    std::string name;   // of the store, for messages
    std::string url;    // as libpq takes it
    std::string schema; // nobody else's
    std::chrono::milliseconds lock_wait;
};

class PostgresConnection : public Connection {
public:
    PostgresConnection(const Place& place, Access access);

    std::unique_ptr<Rows> query(const Sql& sql, std::span<const Argument> arguments) override
    {
        send(sql, arguments);
        return std::make_unique<PostgresRows>(collect());
    }
    void execute(const Sql& sql, std::span<const Argument> arguments, Changes changes) override;
    std::int64_t count_changed(const Sql& sql, std::span<const Argument> arguments) override;
    void prepare(const Sql& sql) override;
    void define(const std::string& statement) override { run(statement.c_str()); }

    void begin() override;
    void commit() override;
    void rollback() noexcept override;
    void begin_unit() override { send_control(begin_unit_text); }
    void keep_unit() override
    {
        collect(); // what failed is still undone
        send_control(keep_unit_text);
    }
    void undo_unit() override
    {
        send_control(undo_unit_text);
        send_control(keep_unit_text);
        collect();
    }

    bool broken() const override { return broken_ || PQstatus(session_.get()) != CONNECTION_OK; }

    std::vector<std::string> tables() override;
    void back_up(const std::string& path) override;
    void restore(const std::string& path) override;

private:
    void set_up(const Place& place);
    void hold_store(const Place& place);
    void prepare_unit_control();
    Result run(const char* text, std::span<const Argument> arguments = {});
    void send(const Sql& sql, std::span<const Argument> arguments, Changes changes = Changes::any);
    void send_control(const char* text);
    void note_sent(int sent, Changes changes = Changes::any);
    Result collect();
    void require(int sent);
    [[noreturn]] void fail(const PGresult* result);
    std::string identifier(const std::string& name) const;
    std::vector<std::string> tables_in_order();
    std::string columns_of(const std::string& table);
    void copy_out(const std::string& command, const std::function<void(std::string_view)>& row);
    void copy_in(const std::string& command, std::istream& rows);
    void run_steps_of_backup();

    static constexpr const char* begin_unit_text = "savepoint unit";
    static constexpr const char* keep_unit_text = "release savepoint unit";
    static constexpr const char* undo_unit_text = "rollback to savepoint unit";

    Access access_;
    Session session_;
    std::vector<bool> prepared_; // by Sql::number()
    std::vector<Changes> sent_;  // the commands whose answers are still to be collected
    bool broken_ = false;
};

PostgresConnection::PostgresConnection(const Place& place, Access access) : access_(access)
{
    // The URL comes after our own words and so has the last one.
    const auto seconds = std::to_string(std::max<std::int64_t>(2, place.lock_wait.count() / 1000));
    const auto application = "lgnet " + place.schema;
    const std::map<const char*, const char*> words{
        {"application_name", application.c_str()},
        {"client_encoding", "UTF8"},
        {"connect_timeout", seconds.c_str()},
        {"tcp_user_timeout", "15000"},
        {"target_session_attrs", access == Access::write ? "read-write" : "any"},
    };
    std::vector<const char*> keys;
    std::vector<const char*> values;
    for (const auto& [key, value] : words) {
        keys.push_back(key);
        values.push_back(value);
    }
    keys.insert(keys.end(), {"dbname", nullptr});
    values.insert(values.end(), {place.url.c_str(), nullptr});

    session_.reset(PQconnectdbParams(keys.data(), values.data(), 1));
    if (PQstatus(session_.get()) != CONNECTION_OK)
        throw Unavailable("unreachable", "The database of the store " + place.name +
                                             " does not answer: " + PQerrorMessage(session_.get()));
    PQsetNoticeProcessor(
        session_.get(), [](void*, const char*) {}, nullptr);
    set_up(place);
}

void PostgresConnection::set_up(const Place& place)
{
    PQenterPipelineMode(session_.get());
    run("set timezone = 'UTC'");
    run("set synchronous_commit = on"); // whatever the server's default: an answer means durable
    if (access_ == Access::read)
        run("set statement_timeout = '60s'"); // the writer's may be a step of a schema
    run(("set lock_timeout = " + std::to_string(place.lock_wait.count())).c_str());
    if (access_ == Access::write) {
        hold_store(place);
        prepare_unit_control();
    }
    run(("set search_path = " + identifier(place.schema)).c_str());
}

// Takes the lock that keeps a second program out; it is held as long as this connection lives.
void PostgresConnection::hold_store(const Place& place)
{
    const auto order = run("select datcollate, pg_encoding_to_char(encoding) from pg_database "
                           "where datname = current_database()");
    const std::string collation = PQgetvalue(order.get(), 0, 0);
    const std::string encoding = PQgetvalue(order.get(), 0, 1);
    static const std::set<std::string> bytewise{"C", "POSIX", "C.UTF-8", "C.utf8"};
    if (!bytewise.contains(collation) || encoding != "UTF8")
        throw std::runtime_error("The database of the store " + place.name + " sorts text as " +
                                 collation + " in " + encoding +
                                 ": make it with createdb --template=template0 --encoding=UTF8 "
                                 "--locale=C.UTF-8.");

    std::int64_t key = 0;
    const std::string name = "lgnet store " + place.schema;
    crypto_generichash(reinterpret_cast<unsigned char*>(&key), sizeof key,
                       reinterpret_cast<const unsigned char*>(name.data()), name.size(), nullptr,
                       0);
    const auto take = "select pg_try_advisory_lock(" + std::to_string(key) + ")";
    const auto deadline = std::chrono::steady_clock::now() + place.lock_wait;
    while (std::string_view(PQgetvalue(run(take.c_str()).get(), 0, 0)) != "t") {
        if (std::chrono::steady_clock::now() >= deadline)
            throw Unavailable("locked", "Another program uses the store " + place.name +
                                            " (schema " + place.schema + "): stop it first.");
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }

    // Looked for first, because to name an existing schema needs no right to create one.
    const std::vector<Argument> schema{place.schema};
    if (PQntuples(run("select 1 from pg_namespace where nspname = $1", schema).get()) == 0)
        run(("create schema " + identifier(place.schema)).c_str());
}

// These three run with every unit: parsed once, and named by their own text.
void PostgresConnection::prepare_unit_control()
{
    for (const auto* text : {begin_unit_text, keep_unit_text, undo_unit_text})
        note_sent(PQsendPrepare(session_.get(), text, text, 0, nullptr));
    collect();
}

std::string PostgresConnection::identifier(const std::string& name) const
{
    const std::unique_ptr<char, void (*)(void*)> quoted(
        PQescapeIdentifier(session_.get(), name.data(), name.size()), PQfreemem);
    return quoted.get();
}

void PostgresConnection::fail(const PGresult* result)
{
    const std::string message =
        result != nullptr ? PQresultErrorMessage(result) : PQerrorMessage(session_.get());
    if (PQstatus(session_.get()) != CONNECTION_OK) {
        broken_ = true;
        throw Unavailable("unreachable", message);
    }
    const auto state = result != nullptr ? field(result, PG_DIAG_SQLSTATE) : "";
    if (state.starts_with("23"))
        throw ConstraintBroken(broken_rule(result));
    const bool wrote_while_reading = state == "25006" && access_ == Access::read;
    const auto reason = reason_of(state);
    if (reason.empty() || wrote_while_reading)
        throw std::runtime_error("PostgreSQL: " + message);
    broken_ = broken_ || reason == "unreachable";
    throw Unavailable(reason, message);
}

// libpq refuses to send only when the connection is gone.
void PostgresConnection::require(int sent)
{
    if (sent == 0)
        fail(nullptr);
}

void PostgresConnection::note_sent(int sent, Changes changes)
{
    require(sent);
    sent_.push_back(changes);
}

// Waits for everything that was sent; answers the result of the last command, throws the first
// error.
Result PostgresConnection::collect()
{
    const auto sent = std::exchange(sent_, {});
    require(PQpipelineSync(session_.get()));
    Result last;
    Result error;
    bool unchanged = false;
    for (const auto changes : sent) {
        last.reset(PQgetResult(session_.get()));
        const auto status = PQresultStatus(last.get());
        if (PQstatus(session_.get()) != CONNECTION_OK)
            fail(last.get());
        while (const Result more{PQgetResult(session_.get())})
            continue; // the null that ends one command
        // Commands after the first error are only reported as skipped.
        if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK && !error)
            error = std::move(last);
        else if (changes == Changes::some && !error)
            unchanged = unchanged || changed_rows(last.get()) == 0;
    }
    const Result sync(PQgetResult(session_.get()));
    if (error)
        fail(error.get());
    if (PQresultStatus(sync.get()) != PGRES_PIPELINE_SYNC)
        fail(sync.get());
    if (unchanged)
        throw std::runtime_error(unchanged_text);
    return last;
}

Result PostgresConnection::run(const char* text, std::span<const Argument> arguments)
{
    const Values values(arguments);
    note_sent(PQsendQueryParams(session_.get(), text, values.count(), nullptr, values.pointers(),
                                nullptr, nullptr, 0));
    return collect();
}

void PostgresConnection::prepare(const Sql& sql)
{
    const auto number = static_cast<std::size_t>(sql.number());
    if (number >= prepared_.size())
        prepared_.resize(number + 1);
    if (prepared_[number])
        return;
    const auto name = "s" + std::to_string(number);
    note_sent(PQsendPrepare(session_.get(), name.c_str(), sql.text().c_str(), 0, nullptr));
    collect();
    prepared_[number] = true;
}

void PostgresConnection::send(const Sql& sql, std::span<const Argument> arguments, Changes changes)
{
    prepare(sql);
    const Values values(arguments);
    const auto name = "s" + std::to_string(sql.number());
    note_sent(PQsendQueryPrepared(session_.get(), name.c_str(), values.count(), values.pointers(),
                                  nullptr, nullptr, 0),
              changes);
}

void PostgresConnection::send_control(const char* text)
{
    note_sent(PQsendQueryPrepared(session_.get(), text, 0, nullptr, nullptr, nullptr, 0));
}

// In a reading nothing is written, nor put off.
void PostgresConnection::execute(const Sql& sql, std::span<const Argument> arguments,
                                 Changes changes)
{
    send(sql, arguments, changes);
    if (access_ == Access::read)
        collect();
}

std::int64_t PostgresConnection::count_changed(const Sql& sql, std::span<const Argument> arguments)
{
    send(sql, arguments);
    return changed_rows(collect().get());
}

void PostgresConnection::begin()
{
    run(access_ == Access::write ? "begin"
                                 : "begin transaction isolation level repeatable read read only");
}

void PostgresConnection::commit()
{
    const auto result = run("commit");
    // The server answers "ROLLBACK", and no error, when the transaction had failed before.
    if (std::string_view(PQcmdStatus(result.get())) != "COMMIT")
        throw Unavailable("input_output", "The transaction had failed before its commit.");
}

void PostgresConnection::rollback() noexcept
{
    try {
        if (!broken() && !sent_.empty())
            collect();
    } catch (const std::exception&) {
        // What nobody will keep may fail.
    }
    if (broken() || PQtransactionStatus(session_.get()) == PQTRANS_IDLE)
        return;
    try {
        run("rollback");
    } catch (const std::exception&) {
        broken_ = true;
    }
}

std::vector<std::string> PostgresConnection::tables()
{
    const auto result = run("select tablename from pg_catalog.pg_tables "
                            "where schemaname = current_schema() order by tablename");
    std::vector<std::string> names;
    for (int row = 0; row < PQntuples(result.get()); ++row)
        names.emplace_back(PQgetvalue(result.get(), row, 0));
    return names;
}

// COPY is not possible in pipeline mode.
class OutsidePipeline {
public:
    explicit OutsidePipeline(PGconn* session) : session_(session) { PQexitPipelineMode(session_); }
    ~OutsidePipeline() { PQenterPipelineMode(session_); }
    OutsidePipeline(const OutsidePipeline&) = delete;
    OutsidePipeline& operator=(const OutsidePipeline&) = delete;

private:
    PGconn* session_;
};

// A backup is text: this line; for each table "table NAME COLUMNS", its rows as COPY writes them
// and a line "\\."; and last "end" with the BLAKE2b of all before. The first table is
// store_migration, which carries the steps of the schema, and each table comes after those that it
// refers to.
constexpr std::string_view backup_begins = "lgnet backup 1 postgresql";
constexpr std::string_view rows_end = "\\.";

class Digest {
public:
    Digest() { crypto_generichash_init(&state_, nullptr, 0, bytes); }

    void add(std::string_view text)
    {
        crypto_generichash_update(&state_, reinterpret_cast<const unsigned char*>(text.data()),
                                  text.size());
    }

    std::string hex()
    {
        unsigned char hash[bytes];
        char text[2 * bytes + 1];
        crypto_generichash_final(&state_, hash, bytes);
        return sodium_bin2hex(text, sizeof text, hash, bytes);
    }

private:
    static constexpr std::size_t bytes = 32;
    crypto_generichash_state state_;
};

std::vector<std::string> PostgresConnection::tables_in_order()
{
    const auto references = run("select of.relname, target.relname from pg_constraint "
                                "join pg_class of on of.oid = conrelid "
                                "join pg_class target on target.oid = confrelid "
                                "where contype = 'f' and conrelid <> confrelid "
                                "and connamespace = current_schema()::regnamespace");
    std::multimap<std::string, std::string> needs;
    for (int row = 0; row < PQntuples(references.get()); ++row)
        needs.emplace(PQgetvalue(references.get(), row, 0), PQgetvalue(references.get(), row, 1));

    std::vector<std::string> ordered{"store_migration"};
    auto left = tables();
    std::erase(left, ordered.front());
    while (!left.empty()) {
        const auto ready = std::find_if(left.begin(), left.end(), [&](const std::string& table) {
            const auto [begin, end] = needs.equal_range(table);
            return std::none_of(begin, end, [&](const auto& need) {
                return std::find(left.begin(), left.end(), need.second) != left.end();
            });
        });
        if (ready == left.end())
            throw std::runtime_error("The tables of the store refer to each other in a circle (" +
                                     left.front() + "): they cannot be backed up.");
        ordered.push_back(*ready);
        left.erase(ready);
    }
    return ordered;
}

std::string PostgresConnection::columns_of(const std::string& table)
{
    const std::vector<Argument> arguments{table};
    const auto result = run("select string_agg(quote_ident(attname), ',' order by attnum) "
                            "from pg_attribute join pg_class on pg_class.oid = attrelid "
                            "where relname = $1 and relnamespace = current_schema()::regnamespace "
                            "and attnum > 0 and not attisdropped and attgenerated = ''",
                            arguments);
    return PQgetvalue(result.get(), 0, 0);
}

void PostgresConnection::copy_out(const std::string& command,
                                  const std::function<void(std::string_view)>& row)
{
    const OutsidePipeline outside(session_.get());
    const Result started(PQexec(session_.get(), command.c_str()));
    if (PQresultStatus(started.get()) != PGRES_COPY_OUT)
        fail(started.get());
    char* bytes = nullptr;
    int length = 0;
    while ((length = PQgetCopyData(session_.get(), &bytes, 0)) > 0) {
        const std::unique_ptr<char, void (*)(void*)> held(bytes, PQfreemem);
        row({bytes, static_cast<std::size_t>(length)});
    }
    Result ended;
    while (Result result{PQgetResult(session_.get())})
        ended = std::move(result);
    if (PQresultStatus(ended.get()) != PGRES_COMMAND_OK)
        fail(ended.get());
}

void PostgresConnection::copy_in(const std::string& command, std::istream& rows)
{
    const OutsidePipeline outside(session_.get());
    const Result started(PQexec(session_.get(), command.c_str()));
    if (PQresultStatus(started.get()) != PGRES_COPY_IN)
        fail(started.get());
    std::string line;
    while (std::getline(rows, line) && line != rows_end) {
        line += '\n';
        if (PQputCopyData(session_.get(), line.data(), static_cast<int>(line.size())) != 1)
            fail(nullptr);
    }
    if (PQputCopyEnd(session_.get(), nullptr) != 1)
        fail(nullptr);
    Result ended;
    while (Result result{PQgetResult(session_.get())})
        ended = std::move(result);
    if (PQresultStatus(ended.get()) != PGRES_COMMAND_OK)
        fail(ended.get());
}

void PostgresConnection::back_up(const std::string& path)
{
    run("set local statement_timeout = 0");
    NewFile file(path);
    Digest digest;
    const auto write = [&](std::string_view text) {
        file.write(text);
        digest.add(text);
    };
    write(std::string(backup_begins) + "\n");
    for (const auto& table : tables_in_order()) {
        const auto columns = columns_of(table);
        write("table " + table + " " + columns + "\n");
        copy_out("copy " + identifier(table) + " (" + columns + ") to stdout", write);
        write(std::string(rows_end) + "\n");
    }
    file.write("end " + digest.hex() + "\n");
    file.finish();
}

// Read once before anything is restored from it: a backup that was cut or altered is refused.
void verify_backup(const std::string& path)
{
    std::ifstream file(path);
    std::string line;
    Digest digest;
    for (bool first = true; std::getline(file, line); first = false) {
        if (first && line != backup_begins)
            break;
        if (line.starts_with("end ") && file.peek() == std::ifstream::traits_type::eof()) {
            if (line != "end " + digest.hex())
                break;
            return;
        }
        digest.add(line + "\n");
    }
    throw std::runtime_error("The file " + path +
                             " is not a whole backup of a store on PostgreSQL: take another copy.");
}

// Makes the tables as the steps made them, and leaves out the rows that the steps put there.
void PostgresConnection::run_steps_of_backup()
{
    const auto steps = run("select sql from store_migration order by step");
    for (int row = 0; row < PQntuples(steps.get()); ++row)
        for (const auto& statement : split_statements(PQgetvalue(steps.get(), row, 0)))
            define(statement);
    std::string all;
    for (const auto& table : tables())
        if (table != "store_migration")
            all += (all.empty() ? "" : ", ") + identifier(table);
    run(("truncate " + all).c_str());
}

void PostgresConnection::restore(const std::string& path)
{
    verify_backup(path);
    std::ifstream file(path);
    std::string line;
    begin();
    try {
        make_own_tables(*this);
        while (std::getline(file, line)) {
            if (!line.starts_with("table "))
                continue;
            const auto name = line.substr(6, line.find(' ', 6) - 6);
            const auto columns = line.substr(line.find(' ', 6) + 1);
            copy_in("copy " + identifier(name) + " (" + columns + ") from stdin", file);
            if (name == "store_migration")
                run_steps_of_backup();
        }
        // The views are not in the backup: the next migration makes them.
        const std::vector<Argument> views{views_note};
        run("delete from store_note where name = $1", views);
        commit();
    } catch (...) {
        rollback();
        throw;
    }
}

class PostgresDatabase : public Database {
public:
    explicit PostgresDatabase(Place place) : place_(std::move(place)) {}

    std::unique_ptr<Connection> connect(Access access) override
    {
        return std::make_unique<PostgresConnection>(place_, access);
    }

private:
    Place place_;
};

// Takes "schema=NAME" out of the query of the URL, because libpq refuses words it does not know.
std::string take_schema(std::string& url)
{
    const auto query = url.find('?');
    if (query == std::string::npos)
        return {};
    std::string schema;
    std::string kept;
    std::istringstream words(url.substr(query + 1));
    for (std::string word; std::getline(words, word, '&');) {
        if (word.starts_with("schema="))
            schema = word.substr(7);
        else
            kept += (kept.empty() ? "?" : "&") + word;
    }
    url = url.substr(0, query) + kept;
    return schema;
}

bool is_schema_name(const std::string& name)
{
    const bool letters = std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    });
    return letters && !name.empty() && name.size() <= 63 && !name.starts_with("pg_") &&
           name != "public";
}

} // namespace

std::unique_ptr<Database> open_postgres(const Settings& settings)
{
    Place place{settings.name, settings.url, {}, settings.lock_wait};
    place.schema = take_schema(place.url);
    if (place.schema.empty())
        place.schema = settings.name;
    if (!is_schema_name(place.schema))
        throw std::runtime_error(
            "The store " + settings.name +
            " needs a schema of its own: end its URL with ?schema= and a name of small letters, "
            "digits and _ (not public).");
    return std::make_unique<PostgresDatabase>(std::move(place));
}

} // namespace store
