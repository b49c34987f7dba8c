// SPDX-License-Identifier: EUPL-1.2
// A version of a questionnaire, tried out as whoever answers will see it. Nothing is recorded, kept
// or sent.
import { useMemo, useState } from "preact/hooks";
import { labelOf } from "web/api/vocabulary";
import { Alert } from "web/kit/Alert";
import { Button } from "web/kit/Button";
import { Page } from "web/kit/Page";
import { Show } from "web/kit/Show";
import { Table } from "web/kit/Table";
import { useQuery } from "web/kit/useQuery";
import type { PageProps } from "web/shell/module";
import { link } from "web/shell/router";
import { t } from "web/words/words";
import { FillForm } from "./FillForm";
import { newFilling, nowText, sheetOf } from "./filling";
import { type FormJson, Questionnaire, textIn } from "./form";
import type { Version } from "./types";

export default function TryPage({ params }: PageProps) {
    const found = useQuery("survey.get_version", { path: { id: params["version"]! } });
    return (
        <Page
            title={t("page.survey.try")}
            back={{ href: link("/survey/questionnaires"), label: t("page.survey.questionnaires") }}
        >
            <Show of={found}>{(version) => <Trying version={version} />}</Show>
        </Page>
    );
}

function Trying({ version }: { version: Version }) {
    const questionnaire = useMemo(
        () => new Questionnaire(JSON.parse(version.form) as FormJson),
        [version.form],
    );
    const [filling, setFilling] = useState(() => newFilling(questionnaire));
    const { form } = questionnaire;
    return (
        <>
            <p class="lead">
                {[
                    textIn(form.title, form.default_language, form),
                    labelOf("respondent_group", version.respondents),
                    t("page.survey.version", { number: version.number, version: version.version }),
                    labelOf("survey_version_state", version.state),
                ].join(" · ")}
            </p>
            <Alert kind="info" quiet title={t("page.survey.nothing_recorded")}>
                <Button kind="plain" onClick={() => setFilling(newFilling(questionnaire))}>
                    {t("do.survey.begin_anew")}
                </Button>
            </Alert>
            <FillForm
                questionnaire={questionnaire}
                filling={filling}
                onChange={setFilling}
                end={() => (
                    <Table
                        caption={t("page.survey.would_be_sent")}
                        rows={sheetOf(questionnaire, filling, nowText(new Date())).sent()}
                        keyOf={({ question, occurrence }) => `${question} ${occurrence}`}
                        columns={[
                            {
                                head: t("page.survey.question"),
                                cell: ({ question }) => <code>{question}</code>,
                            },
                            {
                                head: t("page.survey.occurrence"),
                                cell: ({ occurrence }) => occurrence || "–",
                            },
                            {
                                head: t("page.survey.answer"),
                                cell: ({ value }) => <bdi>{value}</bdi>,
                            },
                        ]}
                    />
                )}
            />
        </>
    );
}
