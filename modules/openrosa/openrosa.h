// SPDX-License-Identifier: EUPL-1.2
// Phones that people have already: ODK Collect and KoboCollect speak OpenRosa 1.0 below
// /openrosa/{city}/. They are given forms made of our acts, and what they send becomes those acts.
// What cannot become one is kept aside, and somebody of the city looks at it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "access/access.h"
#include "base/field.h"
#include "core/context.h"
#include "core/module.h"
#include "core/samples.h"

namespace openrosa {

core::Module module();

// Reads the catalogue's forms: std::runtime_error with file, line and fault.
void check_forms(const core::House& house);

struct Aside;
struct Attachment;

// What a phone has sent, by the id of its instance.
struct Received {
    static constexpr const char* title = "Received";

    Id<Received> id;
    std::string form;
    std::string form_title;
    std::string sent_by_name;
    Instant received_at;
    std::string act; // what it became
    std::string thing;
    bool replaced = false; // by a later edit from the phone
    std::vector<Id<Attachment>> pictures;
    int pictures_missing = 0; // named, and not come yet

    static constexpr auto fields()
    {
        return std::tuple(field("id", &Received::id), field("form", &Received::form),
                          field("form_title", &Received::form_title),
                          field("sent_by_name", &Received::sent_by_name),
                          field("received_at", &Received::received_at),
                          field("act", &Received::act), field("thing", &Received::thing),
                          field("replaced", &Received::replaced),
                          field("pictures", &Received::pictures),
                          field("pictures_missing", &Received::pictures_missing));
    }
};

struct ReceivedList {
    static constexpr const char* title = "ReceivedList";
    std::vector<Received> items;

    static constexpr auto fields() { return std::tuple(field("items", &ReceivedList::items)); }
};

// Kept aside: that it is there, and why.
struct Aside {
    static constexpr const char* title = "Aside";

    Id<Aside> id;
    std::string form; // as the phone named it
    std::optional<std::string> form_title;
    std::string reason; // code of a problem
    std::string reason_text;
    bool kept_by_phone = false;
    std::string sent_by_name;
    Instant received_at;
    std::string state; // waiting, recorded, dismissed
    std::optional<std::string> thing;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &Aside::id), field("form", &Aside::form),
            field("form_title", &Aside::form_title), field("reason", &Aside::reason),
            field("reason_text", &Aside::reason_text),
            field("kept_by_phone", &Aside::kept_by_phone),
            field("sent_by_name", &Aside::sent_by_name), field("received_at", &Aside::received_at),
            field("state", &Aside::state).one_of("aside_state"), field("thing", &Aside::thing));
    }
};

struct AsideList {
    static constexpr const char* title = "AsideList";
    std::vector<Aside> items;

    static constexpr auto fields()
    {
        return std::tuple(field("items", &AsideList::items).at_most(200));
    }
};

struct AsideChoice {
    static constexpr const char* title = "AsideChoice";
    std::string code;
    std::string label;

    static constexpr auto fields()
    {
        return std::tuple(field("code", &AsideChoice::code), field("label", &AsideChoice::label));
    }
};

// One question with its answer, and what is wrong with it today.
struct AsideAnswer {
    static constexpr const char* title = "AsideAnswer";

    std::string question;
    std::string label;
    std::optional<std::string> hint;
    std::string kind; // text, boolean, integer, real, date, instant, picture
    bool many = false;
    bool required = false;
    bool asked = true; // false: the form has no such question; its answer cannot be recorded
    std::optional<std::string> value;
    std::optional<std::string> error;
    std::vector<AsideChoice> choices;

    static constexpr auto fields()
    {
        return std::tuple(
            field("question", &AsideAnswer::question), field("label", &AsideAnswer::label),
            field("hint", &AsideAnswer::hint), field("kind", &AsideAnswer::kind),
            field("many", &AsideAnswer::many), field("required", &AsideAnswer::required),
            field("asked", &AsideAnswer::asked),
            field("value", &AsideAnswer::value).sealed(Mark::note),
            field("error", &AsideAnswer::error), field("choices", &AsideAnswer::choices));
    }
};

// Whole, for who looks at it.
struct AsideSheet : Aside {
    static constexpr const char* title = "AsideSheet";

    std::optional<std::string> refusal; // what the act said, in full
    bool recordable = false;            // there is a form for it
    std::vector<AsideAnswer> answers;
    std::optional<std::string> xml; // where it could not be read
    std::vector<Id<Attachment>> pictures;

    static constexpr auto fields()
    {
        return std::tuple_cat(Aside::fields(),
                              std::tuple(field("refusal", &AsideSheet::refusal).sealed(Mark::note),
                                         field("recordable", &AsideSheet::recordable),
                                         field("answers", &AsideSheet::answers).at_most(200),
                                         field("xml", &AsideSheet::xml).sealed(Mark::note),
                                         field("pictures", &AsideSheet::pictures)));
    }
};

// A form, for who sets up a phone.
struct PhoneForm {
    static constexpr const char* title = "PhoneForm";
    std::string form;
    std::string form_title;
    std::string act;
    int questions = 0;

    static constexpr auto fields()
    {
        return std::tuple(field("form", &PhoneForm::form),
                          field("form_title", &PhoneForm::form_title),
                          field("act", &PhoneForm::act), field("questions", &PhoneForm::questions));
    }
};

// How a phone is told where we are: an address to type, or a code to point its camera at. The code
// holds no login and no password.
struct PhoneSetting {
    static constexpr const char* title = "PhoneSetting";

    std::string address;
    bool encrypted = false;        // https
    std::vector<std::string> code; // rows of the QR code: "1011…", 1 is dark
    std::vector<PhoneForm> forms;

    static constexpr auto fields()
    {
        return std::tuple(
            field("address", &PhoneSetting::address), field("encrypted", &PhoneSetting::encrypted),
            field("code", &PhoneSetting::code).at_most(177), field("forms", &PhoneSetting::forms));
    }
};

} // namespace openrosa
