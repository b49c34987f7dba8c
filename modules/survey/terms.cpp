// SPDX-License-Identifier: EUPL-1.2
// Words that rise: of this wave beside the one before, or of a group beside the others.
#include "base/embedded.h"
#include "survey/analysis/rising.h"
#include "survey/coded.h"
#include "survey/work.h"

using core::Context;

namespace survey {

namespace {

const analysis::StopWords& stop_words()
{
    static const analysis::StopWords words(find_embedded("catalogue/stop_words.csv").value());
    return words;
}

// All that one person said is one text: a person counts once.
std::map<Id<Interview>, analysis::Said> said_in(Context& context, const Answered& answered)
{
    std::map<Id<Interview>, analysis::Said> said;
    for (const auto& place : open_places_of(context, answered, Words::yes)) {
        auto& one = said[place.interview->id];
        one.language = place.interview->language;
        one.quotes = may_quote(answered, *place.interview);
        one.text += (one.text.empty() ? "" : "\n") + place.answer.words.value_or("");
    }
    return said;
}

} // namespace

Terms list_terms(Context& context, const ListTerms& wish)
{
    const Answered answered(context, get_wave(context, wish.wave));
    const bool by_wave = wish.compared == "WAVE";
    std::vector<analysis::Said> said;
    const auto take = [&](const Answered& from, bool is_now) {
        std::map<Id<Interview>, std::string> group;
        for (const auto& contact : from.contacts)
            group[contact.id] = contact.respondents;
        for (auto& [id, one] : said_in(context, from)) {
            const bool is_group = group[id] == wish.respondents;
            if (by_wave && !is_group)
                continue;
            one.here = is_now && is_group;
            said.push_back(std::move(one));
        }
    };
    Terms terms;
    take(answered, true);
    auto before = by_wave ? wave_before(context, answered.wave) : std::nullopt;
    if (before) {
        terms.before_name = before->name;
        take(Answered(context, std::move(*before)), false);
    }
    analysis::RisingWish asked;
    asked.persons_least = persons_min;
    const auto found = analysis::rising_terms(said, stop_words(), asked);
    terms.persons_here = found.persons_here;
    terms.persons_rest = found.persons_rest;
    terms.words_compared = found.words_compared;
    terms.persons_least = asked.persons_least;
    terms.g2_least = asked.g2_least;
    for (const auto& one : found.items) {
        terms.items.push_back({one.term, one.here, one.rest, 100 * one.share_here,
                               100 * one.share_rest, one.g2, std::nullopt});
        if (!one.quote.empty())
            terms.items.back().quote = one.quote;
    }
    return terms;
}

} // namespace survey
