// SPDX-License-Identifier: EUPL-1.2
// Interviews without a signal. An interviewer takes along their own slots and units, the places of
// the frame, the quotas as they stood, and the questionnaires. No answer of anybody is ever taken
// along: what was answered goes one way.
import { labelOf } from "web/api/vocabulary";
import {
    type Author,
    type Book,
    changedRow,
    findRow,
    type OfflinePart,
    type OfflineRead,
    type QueuedAct,
    type Row,
    rowsOf,
    withRow,
} from "web/phone/offline";
import { dayOf } from "web/words/format";
import { withOutcome } from "./quotas";
import type { Interview, Slot, TaskWave, Version } from "./types";

const WAVES = "survey_waves";
const VERSIONS = "survey_versions";
const INTERVIEWS = "survey_interviews";

interface WaveRow extends Row, TaskWave {}

// What the phone knows of an interview made on it: how it ended, and where it counts.
interface InterviewRow extends Row {
    interview: Interview;
    unit: string | null;
}

const waveRow = (task: TaskWave): WaveRow => ({ ...task, id: task.wave.id });

// Counted once more, or once less.
function counted(book: Book, { interview, unit }: InterviewRow, by: 1 | -1): Book {
    const { wave, slot, district, respondents, disposition } = interview;
    return changedRow<WaveRow>(book, WAVES, wave, (task) => ({
        ...task,
        cells: task.cells.map((cell) =>
            cell.district === district && cell.respondents === respondents
                ? withOutcome(cell, disposition, by)
                : cell,
        ),
        slots: task.slots.map((each) =>
            each.id === slot ? { ...each, interviews: each.interviews + by } : each,
        ),
        units: task.units.map((each) => (each.id === unit ? { ...each, done: by > 0 } : each)),
    }));
}

type Recording = Parameters<QueuedAct<"survey.record_interview">["apply"]>[1]["body"];

// As the server would show it to whoever made it; its pseudonym is the server's to give.
function interviewOf(book: Book, body: Recording, by: Author): Interview {
    const started = new Date(body.started_at);
    const hour = new Intl.DateTimeFormat("en-GB", {
        timeZone: "Europe/Rome",
        hour: "2-digit",
        hourCycle: "h23",
    }).format(started);
    const version = findRow<Version>(book, VERSIONS, body.version);
    return {
        id: body.id,
        wave: body.wave,
        pseudonym: "",
        respondents: body.respondents,
        district: body.district,
        slot: body.slot ?? null,
        version_number: version?.number ?? 0,
        interviewer_code: by.name,
        own: true,
        day: dayOf(started),
        hour: Number(hour),
        minutes: Math.floor((Date.parse(body.ended_at) - started.getTime()) / 60_000),
        language: body.language,
        mode: body.mode,
        disposition: body.disposition,
        answers: body.answers?.length ?? 0,
        late: false,
        withdrawn: false,
        excluded: null,
    };
}

const record_interview: QueuedAct<"survey.record_interview"> = {
    makes: true,
    about: ({ body }) => labelOf("survey_disposition", body.disposition),
    clocks: ["started_at", "ended_at"],
    thing: ({ body }) => body.id,
    missing: ({ body }) => (body.disposition ? [] : ["disposition"]),
    apply: (book, { body }, by) => {
        if (findRow(book, INTERVIEWS, body.id)) return book;
        const row = {
            id: body.id,
            interview: interviewOf(book, body, by),
            unit: body.unit ?? null,
        };
        return counted(withRow(book, INTERVIEWS, row as InterviewRow), row, 1);
    },
    answer: (book, { body }) => findRow<InterviewRow>(book, INTERVIEWS, body.id)!.interview,
};

// Taken back and given again, by whoever made it.
function turned(withdrawn: boolean) {
    return {
        thing: ({ path }: { path: { id: string } }) => path.id,
        apply: (book: Book, { path }: { path: { id: string } }): Book => {
            const row = findRow<InterviewRow>(book, INTERVIEWS, path.id);
            if (!row || row.interview.withdrawn === withdrawn) return book;
            const interview = { ...row.interview, withdrawn };
            const next = withRow(book, INTERVIEWS, { ...row, interview } as InterviewRow);
            return counted(next, row, withdrawn ? -1 : 1);
        },
        // One made before the phone last took anything along is not known here; nobody reads this.
        answer: (book: Book, { path }: { path: { id: string } }): Interview =>
            findRow<InterviewRow>(book, INTERVIEWS, path.id)?.interview as Interview,
    };
}

const withdraw_interview: QueuedAct<"survey.withdraw_interview"> = turned(true);
const restore_interview: QueuedAct<"survey.restore_interview"> = turned(false);

function withSlot(book: Book, id: string, change: (slot: Slot) => Slot): Book {
    const waves = rowsOf<WaveRow>(book, WAVES).map((task) => ({
        ...task,
        slots: task.slots.map((slot) => (slot.id === id ? change(slot) : slot)),
    }));
    return { ...book, [WAVES]: waves };
}

const slotIn = (book: Book, id: string): Slot | undefined =>
    rowsOf<WaveRow>(book, WAVES)
        .flatMap(({ slots }) => slots)
        .find((slot) => slot.id === id);

const count_slot: QueuedAct<"survey.count_slot"> = {
    about: ({ body }) => String(body.counted ?? ""),
    thing: ({ path }) => path.id,
    apply: (book, { path, body }) =>
        withSlot(book, path.id, (slot) => ({ ...slot, counted: body.counted ?? null })),
    answer: (book, { path }) => slotIn(book, path.id)!,
    arrived: (book, slot) =>
        withSlot(book, slot.id, (known) => ({ ...known, counted: slot.counted ?? null })),
};

const list_my_slots: OfflineRead<"survey.list_my_slots"> = {
    answer: (book) =>
        book[WAVES] && {
            waves: rowsOf<WaveRow>(book, WAVES),
        },
    book: ({ waves }) => ({ [WAVES]: waves.map(waveRow) }),
};

const get_version: OfflineRead<"survey.get_version"> = {
    answer: (book, { path }) => findRow<Version>(book, VERSIONS, path.id),
};

const offline: OfflinePart = {
    needs: "survey.list_my_slots",
    load: async (ask) => {
        const { waves } = await ask("survey.list_my_slots", {});
        // Those that will be asked; where a wave has nothing for this interviewer, none.
        const asked = waves
            .filter(({ slots, units }) => slots.length + units.length > 0)
            .flatMap(({ wave, slots, units }) =>
                wave.questionnaires.filter(({ respondents }) =>
                    respondents === "MIGRANT"
                        ? slots.length > 0
                        : units.some((unit) => unit.respondents === respondents),
                ),
            )
            .flatMap(({ version }) => (version ? [version] : []));
        const versions = await Promise.all(
            // In eight languages it is half a megabyte.
            [...new Set(asked)].map((id) =>
                ask("survey.get_version", { path: { id } }, { isLarge: true }),
            ),
        );
        return { [WAVES]: waves.map(waveRow), [VERSIONS]: versions };
    },
    acts: {
        "survey.record_interview": record_interview,
        "survey.withdraw_interview": withdraw_interview,
        "survey.restore_interview": restore_interview,
        "survey.count_slot": count_slot,
    },
    reads: {
        "survey.list_my_slots": list_my_slots,
        "survey.get_version": get_version,
    },
};

export default offline;
