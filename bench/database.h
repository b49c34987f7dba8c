// SPDX-License-Identifier: EUPL-1.2
// A database as bare as its C library allows: statements prepared once, writes in transactions that
// are durable when commit() returns. What the house does in store/ is measured against this.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace bench {

// PostgreSQL's are all texts, as libpq carries them.
using Value = std::variant<std::nullptr_t, std::int64_t, std::string>;

struct Table {
    std::vector<std::string> columns;
    std::vector<std::vector<Value>> rows;
};

struct Write {
    int statement = 0; // what prepare() answered
    std::vector<Value> values;
};

class Database {
public:
    virtual ~Database() = default;

    virtual Table select(const std::string& text, const std::vector<Value>& values = {}) = 0;
    // Answers the same number for the same text.
    virtual int prepare(const std::string& text) = 0;

    virtual void begin() = 0;
    virtual void write(const Write& write) = 0;
    virtual void commit() = 0;

    // From now on each write is answered before the next one is sent. SQLite knows no other way.
    virtual void write_one_by_one() {}
};

enum class Access { read, write };

// "sqlite:/path/roma.db", or "postgresql://...?host=DIR&schema=roma" as lgnet takes it.
std::unique_ptr<Database> open_database(const std::string& url, Access access);
std::unique_ptr<Database> open_sqlite(const std::string& path, Access access);
std::unique_ptr<Database> open_postgres(const std::string& url, const std::string& schema);

} // namespace bench
