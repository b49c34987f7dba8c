// SPDX-License-Identifier: EUPL-1.2
#include "people/match/words.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <unordered_map>

#include "people/match/kin.h"

namespace match {

namespace {

constexpr std::size_t words_max = 12;

constexpr std::string_view weak_words[] = {
    "1st",     "2nd",    "3rd",    "4th",     "5th",     "6th",     "7th",      "8th",
    "9th",     "abu",    "abou",   "al",      "alhaji",  "ap",      "as",       "baron",
    "baronet", "ben",    "bey",    "bin",     "bint",    "bte",     "da",       "dal",
    "dalla",   "de",     "del",    "della",   "den",     "der",     "des",      "di",
    "dit",     "do",     "doctor", "dos",     "dr",      "du",      "duke",     "e",
    "earl",    "ed",     "el",     "eng",     "er",      "ibn",     "ii",       "iii",
    "il",      "iv",     "jr",     "junior",  "la",      "lady",    "le",       "lo",
    "lord",    "ms",     "mr",     "mrs",     "miss",    "mst",     "mosammat", "of",
    "ould",    "ou",     "oulad",  "pr",      "prof",    "senior",  "sheik",    "sheikh",
    "shaikh",  "cheikh", "sir",    "sr",      "st",      "te",      "ter",      "the",
    "ud",      "uld",    "ul",     "ur",      "und",     "us",      "van",      "viscount",
    "von",     "wa",     "wuld",   "y",       "zu",      "haji",    "hajji",    "hadj",
    "hajj",    "hadji",  "mullah", "molla",   "mulla",   "maulvi",  "mawlawi",  "maulawi",
    "sayyid",  "hon",    "rev",    "capt",    "captain", "colonel", "general",  "major",
    "ing",     "dott",   "sig",    "signora", "alias",   "aka",     "hafiz",    "qari",
};

// What is written now together with the word before, now apart.
constexpr std::string_view endings[] = {"uddin", "uddine", "eddin", "eddine", "oddin",
                                        "aldin", "udin",   "ullah", "ollah",  "ulla",
                                        "allah", "elah",   "alah"};
constexpr std::string_view servants[] = {"abd",    "abdul", "abdel", "abdal",
                                         "abdoul", "abdi",  "abdu"};

template <std::size_t count> bool holds(const std::string_view (&many)[count], std::string_view one)
{
    return std::find(std::begin(many), std::end(many), one) != std::end(many);
}

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

bool is_front(char c) { return c == 'e' || c == 'i' || c == 'y'; }

std::string without_doubles(std::string_view word)
{
    std::string single;
    for (const char c : word)
        if (single.empty() || single.back() != c)
            single += c;
    return single;
}

// "abdul", "abdel", "abdou l…": the article inside is heard or not.
std::string_view without_article(std::string_view word, std::string& made)
{
    const bool has = word.size() > 6 && word.starts_with("abd") && is_vowel(word[3]) &&
                     (word[4] == 'l' || (word[3] == 'o' && word[4] == 'u' && word[5] == 'l'));
    if (!has)
        return word;
    made = "abd" + std::string(word.substr(word[4] == 'l' ? 5 : 6));
    return made;
}

// How one sound is written in the languages that clerks have heard it through. The first rule that
// fits counts, so the longer ones stand first.
struct Spelling {
    std::string_view written;
    std::string_view sounds;
};
constexpr std::array<Spelling, 26> spellings{{
    {"shch", "s"}, {"tsch", "s"}, {"tch", "s"}, {"tsh", "s"}, {"sch", "s"}, {"dji", "j"},
    {"dzh", "j"},  {"ch", "s"},   {"sh", "s"},  {"zh", "s"},  {"ts", "s"},  {"tz", "s"},
    {"cz", "s"},   {"sz", "s"},   {"kh", "k"},  {"gh", "g"},  {"dj", "j"},  {"dz", "s"},
    {"dh", "d"},   {"th", "t"},   {"bh", "b"},  {"ph", "f"},  {"ck", "k"},  {"x", "ks"},
    {"q", "k"},    {"z", "s"},
}};

std::string as_it_sounds(std::string_view word)
{
    std::string sound;
    while (!word.empty()) {
        const auto* rule = std::find_if(spellings.begin(), spellings.end(), [&](const auto& one) {
            return word.starts_with(one.written);
        });
        if (rule != spellings.end()) {
            sound += rule->sounds;
            word.remove_prefix(rule->written.size());
            continue;
        }
        const char next = word.size() > 1 ? word[1] : ' ';
        const char after = word.size() > 2 ? word[2] : ' ';
        // Diallo is Jallow in the Gambia, and Ndiaye is Njie.
        if (word[0] == 'd' && next == 'i' && is_vowel(after)) {
            sound += 'j';
            word.remove_prefix(2);
            continue;
        }
        sound += word[0] == 'c' ? (is_front(next) ? 's' : 'k') : word[0];
        word.remove_prefix(1);
    }
    return sound;
}

// Of a word with hardly a consonant the vowels must tell: "sow" and "sou" become "su", "bah" "ba".
std::string short_form(std::string_view word)
{
    std::string brief;
    for (const char c : without_doubles(word)) {
        const char vowel = c == 'w' ? 'u' : c == 'y' ? 'i' : c;
        if (vowel == 'u' && brief.ends_with('o'))
            brief.back() = 'u';
        else if (vowel != 'h')
            brief += vowel;
    }
    return brief.empty() ? std::string(word) : brief;
}

void join(std::vector<std::string>& words)
{
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool is_ending = i > 0 && holds(endings, words[i]) && !is_weak(words[i - 1]);
        if (is_ending) {
            words[i - 1] += words[i];
            words.erase(words.begin() + static_cast<std::ptrdiff_t>(i--));
            continue;
        }
        if (!holds(servants, words[i]))
            continue;
        auto next = i + 1;
        while (next < words.size() && is_weak(words[next]))
            ++next;
        if (next >= words.size() || words[i].ends_with('i') || next - i > 2)
            continue;
        words[i] = words[next] == "allah" ? "abdullah" : "abdul" + words[next];
        words.erase(words.begin() + static_cast<std::ptrdiff_t>(i + 1),
                    words.begin() + static_cast<std::ptrdiff_t>(next + 1));
    }
}

} // namespace

bool is_weak(std::string_view word) { return holds(weak_words, word); }

std::vector<std::string> words_of(std::string_view latin_text)
{
    std::vector<std::string> words;
    while (!latin_text.empty() && words.size() < words_max) {
        const auto space = latin_text.find(' ');
        if (const auto word = latin_text.substr(0, space); !word.empty())
            words.emplace_back(word.substr(0, 40));
        latin_text =
            space == std::string_view::npos ? std::string_view() : latin_text.substr(space + 1);
    }
    join(words);
    return words;
}

std::string skeleton(std::string_view word)
{
    std::string made;
    const auto single = without_doubles(word);
    const auto sound = as_it_sounds(without_article(single, made));
    std::string bones;
    std::size_t consonants = 0;
    for (std::size_t i = 0; i < sound.size(); ++i) {
        const char c = sound[i];
        const char next = i + 1 < sound.size() ? sound[i + 1] : ' ';
        const bool first = i == 0;
        if (first && (is_vowel(c) || (c == 'h' && (is_vowel(next) || next == 'y'))))
            bones += 'a';
        else if (first && ((c == 'y' && (is_vowel(next) || next == 'w')) || c == 'w')) {
            bones += c == 'y' ? 'j' : 'v';
            ++consonants;
        } else if (!is_vowel(c) && c != 'h' && c != 'y' && c != 'w') {
            ++consonants;
            if (bones.empty() || bones.back() != c)
                bones += c;
        }
    }
    return consonants < 2 && bones.size() < 3 ? "'" + short_form(word) : bones;
}

std::string coarse(std::string_view skeleton)
{
    if (skeleton.starts_with('\''))
        return std::string(skeleton);
    std::string rough;
    for (std::size_t i = 0; i < skeleton.size(); ++i) {
        char c = skeleton[i];
        if (i == 0 && c == 'a')
            continue;
        c = c == 'j' ? 's' : c == 'd' ? 't' : c == 'm' ? 'n' : c == 'g' ? 'k' : c;
        c = c == 'p' || c == 'v' || c == 'f' ? 'b' : c;
        if (rough.empty() || rough.back() != c)
            rough += c;
    }
    return rough;
}

unsigned kin_of(std::string_view word)
{
    static const auto groups = [] {
        std::unordered_map<std::string_view, unsigned> made;
        unsigned number = 0;
        for (const auto group : kin) {
            ++number;
            auto rest = group;
            while (!rest.empty()) {
                const auto space = rest.find(' ');
                made.emplace(rest.substr(0, space), number);
                rest =
                    space == std::string_view::npos ? std::string_view() : rest.substr(space + 1);
            }
        }
        return made;
    }();
    const auto found = groups.find(word);
    return found == groups.end() ? 0 : found->second;
}

std::string kin_skeleton(unsigned number)
{
    if (number == 0 || number > std::size(kin))
        return "";
    const auto group = kin[number - 1];
    return skeleton(group.substr(0, group.find(' ')));
}

} // namespace match
