// SPDX-License-Identifier: EUPL-1.2
#include "survey/xlsform/question_types.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <map>
#include <set>

#include "survey/xlsform/answer_kinds.h"

namespace xlsform {

namespace {

using What = QuestionType::What;

// Not here, and refused by name: what says where somebody is or which device it is (geopoint,
// deviceid, phonenumber), and what is a file (image, audio).
const std::map<std::string, Kind, std::less<>>& plain_types()
{
    static const std::map<std::string, Kind, std::less<>> types{{"text", Kind::text},
                                                                {"string", Kind::text},
                                                                {"integer", Kind::integer},
                                                                {"int", Kind::integer},
                                                                {"decimal", Kind::decimal},
                                                                {"date", Kind::date},
                                                                {"time", Kind::time},
                                                                {"dateTime", Kind::date_time},
                                                                {"datetime", Kind::date_time},
                                                                {"note", Kind::note},
                                                                {"calculate", Kind::calculate},
                                                                {"range", Kind::range},
                                                                {"acknowledge", Kind::acknowledge},
                                                                {"trigger", Kind::acknowledge},
                                                                {"start", Kind::meta},
                                                                {"end", Kind::meta},
                                                                {"today", Kind::meta}};
    return types;
}

QuestionType of_select(const std::vector<std::string>& words)
{
    QuestionType type;
    const bool has_other = words.size() == 3 && words[2] == "or_other";
    if (words.size() != 2 && !has_other)
        return type;
    type.what = What::question;
    type.kind = words[0] == "select_one" ? Kind::one : Kind::many;
    type.list = words[1];
    type.or_other = has_other;
    return type;
}

} // namespace

QuestionType question_type(std::string_view text)
{
    std::string spaced(text);
    for (const std::string_view word : {"begin_", "end_"})
        if (spaced.starts_with(word))
            spaced[word.size() - 1] = ' ';
    const auto words = codes_of(spaced);
    if (words.empty())
        return {};
    if (words[0] == "select_one" || words[0] == "select_multiple")
        return of_select(words);
    if (words.size() == 2 && (words[0] == "begin" || words[0] == "end")) {
        const bool is_known = words[1] == "group" || words[1] == "repeat";
        if (!is_known)
            return {};
        return {words[0] == "begin" ? What::begin : What::end,
                words[1] == "group" ? Kind::group : Kind::repeat, "", false};
    }
    const auto found = plain_types().find(words[0]);
    if (words.size() != 1 || found == plain_types().end())
        return {};
    return {What::question, found->second, "", false};
}

bool has_column(Kind kind, std::string_view column)
{
    using Columns = std::set<std::string_view>;
    static const Columns every{"type", "name", "label", "relevant", "need", "aspect", "role"};
    static const Columns of_question{"hint",        "required",   "required_message",
                                     "default",     "constraint", "constraint_message",
                                     "calculation", "appearance", "read_only"};
    if (kind == Kind::meta)
        return column == "type" || column == "name" || column == "label" || column == "role";
    if (every.contains(column))
        return true;
    switch (kind) {
    case Kind::group:
        return column == "appearance";
    case Kind::repeat:
        return column == "appearance" || column == "repeat_count";
    case Kind::note:
        return column == "hint" || column == "appearance";
    case Kind::calculate:
        return column == "calculation";
    case Kind::range:
        return of_question.contains(column) || column == "parameters";
    case Kind::one:
    case Kind::many:
        return of_question.contains(column) || column == "choice_filter";
    default:
        return of_question.contains(column);
    }
}

bool is_shown(Kind kind)
{
    return kind != Kind::calculate && kind != Kind::meta && kind != Kind::group &&
           kind != Kind::repeat;
}

bool is_appearance(std::string_view word)
{
    static const std::set<std::string_view> known{
        "autocomplete",  "columns",    "columns-pack", "compact",      "field-list", "horizontal",
        "label",         "likert",     "list",         "list-nolabel", "minimal",    "month-year",
        "multiline",     "no-buttons", "no-calendar",  "no-ticks",     "numbers",    "quick",
        "thousands-sep", "vertical",   "year"};
    if (known.contains(word))
        return true;
    const auto number = word.substr(word.starts_with("columns-") ? 8
                                    : word.starts_with('w')      ? 1
                                                                 : 0);
    return number.size() != word.size() && !number.empty() && number.size() <= 2 &&
           std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace xlsform
