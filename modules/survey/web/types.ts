// SPDX-License-Identifier: EUPL-1.2
import type { Answer } from "web/api/acts";

export type Tasks = Answer<"survey.list_my_slots">;
export type TaskWave = Tasks["waves"][number];
export type Plan = Answer<"survey.get_plan">;
export type Wave = Answer<"survey.list_waves">["items"][number];
export type Stratum = Plan["strata"][number];
export type Centre = Plan["centres"][number];
export type Slot = Plan["slots"][number];
export type Unit = Plan["units"][number];
export type QuotaCell = Answer<"survey.show_quotas">["cells"][number];
export type ResponseRates = Answer<"survey.show_quotas">["rates"][number];
export type Interview = Answer<"survey.record_interview">;
export type Version = Answer<"survey.get_version">;
export type Questionnaire = Answer<"survey.list_questionnaires">["items"][number];
export type VersionLine = Questionnaire["versions"][number];
