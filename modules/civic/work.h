// SPDX-License-Identifier: EUPL-1.2
// What the acts have in common: projects that are there, who may be seen, what is insured.
#pragma once

#include <map>
#include <vector>

#include "civic/acts.h"
#include "civic/cover.h"
#include "civic/rows.h"

namespace civic {

ProjectRow get_row(core::Context& context, const Id<Project>& id); // throws not_found()
// One that stands. 409 civic.project_cancelled.
ProjectRow get_standing(core::Context& context, const Id<Project>& id);
// Writes a row that was changed.
void rewrite(core::Context& context, ProjectRow& row);

// Of a person whom the asker does not read they are not there: throws not_found().
ParticipantRow get_participant(core::Context& context, const Id<Participant>& id);
// One that stands; a day that was cancelled is not there. Both throw not_found().
ParticipantRow get_standing_participant(core::Context& context, const Id<Participant>& id);
DayRow get_standing_day(core::Context& context, const Id<Day>& id);

std::vector<Cover> covers_of(const std::vector<InsuranceRow>& rows);
// 409 civic.not_insured, civic.insurance_over, civic.not_insured_then: what to do stands in it.
void require_cover(core::Context& context, const Id<Project>& project, Date day);
// 409 civic.project_ended after the last day of a project.
void require_open(const ProjectRow& project, Date day);

std::string state_of(const ProjectRow& row, const std::vector<InsuranceRow>& insurances,
                     Date today);

Insurance show(const InsuranceRow& row);
Attendance show(const AttendanceRow& row);
Picture show(core::Context& context, const PictureRow& row);
// With what is said of whom the asker reads.
Day show(core::Context& context, const DayRow& row);
// As one of those of the project, which tells a resident's number.
Participant show(core::Context& context, const ParticipantRow& row);
Project show(core::Context& context, const ProjectRow& row);

} // namespace civic
