// SPDX-License-Identifier: EUPL-1.2
// In a park there may be no signal: who is there is marked, and a day is written down, on the
// phone. Whether everybody is insured the server says, when there is a signal again.
import type { Answer } from "web/api/acts";
import {
    type Book,
    changedRow,
    findRow,
    type OfflinePart,
    type OfflineRead,
    type QueuedAct,
    rowsOf,
} from "web/phone/offline";
import { labelOf } from "web/api/vocabulary";
import { daysLater, formatDay, today } from "web/words/format";
import type { Attendance, Day, Participant, Project, ProjectLine } from "./types";

const PROJECTS = "civic_projects";
const LINES = "civic_lines";
const PROJECTS_MOST = 5;
const SOON_DAYS = 3;

function dayIn(book: Book, id: string): { project: Project; day: Day } | undefined {
    for (const project of rowsOf<Project>(book, PROJECTS)) {
        const day = project.days.find((each) => each.id === id);
        if (day) return { project, day };
    }
    return undefined;
}

// What somebody has worked follows from the days.
function withMinutes(participant: Participant, days: Day[]): Participant {
    const minutes = days
        .flatMap(({ attendances }) => attendances)
        .filter((each) => each.participant === participant.id)
        .reduce((sum, each) => sum + (each.minutes ?? 0), 0);
    return { ...participant, minutes };
}

function withDays(book: Book, id: string, change: (days: Day[]) => Day[]): Book {
    return changedRow<Project>(book, PROJECTS, id, (project) => {
        const days = change(project.days);
        const participants = project.participants.map((each) => withMinutes(each, days));
        return { ...project, days, participants };
    });
}

function said(
    day: Day,
    participant: string,
    { state, minutes }: { state?: string | null; minutes?: number | null },
): Attendance {
    return {
        day: day.id,
        participant,
        state: state ?? null,
        minutes: state === "worked" ? (minutes ?? day.minutes) : null,
    };
}

function withSaid(book: Book, attendance: Attendance): Book {
    const found = dayIn(book, attendance.day);
    if (!found) return book;
    return withDays(book, found.project.id, (days) =>
        days.map((day) => {
            if (day.id !== attendance.day) return day;
            const others = day.attendances.filter(
                (each) => each.participant !== attendance.participant,
            );
            const all = attendance.state ? [...others, attendance] : others;
            return { ...day, attendances: all };
        }),
    );
}

const set_attendance: QueuedAct<"civic.set_attendance"> = {
    clock: "at",
    about: ({ body }) => labelOf("civic_attendance", body.state),
    // Of the participant: what is refused of one holds nobody else of that day back.
    thing: ({ path }) => path.participant,
    needs: ({ path }) => [path.day],
    apply: (book, { path, body }) => {
        const day = dayIn(book, path.day)?.day;
        return day ? withSaid(book, said(day, path.participant, body)) : book;
    },
    answer: (book, { path }) => {
        const day = dayIn(book, path.day)?.day;
        const known = day?.attendances.find((each) => each.participant === path.participant);
        return known ?? { ...path, state: null, minutes: null };
    },
    // Somebody may have corrected it since: what the server answers stands.
    arrived: withSaid,
};

const add_day: QueuedAct<"civic.add_day"> = {
    makes: true,
    about: ({ body }) => (body.day ? formatDay(body.day) : ""),
    thing: ({ body }) => body.id,
    missing: ({ body }) => (body.day ? [] : ["day"]),
    apply: (book, { path, body }) =>
        withDays(book, path.project, (days) => {
            const day: Day = {
                id: body.id,
                project: path.project,
                day: body.day,
                begins: body.begins ?? null,
                minutes: body.minutes,
                what: body.what ?? null,
                attendances: [],
            };
            const all = [day, ...days.filter(({ id }) => id !== body.id)];
            return all.toSorted((one, other) => other.day.localeCompare(one.day));
        }),
    answer: (book, { body }) => dayIn(book, body.id)!.day,
};

const cancel_day: QueuedAct<"civic.cancel_day"> = {
    thing: ({ path }) => path.id,
    apply: (book, { path }) => {
        const found = dayIn(book, path.id);
        if (!found) return book;
        return withDays(book, found.project.id, (days) =>
            days.filter(({ id }) => id !== path.id),
        );
    },
    answer: () => undefined as Answer<"civic.cancel_day">,
};

const get_project: OfflineRead<"civic.get_project"> = {
    answer: (book, { path }) => findRow<Project>(book, PROJECTS, path.id),
    book: (project) => ({ [PROJECTS]: [project] }),
};

const list_projects: OfflineRead<"civic.list_projects"> = {
    answer: (book) => ({ items: rowsOf<ProjectLine>(book, LINES) }),
    book: ({ items }) => ({ [LINES]: items }),
};

const offline: OfflinePart = {
    needs: "civic.set_attendance",
    load: async (ask) => {
        const { items } = await ask("civic.list_projects", {});
        // Who takes part is taken along only where somebody is to meet soon.
        const soon = daysLater(today(), SOON_DAYS);
        const going = items
            .filter(({ state, next_on: next }) => state === "running" && next && next <= soon)
            .slice(0, PROJECTS_MOST);
        const projects = await Promise.all(
            going.map(({ id }) =>
                ask("civic.get_project", { path: { id } }, { purpose: "care" }),
            ),
        );
        return { [LINES]: items, [PROJECTS]: projects };
    },
    acts: {
        "civic.set_attendance": set_attendance,
        "civic.add_day": add_day,
        "civic.cancel_day": cancel_day,
    },
    reads: { "civic.list_projects": list_projects, "civic.get_project": get_project },
};

export default offline;
