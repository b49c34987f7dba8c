// SPDX-License-Identifier: EUPL-1.2
// What the district has of the project, in words that a neighbour would use.
import { useState } from "preact/hooks";
import { ask } from "web/api/client";
import { Button } from "web/kit/Button";
import { Dialog, DialogActions } from "web/kit/Dialog";
import { DateField, TextArea } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { useAct } from "web/kit/useAct";
import { reloadAll } from "web/kit/useQuery";
import { say } from "web/shell/notices";
import { may, useSession } from "web/shell/session";
import { formatDay, today } from "web/words/format";
import { t } from "web/words/words";
import type { Project } from "./types";

interface ResultSectionProps {
    project: Project;
    reload: () => Promise<void>;
}

// The way back to what stood before.
async function putBack({ id, result, result_on }: Project): Promise<void> {
    const path = { id };
    if (result && result_on) await ask("civic.state_result", { path, body: { result, result_on } });
    else await ask("civic.withdraw_result", { path });
    reloadAll();
}

export function ResultSection({ project, reload }: ResultSectionProps) {
    const session = useSession();
    const withdraw = useAct("civic.withdraw_result");
    const [writing, setWriting] = useState(false);
    const mayState = may(session, "civic.state_result");
    return (
        <section class="section">
            <div class="section-head">
                <h2>{t("page.civic.result")}</h2>
                {mayState && (
                    <Button kind="outline" onClick={() => setWriting(true)}>
                        {t(project.result ? "do.civic.change_result" : "do.civic.state_result")}
                    </Button>
                )}
            </div>
            {project.result ? (
                <>
                    <p class="civic-result" dir="auto">
                        {project.result}
                    </p>
                    <p class="field-hint">
                        {project.result_on &&
                            t("page.civic.result_on", { day: formatDay(project.result_on) })}
                    </p>
                </>
            ) : (
                <p>{t("page.civic.no_result")}</p>
            )}
            {withdraw.problem && <ProblemAlert problem={withdraw.problem} />}
            {mayState && project.result && (
                <Button
                    kind="plain"
                    busy={withdraw.busy}
                    onClick={() =>
                        void withdraw.run({ path: { id: project.id } }, () => {
                            say({
                                text: t("page.civic.result_withdrawn"),
                                undo: () => putBack(project),
                            });
                            void reload();
                        })
                    }
                >
                    {t("do.civic.withdraw_result")}
                </Button>
            )}
            {writing && (
                <ResultDialog
                    project={project}
                    onClose={() => setWriting(false)}
                    reload={reload}
                />
            )}
        </section>
    );
}

function ResultDialog({ project, onClose, reload }: ResultSectionProps & { onClose: () => void }) {
    const state = useAct("civic.state_result");
    const [result, setResult] = useState(project.result ?? "");
    const [day, setDay] = useState(project.result_on ?? today());

    function submit(): void {
        const body = { result: result.trim(), result_on: day };
        void state.run({ path: { id: project.id }, body }, () => {
            onClose();
            say({ text: t("page.civic.result_stated"), undo: () => putBack(project) });
            void reload();
        });
    }

    return (
        <Dialog title={t("page.civic.result")} onClose={onClose}>
            <Form class="form" problem={state.problem} onSubmit={submit}>
                <TextArea
                    name="result"
                    required
                    label={t("field.civic.result")}
                    hint={t("field.civic.aim_hint")}
                    value={result}
                    onInput={setResult}
                />
                <DateField
                    name="result_on"
                    required
                    max={today()}
                    label={t("field.civic.result_on")}
                    value={day}
                    onInput={setDay}
                />
                <DialogActions busy={state.busy} onClose={onClose} />
            </Form>
        </Dialog>
    );
}
