// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <mutex>

#include "base/problem.h"
#include "store/connection.h"
#include "store/store.h"

namespace store {

namespace {

// Never destroyed: constants of other files may register before it and unregister after it.
struct Registry {
    std::mutex mutex;
    std::vector<const Sql*> statements;
    std::vector<SealedTable> sealed;
    int next = 0;
};

Registry& registry()
{
    static auto* const registry = new Registry;
    return *registry;
}

int add(const Sql* sql)
{
    const std::lock_guard lock(registry().mutex);
    registry().statements.push_back(sql);
    // Numbers are not used again: connections keep statements prepared under them.
    return registry().next++;
}

// What only one of the two databases would take is a mistake on both.
void check(std::span<const Argument> arguments)
{
    for (const auto& argument : arguments) {
        if (const auto* text = std::get_if<std::string>(&argument))
            ENSURE(text->find('\0') == std::string::npos);
        if (const auto* real = std::get_if<double>(&argument))
            ENSURE(std::isfinite(*real));
    }
}

} // namespace

Sql::Sql(std::string text)
    : text_(std::move(text)), number_(add(this)), only_reads_(text_.starts_with("select"))
{
}

Sql::~Sql()
{
    const std::lock_guard lock(registry().mutex);
    std::erase(registry().statements, this);
}

const Sql& kept_sql(const std::string& text)
{
    static std::mutex mutex;
    static std::map<std::string, std::unique_ptr<Sql>> known;
    const std::scoped_lock lock(mutex);
    auto& place = known[text];
    if (!place)
        place = std::make_unique<Sql>(text);
    return *place;
}

std::vector<const Sql*> every_statement()
{
    const std::lock_guard lock(registry().mutex);
    return registry().statements;
}

bool note_sealed(SealedTable table)
{
    const std::lock_guard lock(registry().mutex);
    if (!table.columns.empty())
        registry().sealed.push_back(std::move(table));
    return true;
}

std::vector<SealedTable> every_sealed_table()
{
    const std::lock_guard lock(registry().mutex);
    return registry().sealed;
}

template <class Call> auto Transaction::watched(const Sql& sql, const Call& call)
{
    if (failure_)
        std::rethrow_exception(failure_);
    has_written_ = has_written_ || !sql.only_reads();
    try {
        return call();
    } catch (...) {
        failure_ = std::current_exception();
        throw;
    }
}

std::unique_ptr<Rows> Transaction::query_all(const Sql& sql, std::span<const Argument> arguments)
{
    check(arguments);
    return watched(sql, [&] { return connection_.query(sql, arguments); });
}

void Transaction::execute_all(const Sql& sql, std::span<const Argument> arguments, Changes changes)
{
    check(arguments);
    watched(sql, [&] { connection_.execute(sql, arguments, changes); });
}

std::int64_t Transaction::count_changed_all(const Sql& sql, std::span<const Argument> arguments)
{
    check(arguments);
    return watched(sql, [&] { return connection_.count_changed(sql, arguments); });
}

} // namespace store
