// SPDX-License-Identifier: EUPL-1.2
// How far two who coded agree, theme by theme and over all.
#include <algorithm>

#include "survey/analysis/agreement.h"
#include "survey/coded.h"
#include "survey/work.h"

using core::Context;

namespace survey {

namespace {

bool has(const CodingRow& row, const std::string& theme)
{
    return std::find(row.themes.begin(), row.themes.end(), theme) != row.themes.end();
}

// All themes of an answer as one code: only the very same ones agree.
std::string as_one(const CodingRow& row)
{
    std::string text;
    for (const auto& theme : row.themes)
        text += theme + " ";
    return text;
}

// `code_of` says what a coding is as a nominal code.
template <class CodeOf>
CoderAgreement agreement_of(const std::vector<Coded>& answers, const CodeOf& code_of)
{
    std::vector<std::pair<std::string, std::string>> pairs;
    std::vector<analysis::Unit> units;
    for (const auto& one : answers) {
        analysis::Unit unit;
        for (const auto& coding : one.codings)
            unit.emplace_back(code_of(coding));
        units.push_back(std::move(unit));
        if (one.by_two())
            pairs.emplace_back(code_of(one.codings[0]), code_of(one.codings[1]));
    }
    CoderAgreement agreement;
    agreement.answers = static_cast<int>(pairs.size());
    const auto kappa = analysis::cohen_kappa(pairs);
    agreement.observed_percent = 100 * kappa.observed;
    agreement.kappa = kappa.value;
    agreement.kappa_low = kappa.low;
    agreement.kappa_high = kappa.high;
    if (kappa.value)
        agreement.reading = analysis::name_of_agreement(*kappa.value);
    const auto alpha = analysis::krippendorff_alpha(units);
    agreement.alpha = alpha.value;
    agreement.alpha_low = alpha.low;
    agreement.alpha_high = alpha.high;
    return agreement;
}

CoderAgreement agreement_on(const std::vector<Coded>& answers, const ThemeRow& theme)
{
    const auto id = to_string(theme.id);
    auto agreement = agreement_of(
        answers, [&](const CodingRow& row) -> std::string { return has(row, id) ? "1" : "0"; });
    agreement.code = theme.code;
    agreement.name = theme.name;
    for (const auto& one : answers) {
        if (!one.by_two())
            continue;
        agreement.given_by_first += has(one.codings[0], id) ? 1 : 0;
        agreement.given_by_second += has(one.codings[1], id) ? 1 : 0;
    }
    return agreement;
}

} // namespace

CodersAgreement show_agreement(Context& context, const FindingsPath& wish)
{
    const Answered answered(context, get_wave(context, wish.wave));
    const auto coded = coded_in(context, answered.wave.id);
    CodersAgreement shown;
    std::vector<Coded> answers;
    std::set<std::string> used;
    for (const auto& place : open_places_of(context, answered)) {
        ++shown.answers;
        const auto found = coded.find(place.answer.id);
        if (found == coded.end())
            continue;
        answers.push_back(found->second);
        shown.coded_by_two += found->second.by_two() ? 1 : 0;
        shown.coded_by_one += found->second.codings.size() == 1 ? 1 : 0;
        for (const auto& coding : found->second.codings)
            used.insert(coding.themes.begin(), coding.themes.end());
    }
    if (shown.coded_by_two == 0)
        return shown;
    shown.items.push_back(agreement_of(answers, as_one));
    for (const auto& theme : every_theme(context.store))
        if (used.contains(to_string(theme.id)))
            shown.items.push_back(agreement_on(answers, theme));
    return shown;
}

} // namespace survey
