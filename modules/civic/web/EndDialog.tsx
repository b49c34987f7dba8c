// SPDX-License-Identifier: EUPL-1.2
import { useState } from "preact/hooks";
import { ask } from "web/api/client";
import { Dialog, DialogActions } from "web/kit/Dialog";
import { DateField } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { useAct } from "web/kit/useAct";
import { reloadAll } from "web/kit/useQuery";
import { say } from "web/shell/notices";
import { today } from "web/words/format";
import { t } from "web/words/words";
import type { Project } from "./types";

interface EndDialogProps {
    project: Project;
    onClose: () => void;
    reload: () => Promise<void>;
}

export function EndDialog({ project, onClose, reload }: EndDialogProps) {
    const end = useAct("civic.end_project");
    const [day, setDay] = useState(today);
    const path = { id: project.id };

    function submit(): void {
        void end.run({ path, body: { ended_on: day } }, () => {
            onClose();
            say({
                text: t("page.civic.project_ended"),
                undo: async () => {
                    await ask("civic.reopen_project", { path });
                    reloadAll();
                },
            });
            void reload();
        });
    }

    return (
        <Dialog title={t("do.civic.end")} onClose={onClose}>
            <Form class="form" problem={end.problem} onSubmit={submit}>
                <DateField
                    name="ended_on"
                    required
                    max={today()}
                    label={t("field.civic.ended_on")}
                    value={day}
                    onInput={setDay}
                />
                <DialogActions busy={end.busy} onClose={onClose} />
            </Form>
        </Dialog>
    );
}
