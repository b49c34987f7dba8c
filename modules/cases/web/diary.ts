// SPDX-License-Identifier: EUPL-1.2
// What the pages of a diary share: its types, and times as the forms have them.
import type { Answer } from "web/api/acts";
import { clockOf, dayOf, instantOf } from "web/words/format";

export type Diary = Answer<"cases.get_diary">;
export type DiaryEntry = Diary["items"][number];
export type Note = Answer<"cases.add_note">;
export type Attachment = Answer<"cases.add_attachment">;
export type Appointment = Answer<"cases.add_appointment">;
export type MyAppointment = Answer<"cases.list_my_appointments">["items"][number];

export function idOf({ note, appointment, intervention, attachment }: DiaryEntry) {
    return (note ?? appointment ?? intervention ?? attachment)?.id;
}

export interface When {
    day: string;
    clock: string;
}

export function whenOf(instant: Date): When {
    return { day: dayOf(instant), clock: clockOf(instant) };
}

// As the server reads it; what is not whole is sent as it is, so that the server says which field.
export function instantText({ day, clock }: When): string {
    if (!day || !clock) return "";
    return instantOf(day, clock).toISOString();
}

// Each day once, in the order in which it comes.
export function byDay<Item extends { at: string }>(items: Item[]): [string, Item[]][] {
    const days = new Map<string, Item[]>();
    for (const item of items) {
        const day = dayOf(new Date(item.at));
        days.set(day, [...(days.get(day) ?? []), item]);
    }
    return [...days];
}
