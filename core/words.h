// SPDX-License-Identifier: EUPL-1.2
// Sentences, from core/words/*.json, modules/*/words/*.json. Code speaks in codes and facts; here
// they become a sentence in the reader's language. Italian is the language of reference: every key
// has it.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"

namespace core {

class Words {
public:
    // Reads the embedded files; std::runtime_error names file and fault.
    Words();

    // The sentence with its {facts} filled in; the Italian one where the language lacks it; the key
    // itself where nobody has it.
    std::string say(std::string_view language, std::string_view key, const Facts& facts = {}) const;
    bool knows(std::string_view language, std::string_view key) const;
    std::vector<std::string> languages() const;

    // The first language of an Accept-Language header that we speak; Italian otherwise.
    std::string choose(std::string_view accept_language) const;

    // application/problem+json (RFC 9457) of a Problem.
    std::string problem_json(std::string_view language, const Problem& problem) const;

private:
    // language -> key -> sentence
    std::map<std::string, std::map<std::string, std::string, std::less<>>, std::less<>> sentences_;
};

} // namespace core
