// SPDX-License-Identifier: EUPL-1.2
// The house keeps its rules; and each rule finds what it is there to find, which its own test shows
// on a few lines that break it.
#include "tests/tidy/tidy.h"

#include <gtest/gtest.h>

#include <sstream>

using namespace tidy;

namespace {

class House : public ::testing::TestWithParam<Rule> {};

const Tree& whole_tree()
{
    static const Tree tree = read_tree(SOURCE_DIR);
    return tree;
}

constexpr auto order = "// SPDX-License-"
                       "Identifier: EUPL-1.2\nMODULE(people, city)\nMODULE(cases, city)\n";

// The faults as text, of a tree of a few files beside a modules.def.
std::string found(Faults (*rule)(const Tree&), Tree tree)
{
    tree.push_back({"modules/modules.def", order});
    std::ostringstream text;
    for (const auto& fault : rule(tree))
        text << fault << '\n';
    return text.str();
}

std::string found(Faults (*rule)(const Tree&), const std::string& path, const std::string& text)
{
    return found(rule, Tree{{path, text}});
}

} // namespace

TEST_P(House, keeps)
{
    ASSERT_GT(whole_tree().size(), 100u);
    for (const auto& fault : GetParam().broken(whole_tree()))
        ADD_FAILURE() << fault;
}

INSTANTIATE_TEST_SUITE_P(Rules, House, ::testing::ValuesIn(rules()),
                         [](const auto& one) { return std::string(one.param.name); });

TEST(Reading, tells_code_from_texts_and_comments)
{
    const auto code =
        read_code("a(\"x\\\"y\" // \"no\"\n  \"z\"); b('\"'); c(1'000, R\"(r\"s)\"); /* \" */");
    ASSERT_EQ(code.literals.size(), 2u);
    EXPECT_EQ(code.literals[0].text, "x\"yz");
    EXPECT_EQ(code.literals[1].text, "r\"s");
    EXPECT_EQ(code.literals[1].line, 2);
    EXPECT_EQ(code.bare.find('"'), std::string::npos);
    EXPECT_NE(code.bare.find("c(1'000, "), std::string::npos);
    EXPECT_EQ(code.without_remarks.find("no"), std::string::npos);
    EXPECT_NE(code.without_remarks.find("\"z\""), std::string::npos);
}

TEST(Rules, order_of_folders)
{
    const auto of = [](const std::string& path, const std::string& included) {
        return found(order_of_folders, path, "#pragma once\n#include \"" + included + "\"\n");
    };
    EXPECT_EQ(of("base/a.cpp", "store/store.h"), "base/a.cpp:2: base must not know store\n");
    EXPECT_EQ(of("store/a.cpp", "core/act.h"), "store/a.cpp:2: store must not know core\n");
    EXPECT_EQ(of("core/a.cpp", "people/people.h"), "core/a.cpp:2: core must not know people\n");
    EXPECT_EQ(of("core/a.cpp", "app/house.h"), "core/a.cpp:2: core must not know app\n");
    EXPECT_EQ(of("core/a.cpp", "store/connection.h"),
              "core/a.cpp:2: store/connection.h is between the store and its databases\n");
    EXPECT_EQ(of("core/a.cpp", "act.h"), "core/a.cpp:2: include \"act.h\" from the root\n");
    EXPECT_EQ(of("modules/cases/a.cpp", "people/rows.h"),
              "modules/cases/a.cpp:2: people/rows.h is not the face of people\n");
    EXPECT_EQ(of("modules/people/a.cpp", "cases/cases.h"),
              "modules/people/a.cpp:2: cases stands below people in modules/modules.def\n");
    EXPECT_EQ(of("modules/people/a.cpp", "http/server.h"),
              "modules/people/a.cpp:2: people must not know http\n");
    EXPECT_NE(of("modules/cases/a.cpp", "modules/people/people.h"), "");
    EXPECT_NE(of("app/a.cpp", "people/rows.h"), "");
    EXPECT_NE(of("http/a.cpp", "people/people.h"), "");

    EXPECT_EQ(of("modules/cases/a.cpp", "people/people.h"), "");
    EXPECT_EQ(of("modules/people/a.cpp", "people/rows.h"), "");
    EXPECT_EQ(of("modules/people/a.cpp", "core/act.h"), "");
    EXPECT_EQ(of("core/a.cpp", "store/seal.h"), "");
    EXPECT_EQ(of("app/a.cpp", "people/people.h"), "");
    EXPECT_EQ(found(order_of_folders, "base/a.cpp", "#include <vector>\n"), "");
}

TEST(Rules, no_coroutines)
{
    EXPECT_EQ(found(no_coroutines, "core/a.cpp", "f();\nco_await g();\n"),
              "core/a.cpp:2: co_await: threads, not coroutines\n");
    EXPECT_EQ(found(no_coroutines, "core/a.cpp", "// no co_await\n"), "");
}

TEST(Rules, pragma_once)
{
    EXPECT_NE(found(pragma_once, "core/a.h", "// x\n#ifndef A\n"), "");
    EXPECT_EQ(found(pragma_once, "core/a.h", "// x\n#pragma once\n"), "");
}

TEST(Rules, line_length)
{
    EXPECT_EQ(found(line_length, "core/a.cpp", "\n" + std::string(101, 'x') + "\n"),
              "core/a.cpp:2: 101 columns, of 100\n");
    std::string accents;
    for (int i = 0; i < 100; ++i)
        accents += "è";
    EXPECT_EQ(found(line_length, "core/a.cpp", accents + "\n"), "");
}

TEST(Rules, function_length)
{
    const auto of = [](int lines) {
        std::string text = "namespace x {\n\nvoid f()\n{\n";
        for (int i = 0; i < lines; ++i)
            text += "    if (a) {\n    }\n";
        return found(function_length, "core/a.cpp", text + "}\n\n} // namespace x\n");
    };
    EXPECT_EQ(of(36), "core/a.cpp:4: a function of 72 lines, of 70\n");
    EXPECT_EQ(of(35), "");
}

TEST(Rules, file_length)
{
    std::string text;
    for (int i = 0; i < 501; ++i)
        text += "int a;\n";
    EXPECT_EQ(found(file_length, "core/a.cpp", text), "core/a.cpp: 501 lines, of 500\n");
    EXPECT_EQ(found(file_length, "core/a_test.cpp", text), "");
    EXPECT_EQ(found(file_length, "web/a.ts", text), "");
}

TEST(Rules, sql_in_its_place)
{
    const auto of = [](const std::string& path, const std::string& sql) {
        return found(sql_in_its_place, path, "f(\n  \"" + sql + "\");\n");
    };
    for (const auto* sql : {"select id from people_person", "Insert into people_person values (1)",
                            "update people_person set id = 1", "delete from people_person",
                            "create table people_x (id text)", "alter table people_x add y text",
                            "with one as (select 1) select 2", "create unique index x on y (z)"}) {
        EXPECT_EQ(of("modules/people/acts.cpp", sql),
                  "modules/people/acts.cpp:2: SQL stands only in rows.cpp and .sql files\n")
            << sql;
        EXPECT_EQ(of("modules/people/rows.cpp", sql), "");
        EXPECT_EQ(of("modules/people/merge_rows.cpp", sql), "");
        EXPECT_NE(of("modules/people/arrows.cpp", sql), "");
        EXPECT_EQ(of("store/sqlite.cpp", sql), "");
    }
    for (const auto* other :
         {"update", "the table", "deleted from the list", "create", "with care"})
        EXPECT_EQ(of("modules/people/acts.cpp", other), "") << other;
    EXPECT_EQ(found(sql_in_its_place, "modules/people/acts.cpp", "// \"select id from x\"\n"), "");
}

TEST(Rules, sql_of_own_tables)
{
    const auto of = [](const std::string& sql) {
        return found(sql_of_own_tables, "modules/cases/rows.cpp", "Sql s{R\"(" + sql + ")\"};\n");
    };
    EXPECT_EQ(of("select id\nfrom people_person"),
              "modules/cases/rows.cpp:2: people_person is not a table of cases\n");
    EXPECT_NE(of("select 1 from cases_case c join people_person p on p.id = c.person"), "");
    EXPECT_NE(of("insert into core_journal (a) values (1)"), "");
    EXPECT_NE(of("update people_person set a = 1"), "");
    EXPECT_NE(of("delete from cases where id = $1"), "");
    EXPECT_NE(of("select 1 from cases_case where exists (select 1 from people_person)"), "");
    EXPECT_EQ(of("select c.id from cases_case c join cases_step s on s.id = c.id and s.at is not "
                 "distinct from c.at where c.note <> 'from people_person'"),
              "");
    EXPECT_EQ(of("with latest as (select id from cases_case) select id from latest -- from x"), "");
    EXPECT_EQ(of("insert into cases_case (id) values ($1) on conflict (id) do update set a = 1"),
              "");

    const auto schema = [](const std::string& sql) {
        return found(sql_of_own_tables, "modules/cases/schema/0001_cases.sql", sql);
    };
    EXPECT_EQ(
        schema("create table cases_case (\n    person text references people_person (id)\n);"),
        "modules/cases/schema/0001_cases.sql:2: people_person is not a table of cases\n");
    EXPECT_NE(schema("create index cases_x on people_person (id);"), "");
    EXPECT_EQ(
        schema("create table cases_case (id text);\ncreate index cases_x on cases_case (id);"), "");
    EXPECT_NE(found(sql_of_own_tables, "modules/cases/facts.sql",
                    "create view cases_fact_case as select 1 from people_person;"),
              "");
}

TEST(Rules, tables_bear_the_name_of_their_module)
{
    const auto of = tables_bear_the_name_of_their_module;
    EXPECT_EQ(
        found(of, "modules/cases/schema/0001_cases.sql", "\ncreate table case_case (id text);"),
        "modules/cases/schema/0001_cases.sql:2: case_case must begin with cases_\n");
    EXPECT_NE(found(of, "modules/cases/facts.sql", "create view cases_case_facts as select 1;"),
              "");
    EXPECT_EQ(found(of, "modules/cases/facts.sql", "create view cases_fact_case as select 1;"), "");
    EXPECT_EQ(found(of, "core/schema/0001_journal.sql", "create table core_journal (id text);"),
              "");
}

TEST(Rules, facts_hide_persons)
{
    const Source face{"modules/people/people.h",
                      "field(\"gender\", &P::gender).one_of(\"gender\"),\n"
                      "field(\"family_name\", &P::family_name)\n    .sealed(Mark::identity),\n"
                      "field(\"city\", &P::city)"};
    const auto of = [&](const std::string& sql) {
        return found(facts_hide_persons, {face, {"modules/people/facts.sql", sql}});
    };
    EXPECT_EQ(
        of("create view people_fact_person as\nselect family_name, gender from people_person;"),
        "modules/people/facts.sql:2: family_name is sealed: no fact may tell it\n");
    EXPECT_EQ(of("select gender, city, family_name is null as unnamed from people_person;"), "");
}

TEST(Rules, indicators_count_facts)
{
    EXPECT_EQ(found(indicators_count_facts, "catalogue/indicators/net-01.sql",
                    "select count(*)\nfrom people_person"),
              "catalogue/indicators/net-01.sql:2: people_person is not a view of facts\n");
    EXPECT_EQ(found(indicators_count_facts, "catalogue/indicators/net-01.sql",
                    "with seen as (select 1 from outreach_fact_contact) select count(*) from seen"),
              "");
}

TEST(Rules, schema_steps_are_numbered)
{
    EXPECT_EQ(found(schema_steps_are_numbered, {{"modules/cases/schema/0001_a.sql", ""},
                                                {"modules/cases/schema/0003_b.sql", ""}}),
              "modules/cases/schema/0003_b.sql: the next step begins with 0002_\n");
    EXPECT_EQ(found(schema_steps_are_numbered, {{"modules/cases/schema/city/0001_a.sql", ""},
                                                {"modules/cases/schema/network/0001_b.sql", ""}}),
              "");
}

TEST(Rules, words_in_every_language)
{
    const auto of = [](const std::string& it, const std::string& en) {
        return found(words_in_every_language,
                     {{"core/words/it.json", it}, {"core/words/en.json", en}});
    };
    EXPECT_EQ(of("{\"a\": \"x\",\n\"b\": \"y\"}", "{\"a\": \"x\"}"),
              "core/words/it.json:2: b is not in core/words/en.json\n");
    EXPECT_NE(of("{\"a\": \"x\"}", "{\"a\": \"x\", \"b\": \"y\"}"), "");
    EXPECT_NE(of("{\"a\": \"at most {most}\"}", "{\"a\": \"al massimo {least}\"}"), "");
    EXPECT_NE(of("{\"a\": \"\"}", "{\"a\": \"\"}"), "");
    EXPECT_NE(of("{\"a\": ", "{\"a\": \"x\"}"), "");
    EXPECT_EQ(of("{\"a\": \"{n} di {m}\"}", "{\"a\": \"of {m}, {n}\"}"), "");
    EXPECT_NE(found(words_in_every_language, "web/words/it.json", "{}"), "");
}

TEST(Rules, problems_have_words)
{
    const auto of = [](const std::string& code) {
        return found(problems_have_words,
                     {{"core/words/it.json", R"({"problem.core.x": "x", "error.late": "x"})"},
                      {"core/words/en.json", R"({"problem.core.x": "x", "error.late": "x"})"},
                      {"modules/people/acts.cpp", code}});
    };
    EXPECT_EQ(of("\nthrow Problem(409,\n   \"people.y\");"),
              "modules/people/acts.cpp:2: problem.people.y has no words in it.json\n"
              "modules/people/acts.cpp:2: problem.people.y has no words in en.json\n");
    EXPECT_NE(of("reading.wrong(path, \"early\");"), "");
    EXPECT_EQ(of("throw Problem(409, \"core.x\"); reading.wrong(path, \"late\", {});"), "");
}

TEST(Rules, problem_words_are_said)
{
    const auto of = [](const std::string& code) {
        return found(problem_words_are_said,
                     {{"core/words/it.json", R"({"problem.core.x": "x"})"}, {"core/a.cpp", code}});
    };
    EXPECT_EQ(of("Problem(404, \"core.y\");"),
              "core/words/it.json:1: no code tells problem.core.x\n");
    EXPECT_NE(of("// core.x\n"), "");
    EXPECT_EQ(of("f(\"core.x\");"), "");
}

TEST(Rules, acts_have_words)
{
    const auto of = [](const std::string& words) {
        return found(acts_have_words,
                     {{"modules/people/words/it.json", words},
                      {"modules/people/words/en.json", words},
                      {"modules/people/module.cpp", "act(\"people.get_person\", \"GET /api/x\")"}});
    };
    EXPECT_NE(of("{}"), "");
    EXPECT_EQ(of(R"({"act.people.get_person": "x"})"), "");
}

TEST(Rules, acts_bear_the_name_of_their_module)
{
    const auto of = [](const std::string& code) {
        return found(acts_bear_the_name_of_their_module, "modules/people/module.cpp", code);
    };
    EXPECT_NE(of("act(\"cases.get\", \"GET /api/people/x\", may(y), f)"), "");
    EXPECT_NE(of("act(\"people.get\", \"GET  /api/persons/x\", may(y), f)"), "");
    EXPECT_EQ(of("act(\"people.get\", \"GET  /api/people/x\", may(y), f)"), "");
}

TEST(Rules, vocabularies_have_words)
{
    const auto of = [](const std::string& csv) {
        return found(vocabularies_have_words, "catalogue/vocabularies/x.csv", csv);
    };
    EXPECT_EQ(of("code,it,en\nA,a,\n"), "catalogue/vocabularies/x.csv:2: en is empty\n");
    EXPECT_NE(of("code,it\nA,a\n"), "");
    EXPECT_NE(of("code,it,en\nA,a,a\nA,b,b\n"), "");
    EXPECT_EQ(of("# x\ncode,it,en\nA,a,a\n"), "");
}

TEST(Rules, licence_in_every_file)
{
    EXPECT_NE(found(licence_in_every_file, "core/a.cpp", "int a;\n"), "");
    EXPECT_NE(found(licence_in_every_file, "core/schema/0001_a.sql", "create"), "");
    EXPECT_EQ(found(licence_in_every_file, "core/a.cpp",
                    "// SPDX-License-"
                    "Identifier: EUPL-1.2\n"),
              "");
    EXPECT_EQ(found(licence_in_every_file, "package.json", "{}"), "");
}

TEST(Rules, no_empty_names)
{
    for (const auto* path : {"web/utils/a.ts", "core/helpers.h", "core/string_utils.cpp",
                             "core/shared/a.h", "http/session_manager.h", "common.cmake"})
        EXPECT_NE(found(no_empty_names, path, ""), "") << path;
    EXPECT_EQ(found(no_empty_names, "core/community.h", ""), "");
}

TEST(Rules, no_machine_paths)
{
    for (const std::string place : {"work", "home", "root"})
        EXPECT_EQ(found(no_machine_paths, "README.md", "\n/" + place + "/x"),
                  "README.md:2: /" + place + "/: a place of one machine\n");
    EXPECT_EQ(found(no_machine_paths, "README.md", "homework and roots"), "");
    EXPECT_EQ(found(no_machine_paths, "a_test.cpp", "\"/data/home/city\""), "");
}

TEST(Rules, no_download_addresses)
{
    EXPECT_NE(found(no_download_addresses, "package-lock.json",
                    "{\""
                    "resolved\": \"x\"}"),
              "");
    EXPECT_NE(found(no_download_addresses, "Makefile",
                    "curl -fsSL https"
                    "://example.org/x | sh"),
              "");
    EXPECT_EQ(found(no_download_addresses, "Makefile",
                    "curl http"
                    "://127.0.0.1:8080/api/health"),
              "");
    EXPECT_NE(found(no_download_addresses, "CMakeLists.txt",
                    "include(Fetch"
                    "Content)"),
              "");
}

TEST(Rules, nothing_left_to_do)
{
    EXPECT_NE(found(nothing_left_to_do, "core/a.cpp",
                    "// TO"
                    "DO: later"),
              "");
    EXPECT_NE(found(nothing_left_to_do, "web/a.tsx",
                    "// FIX"
                    "ME"),
              "");
    EXPECT_EQ(found(nothing_left_to_do, "docs/a.md", "to do"), "");
}

TEST(Rules, modules_are_whole)
{
    Tree tree;
    for (const auto* module : {"people", "cases"})
        for (const auto& part :
             {std::string(module) + ".h", std::string("module.cpp"), std::string("README.md"),
              std::string("words/it.json"), std::string("words/en.json"), std::string("a.talk"),
              std::string("acts_test.cpp")})
            tree.push_back({"modules/" + std::string(module) + "/" + part, ""});
    EXPECT_EQ(found(modules_are_whole, tree), "");
    auto more = tree;
    more.push_back({"modules/stray/a.cpp", ""});
    EXPECT_EQ(found(modules_are_whole, more),
              "modules/stray/a.cpp: stray is not in modules/modules.def\n");
    for (std::size_t i = 0; i < tree.size(); ++i) {
        auto less = tree;
        less.erase(less.begin() + static_cast<long>(i));
        EXPECT_NE(found(modules_are_whole, less), "") << tree[i].path;
    }
}
