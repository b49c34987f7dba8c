// SPDX-License-Identifier: EUPL-1.2
// A temporary case ends when another service has taken over: sent, then accepted.
import { useState } from "preact/hooks";
import type { Case } from "web/api/acts";
import { ask } from "web/api/client";
import { labelOf, options } from "web/api/vocabulary";
import { Button } from "web/kit/Button";
import { ChooseOne } from "web/kit/ChoiceChips";
import { Dialog, DialogActions } from "web/kit/Dialog";
import { Fact, Facts } from "web/kit/Facts";
import { DateField, TextField } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { EmptyState } from "web/kit/List";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { useAct } from "web/kit/useAct";
import { say } from "web/shell/notices";
import { may, useSession } from "web/shell/session";
import { formatDay, today } from "web/words/format";
import { t } from "web/words/words";
import { goesOn } from "./openings";

interface HandOverProps {
    known: Case;
    onChanged: (known: Case) => void;
}

export function HandOver({ known, onChanged }: HandOverProps) {
    const session = useSession();
    const remove = useAct("cases.remove_hand_over");
    const [asking, setAsking] = useState<"send" | "accept" | null>(null);
    const mayChange = goesOn(known) && may(session, "cases.record_hand_over");
    const changed = (now: Case) => {
        setAsking(null);
        onChanged(now);
    };

    return (
        <section class="section">
            <h2>{t("page.cases.hand_over")}</h2>
            {remove.problem && <ProblemAlert problem={remove.problem} />}
            {known.hand_over_to ? (
                <Facts>
                    <Fact name={t("field.cases.to")}>{known.hand_over_to}</Fact>
                    <Fact name={t("field.cases.destination")}>
                        {labelOf("hand_over_destination", known.hand_over_destination)}
                    </Fact>
                    <Fact name={t("field.cases.sent_on")}>
                        {known.hand_over_sent_on && formatDay(known.hand_over_sent_on)}
                    </Fact>
                    <Fact name={t("field.cases.accepted_on")}>
                        {known.hand_over_accepted_on
                            ? formatDay(known.hand_over_accepted_on)
                            : t("page.cases.not_accepted_yet")}
                    </Fact>
                </Facts>
            ) : (
                <EmptyState title={t("page.cases.no_hand_over")}>
                    <p>{t("page.cases.no_hand_over_hint")}</p>
                </EmptyState>
            )}
            {mayChange && (
                <div class="form-actions">
                    {!known.hand_over_to && (
                        <Button kind="outline" onClick={() => setAsking("send")}>
                            {t("do.cases.record_hand_over")}
                        </Button>
                    )}
                    {known.hand_over_to && !known.hand_over_accepted_on && (
                        <Button kind="outline" onClick={() => setAsking("accept")}>
                            {t("do.cases.accept_hand_over")}
                        </Button>
                    )}
                    {known.hand_over_to && (
                        <Button
                            kind="plain"
                            icon="undo"
                            busy={remove.busy}
                            onClick={() =>
                                void remove.run({ path: { id: known.id } }, (now) => {
                                    say({ text: t("page.cases.hand_over_removed") });
                                    onChanged(now);
                                })
                            }
                        >
                            {t("do.cases.remove_hand_over")}
                        </Button>
                    )}
                </div>
            )}
            {asking === "send" && (
                <Send known={known} onClose={() => setAsking(null)} onChanged={changed} />
            )}
            {asking === "accept" && (
                <Accept known={known} onClose={() => setAsking(null)} onChanged={changed} />
            )}
        </section>
    );
}

interface AskingProps extends HandOverProps {
    onClose: () => void;
}

function Send({ known, onClose, onChanged }: AskingProps) {
    const record = useAct("cases.record_hand_over");
    const [wish, setWish] = useState({ to: "", destination: "area", sent_on: today() });
    const change = (part: Partial<typeof wish>) => setWish({ ...wish, ...part });
    const path = { id: known.id };

    function submit(): void {
        void record.run({ path, body: wish }, (now) => {
            say({
                text: t("page.cases.hand_over_recorded"),
                undo: async () => {
                    await ask("cases.remove_hand_over", { path });
                },
            });
            onChanged(now);
        });
    }

    return (
        <Dialog title={t("do.cases.record_hand_over")} onClose={onClose}>
            <Form class="form" problem={record.problem} onSubmit={submit}>
                <TextField
                    name="to"
                    required
                    label={t("field.cases.to")}
                    hint={t("field.cases.to_hint")}
                    value={wish.to}
                    onInput={(to) => change({ to })}
                />
                <ChooseOne
                    name="destination"
                    always
                    label={t("field.cases.destination")}
                    options={options("hand_over_destination")}
                    value={wish.destination}
                    onChange={(destination) => change({ destination })}
                />
                <DateField
                    name="sent_on"
                    required
                    label={t("field.cases.sent_on")}
                    max={today()}
                    value={wish.sent_on}
                    onInput={(sent_on) => change({ sent_on })}
                />
                <DialogActions busy={record.busy} onClose={onClose} />
            </Form>
        </Dialog>
    );
}

function Accept({ known, onClose, onChanged }: AskingProps) {
    const accept = useAct("cases.accept_hand_over");
    const [on, setOn] = useState(today());

    function submit(): void {
        void accept.run({ path: { id: known.id }, body: { on } }, (now) => {
            say({ text: t("page.cases.hand_over_accepted") });
            onChanged(now);
        });
    }

    return (
        <Dialog title={t("do.cases.accept_hand_over")} onClose={onClose}>
            <Form class="form" problem={accept.problem} onSubmit={submit}>
                <DateField
                    name="on"
                    required
                    label={t("field.cases.accepted_on")}
                    max={today()}
                    value={on}
                    onInput={setOn}
                />
                <DialogActions busy={accept.busy} onClose={onClose} />
            </Form>
        </Dialog>
    );
}
