// SPDX-License-Identifier: EUPL-1.2
// What can be done of a visit with one tap, each with its way back.
import { ask } from "web/api/client";
import type { Problem } from "web/api/problem";
import { useAct } from "web/kit/useAct";
import { reloadAll } from "web/kit/useQuery";
import { uuid7 } from "web/kit/uuid7";
import { say } from "web/shell/notices";
import { t } from "web/words/words";
import type { Visit } from "./types";
import { whoOf } from "./visitText";

// "7", or who it is where no number has been given.
const called = (visit: Visit) => String(visit.number ?? whoOf(visit));

async function takeBack({ id, state }: Visit): Promise<void> {
    await ask("desk.undo_step", { path: { id }, body: { state } });
    reloadAll();
}

export async function cancel({ id }: Visit): Promise<void> {
    await ask("desk.cancel_visit", { path: { id } });
    reloadAll();
}

export function sayAdded(visit: Visit): void {
    const text = visit.number
        ? t("page.desk.number_given", { number: String(visit.number) })
        : t("page.desk.booked");
    say({ text, undo: () => cancel(visit) });
}

export interface Steps {
    busy: boolean;
    problem: Problem | null;
    add: (person?: string) => void;
    inform: () => void;
    receive: (visit: Visit) => void;
    call: (visit: Visit, room: string) => void;
    end: (visit: Visit, outcome: string, note: string, done?: () => void) => void;
    putBack: (visit: Visit) => void;
}

export function useSteps(site: string, reload: () => Promise<void>): Steps {
    const adding = useAct("desk.add_visit");
    const informing = useAct("desk.count_info");
    const receiving = useAct("desk.receive_visit");
    const calling = useAct("desk.call_visit");
    const ending = useAct("desk.end_visit");
    const undoing = useAct("desk.undo_step");
    const acts = [adding, informing, receiving, calling, ending, undoing];

    // One problem at a time: the one of the last try.
    const begin = () => acts.forEach((act) => act.clear());
    const told = (text: string, visit: Visit) => {
        say({ text, undo: () => takeBack(visit) });
        void reload();
    };
    // Whoever was refused because a colleague was quicker sees what stands now.
    const orReload = (isDone: boolean) => {
        if (!isDone) void reload();
    };

    return {
        busy: acts.some(({ busy }) => busy),
        problem: acts.find(({ problem }) => problem)?.problem ?? null,
        add(person) {
            begin();
            const body = { id: uuid7(), site, ...(person && { person }) };
            void adding.run({ body }, (visit) => {
                sayAdded(visit);
                void reload();
            });
        },
        inform() {
            begin();
            void informing.run({ body: { id: uuid7(), site } }, (visit) => {
                say({ text: t("page.desk.informed_one"), undo: () => cancel(visit) });
                void reload();
            });
        },
        receive(visit) {
            begin();
            void receiving
                .run({ path: { id: visit.id } }, (changed) =>
                    told(t("page.desk.received", { number: called(changed) }), changed),
                )
                .then(orReload);
        },
        call(visit, room) {
            begin();
            void calling
                .run({ path: { id: visit.id }, body: { room: room || null } }, (changed) =>
                    told(t("page.desk.called_one", { number: called(changed) }), changed),
                )
                .then(orReload);
        },
        end(visit, outcome, note, done) {
            begin();
            const body = { outcome, note: note.trim() || null };
            void ending.run({ path: { id: visit.id }, body }, (changed) => {
                done?.();
                told(t("page.desk.ended_one", { number: called(changed) }), changed);
            });
        },
        putBack(visit) {
            begin();
            void undoing
                .run({ path: { id: visit.id }, body: { state: visit.state } }, () => {
                    say({ text: t("page.desk.put_back") });
                    void reload();
                })
                .then(orReload);
        },
    };
}
