// SPDX-License-Identifier: EUPL-1.2
// Rules for SQL: where it stands and which tables it names.
#include <algorithm>
#include <map>
#include <regex>
#include <set>

#include "tests/tidy/tidy.h"

namespace tidy {

namespace {

std::string lower(std::string text)
{
    for (auto& c : text)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return text;
}

// Comments and quoted texts blanked out; lower case.
std::string bare_sql(const std::string& text)
{
    std::string bare = lower(text);
    for (std::size_t i = 0; i < bare.size(); ++i) {
        const bool remark = bare.compare(i, 2, "--") == 0;
        if (!remark && bare[i] != '\'')
            continue;
        const auto end = bare.find(remark ? '\n' : '\'', i + 1);
        const auto stop = std::min(end, bare.size());
        std::fill(bare.begin() + static_cast<long>(i), bare.begin() + static_cast<long>(stop), ' ');
        i = stop;
    }
    return bare;
}

bool is_sql(const std::string& text)
{
    static const std::regex statement(
        R"(^\s*(select\s|insert\s+into\s+\w|update\s+\w+\s+set\s|delete\s+from\s+\w)"
        R"(|with\s+\w+\s+as\s*\(|alter\s+table\s+\w)"
        R"(|(create|drop)\s+(table|view|index|unique\s+index)\s+\w))",
        std::regex::icase);
    return std::regex_search(text, statement, std::regex_constants::match_continuous);
}

// rows.cpp, and where a module has much of it, notes_rows.cpp beside it.
bool is_rows(const Source& source)
{
    return source.path.ends_with("/rows.cpp") || source.path.ends_with("_rows.cpp");
}

bool may_hold_sql(const Source& source)
{
    const auto& path = source.path;
    return is_rows(source) || path.starts_with("store/") || is_test(source) ||
           path.starts_with("bench/");
}

struct Named {
    std::string table;
    std::size_t place = 0;
};

// The tables and views that a statement names: not those that it makes for itself with `with`.
std::vector<Named> tables_in(const std::string& text)
{
    static const std::regex after(R"(\b(from|join|into|update|references|table|view|on)\s+)"
                                  R"((if\s+(not\s+)?exists\s+)?([a-z_][a-z_0-9]*))");
    static const std::regex made_here(R"(\b([a-z_][a-z_0-9]*)\s*(\([a-z_, \n]*\)\s*)?)"
                                      R"(as\s+(not\s+)?(materialized\s+)?\()");
    const auto sql = bare_sql(text);
    std::set<std::string> own;
    for (std::sregex_iterator one(sql.begin(), sql.end(), made_here), end; one != end; ++one)
        own.insert((*one)[1]);
    // Words that follow those above and name no table: "do update set", "on conflict", "is distinct
    // from x".
    static const std::set<std::string> words{"set",     "conflict", "select",
                                             "lateral", "delete",   "update"};
    std::vector<Named> named;
    for (std::sregex_iterator one(sql.begin(), sql.end(), after), end; one != end; ++one) {
        const std::string name = (*one)[4];
        const auto place = static_cast<std::size_t>(one->position(0));
        const bool compared =
            (*one)[1] == "from" && place >= 9 && sql.compare(place - 9, 9, "distinct ") == 0;
        // "on" of an index names a table, "on" of a join a column: only a whole name before "(" is
        // one.
        const bool join_on = (*one)[1] == "on" && sql.find("create", 0) == std::string::npos;
        const auto after_name = place + static_cast<std::size_t>(one->length(0));
        const bool column = after_name < sql.size() && sql[after_name] == '.';
        if (!own.contains(name) && !words.contains(name) && !compared && !join_on && !column)
            named.push_back({name, place});
    }
    return named;
}

bool has_prefix(const std::string& table, const std::string& module)
{
    return table.starts_with(module + "_");
}

// A city's own code is counted as the network's: facts views of any module ask as which (decision
// 0029), since figures have no other door.
bool is_own_code_of_facts(const Source& source, const std::string& table)
{
    return table == "network_extension" && source.path.ends_with("/facts.sql");
}

bool is_schema(const Source& source)
{
    return source.path.find("/schema/") != std::string::npos && source.path.ends_with(".sql");
}

} // namespace

Faults sql_in_its_place(const Tree& tree)
{
    Faults faults;
    for (const auto& source : tree) {
        if (!is_cpp(source) || may_hold_sql(source))
            continue;
        for (const auto& literal : read_code(source.text).literals)
            if (is_sql(literal.text))
                faults.push_back(
                    {source.path, literal.line, "SQL stands only in rows.cpp and .sql files"});
    }
    return faults;
}

Faults sql_of_own_tables(const Tree& tree)
{
    Faults faults;
    for (const auto& source : tree) {
        const auto module = module_of(source.path);
        if (module.empty())
            continue;
        const auto look = [&](const std::string& text, int line) {
            for (const auto& [table, place] : tables_in(text))
                if (!has_prefix(table, module) && !is_own_code_of_facts(source, table))
                    faults.push_back({source.path, line + line_at(text, place) - 1,
                                      table + " is not a table of " + module});
        };
        if (is_rows(source)) {
            for (const auto& literal : read_code(source.text).literals)
                if (is_sql(literal.text))
                    look(literal.text, literal.line);
        } else if (is_schema(source) || source.path.ends_with("/facts.sql")) {
            look(source.text, 1);
        }
    }
    return faults;
}

Faults tables_bear_the_name_of_their_module(const Tree& tree)
{
    static const std::regex made(R"(\bcreate\s+(table|view|index|unique\s+index)\s+([a-z_0-9]+))");
    Faults faults;
    for (const auto& source : tree) {
        const bool facts = source.path.ends_with("/facts.sql");
        if (!facts && !is_schema(source))
            continue;
        const auto module = module_of(source.path);
        const std::string prefix = (module.empty() ? "core" : module) + (facts ? "_fact_" : "_");
        const auto sql = bare_sql(source.text);
        for (std::sregex_iterator one(sql.begin(), sql.end(), made), end; one != end; ++one)
            if (const std::string name = (*one)[2]; !name.starts_with(prefix))
                faults.push_back({source.path,
                                  line_at(sql, static_cast<std::size_t>(one->position(2))),
                                  name + " must begin with " + prefix});
    }
    return faults;
}

// A column that is sealed says who somebody is: a fact may say that it is there, never what it
// says.
Faults facts_hide_persons(const Tree& tree)
{
    std::map<std::string, std::set<std::string>> columns;
    for (const auto& source : tree) {
        const auto module = module_of(source.path);
        if (module.empty() || !is_cpp(source) || is_test(source))
            continue;
        // Field by field: each begins with field(" and ends where the next begins.
        for (auto at = source.text.find("field(\""); at != std::string::npos;) {
            const auto next = source.text.find("field(\"", at + 1);
            const auto one = source.text.substr(at, next == std::string::npos ? next : next - at);
            const auto name = one.substr(7, one.find('"', 7) - 7);
            if (one.find(".sealed(") != std::string::npos)
                columns[module].insert(name);
            at = next;
        }
    }
    Faults faults;
    for (const auto& source : tree) {
        if (!source.path.ends_with("/facts.sql"))
            continue;
        const auto sql = bare_sql(source.text);
        static const std::regex word(R"(\b[a-z_][a-z_0-9]*\b(?!\s+is\s+(not\s+)?null))");
        for (std::sregex_iterator one(sql.begin(), sql.end(), word), end; one != end; ++one)
            if (columns[module_of(source.path)].contains(one->str()))
                faults.push_back({source.path,
                                  line_at(sql, static_cast<std::size_t>(one->position())),
                                  one->str() + " is sealed: no fact may tell it"});
    }
    return faults;
}

Faults indicators_count_facts(const Tree& tree)
{
    Faults faults;
    for (const auto& source : tree) {
        if (!source.path.starts_with("catalogue/indicators/") || !source.path.ends_with(".sql"))
            continue;
        for (const auto& [table, place] : tables_in(source.text))
            if (table.find("_fact_") == std::string::npos)
                faults.push_back(
                    {source.path, line_at(source.text, place), table + " is not a view of facts"});
    }
    return faults;
}

Faults schema_steps_are_numbered(const Tree& tree)
{
    std::map<std::string, std::set<std::string>> folders;
    for (const auto& source : tree)
        if (is_schema(source) && !source.path.starts_with("store/")) {
            const auto slash = source.path.rfind('/');
            folders[source.path.substr(0, slash)].insert(source.path.substr(slash + 1));
        }
    Faults faults;
    for (const auto& [folder, files] : folders) {
        int number = 0;
        for (const auto& file : files) {
            auto expected = std::to_string(++number);
            expected = std::string(4 - expected.size(), '0') + expected + "_";
            if (!file.starts_with(expected))
                faults.push_back({folder + "/" + file, 0, "the next step begins with " + expected});
        }
    }
    return faults;
}

} // namespace tidy
