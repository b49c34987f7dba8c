// SPDX-License-Identifier: EUPL-1.2
// Rows of what is made of the answers.
#pragma once

#include <map>

#include "survey/coding.h"

namespace survey {

struct ThemeRow : ThemeDetails {
    static constexpr const char* title = "SurveyThemeRow";
    static constexpr const char* table = "survey_theme";

    Id<Theme> id;
    Id<core::Account> changed_by;
    Instant changed_at;
    std::optional<Instant> retired_at;
    int version = 1;

    static constexpr auto fields()
    {
        return std::tuple_cat(std::tuple(field("id", &ThemeRow::id)), ThemeDetails::fields(),
                              std::tuple(field("changed_by", &ThemeRow::changed_by),
                                         field("changed_at", &ThemeRow::changed_at),
                                         field("retired_at", &ThemeRow::retired_at),
                                         field("version", &ThemeRow::version)));
    }
};

struct CodingRow {
    static constexpr const char* title = "SurveyCodingRow";
    static constexpr const char* table = "survey_coding";

    Id<CodingRow> id; // made of answer and coder
    Id<AnswerRow> answer;
    Id<core::Account> coder;
    int place = 1;
    std::vector<std::string> themes;
    Instant coded_at;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &CodingRow::id), field("answer", &CodingRow::answer),
                          field("coder", &CodingRow::coder), field("place", &CodingRow::place),
                          field("themes", &CodingRow::themes),
                          field("coded_at", &CodingRow::coded_at));
    }
};

struct DecisionRow {
    static constexpr const char* title = "SurveyDecisionRow";
    static constexpr const char* table = "survey_decision";

    Id<DecisionRow> id; // made of the answer
    Id<AnswerRow> answer;
    std::vector<std::string> themes;
    Id<core::Account> decided_by;
    Instant decided_at;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &DecisionRow::id), field("answer", &DecisionRow::answer),
                          field("themes", &DecisionRow::themes),
                          field("decided_by", &DecisionRow::decided_by),
                          field("decided_at", &DecisionRow::decided_at));
    }
};

struct MarginRow {
    static constexpr const char* title = "SurveyMarginRow";
    static constexpr const char* table = "survey_margin";

    Id<MarginRow> id; // made of all that it is by
    Id<Wave> wave;
    std::string respondents;
    std::string characteristic;
    std::string level;
    std::int64_t total = 0;
    std::string source;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &MarginRow::id), field("wave", &MarginRow::wave),
                          field("respondents", &MarginRow::respondents),
                          field("characteristic", &MarginRow::characteristic),
                          field("level", &MarginRow::level), field("total", &MarginRow::total),
                          field("source", &MarginRow::source));
    }
};

std::vector<ThemeRow> every_theme(store::Transaction& store); // by code, retired ones too
std::optional<ThemeRow> find_theme(store::Transaction& store, const Id<Theme>& id);
std::optional<ThemeRow> find_theme_called(store::Transaction& store, const std::string& code);

// Of the interviews that count, in the wave; by answer and place.
std::vector<CodingRow> codings_in(store::Transaction& store, const Id<Wave>& wave);
std::vector<CodingRow> codings_of(store::Transaction& store, const Id<AnswerRow>& answer);
void delete_coding(store::Transaction& store, const Id<CodingRow>& id);

std::vector<DecisionRow> decisions_in(store::Transaction& store, const Id<Wave>& wave);
std::optional<DecisionRow> find_decision(store::Transaction& store, const Id<AnswerRow>& answer);
void delete_decision(store::Transaction& store, const Id<AnswerRow>& answer);

// Where something was said in own words, without the words.
std::vector<AnswerRow> open_places(store::Transaction& store, const Id<Wave>& wave);
// Coded answers of one interview.
std::vector<AnswerRow> coded_answers_of(store::Transaction& store, const Id<Interview>& id);
// One in own words, of an interview that counts; opened.
std::optional<AnswerRow> find_open_answer(store::Transaction& store, const Id<AnswerRow>& id);

std::vector<MarginRow> margins_of(store::Transaction& store, const Id<Wave>& wave);
void delete_margin(store::Transaction& store, const Id<Wave>& wave, const std::string& respondents,
                   const std::string& characteristic);

} // namespace survey
