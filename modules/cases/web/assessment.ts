// SPDX-License-Identifier: EUPL-1.2
// What the pages of an assessment share: its types, and what of a list is shown as a picture.
import type { Answer } from "web/api/acts";
import { language } from "web/words/words";

export type Assessment = Answer<"cases.get_assessment">;
export type AssessmentLine = Answer<"cases.list_assessments">["items"][number];
export type AssessedDimension = AssessmentLine["dimensions"][number];
export type Instrument = Answer<"cases.list_instruments">["items"][number];
export type InstrumentDimension = Instrument["dimensions"][number];
export type Part = Assessment["parts"][number];

// Words of the catalogue that are no code list.
export function worded(words: { it: string; en: string } | undefined): string {
    if (!words) return "";
    return language() === "it" ? words.it : words.en;
}

export function instrumentOf(instruments: Instrument[], code: string): Instrument | undefined {
    return instruments.find((each) => each.code === code);
}

export function nameOfDimension(instrument: Instrument | undefined, code: string): string {
    const found = instrument?.dimensions.find((each) => each.code === code);
    return worded(found) || code;
}

type Seen = Pick<AssessmentLine, "cancelled" | "dimensions">;

// The newest of which there is anything to see.
export function mostTelling<Line extends Seen>(newestFirst: Line[]): Line | undefined {
    const hasScore = (score?: number | null) => score !== undefined && score !== null;
    return newestFirst.find(
        ({ cancelled, dimensions }) =>
            !cancelled && dimensions.some(({ score }) => hasScore(score)),
    );
}
