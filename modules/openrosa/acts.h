// SPDX-License-Identifier: EUPL-1.2
// What may be asked of this module (module.cpp names who may).
#pragma once

#include <string>
#include <vector>

#include "core/phone_forms.h"
#include "openrosa/openrosa.h"
#include "openrosa/submission.h"

namespace openrosa {

// ---- as phones ask: list.cpp, submit.cpp. {city} must be the city of who asks.

struct AskForms {
    static constexpr const char* title = "AskForms";
    std::string city;
    std::optional<std::string> form; // OpenRosa's formID

    static constexpr auto fields()
    {
        return std::tuple(field("city", &AskForms::city).sample(R"("roma")"),
                          field("formID", &AskForms::form).sample(R"("contact")"));
    }
};

struct AskForm {
    static constexpr const char* title = "AskForm";
    std::string city;
    std::string form;

    static constexpr auto fields()
    {
        return std::tuple(field("city", &AskForm::city).sample(R"("roma")"),
                          field("form", &AskForm::form).sample(R"("contact")"));
    }
};

core::Bytes list_forms(core::Context& context, const AskForms& wish);
core::Bytes show_manifest(core::Context& context, const AskForm& wish);
core::Bytes show_form(core::Context& context, const AskForm& wish);

struct CityPath {
    static constexpr const char* title = "CityPath";
    std::string city;

    static constexpr auto fields()
    {
        return std::tuple(field("city", &CityPath::city).sample(R"("roma")"));
    }
};

// May anything be sent, and how much at once?
void check_submission(core::Context& context, const CityPath& wish);

// A file that came along.
struct SentPicture {
    std::string question;
    std::string file_name;
    std::string bytes;
    bool recognised = false;
};

struct Submit : CityPath {
    static constexpr const char* title = "Submit";

    static constexpr auto fields() { return CityPath::fields(); }

    // What prepare_submission has made of the body.
    std::string xml; // empty: there was none
    std::string mark;
    Uuid id;
    Submission submission;
    const Form* form = nullptr;
    const core::PhoneForms* further = nullptr; // of another module, where it is no form of ours
    std::vector<SentPicture> pictures;
};

void prepare_submission(core::Context& context, Submit& wish);
core::Bytes submit(core::Context& context, const Submit& wish);
core::Bytes keep_aside(core::Context& context, const Submit& wish, const Problem& problem);
// multipart/form-data with a contact, for OpenAPI and the generated tests.
std::string example_of_submission(const Lists& lists);
inline constexpr auto example_type = "multipart/form-data; boundary=lgnet-example";

// ---- as people ask: asides.cpp, settings.cpp, attachments.cpp

struct ListAsides {
    static constexpr const char* title = "ListAsides";
    std::optional<std::string> state;

    static constexpr auto fields()
    {
        return std::tuple(field("state", &ListAsides::state).one_of("aside_state"));
    }
};

struct AsidePath {
    static constexpr const char* title = "AsidePath";
    Id<Aside> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &AsidePath::id).sample(core::samples::aside));
    }
};

struct RestoreAside {
    static constexpr const char* title = "RestoreAside";
    Id<Aside> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &RestoreAside::id).sample(core::samples::aside_dismissed));
    }
};

struct CorrectedAnswer {
    static constexpr const char* title = "CorrectedAnswer";
    std::string question;
    std::optional<std::string> value; // several codes with spaces between; none: no answer

    static constexpr auto fields()
    {
        return std::tuple(field("question", &CorrectedAnswer::question),
                          field("value", &CorrectedAnswer::value).up_to(4000).sealed(Mark::note));
    }
};

struct RecordAside {
    static constexpr const char* title = "RecordAside";
    Id<Aside> id;
    std::vector<CorrectedAnswer> answers;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &RecordAside::id).sample(core::samples::aside),
            field("answers", &RecordAside::answers)
                .at_most(200)
                .says("In the place of what the phone sent, question by question; without it as "
                      "it was sent."));
    }
};

struct AttachmentPath {
    static constexpr const char* title = "AttachmentPath";
    Id<Attachment> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &AttachmentPath::id).sample(core::samples::phone_picture));
    }
};

AsideList list_asides(core::Context& context, const ListAsides& wish);
AsideSheet get_aside(core::Context& context, const AsidePath& wish);
Aside record_aside(core::Context& context, const RecordAside& wish);
Aside dismiss_aside(core::Context& context, const AsidePath& wish);
Aside restore_aside(core::Context& context, const RestoreAside& wish);

ReceivedList list_received(core::Context& context);
core::Bytes get_picture(core::Context& context, const AttachmentPath& wish);
PhoneSetting show_setting(core::Context& context);

} // namespace openrosa
