// SPDX-License-Identifier: EUPL-1.2
// A session, or the same one for several weeks; and one that is moved.
import { useState } from "preact/hooks";
import { ask } from "web/api/client";
import { Dialog, DialogActions } from "web/kit/Dialog";
import { DateField, TextField, TimeField } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { Stepper } from "web/kit/Stepper";
import { useAct } from "web/kit/useAct";
import { reloadAll } from "web/kit/useQuery";
import { uuid7 } from "web/kit/uuid7";
import { say } from "web/shell/notices";
import { clockOf, dayOf, daysLater, instantOf, today } from "web/words/format";
import { count, t } from "web/words/words";
import type { WorkshopSession } from "./types";
import { weeksOf } from "./workshopText";

const WEEKS_MOST = 30;

interface DoneProps {
    onClose: () => void;
    onDone: () => void;
}

function textOf(session: WorkshopSession | undefined) {
    const begins = session && new Date(session.begins_at);
    return {
        day: begins ? dayOf(begins) : daysLater(today(), 1),
        clock: begins ? clockOf(begins) : "16:00",
        minutes: session?.minutes ?? 120,
        room: session?.room ?? "",
        topic: session?.topic ?? "",
    };
}

type Text = ReturnType<typeof textOf>;

function detailsOf({ day, clock, minutes, room, topic }: Text) {
    return {
        begins_at: day && clock ? instantOf(day, clock).toISOString() : "",
        minutes,
        room: room.trim() || null,
        topic: topic.trim() || null,
    };
}

export function AddSession({ workshop, onClose, onDone }: DoneProps & { workshop: string }) {
    const add = useAct("workshops.add_session");
    const [text, setText] = useState<Text>(() => textOf(undefined));
    const [weeks, setWeeks] = useState(1);
    // One that has arrived keeps its id: trying again after a cut makes none of them twice.
    const [ids] = useState(() => Array.from({ length: WEEKS_MOST }, () => uuid7()));

    async function submit(): Promise<void> {
        const days = weeksOf(text.day, weeks);
        for (const [week, day] of days.entries()) {
            const body = { id: ids[week]!, workshop, ...detailsOf({ ...text, day }) };
            if (!(await add.run({ body }))) return;
        }
        say({
            text: count("page.workshops.sessions_added", days.length),
            undo: async () => {
                for (const id of ids.slice(0, days.length)) {
                    await ask("workshops.cancel_session", { path: { id } });
                }
                reloadAll();
            },
        });
        onDone();
    }

    return (
        <Dialog title={t("do.workshops.add_session")} onClose={onClose}>
            <Form class="form" problem={add.problem} onSubmit={() => void submit()}>
                <Fields text={text} change={(part) => setText({ ...text, ...part })} />
                <Stepper
                    name="weeks"
                    label={t("field.workshops.weeks")}
                    hint={t("field.workshops.weeks_hint")}
                    min={1}
                    max={WEEKS_MOST}
                    value={weeks}
                    onChange={setWeeks}
                />
                <DialogActions busy={add.busy} onClose={onClose} />
            </Form>
        </Dialog>
    );
}

export function ChangeSession({
    session,
    onClose,
    onDone,
}: DoneProps & { session: WorkshopSession }) {
    const alter = useAct("workshops.change_session");
    const [text, setText] = useState<Text>(() => textOf(session));

    function submit(): void {
        const body = { ...detailsOf(text), base: session.version };
        void alter.run({ path: { id: session.id }, body }, () => {
            say({ text: t("page.workshops.session_changed") });
            onDone();
        });
    }

    return (
        <Dialog title={t("page.workshops.change_session")} onClose={onClose}>
            <Form class="form" problem={alter.problem} onSubmit={submit}>
                <Fields text={text} change={(part) => setText({ ...text, ...part })} />
                <DialogActions busy={alter.busy} onClose={onClose} />
            </Form>
        </Dialog>
    );
}

interface FieldsProps {
    text: Text;
    change: (part: Partial<Text>) => void;
}

function Fields({ text, change }: FieldsProps) {
    return (
        <>
            <div class="form-pair">
                <DateField
                    name="begins_at"
                    required
                    label={t("field.workshops.day")}
                    value={text.day}
                    onInput={(day) => change({ day })}
                />
                <TimeField
                    name="clock"
                    required
                    label={t("field.workshops.clock")}
                    value={text.clock}
                    onInput={(clock) => change({ clock })}
                />
            </div>
            <Stepper
                name="minutes"
                label={t("field.workshops.minutes")}
                min={1}
                max={1440}
                value={text.minutes}
                onChange={(minutes) => change({ minutes })}
            />
            <TextField
                name="topic"
                maxLength={200}
                label={t("field.workshops.topic")}
                value={text.topic}
                onInput={(topic) => change({ topic })}
            />
            <TextField
                name="room"
                maxLength={100}
                label={t("field.workshops.other_room")}
                value={text.room}
                onInput={(room) => change({ room })}
            />
        </>
    );
}
