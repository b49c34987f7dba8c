// SPDX-License-Identifier: EUPL-1.2
#include "survey/xlsform/pattern.h"

#include <unicode/regex.h>

#include <array>
#include <memory>

namespace xlsform {

namespace {

constexpr std::size_t pattern_bytes_max = 500;
constexpr std::int32_t time_max = 10;       // steps of about a millisecond, as ICU counts them
constexpr std::int32_t stack_max = 1 << 20; // bytes
constexpr std::int32_t characters_max = 20'000;

icu::UnicodeString as_icu(std::string_view text)
{
    return icu::UnicodeString::fromUTF8(
        icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

// What Java and ICU read and JavaScript does not, or reads otherwise.
std::string not_everywhere(std::string_view pattern)
{
    constexpr std::array<std::string_view, 24> pieces{
        "(?i", "(?m", "(?s", "(?x", "(?-", "(?>", "(?#", "(?<", "*+",  "++",  "?+",  "}+",
        "\\A", "\\z", "\\Z", "\\G", "\\Q", "\\E", "\\p", "\\P", "\\h", "\\R", "\\X", "&&"};
    for (const auto piece : pieces)
        if (pattern.find(piece) != std::string_view::npos)
            return std::string(piece);
    return "";
}

std::unique_ptr<icu::RegexPattern> compiled(std::string_view pattern)
{
    UErrorCode status = U_ZERO_ERROR;
    UParseError where;
    std::unique_ptr<icu::RegexPattern> found(
        icu::RegexPattern::compile(as_icu(pattern), where, status));
    return U_SUCCESS(status) ? std::move(found) : nullptr;
}

} // namespace

std::string fault_of_pattern(std::string_view pattern)
{
    if (pattern.size() > pattern_bytes_max)
        return std::string(pattern.substr(0, 20));
    if (const auto piece = not_everywhere(pattern); !piece.empty())
        return piece;
    return compiled(pattern) ? "" : std::string(pattern);
}

bool matches(std::string_view text, std::string_view pattern)
{
    const auto regular = compiled(pattern);
    const auto subject = as_icu(text);
    if (!regular || subject.length() > characters_max)
        return false;
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::RegexMatcher> matcher(regular->matcher(subject, status));
    if (U_FAILURE(status))
        return false;
    matcher->setTimeLimit(time_max, status);
    matcher->setStackLimit(stack_max, status);
    const bool whole = matcher->matches(status);
    return U_SUCCESS(status) && whole;
}

} // namespace xlsform
