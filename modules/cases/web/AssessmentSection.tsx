// SPDX-License-Identifier: EUPL-1.2
// On the page of a case: how the person is, dimension by dimension, and how that was before.
import { useState } from "preact/hooks";
import type { Case } from "web/api/acts";
import { ask } from "web/api/client";
import { Alert } from "web/kit/Alert";
import { Button } from "web/kit/Button";
import { ChooseOne } from "web/kit/ChoiceChips";
import { Dialog, DialogActions } from "web/kit/Dialog";
import { Form } from "web/kit/Form";
import { Badge, Card, CardList, EmptyState } from "web/kit/List";
import { Show } from "web/kit/Show";
import { useAct } from "web/kit/useAct";
import { useQuery } from "web/kit/useQuery";
import { uuid7 } from "web/kit/uuid7";
import { say } from "web/shell/notices";
import { go, link } from "web/shell/router";
import { may, useSession } from "web/shell/session";
import { formatDay } from "web/words/format";
import { t } from "web/words/words";
import {
    type AssessmentLine,
    type Instrument,
    instrumentOf,
    mostTelling,
    nameOfDimension,
    worded,
} from "./assessment";
import { goesOn } from "./openings";
import { Profile } from "./Profile";

export function AssessmentSection({ known }: { known: Case }) {
    const session = useSession();
    const found = useQuery("cases.list_assessments", { path: { case: known.id } });
    const instruments = useQuery("cases.list_instruments", {});
    const [asking, setAsking] = useState(false);
    const mayBegin = goesOn(known) && may(session, "cases.begin_assessment");
    return (
        <section class="section">
            <div class="section-head">
                <h2>{t("page.cases.assessments")}</h2>
                {mayBegin && (
                    <Button kind="outline" onClick={() => setAsking(true)}>
                        {t("do.cases.begin_assessment")}
                    </Button>
                )}
            </div>
            <Show of={instruments}>
                {({ items: all }) => (
                    <>
                        <Show of={found}>
                            {({ items }) => <Shown items={items} instruments={all} />}
                        </Show>
                        {asking && (
                            <Begin
                                caseId={known.id}
                                instruments={all}
                                onClose={() => setAsking(false)}
                            />
                        )}
                    </>
                )}
            </Show>
        </section>
    );
}

interface ShownProps {
    items: AssessmentLine[];
    instruments: Instrument[];
}

function Shown({ items, instruments }: ShownProps) {
    const latest = mostTelling(items);
    if (items.length === 0) {
        return (
            <EmptyState title={t("page.cases.no_assessment")}>
                <p>{t("page.cases.no_assessment_hint")}</p>
            </EmptyState>
        );
    }
    return (
        <>
            {latest?.warning && <Warning line={latest} instruments={instruments} />}
            {latest && (
                <Profile
                    line={latest}
                    instrument={instrumentOf(instruments, latest.instrument)}
                />
            )}
            <CardList label={t("page.cases.earlier_assessments")}>
                {items.map((line) => (
                    <Line
                        key={line.id}
                        line={line}
                        instrument={instrumentOf(instruments, line.instrument)}
                    />
                ))}
            </CardList>
        </>
    );
}

interface WarningProps {
    line: AssessmentLine;
    instruments: Instrument[];
}

// An advice that was there from the start, and decides nothing.
export function Warning({ line, instruments }: WarningProps) {
    const instrument = instrumentOf(instruments, line.instrument);
    const names = line.dimensions
        .filter(({ trend, level, score, score_before: before }) => {
            const rose = (score ?? 0) > (before ?? 100);
            return trend === "worse" || (level === "serious" && rose);
        })
        .map(({ dimension }) => nameOfDimension(instrument, dimension));
    return (
        <Alert kind="warning" quiet title={t("page.cases.warning")}>
            <p>{t("page.cases.warning_worse", { names: names.join(", ") })}</p>
            <p>{t("page.cases.warning_answer")}</p>
        </Alert>
    );
}

interface LineProps {
    line: AssessmentLine;
    instrument: Instrument | undefined;
}

function Line({ line, instrument }: LineProps) {
    return (
        <Card
            href={link(`/cases/assessments/${line.id}`)}
            title={worded(instrument) || line.instrument}
            badges={
                <>
                    {line.cancelled && <Badge>{t("page.cases.assessment_off")}</Badge>}
                    {!line.cancelled && !line.closed_on && (
                        <Badge kind="info">{t("page.cases.still_open")}</Badge>
                    )}
                    {line.warning && <Badge kind="warning">{t("page.cases.warning")}</Badge>}
                </>
            }
            second={[
                t("page.cases.begun_by", {
                    day: formatDay(line.begun_on),
                    name: line.begun_by_name,
                }),
                line.closed_on && t("page.cases.closed_on_day", { day: formatDay(line.closed_on) }),
                line.multidisciplinary && t("page.cases.several_professions"),
            ]
                .filter(Boolean)
                .join(" · ")}
        />
    );
}

interface BeginProps {
    caseId: string;
    instruments: Instrument[];
    onClose: () => void;
}

function Begin({ caseId, instruments, onClose }: BeginProps) {
    const begin = useAct("cases.begin_assessment");
    const [id] = useState(uuid7);
    const [instrument, setInstrument] = useState("");

    function submit(): void {
        void begin.run({ path: { case: caseId }, body: { id, instrument } }, () => {
            say({
                text: t("page.cases.assessment_begun"),
                undo: async () => {
                    await ask("cases.cancel_assessment", { path: { id } });
                },
            });
            go(`/cases/assessments/${id}`);
        });
    }

    return (
        <Dialog title={t("do.cases.begin_assessment")} onClose={onClose}>
            <Form class="form" problem={begin.problem} onSubmit={submit}>
                <ChooseOne
                    name="instrument"
                    required
                    label={t("page.cases.which_instrument")}
                    options={instruments.map((each) => ({
                        value: each.code,
                        label: worded(each),
                    }))}
                    value={instrument}
                    onChange={setInstrument}
                />
                <DialogActions busy={begin.busy} onClose={onClose} />
            </Form>
        </Dialog>
    );
}
