// SPDX-License-Identifier: EUPL-1.2
#include "monitoring/personal_codes.h"

#include <algorithm>
#include <vector>

#include "base/problem.h"

namespace monitoring {

namespace {

bool is_digit(char one) { return one >= '0' && one <= '9'; }
bool is_letter(char one) { return (one >= 'A' && one <= 'Z') || (one >= 'a' && one <= 'z'); }

char upper(char one) { return one >= 'a' && one <= 'z' ? static_cast<char>(one - 'a' + 'A') : one; }

// Letters and digits that stand together, whatever is around them.
std::vector<std::string> words_of(std::string_view text)
{
    std::vector<std::string> words(1);
    for (const char one : text) {
        if (is_digit(one) || is_letter(one))
            words.back() += upper(one);
        else if (!words.back().empty())
            words.emplace_back();
    }
    return words;
}

// Digits may be letters there: two persons who would have the same code are told apart so.
bool has_form_of_codice_fiscale(std::string_view word)
{
    constexpr std::string_view form = "LLLLLLDDLDDLDDDL";
    constexpr std::string_view instead_of_digits = "LMNPQRSTUV";
    if (word.size() != form.size())
        return false;
    int digits = 0;
    for (std::size_t at = 0; at < form.size(); ++at) {
        const bool is_number = is_digit(word[at]);
        digits += is_number ? 1 : 0;
        if (form[at] == 'L' && is_number)
            return false;
        if (form[at] == 'D' && !is_number &&
            instead_of_digits.find(word[at]) == std::string_view::npos)
            return false;
    }
    return digits > 0; // a long word of letters alone is a word
}

bool is_health_code(std::string_view word, std::string_view begins)
{
    return word.size() >= 13 && word.substr(0, 3) == begins &&
           std::all_of(word.begin() + 3, word.end(), is_digit);
}

bool has_address(std::string_view text)
{
    for (auto at = text.find('@'); at != std::string_view::npos; at = text.find('@', at + 1)) {
        const bool before = at > 0 && (is_letter(text[at - 1]) || is_digit(text[at - 1]));
        const auto dot = text.find('.', at);
        const auto space = text.find_first_of(" \n\t", at);
        if (before && dot != std::string_view::npos && dot > at + 1 &&
            dot < std::min(space, text.size()))
            return true;
    }
    return false;
}

bool is_year(std::string_view group)
{
    return group.size() == 4 && (group.substr(0, 2) == "19" || group.substr(0, 2) == "20");
}

// Nine digits with nothing but spaces, strokes and brackets between their groups. Of dates and
// years, and of amounts with their dots, there are never so many.
bool has_many_digits(std::string_view text)
{
    constexpr std::size_t many = 9;
    std::size_t digits = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (!is_digit(text[at])) {
            if (std::string_view(" -()+").find(text[at]) == std::string_view::npos)
                digits = 0;
            ++at;
            continue;
        }
        auto end = at;
        while (end < text.size() && is_digit(text[end]))
            ++end;
        const auto group = text.substr(at, end - at);
        digits = is_year(group) ? 0 : digits + group.size();
        if (digits >= many)
            return true;
        at = end;
    }
    return false;
}

} // namespace

std::optional<std::string> personal_code_in(std::string_view text)
{
    for (const auto& word : words_of(text)) {
        if (has_form_of_codice_fiscale(word))
            return "codice_fiscale";
        if (is_health_code(word, "STP"))
            return "stp";
        if (is_health_code(word, "ENI"))
            return "eni";
    }
    if (has_address(text))
        return "email";
    if (has_many_digits(text))
        return "digits";
    return std::nullopt;
}

void refuse_personal_codes(const std::string& field, const std::optional<std::string>& text)
{
    if (!text)
        return;
    if (const auto code = personal_code_in(*text))
        refuse(field, "monitoring.personal_code." + *code);
}

} // namespace monitoring
