// SPDX-License-Identifier: EUPL-1.2
#include <libpq-fe.h>

#include <map>
#include <stdexcept>

#include "bench/database.h"

namespace bench {

namespace {

struct Clearer {
    void operator()(PGresult* result) const { PQclear(result); }
};
using Result = std::unique_ptr<PGresult, Clearer>;

// Values as libpq takes them. They must outlive this.
std::vector<const char*> pointers_of(const std::vector<Value>& values)
{
    std::vector<const char*> pointers;
    for (const auto& value : values) {
        const auto* text = std::get_if<std::string>(&value);
        pointers.push_back(text != nullptr ? text->c_str() : nullptr);
    }
    return pointers;
}

// A transaction is one pipeline: everything is sent, then the answers are read.
class Postgres : public Database {
public:
    Postgres(const std::string& url, const std::string& schema) : session_(PQconnectdb(url.c_str()))
    {
        if (PQstatus(session_.get()) != CONNECTION_OK)
            fail(nullptr);
        PQenterPipelineMode(session_.get());
        select("set search_path = " + schema, {});
        begin_ = prepare("begin");
        commit_ = prepare("commit");
    }

    Table select(const std::string& text, const std::vector<Value>& values) override
    {
        const Write query{prepare(text), values};
        send(query);
        const auto result = collect();
        Table table;
        for (int i = 0; i < PQnfields(result.get()); ++i)
            table.columns.emplace_back(PQfname(result.get(), i));
        for (int row = 0; row < PQntuples(result.get()); ++row) {
            auto& values_of_row = table.rows.emplace_back();
            for (int i = 0; i < PQnfields(result.get()); ++i)
                values_of_row.push_back(PQgetisnull(result.get(), row, i) != 0
                                            ? Value(nullptr)
                                            : Value(PQgetvalue(result.get(), row, i)));
        }
        return table;
    }

    int prepare(const std::string& text) override
    {
        const auto [place, is_new] = numbers_.try_emplace(text, static_cast<int>(numbers_.size()));
        if (is_new) {
            const auto name = std::to_string(place->second);
            require(PQsendPrepare(session_.get(), name.c_str(), text.c_str(), 0, nullptr));
            ++sent_;
            collect();
        }
        return place->second;
    }

    void begin() override { send({begin_, {}}); }
    void write(const Write& write) override
    {
        send(write);
        if (one_by_one_)
            collect();
    }
    void commit() override
    {
        send({commit_, {}});
        collect();
    }
    void write_one_by_one() override { one_by_one_ = true; }

private:
    struct Closer {
        void operator()(PGconn* session) const { PQfinish(session); }
    };

    [[noreturn]] void fail(const PGresult* result) const
    {
        throw std::runtime_error(
            std::string("PostgreSQL: ") +
            (result != nullptr ? PQresultErrorMessage(result) : PQerrorMessage(session_.get())));
    }

    void require(int sent) const
    {
        if (sent == 0)
            fail(nullptr);
    }

    void send(const Write& write)
    {
        const auto pointers = pointers_of(write.values);
        const auto name = std::to_string(write.statement);
        require(PQsendQueryPrepared(session_.get(), name.c_str(), static_cast<int>(pointers.size()),
                                    pointers.data(), nullptr, nullptr, 0));
        ++sent_;
    }

    // Answers the result of the last that was sent.
    Result collect()
    {
        require(PQpipelineSync(session_.get()));
        Result last;
        for (; sent_ > 0; --sent_) {
            last.reset(PQgetResult(session_.get()));
            const auto status = PQresultStatus(last.get());
            if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
                fail(last.get());
            while (const Result more{PQgetResult(session_.get())})
                continue; // the null that ends one answer
        }
        const Result sync(PQgetResult(session_.get()));
        if (PQresultStatus(sync.get()) != PGRES_PIPELINE_SYNC)
            fail(sync.get());
        return last;
    }

    std::unique_ptr<PGconn, Closer> session_;
    std::map<std::string, int> numbers_;
    int sent_ = 0;
    int begin_ = 0;
    int commit_ = 0;
    bool one_by_one_ = false;
};

} // namespace

std::unique_ptr<Database> open_postgres(const std::string& url, const std::string& schema)
{
    return std::make_unique<Postgres>(url, schema);
}

} // namespace bench
