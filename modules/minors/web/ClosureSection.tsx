// SPDX-License-Identifier: EUPL-1.2
// The end of a file: why, where the minor goes on, and who may read the person from then on.
import { useState } from "preact/hooks";
import { ask } from "web/api/client";
import { labelOf, options } from "web/api/vocabulary";
import { Button } from "web/kit/Button";
import { ChooseSome } from "web/kit/ChoiceChips";
import { Dialog, DialogActions } from "web/kit/Dialog";
import { Fact, Facts } from "web/kit/Facts";
import { DateField, Select } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { useAct } from "web/kit/useAct";
import { reloadAll } from "web/kit/useQuery";
import { say } from "web/shell/notices";
import { may, useSession } from "web/shell/session";
import { formatDay, today } from "web/words/format";
import { t } from "web/words/words";
import type { FileProps } from "./FilePage";

export function ClosureSection({ file, onChanged }: FileProps) {
    const session = useSession();
    const [asking, setAsking] = useState(false);
    if (file.closed_on) return <Closed file={file} onChanged={onChanged} />;
    if (!may(session, "minors.close_file")) return null;
    return (
        <section class="section">
            <div class="form-actions">
                <Button kind="outline" onClick={() => setAsking(true)}>
                    {t("do.minors.close")}
                </Button>
            </div>
            {asking && (
                <Closing
                    file={file}
                    onClose={() => setAsking(false)}
                    onChanged={(changed) => {
                        setAsking(false);
                        onChanged(changed);
                    }}
                />
            )}
        </section>
    );
}

function Closed({ file, onChanged }: FileProps) {
    const session = useSession();
    const reopen = useAct("minors.reopen_file");
    return (
        <section class="section">
            <h2>{t("page.minors.closure")}</h2>
            <Facts>
                <Fact name={t("field.minors.closed_on")}>
                    {file.closed_on && formatDay(file.closed_on)}
                </Fact>
                <Fact name={t("field.minors.reason")}>
                    {labelOf("minor_closure_reason", file.closure_reason)}
                </Fact>
                <Fact name={t("field.minors.situation")}>
                    {labelOf("minor_closure_situation", file.closure_situation)}
                </Fact>
            </Facts>
            {reopen.problem && <ProblemAlert problem={reopen.problem} />}
            {may(session, "minors.reopen_file") && (
                <>
                    {file.released && <p>{t("page.minors.reopen_hint")}</p>}
                    <div class="form-actions">
                        <Button
                            kind="outline"
                            busy={reopen.busy}
                            onClick={() =>
                                void reopen.run({ path: { id: file.id } }, (changed) => {
                                    say({ text: t("page.minors.reopened") });
                                    onChanged(changed);
                                })
                            }
                        >
                            {t("do.minors.reopen")}
                        </Button>
                    </div>
                </>
            )}
        </section>
    );
}

function Closing({ file, onChanged, onClose }: FileProps & { onClose: () => void }) {
    const close = useAct("minors.close_file");
    const [wish, setWish] = useState({ on: today(), reason: "", situation: "", release: false });
    const change = (part: Partial<typeof wish>) => setWish({ ...wish, ...part });
    const path = { id: file.id };

    function submit(): void {
        void close.run({ path, body: wish }, (changed) => {
            say({
                text: t("page.minors.closed_done"),
                undo: async () => {
                    await ask("minors.reopen_file", { path });
                    reloadAll();
                },
            });
            onChanged(changed);
        });
    }

    return (
        <Dialog title={t("do.minors.close")} onClose={onClose}>
            <Form class="form" problem={close.problem} onSubmit={submit}>
                <Select
                    name="reason"
                    required
                    label={t("field.minors.reason")}
                    options={options("minor_closure_reason")}
                    empty={t("page.minors.choose")}
                    value={wish.reason}
                    onChange={(reason) => change({ reason })}
                />
                <Select
                    name="situation"
                    required
                    label={t("field.minors.situation")}
                    options={options("minor_closure_situation")}
                    empty={t("page.minors.choose")}
                    value={wish.situation}
                    onChange={(situation) => change({ situation })}
                />
                <DateField
                    name="on"
                    required
                    label={t("field.minors.closed_on")}
                    min={file.found_on}
                    max={today()}
                    value={wish.on}
                    onInput={(on) => change({ on })}
                />
                <ChooseSome
                    name="release"
                    label={t("page.minors.after_closing")}
                    hint={t("page.minors.release_hint")}
                    options={[{ value: "yes", label: t("field.minors.release") }]}
                    values={wish.release ? ["yes"] : []}
                    onChange={(chosen) => change({ release: chosen.length > 0 })}
                />
                <DialogActions busy={close.busy} onClose={onClose} />
            </Form>
        </Dialog>
    );
}
