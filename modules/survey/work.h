// SPDX-License-Identifier: EUPL-1.2
// What the acts have in common: which waves there are for whom, what is asked in them, and how
// things are shown.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "survey/acts.h"
#include "survey/rows.h"
#include "survey/xlsform/form.h"

namespace survey {

// ---- questionnaires: known.cpp

// A questionnaire with its versions, the newest first: those that are stored, and those of the
// program that no interview was made with yet.
struct Known {
    QuestionnaireRow row;
    std::vector<VersionRow> versions; // without what they ask

    // What is asked now: the newest that somebody of the city brought, else the newest of the
    // program; one that was withdrawn is not asked any more.
    const VersionRow* current() const;
};

std::vector<Known> known_questionnaires(core::Context& context);
std::optional<Known> find_known(core::Context& context, const Id<Questionnaire>& id);
// With what it asks; also one of the program that is not stored.
std::optional<VersionRow> find_whole(core::Context& context, const Id<VersionLine>& id);
// So that something may refer to them: stores what comes with the program and is new.
void keep_house_forms(core::Context& context);

// ---- waves: waves.cpp

// Whether the asker plans and looks at everything; else they are an interviewer.
bool plans(const core::Context& context);
// One that was removed is not there.
WaveRow get_wave(core::Context& context, const Id<Wave>& id);
// 409 survey.wave_is_open, survey.wave_is_closed: what was drawn stands.
WaveRow get_preparing(core::Context& context, const Id<Wave>& id);
// 409 survey.wave_is_closed: its figures stand.
WaveRow get_running(core::Context& context, const Id<Wave>& id);
Wave show(core::Context& context, const WaveRow& row);

// ---- the plan: plan.cpp, frame.cpp

std::string district_name(core::Context& context, const std::string& code);
Plan plan_of(core::Context& context, const WaveRow& wave);
Centre show(core::Context& context, const CentreRow& row, int slots);
// Of a wave, by day and hour, with where they are and whose.
std::vector<Slot> shown_slots(core::Context& context, const Id<Wave>& wave);
std::vector<Unit> shown_units(core::Context& context, const Id<Wave>& wave);
// Of a centre of a wave that is there.
struct PlacedSlot {
    SlotRow row;
    CentreRow centre;
};
PlacedSlot get_slot(core::Context& context, const Id<Slot>& id);
Slot show(core::Context& context, const PlacedSlot& placed);
UnitRow get_unit(core::Context& context, const Id<Unit>& id);

// ---- interviews: interviews.cpp, quotas.cpp

std::vector<QuotaCell> cells_of(core::Context& context, const WaveRow& wave);

} // namespace survey
