// SPDX-License-Identifier: EUPL-1.2
import type { Answer } from "web/api/acts";

export type Project = Answer<"civic.get_project">;
export type ProjectLine = Answer<"civic.list_projects">["items"][number];
export type Participant = Project["participants"][number];
export type Day = Project["days"][number];
export type Attendance = Day["attendances"][number];
export type Picture = Project["pictures"][number];
export type Insurance = Project["insurances"][number];
export type Engagement = Answer<"civic.show_engagement">;
export type Membership = Engagement["memberships"][number];
