// SPDX-License-Identifier: EUPL-1.2
#include "survey/finding_words.h"

#include <algorithm>
#include <cstdio>

#include "core/house.h"

using core::Context;

namespace survey {

std::string say(Context& context, const std::string& key, const Facts& facts)
{
    return context.house.words().say(context.language(), "page.survey_findings." + key, facts);
}

std::string label_of(Context& context, const char* list, const std::string& code)
{
    const auto* found = context.catalogue().find_code(list, code);
    if (found == nullptr)
        return code;
    return context.language() == "it" ? found->label.it : found->label.en;
}

std::string day_in(Context& context, Date day)
{
    if (context.language() != "it")
        return to_string(day);
    const auto [year, month, number] = parts(day);
    return std::to_string(number) + "/" + std::to_string(month) + "/" + std::to_string(year);
}

std::string number_in(Context& context, double number, int decimals)
{
    char text[64];
    std::snprintf(text, sizeof text, "%.*f", decimals, number);
    std::string written = text;
    if (context.language() == "it")
        std::replace(written.begin(), written.end(), '.', ',');
    return written;
}

std::string figure_in(Context& context, const Figure& figure)
{
    const auto n = figure.n ? std::to_string(*figure.n) : say(context, "n_few");
    if (figure.withheld)
        return say(context, "figure_withheld",
                   {{"why", label_of(context, "survey_withheld", *figure.withheld)}, {"n", n}});
    return say(context, "figure",
               {{"percent", number_in(context, figure.percent.value_or(0), 1)},
                {"low", number_in(context, figure.low.value_or(0), 1)},
                {"high", number_in(context, figure.high.value_or(0), 1)},
                {"n", n},
                {"effective", number_in(context, figure.n_effective.value_or(0), 0)},
                {"deff", number_in(context, figure.design_effect.value_or(0), 1)}});
}

std::string rates_in(Context& context, const ResponseRates& rates)
{
    const auto of = [&](const std::optional<double>& rate) {
        return rate ? number_in(context, *rate, 1) + " %" : std::string("-");
    };
    return say(context, "rates",
               {{"rr1", of(rates.rr1)},
                {"rr2", of(rates.rr2)},
                {"coop1", of(rates.coop1)},
                {"ref1", of(rates.ref1)},
                {"con1", of(rates.con1)},
                {"complete", std::to_string(rates.complete)},
                {"partial", std::to_string(rates.partial)},
                {"refused", std::to_string(rates.refused)},
                {"not_met", std::to_string(rates.not_met)},
                {"other", std::to_string(rates.other)},
                {"unknown", std::to_string(rates.unknown)}});
}

std::string weighting_in(Context& context, const Weighting& weighting)
{
    auto text = say(context, "weighed",
                    {{"interviews", std::to_string(weighting.interviews)},
                     {"weighed", std::to_string(weighting.weighed)},
                     {"least", number_in(context, weighting.weight_least, 2)},
                     {"most", number_in(context, weighting.weight_most, 2)},
                     {"effective", number_in(context, weighting.n_effective, 0)}});
    if (weighting.multiplicity_unknown > 0)
        text += " " + say(context, "multiplicity_unknown",
                          {{"count", std::to_string(weighting.multiplicity_unknown)}});
    std::string lost;
    for (const auto& district : weighting.lost_districts)
        lost += (lost.empty() ? "" : ", ") + district;
    if (!lost.empty())
        text += " " + say(context, "lost_districts", {{"districts", lost}});
    std::string margins;
    for (const auto& one : weighting.margins)
        margins += (margins.empty() ? "" : ", ") + label_of(context, "survey_characteristic", one);
    if (!margins.empty())
        text += " " + say(context, "raked_to", {{"margins", margins}});
    if (weighting.raking_fault)
        text += " " + say(context, "not_raked_" + *weighting.raking_fault,
                          {{"where", weighting.raking_at.value_or("")}});
    return text;
}

} // namespace survey
