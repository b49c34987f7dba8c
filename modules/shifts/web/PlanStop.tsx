// SPDX-License-Identifier: EUPL-1.2
import { useState } from "preact/hooks";
import { options } from "web/api/vocabulary";
import { ChooseOne } from "web/kit/ChoiceChips";
import { Dialog, DialogActions } from "web/kit/Dialog";
import { Select, TextField } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { useAct } from "web/kit/useAct";
import { uuid7 } from "web/kit/uuid7";
import { say } from "web/shell/notices";
import { useDistricts } from "web/shell/useDistricts";
import { t } from "web/words/words";

interface PlanStopProps {
    team: string;
    day: string;
    onClose: () => void;
    reload: () => Promise<void>;
}

export function PlanStop({ team, day, onClose, reload }: PlanStopProps) {
    const districts = useDistricts();
    const plan = useAct("shifts.plan_stop");
    const [wish, setWish] = useState(() => ({ id: uuid7(), band: "", district: "", place: "" }));

    function submit(): void {
        const { id, band, district } = wish;
        const body = { id, team, day, band, district, place: wish.place.trim() || null };
        void plan.run({ body }, () => {
            onClose();
            say({ text: t("page.shifts.stop_planned") });
            void reload();
        });
    }

    return (
        <Dialog title={t("do.shifts.plan_stop")} onClose={onClose}>
            <Form class="form" problem={plan.problem} onSubmit={submit}>
                <ChooseOne
                    name="band"
                    required
                    label={t("field.shifts.band")}
                    options={options("hour_band")}
                    value={wish.band}
                    onChange={(band) => setWish({ ...wish, band })}
                />
                <Select
                    name="district"
                    required
                    label={t("field.shifts.district")}
                    options={districts.options}
                    empty={t("page.shifts.choose")}
                    value={wish.district}
                    onChange={(district) => setWish({ ...wish, district })}
                />
                <TextField
                    name="place"
                    label={t("field.shifts.place")}
                    hint={t("field.shifts.place_hint")}
                    value={wish.place}
                    onInput={(place) => setWish({ ...wish, place })}
                />
                <DialogActions busy={plan.busy} onClose={onClose} />
            </Form>
        </Dialog>
    );
}
