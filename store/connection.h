// SPDX-License-Identifier: EUPL-1.2
// What the store asks of a database. sqlite.cpp and postgres.cpp answer it; nothing outside this
// folder includes this file. A connection is used by one thread at a time.
//
// Failures are thrown as the store's callers know them: ConstraintBroken, Unavailable, and
// std::runtime_error for what is our own mistake (a statement that the database does not
// understand).
#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "store/store.h"

namespace store {

enum class Access { read, write };

// A row that the caller has just read and now changes is not there: our own mistake.
constexpr const char* unchanged_text = "A statement has changed no row.";

class Connection {
public:
    virtual ~Connection() = default;

    // The statement has run when query() returns, even if nobody asks for its rows.
    virtual std::unique_ptr<Rows> query(const Sql& sql, std::span<const Argument> arguments) = 0;
    // It may run later, but before whatever comes next on this connection; a rule that it breaks,
    // or that it has not changed what it should, is thrown by any call until the unit or the batch
    // ends.
    virtual void execute(const Sql& sql, std::span<const Argument> arguments, Changes changes) = 0;
    virtual std::int64_t count_changed(const Sql& sql, std::span<const Argument> arguments) = 0;
    virtual void prepare(const Sql& sql) = 0;

    // One statement of a schema, in the words of store/DIALECT.md, or of this folder's own.
    virtual void define(const std::string& statement) = 0;

    // A batch of units for the writer; one snapshot for a reader.
    virtual void begin() = 0;
    virtual void commit() = 0;
    virtual void rollback() noexcept = 0;

    // A unit of work that can be rolled back alone. When keep_unit throws, a statement of the unit
    // has failed and it is to be undone; when one of the others throws, the whole batch is lost.
    virtual void begin_unit() = 0;
    virtual void keep_unit() = 0;
    virtual void undo_unit() = 0;

    // Nothing can be done on this connection any more; a new one may work.
    virtual bool broken() const = 0;

    // A batch is committed; nothing was written for a while; nothing will be written any more.
    virtual void rest() {}
    virtual void shrink() {}
    virtual void finish() {}

    virtual std::vector<std::string> tables() = 0;

    // In a reader's snapshot, to a new file; and from it, on the writer of a store without tables.
    virtual void back_up(const std::string& path) = 0;
    virtual void restore(const std::string& path) = 0;
};

// Whether a store's place is held against other programs, or read beside the one that holds it:
// then only connections of Access::read may be made.
enum class Hold { alone, beside };

// The place of one store, for as long as it lives.
class Database {
public:
    virtual ~Database() = default;

    // Thread-safe. At most one connection of Access::write may live at a time.
    virtual std::unique_ptr<Connection> connect(Access access) = 0;
};

// Chosen by the URL of the settings.
std::unique_ptr<Database> open_database(const Settings& settings, Hold hold);
std::unique_ptr<Database> open_sqlite(const Settings& settings, Hold hold);
// Held by the connection that writes.
std::unique_ptr<Database> open_postgres(const Settings& settings);

} // namespace store
