// SPDX-License-Identifier: EUPL-1.2
// One stay: what is known of it, what happens next, and the way back from each step.
import { useState } from "preact/hooks";
import { ask } from "web/api/client";
import { labelOf } from "web/api/vocabulary";
import { Alert } from "web/kit/Alert";
import { Button } from "web/kit/Button";
import { Fact, Facts } from "web/kit/Facts";
import { Page } from "web/kit/Page";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { Show } from "web/kit/Show";
import { useAct } from "web/kit/useAct";
import { reloadAll, useQuery } from "web/kit/useQuery";
import type { PageProps } from "web/shell/module";
import { say } from "web/shell/notices";
import { link } from "web/shell/router";
import { formatDay } from "web/words/format";
import { t } from "web/words/words";
import { SignDialog } from "./Agreements";
import { whoOf } from "./housingText";
import { ChangeStayDialog, EndStayDialog, LaterDialog } from "./StayDialogs";
import type { Stay } from "./types";

export default function StayPage({ params }: PageProps) {
    const id = params["stay"]!;
    const stay = useQuery("housing.get_stay", { path: { id } });
    return (
        <Page
            title={stay.data ? <bdi>{whoOf(stay.data)}</bdi> : t("page.housing.stay")}
            windowTitle={t("page.housing.stay")}
            back={{ href: link("/housing"), label: t("page.housing.housing") }}
        >
            <Show of={stay}>
                {(known) => (
                    <>
                        {known.cancelled && <Cancelled stay={known} onChanged={stay.set} />}
                        <About stay={known} />
                        {!known.cancelled && <Steps stay={known} onChanged={stay.set} />}
                    </>
                )}
            </Show>
        </Page>
    );
}

const day = (value: string | null | undefined) => value && formatDay(value);
const living = (code: string | null | undefined) => code && labelOf("ethos", code);

function About({ stay }: { stay: Stay }) {
    return (
        <section class="section">
            <Facts>
                <Fact name={t("field.housing.person")}>
                    <a href={link(`/people/${stay.person}`)}>
                        <bdi>{whoOf(stay)}</bdi>
                    </a>
                </Fact>
                <Fact name={t("field.housing.place")}>
                    <a href={link(`/housing/places/${stay.place}`)}>{stay.place_name}</a>
                </Fact>
                <Fact name={t("field.housing.bed")}>{stay.bed_name}</Fact>
                <Fact name={t("field.housing.state")}>
                    {labelOf("housing_stay_state", stay.state)}
                </Fact>
                <Fact name={t("field.housing.from_on")}>{day(stay.from_on)}</Fact>
                <Fact name={t("field.housing.leaves_on")}>{day(stay.until)}</Fact>
                <Fact rare name={t("field.housing.arrived_on")}>
                    {day(stay.arrived_on)}
                </Fact>
                <Fact name={t("field.housing.living_before")}>{living(stay.living_before)}</Fact>
                <Fact rare name={t("field.housing.ended_on")}>
                    {day(stay.ended_on)}
                </Fact>
                <Fact rare name={t("field.housing.reason")}>
                    {stay.reason && labelOf("housing_end_reason", stay.reason)}
                </Fact>
                <Fact rare name={t("field.housing.living_after")}>
                    {living(stay.living_after)}
                </Fact>
                <Fact rare name={t("page.housing.later")}>
                    {stay.lost ? t("page.housing.was_lost") : living(stay.living_later)}
                </Fact>
                <Fact rare name={t("field.housing.signed_on")}>
                    {day(stay.signed_on)}
                </Fact>
                <Fact rare name={t("field.housing.exception")}>
                    {stay.exception}
                </Fact>
                <Fact rare name={t("field.housing.note")}>
                    {stay.note}
                </Fact>
            </Facts>
        </section>
    );
}

interface ChangingProps {
    stay: Stay;
    onChanged: (stay: Stay) => void;
}

function Steps({ stay, onChanged }: ChangingProps) {
    const receive = useAct("housing.receive_stay");
    const undo = useAct("housing.undo_stay_step");
    const cancel = useAct("housing.cancel_stay");
    const [open, setOpen] = useState<"end" | "change" | "later" | "sign">();
    const path = { id: stay.id };
    const acts = [receive, undo, cancel];
    const problem = acts.find((act) => act.problem)?.problem;
    const busy = acts.some((act) => act.busy);
    const isOver = stay.state === "ended";

    const putBack = async (after: Stay) => {
        await ask("housing.undo_stay_step", { path, body: { state: after.state } });
        reloadAll();
    };
    const received = (after: Stay) => {
        onChanged(after);
        say({ text: t("page.housing.stay_received"), undo: () => putBack(after) });
    };
    const takeBack = () =>
        void cancel.run({ path }, (after) => {
            onChanged(after);
            say({
                text: t("page.housing.stay_cancelled"),
                undo: async () => {
                    await ask("housing.restore_stay", { path });
                    reloadAll();
                },
            });
        });

    return (
        <section class="section">
            {stay.later_due_on && (
                <Alert
                    kind="info"
                    quiet
                    title={t("page.housing.later_due", { day: formatDay(stay.later_due_on) })}
                />
            )}
            {problem && <ProblemAlert problem={problem} />}
            <div class="form-actions">
                {stay.state === "promised" && (
                    <Button
                        icon="check"
                        busy={busy}
                        onClick={() => void receive.run({ path, body: {} }, received)}
                    >
                        {t("do.housing.receive")}
                    </Button>
                )}
                {!isOver && (
                    <Button kind="outline" onClick={() => setOpen("end")}>
                        {t("do.housing.end")}
                    </Button>
                )}
                {isOver && stay.arrived_on && (
                    <Button kind="outline" onClick={() => setOpen("later")}>
                        {t("do.housing.ask_later")}
                    </Button>
                )}
                {!isOver && (
                    <Button kind="outline" onClick={() => setOpen("change")}>
                        {t("do.housing.prolong")}
                    </Button>
                )}
                {!isOver && (
                    <Button kind="outline" onClick={() => setOpen("sign")}>
                        {t("do.housing.sign")}
                    </Button>
                )}
                {stay.state !== "promised" && (
                    <Button
                        kind="plain"
                        icon="undo"
                        busy={busy}
                        onClick={() =>
                            void undo.run({ path, body: { state: stay.state } }, (after) => {
                                onChanged(after);
                                say({ text: t("page.housing.put_back") });
                            })
                        }
                    >
                        {t("do.housing.put_back")}
                    </Button>
                )}
                <Button kind="danger" busy={busy} onClick={takeBack}>
                    {t("do.housing.cancel_stay")}
                </Button>
            </div>
            {open === "end" && (
                <EndStayDialog
                    stay={stay}
                    onClose={() => setOpen(undefined)}
                    onDone={(after) => {
                        onChanged(after);
                        say({ text: t("page.housing.stay_ended"), undo: () => putBack(after) });
                    }}
                />
            )}
            {open === "change" && (
                <ChangeStayDialog
                    stay={stay}
                    onClose={() => setOpen(undefined)}
                    onDone={onChanged}
                />
            )}
            {open === "sign" && (
                <SignDialog stay={stay} onClose={() => setOpen(undefined)} onDone={onChanged} />
            )}
            {open === "later" && (
                <LaterDialog stay={stay} onClose={() => setOpen(undefined)} onDone={onChanged} />
            )}
        </section>
    );
}

function Cancelled({ stay, onChanged }: ChangingProps) {
    const restore = useAct("housing.restore_stay");
    return (
        <Alert kind="info" quiet title={t("page.housing.is_cancelled")}>
            {restore.problem && <ProblemAlert problem={restore.problem} />}
            <Button
                kind="outline"
                icon="undo"
                busy={restore.busy}
                onClick={() => void restore.run({ path: { id: stay.id } }, onChanged)}
            >
                {t("do.housing.restore")}
            </Button>
        </Alert>
    );
}
