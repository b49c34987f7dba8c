// SPDX-License-Identifier: EUPL-1.2
// What differs between two catalogues, list by list, as a person reads it before taking a release.
#include <algorithm>
#include <array>

#include "network/releases.h"

namespace network {

namespace {

constexpr std::string_view indicators = "catalogue/indicators/";
constexpr auto of_indicators = "indicator";
constexpr auto of_warnings = "warning_rule";

const core::Code* find(const std::vector<core::Code>& codes, const std::string& code)
{
    const auto found = std::find_if(codes.begin(), codes.end(),
                                    [&](const core::Code& one) { return one.code == code; });
    return found == codes.end() ? nullptr : &*found;
}

void note(std::vector<std::string>& details, const std::string& column, const std::string& before,
          const std::string& after)
{
    if (before != after)
        details.push_back(column + ": " + (before.empty() ? "–" : before) + " → " +
                          (after.empty() ? "–" : after));
}

std::vector<std::string> details_of(const core::Code& before, const core::Code& after)
{
    std::vector<std::string> details;
    note(details, "it", before.label.it, after.label.it);
    note(details, "en", before.label.en, after.label.en);
    note(details, "group", before.group, after.group);
    for (const auto& [column, value] : after.more) {
        const auto old = before.more.find(column);
        note(details, column, old == before.more.end() ? "" : old->second, value);
    }
    for (const auto& [column, value] : before.more)
        if (!after.more.contains(column))
            note(details, column, value, "");
    return details;
}

CatalogueChange change_of(const std::string& list, const core::Code& code, const char* what)
{
    return {list, code.code, what, code.label.it, code.label.en, {}};
}

void compare_list(std::vector<CatalogueChange>& changes, const std::string& list,
                  const std::vector<core::Code>& before, const std::vector<core::Code>& after)
{
    for (const auto& code : after) {
        const auto* old = find(before, code.code);
        if (!old) {
            changes.push_back(change_of(list, code, "added"));
            continue;
        }
        if (old->retired != code.retired)
            changes.push_back(change_of(list, code, code.retired ? "retired" : "back"));
        auto details = details_of(*old, code);
        if (details.empty())
            continue;
        changes.push_back(change_of(list, code, "changed"));
        changes.back().details = std::move(details);
    }
    for (const auto& code : before)
        if (!find(after, code.code))
            changes.push_back(change_of(list, code, "gone"));
}

// The text after `key = "` in a section of a definition, for its name; empty where there is none.
std::string value_in(std::string_view toml, std::string_view section, std::string_view key)
{
    auto at = section.empty() ? 0 : toml.find(section);
    if (at == std::string_view::npos)
        return "";
    at = toml.find("\n" + std::string(key) + " = ", at);
    if (at == std::string_view::npos)
        return "";
    auto rest = toml.substr(at + key.size() + 4);
    rest = rest.substr(0, rest.find('\n'));
    if (rest.starts_with('"'))
        rest = rest.substr(1, rest.rfind('"') - 1);
    return std::string(rest);
}

using Definitions = std::map<std::string, std::pair<std::string_view, std::string_view>>;

// By code: the definition and the query.
Definitions definitions_of(const core::Catalogue& catalogue)
{
    Definitions found;
    for (const auto& [path, text] : catalogue.files_below(indicators)) {
        const auto name = path.substr(indicators.size());
        const auto code = std::string(name.substr(0, name.rfind('.')));
        (name.ends_with(".sql") ? found[code].second : found[code].first) = text;
    }
    return found;
}

CatalogueChange change_of(const std::string& code, std::string_view toml, const char* what)
{
    return {of_indicators,
            code,
            what,
            value_in(toml, "[name]", "it"),
            value_in(toml, "[name]", "en"),
            {}};
}

void compare_indicators(std::vector<CatalogueChange>& changes, const Definitions& before,
                        const Definitions& after)
{
    for (const auto& [code, texts] : after) {
        const auto old = before.find(code);
        if (old == before.end()) {
            changes.push_back(change_of(code, texts.first, "added"));
            continue;
        }
        if (old->second == texts)
            continue;
        changes.push_back(change_of(code, texts.first, "changed"));
        auto& details = changes.back().details;
        note(details, "version", value_in(old->second.first, "", "version"),
             value_in(texts.first, "", "version"));
        if (old->second.first != texts.first)
            details.emplace_back("definition");
        if (old->second.second != texts.second)
            details.emplace_back("query");
    }
    for (const auto& [code, texts] : before)
        if (!after.contains(code))
            changes.push_back(change_of(code, texts.first, "gone"));
}

// ---- the rules of early warnings

using Rules = std::vector<std::pair<std::string, std::string_view>>; // code, text

Rules rules_of(const core::Catalogue& catalogue)
{
    constexpr std::string_view begins = "\n[[rule]]";
    Rules found;
    const auto text = catalogue.find_file("catalogue/warnings.toml").value_or("");
    for (auto at = text.find(begins); at != std::string_view::npos;) {
        const auto next = text.find(begins, at + 1);
        const auto rule = text.substr(at, next - at);
        found.emplace_back(value_in(rule, "", "code"), rule);
        at = next;
    }
    return found;
}

std::string_view text_of(const Rules& rules, const std::string& code)
{
    for (const auto& [other, text] : rules)
        if (other == code)
            return text;
    return {};
}

CatalogueChange change_of_rule(const std::string& code, std::string_view rule, const char* what)
{
    return {of_warnings, code, what, value_in(rule, "", "it"), value_in(rule, "", "en"), {}};
}

void compare_rules(std::vector<CatalogueChange>& changes, const Rules& before, const Rules& after)
{
    constexpr std::array keys{"version",   "priority", "it",         "en",   "advice_it",
                              "advice_en", "days",     "quiet_days", "all",  "any",
                              "severity",  "count",    "new",        "worse"};
    for (const auto& [code, rule] : after) {
        const auto old = text_of(before, code);
        if (old.empty()) {
            changes.push_back(change_of_rule(code, rule, "added"));
            continue;
        }
        const bool is_retired = value_in(rule, "", "retired") == "true";
        if (is_retired != (value_in(old, "", "retired") == "true"))
            changes.push_back(change_of_rule(code, rule, is_retired ? "retired" : "back"));
        std::vector<std::string> details;
        for (const auto* key : keys)
            note(details, key, value_in(old, "", key), value_in(rule, "", key));
        if (details.empty())
            continue;
        changes.push_back(change_of_rule(code, rule, "changed"));
        changes.back().details = std::move(details);
    }
    for (const auto& [code, rule] : before)
        if (text_of(after, code).empty())
            changes.push_back(change_of_rule(code, rule, "gone"));
}

} // namespace

std::vector<CatalogueChange> changes_between(const core::Catalogue& before,
                                             const core::Catalogue& after)
{
    static const std::vector<core::Code> none;
    std::vector<CatalogueChange> changes;
    for (const auto& [list, codes] : after.vocabularies()) {
        const auto old = before.vocabularies().find(list);
        compare_list(changes, list, old == before.vocabularies().end() ? none : old->second, codes);
    }
    for (const auto& [list, codes] : before.vocabularies())
        if (!after.vocabularies().contains(list))
            compare_list(changes, list, codes, none);
    compare_indicators(changes, definitions_of(before), definitions_of(after));
    compare_rules(changes, rules_of(before), rules_of(after));
    return changes;
}

} // namespace network
