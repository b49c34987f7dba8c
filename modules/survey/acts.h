// SPDX-License-Identifier: EUPL-1.2
// The acts of this module, with what each is asked.
#pragma once

#include "core/act.h"
#include "survey/frame_acts.h"
#include "survey/survey.h"

namespace survey {

// ---- questionnaires and their versions: questionnaires.cpp

// A workbook in base64, and what is said of it.
inline constexpr std::size_t import_request_bytes_max = 8 * 1024 * 1024;
inline constexpr auto workbook_type =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

struct ImportQuestionnaire {
    static constexpr const char* title = "ImportSurveyQuestionnaire";
    Id<Questionnaire> questionnaire;
    Id<VersionLine> id;
    std::string respondents;
    std::string content; // base64

    // Set by read_questionnaire.
    std::string form; // as JSON
    std::string code; // its form_id
    std::string version;
    std::string workbook; // the bytes in base64 again, in one line

    static constexpr auto fields()
    {
        return std::tuple(
            field("questionnaire", &ImportQuestionnaire::questionnaire)
                .sample(core::samples::new_survey_questionnaire)
                .says("Of a new one the client makes the id."),
            field("id", &ImportQuestionnaire::id).sample(core::samples::new_survey_version),
            field("respondents", &ImportQuestionnaire::respondents)
                .one_of("respondent_group")
                .sample(R"("BODY")"),
            field("content", &ImportQuestionnaire::content)
                .up_to(import_request_bytes_max)
                .sample(core::samples::survey_workbook)
                .says("An XLSForm (.xlsx) in base64."));
    }
};

struct VersionPath {
    static constexpr const char* title = "SurveyVersionPath";
    Id<VersionLine> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &VersionPath::id).sample(core::samples::survey_version));
    }
};

struct UnusedVersionPath {
    static constexpr const char* title = "SurveyUnusedVersionPath";
    Id<VersionLine> id;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &UnusedVersionPath::id).sample(core::samples::survey_version_unused));
    }
};

Questionnaires list_questionnaires(core::Context& context);
void read_questionnaire(core::Context& context, ImportQuestionnaire& wish); // before the writer
Version import_questionnaire(core::Context& context, const ImportQuestionnaire& wish);
Version get_version(core::Context& context, const VersionPath& wish);
// The XLSForm, to be opened in a spreadsheet.
core::Bytes get_workbook(core::Context& context, const VersionPath& wish);
Version withdraw_version(core::Context& context, const UnusedVersionPath& wish);
Version restore_version(core::Context& context, const UnusedVersionPath& wish);

// ---- waves: waves.cpp

struct AddWave : WaveDetails {
    static constexpr const char* title = "AddSurveyWave";
    Id<Wave> id;
    std::vector<Id<Questionnaire>> questionnaires;
    std::optional<std::string> seed;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &AddWave::id).sample(core::samples::new_survey_wave)),
            WaveDetails::fields(),
            std::tuple(field("questionnaires", &AddWave::questionnaires)
                           .at_most(3)
                           .says("At most one for each group; those of the house for the groups "
                                 "that none is named for."),
                       field("seed", &AddWave::seed)
                           .up_to(64)
                           .says("Of the draw; made by chance when left out.")));
    }
};

struct ChangeWave : WaveDetails {
    static constexpr const char* title = "ChangeSurveyWave";
    Id<Wave> id;
    std::vector<Id<Questionnaire>> questionnaires;
    std::optional<int> base;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &ChangeWave::id).sample(core::samples::survey_wave_preparing)),
            WaveDetails::fields(),
            std::tuple(field("questionnaires", &ChangeWave::questionnaires)
                           .at_most(3)
                           .says("Those that are named take the place of the group's."),
                       field("base", &ChangeWave::base)));
    }
};

struct WavePath {
    static constexpr const char* title = "SurveyWavePath";
    Id<Wave> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &WavePath::id).sample(core::samples::survey_wave_preparing));
    }
};

struct OpenWavePath {
    static constexpr const char* title = "SurveyOpenWavePath";
    Id<Wave> id;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &OpenWavePath::id).sample(core::samples::survey_wave_unasked));
    }
};

struct ClosedWavePath {
    static constexpr const char* title = "SurveyClosedWavePath";
    Id<Wave> id;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &ClosedWavePath::id).sample(core::samples::survey_wave_closed));
    }
};

Waves list_waves(core::Context& context);
Wave add_wave(core::Context& context, const AddWave& wish);
Wave change_wave(core::Context& context, const ChangeWave& wish);
Wave remove_wave(core::Context& context, const WavePath& wish);
Wave restore_wave(core::Context& context, const WavePath& wish);
Wave open_wave(core::Context& context, const WavePath& wish);
Wave unopen_wave(core::Context& context, const OpenWavePath& wish); // while nobody was asked
Wave close_wave(core::Context& context, const OpenWavePath& wish);
Wave reopen_wave(core::Context& context, const ClosedWavePath& wish);

// ---- interviews: interviews.cpp

struct RecordInterview {
    static constexpr const char* title = "RecordInterview";
    Id<Interview> id;
    Id<Wave> wave;
    Id<VersionLine> version;
    std::string district;
    std::string respondents;
    std::optional<Id<Slot>> slot;
    std::optional<Id<Unit>> unit;
    Instant started_at;
    Instant ended_at;
    std::string language;
    std::string mode;
    std::string disposition;
    std::vector<InterviewAnswer> answers;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &RecordInterview::id)
                .sample(core::samples::new_survey_interview)
                .says("The client's. What is kept has another one, in which no time stands; the "
                      "acts about an interview take either."),
            field("wave", &RecordInterview::wave).sample(core::samples::survey_wave_trial),
            field("version", &RecordInterview::version).sample(core::samples::survey_version),
            field("district", &RecordInterview::district).one_of("district").sample(R"("RM-I")"),
            field("respondents", &RecordInterview::respondents)
                .one_of("respondent_group")
                .sample(R"("BODY")"),
            field("slot", &RecordInterview::slot).says("Where somebody was met at a centre."),
            field("unit", &RecordInterview::unit).says("Of a list of operators or bodies."),
            field("started_at", &RecordInterview::started_at)
                .not_future()
                .sample(R"("2026-11-20T10:00:00Z")")
                .says("Kept to the hour."),
            field("ended_at", &RecordInterview::ended_at)
                .not_future()
                .sample(R"("2026-11-20T10:20:00Z")"),
            field("language", &RecordInterview::language).one_of("language").sample(R"("it")"),
            field("mode", &RecordInterview::mode).one_of("survey_mode").sample(R"("PHONE")"),
            field("disposition", &RecordInterview::disposition)
                .one_of("survey_disposition")
                .sample(R"("REFUSAL")"),
            field("answers", &RecordInterview::answers).at_most(2000));
    }
};

struct InterviewPath {
    static constexpr const char* title = "SurveyInterviewPath";
    Id<Interview> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &InterviewPath::id).sample(core::samples::survey_interview));
    }
};

struct ExcludeInterview {
    static constexpr const char* title = "ExcludeSurveyInterview";
    Id<Interview> id;
    std::optional<std::string> excluded;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &ExcludeInterview::id).sample(core::samples::survey_interview),
            field("excluded", &ExcludeInterview::excluded)
                .one_of("survey_exclusion")
                .sample(R"("TOO_SHORT")")
                .says("Why; left out: it counts again."));
    }
};

struct ListInterviews {
    static constexpr const char* title = "ListSurveyInterviews";
    Id<Wave> wave;
    std::optional<std::string> district;
    std::optional<std::string> respondents;

    static constexpr auto fields()
    {
        return std::tuple(
            field("wave", &ListInterviews::wave).sample(core::samples::survey_wave),
            field("district", &ListInterviews::district).one_of("district"),
            field("respondents", &ListInterviews::respondents).one_of("respondent_group"));
    }
};

Tasks list_my_slots(core::Context& context);
Interview record_interview(core::Context& context, const RecordInterview& wish);
Interview withdraw_interview(core::Context& context, const InterviewPath& wish);
Interview restore_interview(core::Context& context, const InterviewPath& wish);
Interview exclude_interview(core::Context& context, const ExcludeInterview& wish);
Interviews list_interviews(core::Context& context, const ListInterviews& wish);
Quotas show_quotas(core::Context& context, const PlanPath& wish);

} // namespace survey
