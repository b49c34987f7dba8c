// SPDX-License-Identifier: EUPL-1.2
// Themes of open answers: the codebook, two who code without seeing each other, and the third step
// where they did not find the same.
#pragma once

#include "survey/findings.h"

namespace survey {

// ---- the codebook

struct ThemeDetails {
    std::string code;
    std::string name;
    std::string description;
    std::optional<std::string> need;

    static constexpr auto fields()
    {
        return std::tuple(
            field("code", &ThemeDetails::code)
                .up_to(30)
                .sample(R"("RENT")")
                .says("Capital letters, digits and _; never changes."),
            field("name", &ThemeDetails::name).up_to(100).sample(R"("Affitti troppo alti")"),
            field("description", &ThemeDetails::description)
                .up_to(1000)
                .sample(R"("Chi parla di quanto costa una casa o una stanza")")
                .says("When it is given, and when it is not."),
            field("need", &ThemeDetails::need)
                .one_of("need_item")
                .says("Where the questionnaire asks about it anyway."));
    }
};

struct Theme : ThemeDetails {
    static constexpr const char* title = "SurveyTheme";

    Id<Theme> id;
    bool retired = false;
    int version = 1;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &Theme::id)), ThemeDetails::fields(),
            std::tuple(field("retired", &Theme::retired), field("version", &Theme::version)));
    }
};

struct Themes {
    static constexpr const char* title = "SurveyThemes";

    std::vector<Theme> items;
    static constexpr auto fields()
    {
        return std::tuple(field("items", &Themes::items).at_most(1000));
    }
};

struct WriteTheme : ThemeDetails {
    static constexpr const char* title = "WriteSurveyTheme";

    Id<Theme> id;
    std::optional<int> base;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &WriteTheme::id).sample(core::samples::new_survey_theme)),
            ThemeDetails::fields(), std::tuple(field("base", &WriteTheme::base)));
    }
};

struct ThemePath {
    static constexpr const char* title = "SurveyThemePath";

    Id<Theme> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &ThemePath::id).sample(core::samples::survey_theme));
    }
};

struct RetiredThemePath {
    static constexpr const char* title = "SurveyRetiredThemePath";

    Id<Theme> id;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &RetiredThemePath::id).sample(core::samples::survey_theme_retired));
    }
};

Themes list_themes(core::Context& context);
Theme write_theme(core::Context& context, const WriteTheme& wish);
Theme retire_theme(core::Context& context, const ThemePath& wish);
Theme restore_theme(core::Context& context, const RetiredThemePath& wish);

// ---- answers to be coded

using ThemeIds = std::vector<Id<Theme>>;

struct OpenAnswer {
    static constexpr const char* title = "SurveyOpenAnswer";

    Id<AnswerRow> id;
    std::string pseudonym;
    std::string respondents;
    std::string question;
    std::string question_label;
    std::string language;
    std::string text;
    bool quotes = false;
    std::string state;
    bool coded_by_me = false;
    bool may_change = false;
    ThemeIds own;
    ThemeIds first;
    ThemeIds second;
    ThemeIds agreed;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &OpenAnswer::id), field("pseudonym", &OpenAnswer::pseudonym),
            field("respondents", &OpenAnswer::respondents).one_of("respondent_group"),
            field("question", &OpenAnswer::question),
            field("question_label", &OpenAnswer::question_label),
            field("language", &OpenAnswer::language).one_of("language"),
            field("text", &OpenAnswer::text).sealed(Mark::note),
            field("quotes", &OpenAnswer::quotes).says("The person agreed to be quoted."),
            field("state", &OpenAnswer::state).one_of("survey_coding_state"),
            field("coded_by_me", &OpenAnswer::coded_by_me),
            field("may_change", &OpenAnswer::may_change)
                .says("Of the asker's own coding: while nobody else has coded it."),
            field("own", &OpenAnswer::own),
            field("first", &OpenAnswer::first)
                .says("What each of the two found: told only once both have coded."),
            field("second", &OpenAnswer::second),
            field("agreed", &OpenAnswer::agreed)
                .says("Of both, or decided where they did not find the same."));
    }
};

struct OpenAnswers {
    static constexpr const char* title = "SurveyOpenAnswers";

    std::vector<OpenAnswer> items;
    int to_code = 0;
    int waiting = 0;
    int disputed = 0;
    int done = 0;
    bool more = false;

    static constexpr auto fields()
    {
        return std::tuple(field("items", &OpenAnswers::items).at_most(100),
                          field("to_code", &OpenAnswers::to_code).says("By the asker, in all."),
                          field("waiting", &OpenAnswers::waiting),
                          field("disputed", &OpenAnswers::disputed),
                          field("done", &OpenAnswers::done).says("Agreed or decided."),
                          field("more", &OpenAnswers::more));
    }
};

struct ListOpenAnswers {
    static constexpr const char* title = "ListSurveyOpenAnswers";

    Id<Wave> wave;
    std::optional<std::string> state;
    std::optional<std::string> respondents;

    static constexpr auto fields()
    {
        return std::tuple(
            field("wave", &ListOpenAnswers::wave).sample(core::samples::survey_wave),
            field("state", &ListOpenAnswers::state).one_of("survey_coding_state"),
            field("respondents", &ListOpenAnswers::respondents).one_of("respondent_group"));
    }
};

struct CodeAnswer {
    static constexpr const char* title = "CodeSurveyAnswer";

    Id<AnswerRow> id;
    ThemeIds themes;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &CodeAnswer::id).sample(core::samples::survey_open_answer),
                          field("themes", &CodeAnswer::themes)
                              .at_most(20)
                              .sample(core::samples::survey_themes)
                              .says("None: nothing of the codebook is in it."));
    }
};

// Where two do not agree.
struct DecideThemes {
    static constexpr const char* title = "DecideSurveyThemes";

    Id<AnswerRow> id;
    ThemeIds themes;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &DecideThemes::id).sample(core::samples::survey_open_answer_disputed),
            field("themes", &DecideThemes::themes)
                .at_most(20)
                .sample(core::samples::survey_themes)
                .says("None: nothing of the codebook is in it."));
    }
};

struct CodingPath {
    static constexpr const char* title = "SurveyCodingPath";

    Id<AnswerRow> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &CodingPath::id).sample(core::samples::survey_open_answer));
    }
};

OpenAnswers list_open_answers(core::Context& context, const ListOpenAnswers& wish);
OpenAnswer code_answer(core::Context& context, const CodeAnswer& wish);
OpenAnswer remove_coding(core::Context& context, const CodingPath& wish);
OpenAnswer decide_themes(core::Context& context, const DecideThemes& wish);
OpenAnswer undo_decision(core::Context& context, const CodingPath& wish);

// ---- how far two agree

struct CoderAgreement {
    static constexpr const char* title = "SurveyCoderAgreement";

    std::optional<std::string> code;
    std::optional<std::string> name;
    int answers = 0;
    int given_by_first = 0;
    int given_by_second = 0;
    double observed_percent = 0;
    std::optional<double> kappa;
    std::optional<double> kappa_low;
    std::optional<double> kappa_high;
    std::optional<double> alpha;
    std::optional<double> alpha_low;
    std::optional<double> alpha_high;
    std::optional<std::string> reading;

    static constexpr auto fields()
    {
        return std::tuple(
            field("code", &CoderAgreement::code).says("Left out: all themes of an answer at once."),
            field("name", &CoderAgreement::name),
            field("answers", &CoderAgreement::answers).says("That two have coded."),
            field("given_by_first", &CoderAgreement::given_by_first),
            field("given_by_second", &CoderAgreement::given_by_second),
            field("observed_percent", &CoderAgreement::observed_percent),
            field("kappa", &CoderAgreement::kappa).says("Cohen's."),
            field("kappa_low", &CoderAgreement::kappa_low),
            field("kappa_high", &CoderAgreement::kappa_high),
            field("alpha", &CoderAgreement::alpha)
                .says("Krippendorff's, of nominal data; those that one alone has coded are "
                      "missing codings."),
            field("alpha_low", &CoderAgreement::alpha_low),
            field("alpha_high", &CoderAgreement::alpha_high),
            field("reading", &CoderAgreement::reading)
                .one_of("survey_agreement")
                .says("Of kappa, as Landis and Koch (1977) have it."));
    }
};

struct CodersAgreement {
    static constexpr const char* title = "SurveyCodersAgreement";

    int answers = 0;
    int coded_by_two = 0;
    int coded_by_one = 0;
    std::vector<CoderAgreement> items;

    static constexpr auto fields()
    {
        return std::tuple(field("answers", &CodersAgreement::answers),
                          field("coded_by_two", &CodersAgreement::coded_by_two),
                          field("coded_by_one", &CodersAgreement::coded_by_one),
                          field("items", &CodersAgreement::items).at_most(1001));
    }
};

CodersAgreement show_agreement(core::Context& context, const FindingsPath& wish);

// ---- what may be quoted

struct Quote {
    static constexpr const char* title = "SurveyQuote";

    std::string pseudonym;
    std::string respondents;
    std::string question_label;
    std::string language;
    std::string text;
    ThemeIds themes;

    static constexpr auto fields()
    {
        return std::tuple(field("pseudonym", &Quote::pseudonym),
                          field("respondents", &Quote::respondents).one_of("respondent_group"),
                          field("question_label", &Quote::question_label),
                          field("language", &Quote::language).one_of("language"),
                          field("text", &Quote::text).sealed(Mark::note),
                          field("themes", &Quote::themes));
    }
};

struct Quotes {
    static constexpr const char* title = "SurveyQuotes";

    std::vector<Quote> items;
    bool more = false;
    static constexpr auto fields()
    {
        return std::tuple(field("items", &Quotes::items).at_most(200),
                          field("more", &Quotes::more));
    }
};

struct ListQuotes {
    static constexpr const char* title = "ListSurveyQuotes";

    Id<Wave> wave;
    std::optional<Id<Theme>> theme;

    static constexpr auto fields()
    {
        return std::tuple(field("wave", &ListQuotes::wave).sample(core::samples::survey_wave),
                          field("theme", &ListQuotes::theme));
    }
};

Quotes list_quotes(core::Context& context, const ListQuotes& wish);

} // namespace survey
