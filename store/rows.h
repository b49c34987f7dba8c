// SPDX-License-Identifier: EUPL-1.2
// Between described values and rows. A struct that is stored names its table and its row's key:
//
//     struct Stay { static constexpr const char* table = "housing_stay"; Id<Stay> id; … fields() };
//
// Columns bear the names of the fields. Fields that are not open are sealed on the way in and
// opened on the way out, bound to table, column and the row's id. Lists of texts are kept as JSON
// text. A stored struct has a field "id"; what is asked for must bring it along if a sealed field
// is asked.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "base/field.h"
#include "store/seal.h"
#include "store/store.h"

namespace store {

template <class T>
concept Stored = Described<T> && requires
{
    T::table;
};

// "id, person, kind" or, with an alias, "c.id, c.person, c.kind": for the select of rows.cpp.
template <Described T> std::string columns(const std::string& alias = "")
{
    std::string names;
    each_field<T>([&](const auto& one) {
        names += (names.empty() ? "" : ", ") + (alias.empty() ? "" : alias + ".") + one.about.name;
    });
    return names;
}

namespace detail {

template <class V> std::string plain_text(const V& value)
{
    if constexpr (std::is_same_v<V, std::string>)
        return value;
    else if constexpr (std::is_same_v<V, Date>)
        return to_string(value);
    else
        return to_json(value);
}

template <class V>
Argument column_value(const Seal& seal, const About& about, const char* table,
                      const std::string& row, const V& value)
{
    if constexpr (is_optional<V>::value) {
        return value ? column_value(seal, about, table, row, *value) : Argument(nullptr);
    } else if constexpr (is_vector<V>::value) {
        if (value.empty())
            return nullptr;
        const auto text = to_json(value);
        return about.mark == Mark::open ? Argument(text)
                                        : Argument(seal.close(text, table, about.name, row));
    } else {
        if (about.mark == Mark::open)
            return argument(value);
        return seal.close(plain_text(value), table, about.name, row);
    }
}

template <class V> void take_plain(std::string_view text, V& value)
{
    if constexpr (std::is_same_v<V, std::string>)
        value = text;
    else if constexpr (std::is_same_v<V, Date>)
        value = parse_date(text).value();
    else if constexpr (std::is_same_v<V, std::vector<std::string>>) {
        const auto document = JsonDocument::parse(text);
        for (std::size_t i = 0; i < document.root().size(); ++i)
            value.emplace_back(document.root().at(i).text());
    } else
        ENSURE(!"a type that is never sealed");
}

template <class V>
void take_column(const Rows& rows, int column, const Seal& seal, const About& about,
                 const char* table, const std::string& row, V& value)
{
    if constexpr (is_optional<V>::value) {
        if (!rows.is_null(column))
            take_column(rows, column, seal, about, table, row, value.emplace());
    } else if constexpr (std::is_same_v<V, std::string> ||
                         std::is_same_v<V, std::vector<std::string>>) {
        if (rows.is_null(column))
            return;
        if (about.mark == Mark::open)
            take_plain(rows.text(column), value);
        else
            take_plain(seal.open(rows.text(column), table, about.name, row), value);
    } else if constexpr (std::is_same_v<V, Date>) {
        if (rows.is_null(column))
            return;
        if (about.mark == Mark::open)
            value = parse_date(rows.text(column)).value();
        else
            take_plain(seal.open(rows.text(column), table, about.name, row), value);
    } else if constexpr (std::is_same_v<V, bool>)
        value = rows.integer(column) != 0;
    else if constexpr (std::is_integral_v<V>)
        value = static_cast<V>(rows.integer(column));
    else if constexpr (std::is_same_v<V, double>)
        value = rows.real(column);
    else if constexpr (std::is_same_v<V, Instant>)
        value = Instant{rows.integer(column)};
    else if constexpr (is_id<V>::value) {
        if (!rows.is_null(column))
            value = V(parse_uuid(rows.text(column)).value());
    }
    // Other types (described structs, lists of them) are filled by the module after the row.
}

template <class T> constexpr const char* table_of()
{
    if constexpr (requires { T::table; })
        return T::table;
    else
        return "";
}

// Where each field's column stands in the answer; -1 where it is not asked for. A statement always
// answers the same columns.
template <Described T> const std::vector<int>& places_of(const Sql& sql, const Rows& rows)
{
    thread_local std::unordered_map<int, std::vector<int>> known; // by the statement's number
    const auto [found, is_new] = known.try_emplace(sql.number());
    auto& places = found->second;
    if (!is_new)
        return places;
    int guess = 0;
    each_field<T>([&](const auto& one) {
        const std::string_view name = one.about.name;
        int place = -1;
        for (int i = 0; i < rows.columns() && place < 0; ++i) {
            const int column = (guess + i) % rows.columns();
            if (rows.name(column) == name)
                place = column;
        }
        if (place >= 0)
            guess = place + 1;
        places.push_back(place);
    });
    return places;
}

template <Described T>
void take_row(const Rows& rows, const std::vector<int>& places, const Seal& seal, T& value)
{
    std::string row;
    for (int column = 0; column < rows.columns() && row.empty(); ++column)
        if (rows.name(column) == "id")
            row = rows.text(column);
    std::size_t number = 0;
    each_field<T>([&](const auto& one) {
        const int column = places[number++];
        if (column >= 0)
            take_column(rows, column, seal, one.about, table_of<T>(), row, value.*one.member);
    });
}

template <Stored T> std::vector<Argument> arguments_of(const Seal& seal, const T& value)
{
    const std::string row = to_string(static_cast<const Uuid&>(value.id));
    std::vector<Argument> arguments;
    each_field<T>([&](const auto& one) {
        arguments.push_back(column_value(seal, one.about, T::table, row, value.*one.member));
    });
    return arguments;
}

template <Stored T> std::string insert_text()
{
    std::string places;
    int number = 0;
    each_field<T>([&](const auto&) {
        ++number;
        places += (number > 1 ? ", $" : "$") + std::to_string(number);
    });
    return std::string("insert into ") + T::table + " (" + columns<T>() + ") values (" + places +
           ")";
}

template <Stored T> std::string update_text()
{
    std::string changes;
    std::string key;
    int number = 0;
    each_field<T>([&](const auto& one) {
        const std::string place = "$" + std::to_string(++number);
        if (std::string_view(one.about.name) == "id")
            key = place;
        else
            changes += (changes.empty() ? "" : ", ") + std::string(one.about.name) + " = " + place;
    });
    return std::string("update ") + T::table + " set " + changes + " where id = " + key;
}

// At the start of the program, for each struct that it ever inserts.
template <Stored T>
inline const bool sealed_noted = [] {
    SealedTable noted{T::table, {}};
    each_field<T>([&](const auto& one) {
        if (one.about.mark != Mark::open)
            noted.columns.emplace_back(one.about.name);
    });
    return note_sealed(std::move(noted));
}();

} // namespace detail

// Inserts every field of the value as a column.
template <Stored T> void insert_row(Transaction& transaction, const T& value)
{
    ENSURE(detail::sealed_noted<T>);
    static const Sql sql(detail::insert_text<T>());
    transaction.execute_all(sql, detail::arguments_of(transaction.seal(), value), Changes::any);
}

// Writes every field again, by id, of a row that was read before.
template <Stored T> void update_row(Transaction& transaction, const T& value)
{
    static const Sql sql(detail::update_text<T>());
    transaction.execute_all(sql, detail::arguments_of(transaction.seal(), value), Changes::some);
}

// What a select of rows.cpp answers, as values; columns are found by the fields' names.
template <Described T>
std::vector<T> read_rows_all(Transaction& transaction, const Sql& sql,
                             std::span<const Argument> arguments)
{
    const auto rows = transaction.query_all(sql, arguments);
    const auto& places = detail::places_of<T>(sql, *rows);
    std::vector<T> found;
    while (rows->next())
        detail::take_row(*rows, places, transaction.seal(), found.emplace_back());
    return found;
}

template <Described T, class... Values>
std::vector<T> read_rows(Transaction& transaction, const Sql& sql, const Values&... values)
{
    const std::vector<Argument> arguments{argument(values)...};
    return read_rows_all<T>(transaction, sql, arguments);
}

template <Described T, class... Values>
std::optional<T> find_row(Transaction& transaction, const Sql& sql, const Values&... values)
{
    const auto rows = transaction.query(sql, values...);
    const auto& places = detail::places_of<T>(sql, *rows);
    if (!rows->next())
        return std::nullopt;
    std::optional<T> found(std::in_place);
    detail::take_row(*rows, places, transaction.seal(), *found);
    return found;
}

} // namespace store
