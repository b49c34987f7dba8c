// SPDX-License-Identifier: EUPL-1.2
#include "survey/coding_rows.h"

#include "store/rows.h"

namespace survey {

namespace {

const store::Sql themes("select " + store::columns<ThemeRow>() +
                        " from survey_theme order by code");

const store::Sql theme_by_id("select " + store::columns<ThemeRow>() +
                             " from survey_theme where id = $1");

const store::Sql theme_by_code("select " + store::columns<ThemeRow>() +
                               " from survey_theme where code = $1");

const std::string of_a_wave_that_count =
    " join survey_answer a on a.id = t.answer join survey_interview i on i.id = a.interview"
    " where i.wave = $1 and i.withdrawn_at is null and i.excluded is null"
    " and i.followed_by is null";

const store::Sql codings("select " + store::columns<CodingRow>("t") + " from survey_coding t" +
                         of_a_wave_that_count + " order by t.answer, t.place");

const store::Sql codings_of_answer("select " + store::columns<CodingRow>() +
                                   " from survey_coding where answer = $1 order by place");

const store::Sql drop_coding("delete from survey_coding where id = $1");

const store::Sql decisions("select " + store::columns<DecisionRow>("t") +
                           " from survey_decision t" + of_a_wave_that_count + " order by t.answer");

const store::Sql decision_of_answer("select " + store::columns<DecisionRow>() +
                                    " from survey_decision where answer = $1");

const store::Sql drop_decision("delete from survey_decision where answer = $1");

const store::Sql places(
    "select a.id, a.interview, a.question, a.occurrence from survey_answer a"
    " join survey_interview i on i.id = a.interview where i.wave = $1 and a.words is not null"
    " and i.withdrawn_at is null and i.excluded is null and i.followed_by is null"
    " order by a.question, a.id");

const store::Sql coded_of_interview(
    "select id, interview, question, occurrence, value from survey_answer where interview = $1"
    " and value is not null order by id");

const store::Sql open_answer(
    "select " + store::columns<AnswerRow>("a") +
    " from survey_answer a join survey_interview i on i.id = a.interview where a.id = $1"
    " and a.words is not null and i.withdrawn_at is null and i.excluded is null"
    " and i.followed_by is null");

const store::Sql margins("select " + store::columns<MarginRow>() +
                         " from survey_margin where wave = $1"
                         " order by respondents, characteristic, level");

const store::Sql drop_margin("delete from survey_margin where wave = $1 and respondents = $2"
                             " and characteristic = $3");

} // namespace

std::vector<ThemeRow> every_theme(store::Transaction& store)
{
    return store::read_rows<ThemeRow>(store, themes);
}

std::optional<ThemeRow> find_theme(store::Transaction& store, const Id<Theme>& id)
{
    return store::find_row<ThemeRow>(store, theme_by_id, id);
}

std::optional<ThemeRow> find_theme_called(store::Transaction& store, const std::string& code)
{
    return store::find_row<ThemeRow>(store, theme_by_code, code);
}

std::vector<CodingRow> codings_in(store::Transaction& store, const Id<Wave>& wave)
{
    return store::read_rows<CodingRow>(store, codings, wave);
}

std::vector<CodingRow> codings_of(store::Transaction& store, const Id<AnswerRow>& answer)
{
    return store::read_rows<CodingRow>(store, codings_of_answer, answer);
}

void delete_coding(store::Transaction& store, const Id<CodingRow>& id)
{
    store.execute(drop_coding, id);
}

std::vector<DecisionRow> decisions_in(store::Transaction& store, const Id<Wave>& wave)
{
    return store::read_rows<DecisionRow>(store, decisions, wave);
}

std::optional<DecisionRow> find_decision(store::Transaction& store, const Id<AnswerRow>& answer)
{
    return store::find_row<DecisionRow>(store, decision_of_answer, answer);
}

void delete_decision(store::Transaction& store, const Id<AnswerRow>& answer)
{
    store.execute(drop_decision, answer);
}

std::vector<AnswerRow> open_places(store::Transaction& store, const Id<Wave>& wave)
{
    return store::read_rows<AnswerRow>(store, places, wave);
}

std::vector<AnswerRow> coded_answers_of(store::Transaction& store, const Id<Interview>& id)
{
    return store::read_rows<AnswerRow>(store, coded_of_interview, id);
}

std::optional<AnswerRow> find_open_answer(store::Transaction& store, const Id<AnswerRow>& id)
{
    return store::find_row<AnswerRow>(store, open_answer, id);
}

std::vector<MarginRow> margins_of(store::Transaction& store, const Id<Wave>& wave)
{
    return store::read_rows<MarginRow>(store, margins, wave);
}

void delete_margin(store::Transaction& store, const Id<Wave>& wave, const std::string& respondents,
                   const std::string& characteristic)
{
    store.execute(drop_margin, wave, respondents, characteristic);
}

} // namespace survey
