// SPDX-License-Identifier: EUPL-1.2
// Two code an answer, neither seeing what the other found; where they differ somebody decides.
#include "survey/coding.h"

#include <algorithm>
#include <regex>

#include "core/version.h"
#include "store/rows.h"
#include "survey/coded.h"
#include "survey/work.h"

using core::Context;

namespace survey {

namespace {

constexpr std::size_t page = 50;
constexpr std::size_t quotes_page = 100;

Theme show(const ThemeRow& row)
{
    Theme theme;
    static_cast<ThemeDetails&>(theme) = row;
    theme.id = row.id;
    theme.retired = row.retired_at.has_value();
    theme.version = row.version;
    return theme;
}

ThemeRow get_theme(Context& context, const Id<Theme>& id)
{
    auto row = find_theme(context.store, id);
    if (!row)
        throw not_found();
    context.about(id);
    return *row;
}

// A code is capital letters, digits and _, and begins with a letter.
void check_code(Context& context, const WriteTheme& wish, const std::optional<ThemeRow>& standing)
{
    static const std::regex good("[A-Z][A-Z0-9_]*");
    if (standing) {
        if (standing->code != wish.code)
            refuse("code", "survey.theme_code_stays", {{"code", standing->code}});
        return;
    }
    if (!std::regex_match(wish.code, good))
        refuse("code", "survey.theme_code_form");
    if (find_theme_called(context.store, wish.code))
        refuse("code", "survey.theme_code_taken", {{"code", wish.code}});
}

ThemeIds ids_of(const std::vector<std::string>& texts)
{
    ThemeIds ids;
    for (const auto& text : texts)
        ids.push_back(parse_id<Theme>(text).value());
    return ids;
}

// Each once, sorted, so that two who found the same wrote the same.
std::vector<std::string> texts_of(Context& context, const ThemeIds& ids)
{
    std::set<std::string> texts;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const auto theme = find_theme(context.store, ids[i]);
        if (!theme || theme->retired_at)
            refuse("themes[" + std::to_string(i) + "]", "survey.theme_unknown");
        texts.insert(to_string(ids[i]));
    }
    return {texts.begin(), texts.end()};
}

OpenAnswer show(Context& context, const Answered& answered, const OpenPlace& place,
                const Coded& coded)
{
    const auto& me = context.actor.account;
    const auto* own = coded.of(me);
    OpenAnswer shown;
    shown.id = place.answer.id;
    shown.pseudonym = place.interview->pseudonym;
    shown.respondents = place.interview->respondents;
    shown.question = place.answer.question;
    shown.question_label =
        label_of_question(context, answered, *place.interview, place.answer.question);
    shown.language = place.interview->language;
    shown.text = place.answer.words.value_or("");
    shown.quotes = may_quote(answered, *place.interview);
    shown.state = coded.state_for(me);
    shown.coded_by_me = own != nullptr;
    shown.may_change = own != nullptr && !coded.by_two() && !coded.decision;
    if (own != nullptr)
        shown.own = ids_of(own->themes);
    if (coded.by_two()) {
        shown.first = ids_of(coded.codings[0].themes);
        shown.second = ids_of(coded.codings[1].themes);
    }
    if (const auto agreed = coded.agreed())
        shown.agreed = ids_of(*agreed);
    return shown;
}

// An answer in own words, of a wave that is there; else there is none.
struct Opened {
    AnswerRow answer;
    InterviewRow interview;
};

Opened get_open(Context& context, const Id<AnswerRow>& id)
{
    auto answer = find_open_answer(context.store, id);
    if (!answer)
        throw not_found();
    auto interview = find_interview(context.store, answer->interview);
    ENSURE(interview);
    get_wave(context, interview->wave);
    context.about(id);
    return {std::move(*answer), std::move(*interview)};
}

OpenAnswer show_again(Context& context, const Opened& opened)
{
    const Answered answered(context, get_wave(context, opened.interview.wave), opened.interview);
    return show(context, answered, {opened.answer, &opened.interview},
                coded_of(context, opened.answer.id));
}

Id<CodingRow> coding_id(const Id<AnswerRow>& answer, const Id<core::Account>& coder)
{
    return Id<CodingRow>(named_uuid("survey coding " + to_string(answer) + " " + to_string(coder)));
}

void count(OpenAnswers& list, const std::string& state)
{
    list.to_code += state == "TO_CODE" ? 1 : 0;
    list.waiting += state == "WAITING" ? 1 : 0;
    list.disputed += state == "DISPUTED" ? 1 : 0;
    list.done += state == "AGREED" || state == "DECIDED" ? 1 : 0;
}

} // namespace

Themes list_themes(Context& context)
{
    Themes themes;
    for (const auto& row : every_theme(context.store))
        themes.items.push_back(show(row));
    return themes;
}

Theme write_theme(Context& context, const WriteTheme& wish)
{
    const auto standing = find_theme(context.store, wish.id);
    if (standing)
        core::check_base(wish.base, show(*standing));
    check_code(context, wish, standing);
    ThemeRow row = standing.value_or(ThemeRow{});
    static_cast<ThemeDetails&>(row) = wish;
    row.id = wish.id;
    row.changed_by = context.actor.account;
    row.changed_at = context.now;
    if (!standing) {
        store::insert_row(context.store, row);
        return show(row);
    }
    ++row.version;
    store::update_row(context.store, row);
    return show(row);
}

Theme retire_theme(Context& context, const ThemePath& wish)
{
    auto row = get_theme(context, wish.id);
    if (row.retired_at)
        return show(row);
    row.retired_at = context.now;
    ++row.version;
    store::update_row(context.store, row);
    return show(row);
}

Theme restore_theme(Context& context, const RetiredThemePath& wish)
{
    auto row = get_theme(context, wish.id);
    if (!row.retired_at)
        return show(row);
    row.retired_at.reset();
    ++row.version;
    store::update_row(context.store, row);
    return show(row);
}

OpenAnswers list_open_answers(Context& context, const ListOpenAnswers& wish)
{
    const Answered answered(context, get_wave(context, wish.wave));
    const auto coded = coded_in(context, answered.wave.id);
    OpenAnswers list;
    for (const auto& place : open_places_of(context, answered, Words::yes)) {
        if (wish.respondents && place.interview->respondents != *wish.respondents)
            continue;
        const auto found = coded.find(place.answer.id);
        const auto of_answer = found == coded.end() ? Coded{} : found->second;
        const auto state = of_answer.state_for(context.actor.account);
        count(list, state);
        if (wish.state && state != *wish.state)
            continue;
        list.more = list.items.size() == page;
        if (!list.more)
            list.items.push_back(show(context, answered, place, of_answer));
    }
    return list;
}

OpenAnswer code_answer(Context& context, const CodeAnswer& wish)
{
    const auto opened = get_open(context, wish.id);
    const auto coded = coded_of(context, wish.id);
    const auto* own = coded.of(context.actor.account);
    // Once one may have seen what the other found, one's own is no finding any more.
    if (own != nullptr && (coded.by_two() || coded.decision))
        throw Problem(409, "survey.coding_is_closed");
    if (own == nullptr && coded.by_two())
        throw Problem(409, "survey.coded_by_two");

    CodingRow row;
    row.id = coding_id(wish.id, context.actor.account);
    row.answer = wish.id;
    row.coder = context.actor.account;
    row.place = own != nullptr                                         ? own->place
                : coded.codings.empty() || coded.codings[0].place == 2 ? 1
                                                                       : 2;
    row.themes = texts_of(context, wish.themes);
    row.coded_at = context.now;
    if (own != nullptr)
        store::update_row(context.store, row);
    if (own == nullptr)
        store::insert_row(context.store, row);
    return show_again(context, opened);
}

OpenAnswer remove_coding(Context& context, const CodingPath& wish)
{
    const auto opened = get_open(context, wish.id);
    const auto coded = coded_of(context, wish.id);
    const auto* own = coded.of(context.actor.account);
    if (own != nullptr && (coded.by_two() || coded.decision))
        throw Problem(409, "survey.coding_is_closed");
    if (own != nullptr)
        delete_coding(context.store, own->id);
    return show_again(context, opened);
}

OpenAnswer decide_themes(Context& context, const DecideThemes& wish)
{
    const auto opened = get_open(context, wish.id);
    const auto coded = coded_of(context, wish.id);
    if (!coded.by_two())
        throw Problem(409, "survey.not_coded_by_two");
    if (!coded.is_disputed())
        throw Problem(409, "survey.coders_agree");

    DecisionRow row;
    row.id = Id<DecisionRow>(named_uuid("survey decision " + to_string(wish.id)));
    row.answer = wish.id;
    row.themes = texts_of(context, wish.themes);
    row.decided_by = context.actor.account;
    row.decided_at = context.now;
    if (coded.decision)
        store::update_row(context.store, row);
    if (!coded.decision)
        store::insert_row(context.store, row);
    return show_again(context, opened);
}

OpenAnswer undo_decision(Context& context, const CodingPath& wish)
{
    const auto opened = get_open(context, wish.id);
    delete_decision(context.store, wish.id);
    return show_again(context, opened);
}

Quotes list_quotes(Context& context, const ListQuotes& wish)
{
    const Answered answered(context, get_wave(context, wish.wave));
    const auto coded = coded_in(context, answered.wave.id);
    Quotes quotes;
    for (const auto& place : open_places_of(context, answered, Words::yes)) {
        if (!may_quote(answered, *place.interview))
            continue;
        const auto found = coded.find(place.answer.id);
        const auto agreed = found == coded.end() ? std::nullopt : found->second.agreed();
        const auto themes = agreed.value_or(std::vector<std::string>());
        if (wish.theme &&
            std::find(themes.begin(), themes.end(), to_string(*wish.theme)) == themes.end())
            continue;
        quotes.more = quotes.items.size() == quotes_page;
        if (!quotes.more)
            quotes.items.push_back(
                {place.interview->pseudonym, place.interview->respondents,
                 label_of_question(context, answered, *place.interview, place.answer.question),
                 place.interview->language, place.answer.words.value_or(""), ids_of(themes)});
    }
    return quotes;
}

} // namespace survey
