// SPDX-License-Identifier: EUPL-1.2
// An assessment, dimension by dimension: what each profession has signed, and one's own part.
import { useState } from "preact/hooks";
import { ask } from "web/api/client";
import { labelOf } from "web/api/vocabulary";
import { Alert } from "web/kit/Alert";
import { Button } from "web/kit/Button";
import { drafts } from "web/kit/drafts";
import { Fact, Facts } from "web/kit/Facts";
import { Page } from "web/kit/Page";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { Show } from "web/kit/Show";
import { useAct } from "web/kit/useAct";
import { useQuery } from "web/kit/useQuery";
import type { PageProps } from "web/shell/module";
import { say } from "web/shell/notices";
import { link } from "web/shell/router";
import { may, useSession } from "web/shell/session";
import { formatDay } from "web/words/format";
import { t } from "web/words/words";
import {
    type Assessment,
    type Instrument,
    type InstrumentDimension,
    instrumentOf,
    mostTelling,
    type Part,
    worded,
} from "./assessment";
import { Warning } from "./AssessmentSection";
import { draftOf, PartForm } from "./PartForm";
import { Profile } from "./Profile";
import "./cases.scss";

export default function AssessmentPage({ params }: PageProps) {
    const id = params["assessment"]!;
    const found = useQuery("cases.get_assessment", { path: { id } });
    const instruments = useQuery("cases.list_instruments", {});
    const caseId = found.data?.case;
    const back = caseId
        ? { href: link(`/cases/${caseId}`), label: t("page.cases.case") }
        : { href: link("/cases"), label: t("page.cases.cases") };
    return (
        <Page title={t("page.cases.assessments")} back={back}>
            <Show of={instruments}>
                {({ items }) => (
                    <Show of={found}>
                        {(assessment) => (
                            <Shown
                                assessment={assessment}
                                instruments={items}
                                onChanged={found.set}
                            />
                        )}
                    </Show>
                )}
            </Show>
        </Page>
    );
}

interface ShownProps {
    assessment: Assessment;
    instruments: Instrument[];
    onChanged: (assessment: Assessment) => void;
}

function Shown({ assessment, instruments, onChanged }: ShownProps) {
    const instrument = instrumentOf(instruments, assessment.instrument);
    const readsOnly = assessment.read_only;
    const isOpen = !assessment.closed_on && !assessment.cancelled && !readsOnly;
    return (
        <>
            {assessment.cancelled && !readsOnly && <Cancelled assessment={assessment} onChanged={onChanged} />}
            <About assessment={assessment} instrument={instrument} />
            {assessment.warning && <Warning line={assessment} instruments={instruments} />}
            {mostTelling([assessment]) && <Profile line={assessment} instrument={instrument} />}
            {isOpen && !assessment.own_profession && (
                <Alert kind="info" quiet title={t("page.cases.no_profession")}>
                    <p>{t("page.cases.no_profession_hint")}</p>
                </Alert>
            )}
            {instrument?.dimensions.map((dimension) => (
                <Dimension
                    key={dimension.code}
                    assessment={assessment}
                    dimension={dimension}
                    isOpen={isOpen}
                    onChanged={onChanged}
                />
            ))}
            {!assessment.cancelled && !readsOnly && <Ending assessment={assessment} onChanged={onChanged} />}
        </>
    );
}

interface AboutProps {
    assessment: Assessment;
    instrument: Instrument | undefined;
}

function About({ assessment, instrument }: AboutProps) {
    return (
        <Facts>
            <Fact name={t("page.cases.which_instrument")}>
                {worded(instrument) || assessment.instrument}
            </Fact>
            <Fact name={t("page.cases.assessment")}>
                {t("page.cases.begun_by", {
                    day: formatDay(assessment.begun_on),
                    name: assessment.begun_by_name,
                })}
            </Fact>
            <Fact name={t("field.cases.closed_on")} rare>
                {assessment.closed_on && formatDay(assessment.closed_on)}
            </Fact>
        </Facts>
    );
}

interface ChangingProps {
    assessment: Assessment;
    onChanged: (assessment: Assessment) => void;
}

interface DimensionProps extends ChangingProps {
    dimension: InstrumentDimension;
    isOpen: boolean;
}

function Dimension({ assessment, dimension, isOpen, onChanged }: DimensionProps) {
    const session = useSession();
    const kept = drafts.find(session.account, draftOf(assessment.id, dimension.code));
    const [writing, setWriting] = useState(kept !== undefined);
    const parts = assessment.parts.filter((part) => part.dimension === dimension.code);
    const own = parts.find((part) => part.own);
    const mayWrite = isOpen && !!assessment.own_profession && may(session, "cases.sign_part");
    const name = worded(dimension);
    const label = own ? t("do.cases.change_part") : t("do.cases.write_part");
    return (
        <section class="section" aria-label={name}>
            <h2>{name}</h2>
            {parts.length === 0 && <p>{t("page.cases.not_signed")}</p>}
            {parts.map((part) => (
                <Signed key={part.id} part={part} dimension={dimension} />
            ))}
            {mayWrite && !writing && (
                <div class="form-actions">
                    <Button
                        kind="outline"
                        label={`${label}: ${name}`}
                        onClick={() => setWriting(true)}
                    >
                        {label}
                    </Button>
                </div>
            )}
            {mayWrite && writing && (
                <PartForm
                    assessment={assessment}
                    dimension={dimension}
                    own={own}
                    onClose={() => setWriting(false)}
                    onChanged={(now) => {
                        setWriting(false);
                        onChanged(now);
                    }}
                />
            )}
        </section>
    );
}

function Signed({ part, dimension }: { part: Part; dimension: InstrumentDimension }) {
    const levelOf = (code: string) => part.answers.find(({ question }) => question === code)?.level;
    return (
        <div class="assessment-part">
            <p class="assessment-signed">
                {t("page.cases.signed", {
                    profession: labelOf("profession", part.profession),
                    name: part.signed_by_name,
                    day: formatDay(part.signed_on),
                })}
            </p>
            <Facts>
                {dimension.questions.map((question) => {
                    const level = levelOf(question.code);
                    return (
                        <Fact key={question.code} name={worded(question)}>
                            {level === undefined
                                ? t("page.cases.not_asked")
                                : worded(question.levels[level])}
                        </Fact>
                    );
                })}
                <Fact name={t("field.cases.part_note")} rare>
                    {part.note_withheld ? t("page.cases.note_withheld") : part.note}
                </Fact>
            </Facts>
        </div>
    );
}

function Cancelled({ assessment, onChanged }: ChangingProps) {
    const session = useSession();
    const restore = useAct("cases.restore_assessment");
    return (
        <Alert kind="warning" quiet title={t("page.cases.assessment_cancelled")}>
            {restore.problem && <ProblemAlert problem={restore.problem} />}
            {may(session, "cases.restore_assessment") && (
                <Button
                    kind="outline"
                    icon="undo"
                    busy={restore.busy}
                    onClick={() =>
                        void restore.run({ path: { id: assessment.id } }, onChanged)
                    }
                >
                    {t("do.cases.restore_assessment")}
                </Button>
            )}
        </Alert>
    );
}

function Ending({ assessment, onChanged }: ChangingProps) {
    const session = useSession();
    const close = useAct("cases.close_assessment");
    const cancel = useAct("cases.cancel_assessment");
    const problem = close.problem ?? cancel.problem;
    const path = { id: assessment.id };
    const isOpen = !assessment.closed_on;
    return (
        <section class="section">
            {problem && <ProblemAlert problem={problem} />}
            {isOpen && !assessment.complete && <p>{t("page.cases.to_close")}</p>}
            <div class="form-actions">
                {isOpen && may(session, "cases.close_assessment") && (
                    <Button
                        busy={close.busy}
                        onClick={() =>
                            void close.run({ path }, (now) => {
                                say({ text: t("page.cases.assessment_closed") });
                                onChanged(now);
                            })
                        }
                    >
                        {t("do.cases.close_assessment")}
                    </Button>
                )}
                {may(session, "cases.cancel_assessment") && (
                    <Button
                        kind="plain"
                        busy={cancel.busy}
                        onClick={() =>
                            void cancel.run({ path }, (now) => {
                                say({
                                    text: t("page.cases.assessment_cancelled"),
                                    undo: async () => {
                                        await ask("cases.restore_assessment", { path });
                                    },
                                });
                                onChanged(now);
                            })
                        }
                    >
                        {t("do.cases.cancel_assessment")}
                    </Button>
                )}
            </div>
        </section>
    );
}
