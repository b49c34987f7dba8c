// SPDX-License-Identifier: EUPL-1.2
// A list of operators or bodies, pasted as it stands in somebody's table.
import { useMemo, useState } from "preact/hooks";
import { ask } from "web/api/client";
import { labelOf } from "web/api/vocabulary";
import { Alert } from "web/kit/Alert";
import { Button } from "web/kit/Button";
import { Dialog } from "web/kit/Dialog";
import { TextArea } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { useAct } from "web/kit/useAct";
import { reloadAll } from "web/kit/useQuery";
import { uuid7 } from "web/kit/uuid7";
import { say } from "web/shell/notices";
import { useDistricts } from "web/shell/useDistricts";
import { count, t } from "web/words/words";
import { readUnitLines } from "./unitLines";

const UNITS_MOST = 500;

interface UnitsDialogProps {
    wave: string;
    group: string;
    onClose: () => void;
    onDone: () => void;
}

export function UnitsDialog({ wave, group, onClose, onDone }: UnitsDialogProps) {
    const add = useAct("survey.add_units");
    const districts = useDistricts();
    const [text, setText] = useState("");
    // A line keeps its id: trying again after a cut makes none of them twice.
    const [ids] = useState(() => Array.from({ length: UNITS_MOST }, () => uuid7()));
    const read = useMemo(() => readUnitLines(text, districts.all), [text, districts.all]);
    const isFit =
        read.units.length > 0 && read.units.length <= UNITS_MOST && read.wrong.length === 0;

    function submit(): void {
        if (!isFit) return;
        const units = read.units.map((unit, index) => ({
            ...unit,
            id: ids[index]!,
            respondents: group,
        }));
        void add.run({ path: { wave }, body: { units } }, () => {
            say({
                text: count("page.survey.units_added", units.length),
                undo: async () => {
                    for (const { id } of units) await ask("survey.remove_unit", { path: { id } });
                    reloadAll();
                },
            });
            onDone();
        });
    }

    return (
        <Dialog
            title={`${t("do.survey.add_units")}: ${labelOf("respondent_group", group)}`}
            onClose={onClose}
        >
            <Form class="form" problem={add.problem} onSubmit={submit}>
                <TextArea
                    name="units"
                    required
                    rows={8}
                    label={t("field.survey.units")}
                    hint={t("field.survey.units_hint")}
                    value={text}
                    onInput={setText}
                />
                <p role="status">{count("page.survey.units_read", read.units.length)}</p>
                {read.wrong.length > 0 && (
                    <Alert
                        kind="warning"
                        quiet
                        title={t("page.survey.wrong_lines", { lines: read.wrong.join(", ") })}
                    />
                )}
                {read.units.length > UNITS_MOST && (
                    <Alert
                        kind="warning"
                        quiet
                        title={t("page.survey.too_many_lines", { most: UNITS_MOST })}
                    />
                )}
                <div class="form-actions">
                    <Button submit busy={add.busy} disabled={!isFit}>
                        {t("web.save")}
                    </Button>
                    <Button kind="outline" onClick={onClose}>
                        {t("web.cancel")}
                    </Button>
                </div>
            </Form>
        </Dialog>
    );
}
