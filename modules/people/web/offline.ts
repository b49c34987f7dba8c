// SPDX-License-Identifier: EUPL-1.2
// Without a signal one searches among those whom the phone has taken along, and among no others.
import type { PersonCard } from "web/api/acts";
import { folded } from "web/kit/folded";
import { type OfflinePart, type OfflineRead, rowsOf } from "web/phone/offline";

const FOUND_MOST = 50;

const search_persons: OfflineRead<"people.search_persons"> = {
    answer: (book, { body }) => {
        const words = folded(body.text ?? "")
            .split(/\s+/)
            .filter(Boolean);
        const items = rowsOf<PersonCard>(book, "persons").filter((person) => {
            const known = folded([person.name, person.nickname, person.number].join(" "));
            return words.every((word) => known.includes(word));
        });
        return { items: items.slice(0, body.limit ?? FOUND_MOST) };
    },
};

// Who may be the same is asked again when it is sent, of everybody whom the city knows.
const find_similar: OfflineRead<"people.find_similar"> = { answer: () => ({ items: [] }) };

const offline: OfflinePart = {
    reads: {
        "people.search_persons": search_persons,
        "people.find_similar": find_similar,
    },
};

export default offline;
