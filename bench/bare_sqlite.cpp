// SPDX-License-Identifier: EUPL-1.2
#include <sqlite3.h>

#include <map>
#include <stdexcept>

#include "bench/database.h"

namespace bench {

namespace {

struct Finalizer {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Statement = std::unique_ptr<sqlite3_stmt, Finalizer>;

class Sqlite : public Database {
public:
    Sqlite(const std::string& path, Access access)
    {
        const int flags = (access == Access::write ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY) |
                          SQLITE_OPEN_NOMUTEX;
        sqlite3* opened = nullptr;
        const int result = sqlite3_open_v2(path.c_str(), &opened, flags, nullptr);
        session_.reset(opened);
        if (result != SQLITE_OK)
            throw std::runtime_error("SQLite cannot open " + path);
        select("pragma foreign_keys = on", {});
        select("pragma busy_timeout = 5000", {});
        if (access == Access::write) {
            select("pragma journal_mode = wal", {});
            select("pragma synchronous = full", {});
            select("pragma cache_size = -8000", {});
        }
        begin_ = make("begin immediate");
        commit_ = make("commit");
    }

    Table select(const std::string& text, const std::vector<Value>& values) override
    {
        const auto number = static_cast<std::size_t>(prepare(text));
        auto* const statement = statements_[number].get();
        bind(statement, values);
        Table table;
        for (int i = 0; i < sqlite3_column_count(statement); ++i)
            table.columns.emplace_back(sqlite3_column_name(statement, i));
        int result = 0;
        while ((result = sqlite3_step(statement)) == SQLITE_ROW) {
            auto& row = table.rows.emplace_back();
            for (int i = 0; i < sqlite3_column_count(statement); ++i)
                row.push_back(value_at(statement, i));
        }
        sqlite3_reset(statement);
        if (result != SQLITE_DONE)
            fail();
        return table;
    }

    int prepare(const std::string& text) override
    {
        const auto [place, is_new] = numbers_.try_emplace(text, statements_.size());
        if (is_new)
            statements_.push_back(make(text));
        return static_cast<int>(place->second);
    }

    void begin() override { run(begin_.get()); }
    void commit() override { run(commit_.get()); }
    void write(const Write& write) override
    {
        auto* const statement = statements_[static_cast<std::size_t>(write.statement)].get();
        bind(statement, write.values);
        run(statement);
    }

private:
    struct Closer {
        void operator()(sqlite3* session) const { sqlite3_close_v2(session); }
    };

    [[noreturn]] void fail() const
    {
        throw std::runtime_error(std::string("SQLite: ") + sqlite3_errmsg(session_.get()));
    }

    Statement make(const std::string& text)
    {
        sqlite3_stmt* statement = nullptr;
        if (sqlite3_prepare_v3(session_.get(), text.c_str(), -1, SQLITE_PREPARE_PERSISTENT,
                               &statement, nullptr) != SQLITE_OK)
            fail();
        return Statement(statement);
    }

    // Our statements count $1, $2 ... in the order in which they stand.
    static void bind(sqlite3_stmt* statement, const std::vector<Value>& values)
    {
        for (std::size_t i = 0; i < values.size(); ++i) {
            const int place = static_cast<int>(i) + 1;
            if (const auto* number = std::get_if<std::int64_t>(&values[i]))
                sqlite3_bind_int64(statement, place, *number);
            else if (const auto* text = std::get_if<std::string>(&values[i]))
                sqlite3_bind_text64(statement, place, text->data(), text->size(), SQLITE_STATIC,
                                    SQLITE_UTF8);
            else
                sqlite3_bind_null(statement, place);
        }
    }

    static Value value_at(sqlite3_stmt* statement, int column)
    {
        switch (sqlite3_column_type(statement, column)) {
        case SQLITE_NULL:
            return nullptr;
        case SQLITE_INTEGER:
            return std::int64_t{sqlite3_column_int64(statement, column)};
        default: {
            const auto* text = sqlite3_column_text(statement, column);
            const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement, column));
            return std::string(reinterpret_cast<const char*>(text), size);
        }
        }
    }

    void run(sqlite3_stmt* statement)
    {
        if (sqlite3_step(statement) != SQLITE_DONE)
            fail();
        sqlite3_reset(statement);
    }

    std::unique_ptr<sqlite3, Closer> session_;
    std::map<std::string, std::size_t> numbers_;
    std::vector<Statement> statements_;
    Statement begin_;
    Statement commit_;
};

} // namespace

std::unique_ptr<Database> open_sqlite(const std::string& path, Access access)
{
    return std::make_unique<Sqlite>(path, access);
}

} // namespace bench
