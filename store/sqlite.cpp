// SPDX-License-Identifier: EUPL-1.2
// SQLite. One connection writes and checkpoints, the others are read-only: docs/decisions/0003.
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string_view>
#include <thread>
#include <unordered_map>

#include "base/problem.h"
#include "store/connection.h"
#include "store/files.h"
#include "store/script.h"

namespace store {

namespace {

// Pages of 4 KiB: about 4 MB of write-ahead log between two checkpoints.
constexpr int checkpoint_pages = 1000;

struct Closer {
    void operator()(sqlite3* session) const { sqlite3_close_v2(session); }
};
using Session = std::unique_ptr<sqlite3, Closer>;

// A prepared statement. SQLite numbers $n by first appearance, so that the place of each $n is
// kept.
struct Statement {
    Statement(sqlite3* session, std::string_view text, unsigned flags);
    ~Statement() { sqlite3_finalize(handle); }
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    void bind(std::span<const Argument> arguments, sqlite3_destructor_type lifetime);
    void reset()
    {
        sqlite3_reset(handle);
        sqlite3_clear_bindings(handle);
        busy = false;
    }

    sqlite3_stmt* handle = nullptr;
    std::vector<int> argument_of; // for each place, from 1: the n of its $n
    std::size_t arguments = 0;    // the highest n
    bool busy = false;
};

[[noreturn]] void fail(sqlite3* session, Access access)
{
    const int code = sqlite3_errcode(session);
    const std::string message = sqlite3_errmsg(session);
    const int system_error = sqlite3_system_errno(session);
    switch (code & 0xff) {
    case SQLITE_CONSTRAINT: {
        if (sqlite3_extended_errcode(session) == SQLITE_CONSTRAINT_DATATYPE)
            break; // a mistake in a statement, as it is on PostgreSQL
        const auto name = message.find(": ");
        throw ConstraintBroken(name == std::string::npos ? message : message.substr(name + 2));
    }
    case SQLITE_FULL:
        throw Unavailable("disk_full", message);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        throw Unavailable("locked", message);
    case SQLITE_READONLY:
        if (access == Access::read)
            break; // an act that said it only reads
        [[fallthrough]];
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        if (system_error == ENOSPC || system_error == EDQUOT)
            throw Unavailable("disk_full", message);
        throw Unavailable("input_output", message + ", " + std::strerror(system_error));
    default:
        break;
    }
    throw std::runtime_error("SQLite: " + message);
}

Statement::Statement(sqlite3* session, std::string_view text, unsigned flags)
{
    const char* rest = nullptr;
    const int result = sqlite3_prepare_v3(session, text.data(), static_cast<int>(text.size()),
                                          flags, &handle, &rest);
    if (result != SQLITE_OK)
        fail(session, Access::read);
    const std::string_view tail(rest, static_cast<std::size_t>(text.data() + text.size() - rest));
    if (handle == nullptr || tail.find_first_not_of(" \n\t\r;") != std::string_view::npos) {
        sqlite3_finalize(handle);
        throw std::runtime_error("SQLite: not one statement: " + std::string(text));
    }
    for (int place = 1; place <= sqlite3_bind_parameter_count(handle); ++place) {
        const char* name = sqlite3_bind_parameter_name(handle, place);
        const int number = name != nullptr && name[0] == '$' ? std::atoi(name + 1) : 0;
        if (number < 1) {
            sqlite3_finalize(handle);
            throw std::runtime_error("SQLite: a parameter that is not $n: " + std::string(text));
        }
        argument_of.push_back(number);
        arguments = std::max(arguments, static_cast<std::size_t>(number));
    }
}

void bind_one(sqlite3_stmt* handle, int place, const Argument& argument,
              sqlite3_destructor_type lifetime)
{
    if (const auto* integer = std::get_if<std::int64_t>(&argument))
        sqlite3_bind_int64(handle, place, *integer);
    else if (const auto* real = std::get_if<double>(&argument))
        sqlite3_bind_double(handle, place, *real);
    else if (const auto* text = std::get_if<std::string>(&argument))
        sqlite3_bind_text64(handle, place, text->data(), text->size(), lifetime, SQLITE_UTF8);
    // What is not bound is null.
}

void Statement::bind(std::span<const Argument> values, sqlite3_destructor_type lifetime)
{
    ENSURE(values.size() == arguments);
    for (std::size_t place = 0; place < argument_of.size(); ++place) {
        const auto& value = values[static_cast<std::size_t>(argument_of[place]) - 1];
        bind_one(handle, static_cast<int>(place) + 1, value, lifetime);
    }
}

// The first row was fetched when the statement ran.
class SqliteRows : public Rows {
public:
    SqliteRows(sqlite3* session, Access access, Statement& statement,
               std::unique_ptr<Statement> owned)
        : session_(session), access_(access), statement_(statement), owned_(std::move(owned))
    {
    }
    ~SqliteRows() override { statement_.reset(); }

    // The first step is taken by query(): the statement has run even if nobody asks for rows.
    void run() { step(); }

    bool next() override
    {
        if (!fetched_)
            step();
        fetched_ = false;
        return has_row_;
    }

    int columns() const override { return sqlite3_column_count(statement_.handle); }
    std::string_view name(int column) const override
    {
        return sqlite3_column_name(statement_.handle, column);
    }
    bool is_null(int column) const override
    {
        return sqlite3_column_type(statement_.handle, column) == SQLITE_NULL;
    }
    std::int64_t integer(int column) const override
    {
        return sqlite3_column_int64(statement_.handle, column);
    }
    double real(int column) const override
    {
        return sqlite3_column_double(statement_.handle, column);
    }
    std::string_view text(int column) const override
    {
        const auto* bytes = sqlite3_column_text(statement_.handle, column);
        const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_.handle, column));
        return {reinterpret_cast<const char*>(bytes), size};
    }

private:
    void step()
    {
        fetched_ = true;
        if (!has_row_)
            return; // at the end already: one more step would run the statement again
        const int result = sqlite3_step(statement_.handle);
        has_row_ = result == SQLITE_ROW;
        if (result != SQLITE_ROW && result != SQLITE_DONE)
            fail(session_, access_);
    }

    sqlite3* session_;
    Access access_;
    Statement& statement_;
    std::unique_ptr<Statement> owned_;
    bool fetched_ = false;
    bool has_row_ = true;
};

class SqliteConnection : public Connection {
public:
    SqliteConnection(const std::string& path, Access access, std::chrono::milliseconds lock_wait);

    std::unique_ptr<Rows> query(const Sql& sql, std::span<const Argument> arguments) override;
    void execute(const Sql& sql, std::span<const Argument> arguments, Changes changes) override
    {
        if (count_changed(sql, arguments) == 0 && changes == Changes::some)
            throw std::runtime_error(unchanged_text);
    }
    std::int64_t count_changed(const Sql& sql, std::span<const Argument> arguments) override;
    void prepare(const Sql& sql) override { prepared(sql); }
    void define(const std::string& statement) override { run(for_sqlite(statement)); }

    void begin() override { control(access_ == Access::write ? "begin immediate" : "begin"); }
    void commit() override { control("commit"); }
    void rollback() noexcept override;
    void begin_unit() override { control("savepoint unit"); }
    void keep_unit() override { control("release unit"); }
    void undo_unit() override
    {
        control("rollback to unit");
        control("release unit");
    }

    bool broken() const override { return broken_; }
    void rest() override;
    void shrink() override { sqlite3_db_release_memory(session_.get()); }
    void finish() override;

    std::vector<std::string> tables() override;
    void back_up(const std::string& path) override;
    void restore(const std::string& path) override;

private:
    void set_up(std::chrono::milliseconds lock_wait);
    void run(const std::string& statement);
    void control(const char* text);
    void step_to_end(Statement& statement);
    Statement& prepared(const Sql& sql);
    std::string first_text(const std::string& statement);

    // For errors that the connection met itself, so that a new one is opened afterwards.
    template <class Body> auto watched(Body body) -> decltype(body());

    Access access_;
    Session session_;
    std::vector<std::unique_ptr<Statement>> statements_; // by Sql::number()
    std::unordered_map<std::string_view, std::unique_ptr<Statement>> controls_;
    bool broken_ = false;
    int log_pages_ = 0;
    int checkpoint_at_ = checkpoint_pages;
};

Session open_session(const std::string& path, int flags)
{
    sqlite3* opened = nullptr;
    const int result = sqlite3_open_v2(path.c_str(), &opened, flags | SQLITE_OPEN_NOMUTEX, nullptr);
    Session session(opened);
    if (result != SQLITE_OK)
        throw Unavailable("input_output", "Cannot open " + path + ": " + sqlite3_errstr(result));
    sqlite3_extended_result_codes(session.get(), 1);
    return session;
}

SqliteConnection::SqliteConnection(const std::string& path, Access access,
                                   std::chrono::milliseconds lock_wait)
    : access_(access),
      session_(open_session(path,
                            access == Access::write ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY))
{
    set_up(lock_wait);
}

void SqliteConnection::set_up(std::chrono::milliseconds lock_wait)
{
    auto* const session = session_.get();
    sqlite3_busy_timeout(session, static_cast<int>(lock_wait.count()));
    sqlite3_db_config(session, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_db_config(session, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    sqlite3_db_config(session, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
    sqlite3_db_config(session, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(session, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    // A hook of our own takes the place of SQLite's automatic checkpoints.
    sqlite3_wal_hook(
        session,
        [](void* self, sqlite3*, const char*, int pages) {
            auto& connection = *static_cast<SqliteConnection*>(self);
            if (pages < connection.log_pages_)
                connection.checkpoint_at_ = checkpoint_pages; // the log began anew
            connection.log_pages_ = pages;
            return SQLITE_OK;
        },
        this);

    run("pragma mmap_size = 0");
    run("pragma foreign_keys = on");
    run("pragma temp_store = memory");      // what is sorted never lies unsealed in /tmp
    run("pragma case_sensitive_like = on"); // as on PostgreSQL
    if (access_ == Access::read) {
        sqlite3_db_config(session, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
        run("pragma query_only = on");
        run("pragma cache_size = -1000");
        return;
    }
    if (first_text("pragma journal_mode = wal") != "wal")
        throw Unavailable("input_output", "SQLite cannot keep a write-ahead log here.");
    run("pragma synchronous = full");
    run("pragma cache_size = -8000"); // given back when the writer has been still for a while
    run("pragma journal_size_limit = 16000000");
}

template <class Body> auto SqliteConnection::watched(Body body) -> decltype(body())
{
    try {
        return body();
    } catch (const Unavailable& error) {
        broken_ = broken_ || error.reason == "input_output";
        throw;
    }
}

void SqliteConnection::run(const std::string& text)
{
    Statement statement(session_.get(), text, 0);
    step_to_end(statement);
}

void SqliteConnection::step_to_end(Statement& statement)
{
    watched([&] {
        int result = SQLITE_ROW;
        while (result == SQLITE_ROW)
            result = sqlite3_step(statement.handle);
        if (result != SQLITE_DONE)
            fail(session_.get(), access_);
    });
}

// Only for literals: they are the keys of what is prepared.
void SqliteConnection::control(const char* text)
{
    auto& statement = controls_[text];
    if (!statement)
        statement = std::make_unique<Statement>(session_.get(), text, SQLITE_PREPARE_PERSISTENT);
    try {
        step_to_end(*statement);
    } catch (...) {
        statement->reset();
        throw;
    }
    statement->reset();
}

Statement& SqliteConnection::prepared(const Sql& sql)
{
    const auto number = static_cast<std::size_t>(sql.number());
    if (number >= statements_.size())
        statements_.resize(number + 1);
    auto& statement = statements_[number];
    if (!statement)
        statement = watched([&] {
            return std::make_unique<Statement>(session_.get(), sql.text(),
                                               SQLITE_PREPARE_PERSISTENT);
        });
    return *statement;
}

std::unique_ptr<Rows> SqliteConnection::query(const Sql& sql, std::span<const Argument> arguments)
{
    auto* statement = &prepared(sql);
    std::unique_ptr<Statement> second; // the rows of the first are still being read
    if (statement->busy) {
        second = std::make_unique<Statement>(session_.get(), sql.text(), 0);
        statement = second.get();
    }
    statement->busy = true;
    auto rows =
        std::make_unique<SqliteRows>(session_.get(), access_, *statement, std::move(second));
    statement->bind(arguments, SQLITE_TRANSIENT);
    watched([&] { rows->run(); });
    return rows;
}

std::int64_t SqliteConnection::count_changed(const Sql& sql, std::span<const Argument> arguments)
{
    auto& statement = prepared(sql);
    if (statement.busy) {
        const auto rows = query(sql, arguments);
        while (rows->next())
            continue;
    } else {
        const std::unique_ptr<Statement, void (*)(Statement*)> tidy(
            &statement, [](Statement* used) { used->reset(); });
        statement.bind(arguments, SQLITE_STATIC);
        step_to_end(statement);
    }
    return sqlite3_stmt_readonly(statement.handle) != 0 ? 0 : sqlite3_changes64(session_.get());
}

void SqliteConnection::rollback() noexcept
{
    // SQLite has rolled back by itself after some errors (a full disk, for one).
    if (sqlite3_get_autocommit(session_.get()) != 0)
        return;
    sqlite3_exec(session_.get(), "rollback", nullptr, nullptr, nullptr);
    broken_ = broken_ || sqlite3_get_autocommit(session_.get()) == 0;
}

// A passive checkpoint waits for nobody; what a long reader keeps in the log is left for a later
// one.
void SqliteConnection::rest()
{
    if (log_pages_ < checkpoint_at_)
        return;
    sqlite3_wal_checkpoint_v2(session_.get(), nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
    checkpoint_at_ = log_pages_ + checkpoint_pages;
}

void SqliteConnection::finish()
{
    sqlite3_wal_checkpoint_v2(session_.get(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr,
                              nullptr);
}

std::vector<std::string> SqliteConnection::tables()
{
    Statement statement(session_.get(),
                        "select name from sqlite_schema where type = 'table' "
                        "and name not like 'sqlite!_%' escape '!' order by name",
                        0);
    std::vector<std::string> names;
    while (sqlite3_step(statement.handle) == SQLITE_ROW)
        names.emplace_back(reinterpret_cast<const char*>(sqlite3_column_text(statement.handle, 0)));
    if (sqlite3_errcode(session_.get()) != SQLITE_DONE)
        fail(session_.get(), access_);
    return names;
}

std::string SqliteConnection::first_text(const std::string& text)
{
    Statement statement(session_.get(), text, 0);
    if (sqlite3_step(statement.handle) != SQLITE_ROW)
        fail(session_.get(), access_);
    return reinterpret_cast<const char*>(sqlite3_column_text(statement.handle, 0));
}

// Copies in one step, so in one snapshot of what is read; the writer goes on beside it.
void copy_all(sqlite3* from, sqlite3* into)
{
    auto* const copy = sqlite3_backup_init(into, "main", from, "main");
    if (copy == nullptr)
        fail(into, Access::write);
    const int result = sqlite3_backup_step(copy, -1);
    sqlite3_backup_finish(copy);
    if (result == SQLITE_DONE)
        return;
    if (result == SQLITE_BUSY || result == SQLITE_LOCKED)
        throw Unavailable("locked", sqlite3_errstr(result));
    fail(into, Access::write);
}

void SqliteConnection::back_up(const std::string& path)
{
    NewFile file(path);
    {
        const auto copy = open_session(file.part(), SQLITE_OPEN_READWRITE);
        copy_all(session_.get(), copy.get());
        // A copy is one file, without a write-ahead log beside it.
        if (sqlite3_exec(copy.get(), "pragma journal_mode = delete", nullptr, nullptr, nullptr) !=
            SQLITE_OK)
            fail(copy.get(), Access::write);
    }
    file.finish();
}

void SqliteConnection::restore(const std::string& path)
{
    try {
        SqliteConnection backup(path, Access::read, std::chrono::milliseconds(0));
        if (backup.first_text("pragma quick_check") != "ok")
            throw Unavailable("input_output", "its pages are damaged");
        const auto tables = backup.tables();
        if (std::find(tables.begin(), tables.end(), "store_migration") == tables.end())
            throw Unavailable("input_output", "it holds no store");
        copy_all(backup.session_.get(), session_.get());
    } catch (const Unavailable& error) {
        throw std::runtime_error("The backup " + path + " cannot be restored: " + error.detail +
                                 ".");
    }
}

// flock keeps a second program, or a second store of this one, out of the file.
class LockFile {
public:
    LockFile(const std::string& path, std::chrono::milliseconds wait)
        : descriptor_(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600))
    {
        if (descriptor_ < 0)
            throw std::runtime_error("Cannot open " + path + ": " + std::strerror(errno) + ".");
        const auto deadline = std::chrono::steady_clock::now() + wait;
        while (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
            if (std::chrono::steady_clock::now() >= deadline) {
                ::close(descriptor_);
                throw Unavailable("locked",
                                  "Another program uses the store of " + path + ": stop it first.");
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
    }
    ~LockFile() { ::close(descriptor_); }
    LockFile(const LockFile&) = delete;
    LockFile& operator=(const LockFile&) = delete;

private:
    int descriptor_;
};

class SqliteDatabase : public Database {
public:
    SqliteDatabase(std::string path, std::chrono::milliseconds lock_wait, Hold hold)
        : path_(std::move(path)), lock_wait_(lock_wait)
    {
        if (hold == Hold::beside)
            return;
        lock_.emplace(path_ + ".lock", lock_wait);
        make_private_file();
    }

    std::unique_ptr<Connection> connect(Access access) override
    {
        ENSURE(lock_ || access == Access::read);
        return std::make_unique<SqliteConnection>(path_, access, lock_wait_);
    }

private:
    // SQLite would make the file readable by others; its log takes the rights of the file. Only
    // here, where no connection is open: closing any descriptor of the file drops SQLite's locks.
    void make_private_file()
    {
        const int descriptor = ::open(path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
        if (descriptor < 0)
            throw std::runtime_error("Cannot open " + path_ + ": " + std::strerror(errno) + ".");
        ::close(descriptor);
        sync_folder_of(path_);
    }

    std::string path_;
    std::chrono::milliseconds lock_wait_;
    std::optional<LockFile> lock_; // none: another program holds it
};

} // namespace

std::unique_ptr<Database> open_sqlite(const Settings& settings, Hold hold)
{
    constexpr std::string_view scheme = "sqlite:";
    auto path = settings.url.substr(scheme.size());
    if (path.empty())
        throw std::runtime_error("The URL of the store " + settings.name +
                                 " names no file: write sqlite:/path/" + settings.name + ".db.");
    // Counting every allocation costs a lock that all threads share. Only the first call counts.
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    return std::make_unique<SqliteDatabase>(std::move(path), settings.lock_wait, hold);
}

} // namespace store
