// SPDX-License-Identifier: EUPL-1.2
// Words for sheets that are printed for the people we work with, in their languages: those of
// catalogue/vocabularies/sheet_language.csv. They stand apart from the words of those who work here
// (words.h): other languages, few sentences, modules/*/sheet_words/<language>.json. Days, hours and
// the names of languages come from ICU; digits are always 0 to 9, as on doors and buses.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/problem.h"
#include "base/time.h"
#include "core/catalogue.h"

namespace core {

class SheetWords {
public:
    // std::runtime_error where the module has no words in this language.
    SheetWords(const Catalogue& catalogue, std::string_view module, std::string language);

    const std::string& language() const { return language_; }

    // The key itself where nobody has worded it: a test finds that.
    std::string say(std::string_view key, const Facts& facts = {}) const;
    // "area", "HEALTH": the sentence "area.HEALTH"; where there is none, the Italian label that the
    // code has in the vocabulary.
    std::string code(std::string_view family, std::string_view list, std::string_view code) const;

    std::string weekday(int weekday) const;          // Monday is 1
    std::string day(Date date) const;                // "lunedì 23 novembre 2026"
    std::string moment(Instant instant) const;       // with the time on the wall in Italy
    std::string tongue(std::string_view code) const; // the name of a language

private:
    const Catalogue& catalogue_;
    std::string language_;
    std::map<std::string, std::string, std::less<>> sentences_;
};

} // namespace core
