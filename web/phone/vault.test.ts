// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from "vitest";
import {
    fileVault,
    isEasyPin,
    isPin,
    makeFileCode,
    makeKeys,
    makeSalt,
    openWithPin,
    openWithSecret,
    withoutPin,
    WrongPin,
} from "./vault";

const SECRET = "c2EiKbRv39ArbMBMjIa7iug0wD7Mn1FSsWt2aYgqSWw";
const OTHER = "kTNshJuSkD8sa7EznIH7dg4gNIfNpfh_qzOkdmPkg_4";
const FEW = 10; // turns of the key: a test need not be slow

test("the PIN opens without a network, another one does not", async () => {
    const { keys, vault } = await makeKeys("271828", SECRET, FEW);
    const sealed = await vault.seal({ nickname: "Il Lungo" }, "item 1");
    const opened = await openWithPin(keys, "271828");
    expect(await opened.open(sealed, "item 1")).toEqual({ nickname: "Il Lungo" });
    await expect(openWithPin(keys, "271829")).rejects.toThrow(WrongPin);
});

test("what is sealed says nothing, and opens only where it was kept", async () => {
    const { vault } = await makeKeys("271828", SECRET, FEW);
    const sealed = await vault.seal({ nickname: "Il Lungo" }, "item 1");
    expect(new TextDecoder().decode(sealed.data)).not.toContain("Lungo");
    await expect(vault.open(sealed, "item 2")).rejects.toBeInstanceOf(DOMException);
    sealed.data[0]! ^= 1;
    await expect(vault.open(sealed, "item 1")).rejects.toBeInstanceOf(DOMException);
});

test("the PIN alone is not enough: half of the key is of the device's secret", async () => {
    const { keys } = await makeKeys("271828", SECRET, FEW);
    const elsewhere = await makeKeys("271828", OTHER, FEW);
    const mixed = { ...keys, link: elsewhere.keys.link! };
    await expect(openWithPin(mixed, "271828")).rejects.toThrow(WrongPin);
    // The browser uses that half and shows it to nobody.
    await expect(crypto.subtle.exportKey("raw", keys.link!)).rejects.toBeInstanceOf(DOMException);
});

test("after ten wrong PINs only the server's secret opens, with a new PIN", async () => {
    const { keys, vault } = await makeKeys("271828", SECRET, FEW);
    const sealed = await vault.seal("kept", "item 1");
    const closed = withoutPin(keys);
    expect(Object.keys(closed)).toEqual(["salt", "iterations", "by_server"]);
    await expect(openWithPin(closed, "271828")).rejects.toThrow(WrongPin);
    await expect(openWithSecret(closed, OTHER, "314159")).rejects.toBeInstanceOf(DOMException);

    const again = await openWithSecret(closed, SECRET, "314159");
    expect(await again.vault.open(sealed, "item 1")).toBe("kept");
    await openWithPin(again.keys, "314159");
    await expect(openWithPin(again.keys, "271828")).rejects.toThrow(WrongPin);
});

test("PINs that anybody would try first", () => {
    for (const pin of ["000000", "123456", "654321", "999999"]) expect(isEasyPin(pin)).toBe(true);
    for (const pin of ["271828", "112233", "135791"]) expect(isEasyPin(pin)).toBe(false);
    for (const text of ["12345", "12345a", "", "1234567890123"]) expect(isPin(text)).toBe(false);
    expect(isPin("271828")).toBe(true);
});

test("the code of a file is read as it is written down, dashes and letters apart", async () => {
    const code = makeFileCode();
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    const salt = makeSalt();
    const sealed = await (await fileVault("0AB1-CDEF-GHJK-MNPQ", salt)).seal("kept", "file");
    const typed = await fileVault("oabl cdefghjk mnpq", salt);
    expect(await typed.open(sealed, "file")).toBe("kept");
});
