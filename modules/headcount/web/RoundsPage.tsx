// SPDX-License-Identifier: EUPL-1.2
// The counts of persons across cities, as the direction sees them.
import { useState } from "preact/hooks";
import type { HeadcountRound } from "web/api/acts";
import { ask } from "web/api/client";
import { Button } from "web/kit/Button";
import { Dialog, DialogActions } from "web/kit/Dialog";
import { DateField } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { Card, CardList, EmptyState } from "web/kit/List";
import { Page } from "web/kit/Page";
import { Show } from "web/kit/Show";
import { useAct } from "web/kit/useAct";
import { reloadAll, useQuery } from "web/kit/useQuery";
import { uuid7 } from "web/kit/uuid7";
import { say } from "web/shell/notices";
import { link } from "web/shell/router";
import { may, useSession } from "web/shell/session";
import { daysLater, formatDay, today } from "web/words/format";
import { t } from "web/words/words";
import { figureOf, periodOf, StateMark } from "./period";

const DAYS_TO_ANSWER = 14;

export default function RoundsPage() {
    const session = useSession();
    const [opening, setOpening] = useState(false);
    const rounds = useQuery("headcount.list_rounds", {});
    return (
        <Page
            wide
            title={t("page.headcount.rounds")}
            actions={
                may(session, "headcount.open_round") && (
                    <Button onClick={() => setOpening(true)}>{t("do.headcount.open")}</Button>
                )
            }
        >
            <p class="lead">{t("page.headcount.lead")}</p>
            <Show of={rounds}>
                {({ items }) =>
                    items.length === 0 ? (
                        <EmptyState title={t("page.headcount.none")}>
                            <p>{t("page.headcount.none_hint")}</p>
                        </EmptyState>
                    ) : (
                        <CardList label={t("page.headcount.rounds")}>
                            {items.map((round) => (
                                <Line key={round.id} round={round} />
                            ))}
                        </CardList>
                    )
                }
            </Show>
            {opening && (
                <OpenForm
                    onClose={() => setOpening(false)}
                    onDone={() => {
                        setOpening(false);
                        void rounds.reload();
                    }}
                />
            )}
        </Page>
    );
}

function Line({ round }: { round: HeadcountRound }) {
    return (
        <Card
            href={link(`/headcount/rounds/${round.id}`)}
            title={periodOf(round)}
            badges={<StateMark {...round} />}
            second={
                figureOf(round) ||
                t("page.headcount.answer_by", { day: formatDay(round.answer_by) })
            }
            third={round.opened_by_name}
        />
    );
}

function OpenForm({ onClose, onDone }: { onClose: () => void; onDone: () => void }) {
    const open = useAct("headcount.open_round");
    const [id] = useState(uuid7);
    const [text, setText] = useState({
        period_from: "",
        period_until: "",
        answer_by: daysLater(today(), DAYS_TO_ANSWER),
    });
    const change = (part: Partial<typeof text>) => setText({ ...text, ...part });

    function submit(): void {
        void open.run({ body: { ...text, id } }, () => {
            say({
                text: t("page.headcount.opened"),
                undo: async () => {
                    await ask("headcount.break_off_round", { path: { id } });
                    reloadAll();
                },
            });
            onDone();
        });
    }

    return (
        <Dialog title={t("do.headcount.open")} onClose={onClose}>
            <Form class="form" problem={open.problem} onSubmit={submit}>
                <DateField
                    name="period_from"
                    required
                    label={t("field.headcount.period_from")}
                    max={daysLater(today(), -1)}
                    value={text.period_from}
                    onInput={(period_from) => change({ period_from })}
                />
                <DateField
                    name="period_until"
                    required
                    label={t("field.headcount.period_until")}
                    max={daysLater(today(), -1)}
                    value={text.period_until}
                    onInput={(period_until) => change({ period_until })}
                />
                <DateField
                    name="answer_by"
                    required
                    label={t("field.headcount.answer_by")}
                    min={today()}
                    value={text.answer_by}
                    onInput={(answer_by) => change({ answer_by })}
                />
                <DialogActions
                    busy={open.busy}
                    label={t("do.headcount.open")}
                    onClose={onClose}
                />
            </Form>
        </Dialog>
    );
}
