// SPDX-License-Identifier: EUPL-1.2
// The rows of this module. Its only SQL stands in the files called *rows.cpp.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "store/store.h"
#include "survey/survey.h"

namespace survey {

struct QuestionnaireRow {
    static constexpr const char* title = "SurveyQuestionnaireRow";
    static constexpr const char* table = "survey_questionnaire";

    Id<Questionnaire> id;
    std::string code;
    std::string respondents;
    std::optional<Id<core::Account>> created_by;
    Instant created_at;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &QuestionnaireRow::id),
                          field("code", &QuestionnaireRow::code),
                          field("respondents", &QuestionnaireRow::respondents),
                          field("created_by", &QuestionnaireRow::created_by),
                          field("created_at", &QuestionnaireRow::created_at));
    }
};

struct VersionRow {
    static constexpr const char* title = "SurveyVersionRow";
    static constexpr const char* table = "survey_version";

    Id<VersionLine> id;
    Id<Questionnaire> questionnaire;
    int number = 1;
    std::string version;
    std::string form; // JSON
    std::optional<std::string> workbook;
    std::string digest; // of what it asks
    std::optional<Id<core::Account>> imported_by;
    Instant imported_at;
    std::optional<Instant> withdrawn_at;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &VersionRow::id), field("questionnaire", &VersionRow::questionnaire),
            field("number", &VersionRow::number), field("version", &VersionRow::version),
            field("form", &VersionRow::form), field("workbook", &VersionRow::workbook),
            field("digest", &VersionRow::digest), field("imported_by", &VersionRow::imported_by),
            field("imported_at", &VersionRow::imported_at),
            field("withdrawn_at", &VersionRow::withdrawn_at));
    }
};

struct WaveRow {
    static constexpr const char* title = "SurveyWaveRow";
    static constexpr const char* table = "survey_wave";

    Id<Wave> id;
    int number = 1;
    std::string name;
    Date from_day;
    Date until_day;
    std::string state;
    double margin_percent = 10;
    double expected_percent = 50;
    int confidence = 95;
    std::string seed;
    Id<core::Account> changed_by;
    Instant changed_at;
    int version = 1;
    std::optional<Instant> opened_at;
    std::optional<Instant> closed_at;
    std::optional<Instant> removed_at;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &WaveRow::id), field("number", &WaveRow::number),
            field("name", &WaveRow::name), field("from_day", &WaveRow::from_day),
            field("until_day", &WaveRow::until_day), field("state", &WaveRow::state),
            field("margin_percent", &WaveRow::margin_percent),
            field("expected_percent", &WaveRow::expected_percent),
            field("confidence", &WaveRow::confidence), field("seed", &WaveRow::seed),
            field("changed_by", &WaveRow::changed_by), field("changed_at", &WaveRow::changed_at),
            field("version", &WaveRow::version), field("opened_at", &WaveRow::opened_at),
            field("closed_at", &WaveRow::closed_at), field("removed_at", &WaveRow::removed_at));
    }
};

struct AskedRow {
    static constexpr const char* title = "SurveyAskedRow";
    static constexpr const char* table = "survey_asked";

    Id<AskedRow> id;
    Id<Wave> wave;
    std::string respondents;
    Id<Questionnaire> questionnaire;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &AskedRow::id), field("wave", &AskedRow::wave),
                          field("respondents", &AskedRow::respondents),
                          field("questionnaire", &AskedRow::questionnaire));
    }
};

struct StratumRow {
    static constexpr const char* title = "SurveyStratumRow";
    static constexpr const char* table = "survey_stratum";

    Id<StratumRow> id;
    Id<Wave> wave;
    std::string district;
    std::string respondents;
    std::optional<int> population;
    double margin_percent = 10;
    double expected_percent = 50;
    double design_effect = 1;
    int size = 0;
    std::optional<int> target_by_hand;

    int target() const { return target_by_hand.value_or(size); }

    static constexpr auto fields()
    {
        return std::tuple(field("id", &StratumRow::id), field("wave", &StratumRow::wave),
                          field("district", &StratumRow::district),
                          field("respondents", &StratumRow::respondents),
                          field("population", &StratumRow::population),
                          field("margin_percent", &StratumRow::margin_percent),
                          field("expected_percent", &StratumRow::expected_percent),
                          field("design_effect", &StratumRow::design_effect),
                          field("size", &StratumRow::size),
                          field("target_by_hand", &StratumRow::target_by_hand));
    }
};

struct CentreRow : CentreDetails {
    static constexpr const char* title = "SurveyCentreRow";
    static constexpr const char* table = "survey_centre";

    Id<Centre> id;
    Id<Wave> wave;
    int number = 1; // within its wave
    int version = 1;
    std::optional<Instant> removed_at;

    static constexpr auto fields()
    {
        return std::tuple_cat(std::tuple(field("id", &CentreRow::id),
                                         field("wave", &CentreRow::wave),
                                         field("number", &CentreRow::number)),
                              CentreDetails::fields(),
                              std::tuple(field("version", &CentreRow::version),
                                         field("removed_at", &CentreRow::removed_at)));
    }
};

struct SlotRow {
    static constexpr const char* title = "SurveySlotRow";
    static constexpr const char* table = "survey_slot";

    Id<Slot> id;
    Id<Centre> centre;
    Date day;
    std::string from_time;
    std::string to_time;
    int attendance = 1;
    int every = 1;
    bool drawn = false;
    std::optional<double> probability;
    std::optional<Id<core::Account>> interviewer;
    std::optional<int> counted;
    std::optional<Instant> removed_at;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &SlotRow::id), field("centre", &SlotRow::centre),
            field("day", &SlotRow::day), field("from_time", &SlotRow::from_time),
            field("to_time", &SlotRow::to_time), field("attendance", &SlotRow::attendance),
            field("every", &SlotRow::every), field("drawn", &SlotRow::drawn),
            field("probability", &SlotRow::probability),
            field("interviewer", &SlotRow::interviewer), field("counted", &SlotRow::counted),
            field("removed_at", &SlotRow::removed_at));
    }
};

struct UnitRow {
    static constexpr const char* title = "SurveyUnitRow";
    static constexpr const char* table = "survey_unit";

    Id<Unit> id;
    Id<Wave> wave;
    std::string respondents;
    std::string organisation;
    std::optional<std::string> position;
    std::string district;
    std::optional<std::string> contact;
    bool drawn = false;
    std::optional<double> probability;
    std::optional<Id<core::Account>> interviewer;
    std::optional<Instant> removed_at;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &UnitRow::id), field("wave", &UnitRow::wave),
            field("respondents", &UnitRow::respondents),
            field("organisation", &UnitRow::organisation), field("position", &UnitRow::position),
            field("district", &UnitRow::district),
            field("contact", &UnitRow::contact).sealed(Mark::identity),
            field("drawn", &UnitRow::drawn), field("probability", &UnitRow::probability),
            field("interviewer", &UnitRow::interviewer), field("removed_at", &UnitRow::removed_at));
    }
};

struct InterviewRow {
    static constexpr const char* title = "SurveyInterviewRow";
    static constexpr const char* table = "survey_interview";

    Id<Interview> id;
    Id<Wave> wave;
    Id<VersionLine> version;
    std::string respondents;
    std::string district;
    std::optional<Id<Slot>> slot;
    std::optional<Id<Unit>> unit;
    Id<core::Account> interviewer;
    std::string pseudonym;
    Date day;
    int hour = 0;
    int minutes = 0;
    std::string language;
    std::string mode;
    std::string disposition;
    int answers = 0;
    bool late = false;
    std::optional<Instant> withdrawn_at;
    std::optional<std::string> excluded;
    std::optional<Id<Interview>> followed_by;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &InterviewRow::id), field("wave", &InterviewRow::wave),
            field("version", &InterviewRow::version),
            field("respondents", &InterviewRow::respondents),
            field("district", &InterviewRow::district), field("slot", &InterviewRow::slot),
            field("unit", &InterviewRow::unit), field("interviewer", &InterviewRow::interviewer),
            field("pseudonym", &InterviewRow::pseudonym), field("day", &InterviewRow::day),
            field("hour", &InterviewRow::hour), field("minutes", &InterviewRow::minutes),
            field("language", &InterviewRow::language), field("mode", &InterviewRow::mode),
            field("disposition", &InterviewRow::disposition),
            field("answers", &InterviewRow::answers), field("late", &InterviewRow::late),
            field("withdrawn_at", &InterviewRow::withdrawn_at),
            field("excluded", &InterviewRow::excluded),
            field("followed_by", &InterviewRow::followed_by));
    }
};

// Coded answers are in `value`; what somebody said in their own words is sealed, in `words`.
struct AnswerRow {
    static constexpr const char* title = "SurveyAnswerRow";
    static constexpr const char* table = "survey_answer";

    Id<AnswerRow> id;
    Id<Interview> interview;
    std::string question;
    std::string occurrence;
    std::optional<std::string> value;
    std::optional<std::string> words;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &AnswerRow::id), field("interview", &AnswerRow::interview),
                          field("question", &AnswerRow::question),
                          field("occurrence", &AnswerRow::occurrence),
                          field("value", &AnswerRow::value),
                          field("words", &AnswerRow::words).sealed(Mark::note));
    }
};

// A number that is counted by something.
template <class Thing> struct Tally {
    static constexpr const char* title = "SurveyTally";
    Id<Thing> thing;
    int number = 0;

    static constexpr auto fields()
    {
        return std::tuple(field("thing", &Tally::thing), field("number", &Tally::number));
    }
};

// ---- questionnaires

std::vector<QuestionnaireRow> every_questionnaire(store::Transaction& store);
std::optional<QuestionnaireRow> find_questionnaire(store::Transaction& store,
                                                   const Id<Questionnaire>& id);
// Without form and workbook, which are long.
std::vector<VersionRow> every_version(store::Transaction& store);
std::vector<VersionRow> versions_of(store::Transaction& store, const Id<Questionnaire>& id);
// Whole.
std::optional<VersionRow> find_version(store::Transaction& store, const Id<VersionLine>& id);
std::map<Id<VersionLine>, int> version_numbers(store::Transaction& store);
std::map<Id<VersionLine>, int> interviews_by_version(store::Transaction& store);
int interviews_with(store::Transaction& store, const Id<VersionLine>& id);

// ---- waves

std::vector<WaveRow> every_wave(store::Transaction& store); // the newest first
std::optional<WaveRow> find_wave(store::Transaction& store, const Id<Wave>& id);
int next_wave_number(store::Transaction& store);
std::vector<AskedRow> asked_in(store::Transaction& store, const Id<Wave>& wave); // by group
void ask(store::Transaction& store, const AskedRow& row);           // in the place of the group's
int interviews_in(store::Transaction& store, const Id<Wave>& wave); // without those withdrawn

// ---- the plan

std::vector<StratumRow> strata_of(store::Transaction& store, const Id<Wave>& wave);
void delete_stratum(store::Transaction& store, const Id<Wave>& wave, const std::string& respondents,
                    const std::string& district);
std::vector<CentreRow> centres_of(store::Transaction& store, const Id<Wave>& wave);
std::optional<CentreRow> find_centre(store::Transaction& store, const Id<Centre>& id);
int next_centre_number(store::Transaction& store, const Id<Wave>& wave);
std::vector<SlotRow> slots_of(store::Transaction& store, const Id<Wave>& wave);
std::optional<SlotRow> find_slot(store::Transaction& store, const Id<Slot>& id);
std::map<Id<Slot>, int> interviews_by_slot(store::Transaction& store, const Id<Wave>& wave);
std::vector<UnitRow> units_of(store::Transaction& store, const Id<Wave>& wave);
std::optional<UnitRow> find_unit(store::Transaction& store, const Id<Unit>& id);
std::set<Id<Unit>> units_done(store::Transaction& store, const Id<Wave>& wave);

// ---- interviews

std::optional<InterviewRow> find_interview(store::Transaction& store, const Id<Interview>& id);
// How it stands with a unit.
std::optional<InterviewRow> find_standing(store::Transaction& store, const Id<Unit>& unit);
void set_followed(store::Transaction& store, const Id<Interview>& id, const Id<Interview>& later);
// What was followed by `later` is followed by `next` instead, or by nothing.
void relink(store::Transaction& store, const Id<Interview>& later,
            const std::optional<Id<Interview>>& next);
// Every one of the wave: also those withdrawn and excluded.
std::vector<InterviewRow> interviews_of(store::Transaction& store, const Id<Wave>& wave);
// Those that count: neither withdrawn, excluded nor followed by a later contact. By district, group
// and id.
std::vector<InterviewRow> counted_interviews(store::Transaction& store, const Id<Wave>& wave);
// Coded answers of the interviews that count, without those in own words. By interview.
std::vector<AnswerRow> coded_answers(store::Transaction& store, const Id<Wave>& wave);
// Those in own words alone, opened; of one question, or of all where it is empty.
std::vector<AnswerRow> open_answers(store::Transaction& store, const Id<Wave>& wave,
                                    const std::string& question);

// How many of a cell ended how; of interviews that count.
struct Outcome {
    static constexpr const char* title = "SurveyOutcome";
    std::string district;
    std::string respondents;
    std::string disposition;
    int interviews = 0;

    static constexpr auto fields()
    {
        return std::tuple(
            field("district", &Outcome::district), field("respondents", &Outcome::respondents),
            field("disposition", &Outcome::disposition), field("interviews", &Outcome::interviews));
    }
};
std::vector<Outcome> outcomes_of(store::Transaction& store, const Id<Wave>& wave);

} // namespace survey
