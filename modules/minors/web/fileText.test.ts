// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from "vitest";
import { fileSides, fileText, fileWish, missingNames } from "./fileText";

const known = {
    found_on: "2026-11-20",
    unaccompanied: true,
    guardian_name: "Anna Riva",
    disabled: true,
    disability: "1",
    family: ["1", "3"],
    measure: "4",
    measure_on: "2026-11-22",
    benefits: ["A1001", "A1002"],
};

test("comes back as it was, and what is not known is nothing", () => {
    const wish = fileWish(fileText(known));
    expect(wish).toMatchObject(known);
    expect(wish.guardian_phone).toBeNull();
    expect(wish.age_doubted_on).toBeNull();
    expect(fileWish(fileText({ unaccompanied: false, found_on: "2026-11-20" })).disabled).toBeNull();
});

test("lets go of what is said only together with something else", () => {
    const wish = fileWish({ ...fileText(known), disabled: "no", measure: "" });
    expect(wish).toMatchObject({ disabled: false, disability: null, measure: null });
    expect(wish.measure_on).toBeNull();
});

test("keeps what SINBA does not require, and lets a certificate go with its disability", () => {
    const more = { ...known, disability_certificate: "5", mother_education: "2", foster_form: "1" };
    const wish = fileWish(fileText(more));
    expect(wish).toMatchObject(more);
    expect(wish.father_education).toBeNull();
    expect(fileWish({ ...fileText(more), disabled: "no" }).disability_certificate).toBeNull();
});

test("takes the codes of benefits apart", () => {
    const benefits = " A1001,, A1002 ,";
    expect(fileWish({ ...fileText(known), benefits }).benefits).toEqual(["A1001", "A1002"]);
});

test("words every field for two sides", () => {
    const text = (field: string) => fileSides(known).find((side) => side.field === field)?.text;
    expect(text("found_on")).toBe("20 nov 2026");
    expect(text("unaccompanied")).toBe("Sì");
    expect(text("guardian_name")).toBe("Anna Riva");
    expect(text("benefits")).toBe("A1001, A1002");
    expect(text("school")).toBe("");
});

test("names what is missing of the file and of the person", () => {
    expect(missingNames(["school", "birth_year"])).toBe("Scuola frequentata, Anno di nascita");
    expect(missingNames(["age"])).toBe("Anno di nascita");
    expect(missingNames(["never_heard_of"])).toBe("never_heard_of");
});
