// SPDX-License-Identifier: EUPL-1.2
#include "store/migrate.h"

#include <algorithm>
#include <map>
#include <optional>
#include <sstream>
#include <stdexcept>

#include "base/time.h"
#include "store/script.h"
#include "store/seal.h"

namespace store {

namespace {

const Sql list_applied("select name, checksum from store_migration order by step");
const Sql insert_applied("insert into store_migration (step, name, checksum, sql, applied_at) "
                         "values ((select coalesce(max(step), 0) + 1 from store_migration), "
                         "$1, $2, $3, $4)");
const Sql get_note("select value from store_note where name = $1");
const Sql upsert_note("insert into store_note (name, value) values ($1, $2) "
                      "on conflict (name) do update set value = excluded.value");

constexpr const char* key_note = "key";

std::string mark_of(const Seal& seal) { return seal.mark("store", "key"); }

std::optional<std::string> find_note(Connection& connection, const std::string& name)
{
    const std::vector<Argument> arguments{name};
    const auto rows = connection.query(get_note, arguments);
    return rows->next() ? std::optional<std::string>(rows->text(0)) : std::nullopt;
}

void put_note(Connection& connection, const std::string& name, const std::string& value)
{
    const std::vector<Argument> arguments{name, value};
    connection.execute(upsert_note, arguments, Changes::any);
}

void define_all(Connection& connection, const std::string& script)
{
    for (const auto& statement : split_statements(script))
        connection.define(statement);
}

std::map<std::string, std::string> checksums(Connection& connection)
{
    std::map<std::string, std::string> applied;
    const auto rows = connection.query(list_applied, {});
    while (rows->next())
        applied.emplace(rows->text(0), rows->text(1));
    return applied;
}

// The note on the views: a checksum of what they were made of, then their names, a line each.
std::string describe(std::span<const View> views)
{
    std::string all;
    std::string names;
    for (const auto& view : views) {
        all += view.name + "\n" + view.sql + "\n";
        names += view.name + "\n";
    }
    return checksum(all) + "\n" + names;
}

void apply(Connection& connection, const std::string& store, const Migration& step)
{
    try {
        define_all(connection, step.sql);
    } catch (const std::exception& error) {
        throw std::runtime_error("The store " + store + " stays as it was, because its step " +
                                 step.name + " failed: " + error.what());
    }
    const std::vector<Argument> record{step.name, checksum(step.sql), step.sql,
                                       system_now().milliseconds};
    connection.execute(insert_applied, record, Changes::any);
}

// The last made may use those before it and so goes first.
void drop_views(Connection& connection, const std::string& note)
{
    std::istringstream lines(note);
    std::vector<std::string> names;
    for (std::string line; std::getline(lines, line);)
        names.push_back(line);
    while (names.size() > 1) { // the first line is the checksum
        connection.define("drop view if exists " + names.back());
        names.pop_back();
    }
}

} // namespace

void make_own_tables(Connection& connection)
{
    define_all(connection, "create table store_migration ("
                           "  step bigint not null primary key,"
                           "  name text not null unique,"
                           "  checksum text not null,"
                           "  sql text not null,"
                           "  applied_at bigint not null);"
                           "create table store_note ("
                           "  name text not null primary key,"
                           "  value text not null);");
}

void put_key_note(Connection& connection, const Seal& seal)
{
    put_note(connection, key_note, mark_of(seal));
}

void check_key(Connection& connection, const Seal& seal, const Settings& settings)
{
    if (find_note(connection, key_note) != mark_of(seal))
        throw std::runtime_error("The key file " + settings.key_file +
                                 " is not that of the store " + settings.name +
                                 ": put the right one in its place.");
}

std::vector<std::string> pending_steps(Connection& connection, const std::string& store,
                                       std::span<const Migration> steps)
{
    auto applied = checksums(connection);
    std::vector<std::string> pending;
    for (const auto& step : steps) {
        const auto found = applied.find(step.name);
        if (found == applied.end()) {
            pending.push_back(step.name);
            continue;
        }
        if (found->second != checksum(step.sql))
            throw std::runtime_error("The step " + step.name + " of the store " + store +
                                     " was applied with another text than this program's: put "
                                     "the old text back and write a new step.");
        applied.erase(found);
    }
    if (!applied.empty())
        throw std::runtime_error("The store " + store + " has the step " + applied.begin()->first +
                                 ", which this program does not know: start a newer program, or "
                                 "restore a backup made before that step.");
    return pending;
}

std::vector<std::string> apply_steps(Connection& connection, const std::string& store,
                                     std::span<const Migration> steps, std::span<const View> views)
{
    connection.begin();
    try {
        const auto pending = pending_steps(connection, store, steps);
        const auto old_views = find_note(connection, views_note).value_or("");
        const auto new_views = describe(views);
        if (pending.empty() && old_views == new_views) {
            connection.rollback();
            return pending;
        }
        drop_views(connection, old_views); // a view may stand in the way of a step
        for (const auto& step : steps)
            if (std::find(pending.begin(), pending.end(), step.name) != pending.end())
                apply(connection, store, step);
        for (const auto& view : views)
            define_all(connection, view.sql);
        put_note(connection, views_note, new_views);
        connection.commit();
        return pending;
    } catch (...) {
        connection.rollback();
        throw;
    }
}

bool is_store(const std::vector<std::string>& tables)
{
    return std::find(tables.begin(), tables.end(), "store_note") != tables.end();
}

} // namespace store
