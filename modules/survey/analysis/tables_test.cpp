// SPDX-License-Identifier: EUPL-1.2
#include "survey/analysis/tables.h"

#include <algorithm>
#include <stdexcept>

#include <gtest/gtest.h>

#include "base/workbook.h"
#include "survey/analysis/names.h"
#include "survey/analysis/testing_forms.h"
#include "survey/analysis/writers.h"

namespace analysis {

namespace {

using State = Cell::State;
using Texts = std::vector<std::string>;

const std::vector<Variable>& codebook()
{
    static const auto made = make_codebook(testing::wish(), testing::interviews());
    return made;
}

const Variable& variable(const std::string& name)
{
    for (const auto& one : codebook())
        if (one.name == name)
            return one;
    throw std::out_of_range(name);
}

Cell cell(std::size_t row, const std::string& name)
{
    const auto table = wide_table(codebook(), testing::interviews());
    for (std::size_t i = 0; i < table.variables.size(); ++i)
        if (table.variables[i].name == name)
            return table.rows[row][i];
    throw std::out_of_range(name);
}

} // namespace

TEST(Codebook, has_a_variable_for_each_question_of_every_version)
{
    Texts names;
    for (const auto& one : codebook())
        names.push_back(one.name);
    EXPECT_EQ(names, (Texts{"intervista", "peso", "casa", "dove_COMUNE", "dove_ENTE", "eta_v1",
                            "altro_said", "altro_AFFITTO", "eta_figlio_1", "eta_figlio_2", "eta_v2",
                            "visto"}));
}

TEST(Codebook, shows_both_wordings_of_a_question_that_changed)
{
    const auto& changed = variable("casa");
    EXPECT_TRUE(changed.changed());
    EXPECT_EQ(changed.label, "Le serve una casa? (v2) / Ha bisogno di una casa? (v1)");
    EXPECT_EQ(changed.need, "HOUSING");
    // What was added comes last, so that numbers stay.
    ASSERT_EQ(changed.categories.size(), 3u);
    EXPECT_EQ(changed.categories[1].number, 2);
    EXPECT_EQ(changed.categories[2].code, "FORSE");
    EXPECT_FALSE(variable("dove_ENTE").changed());
    // Codes that are numbers stay those.
    EXPECT_EQ(variable("eta_v2").categories[1].number, 2);
}

TEST(Codebook, takes_codes_that_no_list_has)
{
    auto given = testing::interviews();
    given[0].answers.push_back({"/data/dove", "", "c12"}); // a place of the frame
    Texts names;
    for (const auto& one : make_codebook(testing::wish(), given))
        names.push_back(one.name);
    EXPECT_NE(std::find(names.begin(), names.end(), "dove_c12"), names.end());
}

TEST(VariableNames, are_such_that_every_program_takes_them)
{
    VariableNames names;
    EXPECT_EQ(names.take("età"), "et");
    EXPECT_EQ(names.take("12b"), "v12b");
    EXPECT_EQ(names.take("with"), "with_1");
    EXPECT_EQ(names.take("Casa"), "Casa");
    EXPECT_EQ(names.take("casa"), "casa_2");
    EXPECT_EQ(names.take(std::string(90, 'a')).size(), 64u);
    EXPECT_EQ(names.take(std::string(90, 'a')).size(), 64u);
    EXPECT_EQ(names.take(""), "v");
}

TEST(WideTable, says_what_was_not_asked_and_what_was_not_answered)
{
    EXPECT_EQ(cell(0, "casa").text, "SI");
    EXPECT_EQ(cell(0, "dove_COMUNE").text, "1");
    EXPECT_EQ(cell(1, "dove_COMUNE").state, State::none);
    EXPECT_EQ(cell(0, "eta_v1").text, "34");
    EXPECT_EQ(cell(0, "eta_v2").state, State::not_in_version);
    EXPECT_EQ(cell(1, "eta_v1").state, State::not_in_version);
    EXPECT_EQ(cell(1, "eta_v2").text, "2");
    EXPECT_EQ(cell(0, "eta_figlio_2").text, "7");
    EXPECT_EQ(cell(0, "visto").state, State::not_in_version);
    EXPECT_EQ(cell(0, "altro_said").text, "1");
    EXPECT_EQ(cell(1, "altro_said").text, "0");
    EXPECT_EQ(cell(0, "altro_AFFITTO").text, "1");
    EXPECT_EQ(cell(1, "altro_AFFITTO").state, State::none); // nobody has coded it
}

TEST(LongTable, has_a_row_for_each_answer_and_choice)
{
    const auto table = long_table(codebook(), testing::interviews());
    // casa, two of dove, eta, something said, its theme, two children; casa, eta, visto.
    ASSERT_EQ(table.rows.size(), 11u);
    Texts second;
    for (const auto& one : table.rows[1])
        second.push_back(one.text);
    EXPECT_EQ(second, (Texts{"k7f2", "12.5", "/data/dove", "Dove ha chiesto?: Al Comune", "",
                             "COMUNE", "Sì"}));
    EXPECT_EQ(table.rows[7][4].text, "2"); // the second child
}

// In no file, of whatever kind.
TEST(Tables, never_hold_what_a_person_said)
{
    const auto wide = wide_table(codebook(), testing::interviews());
    const auto longer = long_table(codebook(), testing::interviews());
    const auto book = codebook_table(codebook());
    const auto terms = testing::wish().terms;
    for (const auto& file : {write_csv(wide), write_csv(longer), write_csv(book),
                             write_ddi({}, wide, terms), write_sav(wide, "", terms, {}),
                             workbook::read_all(write_xlsx(wide, longer, book, {"a", "b", "c"}))
                                 .front()
                                 .rows.back()
                                 .cells.front()
                                 .text}) {
        EXPECT_FALSE(file.empty());
        EXPECT_EQ(file.find("Zoubeir"), std::string::npos);
    }
}

// A calculation that puts words together would carry them out: only its numbers are taken.
TEST(Tables, take_of_calculations_their_numbers_alone)
{
    auto wish = testing::wish();
    for (auto& version : wish.versions)
        version.form.nodes.push_back(testing::node("conto", xlsform::Kind::calculate, "Somma"));
    auto given = testing::interviews();
    given[0].answers.push_back({"/data/conto", "", "mi chiamo Zoubeir"});
    given[1].answers.push_back({"/data/conto", "", "41.5"});
    const auto csv = write_csv(wide_table(make_codebook(wish, given), given));
    EXPECT_EQ(csv.find("Zoubeir"), std::string::npos);
    EXPECT_NE(csv.find("41.5"), std::string::npos);
}

// Of one that says about which need it is, the codes.
TEST(Tables, take_of_calculations_about_a_need_their_codes)
{
    auto wish = testing::wish();
    for (auto& version : wish.versions) {
        version.form.nodes.push_back(testing::node("ha", xlsform::Kind::calculate, ""));
        version.form.nodes.back().aspect = "HAVE";
    }
    auto given = testing::interviews();
    given[0].answers.push_back({"/data/ha", "", "mi chiamo Zoubeir"});
    given[1].answers.push_back({"/data/ha", "", "YES"});
    const auto book = make_codebook(wish, given);
    const auto csv = write_csv(wide_table(book, given));
    EXPECT_EQ(csv.find("Zoubeir"), std::string::npos);
    EXPECT_NE(csv.find(",YES"), std::string::npos);
    const auto has = std::find_if(book.begin(), book.end(),
                                  [](const Variable& one) { return one.name == "ha"; });
    ASSERT_NE(has, book.end());
    ASSERT_EQ(has->categories.size(), 1u);
    EXPECT_EQ(has->categories[0].label, "Sì");
}

TEST(WriteCsv, says_what_the_version_did_not_ask)
{
    const auto csv = write_csv(wide_table(codebook(), testing::interviews()));
    EXPECT_TRUE(csv.starts_with("intervista,peso,casa,dove_COMUNE,"));
    EXPECT_NE(csv.find("k7f2,12.5,SI,1,1,34,1,1,3,7,NOT_IN_VERSION,NOT_IN_VERSION"),
              std::string::npos);
}

} // namespace analysis
