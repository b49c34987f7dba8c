// SPDX-License-Identifier: EUPL-1.2
// A temporary case has an end and a hand-over that must follow: how urgent is it?
import { daysLater, today } from "web/words/format";

const NEAR_DAYS = 14;

type Ending = "none" | "later" | "near" | "over";

interface WithEnd {
    state: string;
    ends_on?: string | null;
    hand_over_accepted_on?: string | null;
}

export function endingOf(wish: WithEnd, on: string = today()): Ending {
    if (wish.state !== "open" || !wish.ends_on) return "none";
    if (wish.ends_on < on) return "over";
    return wish.ends_on <= daysLater(on, NEAR_DAYS) ? "near" : "later";
}

const URGENCY: Record<Ending, number> = { over: 0, near: 1, later: 2, none: 2 };

// The overdue first, then those that end soon; the rest as the server lists them.
export function mostUrgentFirst<Line extends WithEnd>(cases: Line[], on?: string): Line[] {
    return cases.toSorted(
        (one, other) => URGENCY[endingOf(one, on)] - URGENCY[endingOf(other, on)],
    );
}
