// SPDX-License-Identifier: EUPL-1.2
#include "monitoring/public_figures.h"

#include <cmath>
#include <set>

#include "core/gate.h"
#include "core/public_page.h"
#include "monitoring/indicator.h"
#include "monitoring/suppress.h"

using core::Context;

namespace monitoring {

namespace {

constexpr core::Allowance looking{"monitoring.looking", 600, 20'000};
constexpr int quarters_looked_back = 4;

// Of the last quarter that is over and of which any city has stated.
NetworkBoard last_stated(Context& context)
{
    auto quarter = quarter_of(context.today());
    NetworkBoard board;
    for (int back = 0; back < quarters_looked_back; ++back) {
        quarter = quarter_of(quarter.begins.plus_days(-1));
        board = show_network_board(context, {to_string(quarter)});
        if (!board.network.empty())
            break;
    }
    return board;
}

const std::string& in(const BothLanguages& text, const std::string& language)
{
    return language == "en" ? text.en : text.it;
}

int cities_of(const NetworkBoard& board, const std::string& code)
{
    for (const auto& sum : board.network)
        if (sum.indicator == code && sum.window == "period")
            return sum.cities_counted;
    return 0;
}

// Of 10 of whom 6 are in one part, at least 4 are in the others.
void hide_wholes(const core::Catalogue& catalogue, std::vector<Value>& values)
{
    std::set<std::string> hidden;
    for (const auto& value : values) {
        const auto& covers = find_indicator(catalogue, value.indicator)->definition.covers;
        if (value.suppressed && covers)
            hidden.insert(*covers);
    }
    for (auto& value : values)
        if (hidden.count(value.indicator) > 0)
            lose_number(value);
}

} // namespace

std::string written_number(double value, bool is_share, const std::string& language)
{
    const auto tenths = std::llround(value * 1000);
    auto whole = std::to_string(is_share ? tenths / 10 : std::llround(value));
    const char* const thousands = language == "en" ? "," : ".";
    for (auto at = static_cast<int>(whole.size()) - 3; at > 0; at -= 3)
        whole.insert(static_cast<std::size_t>(at), thousands);
    if (!is_share)
        return whole;
    return whole + (language == "en" ? "." : ",") + std::to_string(tenths % 10) + "%";
}

std::vector<Value> published_values(const core::Catalogue& catalogue, const NetworkBoard& board)
{
    std::vector<Value> values;
    for (const auto& sum : board.network) {
        const auto* indicator = find_indicator(catalogue, sum.indicator);
        if (sum.window != "period" || indicator == nullptr || indicator->definition.guarded ||
            !sum.value)
            continue;
        Value value;
        value.indicator = sum.indicator;
        value.version = sum.version;
        value.window = sum.window;
        value.breakdown = "total";
        value.value = sum.value;
        value.numerator = sum.numerator;
        value.denominator = sum.denominator;
        values.push_back(std::move(value));
    }
    suppress_with_totals(values);
    hide_wholes(catalogue, values);
    return values;
}

core::Bytes show_public_figures(Context& context, const PublicFiguresPage& wish)
{
    context.kept<core::Gate>().pass(looking, context.request.remote, context.now);
    const auto language = core::public_language(context, wish.lang);
    const auto& words = context.house.words();
    const auto say = [&](const char* key, const Facts& facts = {}) {
        return words.say(language, key, facts);
    };
    const auto board = last_stated(context);
    const core::PublicPage page{language, say("public.core.figures"), "/rete/cifre"};
    return core::public_answer(context, page, [&](HtmlWriter& html) {
        const auto values = published_values(context.catalogue(), board);
        html.element("p", values.empty()
                              ? say("public.monitoring.none")
                              : say("public.monitoring.of_quarter", {{"quarter", board.period}}));
        for (const auto& value : values) {
            const auto* indicator = find_indicator(context.catalogue(), value.indicator);
            const auto& definition = indicator->definition;
            const bool is_share = indicator->unit == Unit::share;
            html.element("h2", in(definition.name, language));
            html.element("p",
                         value.suppressed ? say("public.monitoring.few")
                                          : written_number(*value.value, is_share, language),
                         {{"class", "number"}});
            html.element("p", in(definition.definition, language));
            html.element("p",
                         say("public.monitoring.cities",
                             {{"n", std::to_string(cities_of(board, value.indicator))},
                              {"code", value.indicator}}),
                         {{"class", "small"}});
        }
    });
}

} // namespace monitoring
