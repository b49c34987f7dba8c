// SPDX-License-Identifier: EUPL-1.2
// That nothing is held of persons which nobody answers for: every table with a sealed column is a
// holding of its module, or is said not to be one, with the reason. So the person's own file and
// the erasure reach it too.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <sstream>

#include "app/house.h"
#include "core/sheet_words.h"
#include "rights/work.h"

namespace {

const core::House& house()
{
    static const auto made = app::house_without_stores();
    return *made;
}

const core::Holding* find_holding(const std::string& table)
{
    const auto& all = house().holdings();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const core::Holding& one) { return one.table == table; });
    return found == all.end() ? nullptr : &*found;
}

bool is_excepted(const std::string& table)
{
    const auto& all = house().not_held();
    return std::any_of(all.begin(), all.end(),
                       [&](const core::NotHeld& one) { return one.table == table; });
}

// Of the schema, of the stores of cities: the tables with a line in which the text stands.
std::set<std::string> tables_with(const std::string& text)
{
    std::set<std::string> tables;
    for (const auto& step : core::migrations(core::Where::city)) {
        std::istringstream lines(step.sql);
        std::string table;
        for (std::string line; std::getline(lines, line);) {
            const std::string begins = "create table ";
            if (line.starts_with(begins))
                table = line.substr(begins.size(), line.find(' ', begins.size()) - begins.size());
            else if (line.starts_with(")"))
                table.clear();
            else if (!table.empty() && line.find(text) != std::string::npos)
                tables.insert(table);
        }
    }
    return tables;
}

} // namespace

TEST(Holdings, answer_for_every_sealed_column_that_is_written)
{
    const auto sealed = store::every_sealed_table();
    ASSERT_GT(sealed.size(), 25U);
    for (const auto& [table, columns] : sealed) {
        if (is_excepted(table))
            continue;
        const auto* holding = find_holding(table);
        ASSERT_NE(holding, nullptr) << table << " is in nobody's holdings (core/holding.h)";
        for (const auto& column : columns) {
            const auto* field = holding->find_field(column);
            ASSERT_NE(field, nullptr) << table << "." << column;
            EXPECT_TRUE(field->sealed()) << table << "." << column;
        }
    }
}

TEST(Holdings, answer_for_every_sealed_column_of_the_schema)
{
    const auto tables = tables_with("-- sealed");
    ASSERT_GT(tables.size(), 25U);
    for (const auto& table : tables)
        EXPECT_TRUE(find_holding(table) != nullptr || is_excepted(table)) << table;
}

TEST(Holdings, are_excepted_for_a_reason_and_never_twice)
{
    for (const auto& [table, reason] : house().not_held()) {
        EXPECT_FALSE(reason.empty()) << table;
        EXPECT_EQ(find_holding(table), nullptr) << table << " is a holding";
    }
    std::set<std::string> tables;
    for (const auto& holding : house().holdings())
        EXPECT_TRUE(tables.insert(holding.table).second) << holding.table << " stands there twice";
}

TEST(Holdings, are_reached_from_a_person)
{
    std::set<std::string> before;
    for (const auto& holding : house().holdings()) {
        if (holding.persons.empty()) {
            EXPECT_TRUE(before.contains(holding.above))
                << holding.table << ": " << holding.above << " does not stand before it";
        }
        // What goes on with a person is asked of the person's own rows.
        EXPECT_TRUE(holding.ends.empty() || !holding.persons.empty()) << holding.table;
        before.insert(holding.table);
    }
}

// A row that names the person is found by that, whatever else it hangs on: a contact with somebody
// who was known before has no identification.
TEST(Holdings, are_found_by_the_person_where_they_name_one)
{
    const auto tables = tables_with("    person TEXT");
    ASSERT_GT(tables.size(), 10U);
    for (const auto& table : tables) {
        const auto* holding = find_holding(table);
        if (holding == nullptr)
            continue; // nothing sealed in it, or excepted with a reason
        const auto& persons = holding->persons;
        EXPECT_NE(std::find(persons.begin(), persons.end(), "person"), persons.end()) << table;
    }
}

TEST(Holdings, are_told_in_the_words_of_every_sheet)
{
    const auto& catalogue = house().catalogue();
    for (const auto& language : catalogue.vocabularies().at("sheet_language")) {
        const core::SheetWords words(catalogue, "rights", language.code);
        const auto is_said = [&](const std::string& key) { return words.say(key) != key; };
        for (const auto& holding : house().holdings()) {
            if (holding.section.empty())
                continue;
            EXPECT_TRUE(is_said("section." + holding.section)) << language.code;
            EXPECT_NE(catalogue.find_code("rights_section", holding.section), nullptr)
                << holding.section;
            for (const auto& field : holding.fields)
                if (rights::is_told(field)) {
                    EXPECT_TRUE(is_said("field." + field.name))
                        << language.code << ": " << holding.table << "." << field.name;
                }
        }
    }
}

// A list that a holding names is one, so that its codes are printed in words.
TEST(Holdings, name_lists_that_there_are)
{
    const auto& catalogue = house().catalogue();
    for (const auto& holding : house().holdings())
        for (const auto& field : holding.fields)
            EXPECT_TRUE(field.list.empty() || field.list == "district" || field.list == "city" ||
                        catalogue.vocabularies().contains(field.list))
                << holding.table << "." << field.name << ": " << field.list;
}

TEST(Holdings, are_what_the_rules_of_retention_speak_of)
{
    for (const auto& code : house().catalogue().vocabularies().at("retention_rule")) {
        const auto* holding = find_holding(code.more.at("of"));
        ASSERT_NE(holding, nullptr) << code.code;
        EXPECT_FALSE(holding->persons.empty()) << code.code;
        for (const auto* name : {"after", "otherwise"}) {
            const auto& column = code.more.at(name);
            if (column.empty() && std::string(name) == "otherwise")
                continue;
            const auto* field = holding->find_field(column);
            ASSERT_NE(field, nullptr) << code.code << ": " << column;
            EXPECT_EQ(field->kind, Kind::date) << code.code;
            EXPECT_FALSE(field->sealed()) << code.code;
        }
        EXPECT_GT(std::stoi(code.more.at("months")), 0) << code.code;
    }
}
