// SPDX-License-Identifier: EUPL-1.2
// The closing sheet without a signal: stops are marked, material is counted, work is written down.
// Its figures are those of when the phone last heard from the server.
import type { ClosingSheet, LoadedMaterial, Stop, UnitActivity } from "web/api/acts";
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
import { t } from "web/words/words";

const SHEETS = "closing_sheets";
const SHEETS_MOST = 3;

interface SheetRow extends Row, ClosingSheet {}

const sheetRow = (sheet: ClosingSheet): SheetRow => ({ ...sheet, id: sheet.outing.id });

function withEach<Thing extends Row>(
    book: Book,
    part: "stops" | "activities",
    id: string,
    change: (thing: Thing) => Thing,
): Book {
    const rows = rowsOf<SheetRow>(book, SHEETS).map((sheet) => ({
        ...sheet,
        [part]: (sheet[part] as unknown as Thing[]).map((each) =>
            each.id === id ? change(each) : each,
        ),
    }));
    return { ...book, [SHEETS]: rows };
}

function findIn<Thing extends Row>(
    book: Book,
    part: "stops" | "activities",
    id: string,
): Thing | undefined {
    const all = rowsOf<SheetRow>(book, SHEETS).flatMap(
        (sheet) => sheet[part] as unknown as Thing[],
    );
    return all.find((each) => each.id === id);
}

const mark_stop: QueuedAct<"shifts.mark_stop"> = {
    about: ({ body }) => `${t("page.shifts.stops")}: ${labelOf("stop_state", body.state)}`,
    thing: ({ path }) => path.id,
    apply: (book, { path, body }) =>
        withEach<Stop>(book, "stops", path.id, (stop) => ({
            ...stop,
            state: body.state,
            skip_reason: body.skip_reason ?? null,
        })),
    answer: (book, { path }) => findIn<Stop>(book, "stops", path.id)!,
};

const count_material: QueuedAct<"shifts.count_material"> = {
    about: ({ path }) => labelOf("material", path.material),
    thing: ({ path }) => path.outing,
    missing: ({ path }) => (path.material ? [] : ["material"]),
    apply: (book, { path, body }) =>
        changedRow<SheetRow>(book, SHEETS, path.outing, (sheet) => ({
            ...sheet,
            materials: [
                ...sheet.materials.filter(({ material }) => material !== path.material),
                ...(body.loaded > 0 ? [countedOf(path.material, body)] : []),
            ],
        })),
    answer: (_, { path, body }) => countedOf(path.material, body),
};

function countedOf(
    material: string,
    { loaded, left }: { loaded: number; left?: number | null },
): LoadedMaterial {
    const isCounted = typeof left === "number";
    return { material, loaded, left: left ?? null, given: isCounted ? loaded - left : null };
}

const record_activity: QueuedAct<"shifts.record_activity"> = {
    makes: true,
    about: ({ body }) => labelOf("unit_task", body.task),
    thing: ({ body }) => body.id,
    needs: ({ body }) => [body.outing],
    missing: ({ body }) => (["task", "what"] as const).filter((name) => !body[name]),
    apply: (book, { body }, by) => {
        const activity: UnitActivity = {
            ...body,
            recorded_by_name: by.name,
            recorded_at: by.at,
            cancelled: false,
        };
        return changedRow<SheetRow>(book, SHEETS, body.outing, (sheet) => ({
            ...sheet,
            activities: [...sheet.activities.filter(({ id }) => id !== body.id), activity],
        }));
    },
    answer: (book, { body }) => findIn<UnitActivity>(book, "activities", body.id)!,
};

function marking<Name extends "shifts.cancel_activity" | "shifts.restore_activity">(
    cancelled: boolean,
): QueuedAct<Name> {
    return {
        thing: ({ path }) => path.id,
        apply: (book, { path }) =>
            withEach<UnitActivity>(book, "activities", path.id, (each) => ({
                ...each,
                cancelled,
            })),
        answer: (book, { path }) => findIn<UnitActivity>(book, "activities", path.id) as never,
    };
}

const get_sheet: OfflineRead<"shifts.get_sheet"> = {
    answer: (book, { path }) => findRow<SheetRow>(book, SHEETS, path.outing),
    book: (sheet) => ({ [SHEETS]: [sheetRow(sheet)] }),
};

const offline: OfflinePart = {
    needs: "shifts.get_sheet",
    load: async (ask) => {
        const { items } = await ask("outreach.list_outings", { query: { limit: 10 } });
        const open = items.filter(({ state }) => state === "open").slice(0, SHEETS_MOST);
        const sheets = await Promise.all(
            open.map(({ id }) =>
                ask("shifts.get_sheet", { path: { outing: id } }, { purpose: "outreach" }),
            ),
        );
        return { [SHEETS]: sheets.map(sheetRow) };
    },
    acts: {
        "shifts.mark_stop": mark_stop,
        "shifts.count_material": count_material,
        "shifts.record_activity": record_activity,
        "shifts.cancel_activity": marking<"shifts.cancel_activity">(true),
        "shifts.restore_activity": marking<"shifts.restore_activity">(false),
    },
    reads: { "shifts.get_sheet": get_sheet },
};

export default offline;
