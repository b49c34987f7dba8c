// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from "vitest";
import { amountOf, euro } from "./money";

test("what is typed with a comma travels with a point", () => {
    expect(amountOf("450,50")).toBe("450.50");
    expect(amountOf(" 450 € ")).toBe("450");
    expect(amountOf("450.50")).toBe("450.50");
    // It could be a thousand and more, or one and a half: the server refuses it.
    expect(amountOf("1.500,00")).toBe("1.500,00");
});

test("an amount is read in groups of three, to the cent", () => {
    expect(euro("450.05")).toBe("450,05\u00a0€");
    expect(euro("1234567.50")).toBe("1.234.567,50\u00a0€");
    expect(euro("0.00")).toBe("0,00\u00a0€");
});
