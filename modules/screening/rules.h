// SPDX-License-Identifier: EUPL-1.2
// The rules of early warnings, as catalogue/warnings.toml says them. A rule is a pattern in what
// was seen and told of a person: it holds or it does not, and says by which circumstances. There is
// no score and nothing is decided by it: a person answers (GDPR art. 22).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "core/catalogue.h"

namespace store {
class Transaction;
} // namespace store

namespace screening {

// A circumstance, as a screening of that day says it.
struct Fact {
    Date day;
    std::string circumstance; // "V17"
    int severity = 0;         // 0 low, 1 medium, 2 high
};

struct Rule {
    std::string code;
    int version = 1;
    std::string priority;
    std::string it, en;               // why it warns
    std::string advice_it, advice_en; // what to think of
    int days = 0;                     // how far back it looks
    int quiet_days = 0;               // how long it keeps silent after an answer

    std::vector<std::string> all;
    std::vector<std::string> any;
    int severity = 0;
    int count = 0;
    int fresh = 0; // "new"
    bool worse = false;
    bool retired = false; // warns no more; what it has said can still be read

    std::vector<Fact> example;
    std::vector<Fact> counter_example;
};

// 0, 1, 2 for low, medium, high; -1 for anything else.
int severity_of(std::string_view code);

// Throws std::runtime_error, which names the file, the rule and the fault.
std::vector<Rule> read_rules(std::string_view path, std::string_view toml);
// Those of the program itself.
const std::vector<Rule>& rules();
// Those of a catalogue that may be a release.
const std::vector<Rule>& rules(const core::Catalogue& catalogue);
const Rule* find_rule(const core::Catalogue& catalogue, std::string_view code);

// For core::Module.
std::vector<core::CatalogueEntry> rule_entries(const core::Catalogue& catalogue);
// For core::Module. Throws std::runtime_error where a rule names what is not in the catalogue, or
// does not do what its own examples say.
void check_rules(const core::Catalogue& catalogue, store::Transaction* transaction);

// The circumstances by which the rule holds on that day, in the order of their codes; none: it does
// not hold. What was written down later than that day is not looked at.
std::vector<std::string> holds(const Rule& rule, const std::vector<Fact>& facts, Date day);

} // namespace screening
