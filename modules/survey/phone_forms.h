// SPDX-License-Identifier: EUPL-1.2
// Questionnaires of open waves for phones with ODK Collect or KoboCollect: the form itself, with
// questions before it that only the interviewer answers (where, which slot, how it ended).
#pragma once

#include <string>
#include <vector>

#include "core/phone_forms.h"
#include "survey/rows.h"
#include "survey/xlsform/form.h"

namespace survey {

core::PhoneForms phone_forms();

// Choices of the interviewer's questions, as a wave and a city have them.
struct FieldLists {
    std::vector<xlsform::Choice> districts;
    std::vector<xlsform::Choice> places; // slots of migrants, units of others; column "district"
    std::vector<xlsform::Choice> dispositions;
    std::vector<xlsform::Choice> languages;
};

// What the interviewer's questions are called, in the languages of the house.
struct FieldTexts {
    xlsform::Texts district, place, disposition, language;
};

// The form with those questions first; what is asked of the respondent is relevant only where they
// answer, and required only where they answer everything.
xlsform::Form for_the_field(xlsform::Form form, const std::string& id, FieldLists lists,
                            const FieldTexts& texts);

// The name of the interviewer's questions, which no questionnaire has.
namespace field_names {
inline constexpr auto started = "lgnet_started";
inline constexpr auto ended = "lgnet_ended";
inline constexpr auto district = "lgnet_district";
inline constexpr auto place = "lgnet_place";
inline constexpr auto disposition = "lgnet_disposition";
inline constexpr auto language = "lgnet_language";
} // namespace field_names

} // namespace survey
