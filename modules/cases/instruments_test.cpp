// SPDX-License-Identifier: EUPL-1.2
// A wrong instrument is named with its fault; those of the catalogue are right.
#include "cases/instruments.h"

#include <gtest/gtest.h>

#include <set>
#include <stdexcept>

namespace cases {

namespace {

const std::string five = R"(["a", "b", "c", "d", "e"])";

std::string question(const std::string& code, const std::string& levels = five)
{
    return "[[dimension.question]]\ncode = \"" + code +
           "\"\nit = \"a\"\nen = \"a\"\nlevels_it = " + five + "\nlevels_en = " + levels + "\n";
}

std::string dimension(const std::string& code,
                      const std::string& questions = question("one") + question("two"),
                      const std::string& thresholds = "attention = 40\nserious = 70\n")
{
    return "[[dimension]]\ncode = \"" + code + "\"\nit = \"a\"\nen = \"a\"\n" + thresholds +
           questions;
}

const std::string head = "code = \"x\"\nversion = 1\nit = \"a\"\nen = \"a\"\n";
const std::string four = dimension("a") + dimension("b") + dimension("c") + dimension("d");

std::string fault_of(const std::string& toml)
{
    try {
        read_instrument("x.toml", toml);
        return "";
    } catch (const std::runtime_error& fault) {
        return fault.what();
    }
}

} // namespace

TEST(Instruments, that_are_wrong_are_named_with_their_fault)
{
    EXPECT_EQ(fault_of(head + four + dimension("e")), "");
    EXPECT_TRUE(fault_of("code = ").starts_with("x.toml: line 1: ")) << fault_of("code = ");
    EXPECT_EQ(fault_of("version = 1\n" + four), "x.toml: \"code\" is missing");
    EXPECT_EQ(fault_of("colour = 1\n" + head + four), "x.toml: there is nothing called \"colour\"");
    EXPECT_EQ(fault_of(head + four), "x.toml: has 4 of [[dimension]], not 5 to 7");
    EXPECT_EQ(fault_of(head + four + dimension("a")),
              "x.toml: dimension 5: the code \"a\" stands there twice");
    EXPECT_EQ(fault_of(head + four + dimension("E")),
              "x.toml: dimension 5: a code is of small letters and _, not \"E\"");
    EXPECT_EQ(fault_of(head + four + dimension("e", question("one"))),
              "x.toml: dimension 5: has 1 of [[question]], not 2 to 3");
    EXPECT_EQ(fault_of(head + four + dimension("e", question("one") + question("one"))),
              "x.toml: dimension 5: question 2: the code \"one\" stands there twice");
    EXPECT_EQ(fault_of(head + four + dimension("e", question("one") + question("two", "[\"a\"]"))),
              "x.toml: dimension 5: question 2: \"levels_en\" is a list of 5 sentences");
    const auto questions = question("one") + question("two");
    EXPECT_EQ(fault_of(head + four + dimension("e", questions, "attention = 70\nserious = 70\n")),
              "x.toml: dimension 5: \"serious\" begins above \"attention\"");
    EXPECT_EQ(fault_of(head + four + dimension("e", questions, "serious = 70\n")),
              "x.toml: dimension 5: \"attention\" is a number from 1 to 100");
}

TEST(Instruments, of_the_catalogue_tell_their_answers_apart)
{
    const core::Catalogue catalogue;
    ASSERT_EQ(instruments(catalogue).size(), 2u);
    for (const auto& instrument : instruments(catalogue))
        for (const auto& dimension : instrument.dimensions)
            for (const auto& question : dimension.questions) {
                std::set<std::string> it;
                std::set<std::string> en;
                for (const auto& level : question.levels) {
                    it.insert(level.it);
                    en.insert(level.en);
                }
                EXPECT_EQ(it.size(), 5u) << instrument.code << " " << question.code;
                EXPECT_EQ(en.size(), 5u) << instrument.code << " " << question.code;
            }
    EXPECT_NE(find_instrument(catalogue, "adult"), nullptr);
    EXPECT_EQ(find_instrument(catalogue, "nothing"), nullptr);
}

} // namespace cases
