// SPDX-License-Identifier: EUPL-1.2
#include "survey/analysis/rising.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <gtest/gtest.h>

#include "base/csv.h"
#include "base/embedded.h"

namespace analysis {

namespace {

using Words = std::vector<std::string>;

void add(std::vector<Said>& said, int times, const char* text, bool here, bool quotes = false)
{
    for (int i = 0; i < times; ++i)
        said.push_back({text, "it", here, quotes});
}

} // namespace

TEST(WordsOf, read_every_script)
{
    EXPECT_EQ(words_of("L'AFFITTO costa 500 euro, È troppo!", "it"),
              (Words{"affitto", "costa", "euro", "è", "troppo"}));
    EXPECT_EQ(words_of("C’è l'acqua dell’altro", "fr"), (Words{"è", "acqua", "altro"}));
    EXPECT_EQ(words_of("I don't", "en"), (Words{"i", "don't"}));
    EXPECT_EQ(words_of("أريد مكاناً للنوم.", "ar"), (Words{"أريد", "مكاناً", "للنوم"}));
    EXPECT_EQ(words_of("আমার ঘর নেই।", "bn"), (Words{"আমার", "ঘর", "নেই"}));
    EXPECT_EQ(words_of("Мені потрібна лікарка", "uk"), (Words{"мені", "потрібна", "лікарка"}));
    // Without spaces: the dictionary knows 医院, hospital.
    const auto chinese = words_of("我要去医院", "zh");
    EXPECT_NE(std::find(chinese.begin(), chinese.end(), "医院"), chinese.end());
    EXPECT_TRUE(words_of("", "it").empty());
    EXPECT_TRUE(words_of("… 2026 — !!", "it").empty());
}

// The table of a χ² worked by hand: 2 Σ O ln(O / E).
TEST(LogLikelihood, is_that_of_the_table)
{
    // 30 of 100 and 10 of 100; expected 20, 20, 80, 80.
    EXPECT_NEAR(
        log_likelihood(30, 100, 10, 100),
        2 * (30 * std::log(1.5) + 10 * std::log(0.5) + 70 * std::log(0.875) + 90 * std::log(1.125)),
        1e-12);
    EXPECT_NEAR(log_likelihood(30, 100, 10, 100), 12.9715, 5e-5); // R: 2 * sum(O * log(O / E))
    EXPECT_NEAR(log_likelihood(10, 100, 10, 100), 0, 1e-12);
    EXPECT_GT(log_likelihood(5, 100, 0, 100),
              0); // nothing times the logarithm of nothing is nothing
}

TEST(RisingTerms, count_persons_and_not_words)
{
    std::vector<Said> said;
    add(said, 1, "casa casa casa casa casa casa casa casa casa", true);
    add(said, 20, "il lavoro", true);
    add(said, 20, "il lavoro", false);
    EXPECT_TRUE(rising_terms(said, StopWords()).items.empty());
}

TEST(RisingTerms, show_what_rises_with_its_counts_and_a_quote)
{
    std::vector<Said> said;
    add(said, 30, "non trovo un affitto", true);
    add(said, 1, "un affitto", true, true);
    add(said, 1, "cerco un affitto da mesi", true, true);
    add(said, 68, "cerco un lavoro", true);
    add(said, 10, "un affitto", false, true);
    add(said, 90, "cerco un lavoro", false);
    const auto found = rising_terms(said, StopWords("language,word\nit,un\nit,non\n"));
    EXPECT_EQ(found.persons_here, 100);
    EXPECT_EQ(found.persons_rest, 100);
    ASSERT_EQ(found.items.size(), 2u);
    EXPECT_EQ(found.items[0].term, "trovo"); // 30 and nobody
    EXPECT_EQ(found.items[0].quote, "");     // nobody who said it agreed to be quoted
    EXPECT_EQ(found.items[1].term, "affitto");
    EXPECT_EQ(found.items[1].here, 32);
    EXPECT_EQ(found.items[1].rest, 10);
    EXPECT_NEAR(found.items[1].share_here, 0.32, 1e-12);
    EXPECT_EQ(found.items[1].quote, "un affitto");
    EXPECT_GE(found.words_compared, 3); // lavoro and cerco do not rise
}

TEST(StopWords, of_the_catalogue_are_such_as_the_program_folds_them)
{
    const auto file = find_embedded("catalogue/stop_words.csv").value();
    const StopWords words(file);
    for (const auto& row : read_csv(file, ',', Remarks::leave_out)) {
        ASSERT_EQ(row.cells.size(), 2u) << row.line;
        if (row.cells[0] == "language")
            continue;
        EXPECT_EQ(words_of(row.cells[1], row.cells[0]), Words{row.cells[1]}) << row.line;
        EXPECT_TRUE(words.has(row.cells[0], row.cells[1]));
    }
    for (const auto& [language, word] :
         {std::pair("it", "di"), std::pair("en", "the"), std::pair("fr", "le"),
          std::pair("es", "el"), std::pair("ar", "في"), std::pair("bn", "আমি"),
          std::pair("uk", "це"), std::pair("zh", "的")})
        EXPECT_TRUE(words.has(language, word)) << language;
}

// A word that four persons alone used could be a name: it is not shown, whatever its G².
TEST(RisingTerms, do_not_show_the_words_of_few)
{
    std::vector<Said> said;
    add(said, 4, "zoubeir", true);
    add(said, 5, "dormitorio", true);
    add(said, 200, "lavoro", false);
    const auto found = rising_terms(said, StopWords());
    ASSERT_EQ(found.items.size(), 1u);
    EXPECT_EQ(found.items[0].term, "dormitorio");
}

TEST(RisingTerms, have_nothing_to_say_without_anything_to_compare_with)
{
    std::vector<Said> said;
    add(said, 30, "affitto", true);
    EXPECT_TRUE(rising_terms(said, StopWords()).items.empty());
    EXPECT_EQ(rising_terms(said, StopWords()).persons_here, 30);
}

} // namespace analysis
