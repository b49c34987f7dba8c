// SPDX-License-Identifier: EUPL-1.2
// From when to when those who work are insured. Without insurance nobody works.
import { useState } from "preact/hooks";
import { ask } from "web/api/client";
import { Button } from "web/kit/Button";
import { Dialog, DialogActions } from "web/kit/Dialog";
import { DateField, TextField } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { Card, CardList } from "web/kit/List";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { useAct } from "web/kit/useAct";
import { reloadAll } from "web/kit/useQuery";
import { uuid7 } from "web/kit/uuid7";
import { say } from "web/shell/notices";
import { may, useSession } from "web/shell/session";
import { daysLater, formatDay, today } from "web/words/format";
import { t } from "web/words/words";
import type { Insurance, Project } from "./types";

interface InsuranceSectionProps {
    project: Project;
    reload: () => Promise<void>;
}

export function InsuranceSection({ project, reload }: InsuranceSectionProps) {
    const session = useSession();
    const [adding, setAdding] = useState(false);
    const mayWrite = may(session, "civic.add_insurance");
    return (
        <section class="section">
            <div class="section-head">
                <h2>{t("page.civic.insurance")}</h2>
                {mayWrite && (
                    <Button kind="outline" icon="add" onClick={() => setAdding(true)}>
                        {t("do.civic.add_insurance")}
                    </Button>
                )}
            </div>
            {project.insurances.length === 0 && <p>{t("page.civic.not_insured")}</p>}
            {project.insurances.length > 0 && (
                <CardList label={t("page.civic.insurance")}>
                    {project.insurances.map((insurance) => (
                        <OneInsurance
                            key={insurance.id}
                            insurance={insurance}
                            mayWrite={mayWrite}
                            reload={reload}
                        />
                    ))}
                </CardList>
            )}
            {adding && (
                <InsuranceDialog
                    project={project}
                    onClose={() => setAdding(false)}
                    reload={reload}
                />
            )}
        </section>
    );
}

interface OneInsuranceProps {
    insurance: Insurance;
    mayWrite: boolean;
    reload: () => Promise<void>;
}

function OneInsurance({ insurance, mayWrite, reload }: OneInsuranceProps) {
    const cancel = useAct("civic.cancel_insurance");
    const path = { id: insurance.id };
    const span = t("page.civic.insured", {
        from: formatDay(insurance.from_on),
        until: formatDay(insurance.until_on),
    });

    function takeBack(): void {
        void cancel.run({ path }, () => {
            say({
                text: t("page.civic.insurance_cancelled"),
                undo: async () => {
                    await ask("civic.restore_insurance", { path });
                    reloadAll();
                },
            });
            void reload();
        });
    }

    return (
        <Card
            title={span}
            second={insurance.policy && <span dir="auto">{insurance.policy}</span>}
            actions={
                mayWrite && (
                    <>
                        {cancel.problem && <ProblemAlert problem={cancel.problem} />}
                        <Button
                            kind="plain"
                            busy={cancel.busy}
                            label={`${t("do.civic.cancel_insurance")}: ${span}`}
                            onClick={takeBack}
                        >
                            {t("do.civic.cancel_insurance")}
                        </Button>
                    </>
                )
            }
        />
    );
}

function InsuranceDialog({
    project,
    onClose,
    reload,
}: InsuranceSectionProps & { onClose: () => void }) {
    const add = useAct("civic.add_insurance");
    const [id] = useState(uuid7);
    // A renewal begins where the last one ends.
    const [text, setText] = useState(() => ({
        from_on: project.insured_until ? daysLater(project.insured_until, 1) : today(),
        until_on: "",
        policy: "",
    }));
    const edit = (part: Partial<typeof text>) => setText({ ...text, ...part });

    function submit(): void {
        const body = { ...text, id, policy: text.policy.trim() || null };
        void add.run({ path: { project: project.id }, body }, () => {
            onClose();
            say({
                text: t("page.civic.insurance_added"),
                undo: async () => {
                    await ask("civic.cancel_insurance", { path: { id } });
                    reloadAll();
                },
            });
            void reload();
        });
    }

    return (
        <Dialog title={t("do.civic.add_insurance")} onClose={onClose}>
            <Form class="form" problem={add.problem} onSubmit={submit}>
                <div class="form-pair">
                    <DateField
                        name="from_on"
                        required
                        label={t("field.civic.from_on")}
                        value={text.from_on}
                        onInput={(from_on) => edit({ from_on })}
                    />
                    <DateField
                        name="until_on"
                        required
                        label={t("field.civic.until_on")}
                        value={text.until_on}
                        onInput={(until_on) => edit({ until_on })}
                    />
                </div>
                <TextField
                    name="policy"
                    maxLength={120}
                    label={t("field.civic.policy")}
                    value={text.policy}
                    onInput={(policy) => edit({ policy })}
                />
                <DialogActions busy={add.busy} onClose={onClose} />
            </Form>
        </Dialog>
    );
}
