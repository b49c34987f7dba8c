// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import words from "modules/monitoring/words/it.json";
import type { IndicatorDefinition } from "web/api/acts";
import {
    cellLabel,
    formatBasis,
    formatFigure,
    formatTotal,
    leftOutInWords,
    shadeOf,
} from "./figures";

const definition = {
    kinds: [{ code: "night", it: "Di notte", en: "By night" }],
    leaves_out: [{ code: "not_found", it: "Nessuno incontrato.", en: "Nobody met." }],
    remarks: [],
} as unknown as IndicatorDefinition;

test("a figure says its unit", () => {
    expect(formatFigure("events", { value: 1204 })).toBe("1204");
    expect(formatFigure("events", { value: 12_040 })).toBe("12.040");
    expect(formatFigure("share", { value: 0.416, numerator: 10, denominator: 24 })).toBe("42%");
    expect(formatFigure("days", { value: 1, denominator: 9 })).toBe("1 giorno");
    expect(formatFigure("days", { value: 5.5, denominator: 9 })).toBe("5,5 giorni");
    expect(formatFigure("hours", { value: 1.25, denominator: 9 })).toBe("1,3 ore");
    expect(formatFigure("hours", { value: 1, denominator: 9 })).toBe("1 ora");
    expect(formatFigure("hours", { value: 0.75, denominator: 9 })).toBe("45 minuti");
});

test("a suppressed figure, one that cannot be, and one of nothing are three things", () => {
    expect(formatFigure("events", { suppressed: true })).toBe("non mostrato");
    expect(formatFigure("share", { denominator: 0 })).toBe("nessun caso");
    expect(formatFigure("events", undefined)).toBe("0");
});

test("a total that a statement does not have was not counted, which is not zero", () => {
    expect(formatTotal("events", undefined)).toBe("non contato");
    expect(formatTotal("events", { value: 0 })).toBe("0");
});

test("a share and a median say what they stand on", () => {
    expect(formatBasis("share", { value: 0.4, numerator: 10, denominator: 24 })).toBe("10 su 24");
    expect(formatBasis("days", { value: 5, p90: 40, denominator: 1 })).toBe(
        "90% entro 40 giorni · 1 caso",
    );
    expect(formatBasis("events", { value: 5 })).toBe("");
    expect(formatBasis("share", { suppressed: true })).toBe("");
});

test("cells have words, and unknown ones show as they are", () => {
    const name = (code: string) => `Municipio ${code}`;
    expect(cellLabel(definition, "district", "RM-I", name)).toBe("Municipio RM-I");
    expect(cellLabel(definition, "kind", "night", name)).toBe("Di notte");
    expect(cellLabel(definition, "age", "under_18", name)).toBe("Meno di 18 anni");
    expect(cellLabel(definition, "month", "2026-08", name)).toBe("Agosto 2026");
    expect(cellLabel(definition, "setting", "not_recorded", name)).toBe("Non rilevato");
});

test("what is left out is said for one and for many", () => {
    const of = (indicator: string, reason: string, count: number) =>
        leftOutInWords({ ...definition, code: indicator }, { indicator, reason, count, counted: false });
    expect(of("NET-02", "not_found", 1)).toBe("1 persona soltanto cercata e mai trovata nel periodo");
    expect(of("NET-02", "not_found", 2)).toBe("2 persone soltanto cercate e mai trovate nel periodo");
    expect(of("NET-01", "birth_year_estimated", 1)).toBe("1 anno di nascita è stimato");
    expect(of("NET-01", "birth_year_estimated", 1204)).toBe("1204 anni di nascita sono stimati");
    // One that the catalogue has and these pages have never heard of, and one that nobody knows.
    expect(of("NEW-01", "not_found", 3)).toBe("Nessuno incontrato: 3");
    expect(of("NEW-01", "new_reason", 3)).toBe("new_reason: 3");
});

// A reason that the catalogue has no more needs no words; a misspelt one would never be found.
test("every reason that is worded is one of the catalogue's", () => {
    const worded = Object.keys(words).flatMap((key) => {
        const found = /^page\.monitoring\.reason\.([A-Z].*)\.(\w+)\.other$/.exec(key);
        return found ? [{ indicator: found[1]!, reason: found[2]! }] : [];
    });
    expect(worded.length).toBeGreaterThan(10);
    for (const { indicator, reason } of worded) {
        const definitions = readFileSync(`catalogue/indicators/${indicator}.toml`, "utf8");
        expect(definitions).toContain(`code = "${reason}"`);
    }
});

test("shades go from nothing to the top", () => {
    expect([0, 1, 20, 21, 99, 100].map((value) => shadeOf(value, 100))).toEqual([0, 1, 1, 2, 5, 5]);
    expect(shadeOf(null, 100)).toBe(0);
    expect(shadeOf(0, 0)).toBe(0);
});
