// SPDX-License-Identifier: EUPL-1.2
// What is said of projects, of who takes part, and of days of work.
import { nameOf } from "modules/people/web/PersonLine";
import { labelOf } from "web/api/vocabulary";
import { formatDay, formatWeekday } from "web/words/format";
import { count, t } from "web/words/words";
import type { Attendance, Day, Participant, Picture, Project } from "./types";

export const SOON_DAYS = 30;

export function hoursText(minutes: number): string {
    return count("page.civic.hours", Math.round(minutes / 15) / 4);
}

// A resident may have no name here: then it is the number that tells one from another.
export function participantName(participant: Participant): string {
    const { kind, person_card: card, first_name, number } = participant;
    if (card) return nameOf(card);
    // Whose record was taken back as a mistake.
    if (kind === "migrant") return labelOf("civic_participant", kind);
    const n = String(number);
    if (!first_name) return t("page.civic.resident", { n });
    return t("page.civic.resident_named", { name: first_name, n });
}

export function dayTitle({ day, begins }: Day): string {
    return [`${formatWeekday(day)} ${formatDay(day)}`, begins].filter(Boolean).join(", ");
}

export function attendanceOf(day: Day, participant: string): Attendance | undefined {
    return day.attendances.find((each) => each.participant === participant);
}

export function countOf(day: Day, state: string): number {
    return day.attendances.filter((each) => each.state === state).length;
}

export function minutesOf(day: Day): number {
    return day.attendances.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0);
}

// The one to come first, today's among them; days are sorted with the latest first.
export function nextDay(days: Day[], today: string): Day | undefined {
    return days.findLast(({ day }) => day >= today);
}

// Who is asked on a day: who took part then.
export function askedOn(day: Day, participants: Participant[]): Participant[] {
    return participants.filter(
        ({ id, joined_on, left_on }) =>
            (joined_on <= day.day && (!left_on || left_on >= day.day)) ||
            attendanceOf(day, id) !== undefined,
    );
}

// The first picture of before and the last of after stand side by side; the others below.
export function pairOf(pictures: Picture[]): { pair: Picture[]; others: Picture[] } {
    const before = pictures.find(({ moment }) => moment === "before");
    const after = pictures.findLast(({ moment }) => moment === "after");
    const pair = [before, after].filter((each) => each !== undefined);
    return { pair, others: pictures.filter((each) => !pair.includes(each)) };
}

// What has to be done about the insurance, if anything.
export function warningOf(project: Project, today: string, soon: string): string | undefined {
    if (project.cancelled || project.ended_on) return undefined;
    if (project.state === "uncovered") return t("page.civic.uncovered");
    if (!project.insured_until) return t("page.civic.not_insured");
    if (project.insured_until >= today && project.insured_until <= soon)
        return t("page.civic.ends_soon", { day: formatDay(project.insured_until) });
    return undefined;
}
