// SPDX-License-Identifier: EUPL-1.2
// What those who live together have agreed, who has signed, and a new agreement.
import { useState } from "preact/hooks";
import { ask } from "web/api/client";
import { Button } from "web/kit/Button";
import { Dialog, DialogActions } from "web/kit/Dialog";
import { DateField, Select, TextArea } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { Badge, Card, CardList } from "web/kit/List";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { Show } from "web/kit/Show";
import { useAct } from "web/kit/useAct";
import { reloadAll, useQuery } from "web/kit/useQuery";
import { uuid7 } from "web/kit/uuid7";
import { say } from "web/shell/notices";
import { formatDay, today } from "web/words/format";
import { t } from "web/words/words";
import { whoOf } from "./housingText";
import { told } from "./told";
import type { Agreement, Stay } from "./types";

function wishOf({ place, words, from_on }: Agreement, cancelled: boolean, base: number) {
    return { place, words, from_on, cancelled, base };
}

export function Agreements({ place }: { place: string }) {
    const agreements = useQuery("housing.list_agreements", { path: { place } });
    const [isAdding, setAdding] = useState(false);
    return (
        <section class="section">
            <div class="section-head">
                <h2>{t("page.housing.agreements")}</h2>
                <Button kind="outline" icon="add" onClick={() => setAdding(true)}>
                    {t("do.housing.add_agreement")}
                </Button>
            </div>
            <Show of={agreements}>
                {({ items }) =>
                    items.length === 0 ? (
                        <p>{t("page.housing.no_agreement")}</p>
                    ) : (
                        <CardList label={t("page.housing.agreements")}>
                            {items.map((agreement) => (
                                <AgreementCard
                                    key={agreement.id}
                                    agreement={agreement}
                                    reload={agreements.reload}
                                />
                            ))}
                        </CardList>
                    )
                }
            </Show>
            {isAdding && <AgreementDialog place={place} onClose={() => setAdding(false)} />}
        </section>
    );
}

interface AgreementCardProps {
    agreement: Agreement;
    reload: () => Promise<void>;
}

function AgreementCard({ agreement, reload }: AgreementCardProps) {
    const write = useAct("housing.write_agreement");
    const { id, words, from_on, cancelled, signatures, version } = agreement;
    const path = { id };
    const day = formatDay(from_on);
    const set = () =>
        void write.run({ path, body: wishOf(agreement, !cancelled, version) }, (written) => {
            say({
                text: t("page.housing.agreement_written"),
                undo: async () => {
                    const body = wishOf(agreement, cancelled, written.version);
                    await ask("housing.write_agreement", { path, body });
                    reloadAll();
                },
            });
            void reload();
        });
    return (
        <Card
            title={t("page.housing.from_day", { day })}
            badges={cancelled && <Badge>{t("page.housing.closed_place")}</Badge>}
            second={words}
            third={
                signatures.length > 0 &&
                t("page.housing.signed_by", {
                    names: signatures
                        .map((one) => `${whoOf(one)} (${formatDay(one.signed_on)})`)
                        .join(", "),
                })
            }
            actions={
                <>
                    {write.problem && <ProblemAlert problem={write.problem} />}
                    <Button kind="plain" busy={write.busy} onClick={set}>
                        {t(cancelled ? "do.housing.restore" : "do.housing.cancel_agreement")}
                        <span class="visually-hidden"> {day}</span>
                    </Button>
                </>
            }
        />
    );
}

function AgreementDialog({ place, onClose }: { place: string; onClose: () => void }) {
    const write = useAct("housing.write_agreement");
    const [id] = useState(uuid7);
    const [words, setWords] = useState("");
    const [from, setFrom] = useState(today());

    function submit(): void {
        const body = { place, words: words.trim(), from_on: from };
        void write.run({ path: { id }, body }, (written) => {
            onClose();
            told(t("page.housing.agreement_written"), () =>
                ask("housing.write_agreement", {
                    path: { id },
                    body: wishOf(written, true, written.version),
                }),
            );
        });
    }

    return (
        <Dialog title={t("do.housing.add_agreement")} onClose={onClose}>
            <Form class="form" problem={write.problem} onSubmit={submit}>
                <TextArea
                    name="words"
                    required
                    rows={6}
                    label={t("field.housing.words")}
                    hint={t("field.housing.words_hint")}
                    value={words}
                    onInput={setWords}
                />
                <DateField
                    name="from_on"
                    required
                    label={t("field.housing.from_on")}
                    value={from}
                    onInput={setFrom}
                />
                <DialogActions busy={write.busy} onClose={onClose} />
            </Form>
        </Dialog>
    );
}

interface SignDialogProps {
    stay: Stay;
    onClose: () => void;
    onDone: (stay: Stay) => void;
}

export function SignDialog({ stay, onClose, onDone }: SignDialogProps) {
    const agreements = useQuery("housing.list_agreements", { path: { place: stay.place } });
    const sign = useAct("housing.sign_agreement");
    const [agreement, setAgreement] = useState(stay.agreement ?? "");
    const [on, setOn] = useState(stay.signed_on ?? today());
    const path = { id: stay.id };

    function submit(): void {
        const body = agreement ? { agreement, signed_on: on } : {};
        void sign.run({ path, body }, (after) => {
            onClose();
            onDone(after);
            say({
                text: t("page.housing.signed"),
                undo: async () => {
                    const before = {
                        agreement: stay.agreement ?? null,
                        signed_on: stay.signed_on ?? null,
                    };
                    await ask("housing.sign_agreement", { path, body: before });
                    reloadAll();
                },
            });
        });
    }

    return (
        <Dialog title={t("do.housing.sign")} onClose={onClose}>
            <Form class="form" problem={sign.problem} onSubmit={submit}>
                <Select
                    name="agreement"
                    label={t("field.housing.agreement")}
                    options={(agreements.data?.items ?? [])
                        .filter(({ cancelled }) => !cancelled)
                        .map(({ id, words, from_on }) => ({
                            value: id,
                            label: `${formatDay(from_on)}: ${words.slice(0, 60)}`,
                        }))}
                    empty={t("page.housing.not_signed")}
                    value={agreement}
                    onChange={setAgreement}
                />
                <DateField
                    name="signed_on"
                    label={t("field.housing.signed_on")}
                    max={today()}
                    value={on}
                    onInput={setOn}
                />
                <DialogActions busy={sign.busy} onClose={onClose} />
            </Form>
        </Dialog>
    );
}
