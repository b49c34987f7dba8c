// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from "vitest";
import type { Dispatch, DispatchLine, ReportSheet } from "web/api/acts";
import type { Item } from "web/phone/items";
import { type Book, Offline } from "web/phone/offline";
import reports from "./offline";

const offline = new Offline([reports]);
const giulia = { account: "a1", name: "Giulia Ferri" };
const AT = "2026-11-23T22:30:00.000Z";

const dispatch = { id: "d1", report: "r1", team: "um1", state: "offered" } as Dispatch;
const report = { id: "r1", status: "assessed", dispatch_state: "offered", may_open: true };
const sheet = {
    id: "r1",
    place: "Binario 24, in fondo",
    report: { ...report, dispatches: [dispatch] },
    verifications: [],
} as unknown as ReportSheet;
const line = { dispatch, report } as DispatchLine;

async function kit(): Promise<Book> {
    const answers: Record<string, unknown> = {
        "reports.list_dispatches": {
            items: [line, { dispatch: { id: "d2" }, report: { id: "r2", may_open: false } }],
        },
        "reports.get_sheet": sheet,
    };
    const ask = (name: string) => Promise.resolve(answers[name]);
    return offline.load(ask as never, ["reports.list_dispatches"]);
}

function done(book: Book, act: string, wish: object): Item {
    const made = offline.itemOf(act, wish, book, "key");
    const rest = { order: 1, state: "waiting", queued_at: Date.parse(AT), tries: 0 } as const;
    return { ...made, ...rest, purpose: undefined };
}

function answer<Kind>(book: Book, name: string, wish: object): Kind {
    return offline.read(name)!.answer(book, wish) as Kind;
}

const toGo = { path: { id: "d1" }, body: { at: AT } };
const found = (id: string, finding: string) => ({
    body: { id, report: "r1", finding, at: AT, note: "Dorme al binario" },
});
const sheetIn = (book: Book) =>
    answer<ReportSheet>(book, "reports.get_sheet", { path: { id: "r1" } });

describe("a report without a signal", () => {
    test("is accepted, reached and verified, in the list and on the sheet", async () => {
        const book = await kit();
        const items = [
            done(book, "reports.accept_dispatch", toGo),
            done(book, "reports.arrive", toGo),
            done(book, "reports.verify_report", found("v1", "confirmed")),
        ];
        expect(sheetIn(offline.shown(book, items.slice(0, 2), giulia)).report).toMatchObject({
            status: "on_site",
            dispatches: [{ state: "arrived", accepted_at: AT, arrived_at: AT }],
        });
        const after = offline.shown(book, items, giulia);
        expect(sheetIn(after)).toMatchObject({
            place: "Binario 24, in fondo",
            report: { status: "verified", finding: "confirmed" },
            verifications: [{ id: "v1", note: "Dorme al binario", made_by_name: "Giulia Ferri" }],
        });
        const { items: lines } = answer<{ items: DispatchLine[] }>(
            after,
            "reports.list_dispatches",
            {},
        );
        expect(lines.find((each) => each.dispatch.id === "d1")).toMatchObject({
            dispatch: { state: "arrived" },
            report: { status: "verified" },
        });
    });

    test("is not verified twice by the same record, and one can be taken back", async () => {
        const book = await kit();
        const once = done(book, "reports.verify_report", found("v1", "confirmed"));
        const other = done(book, "reports.verify_report", found("v2", "not_found"));
        const undo = done(book, "reports.cancel_verification", { path: { id: "v2" } });
        expect(sheetIn(offline.shown(book, [once, once], giulia)).verifications).toHaveLength(1);
        const both = offline.shown(book, [once, other], giulia);
        expect(sheetIn(both).report.finding).toBe("not_found");
        const again = sheetIn(offline.shown(both, [undo], giulia));
        expect(again.report).toMatchObject({ finding: "confirmed", status: "verified" });
        expect(again.verifications.map(({ cancelled }) => cancelled)).toEqual([false, true]);
    });

    test("leaves the list when the unit cannot go", async () => {
        const book = await kit();
        const no = { path: { id: "d1" }, body: { reason: "BUSY" } };
        const after = offline.shown(
            book,
            [done(book, "reports.decline_dispatch", no)],
            giulia,
        );
        const { items } = answer<{ items: DispatchLine[] }>(after, "reports.list_dispatches", {});
        expect(items.map((each) => each.dispatch.id)).not.toContain("d1");
    });

    test("gives way to what the server answers", async () => {
        const book = await kit();
        const item = done(book, "reports.verify_report", found("v1", "confirmed"));
        const said = { ...sheet.report, status: "closed", finding: "confirmed" };
        expect(sheetIn(offline.arrived(book, item, said, giulia)).report.status).toBe("closed");
    });

    test("is not taken along where the place is not for this unit", async () => {
        expect((await kit())["report_sheets"]).toHaveLength(1);
    });
});
