// SPDX-License-Identifier: EUPL-1.2
// The forms of the catalogue (catalogue/forms/phone_*.csv), each an act and the questions that a
// phone asks for it. What a question is called, which answers it has and which are needed follows
// from the act's description.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/house.h"

namespace openrosa {

using Member = core::Shape::Member;

struct Question {
    std::string name;
    const Member* field = nullptr; // of the act's input; null: a picture
    bool now = false;              // filled in with the present moment
    int screen = 0;
    std::string when;            // a question that must have been answered; empty: always asked
    std::vector<std::string> is; // with one of these codes; empty: with any

    bool is_picture() const { return field == nullptr; }
};

struct Form {
    std::string id;
    const core::Act* act = nullptr;
    const core::Act* show = nullptr;
    const core::Act* change = nullptr;
    std::string purpose;
    core::Label title;
    std::vector<Question> questions;

    const Question* find_question(std::string_view name) const;
    // Any field of the act: phones with an earlier form may answer what is not asked any more.
    const Member* find_field(std::string_view name) const;
};

// What a phone is given.
struct XForm {
    std::string text;
    std::string version;
    std::string md5; // of the text
};

// The forms of one city. Kept beside its store.
class Forms {
public:
    static std::unique_ptr<Forms> build(store::Transaction&) { return std::make_unique<Forms>(); }

    // Throws std::runtime_error with file, line and fault.
    const std::vector<Form>& all(const core::House& house);
    const XForm& written(const core::House& house, const std::string& city, const store::Seal& seal,
                         const Form& form);

private:
    std::mutex mutex_;
    std::optional<std::vector<Form>> forms_;
    std::map<std::string, XForm, std::less<>> written_;
};

std::vector<Form> read_forms(const core::House& house, std::string_view forms,
                             std::string_view questions);

const std::vector<Form>& all_forms(core::Context& context);
// Those whose act the actor may ask; for everybody else there is no such form.
const Form* find_form(core::Context& context, std::string_view id);
const XForm& written_form(core::Context& context, const Form& form);

// Was this version of the form ever given out by this city?
bool is_version(const store::Seal& seal, const std::string& form, const std::string& version);
std::string version_of(const store::Seal& seal, const std::string& form, std::string_view content);

// ---- what things are called

struct Choice {
    std::string code;
    std::string label;
};

std::string title_of(const Form& form, const std::string& language);
// "Zona": of a question, in a language.
std::string label_of(const core::House& house, const std::string& language, const Form& form,
                     const Question& question);
std::string hint_of(const core::House& house, const std::string& language, const Form& form,
                    const Question& question);
// What may be answered; empty where anything may.
std::vector<Choice> choices_of(const core::House& house, const std::string& city,
                               const std::string& language, const Member& field);

} // namespace openrosa
