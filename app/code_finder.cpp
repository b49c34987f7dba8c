// SPDX-License-Identifier: EUPL-1.2
#include "app/code_finder.h"

#include <algorithm>
#include <array>

#include "app/written.h"
#include "base/csv.h"
#include "base/embedded.h"
#include "base/problem.h"

namespace app {

namespace {

constexpr std::size_t shown_max = 24;

// "Centro di accoglienza (CAS, SAI, altro)" -> itself without the bracket, and each part between
// commas and in the bracket.
std::vector<std::string> parts_of(const std::string& label)
{
    std::vector<std::string> parts;
    const auto open = label.find('(');
    const auto close = label.find(')', open);
    auto outside = label;
    if (open != std::string::npos && close != std::string::npos) {
        parts = split_at(std::string_view(label).substr(open + 1, close - open - 1), ",");
        outside = label.substr(0, open) + label.substr(close + 1);
    }
    parts.push_back(outside);
    for (auto& part : split_at(outside, ","))
        parts.push_back(std::move(part));
    return parts;
}

// At commas, slashes and plus signs, but not at those of "Beni di prima necessità (cibo, coperte,
// igiene)".
std::vector<std::string> split_outside_brackets(std::string text)
{
    int depth = 0;
    for (char& c : text) {
        depth += (c == '(') - (c == ')');
        if (depth == 0 && (c == ',' || c == '/' || c == '+'))
            c = ';';
    }
    return split_at(text, ";");
}

std::string arabic_of(std::string_view number)
{
    constexpr std::array<std::string_view, 20> romans{
        "i",  "ii",  "iii",  "iv",  "v",  "vi",  "vii",  "viii",  "ix",  "x",
        "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix", "xx"};
    const auto found = std::find(romans.begin(), romans.end(), number);
    return found == romans.end() ? std::string(number) : std::to_string(found - romans.begin() + 1);
}

} // namespace

CodeFinder CodeFinder::of_vocabulary(const core::Catalogue& catalogue, const std::string& list,
                                     const std::string& language)
{
    const auto vocabulary = catalogue.vocabularies().find(list);
    ENSURE(vocabulary != catalogue.vocabularies().end());
    CodeFinder finder;
    for (const auto& one : vocabulary->second) {
        if (one.retired)
            continue;
        finder.show(language == "it" ? one.label.it : one.label.en);
        finder.add(one.code, one.code, Weight::code);
        for (const auto& label : {one.label.it, one.label.en}) {
            finder.add(label, one.code, Weight::label);
            for (const auto& part : parts_of(label))
                finder.add(part, one.code, Weight::part);
        }
    }
    const auto words = find_embedded("catalogue/forms/contact_words.csv");
    ENSURE(words);
    for (const auto& row : read_csv(*words, ',', Remarks::leave_out))
        if (row.cells.at(0) == list)
            for (const auto& word : split_at(row.cells.at(2), ";"))
                finder.add(word, row.cells.at(1), Weight::word);
    return finder;
}

CodeFinder CodeFinder::of_districts(const core::Catalogue& catalogue, const core::City& city)
{
    CodeFinder finder;
    for (const auto& one : catalogue.districts(city.slug)) {
        finder.show(one.name);
        finder.add(one.code, one.code, Weight::code);
        finder.add(one.name, one.code, Weight::label);
        for (const auto& part : parts_of(one.name))
            finder.add(part, one.code, Weight::part);
        const auto number = folded(one.code.substr(one.code.find('-') + 1));
        for (const auto& written : {number, arabic_of(number)})
            for (const auto& before :
                 {std::string(), city.district_label.it + " ", city.name + " "}) {
                finder.add(before + written, one.code, Weight::part);
                finder.add(before + written + "o", one.code, Weight::part); // "1º"
                finder.add(written + " " + before, one.code, Weight::part);
            }
    }
    return finder;
}

void CodeFinder::add(std::string_view written, const std::string& code, Weight weight)
{
    const auto word = folded(written);
    if (word.empty())
        return;
    const auto place = codes_.try_emplace(word, Found{weight, {}}).first;
    if (weight > place->second.weight)
        place->second = {weight, {}};
    if (weight == place->second.weight)
        place->second.codes.insert(code);
}

std::optional<std::string> CodeFinder::find(std::string_view written) const
{
    const auto found = codes_.find(folded(written));
    if (found == codes_.end() || found->second.codes.size() != 1)
        return std::nullopt;
    return *found->second.codes.begin();
}

std::vector<std::string> CodeFinder::find_list(std::string_view written,
                                               std::vector<std::string>& unknown) const
{
    std::vector<std::string> codes;
    const auto take = [&](const std::string& code) {
        if (std::find(codes.begin(), codes.end(), code) == codes.end())
            codes.push_back(code);
    };
    for (const auto& piece : split_at(written, ";\n|")) {
        if (const auto code = find(piece)) {
            take(*code);
            continue;
        }
        for (const auto& part : split_outside_brackets(piece)) {
            if (const auto code = find(part))
                take(*code);
            else
                unknown.push_back(part);
        }
    }
    return codes;
}

std::string CodeFinder::expected() const
{
    if (shown_.empty())
        return "–";
    std::string names;
    for (std::size_t i = 0; i < shown_.size() && i < shown_max; ++i)
        names += (i > 0 ? "; " : "") + shown_[i];
    return shown_.size() > shown_max ? names + "; …" : names;
}

} // namespace app
