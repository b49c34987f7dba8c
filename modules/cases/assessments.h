// SPDX-License-Identifier: EUPL-1.2
// The multidimensional assessment of a case (valutazione multidimensionale): one instrument of the
// catalogue, dimension by dimension. Each part is signed by who wrote it with their own profession;
// whoever reads the case reads it, but for the notes of health professions.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cases/acts.h"
#include "cases/instruments.h"

namespace cases {

struct Assessment;
struct AssessmentPart;

// What is not asked is left out.
struct AssessmentAnswer {
    static constexpr const char* title = "AssessmentAnswer";

    std::string question;
    int level = 0;

    static constexpr auto fields()
    {
        return std::tuple(field("question", &AssessmentAnswer::question).up_to(40),
                          field("level", &AssessmentAnswer::level)
                              .between(0, levels_count - 1)
                              .sealed(Mark::health)
                              .says("0: nothing to worry about; 4: grave."));
    }
};

struct AssessmentPart {
    static constexpr const char* title = "AssessmentPart";

    Id<AssessmentPart> id;
    std::string dimension;
    std::string profession;
    std::string signed_by_name;
    Date signed_on;
    std::vector<AssessmentAnswer> answers;
    std::optional<std::string> note;
    bool note_withheld = false; // there is one, for the health professions alone
    bool own = false;           // of the asker's profession: who signs again replaces it

    static constexpr auto fields()
    {
        return std::tuple(field("id", &AssessmentPart::id),
                          field("dimension", &AssessmentPart::dimension),
                          field("profession", &AssessmentPart::profession).one_of("profession"),
                          field("signed_by_name", &AssessmentPart::signed_by_name),
                          field("signed_on", &AssessmentPart::signed_on),
                          field("answers", &AssessmentPart::answers),
                          field("note", &AssessmentPart::note).sealed(Mark::health),
                          field("note_withheld", &AssessmentPart::note_withheld)
                              .says("There is a note, for the health professions alone."),
                          field("own", &AssessmentPart::own)
                              .says("Of the asker's profession: signing again replaces it."));
    }
};

// A dimension of the profile: where it stands, and where it stood.
struct AssessedDimension {
    static constexpr const char* title = "AssessedDimension";

    std::string dimension;
    std::optional<int> score;
    std::optional<std::string> level;
    std::optional<int> score_before;
    std::optional<std::string> trend;
    std::vector<std::string> professions; // that signed it

    static constexpr auto fields()
    {
        return std::tuple(
            field("dimension", &AssessedDimension::dimension),
            field("score", &AssessedDimension::score)
                .sealed(Mark::health)
                .says("0 to 100, of the part signed last; none where nothing was asked."),
            field("level", &AssessedDimension::level)
                .one_of("assessment_level")
                .sealed(Mark::health),
            field("score_before", &AssessedDimension::score_before)
                .sealed(Mark::health)
                .says("Of the last closed assessment before it with the same instrument."),
            field("trend", &AssessedDimension::trend)
                .one_of("assessment_trend")
                .sealed(Mark::health),
            field("professions", &AssessedDimension::professions).one_of("profession"));
    }
};

struct AssessmentLine {
    static constexpr const char* title = "AssessmentLine";

    Id<Assessment> id;
    std::string instrument;
    int version = 1; // of the instrument
    Date begun_on;
    std::string begun_by_name;
    std::optional<Date> closed_on;
    bool cancelled = false;
    bool complete = false;          // every dimension has a part
    bool multidisciplinary = false; // two professions or more have signed
    bool warning = false;           // two dimensions grew worse, or one has become serious
    std::vector<AssessedDimension> dimensions;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &AssessmentLine::id), field("instrument", &AssessmentLine::instrument),
            field("version", &AssessmentLine::version),
            field("begun_on", &AssessmentLine::begun_on),
            field("begun_by_name", &AssessmentLine::begun_by_name),
            field("closed_on", &AssessmentLine::closed_on),
            field("cancelled", &AssessmentLine::cancelled),
            field("complete", &AssessmentLine::complete)
                .says("Every dimension of the instrument has been signed."),
            field("multidisciplinary", &AssessmentLine::multidisciplinary)
                .says("Two professions or more have signed."),
            field("warning", &AssessmentLine::warning)
                .says("Beside the one before, two dimensions grew worse or one became serious."),
            field("dimensions", &AssessmentLine::dimensions));
    }
};

struct Assessment : AssessmentLine {
    static constexpr const char* title = "Assessment";

    Id<Case> case_id;
    Id<people::Person> person;
    std::optional<std::string> own_profession; // with which the asker would sign
    bool read_only = false;                    // the asker reads it through an opening
    std::vector<AssessmentPart> parts;         // of each dimension the one signed last comes first

    static constexpr auto fields()
    {
        return std::tuple_cat(AssessmentLine::fields(),
                              std::tuple(field("case", &Assessment::case_id),
                                         field("person", &Assessment::person),
                                         field("own_profession", &Assessment::own_profession)
                                             .one_of("profession")
                                             .says("With which the asker would sign."),
                                         field("read_only", &Assessment::read_only)
                                             .says("The asker reads it through an opening."),
                                         field("parts", &Assessment::parts).at_most(200)));
    }
};

struct Assessments {
    static constexpr const char* title = "Assessments";

    std::vector<AssessmentLine> items; // newest first, cancelled ones among them

    static constexpr auto fields()
    {
        return std::tuple(field("items", &Assessments::items).at_most(200));
    }
};

struct Instruments {
    static constexpr const char* title = "AssessmentInstruments";

    std::vector<Instrument> items;

    static constexpr auto fields() { return std::tuple(field("items", &Instruments::items)); }
};

// ---- wishes

struct AssessmentsOfCase {
    static constexpr const char* title = "AssessmentsOfCase";

    Id<Case> case_id;

    static constexpr auto fields()
    {
        return std::tuple(
            field("case", &AssessmentsOfCase::case_id).sample(core::samples::case_amina));
    }
};

struct BeginAssessment {
    static constexpr const char* title = "BeginAssessment";

    Id<Case> case_id;
    Id<Assessment> id;
    std::string instrument;

    static constexpr auto fields()
    {
        return std::tuple(
            field("case", &BeginAssessment::case_id).sample(core::samples::case_amina),
            field("id", &BeginAssessment::id).sample(core::samples::new_assessment),
            field("instrument", &BeginAssessment::instrument)
                .up_to(40)
                .says("A code of cases.list_instruments.")
                .sample(R"("family")"));
    }
};

struct OneAssessment {
    static constexpr const char* title = "OneAssessment";

    Id<Assessment> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &OneAssessment::id).sample(core::samples::assessment));
    }
};

struct OneOpenAssessment {
    static constexpr const char* title = "OneOpenAssessment";

    Id<Assessment> id;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &OneOpenAssessment::id).sample(core::samples::assessment_open));
    }
};

struct OneCancelledAssessment {
    static constexpr const char* title = "OneCancelledAssessment";

    Id<Assessment> id;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &OneCancelledAssessment::id).sample(core::samples::assessment_cancelled));
    }
};

struct SignPart {
    static constexpr const char* title = "SignAssessmentPart";

    Id<Assessment> id;
    std::string dimension;
    std::vector<AssessmentAnswer> answers;
    std::optional<std::string> note;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &SignPart::id).sample(core::samples::assessment_open),
            field("dimension", &SignPart::dimension).up_to(40).sample(R"("housing")"),
            field("answers", &SignPart::answers)
                .says("Questions that were not asked are left out; without any, a note says why.")
                .sample(R"([{"question":"place","level":3},{"question":"fit","level":2}])"),
            field("note", &SignPart::note).up_to(2000).sealed(Mark::health));
    }
};

Instruments list_instruments(core::Context& context);
Assessment begin_assessment(core::Context& context, const BeginAssessment& wish);
Assessments list_assessments(core::Context& context, const AssessmentsOfCase& wish);
Assessment get_assessment(core::Context& context, const OneAssessment& wish);
Assessment sign_part(core::Context& context, const SignPart& wish);
Assessment close_assessment(core::Context& context, const OneOpenAssessment& wish);
Assessment cancel_assessment(core::Context& context, const OneOpenAssessment& wish);
Assessment restore_assessment(core::Context& context, const OneCancelledAssessment& wish);

} // namespace cases
