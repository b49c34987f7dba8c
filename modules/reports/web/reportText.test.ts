// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from "vitest";
import { freshReport, reportWish, withEmail } from "./reportText";

test("what is left empty is not sent as a text", () => {
    const wish = reportWish({ ...freshReport(), description: "  Un uomo a terra ", place: "  " });
    expect(wish.description).toBe("Un uomo a terra");
    expect(wish.place).toBeNull();
    expect(wish.priority).toBeNull();
    expect(wish.reporter).toEqual({
        name: null,
        phone: null,
        email: null,
        language: null,
        call_back: false,
    });
});

test("an e-mail fills in what it says and takes nothing away", () => {
    const typed = { ...freshReport(), reporterName: "Anna", description: "Ha chiamato anche lei." };
    const filled = withEmail(typed, {
        from_name: "Anna Bruni",
        from_address: "anna@example.org",
        subject: "Aiuto",
        body: "Un ragazzo dorme qui",
    });
    expect(filled.channel).toBe("email");
    expect(filled.reporterName).toBe("Anna");
    expect(filled.email).toBe("anna@example.org");
    expect(filled.description).toBe("Ha chiamato anche lei.\n\nAiuto\n\nUn ragazzo dorme qui");
    expect(filled.seenAt).toBe("");
});
