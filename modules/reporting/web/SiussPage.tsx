// SPDX-License-Identifier: EUPL-1.2
// Towards SIUSS: who can be told in a quarter, what the others lack, and which interventions have
// no official code.
import { useState } from "preact/hooks";
import { labelOf } from "web/api/vocabulary";
import { Button } from "web/kit/Button";
import { Select, TextField } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { Card, CardList, EmptyState } from "web/kit/List";
import { Page } from "web/kit/Page";
import { saveFile } from "web/kit/saveFile";
import { Show } from "web/kit/Show";
import { useAct } from "web/kit/useAct";
import { useQuery } from "web/kit/useQuery";
import { PersonName } from "modules/people/web/PersonLine";
import { say } from "web/shell/notices";
import { link } from "web/shell/router";
import { today } from "web/words/format";
import { count, t } from "web/words/words";
import { lastQuarters } from "./quarters";

export default function SiussPage() {
    const quarters = lastQuarters(today(), 8);
    const [period, setPeriod] = useState(quarters[0]!);
    const sheet = useQuery("reporting.show_siuss", { query: { period } });
    return (
        <Page title={t("page.reporting.siuss")}>
            <p class="lead">{t("page.reporting.siuss_lead")}</p>
            <Form class="form form-short" onSubmit={() => undefined}>
                <Select
                    name="period"
                    label={t("page.reporting.quarter")}
                    options={quarters.map((value) => ({ value, label: value }))}
                    value={period}
                    onChange={setPeriod}
                />
            </Form>
            <Show of={sheet}>
                {({ ready, missing, without_code }) => (
                    <>
                        <p>
                            <strong>{count("page.reporting.ready", ready)}</strong>
                        </p>
                        {ready > 0 && <Export period={period} />}
                        {without_code.length > 0 && (
                            <section class="section">
                                <h2>{t("page.reporting.without_code")}</h2>
                                <p>{t("page.reporting.without_code_hint")}</p>
                                <ul>
                                    {without_code.map(({ intervention, times }) => (
                                        <li key={intervention}>
                                            {intervention} {labelOf("intervention", intervention)}
                                            {": "}
                                            {times}
                                        </li>
                                    ))}
                                </ul>
                            </section>
                        )}
                        <section class="section">
                            <h2>{t("page.reporting.to_complete")}</h2>
                            {missing.length === 0 ? (
                                <EmptyState title={t("page.reporting.all_complete")} />
                            ) : (
                                <CardList label={t("page.reporting.to_complete")}>
                                    {missing.map(({ person_card, missing: codes }) => (
                                        <Card
                                            key={person_card.id}
                                            href={link(`/people/${person_card.id}`)}
                                            title={<PersonName person={person_card} />}
                                            second={t("page.reporting.lacks", {
                                                what: codes
                                                    .map((code) => labelOf("siuss_missing", code))
                                                    .join(", "),
                                            })}
                                        />
                                    ))}
                                </CardList>
                            )}
                        </section>
                    </>
                )}
            </Show>
        </Page>
    );
}

function Export({ period }: { period: string }) {
    const act = useAct("reporting.export_siuss");
    const [body, setBody] = useState("");
    const [operator, setOperator] = useState("");

    function submit(): void {
        const wish = {
            period,
            body_code: body.trim(),
            operator_code: operator.trim().toUpperCase(),
        };
        void act.run({ body: wish }, (file) => {
            saveFile(file, `siuss-${period}.xml`);
            say({ text: t("page.reporting.downloaded") });
        });
    }

    return (
        <section class="section">
            <h2>{t("page.reporting.siuss_file")}</h2>
            <Form class="form form-short" problem={act.problem} onSubmit={submit}>
                <TextField
                    name="body_code"
                    required
                    maxLength={32}
                    label={t("field.reporting.body_code")}
                    value={body}
                    onInput={setBody}
                />
                <TextField
                    name="operator_code"
                    required
                    maxLength={16}
                    label={t("field.reporting.operator_code")}
                    value={operator}
                    onInput={setOperator}
                />
                <div class="form-actions">
                    <Button submit busy={act.busy}>
                        {t("do.reporting.download_siuss")}
                    </Button>
                </div>
            </Form>
        </section>
    );
}
