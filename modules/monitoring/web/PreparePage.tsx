// SPDX-License-Identifier: EUPL-1.2
// Preparing a statement: what would go up, exactly, and then the sending of it.
import { useState } from "preact/hooks";
import type { Statement } from "web/api/acts";
import { Alert } from "web/kit/Alert";
import { Button } from "web/kit/Button";
import { TextArea } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { Page } from "web/kit/Page";
import { Show } from "web/kit/Show";
import { useAct } from "web/kit/useAct";
import { useQuery } from "web/kit/useQuery";
import { uuid7 } from "web/kit/uuid7";
import type { PageProps } from "web/shell/module";
import { say } from "web/shell/notices";
import { goInstead, link } from "web/shell/router";
import { t } from "web/words/words";
import "./monitoring.scss";
import { PeriodChoice } from "./PeriodChoice";
import { finishedQuarters, formatPeriod, lastQuarter } from "./periods";
import { StatementFigures } from "./StatementFigures";
import { useDefinitions } from "./useDefinitions";

export default function PreparePage({ query }: PageProps) {
    const period = query["period"] ?? lastQuarter();
    const preview = useQuery("monitoring.preview_statement", { query: { period } });
    const definitions = useDefinitions();

    return (
        <Page
            wide
            title={t("page.monitoring.prepare")}
            back={{ href: link("/monitoring/statements"), label: t("page.monitoring.statements") }}
        >
            <p class="lead">{t("page.monitoring.prepare_lead")}</p>
            <PeriodChoice
                value={period}
                periods={finishedQuarters()}
                onChange={(chosen) => goInstead("/monitoring/statements/new", { period: chosen })}
            />
            <Show of={preview}>
                {(shown) => (
                    <>
                        {shown.version > 1 && (
                            <Alert
                                kind="warning"
                                quiet
                                title={t("page.monitoring.another_version", {
                                    number: shown.version,
                                    before: shown.version - 1,
                                })}
                            />
                        )}
                        <Submission key={shown.period} preview={shown} />
                        <Alert kind="info" quiet title={t("page.monitoring.protected")} />
                        <Show of={definitions}>
                            {(known) => (
                                <StatementFigures
                                    statement={shown}
                                    definitions={[...known.values()]}
                                />
                            )}
                        </Show>
                    </>
                )}
            </Show>
        </Page>
    );
}

function Submission({ preview }: { preview: Statement }) {
    const [narrative, setNarrative] = useState("");
    // Made once: pressing twice, or again after a lost answer, sends one statement.
    const [id] = useState(uuid7);
    const submit = useAct("monitoring.submit_statement");

    return (
        <Form
            class="form"
            problem={submit.problem}
            label={t("page.monitoring.prepare")}
            onSubmit={() =>
                void submit.run(
                    { body: { id, period: preview.period, narrative: narrative || null } },
                    () => {
                        say({
                            text: t("page.monitoring.sent", {
                                period: formatPeriod(preview.period),
                            }),
                        });
                        goInstead(`/monitoring/statements/${id}`);
                    },
                )
            }
        >
            <TextArea
                name="narrative"
                label={t("page.monitoring.narrative")}
                hint={t("page.monitoring.narrative_hint")}
                rows={5}
                value={narrative}
                onInput={setNarrative}
            />
            <div class="form-actions">
                <Button submit busy={submit.busy}>
                    {t("page.monitoring.submit", { period: formatPeriod(preview.period) })}
                </Button>
            </div>
        </Form>
    );
}
