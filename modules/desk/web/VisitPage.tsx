// SPDX-License-Identifier: EUPL-1.2
// One visit: what is known of it, to be corrected; and the way back from a number given by mistake.
import { useState } from "preact/hooks";
import { ask } from "web/api/client";
import { labelOf } from "web/api/vocabulary";
import { Alert } from "web/kit/Alert";
import { Button, LinkButton } from "web/kit/Button";
import { Fact, Facts } from "web/kit/Facts";
import { Form } from "web/kit/Form";
import { Badge } from "web/kit/List";
import { Page } from "web/kit/Page";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { Show } from "web/kit/Show";
import { useAct } from "web/kit/useAct";
import { reloadAll, useQuery } from "web/kit/useQuery";
import type { PageProps } from "web/shell/module";
import { say } from "web/shell/notices";
import { go, link } from "web/shell/router";
import { formatDay, formatInstant } from "web/words/format";
import { t } from "web/words/words";
import type { Visit } from "./types";
import { AppointmentFields, textOf, VisitFields, type VisitText, wishOf } from "./VisitFields";
import { whenOf, whoOf } from "./visitText";

function titleOf({ number }: Visit): string {
    return number
        ? t("page.desk.number", { number: String(number) })
        : t("page.desk.appointment");
}

export default function VisitPage({ params }: PageProps) {
    const id = params["visit"]!;
    const found = useQuery("desk.get_visit", { path: { id } });
    const site = found.data?.site;
    return (
        <Page
            title={found.data ? titleOf(found.data) : t("page.desk.visit")}
            back={{ href: link("/desk", { site }), label: t("page.desk.desk") }}
        >
            <Show of={found}>
                {(visit) => (
                    <>
                        <What visit={visit} />
                        {visit.cancelled ? (
                            <Cancelled visit={visit} onChanged={found.set} />
                        ) : (
                            visit.kind !== "info" && <Change key={visit.version} visit={visit} />
                        )}
                    </>
                )}
            </Show>
        </Page>
    );
}

function What({ visit }: { visit: Visit }) {
    return (
        <>
            <p>
                <Badge kind="info">{labelOf("visit_state", visit.state)}</Badge>
            </p>
            <Facts>
                <Fact rare name={t("field.desk.person")}>
                    {visit.person_card && (
                        <a href={link(`/people/${visit.person_card.id}`)}>
                            <bdi>{whoOf(visit)}</bdi>
                        </a>
                    )}
                </Fact>
                <Fact name={t("field.desk.day")}>{formatDay(visit.day)}</Fact>
                <Fact rare name={t("field.desk.appointment_at")}>
                    {visit.appointment_at && formatInstant(visit.appointment_at)}
                </Fact>
                <Fact name={t("field.desk.standing")}>{whenOf(visit, Date.now())}</Fact>
            </Facts>
        </>
    );
}

function Change({ visit }: { visit: Visit }) {
    const change = useAct("desk.change_visit");
    const cancel = useAct("desk.cancel_visit");
    const [text, setText] = useState(() => textOf(visit));
    const edit = (part: Partial<VisitText>) => setText({ ...text, ...part });
    const mayMove = visit.state === "expected" && !visit.number;
    const path = { id: visit.id };

    function submit(): void {
        const body = { ...wishOf(text), base: visit.version };
        // To the minute as it was typed, where it may not be moved any more.
        if (!mayMove) body.appointment_at = visit.appointment_at ?? null;
        void change.run({ path, body }, () => {
            say({ text: t("page.desk.changed") });
            go("/desk", { site: visit.site });
        });
    }

    function takeBack(): void {
        void cancel.run({ path }, () => {
            say({
                text: t("page.desk.cancelled"),
                undo: async () => {
                    await ask("desk.restore_visit", { path });
                    reloadAll();
                },
            });
            go("/desk", { site: visit.site });
        });
    }

    return (
        <section class="section">
            <h2>{t("page.desk.change")}</h2>
            <Form class="form" problem={change.problem} onSubmit={submit}>
                {mayMove && <AppointmentFields text={text} onChange={edit} />}
                <VisitFields text={text} onChange={edit} />
                <div class="form-actions">
                    <Button submit busy={change.busy}>
                        {t("web.save")}
                    </Button>
                    {visit.person && (
                        <LinkButton
                            kind="outline"
                            href={link("/referrals/new", { person: visit.person })}
                        >
                            {t("do.desk.refer")}
                        </LinkButton>
                    )}
                    <Button kind="danger" busy={cancel.busy} onClick={takeBack}>
                        {t("do.desk.cancel")}
                    </Button>
                </div>
                {cancel.problem && <ProblemAlert problem={cancel.problem} />}
            </Form>
        </section>
    );
}

interface CancelledProps {
    visit: Visit;
    onChanged: (visit: Visit) => void;
}

function Cancelled({ visit, onChanged }: CancelledProps) {
    const restore = useAct("desk.restore_visit");
    return (
        <Alert kind="info" quiet title={t("page.desk.is_cancelled")}>
            {restore.problem && <ProblemAlert problem={restore.problem} />}
            <Button
                kind="outline"
                icon="undo"
                busy={restore.busy}
                onClick={() => void restore.run({ path: { id: visit.id } }, onChanged)}
            >
                {t("do.desk.restore")}
            </Button>
        </Alert>
    );
}
