// SPDX-License-Identifier: EUPL-1.2
// The one door to the database. A Store is the place of one city, or of the network: a SQLite file
// ("sqlite:/path/roma.db") or a PostgreSQL database and schema
// ("postgresql://user@host/base?schema=roma", or with host=/socket/dir), chosen by its URL.
//
// Writes. Every unit of work runs on the store's one writer thread. The writer takes what waits (at
// most batch_max, at most batch_milliseconds of work), commits it at once and durably, and only
// then calls `done`. A unit that throws is rolled back alone. Work must be short, may be run again
// (when a unit of its batch is rolled back after it has written, all are), and has no effect
// outside the store. Reads run beside it, on read-only connections, in the caller's thread.
//
// Exactly one connection of a SQLite file writes and checkpoints: Debian's SQLite 3.40.1 has the
// WAL-reset bug when two do (docs/decisions/0003). A lock file keeps a second program out.
#pragma once

#include <any>
#include <chrono>
#include <cstdint>
#include <exception>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <typeindex>
#include <variant>
#include <vector>

#include "base/id.h"
#include "base/time.h"

namespace store {

// A statement written in the words both databases speak (store/DIALECT.md), with $1 .. $n. Every
// Sql is a long-lived constant: it registers itself, is prepared once per connection, and a test
// prepares them all on both databases.
class Sql {
public:
    explicit Sql(std::string text);
    ~Sql();
    Sql(const Sql&) = delete;
    Sql& operator=(const Sql&) = delete;

    const std::string& text() const { return text_; }
    int number() const { return number_; } // unique in the program: the key of prepared statements
    bool only_reads() const { return only_reads_; } // it begins with "select"

private:
    std::string text_;
    int number_;
    bool only_reads_;
};

// A statement whose text is known only once the house stands (of a table that a module declares):
// made at its first use, kept as every other is. For few texts, none of which comes from a wish.
const Sql& kept_sql(const std::string& text);

// Every Sql that the program holds, for the test that prepares them all.
std::vector<const Sql*> every_statement();

// A table that has sealed columns and is written by the program: told by insert_row (rows.h), for
// the test that asks who answers for it.
struct SealedTable {
    std::string table;
    std::vector<std::string> columns;
};
bool note_sealed(SealedTable table);
std::vector<SealedTable> every_sealed_table();

using Argument = std::variant<std::nullptr_t, std::int64_t, double, std::string>;

inline Argument argument(std::nullptr_t) { return nullptr; }
inline Argument argument(bool value) { return std::int64_t{value}; }
inline Argument argument(int value) { return std::int64_t{value}; }
inline Argument argument(std::int64_t value) { return value; }
inline Argument argument(double value) { return value; }
inline Argument argument(const char* value) { return std::string(value); }
inline Argument argument(std::string_view value) { return std::string(value); }
inline Argument argument(std::string value) { return value; }
inline Argument argument(const Uuid& value) { return to_string(value); }
inline Argument argument(Date value) { return to_string(value); }
inline Argument argument(Instant value) { return value.milliseconds; }
template <class T> Argument argument(const std::optional<T>& value)
{
    return value ? argument(*value) : Argument(nullptr);
}

// The rows of an answer, one at a time: while (rows.next()) { rows.text(0) ... }.
// What text() returns lives until the next next().
class Rows {
public:
    virtual ~Rows() = default;
    virtual bool next() = 0;
    virtual int columns() const = 0;
    virtual std::string_view name(int column) const = 0;
    virtual bool is_null(int column) const = 0;
    virtual std::int64_t integer(int column) const = 0;
    virtual double real(int column) const = 0;
    virtual std::string_view text(int column) const = 0;
};

class Connection; // sqlite.cpp, postgres.cpp
class Seal;       // seal.h

// What a unit of work found out and the next one of its batch need not ask for again (the last
// line of the journal): one value of each type, which whoever changes the rows keeps true.
// Forgotten with the batch, and when a unit is rolled back.
class Remembered {
public:
    template <class T> const T* find() const
    {
        const auto found = things_.find(std::type_index(typeid(T)));
        return found == things_.end() ? nullptr : std::any_cast<T>(&found->second);
    }
    template <class T> void put(T thing) { things_[std::type_index(typeid(T))] = std::move(thing); }
    // To add to; empty at first.
    template <class T> T& get()
    {
        auto& thing = things_[std::type_index(typeid(T))];
        return thing.has_value() ? std::any_cast<T&>(thing) : thing.emplace<T>();
    }
    void forget() { things_.clear(); }

private:
    std::map<std::type_index, std::any> things_;
};

// How many rows a statement must change; none where any number will do.
enum class Changes { any, some };

// How a unit of work is done. Lightly, in the hope that nothing of its batch must be rolled back:
// if something must, everything is done again, carefully, each unit so that it can be rolled back
// alone.
enum class Pass { light, careful };

// What a unit of work sees of the store.
class Transaction {
public:
    Transaction(Connection& connection, const Seal& seal, Remembered& remembered, Pass pass)
        : connection_(connection), seal_(seal), remembered_(remembered), pass_(pass)
    {
    }

    template <class... Values> std::unique_ptr<Rows> query(const Sql& sql, const Values&... values)
    {
        const std::vector<Argument> arguments{argument(values)...};
        return query_all(sql, arguments);
    }

    // Runs a statement for its effect, in its turn but without waiting for it: what the database
    // has against it is thrown by this statement, by a later one, or by the end of the unit.
    template <class... Values> void execute(const Sql& sql, const Values&... values)
    {
        const std::vector<Argument> arguments{argument(values)...};
        execute_all(sql, arguments, Changes::any);
    }

    // The same, waiting: how many rows it changed.
    template <class... Values> std::int64_t count_changed(const Sql& sql, const Values&... values)
    {
        const std::vector<Argument> arguments{argument(values)...};
        return count_changed_all(sql, arguments);
    }

    // A single number (count(*), max(...)); 0 where there is no row or a null.
    template <class... Values> std::int64_t number(const Sql& sql, const Values&... values)
    {
        const auto rows = query(sql, values...);
        return rows->next() && !rows->is_null(0) ? rows->integer(0) : 0;
    }

    std::unique_ptr<Rows> query_all(const Sql& sql, std::span<const Argument> arguments);
    void execute_all(const Sql& sql, std::span<const Argument> arguments,
                     Changes changes = Changes::any);
    std::int64_t count_changed_all(const Sql& sql, std::span<const Argument> arguments);

    const Seal& seal() const { return seal_; }
    Remembered& remembered() { return remembered_; }

    // Runs when what was written is durable, on the writer's thread, before the caller is answered.
    // Dropped when the work is rolled back. Must not throw.
    void after_commit(std::function<void()> effect) { effects_.push_back(std::move(effect)); }
    std::vector<std::function<void()>>& effects() { return effects_; }

    // The first statement that failed: the unit is over with it, on both databases, even where the
    // work catches the error and goes on.
    std::exception_ptr failure() const { return failure_; }
    // Whether there is anything to roll back.
    bool has_written() const { return has_written_; }
    Pass pass() const { return pass_; }

private:
    template <class Call> auto watched(const Sql& sql, const Call& call);

    Connection& connection_;
    const Seal& seal_;
    Remembered& remembered_;
    const Pass pass_;
    std::vector<std::function<void()>> effects_;
    std::exception_ptr failure_;
    bool has_written_ = false;
};

// A rule of the schema (unique, check, foreign key, not null) said no: the act that let it come so
// far answers 409. `constraint` is the database's own name of the rule, for the log.
class ConstraintBroken : public std::exception {
public:
    explicit ConstraintBroken(std::string constraint) : constraint(std::move(constraint)) {}
    const char* what() const noexcept override { return constraint.c_str(); }
    std::string constraint;
};

// The store cannot work now: "disk_full", "locked", "queue_full", "unreachable", "stopping",
// "input_output". Answered 503 with that reason; the next unit of work tries again.
class Unavailable : public std::exception {
public:
    Unavailable(std::string reason, std::string detail)
        : reason(std::move(reason)), detail(std::move(detail))
    {
    }
    const char* what() const noexcept override { return detail.c_str(); }
    std::string reason;
    std::string detail; // for the log, never for the caller
};

struct Settings {
    std::string name;     // "roma", "network": in logs and metrics
    std::string url;      // sqlite:PATH or postgresql://...?schema=NAME (else: the store's name)
    std::string key_file; // 32 bytes as hex; made (mode 0600) if the store is new
    int batch_max = 256;  // units of work in one commit
    int batch_milliseconds = 20; // work in one commit
    int queue_max = 4096;        // waiting units; one more is Unavailable("queue_full")
    int readers_max = 4;         // read connections kept
    std::chrono::milliseconds lock_wait{2000};
    // For tests: every batch is done lightly, undone, and done again carefully, so that a unit that
    // must not run twice is found out.
    bool everything_twice = false;
};

struct Numbers {
    std::int64_t commits = 0; // batches committed
    std::int64_t units = 0;   // units of work committed
    std::int64_t refused = 0; // units rolled back
    std::int64_t waiting = 0; // in the queue now
};

// One step of a module's schema: "outreach/0001_contacts", the statements, and a checksum over
// them.
struct Migration {
    std::string name;
    std::string sql;
};

// SQL that is made anew at each migration (facts views), after all steps: drop and create.
struct View {
    std::string name;
    std::string sql;
};

using Work = std::function<void(Transaction&)>;
using Done = std::function<void(std::exception_ptr)>; // null when durable

class Store {
public:
    // Opens or creates. Throws Unavailable, or std::runtime_error with a sentence for the operator.
    static std::unique_ptr<Store> open(const Settings& settings);

    ~Store();
    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;

    // Queues a unit of work; `done` is called once, from the writer's thread, after the commit or
    // the rollback of this unit.
    void submit(Work work, Done done);

    // The same, waiting; throws what the work threw.
    void write(const Work& work);

    // Runs in this thread on a read-only connection, in one snapshot.
    void read(const std::function<void(Transaction&)>& work);

    // Forward only, each step once, in the order given, in one transaction together with its record
    // in store_migration (name, checksum, applied_at). Throws std::runtime_error, in one sentence
    // that says what to do, when an applied step has changed or the store has a step that this
    // program lacks. Answers the names of the steps applied now.
    std::vector<std::string> migrate(std::span<const Migration> steps, std::span<const View> views);
    // The steps that migrate would apply; the same errors.
    std::vector<std::string> pending(std::span<const Migration> steps);

    // A consistent copy while the store works: a SQLite file, or for PostgreSQL every table of the
    // schema as COPY text; restore() of store/backup.h reads both.
    void back_up(const std::string& path);

    // No more work is taken; what was taken is committed; a SQLite file is checkpointed.
    void stop();

    const std::string& name() const;
    const Seal& seal() const;
    Numbers numbers() const;

    // For tests and benches: prepares one statement, and throws what the database says.
    void prepare(const Sql& sql);

private:
    struct Inside;
    explicit Store(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> inside_;
};

} // namespace store
