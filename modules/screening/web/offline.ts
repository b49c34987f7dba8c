// SPDX-License-Identifier: EUPL-1.2
// A screening without a signal: written down on the phone, held against the rules when it arrives.
import type { Screening } from "web/api/acts";
import { type Book, findRow, type OfflinePart, type QueuedAct, withRow } from "web/phone/offline";
import { formatDay } from "web/words/format";
import { t } from "web/words/words";

const SCREENINGS = "screenings";

const record_screening: QueuedAct<"screening.record_screening"> = {
    makes: true,
    about: ({ body }) => `${t("page.screening.screening")}, ${formatDay(body.day)}`,
    thing: ({ body }) => body.id,
    needs: ({ body }) => [body.person, body.contact].filter((id) => typeof id === "string"),
    missing: ({ body }) => [
        ...(body.day ? [] : ["day"]),
        ...(body.findings ?? []).flatMap(({ severity, source }, index) => [
            ...(severity ? [] : [`findings[${index}].severity`]),
            ...(source ? [] : [`findings[${index}].source`]),
        ]),
    ],
    apply: (book, { body }, by) => {
        const screening: Screening = {
            ...body,
            findings: body.findings ?? [],
            recorded_by_name: by.name,
            recorded_at: by.at,
            cancelled: false,
            warnings: [],
        };
        return withRow(book, SCREENINGS, screening);
    },
    answer: (book, { body }) => findRow<Screening>(book, SCREENINGS, body.id)!,
    arrived,
};

const cancel_screening: QueuedAct<"screening.cancel_screening"> = {
    thing: ({ path }) => path.id,
    apply: (book, { path }) => {
        const known = findRow<Screening>(book, SCREENINGS, path.id);
        return known ? withRow(book, SCREENINGS, { ...known, cancelled: true } as Screening) : book;
    },
    answer: (book, { path }) => findRow<Screening>(book, SCREENINGS, path.id)!,
    arrived,
};

function arrived(book: Book, screening: Screening): Book {
    return withRow(book, SCREENINGS, screening);
}

const offline: OfflinePart = {
    acts: {
        "screening.record_screening": record_screening,
        "screening.cancel_screening": cancel_screening,
    },
};

export default offline;
