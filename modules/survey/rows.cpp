// SPDX-License-Identifier: EUPL-1.2
#include "survey/rows.h"

#include "store/rows.h"

namespace survey {

namespace {

const store::Sql questionnaires("select " + store::columns<QuestionnaireRow>() +
                                " from survey_questionnaire order by code, id");

const store::Sql questionnaire_by_id("select " + store::columns<QuestionnaireRow>() +
                                     " from survey_questionnaire where id = $1");

const store::Sql versions("select id, questionnaire, number, version, digest, imported_by,"
                          " imported_at, withdrawn_at from survey_version"
                          " order by questionnaire, number desc");

const store::Sql
    versions_of_one("select id, questionnaire, number, version, digest, imported_by,"
                    " imported_at, withdrawn_at from survey_version where questionnaire = $1"
                    " order by number desc");

const store::Sql version_by_id("select " + store::columns<VersionRow>() +
                               " from survey_version where id = $1");

const store::Sql numbers_of_versions("select id as thing, number from survey_version");

const store::Sql interviews_of_versions("select version as thing, count(*) as number"
                                        " from survey_interview group by version");

const store::Sql interviews_of_version("select count(*) from survey_interview where version = $1");

const store::Sql waves("select " + store::columns<WaveRow>() +
                       " from survey_wave order by number desc");

const store::Sql wave_by_id("select " + store::columns<WaveRow>() +
                            " from survey_wave where id = $1");

const store::Sql last_wave_number("select coalesce(max(number), 0) from survey_wave");

const store::Sql asked_of_wave("select " + store::columns<AskedRow>() +
                               " from survey_asked where wave = $1 order by respondents");

const store::Sql delete_asked("delete from survey_asked where wave = $1 and respondents = $2");

const store::Sql interviews_of_wave_count("select count(*) from survey_interview"
                                          " where wave = $1 and withdrawn_at is null");

const store::Sql strata("select " + store::columns<StratumRow>() +
                        " from survey_stratum where wave = $1 order by district, respondents");

const store::Sql delete_one_stratum("delete from survey_stratum where wave = $1"
                                    " and respondents = $2 and district = $3");

const store::Sql centres("select " + store::columns<CentreRow>() +
                         " from survey_centre where wave = $1 order by number");

const store::Sql centre_by_id("select " + store::columns<CentreRow>() +
                              " from survey_centre where id = $1");

const store::Sql last_centre_number("select coalesce(max(number), 0) from survey_centre"
                                    " where wave = $1");

const store::Sql slots("select " + store::columns<SlotRow>("s") +
                       " from survey_slot s join survey_centre c on c.id = s.centre"
                       " where c.wave = $1 order by s.day, s.from_time, c.number, s.id");

const store::Sql slot_by_id("select " + store::columns<SlotRow>() +
                            " from survey_slot where id = $1");

const store::Sql interviews_of_slots("select slot as thing, count(*) as number"
                                     " from survey_interview where wave = $1"
                                     " and slot is not null and withdrawn_at is null"
                                     " group by slot");

const store::Sql units("select " + store::columns<UnitRow>() +
                       " from survey_unit where wave = $1 order by district, organisation, id");

const store::Sql unit_by_id("select " + store::columns<UnitRow>() +
                            " from survey_unit where id = $1");

const store::Sql done_units("select unit as thing, count(*) as number from survey_interview"
                            " where wave = $1 and unit is not null and withdrawn_at is null"
                            " group by unit");

const store::Sql interview_by_id("select " + store::columns<InterviewRow>() +
                                 " from survey_interview where id = $1");

const store::Sql standing_of_unit("select " + store::columns<InterviewRow>() +
                                  " from survey_interview where unit = $1"
                                  " and withdrawn_at is null and followed_by is null");

const store::Sql follow("update survey_interview set followed_by = $2 where id = $1");

const store::Sql relink_one("update survey_interview set followed_by = $2 where followed_by = $1");

const store::Sql interviews("select " + store::columns<InterviewRow>() +
                            " from survey_interview where wave = $1"
                            " order by day desc, hour desc, id");

const std::string counts = " withdrawn_at is null and excluded is null and followed_by is null";

const store::Sql interviews_counted("select " + store::columns<InterviewRow>() +
                                    " from survey_interview where wave = $1 and" + counts +
                                    " order by district, respondents, id");

const std::string of_those_that_count =
    " from survey_answer a join survey_interview i on i.id = a.interview where i.wave = $1"
    " and i.withdrawn_at is null and i.excluded is null and i.followed_by is null";

const store::Sql answers_coded("select a.id, a.interview, a.question, a.occurrence, a.value" +
                               of_those_that_count +
                               " and a.value is not null order by a.interview, a.id");

const store::Sql
    answers_open("select " + store::columns<AnswerRow>("a") + of_those_that_count +
                 " and a.words is not null and (cast($2 as text) = '' or a.question = $2)"
                 " order by a.question, a.id");

const store::Sql outcomes("select district, respondents, disposition, count(*) as interviews"
                          " from survey_interview where wave = $1 and" +
                          counts +
                          " group by district, respondents, disposition"
                          " order by district, respondents, disposition");

template <class Thing> std::map<Id<Thing>, int> map_of(const std::vector<Tally<Thing>>& tallies)
{
    std::map<Id<Thing>, int> numbers;
    for (const auto& tally : tallies)
        numbers[tally.thing] = tally.number;
    return numbers;
}

} // namespace

std::vector<QuestionnaireRow> every_questionnaire(store::Transaction& store)
{
    return store::read_rows<QuestionnaireRow>(store, questionnaires);
}

std::optional<QuestionnaireRow> find_questionnaire(store::Transaction& store,
                                                   const Id<Questionnaire>& id)
{
    return store::find_row<QuestionnaireRow>(store, questionnaire_by_id, id);
}

std::vector<VersionRow> every_version(store::Transaction& store)
{
    return store::read_rows<VersionRow>(store, versions);
}

std::vector<VersionRow> versions_of(store::Transaction& store, const Id<Questionnaire>& id)
{
    return store::read_rows<VersionRow>(store, versions_of_one, id);
}

std::optional<VersionRow> find_version(store::Transaction& store, const Id<VersionLine>& id)
{
    return store::find_row<VersionRow>(store, version_by_id, id);
}

std::map<Id<VersionLine>, int> version_numbers(store::Transaction& store)
{
    return map_of(store::read_rows<Tally<VersionLine>>(store, numbers_of_versions));
}

std::map<Id<VersionLine>, int> interviews_by_version(store::Transaction& store)
{
    return map_of(store::read_rows<Tally<VersionLine>>(store, interviews_of_versions));
}

int interviews_with(store::Transaction& store, const Id<VersionLine>& id)
{
    return static_cast<int>(store.number(interviews_of_version, id));
}

std::vector<WaveRow> every_wave(store::Transaction& store)
{
    return store::read_rows<WaveRow>(store, waves);
}

std::optional<WaveRow> find_wave(store::Transaction& store, const Id<Wave>& id)
{
    return store::find_row<WaveRow>(store, wave_by_id, id);
}

int next_wave_number(store::Transaction& store)
{
    return static_cast<int>(store.number(last_wave_number)) + 1;
}

std::vector<AskedRow> asked_in(store::Transaction& store, const Id<Wave>& wave)
{
    return store::read_rows<AskedRow>(store, asked_of_wave, wave);
}

void ask(store::Transaction& store, const AskedRow& row)
{
    store.execute(delete_asked, row.wave, row.respondents);
    store::insert_row(store, row);
}

int interviews_in(store::Transaction& store, const Id<Wave>& wave)
{
    return static_cast<int>(store.number(interviews_of_wave_count, wave));
}

std::vector<StratumRow> strata_of(store::Transaction& store, const Id<Wave>& wave)
{
    return store::read_rows<StratumRow>(store, strata, wave);
}

void delete_stratum(store::Transaction& store, const Id<Wave>& wave, const std::string& respondents,
                    const std::string& district)
{
    store.execute(delete_one_stratum, wave, respondents, district);
}

std::vector<CentreRow> centres_of(store::Transaction& store, const Id<Wave>& wave)
{
    return store::read_rows<CentreRow>(store, centres, wave);
}

std::optional<CentreRow> find_centre(store::Transaction& store, const Id<Centre>& id)
{
    return store::find_row<CentreRow>(store, centre_by_id, id);
}

int next_centre_number(store::Transaction& store, const Id<Wave>& wave)
{
    return static_cast<int>(store.number(last_centre_number, wave)) + 1;
}

std::vector<SlotRow> slots_of(store::Transaction& store, const Id<Wave>& wave)
{
    return store::read_rows<SlotRow>(store, slots, wave);
}

std::optional<SlotRow> find_slot(store::Transaction& store, const Id<Slot>& id)
{
    return store::find_row<SlotRow>(store, slot_by_id, id);
}

std::map<Id<Slot>, int> interviews_by_slot(store::Transaction& store, const Id<Wave>& wave)
{
    return map_of(store::read_rows<Tally<Slot>>(store, interviews_of_slots, wave));
}

std::vector<UnitRow> units_of(store::Transaction& store, const Id<Wave>& wave)
{
    return store::read_rows<UnitRow>(store, units, wave);
}

std::optional<UnitRow> find_unit(store::Transaction& store, const Id<Unit>& id)
{
    return store::find_row<UnitRow>(store, unit_by_id, id);
}

std::set<Id<Unit>> units_done(store::Transaction& store, const Id<Wave>& wave)
{
    std::set<Id<Unit>> done;
    for (const auto& tally : store::read_rows<Tally<Unit>>(store, done_units, wave))
        done.insert(tally.thing);
    return done;
}

std::optional<InterviewRow> find_interview(store::Transaction& store, const Id<Interview>& id)
{
    return store::find_row<InterviewRow>(store, interview_by_id, id);
}

std::optional<InterviewRow> find_standing(store::Transaction& store, const Id<Unit>& unit)
{
    return store::find_row<InterviewRow>(store, standing_of_unit, unit);
}

void set_followed(store::Transaction& store, const Id<Interview>& id, const Id<Interview>& later)
{
    store.execute(follow, id, later);
}

void relink(store::Transaction& store, const Id<Interview>& later,
            const std::optional<Id<Interview>>& next)
{
    store.execute(relink_one, later, next);
}

std::vector<InterviewRow> interviews_of(store::Transaction& store, const Id<Wave>& wave)
{
    return store::read_rows<InterviewRow>(store, interviews, wave);
}

std::vector<InterviewRow> counted_interviews(store::Transaction& store, const Id<Wave>& wave)
{
    return store::read_rows<InterviewRow>(store, interviews_counted, wave);
}

std::vector<AnswerRow> coded_answers(store::Transaction& store, const Id<Wave>& wave)
{
    return store::read_rows<AnswerRow>(store, answers_coded, wave);
}

std::vector<AnswerRow> open_answers(store::Transaction& store, const Id<Wave>& wave,
                                    const std::string& question)
{
    return store::read_rows<AnswerRow>(store, answers_open, wave, question);
}

std::vector<Outcome> outcomes_of(store::Transaction& store, const Id<Wave>& wave)
{
    return store::read_rows<Outcome>(store, outcomes, wave);
}

} // namespace survey
