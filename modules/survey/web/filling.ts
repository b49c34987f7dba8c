// SPDX-License-Identifier: EUPL-1.2
// One questionnaire being filled in, as it is kept on the phone after each answer: in which
// language, what was answered, and where one is.
import { dayOf } from "web/words/format";
import { type FormJson, Questionnaire } from "./form";
import { type Answers, emptyAnswers, settled, Sheet } from "./sheet";

export interface Filling {
    // None: it is still to be chosen.
    language: string;
    answers: Answers;
    // The name of the screen, and where it stood, should its questions not count any more.
    screen: string;
    index: number;
}

export const START = "";
export const END = "end";

// Where there is one language alone there is nothing to choose.
export function newFilling({ form }: Questionnaire): Filling {
    const [only, ...others] = form.languages;
    return {
        language: others.length === 0 ? (only ?? form.default_language) : "",
        answers: emptyAnswers(),
        screen: START,
        index: 0,
    };
}

// The clock on the wall in Italy, with how far it is from that of the world.
export function nowText(instant: Date): string {
    const parts = new Intl.DateTimeFormat("en-GB", {
        timeZone: "Europe/Rome",
        hourCycle: "h23",
        hour: "2-digit",
        minute: "2-digit",
        second: "2-digit",
        timeZoneName: "longOffset",
    }).formatToParts(instant);
    const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? "";
    const offset = part("timeZoneName").replace("GMT", "") || "+00:00";
    const clock = `${part("hour")}:${part("minute")}:${part("second")}`;
    return `${dayOf(instant)}T${clock}.000${offset}`;
}

export function sheetOf(questionnaire: Questionnaire, filling: Filling, now: string): Sheet {
    const language = filling.language || questionnaire.form.default_language;
    return new Sheet(questionnaire, filling.answers, now, language);
}

// With everything that follows from what was answered.
export function changed(
    questionnaire: Questionnaire,
    filling: Filling,
    part: Partial<Filling>,
    now: string,
): Filling {
    const next = { ...filling, ...part };
    const language = next.language || questionnaire.form.default_language;
    return { ...next, answers: settled(questionnaire, next.answers, { now, language }) };
}

// How an interview ended that came to its end: with the questions, or with a no at the beginning. A
// questionnaire says by the roles CONSENT and ELIGIBLE where that is asked.
export function outcomeOf(sheet: Sheet): "COMPLETE" | "REFUSAL" | "NOT_ELIGIBLE" | undefined {
    const said = (role: string): string[] =>
        sheet.questionnaire
            .withRole(role)
            .map(({ path }) => sheet.value({ path, occurrence: "" }).toUpperCase());
    if (said("CONSENT").includes("NO")) return "REFUSAL";
    if (said("ELIGIBLE").includes("0")) return "NOT_ELIGIBLE";
    return sheet.wrongAnswers().length === 0 ? "COMPLETE" : undefined;
}

// Where a question with the role CENTRES offers the places of the frame by their codes, they are
// called as they are called in this wave.
export function withCentres(
    form: FormJson,
    centres: { code: string; name: string }[],
): FormJson {
    const called = new Map(centres.map(({ code, name }) => [code, name]));
    const choices = { ...form.choices };
    for (const { role, choices: list } of new Questionnaire(form).all) {
        if (role !== "CENTRES" || !list) continue;
        choices[list] = (form.choices[list] ?? []).map((choice) => {
            const name = called.get(choice.name);
            return name ? { ...choice, label: { [form.default_language]: name } } : choice;
        });
    }
    return { ...form, choices };
}
