// SPDX-License-Identifier: EUPL-1.2
// Terms that rise: words that the persons of one wave or group use more than the others do. No
// model: for each word, how many persons of either side said it, and Dunning's G² of that little
// table (1993), as a reader can work it out by hand. A person who says a word ten times counts
// once. Words of few persons are not shown: they would be somebody's name.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace analysis {

// The words of a text in any script, folded to small letters; numbers and punctuation are left out.
// Where a language writes no spaces (Chinese) the dictionary of ICU finds the words; of Italian and
// French ones the article before an apostrophe is left out.
std::vector<std::string> words_of(std::string_view text, const std::string& language);

// Words that say nothing by themselves, as catalogue/stop_words.csv lists them: language,word.
class StopWords {
public:
    StopWords() = default;
    explicit StopWords(std::string_view csv);
    bool has(const std::string& language, const std::string& word) const;

private:
    std::set<std::pair<std::string, std::string>> words_;
};

// What one person said.
struct Said {
    std::string text;
    std::string language;
    bool here = false;   // of the wave or group that is looked at; else of the rest
    bool quotes = false; // this person has agreed to be quoted
};

struct RisingTerm {
    std::string term;
    int here = 0; // persons who used it
    int rest = 0;
    double share_here = 0; // of the persons who said something
    double share_rest = 0;
    double g2 = 0; // log-likelihood ratio; above 3.84 less than 1 in 20 by chance, 10.83: 1 in 1000
    std::string quote; // the shortest text with it of somebody here who may be quoted; may be empty
};

struct RisingTerms {
    int persons_here = 0; // who said something
    int persons_rest = 0;
    int words_compared = 0;        // so many tables were made: some rise by chance alone
    std::vector<RisingTerm> items; // those that rise most first
};

struct RisingWish {
    int persons_least = 5; // who used the term here
    double g2_least = 10.83;
    std::size_t items_most = 40;
    std::size_t quote_most = 300; // characters; a longer text is not quoted
};

RisingTerms rising_terms(const std::vector<Said>& said, const StopWords& stop_words,
                         const RisingWish& wish = {});

// G² of the table: a of `here` persons used it, b of `rest`.
double log_likelihood(int a, int here, int b, int rest);

} // namespace analysis
