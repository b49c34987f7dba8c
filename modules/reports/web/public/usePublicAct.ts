// SPDX-License-Identifier: EUPL-1.2
// What a guest asks for, and the sentence for what went wrong: the server words its problems in the
// languages of those who work here, so the public pages word them again, by code.
import type { Problem } from "web/api/problem";
import type { Spoken } from "./words";

export function wordedForPublic(spoken: Spoken, problem: Problem): string {
    const { say } = spoken;
    switch (problem.code) {
        case "core.too_often":
            return say("too_often", { minutes: problem.facts["minutes"] ?? "60" });
        case "reports.unknown_code":
            return say("unknown_code");
        case "web.no_connection":
            return say("no_connection");
        case "core.input_invalid":
            return say("problem_fields");
        case "core.not_found":
            return say("not_here");
        default:
            return say("failed");
    }
}

export function fieldError(
    spoken: Spoken,
    problem: Problem | null,
    field: string,
): string | undefined {
    const error = problem?.errors.find((each) => each.field === field);
    if (!error) return undefined;
    return spoken.say(error.code === "required" ? "required" : "wrong");
}
