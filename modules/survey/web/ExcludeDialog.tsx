// SPDX-License-Identifier: EUPL-1.2
// Left out of the analysis, and why; or counted again.
import { useState } from "preact/hooks";
import { ask } from "web/api/client";
import { options } from "web/api/vocabulary";
import { ChooseOne } from "web/kit/ChoiceChips";
import { Dialog, DialogActions } from "web/kit/Dialog";
import { Form } from "web/kit/Form";
import { useAct } from "web/kit/useAct";
import { reloadAll } from "web/kit/useQuery";
import { say } from "web/shell/notices";
import { t } from "web/words/words";
import type { Interview } from "./types";

interface ExcludeDialogProps {
    id: string;
    interview: Interview;
    onClose: () => void;
    onDone: () => void;
}

export function ExcludeDialog({ id, interview, onClose, onDone }: ExcludeDialogProps) {
    const set = useAct("survey.exclude_interview");
    const before = interview.excluded ?? null;
    const [why, setWhy] = useState(before ?? "");
    const path = { id };
    function submit(): void {
        void set.run({ path, body: { excluded: why || null } }, () => {
            say({
                text: t(why ? "page.survey.excluded" : "page.survey.counts_again"),
                undo: async () => {
                    await ask("survey.exclude_interview", { path, body: { excluded: before } });
                    reloadAll();
                },
            });
            onDone();
        });
    }
    return (
        <Dialog
            title={`${t("do.survey.exclude")}: ${interview.pseudonym}`}
            onClose={onClose}
        >
            <Form class="form" problem={set.problem} onSubmit={submit}>
                <ChooseOne
                    name="excluded"
                    label={t("field.survey.excluded")}
                    hint={t("field.survey.excluded_hint")}
                    options={options("survey_exclusion")}
                    value={why}
                    onChange={setWhy}
                />
                <DialogActions busy={set.busy} onClose={onClose} />
            </Form>
        </Dialog>
    );
}
