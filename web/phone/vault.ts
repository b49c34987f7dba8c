// SPDX-License-Identifier: EUPL-1.2
// Sealing on the phone: AES-GCM with one random key for all that an account keeps there. That key is
// itself sealed twice: once by the operator's PIN together with a secret that the server has given
// to this device, so that the phone opens without a network; once by the server's secret alone,
// which the phone does not keep, so that a forgotten PIN loses nothing.
// docs/decisions/0010-the-phone-without-signal.md says what this protects from, and what not.
import type { KeyRing, Sealed } from "./storage";

// What OWASP asks of PBKDF2 with SHA-256: about a second on a slow phone.
export const PIN_ITERATIONS = 600_000;
export const PIN_LENGTH = 6;
export const WRONG_PINS_MAX = 10;

type Bytes = Uint8Array<ArrayBuffer>;

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const AES = { name: "AES-GCM", length: 256 };
const HMAC = { name: "HMAC", hash: "SHA-256" };

export class WrongPin extends Error {}

// A PIN that whoever finds the phone tries first.
export function isEasyPin(pin: string): boolean {
    const steps = [...pin].slice(1).map((digit, index) => Number(digit) - Number(pin[index]));
    return steps.every((step) => step === steps[0] && Math.abs(step) <= 1);
}

export function isPin(text: string): boolean {
    return new RegExp(`^\\d{${PIN_LENGTH},12}$`).test(text);
}

function randomBytes(length: number): Bytes {
    return crypto.getRandomValues(new Uint8Array(length));
}

export function bytesOfBase64Url(text: string): Bytes {
    const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    return Uint8Array.from(binary, (char) => char.charCodeAt(0));
}

async function encrypt(key: CryptoKey, bytes: Bytes, place: string): Promise<Sealed> {
    const iv = randomBytes(12);
    const additionalData = encoder.encode(place);
    const data = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData }, key, bytes);
    return { iv, data: new Uint8Array(data) };
}

async function decrypt(key: CryptoKey, { iv, data }: Sealed, place: string): Promise<Bytes> {
    const additionalData = encoder.encode(place);
    const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv, additionalData }, key, data);
    return new Uint8Array(plain);
}

// Seals values where they are kept, and opens them nowhere else: a row moved to another place does
// not open.
export class Vault {
    constructor(private readonly key: CryptoKey) {}

    seal(value: unknown, place: string): Promise<Sealed> {
        return encrypt(this.key, encoder.encode(JSON.stringify(value)), place);
    }

    async open<Value>(sealed: Sealed, place: string): Promise<Value> {
        return JSON.parse(decoder.decode(await decrypt(this.key, sealed, place))) as Value;
    }
}

// Half of the key: of the server's secret, for one of its two uses.
async function halfOf(secret: Bytes, use: "pin" | "server"): Promise<Bytes> {
    const whole = await crypto.subtle.importKey("raw", secret, HMAC, false, ["sign"]);
    return new Uint8Array(await crypto.subtle.sign("HMAC", whole, encoder.encode(`lgnet ${use}`)));
}

async function linkOf(secret: Bytes): Promise<CryptoKey> {
    return crypto.subtle.importKey("raw", await halfOf(secret, "pin"), HMAC, false, ["sign"]);
}

async function serverKey(secret: Bytes): Promise<CryptoKey> {
    const bytes = await halfOf(secret, "server");
    return crypto.subtle.importKey("raw", bytes, AES, false, ["encrypt", "decrypt"]);
}

async function stretched(text: string, salt: Bytes, iterations: number): Promise<Bytes> {
    const base = await crypto.subtle.importKey("raw", encoder.encode(text), "PBKDF2", false, [
        "deriveBits",
    ]);
    const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations };
    return new Uint8Array(await crypto.subtle.deriveBits(how, base, 256));
}

async function pinKey(keys: KeyRing, pin: string): Promise<CryptoKey> {
    if (!keys.link) throw new WrongPin();
    const typed = await stretched(pin, keys.salt, keys.iterations);
    const bytes = await crypto.subtle.sign("HMAC", keys.link, typed);
    return crypto.subtle.importKey("raw", bytes, AES, false, ["encrypt", "decrypt"]);
}

async function vaultOf(raw: Bytes): Promise<Vault> {
    return new Vault(await crypto.subtle.importKey("raw", raw, AES, false, ["encrypt", "decrypt"]));
}

async function ringFor(raw: Bytes, pin: string, secret: Bytes, turns: number): Promise<KeyRing> {
    const keys: KeyRing = {
        salt: randomBytes(16),
        iterations: turns,
        link: await linkOf(secret),
        by_server: await encrypt(await serverKey(secret), raw, "key by server"),
    };
    keys.by_pin = await encrypt(await pinKey(keys, pin), raw, "key by pin");
    return keys;
}

export interface Opened {
    keys: KeyRing;
    vault: Vault;
}

// For a phone that is being prepared. `secret` is the server's, base64url.
export async function makeKeys(
    pin: string,
    secret: string,
    iterations = PIN_ITERATIONS,
): Promise<Opened> {
    const raw = randomBytes(32);
    const keys = await ringFor(raw, pin, bytesOfBase64Url(secret), iterations);
    return { keys, vault: await vaultOf(raw) };
}

export async function openWithPin(keys: KeyRing, pin: string): Promise<Vault> {
    if (!keys.by_pin) throw new WrongPin();
    const key = await pinKey(keys, pin);
    try {
        return await vaultOf(await decrypt(key, keys.by_pin, "key by pin"));
    } catch {
        throw new WrongPin();
    }
}

// With the secret that the server gives after a log-in, and a new PIN from now on.
export async function openWithSecret(keys: KeyRing, secret: string, pin: string): Promise<Opened> {
    const bytes = bytesOfBase64Url(secret);
    const raw = await decrypt(await serverKey(bytes), keys.by_server, "key by server");
    const renewed = await ringFor(raw, pin, bytes, keys.iterations);
    return { keys: renewed, vault: await vaultOf(raw) };
}

// What is left when the PIN was wrong too often: nothing on the phone opens it.
export function withoutPin({ salt, iterations, by_server }: KeyRing): KeyRing {
    return { salt, iterations, by_server };
}

// ---- what leaves the phone as a file

// Eighty bits that one can write down: no letter that looks like a digit.
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

export function makeFileCode(): string {
    const letters = Array.from(randomBytes(16), (byte) => ALPHABET[byte % 32]).join("");
    return letters.replace(/(.{4})(?=.)/g, "$1-");
}

function tidyCode(code: string): string {
    const letters = code.toUpperCase().replaceAll("O", "0").replace(/[IL]/g, "1");
    return letters.replace(/[^0-9A-Z]/g, "");
}

export async function fileVault(code: string, salt: Bytes): Promise<Vault> {
    // Nobody tries all of eighty bits: no need to make each try slow.
    return vaultOf(await stretched(tidyCode(code), salt, 10_000));
}

export function makeSalt(): Bytes {
    return randomBytes(16);
}
