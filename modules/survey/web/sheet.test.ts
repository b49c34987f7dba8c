// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from "vitest";
import type { Tree } from "./expression";
import {
    changed,
    END,
    type Filling,
    newFilling,
    nowText,
    outcomeOf,
    sheetOf,
    withCentres,
} from "./filling";
import { type FormJson, type FormNode, Questionnaire } from "./form";
import { screenAt, settled, type Sheet, withAnswer, withCount } from "./sheet";

const NOW = "2026-11-30T21:15:00.000+01:00";

const path = (to: string): Tree => ["path", to];
const is = (to: string, code: string): Tree => ["=", path(to), ["str", code]];
const both = (it: string, ar: string) => ({ it, ar });

function form(nodes: FormNode[], choices: FormJson["choices"] = {}): Questionnaire {
    return new Questionnaire({
        id: "needs",
        version: "1",
        title: both("Bisogni", "الاحتياجات"),
        default_language: "it",
        languages: ["it", "ar"],
        nodes,
        choices,
    });
}

const YES_NO = [
    { name: "YES", label: both("Sì", "نعم") },
    { name: "NO", label: both("No", "لا") },
];

// Consent, how old, and of each child the age; places are chosen by area.
const needs = form(
    [
        {
            name: "consent",
            path: "/data/consent",
            kind: "one",
            choices: "yes_no",
            role: "CONSENT",
            label: both("Vuole rispondere?", "هل تريد الإجابة؟"),
            required: ["call", "true"],
        },
        {
            name: "body",
            path: "/data/body",
            kind: "group",
            relevant: is("/data/consent", "YES"),
            children: [
                {
                    name: "age",
                    path: "/data/body/age",
                    kind: "integer",
                    label: both("Età", "العمر"),
                    required: ["call", "true"],
                    constraint: [">=", ["self"], ["num", 18]],
                    constraint_message: both("Solo maggiorenni", "للبالغين فقط"),
                },
                {
                    name: "area",
                    path: "/data/body/area",
                    kind: "one",
                    choices: "areas",
                    label: both("Zona", "المنطقة"),
                },
                {
                    name: "place",
                    path: "/data/body/place",
                    kind: "one",
                    choices: "places",
                    choice_filter: ["=", path("area"), path("/data/body/area")],
                    label: both("Posto", "المكان"),
                },
                {
                    name: "child",
                    path: "/data/body/child",
                    kind: "repeat",
                    label: both("Figlio", "طفل"),
                    children: [
                        {
                            name: "years",
                            path: "/data/body/child/years",
                            kind: "integer",
                            label: both("Anni", "السنوات"),
                        },
                    ],
                },
                {
                    name: "children",
                    path: "/data/body/children",
                    kind: "calculate",
                    calculation: ["call", "sum", path("/data/body/child/years")],
                },
                {
                    name: "both",
                    path: "/data/body/both",
                    kind: "group",
                    appearance: "field-list",
                    label: both("Insieme", "معا"),
                    children: [
                        {
                            name: "said",
                            path: "/data/body/both/said",
                            kind: "note",
                            label: both(
                                "Ha detto ${/data/body/age} anni, ${/data/body/area}",
                                "قال",
                            ),
                        },
                        {
                            name: "why",
                            path: "/data/body/both/why",
                            kind: "text",
                            label: both("Perché", "لماذا"),
                            relevant: [">", path("/data/body/age"), ["num", 60]],
                        },
                    ],
                },
            ],
        },
    ],
    {
        yes_no: YES_NO,
        areas: [
            { name: "N", label: both("Nord", "شمال") },
            { name: "S", label: both("Sud", "جنوب") },
        ],
        places: [
            { name: "TERMINI", label: both("Termini", "تيرميني"), columns: { area: "N" } },
            { name: "OSTIA", label: both("Ostia", "أوستيا"), columns: { area: "S" } },
        ],
    },
);

const at = (where: string, occurrence = "") => ({ path: `/data/${where}`, occurrence });

function answered(...given: [string, string, string?][]): Filling {
    let filling = changed(needs, newFilling(needs), { language: "it" }, NOW);
    for (const [where, value, occurrence = ""] of given) {
        const answers = withAnswer(filling.answers, at(where, occurrence), value);
        filling = changed(needs, filling, { answers }, NOW);
    }
    return filling;
}

const sheet = (filling: Filling): Sheet => sheetOf(needs, filling, NOW);
const keys = (filling: Filling): string[] => sheet(filling).screens().map(({ key }) => key);
const sent = (filling: Filling) =>
    Object.fromEntries(
        sheet(filling)
            .sent()
            .map(({ question, occurrence, value }) => [`${question} ${occurrence}`.trim(), value]),
    );

test("what does not count is not asked, and not sent; who goes back finds it again", () => {
    const no = answered(["consent", "YES"], ["body/age", "40"], ["consent", "NO"]);
    expect(keys(no)).toEqual(["/data/consent"]);
    expect(sent(no)).toEqual({ "/data/consent": "NO" });
    expect(outcomeOf(sheet(no))).toBe("REFUSAL");

    const yes = changed(
        needs,
        no,
        { answers: withAnswer(no.answers, at("consent"), "YES") },
        NOW,
    );
    expect(sent(yes)["/data/body/age"]).toBe("40");
});

test("pages come one after the other: a repeat asks for one more, a field list is one page", () => {
    expect(keys(answered(["consent", "YES"], ["body/age", "40"]))).toEqual([
        "/data/consent",
        "/data/body/age",
        "/data/body/area",
        "/data/body/place",
        "/data/body/child/years 1",
        "/data/body/child +",
        "/data/body/both",
    ]);
});

test("what is wrong is told: nothing, no number, not what the form allows", () => {
    const of = (value: string) =>
        sheet(answered(["consent", "YES"], ["body/age", value])).wrong(at("body/age"));
    expect(of("")).toBe("required");
    expect(of("forty")).toBe("number");
    expect(of("12.5")).toBe("number");
    expect(of("1234567890")).toBe("number");
    expect(of("17")).toBe("constraint");
    expect(of("18")).toBeUndefined();

    const half = answered(["consent", "YES"], ["body/age", "17"]);
    expect(outcomeOf(sheet(half))).toBeUndefined();
    // Whoever stops here leaves no half answer.
    expect(sent(half)).toEqual({ "/data/consent": "YES", "/data/body/children": "0" });
    expect(outcomeOf(sheet(answered(["consent", "YES"], ["body/age", "18"])))).toBe("COMPLETE");
});

test("choices follow from what was answered; one that is no longer offered is taken out", () => {
    const north = answered(["consent", "YES"], ["body/area", "N"], ["body/place", "TERMINI"]);
    const offered = (filling: Filling) =>
        sheet(filling)
            .choices(at("body/place"))
            .map(({ name }) => name);
    expect(offered(north)).toEqual(["TERMINI"]);
    const south = changed(
        needs,
        north,
        { answers: withAnswer(north.answers, at("body/area"), "S") },
        NOW,
    );
    expect(offered(south)).toEqual(["OSTIA"]);
    expect(sheet(south).value(at("body/place"))).toBe("");
});

test("a repeat grows and shrinks; the last one goes with all that was in it", () => {
    const one = answered(["consent", "YES"], ["body/age", "40"], ["body/child/years", "4", "1"]);
    expect(sent(one)["/data/body/children"]).toBe("4");
    const two = changed(needs, one, { answers: withCount(one.answers, at("body/child"), 2) }, NOW);
    const twice = changed(
        needs,
        two,
        { answers: withAnswer(two.answers, at("body/child/years", "2"), "9") },
        NOW,
    );
    expect(sent(twice)).toMatchObject({
        "/data/body/child/years 1": "4",
        "/data/body/child/years 2": "9",
        "/data/body/children": "13",
    });
    const back = changed(
        needs,
        twice,
        { answers: withCount(twice.answers, at("body/child"), 1) },
        NOW,
    );
    expect(sent(back)["/data/body/children"]).toBe("4");
    const again = changed(
        needs,
        back,
        { answers: withCount(back.answers, at("body/child"), 2) },
        NOW,
    );
    expect(sent(again)["/data/body/child/years 2"]).toBeUndefined();
    // None at all is an answer too, and does not come back by itself.
    const none = changed(
        needs,
        again,
        { answers: withCount(again.answers, at("body/child"), 0) },
        NOW,
    );
    expect(keys(none).filter((key) => key.includes("child"))).toEqual(["/data/body/child +"]);
});

test("labels are in the language of whoever answers, with what was answered in them", () => {
    const filling = answered(["consent", "YES"], ["body/age", "40"], ["body/area", "N"]);
    expect(sheet(filling).label(at("body/both/said"))).toBe("Ha detto 40 anni, Nord");
    const arabic = changed(needs, filling, { language: "ar" }, NOW);
    expect(sheet(arabic).label(at("body/age"))).toBe("العمر");
    expect(sheet(arabic).choiceName("N", "/data/body/area")).toBe("شمال");
    // Half way into another language nothing is lost.
    expect(sent(arabic)).toEqual(sent(filling));
});

test("a question of a page that counts only now stands on it", () => {
    const shown = (age: string) =>
        sheet(answered(["consent", "YES"], ["body/age", age]))
            .screens()
            .at(-1)!
            .questions.map((place) => place.path);
    expect(shown("40")).toEqual(["/data/body/both/said"]);
    expect(shown("61")).toEqual(["/data/body/both/said", "/data/body/both/why"]);
});

test("one stays on one's page, also where pages before it come and go", () => {
    const screens = sheet(answered(["consent", "YES"])).screens();
    expect(screenAt(screens, "/data/body/area", 0)).toBe(2);
    expect(screenAt(screens, "/data/gone", 3)).toBe(3);
    expect(screenAt(screens, "/data/gone", 99)).toBe(screens.length - 1);
    expect(screenAt([], END, 4)).toBe(0);
});

test("defaults are put in once, and may be taken out", () => {
    const questionnaire = form([
        { name: "day", path: "/data/day", kind: "date", default: ["call", "today"] },
        {
            name: "first",
            path: "/data/first",
            kind: "calculate",
            calculation: ["call", "once", ["call", "now"]],
        },
        { name: "start", path: "/data/start", kind: "meta", parameters: "start" },
    ]);
    const moment = { now: NOW, language: "it" };
    const first = settled(questionnaire, { values: {}, counts: {} }, moment);
    expect(first.values["/data/day"]).toBe("2026-11-30");
    const later = { now: "2026-12-01T08:00:00.000+01:00", language: "it" };
    const emptied = settled(questionnaire, withAnswer(first, at("day"), ""), later);
    expect(emptied.values["/data/day"]).toBe("");
    expect(emptied.values["/data/first"]).toBe(NOW);
    // When exactly it began is known here, and told to nobody.
    const own = sheetOf(questionnaire, { ...newFilling(needs), answers: emptied }, NOW);
    expect(emptied.values["/data/start"]).toBe(NOW);
    expect(own.sent().map(({ question }) => question)).toEqual(["/data/first"]);
});

test("there are as many occurrences as the form says", () => {
    const questionnaire = form([
        { name: "many", path: "/data/many", kind: "integer" },
        {
            name: "each",
            path: "/data/each",
            kind: "repeat",
            repeat_count: path("/data/many"),
            children: [{ name: "what", path: "/data/each/what", kind: "text" }],
        },
    ]);
    const screens = (many: string) =>
        sheetOf(
            questionnaire,
            { ...newFilling(needs), answers: { values: { "/data/many": many }, counts: {} } },
            NOW,
        )
            .screens()
            .map(({ key }) => key);
    expect(screens("2")).toEqual(["/data/many", "/data/each/what 1", "/data/each/what 2"]);
    expect(screens("")).toEqual(["/data/many"]);
    expect(screens("-3")).toEqual(["/data/many"]);
    expect(screens("100000")).toHaveLength(201);
});

test("places of the frame are called as in this wave, by their codes", () => {
    const { form: asked } = form(
        [{ name: "seen", path: "/data/seen", kind: "many", choices: "places", role: "CENTRES" }],
        { places: [{ name: "c1", label: { it: "Posto 1" } }, { name: "NONE" }] },
    );
    const called = withCentres(asked, [{ code: "c1", name: "Mercato Esquilino" }]);
    expect(called.choices["places"]).toEqual([
        { name: "c1", label: { it: "Mercato Esquilino" } },
        { name: "NONE" },
    ]);
    expect(asked.choices["places"]![0]!.label).toEqual({ it: "Posto 1" });
});

test("the clock is the one on the wall in Italy, winter and summer", () => {
    expect(nowText(new Date("2026-11-30T20:15:30Z"))).toBe("2026-11-30T21:15:30.000+01:00");
    expect(nowText(new Date("2026-07-01T22:30:00Z"))).toBe("2026-07-02T00:30:00.000+02:00");
});
