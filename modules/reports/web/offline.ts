// SPDX-License-Identifier: EUPL-1.2
// Reports without a signal: where the unit was asked to go is taken along; that it goes, that it is
// there and what it found is written down on the phone.
import type {
    Answer,
    Dispatch,
    DispatchLine,
    Report,
    ReportLine,
    ReportSheet,
} from "web/api/acts";
import {
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
import { clockOf } from "web/words/format";
import { t } from "web/words/words";

const LINES = "dispatches";
const REPORTS = "reports";
const SHEETS = "report_sheets";

interface LineRow extends Row, DispatchLine {}

const lineRow = (line: DispatchLine): LineRow => ({ ...line, id: line.dispatch.id });

const STANDING = new Set(["offered", "accepted", "arrived"]);

// A report stands in a unit's list, by itself, and on its sheet.
function withReport(
    book: Book,
    id: string,
    change: <Kind extends ReportLine>(report: Kind) => Kind,
): Book {
    const lines = rowsOf<LineRow>(book, LINES).map((line) =>
        line.report.id === id ? { ...line, report: change(line.report) } : line,
    );
    const next = changedRow<Report>({ ...book, [LINES]: lines }, REPORTS, id, change);
    return changedRow<ReportSheet>(next, SHEETS, id, (sheet) => ({
        ...sheet,
        report: change(sheet.report),
    }));
}

const reportOf = (book: Book, id: string): Report | undefined =>
    findRow<Report>(book, REPORTS, id) ?? findRow<ReportSheet>(book, SHEETS, id)?.report;

// What the server answers takes the place of what the phone had made of it.
const arrivedReport = (book: Book, answer: Report): Book =>
    withReport(book, answer.id, (report) => ({ ...report, ...answer }));

// ---- the unit says that it goes, that it does not, that it is there

type Said = Partial<Dispatch> & Pick<Dispatch, "state">;

function withDispatch(book: Book, id: string, said: Said, status?: string): Book {
    const line = findRow<LineRow>(book, LINES, id);
    if (!line) return book;
    const dispatch = { ...line.dispatch, ...said };
    const next = withReport(book, line.report.id, (report) => ({
        ...report,
        ...(status && { status }),
        dispatch_state: said.state,
        ...("dispatches" in report && {
            dispatches: (report as unknown as Report).dispatches.map((each) =>
                each.id === id ? dispatch : each,
            ),
        }),
    }));
    return changedRow<LineRow>(next, LINES, id, (row) => ({ ...row, dispatch }));
}

type Saying = "reports.accept_dispatch" | "reports.arrive" | "reports.decline_dispatch";

function saying<Name extends Saying>(
    label: Parameters<typeof t>[0],
    said: (wish: Parameters<QueuedAct<Name>["apply"]>[1], at: string) => Said,
    status?: string,
): QueuedAct<Name> {
    return {
        about: () => t(label),
        thing: ({ path }) => path.id,
        apply: (book, wish, by) => withDispatch(book, wish.path.id, said(wish, by.at), status),
        answer: (book, { path }) =>
            findRow<LineRow>(book, LINES, path.id)!.dispatch as unknown as Answer<Name>,
        arrived: (book, answer) => {
            const dispatch = answer as unknown as Dispatch;
            return withDispatch(book, dispatch.id, dispatch);
        },
    };
}

const accept_dispatch: QueuedAct<"reports.accept_dispatch"> = {
    ...saying<"reports.accept_dispatch">(
        "do.reports.accept",
        ({ body }, at) => ({ state: "accepted", accepted_at: body.at ?? at }),
        "dispatched",
    ),
    clock: "at",
};

const arrive: QueuedAct<"reports.arrive"> = {
    ...saying<"reports.arrive">(
        "do.reports.arrive",
        ({ body }, at) => ({ state: "arrived", arrived_at: body.at ?? at }),
        "on_site",
    ),
    clock: "at",
};

const decline_dispatch = saying<"reports.decline_dispatch">(
    "do.reports.decline",
    ({ body }, at) => ({ state: "declined", declined_at: at, decline_reason: body.reason }),
    "assessed",
);

// ---- what it found

const verify_report: QueuedAct<"reports.verify_report"> = {
    makes: true,
    about: ({ body }) => `${t("do.reports.verify")}, ${clockOf(new Date(body.at))}`,
    clock: "at",
    thing: ({ body }) => body.id,
    missing: ({ body }) => (body.finding ? [] : ["finding"]),
    apply: (book, { body }, by) => {
        const verification: ReportSheet["verifications"][number] = {
            ...body,
            made_by_name: by.name,
            cancelled: false,
        };
        const next = changedRow<ReportSheet>(book, SHEETS, body.report, (sheet) => ({
            ...sheet,
            verifications: [
                ...sheet.verifications.filter(({ id }) => id !== body.id),
                verification,
            ],
        }));
        return withReport(next, body.report, (report) => ({
            ...report,
            finding: body.finding,
            status: "verified",
        }));
    },
    answer: (book, { body }) => reportOf(book, body.report)!,
    arrived: arrivedReport,
};

// The report is as it was before: with what was found earlier, or with nothing.
const cancel_verification: QueuedAct<"reports.cancel_verification"> = {
    thing: ({ path }) => path.id,
    apply: (book, { path }) => {
        const sheet = sheetWith(book, path.id);
        if (!sheet) return book;
        const verifications = sheet.verifications.map((one) =>
            one.id === path.id ? { ...one, cancelled: true } : one,
        );
        const finding = verifications.findLast(({ cancelled }) => !cancelled)?.finding ?? null;
        const next = withRow(book, SHEETS, { ...sheet, verifications } as ReportSheet);
        return withReport(next, sheet.id, (report) => ({
            ...report,
            finding,
            status: finding ? "verified" : "on_site",
        }));
    },
    answer: (book, { path }) => reportOf(book, sheetWith(book, path.id)?.id ?? "")!,
    arrived: arrivedReport,
};

function sheetWith(book: Book, verification: string): ReportSheet | undefined {
    return rowsOf<ReportSheet>(book, SHEETS).find(({ verifications }) =>
        verifications.some(({ id }) => id === verification),
    );
}

const set_follow_up: QueuedAct<"reports.set_follow_up"> = {
    thing: ({ path }) => path.id,
    needs: ({ body }) => [body.contact, body.person].filter((id) => typeof id === "string"),
    apply: (book, { path, body }) =>
        withReport(book, path.id, (report) => ({
            ...report,
            contact: body.contact ?? null,
            led_to: body.person ?? null,
            led_to_case: body.case ?? null,
        })),
    answer: (book, { path }) => reportOf(book, path.id)!,
    arrived: arrivedReport,
};

// ---- questions

const list_dispatches: OfflineRead<"reports.list_dispatches"> = {
    answer: (book) => ({
        items: rowsOf<LineRow>(book, LINES)
            .filter(({ dispatch }) => STANDING.has(dispatch.state))
            .map(({ dispatch, report }) => ({ dispatch, report })),
    }),
    book: ({ items }) => ({ [LINES]: items.map(lineRow) }),
};

const get_report: OfflineRead<"reports.get_report"> = {
    answer: (book, { path }) => reportOf(book, path.id),
    book: (report) => ({
        [REPORTS]: [report],
        [LINES]: report.dispatches.map((dispatch) => lineRow({ dispatch, report })),
    }),
};

const get_sheet: OfflineRead<"reports.get_sheet"> = {
    answer: (book, { path }) => findRow<ReportSheet>(book, SHEETS, path.id),
    book: (sheet) => ({
        [SHEETS]: [sheet],
        [LINES]: sheet.report.dispatches.map((dispatch) =>
            lineRow({ dispatch, report: sheet.report }),
        ),
    }),
};

// The sheets of where the unit was asked to go, and no others.
const offline: OfflinePart = {
    needs: "reports.list_dispatches",
    load: async (ask) => {
        const { items } = await ask("reports.list_dispatches", {});
        const opened = items.filter(({ report }) => report.may_open);
        const sheets = await Promise.all(
            opened.map(({ report }) =>
                ask("reports.get_sheet", { path: { id: report.id } }, { purpose: "outreach" }),
            ),
        );
        return { [LINES]: items.map(lineRow), [SHEETS]: sheets };
    },
    acts: {
        "reports.accept_dispatch": accept_dispatch,
        "reports.decline_dispatch": decline_dispatch,
        "reports.arrive": arrive,
        "reports.verify_report": verify_report,
        "reports.cancel_verification": cancel_verification,
        "reports.set_follow_up": set_follow_up,
    },
    reads: {
        "reports.list_dispatches": list_dispatches,
        "reports.get_report": get_report,
        "reports.get_sheet": get_sheet,
    },
};

export default offline;
