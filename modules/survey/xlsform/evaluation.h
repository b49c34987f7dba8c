// SPDX-License-Identifier: EUPL-1.2
// What a tree comes to, in a filled-in form. As ODK Collect has it where XPath 1.0 leaves it open:
// a path is its one value, "" where nothing is answered or nothing is asked; a question for a
// number is a number; days are texts ("2026-11-30"), and the days since 1970-01-01 where a number
// is wanted; an absolute path into the repeat that one stands in means that occurrence.
#pragma once

#include <stdexcept>
#include <string>
#include <variant>
#include <vector>

#include "survey/xlsform/expression.h"
#include "survey/xlsform/instance.h"

namespace xlsform {

using Value = std::variant<std::string, double, bool>;

std::string to_text(const Value& value);
double to_number(const Value& value);
bool to_truth(const Value& value);

// More was asked than any questionnaire needs.
class TooComplex : public std::runtime_error {
public:
    TooComplex() : std::runtime_error("too complex") {}
};

struct Asking {
    const Form& form;
    const Item& root;
    const Item* self;
    const Choice* choice = nullptr; // in a choice_filter
    std::string now;                // as wall_text has it
    std::string language;           // of jr:choice-name
    long* steps_left;               // shared by all that are asked together
};

// Throws TooComplex.
Value evaluate(const Tree& tree, const Asking& asking);

// The relevant items that a path means.
std::vector<const Item*> items_at(const std::string& path, const Asking& asking);
// The value of an item, as its kind has it.
Value value_of(const Item& item);

// ---- between evaluation.cpp and calling.cpp

Value call(const Tree& tree, const Asking& asking);
void spend(const Asking& asking, std::size_t steps);

} // namespace xlsform
