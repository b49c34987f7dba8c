// SPDX-License-Identifier: EUPL-1.2
// Days and hours as texts of a questionnaire: worked out from the text alone, so that a phone and
// the server come to the same wherever they are.

// The day since 1 January 1970, and the time of that day where one is said: the one on the wall
// where it was written, whatever the offset.
export interface Moment {
    days: number;
    milliseconds?: number;
}

const DAY = /^(\d{4})-(\d{2})-(\d{2})(?:T(.+))?$/;
const CLOCK = /^(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d+))?)?(?:Z|[+-](\d{2})(?::?(\d{2}))?)?$/;
const DAY_MILLISECONDS = 86_400_000;

export function momentOf(text: string): Moment | undefined {
    const found = DAY.exec(text.trim());
    if (!found) return undefined;
    const [, year, month, day, clock] = found;
    // Years before 100 are those of the first century, not of the last.
    const date = new Date(0);
    date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
    const isDay = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
    if (!isDay || Number(month) > 12) return undefined;
    const days = Math.floor(date.getTime() / DAY_MILLISECONDS);
    if (clock === undefined) return { days };
    const milliseconds = dayTimeOf(clock);
    return milliseconds === undefined ? undefined : { days, milliseconds };
}

// "21:15:00.000+01:00" in milliseconds of the day.
export function dayTimeOf(text: string): number | undefined {
    const found = CLOCK.exec(text);
    if (!found) return undefined;
    const [, hours, minutes, seconds = "0", fraction = "0", ahead = "0", beside = "0"] = found;
    const isClock =
        Number(hours) < 24 && Number(minutes) < 60 && Number(seconds) < 60 &&
        Number(ahead) <= 14 && Number(beside) < 60;
    if (!isClock) return undefined;
    const whole = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
    return whole * 1000 + Number(fraction.slice(0, 3).padEnd(3, "0"));
}

export function daysOf({ days, milliseconds = 0 }: Moment): number {
    return days + milliseconds / DAY_MILLISECONDS;
}

export function dayText(days: number): string {
    const date = new Date(days * DAY_MILLISECONDS);
    const year = String(date.getUTCFullYear()).padStart(4, "0");
    return `${year}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`;
}

const two = (value: number): string => String(value).padStart(2, "0");

// The letters that do not depend on a language; any other after a % says nothing.
export function formatted({ days, milliseconds = 0 }: Moment, format: string): string {
    const at = new Date(days * DAY_MILLISECONDS + milliseconds);
    const parts: Record<string, string> = {
        Y: String(at.getUTCFullYear()).padStart(4, "0"),
        y: two(at.getUTCFullYear() % 100),
        m: two(at.getUTCMonth() + 1),
        n: String(at.getUTCMonth() + 1),
        d: two(at.getUTCDate()),
        e: String(at.getUTCDate()),
        H: two(at.getUTCHours()),
        h: String(at.getUTCHours()),
        M: two(at.getUTCMinutes()),
        S: two(at.getUTCSeconds()),
        "3": String(at.getUTCMilliseconds()).padStart(3, "0"),
    };
    return format.replace(/%(.?)/g, (_, letter: string) => parts[letter] ?? "");
}
