// SPDX-License-Identifier: EUPL-1.2
// What stands on the card of a person, typed or read by a scanner, which types too: "RM-000123".
const CARD = /([a-z]{2})[\s-]*0*(\d{1,6})$/i;

// As the server writes it; undefined where it is no number of a person.
export function readCard(text: string): string | undefined {
    const [, city, digits] = CARD.exec(text.trim()) ?? [];
    if (!city || !digits) return undefined;
    return `${city.toUpperCase()}-${digits.padStart(6, "0")}`;
}
