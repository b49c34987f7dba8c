// SPDX-License-Identifier: EUPL-1.2
// The part of the day of a time, as planning.cpp has it; none of what is no time yet.
export function bandOf(time: string): string | undefined {
    const hour = /^(\d\d):\d\d$/.exec(time)?.[1];
    if (hour === undefined) return undefined;
    const number = Number(hour);
    if (number < 6 || number >= 22) return "night";
    if (number < 12) return "morning";
    return number < 18 ? "afternoon" : "evening";
}
