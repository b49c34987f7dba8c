// SPDX-License-Identifier: EUPL-1.2
#include "survey/analysis/rising.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>

#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include "base/csv.h"
#include "base/problem.h"
#include "base/utf8.h"

namespace analysis {

namespace {

// One language's iterator is made once a thread: making it costs more than a short text.
icu::BreakIterator& iterator_of(const std::string& language)
{
    thread_local std::map<std::string, std::unique_ptr<icu::BreakIterator>> known;
    auto& one = known[language];
    if (!one) {
        auto status = U_ZERO_ERROR;
        one.reset(icu::BreakIterator::createWordInstance(icu::Locale(language.c_str()), status));
        ENSURE(U_SUCCESS(status));
    }
    return *one;
}

// "l'affitto" is a use of "affitto": an article before an apostrophe is no part of the word.
void leave_article(icu::UnicodeString& word, const std::string& language)
{
    if (language != "it" && language != "fr")
        return;
    const auto mark = std::max(word.lastIndexOf(u'\''), word.lastIndexOf(u'\u2019'));
    if (mark > 0 && mark <= 4 && mark + 1 < word.length())
        word.remove(0, mark + 1);
}

struct Uses {
    int here = 0;
    int rest = 0;
    const Said* quoted = nullptr;
};

double part(double observed, double expected)
{
    return observed > 0 ? observed * std::log(observed / expected) : 0;
}

void count_uses(const Said& one, const StopWords& stop_words, std::size_t quote_most,
                std::map<std::string, Uses>& uses)
{
    const auto words = words_of(one.text, one.language);
    for (const auto& word : std::set<std::string>(words.begin(), words.end())) {
        if (stop_words.has(one.language, word))
            continue;
        auto& use = uses[word];
        (one.here ? use.here : use.rest) += 1;
        if (!one.here || !one.quotes || characters(one.text) > quote_most)
            continue;
        if (use.quoted == nullptr || one.text.size() < use.quoted->text.size())
            use.quoted = &one;
    }
}

} // namespace

std::vector<std::string> words_of(std::string_view text, const std::string& language)
{
    const auto all = icu::UnicodeString::fromUTF8(
        icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
    auto& words = iterator_of(language);
    words.setText(all);
    std::vector<std::string> found;
    auto begins = words.first();
    for (auto ends = words.next(); ends != icu::BreakIterator::DONE; ends = words.next()) {
        if (words.getRuleStatus() >= UBRK_WORD_LETTER) {
            auto word = all.tempSubStringBetween(begins, ends);
            word.foldCase();
            leave_article(word, language);
            word.toUTF8String(found.emplace_back());
        }
        begins = ends;
    }
    return found;
}

StopWords::StopWords(std::string_view csv)
{
    const auto rows = read_csv(csv, ',', Remarks::leave_out);
    for (std::size_t i = 1; i < rows.size(); ++i) // the first names the columns
        if (rows[i].cells.size() == 2)
            words_.emplace(rows[i].cells[0], rows[i].cells[1]);
}

bool StopWords::has(const std::string& language, const std::string& word) const
{
    return words_.contains({language, word});
}

double log_likelihood(int a, int here, int b, int rest)
{
    const double all = here + rest;
    const double used = a + b;
    const double unused = all - used;
    return 2 * (part(a, used * here / all) + part(b, used * rest / all) +
                part(here - a, unused * here / all) + part(rest - b, unused * rest / all));
}

RisingTerms rising_terms(const std::vector<Said>& said, const StopWords& stop_words,
                         const RisingWish& wish)
{
    RisingTerms found;
    std::map<std::string, Uses> uses;
    for (const auto& one : said) {
        (one.here ? found.persons_here : found.persons_rest) += 1;
        count_uses(one, stop_words, wish.quote_most, uses);
    }
    if (found.persons_here == 0 || found.persons_rest == 0)
        return found; // there is nothing to compare with
    for (const auto& [term, use] : uses) {
        if (use.here < wish.persons_least)
            continue;
        ++found.words_compared;
        RisingTerm one{term, use.here, use.rest, 0, 0, 0, {}};
        one.share_here = static_cast<double>(use.here) / found.persons_here;
        one.share_rest = static_cast<double>(use.rest) / found.persons_rest;
        one.g2 = log_likelihood(use.here, found.persons_here, use.rest, found.persons_rest);
        if (one.share_here <= one.share_rest || one.g2 < wish.g2_least)
            continue;
        if (use.quoted != nullptr)
            one.quote = use.quoted->text;
        found.items.push_back(std::move(one));
    }
    std::sort(found.items.begin(), found.items.end(), [](const auto& one, const auto& other) {
        return one.g2 != other.g2 ? one.g2 > other.g2 : one.term < other.term;
    });
    if (found.items.size() > wish.items_most)
        found.items.resize(wish.items_most);
    return found;
}

} // namespace analysis
