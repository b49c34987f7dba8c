// SPDX-License-Identifier: EUPL-1.2
import type { Answer } from "web/api/acts";

export type WorkshopLine = Answer<"workshops.list_workshops">["items"][number];
export type Workshop = Answer<"workshops.get_workshop">;
export type WorkshopSession = Answer<"workshops.add_session">;
export type Register = Answer<"workshops.show_register">;
export type Attender = Register["items"][number];
export type Sheet = Register["sheets"][number];
export type Enrolments = Answer<"workshops.list_enrolments">;
export type Enrolment = Enrolments["items"][number];
export type Answers = Answer<"workshops.show_answers">;
export type Work = Workshop["works"][number];
