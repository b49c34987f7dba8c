// SPDX-License-Identifier: EUPL-1.2
#include "people/names.h"

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>
#include <mutex>

#include "base/problem.h"

namespace people {

namespace {

bool is_ascii(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return (c & 0x80) == 0; });
}

// ICU's rules for every script at once. One at a time: a transliterator compiles rules as it goes.
std::string transliterated(std::string_view text)
{
    static std::mutex mutex;
    static const std::unique_ptr<icu::Transliterator> rules = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<icu::Transliterator> made(icu::Transliterator::createInstance(
            "NFKC; Any-Latin; NFD; [:Nonspacing Mark:] Remove; NFC; Latin-ASCII; Lower",
            UTRANS_FORWARD, status));
        ENSURE(U_SUCCESS(status));
        return made;
    }();

    auto unicode = icu::UnicodeString::fromUTF8(
        icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
    {
        const std::scoped_lock lock(mutex);
        rules->transliterate(unicode);
    }
    std::string latin;
    unicode.toUTF8String(latin);
    return latin;
}

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

bool is_particle(std::string_view word)
{
    static constexpr std::array<std::string_view, 16> particles{
        "al", "el", "ul",  "ben", "bin",   "ibn", "bint", "ould",
        "md", "de", "del", "da",  "della", "di",  "van",  "von"};
    return std::find(particles.begin(), particles.end(), word) != particles.end();
}

// How one sound is written in the languages that clerks here have heard it through. The first rule
// that fits counts, so the longer ones stand first.
struct Spelling {
    std::string_view written;
    std::string_view sounds;
};
constexpr std::array<Spelling, 13> spellings{{
    {"sch", "s"},
    {"ch", "s"},
    {"sh", "s"},
    {"kh", "k"},
    {"gh", "g"},
    {"dj", "j"},
    {"ph", "f"},
    {"ce", "se"},
    {"ci", "si"},
    {"x", "ks"},
    {"q", "k"},
    {"c", "k"},
    {"z", "s"},
}};

std::string without_doubles(std::string_view word)
{
    std::string single;
    for (const char c : word)
        if (single.empty() || single.back() != c)
            single += c;
    return single;
}

std::string as_it_sounds(std::string_view word)
{
    std::string sound;
    while (!word.empty()) {
        const auto* rule = std::find_if(spellings.begin(), spellings.end(), [&](const auto& one) {
            return word.starts_with(one.written);
        });
        if (rule == spellings.end()) {
            sound += word.front();
            word.remove_prefix(1);
        } else {
            sound += rule->sounds;
            word.remove_prefix(rule->written.size());
        }
    }
    return sound;
}

// Of a word with hardly a consonant the vowels must tell: "sow" and "sou" become "su", "bah" "ba".
std::string short_form(std::string_view word)
{
    std::string plain;
    for (const char c : without_doubles(word)) {
        const char vowel = c == 'w' ? 'u' : c == 'y' ? 'i' : c;
        if (vowel == 'u' && plain.ends_with('o'))
            plain.back() = 'u';
        else if (vowel != 'h')
            plain += vowel;
    }
    return plain.empty() ? std::string(word) : plain;
}

} // namespace

std::string fold(std::string_view name)
{
    const auto latin = is_ascii(name) ? std::string(name) : transliterated(name);
    std::string folded;
    bool gap = false;
    for (char c : latin) {
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            if (gap && !folded.empty())
                folded += ' ';
            gap = false;
            folded += c;
        } else if (c != '\'' && c != '`') {
            gap = true;
        }
    }
    return folded;
}

std::vector<std::string> name_words(std::string_view folded)
{
    std::vector<std::string> words;
    std::vector<std::string> particles;
    while (!folded.empty()) {
        const auto space = folded.find(' ');
        const auto word = folded.substr(0, space);
        if (!word.empty())
            (is_particle(word) ? particles : words).emplace_back(word);
        folded = space == std::string_view::npos ? std::string_view() : folded.substr(space + 1);
    }
    return words.empty() ? particles : words;
}

std::string skeleton(std::string_view word)
{
    const auto sound = as_it_sounds(without_doubles(word));
    std::string bones;
    for (std::size_t i = 0; i < sound.size(); ++i) {
        const char c = sound[i];
        const char next = i + 1 < sound.size() ? sound[i + 1] : ' ';
        const bool first = i == 0;
        // A y that begins a word is heard as the j of other spellings (Yusuf, Jusuf, ywsf), a w
        // before a vowel as a v (Waldo, Valdo); elsewhere both are vowels (Sow, Sou).
        if (c == 'y' && first && (is_vowel(next) || next == 'w'))
            bones += 'j';
        else if (c == 'w' && (first || is_vowel(next)))
            bones += 'v';
        else if (!is_vowel(c) && c != 'h' && c != 'y' && c != 'w')
            bones += c;
    }
    return bones.size() < 2 ? short_form(word) : bones;
}

bool one_slip_apart(std::string_view a, std::string_view b)
{
    if (a.size() > b.size())
        std::swap(a, b);
    if (b.size() - a.size() > 1)
        return false;
    const auto differ =
        static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin()).first - a.begin());
    const auto rest_a = a.substr(differ);
    const auto rest_b = b.substr(differ);
    if (a.size() < b.size())
        return rest_a == rest_b.substr(1);
    if (rest_a.size() >= 2 && rest_a[0] == rest_b[1] && rest_a[1] == rest_b[0] &&
        rest_a.substr(2) == rest_b.substr(2))
        return true;
    return !rest_a.empty() && rest_a.substr(1) == rest_b.substr(1);
}

} // namespace people
