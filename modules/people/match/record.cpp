// SPDX-License-Identifier: EUPL-1.2
#include "people/match/record.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <sstream>

#include "people/match/edit.h"
#include "people/match/script.h"

namespace match {

namespace {

constexpr std::size_t number_max = 24;
constexpr std::size_t codes_max = 60;
constexpr std::size_t met_max = 600;
constexpr std::size_t phone_digits = 9;

// "F", "f", "female", "femmina", "donna", "femake"; what is neither is itself.
std::string sex_of(const std::string& text)
{
    if (text.empty())
        return text;
    for (const char* word : {"f", "female", "femmina", "woman", "donna", "femme", "w", "fem"})
        if (text == word || (text.size() > 3 && slips_apart(text, word, 2) <= 2 && word[1] != '\0'))
            return "F";
    for (const char* word : {"m", "male", "maschio", "man", "uomo", "homme", "masculin"})
        if (text == word || (text.size() > 2 && slips_apart(text, word, 1) <= 1 && word[1] != '\0'))
            return "M";
    return text;
}

// The country's prefix and the first 0 are written or not: the last digits say which it is. A
// letter that slipped in is a digit not known.
std::string phone_of(std::string_view value)
{
    std::string digits;
    for (const char c : value) {
        if (c >= '0' && c <= '9')
            digits += c;
        else if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
            digits += '?';
    }
    if (digits.size() > phone_digits)
        digits.erase(0, digits.size() - phone_digits);
    return digits.size() < 4 ? "" : digits;
}

// Whichever was written down first.
std::string sorted_words(const std::string& text, std::size_t most)
{
    std::istringstream in(text);
    const std::set<std::string> words(std::istream_iterator<std::string>(in), {});
    std::string all;
    for (const auto& word : words)
        if (all.size() < most)
            all += (all.empty() ? "" : " ") + word;
    return all;
}

} // namespace

std::string comparable(const FieldKind& field, std::string_view value)
{
    if (field.name == "phone")
        return phone_of(value);
    if (field.kind == Kind::met)
        return sorted_words(std::string(value), met_max);
    auto text = latin(value);
    if (field.name == "sex")
        return sex_of(text);
    if (field.kind == Kind::text)
        return text;
    if (field.kind == Kind::codes)
        return sorted_words(text, codes_max);
    std::erase(text, ' ');
    return text.substr(0, number_max);
}

} // namespace match
