// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from "vitest";
import { link, match, placeOf } from "./router";

describe("placeOf", () => {
    test("an empty hash is the start", () => {
        expect(placeOf("")).toEqual({ path: "/", query: {} });
        expect(placeOf("#/")).toEqual({ path: "/", query: {} });
    });

    test("reads the path and what follows the question mark", () => {
        expect(placeOf("#/people/7/merge?with=8&x=a%20b")).toEqual({
            path: "/people/7/merge",
            query: { with: "8", x: "a b" },
        });
    });

    test("a slash at the end changes nothing", () => {
        expect(placeOf("#/people/").path).toBe("/people");
    });
});

describe("match", () => {
    test("names the parts of the path", () => {
        expect(match("/people/:person/merge", "/people/7/merge")).toEqual({ person: "7" });
    });

    test("needs every part, and no more", () => {
        expect(match("/people/:person", "/people")).toBeUndefined();
        expect(match("/people/:person", "/people/")).toBeUndefined();
        expect(match("/people/:person", "/people/7/merge")).toBeUndefined();
        expect(match("/people/new", "/people/7")).toBeUndefined();
    });

    test("decodes a part, and refuses what cannot be decoded", () => {
        expect(match("/about/:subject", "/about/a%2Fb")).toEqual({ subject: "a/b" });
        expect(match("/about/:subject", "/about/%")).toBeUndefined();
    });
});

describe("link", () => {
    test("leaves out what has no value", () => {
        expect(link("/cases/new", { person: "7", team: undefined, day: "" })).toBe(
            "#/cases/new?person=7",
        );
        expect(link("/cases")).toBe("#/cases");
    });

    test("is read back as it was written", () => {
        const { path, query } = placeOf(link("/people/7", { text: "a&b=c d" }));
        expect({ path, query }).toEqual({ path: "/people/7", query: { text: "a&b=c d" } });
    });
});
