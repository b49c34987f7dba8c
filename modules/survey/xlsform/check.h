// SPDX-License-Identifier: EUPL-1.2
// Whether answers are those that the form asks for. The server asks again what the browser and ODK
// Collect have asked already: what comes from outside is believed by nobody.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/time.h"
#include "survey/xlsform/form.h"

namespace xlsform {

struct WrongAnswer {
    std::string question; // path
    std::string occurrence;
    // unknown_question, wrong_occurrence, answered_twice, not_relevant, required, constraint,
    // wrong_type, unknown_choice, filtered_choice, calculation, too_long, too_many, too_complex
    std::string code;
    std::string fact; // the choice, the value that was worked out …
};

inline constexpr std::size_t answers_max = 5000;
inline constexpr std::size_t answer_bytes_max = 20'000;
inline constexpr int occurrences_max = 200;  // of one repeat
inline constexpr long steps_max = 5'000'000; // of all expressions of one check

// Compiles the form once; for many interviews of one form. Lives no longer than the form.
class Checker {
public:
    explicit Checker(const Form& form);
    ~Checker();
    Checker(Checker&&) noexcept;

    std::vector<WrongAnswer> check(const std::vector<Answer>& answers, Instant now) const;

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

// Empty: all is well.
std::vector<WrongAnswer> check_answers(const Form& form, const std::vector<Answer>& answers,
                                       Instant now);

// The node at a path, or null.
const Node* find_node(const Form& form, std::string_view path);

} // namespace xlsform
