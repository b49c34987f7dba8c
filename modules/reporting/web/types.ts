// SPDX-License-Identifier: EUPL-1.2
import type { Answer } from "web/api/acts";

export type Project = Answer<"reporting.get_project">;
export type ProjectLine = Answer<"reporting.list_projects">["items"][number];
export type Partner = Project["partners"][number];
export type Agreement = Project["agreements"][number];
export type Activity = Project["activities"][number];
export type Line = Project["lines"][number];
export type Expense = Line["expenses"][number];
export type Sums = Project["sums"];
export type Pack = Answer<"reporting.get_pack">;
export type FrameworkRow = Pack["content"]["frameworks"]["rows"][number];
export type Mapping = Answer<"reporting.get_mapping">;
export type Column = Mapping["columns"][number];
