// SPDX-License-Identifier: EUPL-1.2
// The quarter of that day and those before it: "2026-Q4", "2026-Q3", …
export function lastQuarters(day: string, many: number): string[] {
    const year = Number(day.slice(0, 4));
    const quarter = Math.floor((Number(day.slice(5, 7)) - 1) / 3);
    return Array.from({ length: many }, (_, back) => {
        const at = year * 4 + quarter - back;
        return `${Math.floor(at / 4)}-Q${(at % 4) + 1}`;
    });
}
