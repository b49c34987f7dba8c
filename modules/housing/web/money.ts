// SPDX-License-Identifier: EUPL-1.2
// Amounts travel as decimal texts ("450.50") and are never numbers here: a browser reckons in
// binary.
import { locale } from "web/words/words";

// "450,50" as it is typed becomes "450.50"; what is no amount stays as it is, and the server says
// so.
export function amountOf(typed: string): string {
    const text = typed.replaceAll(/[\s€]/g, "");
    return text.includes(".") ? text : text.replace(",", ".");
}

// "1234.50" as "1.234,50 €". The digits are grouped as a text.
export function euro(amount: string): string {
    const [euros = "0", cents = "00"] = amount.split(".");
    const isEnglish = locale().startsWith("en");
    const grouped = euros.replaceAll(/\B(?=(\d{3})+$)/g, isEnglish ? "," : ".");
    return isEnglish ? `€${grouped}.${cents}` : `${grouped},${cents}\u00a0€`;
}
