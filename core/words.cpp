// SPDX-License-Identifier: EUPL-1.2
#include "core/words.h"

#include <algorithm>
#include <stdexcept>

#include "base/embedded.h"
#include "base/json.h"

namespace core {

namespace {

constexpr std::string_view reference = "it";

// "modules/housing/words/it.json" -> "it"; empty when it is no file of words.
std::string language_of(std::string_view path)
{
    const auto folder = path.find("/words/");
    if (folder == std::string_view::npos || !path.ends_with(".json"))
        return {};
    return std::string(path.substr(folder + 7, path.size() - folder - 12));
}

void put_fact(std::string& sentence, std::string_view name, std::string_view value)
{
    const std::string place = "{" + std::string(name) + "}";
    for (auto at = sentence.find(place); at != std::string::npos;
         at = sentence.find(place, at + value.size()))
        sentence.replace(at, place.size(), value);
}

} // namespace

Words::Words()
{
    for (const char* folder : {"core/", "modules/", "app/"})
        for (const auto& file : embedded_below(folder)) {
            const auto language = language_of(file.path);
            if (language.empty())
                continue;
            try {
                const auto document = JsonDocument::parse(file.bytes);
                document.root().each_member([&](std::string_view key, JsonView sentence) {
                    sentences_[language][std::string(key)] = sentence.text();
                });
            } catch (const std::exception&) {
                throw std::runtime_error(std::string(file.path) +
                                         " is not a JSON object of sentences");
            }
        }
}

std::string Words::say(std::string_view language, std::string_view key, const Facts& facts) const
{
    for (const auto& tongue : {language, reference}) {
        const auto found = sentences_.find(tongue);
        if (found == sentences_.end())
            continue;
        const auto sentence = found->second.find(key);
        if (sentence == found->second.end())
            continue;
        std::string filled = sentence->second;
        for (const auto& [name, value] : facts)
            put_fact(filled, name, value);
        return filled;
    }
    return std::string(key);
}

bool Words::knows(std::string_view language, std::string_view key) const
{
    const auto found = sentences_.find(language);
    return found != sentences_.end() && found->second.contains(key);
}

std::vector<std::string> Words::languages() const
{
    std::vector<std::string> names;
    for (const auto& [language, sentences] : sentences_)
        names.push_back(language);
    return names;
}

std::string Words::choose(std::string_view accept_language) const
{
    // Browsers list languages best first; the weights need not be read to take the first known.
    while (!accept_language.empty()) {
        const auto comma = accept_language.find(',');
        auto one = accept_language.substr(0, comma);
        one = one.substr(std::min(one.find_first_not_of(' '), one.size()));
        one = one.substr(0, one.find_first_of("-;"));
        if (sentences_.contains(one))
            return std::string(one);
        if (comma == std::string_view::npos)
            break;
        accept_language.remove_prefix(comma + 1);
    }
    return std::string(reference);
}

std::string Words::problem_json(std::string_view language, const Problem& problem) const
{
    std::string out;
    JsonObject object(out);
    object.text("type", "urn:lgnet:problem:" + problem.code);
    object.text("title", say(language, "problem." + problem.code, problem.facts));
    object.number("status", problem.status);
    object.text("code", problem.code);
    if (!problem.facts.empty()) {
        JsonObject facts(object.member("facts"));
        for (const auto& [name, value] : problem.facts)
            facts.text(name, value);
        facts.close();
    }
    if (!problem.errors.empty()) {
        object.member("errors") += '[';
        for (std::size_t i = 0; i < problem.errors.size(); ++i) {
            const auto& error = problem.errors[i];
            out += i > 0 ? "," : "";
            JsonObject entry(out);
            entry.text("field", error.field);
            entry.text("code", error.code);
            entry.text("title", say(language, "error." + error.code, error.facts));
            entry.close();
        }
        out += ']';
    }
    if (!problem.standing.empty())
        object.member("standing") += problem.standing;
    object.close();
    return out;
}

} // namespace core
