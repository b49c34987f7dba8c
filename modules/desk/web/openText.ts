// SPDX-License-Identifier: EUPL-1.2
// "Aperta adesso, fino alle 17:00": whether a site is open, and until or from when. The server says
// it by the hours of the site; here it is put into words.
import type { OpenNow } from "web/api/acts";
import { dayOf, formatLongDay, formatTime } from "web/words/format";
import { t } from "web/words/words";
import type { Site } from "./types";

type Known = OpenNow | null | undefined;

const NIGHT = 12 * 3_600_000;

// Nothing where nobody knows: no hours are written down.
export function openText(open: Known, now: number): string | undefined {
    if (!open) return undefined;
    if (!open.changes_at) return t("page.desk.open_always");
    const day = dayOf(new Date(open.changes_at));
    const facts = { time: formatTime(open.changes_at), day: formatLongDay(day) };
    // What closes after midnight closes this night: nobody needs the day.
    const soon = day === dayOf(new Date(now));
    if (open.is_open) {
        const tonight = soon || Date.parse(open.changes_at) - now < NIGHT;
        return t(tonight ? "page.desk.open_until" : "page.desk.open_until_day", facts);
    }
    return t(soon ? "page.desk.closed_until" : "page.desk.closed_until_day", facts);
}

// The same of what was asked a while ago: when it has changed since, nobody knows.
export function openTextOnce(open: Known, now: number): string | undefined {
    const is_over = open?.changes_at && Date.parse(open.changes_at) <= now;
    return is_over ? undefined : openText(open, now);
}

// A site to choose, and whether anybody is there.
export function siteOption({ id, name, open_now }: Site): { value: string; label: string } {
    const open = openTextOnce(open_now, Date.now());
    return { value: id, label: open ? `${name} (${open})` : name };
}
