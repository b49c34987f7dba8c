// SPDX-License-Identifier: EUPL-1.2
// What is made of the answers: figures with all that must be said beside them, themes of open
// answers, files and the report. Nothing here names who answered; what they said in their own words
// is shown to those who code it, and to nobody else.
#pragma once

#include "core/act.h"
#include "survey/rows.h"
#include "survey/survey.h"

namespace survey {

// Who reads what was said in own words.
inline constexpr core::Roles readers = core::may(core::survey_researcher);
// Who reads figures, and takes coded answers away.
inline constexpr core::Roles analysts = core::may(core::survey_researcher, core::city_coordinator);

// Below so many persons a number could point at somebody.
inline constexpr int persons_min = 5;

// ---- figures

// In percent. Where it is not shown nothing but n and the reason is there.
struct Figure {
    static constexpr const char* title = "SurveyFigure";

    std::optional<double> percent;
    std::optional<double> standard_error;
    std::optional<double> low;
    std::optional<double> high;
    std::optional<std::int64_t> n;
    std::optional<double> n_effective;
    std::optional<double> design_effect;
    std::optional<std::string> withheld;

    static constexpr auto fields()
    {
        return std::tuple(
            field("percent", &Figure::percent).says("Left out where the figure is not shown."),
            field("standard_error", &Figure::standard_error).says("In points of percent."),
            field("low", &Figure::low).says("95 % interval (Wilson, with the design's variance)."),
            field("high", &Figure::high),
            field("n", &Figure::n)
                .says("Interviews; left out where they are one to four: who has a rare need in a "
                      "district could be somebody whom one knows."),
            field("n_effective", &Figure::n_effective)
                .says("Kish: what unequal weights leave of n."),
            field("design_effect", &Figure::design_effect),
            field("withheld", &Figure::withheld).one_of("survey_withheld"));
    }
};

struct GroupFigures {
    static constexpr const char* title = "SurveyGroupFigures";

    std::string respondents;
    Figure prevalence;
    Figure hidden;
    Figure unmet;

    static constexpr auto fields()
    {
        return std::tuple(
            field("respondents", &GroupFigures::respondents).one_of("respondent_group"),
            field("prevalence", &GroupFigures::prevalence)
                .says("Migrants who have the need; of those who serve, how many of ten persons."),
            field("hidden", &GroupFigures::hidden)
                .says("Never asked any service, of those who have the need."),
            field("unmet", &GroupFigures::unmet).says("Got no answer to it, of those who asked."));
    }
};

// SUR-04: what those who serve believe, less what migrants say.
struct PerceptionGap {
    static constexpr const char* title = "SurveyPerceptionGap";

    std::string respondents;
    std::optional<double> points;
    std::optional<double> standard_error;
    std::optional<double> low;
    std::optional<double> high;
    std::optional<std::string> withheld;

    static constexpr auto fields()
    {
        return std::tuple(
            field("respondents", &PerceptionGap::respondents).one_of("respondent_group"),
            field("points", &PerceptionGap::points),
            field("standard_error", &PerceptionGap::standard_error),
            field("low", &PerceptionGap::low), field("high", &PerceptionGap::high),
            field("withheld", &PerceptionGap::withheld).one_of("survey_withheld"));
    }
};

struct NeedLine {
    static constexpr const char* title = "SurveyNeedLine";

    std::string need;
    std::string need_name;
    std::vector<GroupFigures> groups;
    std::vector<PerceptionGap> gaps;

    static constexpr auto fields()
    {
        return std::tuple(field("need", &NeedLine::need), field("need_name", &NeedLine::need_name),
                          field("groups", &NeedLine::groups), field("gaps", &NeedLine::gaps));
    }
};

struct DistrictLine {
    static constexpr const char* title = "SurveyDistrictLine";

    std::string district;
    std::string district_name;
    std::vector<GroupFigures> groups;
    std::vector<PerceptionGap> gaps;

    static constexpr auto fields()
    {
        return std::tuple(field("district", &DistrictLine::district).one_of("district"),
                          field("district_name", &DistrictLine::district_name),
                          field("groups", &DistrictLine::groups),
                          field("gaps", &DistrictLine::gaps));
    }
};

// How the interviews of a group were weighed.
struct Weighting {
    static constexpr const char* title = "SurveyWeighting";

    std::string respondents;
    int interviews = 0;
    int weighed = 0;
    double weight_least = 0;
    double weight_most = 0;
    double n_effective = 0;
    int multiplicity_unknown = 0;
    std::vector<std::string> lost_districts;
    std::vector<std::string> margins;
    std::optional<std::string> raking_fault;
    std::optional<std::string> raking_at;

    static constexpr auto fields()
    {
        return std::tuple(
            field("respondents", &Weighting::respondents).one_of("respondent_group"),
            field("interviews", &Weighting::interviews).says("Complete and partial."),
            field("weighed", &Weighting::weighed)
                .says("Those that came out of the draw; the others are in no figure."),
            field("weight_least", &Weighting::weight_least),
            field("weight_most", &Weighting::weight_most),
            field("n_effective", &Weighting::n_effective),
            field("multiplicity_unknown", &Weighting::multiplicity_unknown)
                .says("Did not say which places they go to: counted with one visit."),
            field("lost_districts", &Weighting::lost_districts)
                .says("Somebody was met there and nobody interviewed: the others do not stand "
                      "for them."),
            field("margins", &Weighting::margins)
                .one_of("survey_characteristic")
                .says("That the weights were raked to."),
            field("raking_fault", &Weighting::raking_fault)
                .says("Why the weights were left as they were: not_converged, "
                      "level_without_interviews, level_without_population, different_totals."),
            field("raking_at", &Weighting::raking_at).says("Which margin and level."));
    }
};

struct Matrix {
    static constexpr const char* title = "SurveyMatrix";

    Id<Wave> wave;
    std::string wave_name;
    int wave_number = 0;
    std::string state;
    std::vector<NeedLine> needs;
    std::optional<std::string> need;
    std::vector<DistrictLine> districts;
    std::vector<Weighting> weighting;

    static constexpr auto fields()
    {
        return std::tuple(field("wave", &Matrix::wave), field("wave_name", &Matrix::wave_name),
                          field("wave_number", &Matrix::wave_number),
                          field("state", &Matrix::state).one_of("survey_wave_state"),
                          field("needs", &Matrix::needs).at_most(200).says("Of the whole city."),
                          field("need", &Matrix::need).says("The one that is shown by district."),
                          field("districts", &Matrix::districts).at_most(200),
                          field("weighting", &Matrix::weighting));
    }
};

struct ShowMatrix {
    static constexpr const char* title = "ShowSurveyMatrix";

    Id<Wave> wave;
    std::optional<std::string> need;
    std::optional<bool> raked;

    static constexpr auto fields()
    {
        return std::tuple(
            field("wave", &ShowMatrix::wave).sample(core::samples::survey_wave),
            field("need", &ShowMatrix::need)
                .one_of("need_item")
                .says("Shown by district; else the first."),
            field("raked", &ShowMatrix::raked)
                .says("With weights raked to the margins that were given for this wave."));
    }
};

// ---- margins of the population

struct MarginLevel {
    static constexpr const char* title = "SurveyMarginLevel";

    std::string level;
    std::int64_t total = 0;

    static constexpr auto fields()
    {
        return std::tuple(
            field("level", &MarginLevel::level)
                .up_to(40)
                .sample(R"("F")")
                .says("A code of the question."),
            field("total", &MarginLevel::total).between(0, 100'000'000).sample("12000"));
    }
};

struct Margin {
    static constexpr const char* title = "SurveyMargin";

    std::string respondents;
    std::string characteristic;
    std::string source;
    std::vector<MarginLevel> levels;

    static constexpr auto fields()
    {
        return std::tuple(
            field("respondents", &Margin::respondents).one_of("respondent_group"),
            field("characteristic", &Margin::characteristic).one_of("survey_characteristic"),
            field("source", &Margin::source), field("levels", &Margin::levels).at_most(100));
    }
};

struct Margins {
    static constexpr const char* title = "SurveyMargins";

    std::vector<Margin> items;
    static constexpr auto fields() { return std::tuple(field("items", &Margins::items)); }
};

struct SetMargin {
    static constexpr const char* title = "SetSurveyMargin";

    Id<Wave> wave;
    std::string respondents;
    std::string characteristic;
    std::string source;
    std::vector<MarginLevel> levels;

    static constexpr auto fields()
    {
        return std::tuple(
            field("wave", &SetMargin::wave).sample(core::samples::survey_wave),
            field("respondents", &SetMargin::respondents)
                .one_of("respondent_group")
                .sample(R"("MIGRANT")"),
            field("characteristic", &SetMargin::characteristic)
                .one_of("survey_characteristic")
                .sample(R"("GENDER")"),
            field("source", &SetMargin::source)
                .up_to(300)
                .sample(R"("Anagrafe comunale, 31 dicembre 2025 - esempio")")
                .says("Where the numbers come from: only margins that can be defended."),
            field("levels", &SetMargin::levels)
                .at_most(100)
                .sample(R"([{"level":"F","total":12000},{"level":"M","total":14000}])"));
    }
};

struct MarginPath {
    static constexpr const char* title = "SurveyMarginPath";

    Id<Wave> wave;
    std::string respondents;
    std::string characteristic;

    static constexpr auto fields()
    {
        return std::tuple(field("wave", &MarginPath::wave).sample(core::samples::survey_wave),
                          field("respondents", &MarginPath::respondents)
                              .one_of("respondent_group")
                              .sample(R"("MIGRANT")"),
                          field("characteristic", &MarginPath::characteristic)
                              .one_of("survey_characteristic")
                              .sample(R"("GENDER")"));
    }
};

// Of a wave: what is asked by path alone.
struct FindingsPath {
    static constexpr const char* title = "SurveyFindingsPath";

    Id<Wave> wave;

    static constexpr auto fields()
    {
        return std::tuple(field("wave", &FindingsPath::wave).sample(core::samples::survey_wave));
    }
};

Matrix show_matrix(core::Context& context, const ShowMatrix& wish);     // matrix.cpp
Margins list_margins(core::Context& context, const FindingsPath& wish); // margins.cpp
Margins set_margin(core::Context& context, const SetMargin& wish);
Margins remove_margin(core::Context& context, const MarginPath& wish);

// ---- what comes up: emerging.cpp

struct RisenNeed {
    static constexpr const char* title = "SurveyRisenNeed";

    std::string respondents;
    std::string need;
    std::string need_name;
    int rank_before = 0;
    int rank_now = 0;
    Figure before;
    Figure now;
    bool intervals_apart = false;
    bool emerging = false;

    static constexpr auto fields()
    {
        return std::tuple(
            field("respondents", &RisenNeed::respondents).one_of("respondent_group"),
            field("need", &RisenNeed::need), field("need_name", &RisenNeed::need_name),
            field("rank_before", &RisenNeed::rank_before), field("rank_now", &RisenNeed::rank_now),
            field("before", &RisenNeed::before), field("now", &RisenNeed::now),
            field("intervals_apart", &RisenNeed::intervals_apart)
                .says("The interval now lies above the one before."),
            field("emerging", &RisenNeed::emerging)
                .says("Three places up or more, with intervals apart, and both shown."));
    }
};

struct ThemeCount {
    static constexpr const char* title = "SurveyThemeCount";

    std::string respondents;
    std::optional<int> persons;
    int coded = 0;

    static constexpr auto fields()
    {
        return std::tuple(
            field("respondents", &ThemeCount::respondents).one_of("respondent_group"),
            field("persons", &ThemeCount::persons)
                .says("Who spoke of it; left out where it was somebody but fewer than five."),
            field("coded", &ThemeCount::coded).says("Persons whose answers are coded."));
    }
};

struct ThemeFinding {
    static constexpr const char* title = "SurveyThemeFinding";

    std::string code;
    std::string name;
    std::string description;
    bool in_baseline = false;
    bool emerging = false;
    std::vector<ThemeCount> groups;

    static constexpr auto fields()
    {
        return std::tuple(
            field("code", &ThemeFinding::code), field("name", &ThemeFinding::name),
            field("description", &ThemeFinding::description),
            field("in_baseline", &ThemeFinding::in_baseline)
                .says("The questionnaire asks about this need anyway."),
            field("emerging", &ThemeFinding::emerging)
                .says("Not asked about, spoken of by five persons or more, of two groups or "
                      "more."),
            field("groups", &ThemeFinding::groups));
    }
};

struct Emerging {
    static constexpr const char* title = "SurveyEmerging";

    Id<Wave> wave;
    std::string wave_name;
    std::optional<std::string> before_name;
    int places_least = 3;
    int persons_least = 5;
    std::vector<RisenNeed> needs;
    std::vector<ThemeFinding> themes;

    static constexpr auto fields()
    {
        return std::tuple(field("wave", &Emerging::wave), field("wave_name", &Emerging::wave_name),
                          field("before_name", &Emerging::before_name)
                              .says("The wave before, where there is one with interviews."),
                          field("places_least", &Emerging::places_least),
                          field("persons_least", &Emerging::persons_least),
                          field("needs", &Emerging::needs).at_most(600),
                          field("themes", &Emerging::themes).at_most(500));
    }
};

struct Term {
    static constexpr const char* title = "SurveyTerm";

    std::string term;
    int here = 0;
    int rest = 0;
    double percent_here = 0;
    double percent_rest = 0;
    double g2 = 0;
    std::optional<std::string> quote;

    static constexpr auto fields()
    {
        return std::tuple(
            field("term", &Term::term).sealed(Mark::note), field("here", &Term::here),
            field("rest", &Term::rest), field("percent_here", &Term::percent_here),
            field("percent_rest", &Term::percent_rest),
            field("g2", &Term::g2).says("Dunning's log-likelihood ratio of persons who used it."),
            field("quote", &Term::quote)
                .sealed(Mark::note)
                .says("Of somebody who agreed to be quoted."));
    }
};

struct Terms {
    static constexpr const char* title = "SurveyTerms";

    int persons_here = 0;
    int persons_rest = 0;
    int words_compared = 0;
    int persons_least = 5;
    double g2_least = 10.83;
    std::optional<std::string> before_name;
    std::vector<Term> items;

    static constexpr auto fields()
    {
        return std::tuple(
            field("persons_here", &Terms::persons_here),
            field("persons_rest", &Terms::persons_rest),
            field("words_compared", &Terms::words_compared),
            field("persons_least", &Terms::persons_least), field("g2_least", &Terms::g2_least),
            field("before_name", &Terms::before_name), field("items", &Terms::items).at_most(100));
    }
};

struct ListTerms {
    static constexpr const char* title = "ListSurveyTerms";

    Id<Wave> wave;
    std::string compared;
    std::string respondents;

    static constexpr auto fields()
    {
        return std::tuple(field("wave", &ListTerms::wave).sample(core::samples::survey_wave),
                          field("compared", &ListTerms::compared)
                              .one_of("survey_comparison")
                              .sample(R"("GROUP")"),
                          field("respondents", &ListTerms::respondents)
                              .one_of("respondent_group")
                              .sample(R"("MIGRANT")"));
    }
};

Emerging show_emerging(core::Context& context, const FindingsPath& wish);
Terms list_terms(core::Context& context, const ListTerms& wish); // terms.cpp

} // namespace survey
