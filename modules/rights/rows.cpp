// SPDX-License-Identifier: EUPL-1.2
#include "rights/rows.h"

#include <algorithm>

#include "store/rows.h"

namespace rights {

namespace {

const std::string columns = store::columns<RequestRow>();

const store::Sql request_by_id("select " + columns + " from rights_request where id = $1 and " +
                               people::seen_by("person", "$2", "1 = 1"));

const store::Sql open_ones("select " + columns +
                           " from rights_request where answered_on is null"
                           " and cancelled_at is null and " +
                           people::seen_by("person", "$1", "1 = 1") +
                           " order by coalesce(due_on, received_on), id limit $2");

const store::Sql answered_ones("select " + columns +
                               " from rights_request where answered_on is not null"
                               " and cancelled_at is null and " +
                               people::seen_by("person", "$1", "1 = 1") +
                               " order by case when outcome = 'GRANTED' and carried_out_at is null"
                               " and kind in ('ERASURE', 'RETENTION') then 0 else 1 end,"
                               " answered_on desc, id desc limit $2");

const store::Sql of_person("select " + columns +
                           " from rights_request where person = $1"
                           " order by recorded_at desc, id desc");

const store::Sql untold("select " + columns +
                        " from rights_request where answered_on is null and cancelled_at is null"
                        " and reminded_at is null and due_on <= $1 order by due_on, id");

const store::Sql proposed("select distinct person from rights_request where kind = 'RETENTION'"
                          " and cancelled_at is null and coalesce(outcome, '') <> 'REFUSED'");

const store::Sql every_term("select " + store::columns<TermRow>() +
                            " from rights_term order by rule");

const store::Sql term_deleted("delete from rights_term where rule = $1");

// ---- statements made of holdings

const core::Holding& above(const Holdings& all, const core::Holding& holding)
{
    const auto found = std::find_if(all.begin(), all.end(), [&](const core::Holding& one) {
        return one.table == holding.above;
    });
    ENSURE(found != all.end());
    return *found;
}

std::string joined(const std::vector<std::string>& texts, const char* between)
{
    std::string all;
    for (const auto& text : texts)
        all += (all.empty() ? "" : between) + text;
    return all;
}

// Which rows of the table are of the person $1.
std::string of_the_person(const Holdings& all, const core::Holding& holding)
{
    if (holding.persons.empty()) {
        const auto& upper = above(all, holding);
        return holding.column + " in (select id from " + upper.table + " where " +
               of_the_person(all, upper) + ")";
    }
    std::vector<std::string> named;
    for (const auto& column : holding.persons)
        named.push_back(column + " = $1");
    return "(" + joined(named, " or ") + ")";
}

std::string still_running(const core::Holding& holding)
{
    std::vector<std::string> empty;
    for (const auto& column : holding.ends)
        empty.push_back(column + " is null");
    return joined(empty, " and ");
}

std::optional<std::string> value_of(store::Transaction& transaction, const store::Rows& rows,
                                    int column, const core::Holding& holding,
                                    const core::HeldField& field, const std::string& row)
{
    if (rows.is_null(column))
        return std::nullopt;
    if (field.sealed())
        return transaction.seal().open(rows.text(column), holding.table, field.name, row);
    if (field.kind == Kind::real && !field.many)
        return to_json(rows.real(column));
    return std::string(rows.text(column));
}

std::string only_month(const std::string& day)
{
    const auto date = parse_date(day);
    ENSURE(date);
    return to_string(month_of(*date).begins);
}

} // namespace

std::optional<RequestRow> find_request(store::Transaction& transaction, const core::Scope& scope,
                                       const Id<Request>& id)
{
    return store::find_row<RequestRow>(transaction, request_by_id, id, guarded_of(scope));
}

std::vector<RequestRow> list_rows(store::Transaction& transaction, const core::Scope& scope,
                                  bool answered, int limit)
{
    return store::read_rows<RequestRow>(transaction, answered ? answered_ones : open_ones,
                                        guarded_of(scope), limit);
}

std::vector<RequestRow> requests_of(store::Transaction& transaction,
                                    const Id<people::Person>& person)
{
    return store::read_rows<RequestRow>(transaction, of_person, person);
}

std::vector<RequestRow> untold_requests(store::Transaction& transaction, Date due_by)
{
    return store::read_rows<RequestRow>(transaction, untold, due_by);
}

std::set<Id<people::Person>> proposed_persons(store::Transaction& transaction)
{
    std::set<Id<people::Person>> persons;
    const auto rows = transaction.query(proposed);
    while (rows->next())
        persons.insert(parse_id<people::Person>(rows->text(0)).value());
    return persons;
}

std::vector<TermRow> terms(store::Transaction& transaction)
{
    return store::read_rows<TermRow>(transaction, every_term);
}

void delete_term(store::Transaction& transaction, const std::string& rule)
{
    transaction.execute(term_deleted, rule);
}

std::vector<HeldRow> held_rows(store::Transaction& transaction, const Holdings& all,
                               const core::Holding& holding, const Id<people::Person>& person)
{
    std::vector<std::string> names;
    for (const auto& field : holding.fields)
        names.push_back(field.name);
    const auto& sql =
        store::kept_sql("select id, " + joined(names, ", ") + " from " + holding.table + " where " +
                        of_the_person(all, holding) + " order by id");
    std::vector<HeldRow> found;
    const auto rows = transaction.query(sql, person);
    while (rows->next()) {
        auto& row = found.emplace_back();
        row.id = rows->text(0);
        int column = 0;
        for (const auto& field : holding.fields)
            row.values.push_back(value_of(transaction, *rows, ++column, holding, field, row.id));
    }
    return found;
}

std::vector<std::string> held_ids(store::Transaction& transaction, const Holdings& all,
                                  const core::Holding& holding, const Id<people::Person>& person)
{
    const auto& sql = store::kept_sql("select id from " + holding.table + " where " +
                                      of_the_person(all, holding) + " order by id");
    std::vector<std::string> ids;
    const auto rows = transaction.query(sql, person);
    while (rows->next())
        ids.emplace_back(rows->text(0));
    return ids;
}

int count_running(store::Transaction& transaction, const core::Holding& holding,
                  const Id<people::Person>& person)
{
    if (holding.ends.empty())
        return 0;
    const auto& sql =
        store::kept_sql("select count(*) from " + holding.table + " where " +
                        of_the_person({}, holding) + " and " + still_running(holding));
    return static_cast<int>(transaction.number(sql, person));
}

void clear_sealed(store::Transaction& transaction, const core::Holding& holding,
                  const std::string& row)
{
    std::vector<std::string> changes;
    std::vector<store::Argument> arguments{store::argument(row)};
    std::vector<std::string> months;
    for (const auto& field : holding.fields) {
        if (!field.sealed() || field.kept)
            continue;
        if (field.month_kept) {
            months.push_back(field.name);
            continue;
        }
        arguments.emplace_back(
            field.optional || field.many
                ? store::Argument(nullptr)
                : store::Argument(transaction.seal().close("", holding.table, field.name, row)));
        changes.push_back(field.name + " = $" + std::to_string(arguments.size()));
    }
    for (const auto& name : months) {
        const auto& read =
            store::kept_sql("select " + name + " from " + holding.table + " where id = $1");
        std::optional<std::string> day;
        {
            const auto rows = transaction.query(read, row);
            if (rows->next() && !rows->is_null(0))
                day = transaction.seal().open(rows->text(0), holding.table, name, row);
        }
        if (!day)
            continue;
        arguments.emplace_back(
            transaction.seal().close(only_month(*day), holding.table, name, row));
        changes.push_back(name + " = $" + std::to_string(arguments.size()));
    }
    if (changes.empty())
        return;
    const auto& sql = store::kept_sql("update " + holding.table + " set " + joined(changes, ", ") +
                                      " where id = $1");
    transaction.execute_all(sql, arguments, store::Changes::some);
}

std::map<Id<people::Person>, Date> last_days(store::Transaction& transaction,
                                             const core::Holding& holding,
                                             const std::string& column,
                                             const std::string& otherwise)
{
    const auto& person = holding.persons.front();
    const auto day = otherwise.empty() ? column : "coalesce(" + column + ", " + otherwise + ")";
    const auto& sql =
        store::kept_sql("select " + person + ", max(" + day + ") from " + holding.table +
                        " where " + person + " is not null group by " + person);
    std::map<Id<people::Person>, Date> days;
    const auto rows = transaction.query(sql);
    while (rows->next())
        if (!rows->is_null(1))
            days[parse_id<people::Person>(rows->text(0)).value()] =
                parse_date(rows->text(1)).value();
    return days;
}

std::set<Id<people::Person>> running_persons(store::Transaction& transaction,
                                             const core::Holding& holding)
{
    std::set<Id<people::Person>> persons;
    if (holding.ends.empty())
        return persons;
    const auto& person = holding.persons.front();
    const auto& sql =
        store::kept_sql("select distinct " + person + " from " + holding.table + " where " +
                        person + " is not null and " + still_running(holding));
    const auto rows = transaction.query(sql);
    while (rows->next())
        persons.insert(parse_id<people::Person>(rows->text(0)).value());
    return persons;
}

} // namespace rights
