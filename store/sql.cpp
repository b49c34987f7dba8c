// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <cmath>
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

Sql::Sql(std::string text) : text_(std::move(text)), number_(add(this)) {}

Sql::~Sql()
{
    const std::lock_guard lock(registry().mutex);
    std::erase(registry().statements, this);
}

std::vector<const Sql*> every_statement()
{
    const std::lock_guard lock(registry().mutex);
    return registry().statements;
}

std::unique_ptr<Rows> Transaction::query_all(const Sql& sql, std::span<const Argument> arguments)
{
    if (failure_)
        std::rethrow_exception(failure_);
    check(arguments);
    try {
        return connection_.query(sql, arguments);
    } catch (...) {
        failure_ = std::current_exception();
        throw;
    }
}

std::int64_t Transaction::execute_all(const Sql& sql, std::span<const Argument> arguments)
{
    if (failure_)
        std::rethrow_exception(failure_);
    check(arguments);
    try {
        return connection_.execute(sql, arguments);
    } catch (...) {
        failure_ = std::current_exception();
        throw;
    }
}

} // namespace store
