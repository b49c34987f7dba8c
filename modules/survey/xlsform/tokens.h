// SPDX-License-Identifier: EUPL-1.2
// The tokens of an expression.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace xlsform {

struct Token {
    enum class Kind { number, text, name, reference, path, sign, end };
    Kind kind = Kind::end;
    std::string text; // of a text without its quotes, of ${name} the name
};

// Throws ExpressionWrong. The last one is the end.
std::vector<Token> tokens_of(std::string_view text);

} // namespace xlsform
