// SPDX-License-Identifier: EUPL-1.2
#include "monitoring/facts_only.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>
#include <vector>

#include "base/embedded.h"

namespace monitoring {

namespace {

enum class Kind { word, text, number, parameter, sign };

struct Piece {
    Kind kind;
    std::string text; // words in small letters
};

bool begins_word(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0 || c == '_'; }
bool goes_on(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

// Where the piece that begins here ends; `bytes.size()` for what never ends.
template <class Is> std::size_t end_of(std::string_view bytes, std::size_t at, const Is& is)
{
    while (at < bytes.size() && is(bytes[at]))
        ++at;
    return at;
}

std::string lower(std::string_view text)
{
    std::string small(text);
    for (auto& c : small)
        c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return small;
}

// The pieces of a statement; `fault` is what cannot be one of it. Comments to the end of a line are
// left out; any other kind of comment or quotation is a fault.
std::vector<Piece> pieces_of(std::string_view sql, std::string& fault)
{
    std::vector<Piece> pieces;
    for (std::size_t at = 0; at < sql.size() && fault.empty();) {
        const char c = sql[at];
        auto ends = at + 1;
        if (std::isspace(static_cast<unsigned char>(c)) != 0) {
        } else if (sql.substr(at, 2) == "--") {
            ends = std::min(sql.find('\n', at), sql.size());
        } else if (sql.substr(at, 2) == "/*") {
            fault = "/*";
        } else if (begins_word(c)) {
            ends = end_of(sql, at, goes_on);
            pieces.push_back({Kind::word, lower(sql.substr(at, ends - at))});
        } else if (std::isdigit(static_cast<unsigned char>(c)) != 0) {
            ends = end_of(sql, at, [](char one) { return goes_on(one) || one == '.'; });
            pieces.push_back({Kind::number, std::string(sql.substr(at, ends - at))});
        } else if (c == '\'') {
            ends = std::min(sql.find('\'', at + 1), sql.size());
            if (ends == sql.size() ||
                sql.substr(at, ends - at).find('\\') != std::string_view::npos)
                fault = "'";
            pieces.push_back({Kind::text, ""});
            ++ends;
        } else if (c == '$') {
            ends = end_of(sql, at + 1, [](char one) { return one >= '0' && one <= '9'; });
            pieces.push_back({Kind::parameter, std::string(sql.substr(at, ends - at))});
        } else if (std::string_view("(),.=<>+-*/%|").find(c) != std::string_view::npos) {
            pieces.push_back({Kind::sign, std::string(1, c)});
        } else {
            fault = std::string(1, c);
        }
        at = ends;
    }
    return pieces;
}

// Words of the language (store/DIALECT.md), as far as a query of facts needs them.
const std::set<std::string, std::less<>>& words()
{
    static const std::set<std::string, std::less<>> all{
        "select",    "distinct",  "from",      "where",  "and",    "or",     "not",   "in",
        "is",        "null",      "as",        "case",   "when",   "then",   "else",  "end",
        "left",      "inner",     "full",      "cross",  "outer",  "join",   "on",    "group",
        "by",        "having",    "order",     "asc",    "desc",   "nulls",  "first", "last",
        "limit",     "union",     "all",       "except", "with",   "exists", "like",  "escape",
        "between",   "over",      "partition", "filter", "bigint", "text",   "rows",  "range",
        "preceding", "following", "current",   "row"};
    return all;
}

const std::set<std::string, std::less<>>& functions()
{
    static const std::set<std::string, std::less<>> all{
        "count",     "min",     "max",        "sum",    "coalesce", "nullif", "cast",
        "substr",    "replace", "trim",       "upper",  "lower",    "length", "abs",
        "in",        "over",    "filter",     "exists", "and",      "or",     "not",
        "when",      "then",    "else",       "on",     "where",    "having", "as",
        "by",        "select",  "row_number", "union",  "all",      "from",   "join",
        "between",   "is",      "case",       "with",   "lag",      "lead",   "first_value",
        "dense_rank"};
    return all;
}

bool is_facts_view(std::string_view name) { return name.find("_fact_") != std::string_view::npos; }

using Names = std::set<std::string, std::less<>>;

// The names that stand after those words in the files of schemas.
void add_names(Names& names, std::string_view text, std::string_view opening)
{
    for (auto at = text.find(opening); at != std::string_view::npos;
         at = text.find(opening, at + 1)) {
        const auto begins = at + opening.size();
        const auto ends = text.find_first_of(" ;\n(", begins);
        names.emplace(text.substr(begins, ends - begins));
    }
}

// Every view that the modules offer to be counted.
const Names& views()
{
    static const auto all = [] {
        Names names;
        for (const auto& file : embedded_below("modules/"))
            if (file.path.ends_with("/facts.sql"))
                add_names(names, file.bytes, "create view ");
        return names;
    }();
    return all;
}

// And every table, which none may ask wherever its name stands.
const Names& tables()
{
    static const auto all = [] {
        Names names;
        for (const char* folder : {"modules/", "core/schema/"})
            for (const auto& file : embedded_below(folder))
                if (file.path.ends_with(".sql")) {
                    add_names(names, file.bytes, "create table ");
                    add_names(names, file.bytes, " rename to ");
                }
        return names;
    }();
    return all;
}

bool is(const std::vector<Piece>& pieces, std::size_t place, std::string_view text)
{
    return place < pieces.size() && pieces[place].text == text && pieces[place].kind != Kind::text;
}

// The place after the bracket that closes the one which opens here.
std::size_t after_brackets(const std::vector<Piece>& pieces, std::size_t place)
{
    int depth = 0;
    for (; place < pieces.size(); ++place) {
        depth += is(pieces, place, "(") ? 1 : 0;
        depth -= is(pieces, place, ")") ? 1 : 0;
        if (depth == 0)
            return place + 1;
    }
    return place;
}

// "with a as (…), b (x, y) as (…)": names that stand for what is checked itself, and from which
// place on.
std::map<std::string, std::size_t, std::less<>> named_within(const std::vector<Piece>& pieces)
{
    std::map<std::string, std::size_t, std::less<>> names;
    std::size_t place = 0;
    while (is(pieces, place, names.empty() ? "with" : ",") && place + 1 < pieces.size()) {
        const auto name = pieces[++place].text;
        ++place;
        if (is(pieces, place, "("))
            place = after_brackets(pieces, place);
        if (!is(pieces, place, "as"))
            break;
        place = after_brackets(pieces, place + 1);
        names.emplace(name, place);
    }
    return names;
}

// What follows from and join, and each comma of a list of tables, must be a view, a name from
// within, or a query in brackets.
std::string wrong_source(const std::vector<Piece>& pieces)
{
    const auto within = named_within(pieces);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (!is(pieces, i, "from") && !is(pieces, i, "join"))
            continue;
        if (is(pieces, i + 1, "(") && is(pieces, i + 2, "select"))
            continue;
        if (i + 1 == pieces.size() || pieces[i + 1].kind != Kind::word)
            return pieces[i].text;
        const auto& source = pieces[i + 1].text;
        const auto named = within.find(source);
        const bool is_named = named != within.end() && named->second <= i;
        if (!is_named && !views().contains(source))
            return source;
        // Another table after a comma: written as a join, or not at all.
        auto next = i + 2;
        if (is(pieces, next, "as"))
            ++next;
        if (next < pieces.size() && pieces[next].kind == Kind::word &&
            !words().contains(pieces[next].text))
            ++next;
        if (is(pieces, next, ",") || is(pieces, next, "."))
            return source + pieces[next].text;
    }
    return "";
}

std::string wrong_word(const std::vector<Piece>& pieces)
{
    const auto within = named_within(pieces);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const auto& piece = pieces[i];
        if (piece.kind == Kind::parameter && piece.text != "$1" && piece.text != "$2")
            return piece.text;
        if (piece.kind != Kind::word)
            continue;
        if (is(pieces, i + 1, "(") && !functions().contains(piece.text) &&
            !within.contains(piece.text))
            return piece.text + "(";
        // Words of the language that are none of a query, and what databases keep for themselves.
        for (const auto* forbidden :
             {"insert",  "update", "delete", "drop",     "alter",     "create", "attach",
              "detach",  "pragma", "vacuum", "into",     "returning", "copy",   "grant",
              "set",     "call",   "do",     "execute",  "prepare",   "load",   "natural",
              "lateral", "table",  "values", "recursive"})
            if (piece.text == forbidden)
                return piece.text;
        if (tables().contains(piece.text) || piece.text.starts_with("store_") ||
            piece.text.starts_with("pg_") || piece.text.starts_with("sqlite_") ||
            piece.text.starts_with("information_schema"))
            return piece.text;
        if (is_facts_view(piece.text) && !views().contains(piece.text))
            return piece.text;
    }
    return "";
}

} // namespace

std::string not_allowed_in(std::string_view sql)
{
    std::string fault;
    const auto pieces = pieces_of(sql, fault);
    if (!fault.empty())
        return fault;
    if (!is(pieces, 0, "select") && !is(pieces, 0, "with"))
        return pieces.empty() ? "nothing" : pieces.front().text;
    if (auto wrong = wrong_word(pieces); !wrong.empty())
        return wrong;
    return wrong_source(pieces);
}

} // namespace monitoring
