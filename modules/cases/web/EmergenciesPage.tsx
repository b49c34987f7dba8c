// SPDX-License-Identifier: EUPL-1.2
// Who opened a case that is not theirs in an emergency: for the data-protection officer, who says
// whether it was proper, and for who coordinates. Nobody is named but those who work here.
import { useState } from "preact/hooks";
import { labelOf, options } from "web/api/vocabulary";
import { Button } from "web/kit/Button";
import { ChooseOne } from "web/kit/ChoiceChips";
import { Dialog, DialogActions } from "web/kit/Dialog";
import { TextArea } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { Badge, Card, CardList, EmptyState } from "web/kit/List";
import { Page } from "web/kit/Page";
import { Show } from "web/kit/Show";
import { useAct } from "web/kit/useAct";
import { useQuery } from "web/kit/useQuery";
import { say } from "web/shell/notices";
import { link } from "web/shell/router";
import { may, useSession } from "web/shell/session";
import { formatInstant } from "web/words/format";
import { count, t } from "web/words/words";
import type { EmergencyAccess } from "./openings";

export default function EmergenciesPage() {
    const found = useQuery("cases.list_emergency_accesses", {});
    const [judging, setJudging] = useState<EmergencyAccess>();
    return (
        <Page wide title={t("page.cases.emergencies")}>
            <p class="lead">{t("page.cases.emergencies_hint")}</p>
            <Show of={found}>
                {({ items }) =>
                    items.length === 0 ? (
                        <EmptyState title={t("page.cases.no_emergencies")} />
                    ) : (
                        <CardList label={t("page.cases.emergencies")}>
                            {items.map((each) => (
                                <Line
                                    key={each.id}
                                    access={each}
                                    onJudge={() => setJudging(each)}
                                />
                            ))}
                        </CardList>
                    )
                }
            </Show>
            {judging && (
                <Judge
                    access={judging}
                    onClose={() => setJudging(undefined)}
                    onDone={() => {
                        setJudging(undefined);
                        void found.reload();
                    }}
                />
            )}
        </Page>
    );
}

interface LineProps {
    access: EmergencyAccess;
    onJudge: () => void;
}

function Line({ access, onJudge }: LineProps) {
    const session = useSession();
    const { by_name: name, judgement } = access;
    return (
        <Card
            title={labelOf("emergency_reason", access.reason)}
            badges={
                judgement ? (
                    <Badge kind={judgement === "NOT_PROPER" ? "danger" : "neutral"}>
                        {labelOf("emergency_judgement", judgement)}
                    </Badge>
                ) : (
                    <Badge kind="warning">{t("page.cases.to_judge")}</Badge>
                )
            }
            second={[
                t("page.cases.emergency_line", {
                    name,
                    from: formatInstant(access.at),
                    to: formatInstant(access.until),
                }),
                access.closed_at &&
                    t("page.cases.emergency_closed_at", { when: formatInstant(access.closed_at) }),
                count("page.cases.readings", access.readings),
            ]
                .filter(Boolean)
                .join(" · ")}
            third={<Words access={access} />}
            actions={
                <>
                    {may(session, "cases.judge_emergency_access") && (
                        <Button
                            kind={judgement ? "plain" : "outline"}
                            label={t("page.cases.judge_of", {
                                name,
                                when: formatInstant(access.at),
                            })}
                            onClick={onJudge}
                        >
                            {t("do.cases.judge_access")}
                        </Button>
                    )}
                    {may(session, "access.list_journal") && (
                        <a href={link("/journal", { person: access.person })}>
                            {t("page.cases.journal_of")}
                        </a>
                    )}
                </>
            }
        />
    );
}

function Words({ access }: { access: EmergencyAccess }) {
    return (
        <>
            <p>{access.words}</p>
            {access.judgement && access.judged_at && (
                <p>
                    {t("page.cases.judged", {
                        judgement: labelOf("emergency_judgement", access.judgement),
                        name: access.judged_by_name ?? "",
                        when: formatInstant(access.judged_at),
                    })}
                </p>
            )}
            {access.judgement_note && <p>{access.judgement_note}</p>}
        </>
    );
}

interface JudgeProps {
    access: EmergencyAccess;
    onClose: () => void;
    onDone: () => void;
}

function Judge({ access, onClose, onDone }: JudgeProps) {
    const judge = useAct("cases.judge_emergency_access");
    const [wish, setWish] = useState({
        judgement: access.judgement ?? "",
        note: access.judgement_note ?? "",
    });
    const change = (part: Partial<typeof wish>) => setWish({ ...wish, ...part });

    function submit(): void {
        const body = { judgement: wish.judgement, note: wish.note.trim() || null };
        void judge.run({ path: { id: access.id }, body }, () => {
            say({ text: t("page.cases.judgement_saved") });
            onDone();
        });
    }

    return (
        <Dialog
            title={t("page.cases.judge_of", {
                name: access.by_name,
                when: formatInstant(access.at),
            })}
            onClose={onClose}
        >
            <Form class="form" problem={judge.problem} onSubmit={submit}>
                <ChooseOne
                    name="judgement"
                    required
                    label={t("field.cases.judgement")}
                    options={options("emergency_judgement")}
                    value={wish.judgement}
                    onChange={(judgement) => change({ judgement })}
                />
                <TextArea
                    name="note"
                    label={t("field.cases.judgement_note")}
                    hint={t("field.cases.judgement_note_hint")}
                    value={wish.note}
                    onInput={(note) => change({ note })}
                />
                <DialogActions busy={judge.busy} onClose={onClose} />
            </Form>
        </Dialog>
    );
}
