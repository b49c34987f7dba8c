// SPDX-License-Identifier: EUPL-1.2
// Each rule holds for its example and not for its counter-example; the properties of all of them.
#include "screening/rules.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "core/catalogue.h"

namespace screening {

namespace {

const Date today = parse_date("2026-11-24").value();

std::string fault_of(const std::string& toml)
{
    try {
        read_rules("rules.toml", toml);
        return "";
    } catch (const std::runtime_error& fault) {
        return fault.what();
    }
}

std::string rule_text(const std::string& conditions)
{
    return "[[rule]]\ncode = \"R\"\nversion = 1\npriority = \"soon\"\nit = \"a\"\nen = \"a\"\n"
           "advice_it = \"a\"\nadvice_en = \"a\"\ndays = 100\nquiet_days = 10\n" +
           conditions +
           "\nexample = [[\"2026-11-20\", \"V01\", \"low\"]]\n"
           "counter_example = [[\"2026-11-20\", \"V02\", \"low\"]]\n";
}

std::vector<std::string> found(const std::string& conditions, const std::vector<Fact>& facts)
{
    return holds(read_rules("rules.toml", rule_text(conditions)).front(), facts, today);
}

Fact fact(int days_ago, const char* circumstance, int severity = 0)
{
    return {today.plus_days(-days_ago), circumstance, severity};
}

using Codes = std::vector<std::string>;

// A life as the screenings of a year tell it.
std::vector<Fact> some_facts(std::mt19937& chance)
{
    std::vector<Fact> facts;
    for (int i = static_cast<int>(chance() % 12); i > 0; --i)
        facts.push_back({today.plus_days(-static_cast<int>(chance() % 300)),
                         "V0" + std::to_string(1 + chance() % 9), static_cast<int>(chance() % 3)});
    return facts;
}

} // namespace

TEST(Rules, hold_for_their_examples_and_for_nothing_near)
{
    ASSERT_GE(rules().size(), 8u);
    for (const auto& rule : rules()) {
        EXPECT_FALSE(holds(rule, rule.example, today).empty()) << rule.code;
        EXPECT_TRUE(holds(rule, rule.counter_example, today).empty()) << rule.code;
    }
}

TEST(Rules, speak_of_what_the_catalogue_knows)
{
    const core::Catalogue catalogue;
    for (const auto& rule : rules()) {
        EXPECT_NE(catalogue.find_code("warning_priority", rule.priority), nullptr) << rule.code;
        for (const auto* list : {&rule.all, &rule.any})
            for (const auto& circumstance : *list) {
                EXPECT_NE(catalogue.find_code("vulnerability", circumstance), nullptr)
                    << rule.code << " " << circumstance;
                EXPECT_NE(catalogue.find_code("screening_question", circumstance), nullptr)
                    << rule.code << " asks for " << circumstance << ", which no screening looks at";
            }
    }
}

TEST(Rules, of_a_release_do_what_their_examples_say_and_name_what_is_known)
{
    const auto faults = [](const std::string& text) -> std::string {
        const core::Catalogue catalogue(core::CatalogueFiles{{"catalogue/warnings.toml", text}});
        try {
            check_rules(catalogue, nullptr);
            return "";
        } catch (const std::runtime_error& fault) {
            return fault.what();
        }
    };
    const std::string begins = "catalogue/warnings.toml: rule R: ";
    EXPECT_EQ(faults(rule_text("any = [\"V01\"]")), "");
    EXPECT_EQ(faults(rule_text("any = [\"V03\"]")), begins + "does not hold for its example");
    EXPECT_EQ(faults(rule_text("count = 1")), begins + "holds for its counter-example");
    EXPECT_EQ(faults(rule_text("any = [\"V01\", \"X\"]")), begins + "no screening looks at \"X\"");
    check_rules(core::Catalogue(), nullptr);
}

TEST(Rules, look_at_what_was_written_down_last)
{
    const auto grave = "any = [\"V08\"]\nseverity = \"high\"";
    EXPECT_EQ(found(grave, {fact(30, "V08", 2)}), Codes{"V08"});
    EXPECT_EQ(found(grave, {fact(30, "V08", 2), fact(3, "V08", 1)}), Codes{});
    EXPECT_EQ(found(grave, {fact(101, "V08", 2)}), Codes{}) << "too long ago";
    EXPECT_EQ(found(grave, {fact(-1, "V08", 2)}), Codes{}) << "not yet known on that day";
}

TEST(Rules, severity_is_said_of_any_and_else_of_all)
{
    const auto both = "all = [\"V17\"]\nany = [\"V08\"]\nseverity = \"high\"";
    EXPECT_EQ(found(both, {fact(3, "V17", 0), fact(3, "V08", 2)}), (Codes{"V08", "V17"}));
    const auto all = "all = [\"V17\", \"V08\"]\nseverity = \"high\"";
    EXPECT_EQ(found(all, {fact(3, "V17", 0), fact(3, "V08", 2)}), Codes{});
    EXPECT_EQ(found(all, {fact(3, "V17", 2), fact(3, "V08", 2)}), (Codes{"V08", "V17"}));
}

TEST(Rules, what_is_new_needs_something_before)
{
    EXPECT_EQ(found("new = 1", {fact(3, "V08")}), Codes{}) << "a first screening is all new";
    EXPECT_EQ(found("new = 1", {fact(30, "V17"), fact(3, "V08")}), Codes{"V08"});
    EXPECT_EQ(found("new = 1", {fact(30, "V08"), fact(3, "V08", 2)}), Codes{});
}

TEST(Rules, what_is_worse_is_worse_than_the_time_before)
{
    EXPECT_EQ(found("worse = true", {fact(30, "V08", 1), fact(3, "V08", 2)}), Codes{"V08"});
    EXPECT_EQ(found("worse = true", {fact(60, "V08", 0), fact(30, "V08", 2), fact(3, "V08", 1)}),
              Codes{});
}

TEST(Rules, are_read_strictly)
{
    EXPECT_EQ(fault_of(rule_text("anny = [\"V01\"]")),
              "rules.toml: rule R: there is nothing called \"anny\"");
    EXPECT_EQ(fault_of(rule_text("")), "rules.toml: rule R: says nothing that must hold");
    EXPECT_EQ(fault_of(rule_text("any = [\"V01\"]\nseverity = \"grave\"")),
              "rules.toml: rule R: severity is low, medium or high, not \"grave\"");
    EXPECT_EQ(fault_of(rule_text("any = [\"V01\"]") + rule_text("any = [\"V01\"]")),
              "rules.toml: rule R: stands there twice");
    EXPECT_NE(fault_of("[[rule]]\ncode = 7 7").find("line 2"), std::string::npos);
    EXPECT_EQ(fault_of(rule_text("any = [\"V01\"]")), "");
}

// Whatever was written down: what a rule names is there, the order of writing does not matter, and
// what lies outside of the days it looks at changes nothing.
TEST(Rules, depend_on_nothing_but_what_they_look_at)
{
    std::mt19937 chance(20261124);
    int held = 0;
    for (int round = 0; round < 3000; ++round) {
        auto facts = some_facts(chance);
        for (const auto& rule : rules()) {
            const auto before = holds(rule, facts, today);
            held += before.empty() ? 0 : 1;
            for (const auto& circumstance : before)
                EXPECT_TRUE(std::any_of(facts.begin(), facts.end(), [&](const Fact& one) {
                    return one.circumstance == circumstance;
                })) << rule.code;
            auto others = facts;
            std::shuffle(others.begin(), others.end(), chance);
            others.push_back(fact(rule.days + 1, "V08", 2));
            others.push_back(fact(-1, "V17", 2));
            EXPECT_EQ(holds(rule, others, today), before) << rule.code << ", round " << round;
        }
    }
    EXPECT_GT(held, 1000) << "the test shows something";
}

} // namespace screening
