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
import { type Part, PARTS, Quality } from "./StatementWords";
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
                        {shown.is_frozen ? (
                            <Frozen preview={shown} />
                        ) : (
                            <>
                                {shown.reopened_because && (
                                    <Alert
                                        kind="warning"
                                        quiet
                                        title={t("page.monitoring.another_version", {
                                            number: shown.version,
                                            before: shown.version - 1,
                                        })}
                                    >
                                        <p>{shown.reopened_because}</p>
                                    </Alert>
                                )}
                                <Submission key={shown.period} preview={shown} />
                            </>
                        )}
                        <Quality statement={shown} />
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

// The version that is there does not change: it is reopened from its own page, with a reason.
function Frozen({ preview }: { preview: Statement }) {
    const returns = useQuery("monitoring.list_returns", { query: { period: preview.period } });
    const last = returns.data?.items[0]?.statement;
    return (
        <Alert
            kind="warning"
            quiet
            title={t("page.monitoring.frozen", { before: preview.version - 1 })}
        >
            {last && (
                <p>
                    <a href={link(`/monitoring/statements/${last}`)}>
                        {t("page.monitoring.to_the_last_version")}
                    </a>
                </p>
            )}
        </Alert>
    );
}

const NOTHING: Record<Part, string> = { progress: "", deviations: "", problems: "", networks: "" };

function Submission({ preview }: { preview: Statement }) {
    const [words, setWords] = useState(NOTHING);
    // Made once: pressing twice, or again after a lost answer, sends one statement.
    const [id] = useState(uuid7);
    const submit = useAct("monitoring.submit_statement");
    const body = {
        id,
        period: preview.period,
        progress: words.progress.trim() || null,
        deviations: words.deviations.trim() || null,
        problems: words.problems.trim() || null,
        networks: words.networks.trim() || null,
    };

    return (
        <Form
            class="form"
            problem={submit.problem}
            label={t("page.monitoring.prepare")}
            onSubmit={() =>
                void submit.run({ body }, () => {
                    say({
                        text: t("page.monitoring.sent", { period: formatPeriod(preview.period) }),
                    });
                    goInstead(`/monitoring/statements/${id}`);
                })
            }
        >
            <p class="field-hint">{t("page.monitoring.nobody_named")}</p>
            {PARTS.map((part) => (
                <TextArea
                    key={part}
                    name={part}
                    label={t(`page.monitoring.part.${part}`)}
                    hint={t(`page.monitoring.part_hint.${part}`)}
                    rows={3}
                    value={words[part]}
                    onInput={(text) => setWords({ ...words, [part]: text })}
                />
            ))}
            <div class="form-actions">
                <Button submit busy={submit.busy}>
                    {t("page.monitoring.submit", { period: formatPeriod(preview.period) })}
                </Button>
            </div>
        </Form>
    );
}
