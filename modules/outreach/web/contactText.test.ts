// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from "vitest";
import type { Contact } from "web/api/acts";
import { contactText, contactWish, freshContact, mostUsedFirst } from "./contactText";

const now = new Date("2026-11-23T23:30:00Z");

describe("a contact in the form", () => {
    test("is where and when the last one was, and nothing else of it", () => {
        const text = freshContact(now, { setting: "STATION", district: "RM-I" });
        expect(text).toMatchObject({
            day: "2026-11-24",
            clock: "00:30",
            setting: "STATION",
            district: "RM-I",
            who: "nobody",
            languages: [],
            outcome: "",
        });
    });

    test("becomes a wish in which empty texts are absent", () => {
        const text = { ...freshContact(now), setting: "STREET", note: "  ", outcome: "INFO_ONLY" };
        const wish = contactWish(text, "outing-1");
        expect(wish).toMatchObject({
            outing: "outing-1",
            at: "2026-11-23T23:30:00.000Z",
            nickname: null,
            person: null,
            note: null,
        });
    });

    test("keeps only who it says it is, whatever was typed before", () => {
        const text = { ...freshContact(now), nickname: "Il Lungo", person: "p1" };
        expect(contactWish({ ...text, who: "nobody" }, null)).toMatchObject({
            nickname: null,
            person: null,
        });
        expect(contactWish({ ...text, who: "nickname" }, null)).toMatchObject({
            nickname: "Il Lungo",
            person: null,
        });
        expect(contactWish({ ...text, who: "person" }, null)).toMatchObject({
            nickname: null,
            person: "p1",
        });
    });

    test("comes back as it was recorded", () => {
        const wish = contactWish(
            { ...freshContact(now), who: "nickname", nickname: "Il Lungo", languages: ["fr"] },
            null,
        );
        const contact = { ...wish, id: "c1", recorded_by_name: "Giulia", day: "2026-11-24" };
        expect(contactWish(contactText(contact as Contact), null)).toEqual(wish);
    });
});

test("what was used most comes first; the rest keeps its order", () => {
    const options = ["a", "b", "c", "d"].map((value) => ({ value, label: value }));
    const used = (...interventions: string[]) => ({ interventions }) as Contact;
    const sorted = mostUsedFirst(options, [used("d", "c"), used("d")], "interventions");
    expect(sorted.map(({ value }) => value)).toEqual(["d", "c", "a", "b"]);
});
