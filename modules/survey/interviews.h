// SPDX-License-Identifier: EUPL-1.2
// Interviews, quotas, and what an interviewer takes along; part of the face (survey.h).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "survey/frame.h"

namespace survey {

// ---- interviews

// One answer as XForms writes it; codes of several choices with spaces between.
struct InterviewAnswer {
    static constexpr const char* title = "SurveyAnswer";

    std::string question;
    std::optional<std::string> occurrence;
    std::string value;

    static constexpr auto fields()
    {
        return std::tuple(field("question", &InterviewAnswer::question)
                              .up_to(400)
                              .says("Its path: \"/data/housing/need\"."),
                          field("occurrence", &InterviewAnswer::occurrence)
                              .up_to(40)
                              .says("Within repeats: \"2\", or \"2.1\"."),
                          field("value", &InterviewAnswer::value).up_to(4000).sealed(Mark::note));
    }
};

// An interview as it is shown: when to the hour, where to the district and the slot, by whom as a
// code. Its id is not the one that the phone made, which tells the millisecond.
struct Interview {
    static constexpr const char* title = "SurveyInterview";

    Id<Interview> id;
    Id<Wave> wave;
    std::string pseudonym;
    std::string respondents;
    std::string district;
    std::optional<Id<Slot>> slot;
    int version_number = 0;
    std::string interviewer_code;
    bool own = false;
    Date day;
    int hour = 0;
    int minutes = 0;
    std::string language;
    std::string mode;
    std::string disposition;
    int answers = 0;
    bool late = false;
    bool withdrawn = false;
    std::optional<std::string> excluded;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &Interview::id), field("wave", &Interview::wave),
            field("pseudonym", &Interview::pseudonym)
                .says("By which analyses name it; of this wave alone."),
            field("respondents", &Interview::respondents).one_of("respondent_group"),
            field("district", &Interview::district).one_of("district"),
            field("slot", &Interview::slot), field("version_number", &Interview::version_number),
            field("interviewer_code", &Interview::interviewer_code), field("own", &Interview::own),
            field("day", &Interview::day), field("hour", &Interview::hour),
            field("minutes", &Interview::minutes),
            field("language", &Interview::language).one_of("language"),
            field("mode", &Interview::mode).one_of("survey_mode"),
            field("disposition", &Interview::disposition).one_of("survey_disposition"),
            field("answers", &Interview::answers).says("How many were given."),
            field("late", &Interview::late).says("It came after the wave was closed."),
            field("withdrawn", &Interview::withdrawn),
            field("excluded", &Interview::excluded)
                .one_of("survey_exclusion")
                .says("Why whoever analyses leaves it out."));
    }
};

struct Interviews {
    static constexpr const char* title = "SurveyInterviews";

    std::vector<Interview> items; // the newest first
    bool more = false;

    static constexpr auto fields()
    {
        return std::tuple(field("items", &Interviews::items).at_most(2000),
                          field("more", &Interviews::more).says("There are earlier ones."));
    }
};

// ---- quotas

// One cell: a group in a district.
struct QuotaCell {
    static constexpr const char* title = "SurveyQuotaCell";

    std::string district;
    std::string district_name;
    std::string respondents;
    int target = 0;
    int complete = 0;
    int partial = 0;
    int refused = 0;
    int not_met = 0;
    int other = 0;
    int unknown = 0;
    int not_eligible = 0;
    int left = 0;

    static constexpr auto fields()
    {
        return std::tuple(
            field("district", &QuotaCell::district).one_of("district"),
            field("district_name", &QuotaCell::district_name),
            field("respondents", &QuotaCell::respondents).one_of("respondent_group"),
            field("target", &QuotaCell::target), field("complete", &QuotaCell::complete),
            field("partial", &QuotaCell::partial), field("refused", &QuotaCell::refused),
            field("not_met", &QuotaCell::not_met), field("other", &QuotaCell::other),
            field("unknown", &QuotaCell::unknown), field("not_eligible", &QuotaCell::not_eligible),
            field("left", &QuotaCell::left)
                .says("Complete and partial interviews that are still wanted."));
    }
};

// Response of a group as AAPOR defines it (Standard Definitions), with the parts of the formulas.
struct ResponseRates {
    static constexpr const char* title = "SurveyResponseRates";

    std::string respondents;
    int complete = 0;     // I
    int partial = 0;      // P
    int refused = 0;      // R
    int not_met = 0;      // NC
    int other = 0;        // O
    int unknown = 0;      // U
    int not_eligible = 0; // in no formula
    std::optional<double> rr1;
    std::optional<double> rr2;
    std::optional<double> coop1;
    std::optional<double> ref1;
    std::optional<double> con1;

    static constexpr auto fields()
    {
        return std::tuple(
            field("respondents", &ResponseRates::respondents).one_of("respondent_group"),
            field("complete", &ResponseRates::complete).says("I"),
            field("partial", &ResponseRates::partial).says("P"),
            field("refused", &ResponseRates::refused).says("R"),
            field("not_met", &ResponseRates::not_met).says("NC"),
            field("other", &ResponseRates::other).says("O"),
            field("unknown", &ResponseRates::unknown).says("U"),
            field("not_eligible", &ResponseRates::not_eligible).says("In no formula."),
            field("rr1", &ResponseRates::rr1).says("I/((I+P)+(R+NC+O)+U), in percent"),
            field("rr2", &ResponseRates::rr2).says("(I+P)/((I+P)+(R+NC+O)+U), in percent"),
            field("coop1", &ResponseRates::coop1).says("I/((I+P)+R+O), in percent"),
            field("ref1", &ResponseRates::ref1).says("R/((I+P)+(R+NC+O)+U), in percent"),
            field("con1", &ResponseRates::con1).says("((I+P)+R+O)/((I+P)+R+O+NC+U), in percent"));
    }
};

struct Quotas {
    static constexpr const char* title = "SurveyQuotas";

    Wave wave;
    std::vector<QuotaCell> cells; // by district and group
    std::vector<ResponseRates> rates;

    static constexpr auto fields()
    {
        return std::tuple(field("wave", &Quotas::wave), field("cells", &Quotas::cells).at_most(500),
                          field("rates", &Quotas::rates));
    }
};

// ---- what an interviewer takes along

// An open wave: what is asked in it, of whom, where.
struct TaskWave {
    static constexpr const char* title = "SurveyTaskWave";

    Wave wave;
    std::vector<Centre> centres;
    std::vector<Slot> slots; // one's own, by day and hour
    std::vector<Unit> units; // one's own
    std::vector<QuotaCell> cells;

    static constexpr auto fields()
    {
        return std::tuple(field("wave", &TaskWave::wave),
                          field("centres", &TaskWave::centres)
                              .at_most(1000)
                              .says("All of the frame: choices of the question that is named "
                                    "CENTRES."),
                          field("slots", &TaskWave::slots).at_most(1000),
                          field("units", &TaskWave::units).at_most(1000),
                          field("cells", &TaskWave::cells).at_most(500));
    }
};

struct Tasks {
    static constexpr const char* title = "SurveyTasks";

    std::vector<TaskWave> waves;

    static constexpr auto fields() { return std::tuple(field("waves", &Tasks::waves)); }
};

} // namespace survey
