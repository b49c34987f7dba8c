// SPDX-License-Identifier: EUPL-1.2
#include "people/match/columns.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <optional>

#include "base/problem.h"
#include "people/match/script.h"

namespace match {

namespace {

struct Role {
    std::string_view name;
    std::optional<Kind> kind; // of a field that is compared as a value
};

constexpr std::array<Role, 25> roles{{
    {"given", std::nullopt},       {"family", std::nullopt},
    {"name", std::nullopt},        {"alias", std::nullopt},
    {"birth_date", std::nullopt},  {"birth_year", std::nullopt},
    {"birth_month", std::nullopt}, {"birth_day", std::nullopt},
    {"entity", std::nullopt},      {"party", std::nullopt},
    {"record", std::nullopt},      {"sex", Kind::code},
    {"country", Kind::code},       {"language", Kind::codes},
    {"phone", Kind::number},       {"met", Kind::met},
    {"identifier", Kind::number},  {"id", Kind::number},
    {"postcode", Kind::number},    {"number", Kind::number},
    {"place", Kind::text},         {"city", Kind::text},
    {"address", Kind::text},       {"email", Kind::text},
    {"text", Kind::text},
}};

const Role* find_role(std::string_view name)
{
    const auto* found = std::find_if(roles.begin(), roles.end(),
                                     [&](const Role& role) { return role.name == name; });
    return found == roles.end() ? nullptr : found;
}

struct Heading {
    std::string_view header; // as latin() writes it
    std::string_view role;
};
constexpr Heading headings[] = {
    {"given name", "given"},
    {"givenname", "given"},
    {"first name", "given"},
    {"firstname", "given"},
    {"forename", "given"},
    {"nome", "given"},
    {"middle name", "given"},
    {"surname", "family"},
    {"family name", "family"},
    {"last name", "family"},
    {"lastname", "family"},
    {"familyname", "family"},
    {"cognome", "family"},
    {"full name", "name"},
    {"fullname", "name"},
    {"dob", "birth_date"},
    {"date of birth", "birth_date"},
    {"birthdate", "birth_date"},
    {"data di nascita", "birth_date"},
    {"birth dates", "birth_date"},
    {"born", "birth_date"},
    {"gender", "sex"},
    {"sesso", "sex"},
    {"genere", "sex"},
    {"nationality", "country"},
    {"citizenship", "country"},
    {"cittadinanza", "country"},
    {"phone number", "phone"},
    {"telephone", "phone"},
    {"telefono", "phone"},
    {"mobile", "phone"},
    {"birth place", "place"},
    {"place of birth", "place"},
    {"soc sec id", "identifier"},
    {"codice fiscale", "identifier"},
    {"street", "address"},
    {"suburb", "place"},
    {"citta", "city"},
    {"cluster", "entity"},
    {"entity id", "entity"},
    {"person id", "entity"},
    {"postal code", "postcode"},
};

constexpr std::string_view values_that_say_nothing[] = {"unknown", "null", "nan",
                                                        "n a",     "none", "sconosciuto"};

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r'))
        text.remove_suffix(1);
    return text;
}

bool says_nothing(std::string_view value)
{
    if (value.size() > 12)
        return false;
    const auto text = latin(value);
    return text.empty() ||
           std::find(std::begin(values_that_say_nothing), std::end(values_that_say_nothing),
                     text) != std::end(values_that_say_nothing);
}

// Where each column of the wish stands in the rows.
class Places {
public:
    Places(const CsvRow& header, const Columns& columns)
    {
        for (const auto& column : columns) {
            const auto found =
                std::find_if(header.cells.begin(), header.cells.end(),
                             [&](const auto& cell) { return trimmed(cell) == column.header; });
            if (found == header.cells.end())
                throw Problem(422, "match.column_missing", {{"column", column.header}});
            places_.emplace_back(column.role, found - header.cells.begin());
        }
    }

    template <class See> void each(const CsvRow& row, std::string_view role, See&& see) const
    {
        for (const auto& [name, place] : places_)
            if (name == role && place < static_cast<std::ptrdiff_t>(row.cells.size()))
                see(trimmed(row.cells[static_cast<std::size_t>(place)]));
    }

    std::string joined(const CsvRow& row, std::string_view role) const
    {
        std::string all;
        each(row, role, [&](std::string_view cell) {
            if (!cell.empty())
                all += (all.empty() ? "" : " ") + std::string(cell);
        });
        return all;
    }

    void read_values(const CsvRow& row, std::vector<std::string>& values) const
    {
        for (const auto& [name, place] : places_) {
            if (!find_role(name)->kind || values.size() == fields_max)
                continue;
            const auto at = static_cast<std::size_t>(place);
            const auto cell = at < row.cells.size() ? trimmed(row.cells[at]) : std::string_view();
            values.emplace_back(says_nothing(cell) ? std::string_view() : cell);
        }
    }

private:
    std::vector<std::pair<std::string, std::ptrdiff_t>> places_;
};

int number_of(const std::string& text)
{
    int number = 0;
    for (const char c : text.substr(0, 5)) {
        if (c < '0' || c > '9')
            return 0;
        number = number * 10 + (c - '0');
    }
    return number;
}

Birth birth_of(const Places& places, const CsvRow& row)
{
    Birth birth;
    places.each(row, "birth_date", [&](std::string_view cell) {
        if (birth.is_empty())
            birth = parse_birth(cell.substr(0, cell.find('|')));
    });
    if (const auto year = places.joined(row, "birth_year"); birth.is_empty() && !year.empty())
        birth = born_on(number_of(year), number_of(places.joined(row, "birth_month")),
                        number_of(places.joined(row, "birth_day")));
    return birth;
}

Record read_record(const Places& places, const CsvRow& row)
{
    Record record;
    NameText parts{places.joined(row, "given"), places.joined(row, "family"), false};
    if (!parts.given.empty() || !parts.family.empty())
        record.names.push_back(std::move(parts));
    for (const auto* role : {"name", "alias"})
        places.each(row, role, [&](std::string_view cell) {
            if (!cell.empty())
                record.names.push_back({"", std::string(cell), true});
        });
    record.birth = birth_of(places, row);
    places.read_values(row, record.values);
    return record;
}

} // namespace

Columns parse_columns(std::string_view text)
{
    Columns columns;
    while (!text.empty()) {
        const auto comma = text.find(',');
        const auto one = trimmed(text.substr(0, comma));
        text = comma == std::string_view::npos ? std::string_view() : text.substr(comma + 1);
        if (one.empty())
            continue;
        const auto equals = one.find('=');
        if (equals == std::string_view::npos || equals == 0 || equals + 1 == one.size())
            throw Problem(422, "match.columns_broken", {{"column", std::string(one)}});
        const auto role = trimmed(one.substr(0, equals));
        if (find_role(role) == nullptr)
            throw Problem(422, "match.column_unknown", {{"column", std::string(role)}});
        columns.push_back({std::string(role), std::string(trimmed(one.substr(equals + 1)))});
    }
    return columns;
}

Columns guess_columns(const CsvRow& header)
{
    Columns columns;
    for (const auto& cell : header.cells) {
        const auto name = latin(cell);
        const auto* known = std::find_if(std::begin(headings), std::end(headings),
                                         [&](const Heading& one) { return one.header == name; });
        const std::string text(trimmed(cell));
        if (known != std::end(headings))
            columns.push_back({std::string(known->role), text});
        else if (find_role(text) != nullptr)
            columns.push_back({text, text});
    }
    return columns;
}

void read_rows(const std::vector<CsvRow>& rows, const Columns& columns, std::uint32_t party,
               Table& table)
{
    if (rows.empty())
        return;
    const Places places(rows.front(), columns);
    if (table.fields.empty())
        for (const auto& column : columns)
            if (const auto* role = find_role(column.role);
                role->kind && table.fields.size() < fields_max)
                table.fields.push_back({std::string(role->name), *role->kind});
    const bool has_entities = std::any_of(columns.begin(), columns.end(),
                                          [](const Column& one) { return one.role == "entity"; });
    const bool has_parties = std::any_of(columns.begin(), columns.end(),
                                         [](const Column& one) { return one.role == "party"; });
    std::map<std::string, std::uint32_t> parties;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        auto record = read_record(places, rows[i]);
        record.party = party;
        if (const auto said = places.joined(rows[i], "party"); has_parties && !said.empty())
            record.party =
                parties.emplace(said, static_cast<std::uint32_t>(parties.size() + 1)).first->second;
        table.records.push_back(std::move(record));
        if (has_entities)
            table.entities.push_back(places.joined(rows[i], "entity"));
    }
}

} // namespace match
