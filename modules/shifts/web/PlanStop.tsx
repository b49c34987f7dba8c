// SPDX-License-Identifier: EUPL-1.2
// A new stop, or one that is moved or corrected.
import { useState } from "preact/hooks";
import type { Stop } from "web/api/acts";
import { options } from "web/api/vocabulary";
import { ChooseOne } from "web/kit/ChoiceChips";
import { Dialog, DialogActions } from "web/kit/Dialog";
import { Select, TextArea, TextField, TimeField } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { useAct } from "web/kit/useAct";
import { uuid7 } from "web/kit/uuid7";
import { say } from "web/shell/notices";
import { useDistricts } from "web/shell/useDistricts";
import { t } from "web/words/words";
import { bandOf } from "./band";

type Details = Pick<Stop, "band" | "at" | "district" | "place" | "note">;

interface DialogProps {
    onClose: () => void;
    reload: () => Promise<void>;
}

export function PlanStop({ team, day, ...rest }: DialogProps & { team: string; day: string }) {
    const plan = useAct("shifts.plan_stop");
    const [id] = useState(uuid7);
    return (
        <StopDialog
            title={t("do.shifts.plan_stop")}
            act={plan}
            save={(details, done) => plan.run({ body: { id, team, day, ...details } }, done)}
            said={t("page.shifts.stop_planned")}
            {...rest}
        />
    );
}

export function ChangeStop({ stop, ...rest }: DialogProps & { stop: Stop }) {
    const change = useAct("shifts.change_stop");
    return (
        <StopDialog
            title={t("do.shifts.change_stop")}
            stop={stop}
            act={change}
            save={(details, done) => change.run({ path: { id: stop.id }, body: details }, done)}
            said={t("page.shifts.stop_changed")}
            {...rest}
        />
    );
}

interface StopDialogProps extends DialogProps {
    title: string;
    stop?: Stop;
    act: Pick<ReturnType<typeof useAct>, "busy" | "problem">;
    save: (details: Details, done: () => void) => Promise<unknown>;
    said: string;
}

function StopDialog({ title, stop, act, save, said, onClose, reload }: StopDialogProps) {
    const districts = useDistricts();
    const [wish, setWish] = useState({
        band: stop?.band ?? "",
        at: stop?.at ?? "",
        district: stop?.district ?? "",
        place: stop?.place ?? "",
        note: stop?.note ?? "",
    });
    const change = (part: Partial<typeof wish>) => setWish({ ...wish, ...part });

    function submit(): void {
        const { band, district } = wish;
        const details = {
            band,
            at: wish.at || null,
            district,
            place: wish.place.trim() || null,
            note: wish.note.trim() || null,
        };
        void save(details, () => {
            onClose();
            say({ text: said });
            void reload();
        });
    }

    return (
        <Dialog title={title} onClose={onClose}>
            <Form class="form" problem={act.problem} onSubmit={submit}>
                <ChooseOne
                    name="band"
                    required
                    label={t("field.shifts.band")}
                    options={options("hour_band")}
                    value={wish.band}
                    onChange={(band) => change({ band, at: bandOf(wish.at) === band ? wish.at : "" })}
                />
                <TimeField
                    name="at"
                    label={t("field.shifts.at")}
                    hint={t("field.shifts.at_hint")}
                    value={wish.at}
                    onInput={(at) => change({ at, band: bandOf(at) ?? wish.band })}
                />
                <Select
                    name="district"
                    required
                    label={t("field.shifts.district")}
                    options={districts.options}
                    empty={t("page.shifts.choose")}
                    value={wish.district}
                    onChange={(district) => change({ district })}
                />
                <TextField
                    name="place"
                    label={t("field.shifts.place")}
                    hint={t("field.shifts.place_hint")}
                    value={wish.place}
                    onInput={(place) => change({ place })}
                />
                <TextArea
                    name="note"
                    label={t("field.shifts.note")}
                    rows={2}
                    value={wish.note}
                    onInput={(note) => change({ note })}
                />
                <DialogActions busy={act.busy} onClose={onClose} />
            </Form>
        </Dialog>
    );
}
