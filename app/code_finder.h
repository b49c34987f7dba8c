// SPDX-License-Identifier: EUPL-1.2
// From what people write to the codes of a vocabulary: by code, by label in either language, by a
// part of a label ("Strada" of "Strada, piazza"; "fula" and "pulaar" of "fula (pulaar)"), by a word
// of catalogue/forms/contact_words.csv. What could be two codes is none.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/catalogue.h"

namespace app {

class CodeFinder {
public:
    // The codes that are in use of a vocabulary; `language` is that of expected().
    static CodeFinder of_vocabulary(const core::Catalogue& catalogue, const std::string& list,
                                    const std::string& language);
    // Also by number: "Municipio I", "municipio 1", "1°", "I".
    static CodeFinder of_districts(const core::Catalogue& catalogue, const core::City& city);

    // `weight`: what is surer wins over what is less sure; of two as sure, none.
    enum class Weight { part, label, word, code };
    void add(std::string_view written, const std::string& code, Weight weight);
    // What is possible, for the sentence that says so.
    void show(std::string label) { shown_.push_back(std::move(label)); }

    std::optional<std::string> find(std::string_view written) const;
    // "francese; fula (pulaar)": by semicolons, and by commas where a piece as a whole is no code.
    // Each word that is none is put into `unknown`.
    std::vector<std::string> find_list(std::string_view written,
                                       std::vector<std::string>& unknown) const;
    std::string expected() const;

private:
    struct Found {
        Weight weight;
        std::set<std::string> codes;
    };
    std::map<std::string, Found> codes_; // by folded word
    std::vector<std::string> shown_;
};

} // namespace app
