// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from "vitest";
import { mayBeEntrusted, ofAgeText } from "./ages";

const NOW = "2026-11-24";

test("says when a minor comes of age, and how sure that is", () => {
    const born = (of_age_on: string, of_age_estimated: boolean) =>
        ofAgeText({ of_age_on, of_age_estimated }, NOW);
    expect(born("2027-03-02", false)).toBe("18 anni il 2 mar 2027");
    expect(born("2027-01-01", true)).toBe("18 anni circa nel 2027");
    expect(born("2026-01-01", true)).toBe("18 anni circa nel 2026"); // perhaps not yet
    expect(born("2026-11-24", false)).toBe("18 anni compiuti il 24 nov 2026");
    expect(born("2025-12-31", true)).toBe("18 anni compiuti circa nel 2025");
    expect(ofAgeText({ of_age_estimated: false }, NOW)).toBe("età non rilevata");
});

test("offers the équipe to whoever may be under 21", () => {
    expect(mayBeEntrusted({}, NOW)).toBe(true);
    expect(mayBeEntrusted({ birth_year: 2011 }, NOW)).toBe(true);
    expect(mayBeEntrusted({ birth_year: 2005 }, NOW)).toBe(true); // a birthday still to come
    expect(mayBeEntrusted({ birth_year: 2004 }, NOW)).toBe(false);
    expect(mayBeEntrusted({ birth_year: 2005, birth_date: "2005-11-25" }, NOW)).toBe(true);
    expect(mayBeEntrusted({ birth_year: 2005, birth_date: "2005-11-24" }, NOW)).toBe(false);
});
