// SPDX-License-Identifier: EUPL-1.2
// Files that leave the house, each with its purpose in the journal; and the report.
#pragma once

#include "survey/findings.h"

namespace survey {

struct ExportAnswers {
    static constexpr const char* title = "ExportSurveyAnswers";

    Id<Wave> wave;
    std::string respondents;
    std::string format;

    static constexpr auto fields()
    {
        return std::tuple(
            field("wave", &ExportAnswers::wave).sample(core::samples::survey_wave),
            field("respondents", &ExportAnswers::respondents)
                .one_of("respondent_group")
                .sample(R"("MIGRANT")"),
            field("format", &ExportAnswers::format).one_of("survey_export").sample(R"("CSV")"));
    }
};

struct ExportCodebook {
    static constexpr const char* title = "ExportSurveyCodebook";

    Id<Wave> wave;
    std::string respondents;

    static constexpr auto fields()
    {
        return std::tuple(field("wave", &ExportCodebook::wave).sample(core::samples::survey_wave),
                          field("respondents", &ExportCodebook::respondents)
                              .one_of("respondent_group")
                              .sample(R"("MIGRANT")"));
    }
};

struct PrintReport {
    static constexpr const char* title = "PrintSurveyReport";

    Id<Wave> wave;
    std::optional<bool> raked;

    static constexpr auto fields()
    {
        return std::tuple(field("wave", &PrintReport::wave).sample(core::samples::survey_wave),
                          field("raked", &PrintReport::raked));
    }
};

core::Bytes export_answers(core::Context& context, const ExportAnswers& wish);   // exports.cpp
core::Bytes export_codebook(core::Context& context, const ExportCodebook& wish); // exports.cpp
core::Bytes print_report(core::Context& context, const PrintReport& wish);       // report.cpp

} // namespace survey
