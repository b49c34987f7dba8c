// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from "vitest";
import { Problem } from "web/api/problem";
import { faultsOf } from "./faults";
import { directionOf, ownNameOf, sayIn } from "./fillWords";
import { asWritten } from "./numbers";
import { isTurn, shadeOf, untilTurn, withOutcome } from "./quotas";
import { drawnByDistrict, numberIn, weeklyFrom } from "./surveyText";
import type { QuotaCell } from "./types";
import { readUnitLines } from "./unitLines";

const cell = (target: number, complete = 0): QuotaCell => ({
    district: "RM-I",
    district_name: "Municipio I",
    respondents: "MIGRANT",
    target,
    complete,
    partial: 0,
    refused: 0,
    not_met: 0,
    other: 0,
    unknown: 0,
    not_eligible: 0,
    left: target - complete,
});

test("an outcome moves its cell, and back", () => {
    const one = withOutcome(cell(2), "COMPLETE", 1);
    expect(one).toMatchObject({ complete: 1, left: 1 });
    expect(withOutcome(one, "PARTIAL", 1)).toMatchObject({ partial: 1, left: 0 });
    expect(withOutcome(one, "BREAK_OFF", 1)).toMatchObject({ refused: 1, left: 1 });
    expect(withOutcome(one, "COMPLETE", -1)).toEqual(cell(2));
    expect(withOutcome(one, "SOMETHING_NEW", 1)).toEqual(one);
    // More than wanted leaves nothing, not less than nothing.
    expect(withOutcome(cell(2, 2), "COMPLETE", 1)).toMatchObject({ complete: 3, left: 0 });
});

test("the fuller the darker; what is not in the plan has no shade", () => {
    expect(shadeOf(undefined)).toBe("hidden");
    expect(shadeOf(cell(0))).toBe("hidden");
    expect([0, 1, 5, 6, 10, 15, 19, 20].map((done) => shadeOf(cell(20, done)))).toEqual([
        0, 1, 1, 2, 2, 3, 4, 5,
    ]);
});

test("every so many persons one is asked", () => {
    expect([0, 1, 4, 5, 6, 10].map((counted) => isTurn(counted, 5))).toEqual([
        false,
        false,
        false,
        true,
        false,
        true,
    ]);
    expect([0, 4, 5, 7].map((counted) => untilTurn(counted, 5))).toEqual([5, 1, 5, 3]);
    expect(isTurn(1, 1)).toBe(true);
});

test("what a draw gave, by district", () => {
    const one = (district: string, drawn: boolean, probability?: number) => ({
        district,
        drawn,
        removed: false,
        ...(probability !== undefined && { probability }),
    });
    expect(
        drawnByDistrict([
            one("RM-I", true, 0.5),
            one("RM-I", true, 0.25),
            one("RM-I", false, 0.1),
            one("RM-X", false),
            { ...one("RM-X", true, 1), removed: true },
        ]),
    ).toEqual([
        { district: "RM-I", frame: 3, drawn: 2, least: 0.25, most: 0.5 },
        { district: "RM-X", frame: 1, drawn: 0, least: null, most: null },
    ]);
});

test("a list is read as it is pasted; what is no unit is told by its line", () => {
    const districts = [
        { code: "RM-I", name: "Municipio I" },
        { code: "RM-II", name: "Municipio II" },
    ];
    const text = [
        "Casa Aperta; coordinatrice; RM-I; 06 555 0101",
        "",
        "Sportello Sole\tassistente sociale\tmunicipio ii",
        "Nessuna zona; medico; RM-XX",
        "; medico; RM-I",
    ].join("\r\n");
    expect(readUnitLines(text, districts)).toEqual({
        units: [
            {
                organisation: "Casa Aperta",
                position: "coordinatrice",
                district: "RM-I",
                contact: "06 555 0101",
            },
            {
                organisation: "Sportello Sole",
                position: "assistente sociale",
                district: "RM-II",
                contact: null,
            },
        ],
        wrong: [4, 5],
    });
});

test("numbers are typed in many ways", () => {
    expect(asWritten("12,5")).toBe("12.5");
    expect(asWritten(" ٣٤ ")).toBe("34");
    expect(asWritten("২৫")).toBe("25");
    expect(asWritten("−3")).toBe("-3");
    expect(asWritten("trenta")).toBe("trenta");
    expect(numberIn("37,5")).toBe(37.5);
    expect(numberIn("  ")).toBeNull();
    // The server is to say that this is none.
    expect(numberIn("tanti")).toBe("tanti");
});

test("the same hours once a week", () => {
    expect(weeklyFrom("2026-12-22", 3)).toEqual(["2026-12-22", "2026-12-29", "2027-01-05"]);
});

test("what is wrong in a workbook stands by sheet, row and column", () => {
    const error = (field: string) => ({ field, code: "survey.form.x", title: "Così no" });
    const problem = new Problem(422, "survey.form_faulty", "", {}, [
        error("survey!12.relevant"),
        error("choices!3.label::Italiano (it)"),
        error("settings"),
    ]);
    expect(faultsOf(problem)).toEqual([
        { sheet: "survey", row: 12, column: "relevant", title: "Così no" },
        { sheet: "choices", row: 3, column: "label::Italiano (it)", title: "Così no" },
        { sheet: "settings", row: null, column: "", title: "Così no" },
    ]);
    expect(faultsOf(new Problem(422, "core.input_invalid", "", {}, [error("content")]))).toEqual(
        [],
    );
});

test("whoever answers is spoken to in their language, the way they read", () => {
    expect(sayIn("ar")("next")).toBe("التالي");
    expect(sayIn("ar-EG")("next")).toBe("التالي");
    // One that nobody has worded yet: that of the form, at the last Italian.
    expect(sayIn("ti", "fr")("next")).toBe("Suivant");
    expect(sayIn("ti", "so")("next")).toBe("Avanti");
    expect(sayIn("it")("progress", { n: 2, all: 9 })).toBe("2 di 9");
    expect(["ar", "ar-EG", "fa", "ur", "it", "zh"].map(directionOf)).toEqual([
        "rtl",
        "rtl",
        "rtl",
        "rtl",
        "ltr",
        "ltr",
    ]);
    expect(ownNameOf("ar")).toBe("العربية");
    expect(ownNameOf("fr")).toBe("Français");
});
