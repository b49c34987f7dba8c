// SPDX-License-Identifier: EUPL-1.2
// Attendance without a signal. Whoever leads a workshop takes along the registers of their own
// sessions of these days, and nothing else; nobody else's phone takes any.
import { labelOf } from "web/api/vocabulary";
import {
    type Book,
    changedRow,
    findRow,
    type OfflinePart,
    type OfflineRead,
    type QueuedAct,
    type Row,
    rowsOf,
} from "web/phone/offline";
import { daysLater, today } from "web/words/format";
import type { Attender, Register, Workshop, WorkshopLine } from "./types";

const LINES = "workshops";
const PAGES = "workshop_pages";
const REGISTERS = "registers";
const DAYS_BEFORE = 14;
const DAYS_AFTER = 7;

interface RegisterRow extends Row, Register {}

const registerRow = (register: Register): RegisterRow => ({
    ...register,
    id: register.session.id,
});

function findAttender(book: Book, session: string, enrolment: string): Attender | undefined {
    const register = findRow<RegisterRow>(book, REGISTERS, session);
    return register?.items.find(({ id }) => id === enrolment);
}

function counted(register: RegisterRow): RegisterRow {
    const marked = register.items.filter(({ mark }) => mark !== "open");
    const present = marked.filter(({ mark }) => mark === "present").length;
    return { ...register, session: { ...register.session, present, marked: marked.length } };
}

function withMark(
    book: Book,
    { session, id, mark, minutes }: Pick<Attender, "session" | "id" | "mark" | "minutes">,
): Book {
    return changedRow<RegisterRow>(book, REGISTERS, session, (register) =>
        counted({
            ...register,
            items: register.items.map((each) =>
                each.id === id ? { ...each, mark, minutes } : each,
            ),
        }),
    );
}

const mark_attendance: QueuedAct<"workshops.mark_attendance"> = {
    clock: "at",
    about: ({ body }) => labelOf("attendance_mark", body.mark),
    thing: ({ path }) => path.enrolment,
    missing: ({ body }) => (body.mark ? [] : ["mark"]),
    apply: (book, { path: { session, enrolment }, body: { mark, minutes } }) => {
        const longest = findRow<RegisterRow>(book, REGISTERS, session)?.session.minutes ?? 0;
        return withMark(book, {
            session,
            id: enrolment,
            mark,
            minutes: mark === "present" ? (minutes ?? longest) : 0,
        });
    },
    answer: (book, { path }) => findAttender(book, path.session, path.enrolment)!,
    // Somebody may have corrected it since: what the server answers stands.
    arrived: withMark,
};

const show_register: OfflineRead<"workshops.show_register"> = {
    answer: (book, { path }) => findRow<RegisterRow>(book, REGISTERS, path.session),
    book: (register) => ({ [REGISTERS]: [registerRow(register)] }),
};

const get_workshop: OfflineRead<"workshops.get_workshop"> = {
    answer: (book, { path }) => findRow<Workshop>(book, PAGES, path.id),
};

const list_workshops: OfflineRead<"workshops.list_workshops"> = {
    answer: (book) => book[LINES] && { items: rowsOf<WorkshopLine>(book, LINES) },
};

const offline: OfflinePart = {
    needs: "workshops.mark_attendance",
    load: async (ask): Promise<Book> => {
        const { account } = await ask("access.show_session", {});
        const { items } = await ask("workshops.list_workshops", {});
        const own = items.filter(({ leaders, closed }) => !closed && leaders.includes(account));
        if (own.length === 0) return {};
        const pages = await Promise.all(
            own.map(({ id }) => ask("workshops.get_workshop", { path: { id } })),
        );
        const from = daysLater(today(), -DAYS_BEFORE);
        const to = daysLater(today(), DAYS_AFTER);
        const sessions = pages
            .flatMap((page) => page.sessions)
            .filter(({ day, cancelled }) => !cancelled && day >= from && day <= to);
        const registers = await Promise.all(
            sessions.map(({ id }) =>
                ask(
                    "workshops.show_register",
                    { path: { session: id } },
                    { purpose: "care" },
                ),
            ),
        );
        return { [LINES]: own, [PAGES]: pages, [REGISTERS]: registers.map(registerRow) };
    },
    acts: { "workshops.mark_attendance": mark_attendance },
    reads: {
        "workshops.show_register": show_register,
        "workshops.get_workshop": get_workshop,
        "workshops.list_workshops": list_workshops,
    },
};

export default offline;
