// SPDX-License-Identifier: EUPL-1.2
// One submission that could not be recorded: why, what came, and what to do with it.
import { useState } from "preact/hooks";
import type { AsideAnswer, AsideSheet } from "web/api/acts";
import { ask } from "web/api/client";
import { Problem } from "web/api/problem";
import { Alert } from "web/kit/Alert";
import { Button, LinkButton } from "web/kit/Button";
import { Fact, Facts } from "web/kit/Facts";
import { Form } from "web/kit/Form";
import { Page } from "web/kit/Page";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { Show } from "web/kit/Show";
import { useAct } from "web/kit/useAct";
import { useQuery } from "web/kit/useQuery";
import type { PageProps } from "web/shell/module";
import { say } from "web/shell/notices";
import { goInstead, link } from "web/shell/router";
import { t } from "web/words/words";
import { AnswerField } from "./AnswerField";
import { sentBy, titleOf } from "./AsideLine";
import { Pictures } from "./Pictures";
import "./openrosa.scss";

export default function AsidePage({ params }: PageProps) {
    const id = params["aside"]!;
    const sheet = useQuery("openrosa.get_aside", { path: { id } });
    return (
        <Page
            title={t("page.openrosa.aside")}
            back={{ href: link("/phones"), label: t("page.openrosa.phones") }}
        >
            <Show of={sheet}>
                {(found) => <Sheet sheet={found} reload={() => void sheet.reload()} />}
            </Show>
        </Page>
    );
}

interface SheetProps {
    sheet: AsideSheet;
    reload: () => void;
}

function Sheet({ sheet, reload }: SheetProps) {
    const strays = sheet.answers.filter(({ asked }) => !asked);
    return (
        <>
            <p class="lead">
                {titleOf(sheet)}. <bdi>{sentBy(sheet)}</bdi>
            </p>
            {sheet.state === "waiting" && (
                <Alert kind="warning" quiet title={sheet.reason_text}>
                    {sheet.refusal && <p>{sheet.refusal}</p>}
                    {sheet.kept_by_phone && <p>{t("page.openrosa.kept_by_phone")}</p>}
                </Alert>
            )}
            {sheet.state === "recorded" && <Recorded sheet={sheet} />}
            {sheet.state === "dismissed" && <Dismissed sheet={sheet} reload={reload} />}
            {strays.length > 0 && <Strays answers={strays} recordable={sheet.recordable} />}
            {sheet.pictures.length > 0 && <Pictures ids={sheet.pictures} />}
            {sheet.state === "waiting" &&
                (sheet.recordable ? <Correct sheet={sheet} /> : <Dismiss sheet={sheet} />)}
            {sheet.xml && (
                <section class="section">
                    <h2>{t("page.openrosa.as_sent")}</h2>
                    <pre class="sent-xml">
                        <bdi>{sheet.xml}</bdi>
                    </pre>
                </section>
            )}
        </>
    );
}

function Recorded({ sheet }: { sheet: AsideSheet }) {
    return (
        <Alert kind="success" quiet title={t("page.openrosa.recorded_aside")}>
            {sheet.form === "contact" && sheet.thing && (
                <LinkButton kind="outline" href={link(`/outreach/contacts/${sheet.thing}`)}>
                    {t("do.openrosa.open_thing")}
                </LinkButton>
            )}
        </Alert>
    );
}

function Dismissed({ sheet, reload }: SheetProps) {
    const restore = useAct("openrosa.restore_aside");
    return (
        <>
            <Alert kind="info" quiet title={t("page.openrosa.dismissed_aside")}>
                <Button
                    kind="outline"
                    icon="undo"
                    busy={restore.busy}
                    onClick={() => void restore.run({ path: { id: sheet.id } }, reload)}
                >
                    {t("do.openrosa.restore_aside")}
                </Button>
            </Alert>
            {restore.problem && <ProblemAlert problem={restore.problem} />}
        </>
    );
}

function Strays({ answers, recordable }: { answers: AsideAnswer[]; recordable: boolean }) {
    return (
        <section class="section">
            <h2>{t(recordable ? "page.openrosa.not_asked" : "page.openrosa.as_sent")}</h2>
            <p>{t(recordable ? "page.openrosa.not_asked_hint" : "page.openrosa.not_recordable")}</p>
            <Facts>
                {answers.map(({ question, value }) => (
                    <Fact key={question} name={question}>
                        <bdi>{value}</bdi>
                    </Fact>
                ))}
            </Facts>
        </section>
    );
}

function dismissed(sheet: AsideSheet): void {
    say({
        text: t("page.openrosa.dismissed"),
        undo: async () => {
            await ask("openrosa.restore_aside", { path: { id: sheet.id } });
        },
    });
    goInstead("/phones");
}

function Dismiss({ sheet }: { sheet: AsideSheet }) {
    const dismiss = useAct("openrosa.dismiss_aside");
    return (
        <>
            {dismiss.problem && <ProblemAlert problem={dismiss.problem} />}
            <Button
                kind="danger"
                busy={dismiss.busy}
                onClick={() =>
                    void dismiss.run({ path: { id: sheet.id } }, () => dismissed(sheet))
                }
            >
                {t("do.openrosa.dismiss_aside")}
            </Button>
        </>
    );
}

// What the server found wrong stands beside each field from the start, as after a try.
function firstProblem(answers: AsideAnswer[]): Problem | null {
    const errors = answers.flatMap(({ question, error }) =>
        error ? [{ field: question, code: "", title: error }] : [],
    );
    if (errors.length === 0) return null;
    return new Problem(422, "core.input_invalid", t("page.openrosa.why"), {}, errors);
}

function Correct({ sheet }: { sheet: AsideSheet }) {
    const record = useAct("openrosa.record_aside");
    const asked = sheet.answers.filter((answer) => answer.asked);
    const [values, setValues] = useState<Record<string, string>>(() =>
        Object.fromEntries(asked.map(({ question, value }) => [question, value ?? ""])),
    );
    const [wrong] = useState(() => firstProblem(asked));

    function submit(): void {
        const answers = asked
            .filter(({ kind }) => kind !== "picture")
            .map(({ question }) => ({ question, value: values[question]?.trim() || null }));
        void record.run({ path: { id: sheet.id }, body: { answers } }, () => {
            say({ text: t("page.openrosa.recorded") });
            goInstead("/phones");
        });
    }

    return (
        <Form class="form" problem={record.problem ?? wrong} onSubmit={submit}>
            {asked
                .filter(({ kind }) => kind !== "picture")
                .map((answer) => (
                    <AnswerField
                        key={answer.question}
                        answer={answer}
                        value={values[answer.question] ?? ""}
                        onChange={(value) =>
                            setValues((before) => ({ ...before, [answer.question]: value }))
                        }
                    />
                ))}
            <div class="form-save">
                <Button submit busy={record.busy}>
                    {t("do.openrosa.record_aside")}
                </Button>
                <Dismiss sheet={sheet} />
            </div>
        </Form>
    );
}
