// SPDX-License-Identifier: EUPL-1.2
// The questionnaires of the catalogue (catalogue/forms/survey_*), the program's or those of a
// release: every city has them without importing anything.
#pragma once

#include <string>
#include <vector>

#include "survey/survey.h"
#include "survey/xlsform/form.h"
#include "survey/xlsform/reading.h"

namespace survey {

struct HouseForm {
    std::string respondents;
    xlsform::Sheets sheets;
    xlsform::Form form;
    std::string json; // of the form
    std::string digest;
    Id<Questionnaire> questionnaire;
    Id<VersionLine> version; // another one as soon as it asks anything else
};

// std::runtime_error with file, line and fault.
const std::vector<HouseForm>& house_forms(const core::Catalogue& catalogue);
// For core::Module.
std::vector<core::CatalogueEntry> questionnaire_entries(const core::Catalogue& catalogue);

// Of what a form asks: two forms with the same digest are the same form.
std::string digest_of(const std::string& json);
// How many questions somebody is asked.
int questions_in(const xlsform::Form& form);

} // namespace survey
