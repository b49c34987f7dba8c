// SPDX-License-Identifier: EUPL-1.2
// What a phone sends: the XML of one filled-in form, read and turned into the input of an act.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "openrosa/forms.h"

namespace openrosa {

inline constexpr std::size_t xml_bytes_max = 512 * 1024;
inline constexpr std::size_t answers_max = 2000;
inline constexpr int depth_max = 16;

// As it was sent; in a broken XML, as much as could be read.
struct Submission {
    struct Answer {
        std::string question; // "place_note"; "group/question" where it stands deeper
        std::string text;
    };

    std::string fault; // why it could not be read; empty: it was
    std::string form;
    std::string version;
    std::string instance;        // "uuid:…"; may be missing
    std::string deprecated;      // the instance that this one corrects
    std::vector<Answer> answers; // those that say something

    const std::string* find(std::string_view question) const;
};

// Never throws: what is wrong stands in `fault`. No entity is expanded, nothing else is fetched.
Submission read_submission(std::string_view xml);

// The id of what it becomes: the UUID of its instance, of whatever version; another name always
// gives the same id, and a submission without a name the same for the same bytes (`mark`).
Uuid id_of(const Submission& submission, const std::string& mark);
Uuid id_of_instance(const std::string& instance);

// The input of the form's act as JSON, of whatever was answered; what its reading makes of it is
// its business. Wrong are only answers that no field of the act is for.
struct Input {
    std::string json;
    std::vector<FieldError> errors;
};
Input input_of(const Form& form, const Submission& submission, const Uuid& id);

// `changed` over `before`, member by member, for those that the act's input has: what a form does
// not ask stays as it was.
std::string merged(const core::Act& act, const Form& form, std::string_view before,
                   std::string_view changed);

// The names of the files that the pictures of the form should be in.
struct NamedPicture {
    std::string question;
    std::string file_name;
};
std::vector<NamedPicture> pictures_of(const Form& form, const Submission& submission);

} // namespace openrosa
