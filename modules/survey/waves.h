// SPDX-License-Identifier: EUPL-1.2
// Questionnaires with their versions, and waves in which they are asked; part of the face
// (survey.h).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/field.h"
#include "core/actor.h"
#include "core/samples.h"

namespace survey {

// ---- questionnaires

// One version of a questionnaire, without what it asks.
struct VersionLine {
    static constexpr const char* title = "SurveyVersionLine";

    Id<VersionLine> id;
    int number = 0;
    std::string version;
    std::vector<std::string> languages;
    int questions = 0;
    bool of_the_house = false;
    std::optional<Instant> imported_at;
    std::optional<std::string> imported_by_name;
    int interviews = 0;
    bool withdrawn = false;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &VersionLine::id),
            field("number", &VersionLine::number).says("From 1, in the order they came."),
            field("version", &VersionLine::version).says("As the form calls itself."),
            field("languages", &VersionLine::languages).says("Codes, the default one first."),
            field("questions", &VersionLine::questions),
            field("of_the_house", &VersionLine::of_the_house)
                .says("It came with the program, not with a file."),
            field("imported_at", &VersionLine::imported_at),
            field("imported_by_name", &VersionLine::imported_by_name),
            field("interviews", &VersionLine::interviews)
                .says("Recorded with it; with any it cannot be withdrawn."),
            field("withdrawn", &VersionLine::withdrawn));
    }
};

struct Questionnaire {
    static constexpr const char* title = "SurveyQuestionnaire";

    Id<Questionnaire> id;
    std::string code;
    std::string respondents;
    std::string name;
    std::vector<VersionLine> versions; // the newest first

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &Questionnaire::id),
            field("code", &Questionnaire::code).says("The form_id of its XLSForm."),
            field("respondents", &Questionnaire::respondents).one_of("respondent_group"),
            field("name", &Questionnaire::name).says("Its title in the asker's language."),
            field("versions", &Questionnaire::versions).at_most(500));
    }
};

struct Questionnaires {
    static constexpr const char* title = "SurveyQuestionnaires";

    std::vector<Questionnaire> items;
    static constexpr auto fields()
    {
        return std::tuple(field("items", &Questionnaires::items).at_most(200));
    }
};

// A version with all that it asks, to be filled in, also where there is no signal.
struct Version {
    static constexpr const char* title = "SurveyVersion";

    Id<VersionLine> id;
    Id<Questionnaire> questionnaire;
    std::string code;
    std::string respondents;
    int number = 0;
    std::string version;
    std::string state;
    std::string form;
    std::optional<Instant> imported_at;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &Version::id), field("questionnaire", &Version::questionnaire),
            field("code", &Version::code),
            field("respondents", &Version::respondents).one_of("respondent_group"),
            field("number", &Version::number), field("version", &Version::version),
            field("state", &Version::state).one_of("survey_version_state"),
            field("form", &Version::form)
                .up_to(4'000'000)
                .says("JSON: nodes, choices, expressions as trees; see modules/survey/xlsform."),
            field("imported_at", &Version::imported_at));
    }
};

// ---- waves

struct WaveDetails {
    std::string name;
    Date from;
    Date until;
    double margin_percent = 10;
    double expected_percent = 50;
    int confidence = 95;

    static constexpr auto fields()
    {
        return std::tuple(
            field("name", &WaveDetails::name).up_to(150).sample(R"("Bisogni, inverno 2026")"),
            field("from", &WaveDetails::from).sample(R"("2026-11-02")"),
            field("until", &WaveDetails::until).sample(R"("2026-12-20")"),
            field("margin_percent", &WaveDetails::margin_percent)
                .between(1, 30)
                .sample("10")
                .says("Half the width of the interval that is wanted in each stratum, in points."),
            field("expected_percent", &WaveDetails::expected_percent)
                .between(1, 99)
                .sample("50")
                .says("The share that is expected; 50 asks the largest sample."),
            field("confidence", &WaveDetails::confidence)
                .between(80, 99)
                .sample("95")
                .says("Of the interval, in percent."));
    }
};

// The questionnaire of one group in a wave, with the version that is asked today.
struct WaveQuestionnaire {
    static constexpr const char* title = "SurveyWaveQuestionnaire";

    std::string respondents;
    Id<Questionnaire> questionnaire;
    std::string code;
    std::string name;
    std::optional<Id<VersionLine>> version;
    std::optional<int> number;

    static constexpr auto fields()
    {
        return std::tuple(
            field("respondents", &WaveQuestionnaire::respondents).one_of("respondent_group"),
            field("questionnaire", &WaveQuestionnaire::questionnaire),
            field("code", &WaveQuestionnaire::code), field("name", &WaveQuestionnaire::name),
            field("version", &WaveQuestionnaire::version)
                .says("The newest; earlier ones are taken too while the wave is open."),
            field("number", &WaveQuestionnaire::number));
    }
};

struct Wave : WaveDetails {
    static constexpr const char* title = "SurveyWave";

    Id<Wave> id;
    int number = 0;
    std::string state;
    std::string seed;
    std::vector<WaveQuestionnaire> questionnaires;
    int interviews = 0;
    std::optional<Instant> opened_at;
    std::optional<Instant> closed_at;
    bool removed = false;
    int version = 1;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &Wave::id), field("number", &Wave::number),
                       field("state", &Wave::state).one_of("survey_wave_state")),
            WaveDetails::fields(),
            std::tuple(field("seed", &Wave::seed).says("The same seed draws the same sample."),
                       field("questionnaires", &Wave::questionnaires).says("One for each group."),
                       field("interviews", &Wave::interviews)
                           .says("Of any outcome, without those taken back."),
                       field("opened_at", &Wave::opened_at), field("closed_at", &Wave::closed_at),
                       field("removed", &Wave::removed), field("version", &Wave::version)));
    }
};

struct Waves {
    static constexpr const char* title = "SurveyWaves";

    std::vector<Wave> items; // the newest first
    static constexpr auto fields()
    {
        return std::tuple(field("items", &Waves::items).at_most(200));
    }
};

} // namespace survey
