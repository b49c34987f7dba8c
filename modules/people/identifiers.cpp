// SPDX-License-Identifier: EUPL-1.2
#include "people/identifiers.h"

#include <algorithm>
#include <array>

namespace people {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

bool all_digits(std::string_view text) { return std::all_of(text.begin(), text.end(), is_digit); }

bool has_known_form(std::string_view kind)
{
    return kind == "codice_fiscale" || kind == "codice_fiscale_provvisorio" || kind == "stp" ||
           kind == "eni";
}

// Two persons with the same code: the office puts a letter in the place of a digit (homocody).
bool is_digit_or_its_letter(char c)
{
    return is_digit(c) || std::string_view("LMNPQRSTUV").find(c) != std::string_view::npos;
}

// The letter at the end of a codice fiscale, from the fifteen characters before it (ministerial
// decree of 23 December 1976: values of the characters in odd places, counting from one).
char check_letter(std::string_view fifteen)
{
    static constexpr std::array<int, 26> odd{1,  0,  5, 7, 9, 13, 15, 17, 19, 21, 2,  4,  18,
                                             20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23};
    int sum = 0;
    for (std::size_t i = 0; i < fifteen.size(); ++i) {
        const char c = fifteen[i];
        const int value = is_digit(c) ? c - '0' : c - 'A';
        sum += i % 2 == 0 ? odd[static_cast<std::size_t>(value)] : value;
    }
    return static_cast<char>('A' + sum % 26);
}

bool has_form_of_codice_fiscale(std::string_view value)
{
    // L: letter, D: digit or the letter in its place, M: letter of the month.
    constexpr std::string_view form = "LLLLLLDDMDDLDDDL";
    if (value.size() != form.size())
        return false;
    for (std::size_t i = 0; i < form.size(); ++i) {
        const char c = value[i];
        const bool fits = form[i] == 'L' ? is_capital(c)
                          : form[i] == 'D'
                              ? is_digit_or_its_letter(c)
                              : std::string_view("ABCDEHLMPRST").find(c) != std::string_view::npos;
        if (!fits)
            return false;
    }
    return true;
}

} // namespace

std::string comparable_identifier(std::string_view value)
{
    std::string plain;
    for (char c : value) {
        if (c >= 'a' && c <= 'z')
            c = static_cast<char>(c - 'a' + 'A');
        if (is_digit(c) || is_capital(c))
            plain += c;
    }
    return plain;
}

std::string tidy_identifier(std::string_view kind, std::string_view value)
{
    return has_known_form(kind) ? comparable_identifier(value) : std::string(value);
}

std::optional<std::string> fault_of_identifier(std::string_view kind, std::string_view value)
{
    if (kind == "codice_fiscale") {
        if (!has_form_of_codice_fiscale(value))
            return "people.codice_fiscale_form";
        if (check_letter(value.substr(0, 15)) != value[15])
            return "people.codice_fiscale_check";
    } else if (kind == "codice_fiscale_provvisorio") {
        if (value.size() != 11 || !all_digits(value))
            return "people.provisional_code_form";
    } else if (kind == "stp") {
        if (value.size() != 16 || !value.starts_with("STP") || !all_digits(value.substr(3)))
            return "people.stp_form";
    } else if (kind == "eni") {
        if (value.size() != 16)
            return "people.eni_form";
    }
    return std::nullopt;
}

std::string comparable_phone(std::string_view phone)
{
    std::string digits;
    for (const char c : phone)
        if (is_digit(c))
            digits += c;
    const bool abroad = phone.starts_with("+") || digits.starts_with("00");
    if (digits.starts_with("00"))
        digits.erase(0, 2);
    // Italy's own prefix is as good as none.
    if (abroad && digits.starts_with("39"))
        digits.erase(0, 2);
    return digits.size() < 6 ? std::string() : digits;
}

} // namespace people
