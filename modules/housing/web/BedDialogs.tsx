// SPDX-License-Identifier: EUPL-1.2
// A bed as it is written down, and the nights on which it is out of use.
import { useState } from "preact/hooks";
import { ask } from "web/api/client";
import { options } from "web/api/vocabulary";
import { ChooseOne, ChooseSome } from "web/kit/ChoiceChips";
import { Dialog, DialogActions } from "web/kit/Dialog";
import { DateField, TextField } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { useAct } from "web/kit/useAct";
import { uuid7 } from "web/kit/uuid7";
import { say } from "web/shell/notices";
import { today } from "web/words/format";
import { t } from "web/words/words";
import { bedName } from "./housingText";
import { told } from "./told";
import type { Bed } from "./types";

// The same bed, there or taken away; `base` is the version on which that stands.
export function bedWish(bed: Bed, removed: boolean, base: number) {
    const { place, flat, room, name, step_free } = bed;
    return { place, flat: flat ?? null, room, name, step_free, removed, base };
}

interface BedDialogProps {
    place: string;
    // Without one, a new bed.
    bed: Bed | undefined;
    onClose: () => void;
    onWritten: () => void;
}

export function BedDialog({ place, bed, onClose, onWritten }: BedDialogProps) {
    const write = useAct("housing.write_bed");
    const [id] = useState(() => bed?.id ?? uuid7());
    const [text, setText] = useState({
        flat: bed?.flat ?? "",
        room: bed?.room ?? "",
        name: bed?.name ?? "",
        step_free: bed?.step_free ?? false,
    });
    const change = (part: Partial<typeof text>) => setText({ ...text, ...part });

    function submit(): void {
        const body = {
            place,
            flat: text.flat.trim() || null,
            room: text.room.trim(),
            name: text.name.trim(),
            step_free: text.step_free,
            removed: bed?.removed ?? false,
            ...(bed && { base: bed.version }),
        };
        void write.run({ path: { id }, body }, () => {
            onClose();
            say({ text: t("page.housing.bed_written") });
            onWritten();
        });
    }

    return (
        <Dialog
            title={t(bed ? "page.housing.change_bed" : "page.housing.new_bed")}
            onClose={onClose}
        >
            <Form class="form" problem={write.problem} onSubmit={submit}>
                <TextField
                    name="flat"
                    label={t("field.housing.flat")}
                    value={text.flat}
                    onInput={(flat) => change({ flat })}
                />
                <TextField
                    name="room"
                    required
                    label={t("field.housing.room")}
                    value={text.room}
                    onInput={(room) => change({ room })}
                />
                <TextField
                    name="name"
                    required
                    label={t("field.housing.bed_name")}
                    value={text.name}
                    onInput={(name) => change({ name })}
                />
                <ChooseSome
                    name="step_free"
                    label={t("field.housing.also")}
                    options={[{ value: "step_free", label: t("field.housing.step_free") }]}
                    values={text.step_free ? ["step_free"] : []}
                    onChange={(values) => change({ step_free: values.length > 0 })}
                />
                <DialogActions busy={write.busy} onClose={onClose} />
            </Form>
        </Dialog>
    );
}

export function ClosingDialog({ bed, onClose }: { bed: Bed; onClose: () => void }) {
    const close = useAct("housing.close_bed");
    const [id] = useState(uuid7);
    const [reason, setReason] = useState("REPAIR");
    const [from, setFrom] = useState(today());
    const [until, setUntil] = useState("");

    function submit(): void {
        const body = { id, reason, from_on: from, until: until || null };
        void close.run({ path: { bed: bed.id }, body }, () => {
            onClose();
            told(t("page.housing.bed_closed"), () =>
                ask("housing.cancel_closing", { path: { id } }),
            );
        });
    }

    return (
        <Dialog
            title={t("page.housing.out_of_use", { bed: bedName(bed) })}
            onClose={onClose}
        >
            <Form class="form" problem={close.problem} onSubmit={submit}>
                <ChooseOne
                    name="reason"
                    always
                    label={t("field.housing.reason")}
                    options={options("housing_closing_reason")}
                    value={reason}
                    onChange={setReason}
                />
                <DateField
                    name="from_on"
                    required
                    label={t("field.housing.from_on")}
                    value={from}
                    onInput={setFrom}
                />
                <DateField
                    name="until"
                    label={t("field.housing.back_on")}
                    value={until}
                    onInput={setUntil}
                />
                <DialogActions busy={close.busy} onClose={onClose} />
            </Form>
        </Dialog>
    );
}
