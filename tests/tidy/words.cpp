// SPDX-License-Identifier: EUPL-1.2
// Rules for words: code speaks in codes, and every code has its sentence in every language.
#include <map>
#include <regex>
#include <set>

#include "base/csv.h"
#include "base/json.h"
#include "base/problem.h"
#include "tests/tidy/tidy.h"

namespace tidy {

namespace {

using Sentences = std::map<std::string, std::string>;

// Empty, with a fault, when the file is no JSON object of texts.
Sentences read_sentences(const Source& source, Faults& faults)
{
    Sentences sentences;
    try {
        const auto document = JsonDocument::parse(source.text);
        document.root().each_member(
            [&](std::string_view key, JsonView value) { sentences.emplace(key, value.text()); });
    } catch (const std::exception& problem) {
        faults.push_back({source.path, 0, "is not a JSON object of sentences"});
    }
    return sentences;
}

bool is_words(const Source& source)
{
    const auto& path = source.path;
    return path.find("words/") != std::string::npos && path.ends_with(".json");
}

int line_of(const Source& source, const std::string& key)
{
    const auto at = source.text.find("\"" + key + "\"");
    return at == std::string::npos ? 0 : line_at(source.text, at);
}

// "{count} {place}": what a sentence wants to be told.
std::string facts_in(const std::string& sentence)
{
    static const std::regex fact(R"(\{[a-z_]+\})");
    std::set<std::string> facts;
    for (std::sregex_iterator one(sentence.begin(), sentence.end(), fact), end; one != end; ++one)
        facts.insert(one->str());
    std::string all;
    for (const auto& one : facts)
        all += one;
    return all;
}

// Every key of the Italian and of the English words of the server.
Sentences server_words(const Tree& tree, const std::string& language)
{
    Sentences all;
    Faults ignored;
    for (const auto& source : tree)
        if (is_words(source) && source.path.ends_with("/" + language + ".json") &&
            !source.path.starts_with("web/"))
            all.merge(read_sentences(source, ignored));
    return all;
}

struct Said {
    std::string path;
    int line;
    std::string key;
};

// Keys that the code of the server speaks of: what the first group of `pattern` finds, after
// `prefix`.
std::vector<Said> said(const Tree& tree, const std::regex& pattern, const std::string& prefix)
{
    std::vector<Said> found;
    for (const auto& source : tree) {
        if (!is_cpp(source) || is_test(source))
            continue;
        const auto text = read_code(source.text).without_remarks;
        for (std::sregex_iterator one(text.begin(), text.end(), pattern), end; one != end; ++one)
            found.push_back({source.path, line_at(text, static_cast<std::size_t>(one->position())),
                             prefix + (*one)[1].str()});
    }
    return found;
}

Faults without_words(const Tree& tree, const std::vector<Said>& all)
{
    Faults faults;
    for (const char* language : {"it", "en"}) {
        const auto words = server_words(tree, language);
        for (const auto& [path, line, key] : all)
            if (!words.contains(key))
                faults.push_back({path, line, key + " has no words in " + language + ".json"});
    }
    return faults;
}

const std::regex& problem_pattern()
{
    static const std::regex pattern(R"re(\bProblem\s*[({]\s*\d+\s*,\s*"([a-z_]+\.[a-z_]+)")re");
    return pattern;
}

const std::regex& act_pattern()
{
    static const std::regex pattern(R"re(\bact\s*\(\s*"([a-z_]+\.[a-z_]+)")re");
    return pattern;
}

} // namespace

Faults words_in_every_language(const Tree& tree)
{
    Faults faults;
    for (const auto& source : tree) {
        if (!is_words(source))
            continue;
        const auto slash = source.path.rfind('/') + 1;
        const auto sentences = read_sentences(source, faults);
        for (const auto& [key, sentence] : sentences)
            if (sentence.empty())
                faults.push_back({source.path, line_of(source, key), key + " says nothing"});
        for (const char* language : {"it.json", "en.json"}) {
            const auto path = source.path.substr(0, slash) + language;
            const auto* other = find_source(tree, path);
            if (!other) {
                faults.push_back({source.path, 0, path + " is missing"});
                continue;
            }
            const auto theirs = read_sentences(*other, faults);
            for (const auto& [key, sentence] : sentences) {
                const auto same = theirs.find(key);
                if (same == theirs.end())
                    faults.push_back(
                        {source.path, line_of(source, key), key + " is not in " + path});
                else if (facts_in(sentence) != facts_in(same->second))
                    faults.push_back({source.path, line_of(source, key),
                                      key + " wants other facts than in " + path});
            }
        }
    }
    return faults;
}

Faults problems_have_words(const Tree& tree)
{
    static const std::regex wrong_field(R"re(\.wrong\([^,;]+,\s*"([a-z_]+)")re");
    auto all = said(tree, problem_pattern(), "problem.");
    for (auto& one : said(tree, wrong_field, "error."))
        all.push_back(std::move(one));
    return without_words(tree, all);
}

// A sentence for a problem that no code tells is a leftover.
Faults problem_words_are_said(const Tree& tree)
{
    std::set<std::string> codes;
    for (const auto& source : tree)
        if (is_cpp(source) && !is_test(source))
            for (const auto& literal : read_code(source.text).literals)
                codes.insert(literal.text);
    Faults faults;
    for (const auto& source : tree) {
        if (!is_words(source) || source.path.starts_with("web/"))
            continue;
        for (const auto& [key, sentence] : read_sentences(source, faults))
            if (key.starts_with("problem.") && !codes.contains(key.substr(8)))
                faults.push_back({source.path, line_of(source, key), "no code tells " + key});
    }
    return faults;
}

Faults acts_have_words(const Tree& tree)
{
    return without_words(tree, said(tree, act_pattern(), "act."));
}

Faults acts_bear_the_name_of_their_module(const Tree& tree)
{
    static const std::regex route(
        R"re(\bact\s*\(\s*"([a-z_]+\.[a-z_]+)"\s*,\s*"([A-Z]+)\s+(/[^"]*)")re");
    Faults faults;
    for (const auto& source : tree) {
        const auto module = module_of(source.path);
        if (module.empty() || !is_cpp(source) || is_test(source))
            continue;
        const auto text = read_code(source.text).without_remarks;
        for (std::sregex_iterator one(text.begin(), text.end(), route), end; one != end; ++one) {
            const auto line = line_at(text, static_cast<std::size_t>(one->position()));
            if (!(*one)[1].str().starts_with(module + "."))
                faults.push_back(
                    {source.path, line, (*one)[1].str() + " is not named after " + module});
            const auto path = (*one)[3].str();
            // A module with a dialect of its own has its acts below its own name too; the pages for
            // everybody stand together below /rete, whoever makes them.
            const bool is_public = path == "/rete" || path.starts_with("/rete/");
            if (!is_public && !path.starts_with("/api/" + module + "/") &&
                !path.starts_with("/" + module + "/"))
                faults.push_back({source.path, line, path + " is not below /api/" + module + "/"});
        }
    }
    return faults;
}

Faults vocabularies_have_words(const Tree& tree)
{
    Faults faults;
    for (const auto& source : tree) {
        if (source.path.find("/vocabularies/") == std::string::npos ||
            !source.path.ends_with(".csv"))
            continue;
        const auto rows = read_csv(source.text, ',', Remarks::leave_out);
        const auto header = rows.empty() ? std::vector<std::string>() : rows.front().cells;
        std::set<std::string> codes;
        for (const char* column : {"code", "it", "en"}) {
            std::size_t place = 0;
            while (place < header.size() && header[place] != column)
                ++place;
            if (place == header.size()) {
                faults.push_back({source.path, 1, std::string("has no column ") + column});
                continue;
            }
            for (std::size_t i = 1; i < rows.size(); ++i) {
                const auto& cells = rows[i].cells;
                if (place >= cells.size() || cells[place].empty())
                    faults.push_back(
                        {source.path, rows[i].line, std::string(column) + " is empty"});
                else if (std::string_view(column) == "code" && !codes.insert(cells[place]).second)
                    faults.push_back(
                        {source.path, rows[i].line, cells[place] + " stands there twice"});
            }
        }
    }
    return faults;
}

} // namespace tidy
