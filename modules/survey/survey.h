// SPDX-License-Identifier: EUPL-1.2
// The survey of needs: questionnaires, a sample that can be drawn again, interviews without names.
// The face of the module. Nothing here leads to a person of the registry: an interview knows the
// district, the place and the hour, and whoever made it; not who answered.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/field.h"
#include "core/context.h"
#include "core/module.h"
#include "core/samples.h"
#include "survey/interviews.h"

namespace survey {

core::Module module();

// The form_id that a workbook says; nothing where it cannot be read so far.
std::optional<std::string> form_id_of(std::string_view workbook);

// A questionnaire that comes with the program, as it is now.
struct HouseQuestionnaire {
    std::string code;
    std::string respondents;
    std::string version; // its id
    std::string form;    // as SurveyVersion has it
};
std::vector<HouseQuestionnaire> house_questionnaires(const core::Catalogue& catalogue);

// ---- somebody who does not exist

struct Invented {
    std::string seed;                         // who they are
    std::string kind;                         // whom they resemble: a group in a district
    std::map<std::string, std::string> given; // name of a question → what they answer for certain
    std::vector<std::string> phrases;         // that they say in their own words
    Instant now;
};

// What they answer to a form (SurveyVersion.form), keeping every rule of it: for the demonstration
// and the tests. Always the same for the same person.
class Inventor {
public:
    explicit Inventor(std::string_view form);
    ~Inventor();
    Inventor(const Inventor&) = delete;
    Inventor& operator=(const Inventor&) = delete;

    std::vector<InterviewAnswer> answers(const Invented& who) const;

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

} // namespace survey
