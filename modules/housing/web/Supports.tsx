// SPDX-License-Identifier: EUPL-1.2
// Help with a rented home of one person: what was agreed, in which instalments, what was paid.
import { useState } from "preact/hooks";
import { ask } from "web/api/client";
import { labelOf } from "web/api/vocabulary";
import { Button } from "web/kit/Button";
import { Card, CardList } from "web/kit/List";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { Show } from "web/kit/Show";
import { useAct } from "web/kit/useAct";
import { useQuery } from "web/kit/useQuery";
import { formatDay, today } from "web/words/format";
import { t } from "web/words/words";
import { CancelButton } from "./CancelButton";
import { euro } from "./money";
import { InstalmentDialog, SupportDialog } from "./SupportDialogs";
import { told } from "./told";
import type { Instalment, Support } from "./types";

interface SupportsProps {
    query: { person: string; case?: string | undefined };
}

export function Supports({ query }: SupportsProps) {
    const { person } = query;
    const supports = useQuery("housing.list_supports", { query: { person } });
    const [open, setOpen] = useState<Support | "new">();
    return (
        <>
            <div class="section-head">
                <h3>{t("page.housing.supports")}</h3>
                <Button kind="outline" icon="add" onClick={() => setOpen("new")}>
                    {t("do.housing.add_support")}
                </Button>
            </div>
            <Show of={supports}>
                {({ items }) =>
                    items.length > 0 && (
                        <CardList label={t("page.housing.supports")}>
                            {items.map((support) => (
                                <SupportCard
                                    key={support.id}
                                    support={support}
                                    onChange={() => setOpen(support)}
                                />
                            ))}
                        </CardList>
                    )
                }
            </Show>
            {open && (
                <SupportDialog
                    query={query}
                    support={open === "new" ? undefined : open}
                    onClose={() => setOpen(undefined)}
                />
            )}
        </>
    );
}

interface SupportCardProps {
    support: Support;
    onChange: () => void;
}

function SupportCard({ support, onChange }: SupportCardProps) {
    const [isAdding, setAdding] = useState(false);
    const { id, kind, amount, paid, agreed_on, landlord_name, note, outcome } = support;
    const title = `${labelOf("housing_support_kind", kind)}: ${euro(amount)}`;
    const name = <span class="visually-hidden"> {title}</span>;
    return (
        <>
            <Card
                title={title}
                second={[
                    formatDay(agreed_on),
                    t("page.housing.paid", { amount: euro(paid) }),
                    outcome && labelOf("housing_support_outcome", outcome),
                ]
                    .filter(Boolean)
                    .join(" · ")}
                third={[landlord_name, note].filter(Boolean).join(" · ")}
                actions={
                    <>
                        <Button kind="outline" onClick={() => setAdding(true)}>
                            {t("do.housing.add_instalment")}
                            {name}
                        </Button>
                        <Button kind="outline" onClick={onChange}>
                            {t("web.change")}
                            {name}
                        </Button>
                        <CancelButton
                            what="support"
                            id={id}
                            said={t("page.housing.support_cancelled")}
                        >
                            {t("do.housing.cancel_support")}
                            {name}
                        </CancelButton>
                    </>
                }
            />
            {support.instalments
                .filter(({ cancelled }) => !cancelled)
                .map((instalment) => (
                    <InstalmentCard key={instalment.id} instalment={instalment} />
                ))}
            {isAdding && <InstalmentDialog support={id} onClose={() => setAdding(false)} />}
        </>
    );
}

function InstalmentCard({ instalment }: { instalment: Instalment }) {
    const pay = useAct("housing.pay_instalment");
    const { id, amount, due_on, paid_on } = instalment;
    const path = { id };
    const title = t("page.housing.instalment", { amount: euro(amount), day: formatDay(due_on) });
    const name = <span class="visually-hidden"> {title}</span>;
    const set = (day: string | null) =>
        void pay.run({ path, body: { paid_on: day } }, () =>
            told(t("page.housing.instalment_written"), () =>
                ask("housing.pay_instalment", { path, body: { paid_on: paid_on ?? null } }),
            ),
        );
    return (
        <Card
            title={title}
            second={paid_on && t("page.housing.paid_on", { day: formatDay(paid_on) })}
            actions={
                <>
                    {pay.problem && <ProblemAlert problem={pay.problem} />}
                    <Button
                        kind="outline"
                        busy={pay.busy}
                        onClick={() => set(paid_on ? null : today())}
                    >
                        {t(paid_on ? "do.housing.not_paid" : "do.housing.pay")}
                        {name}
                    </Button>
                    {!paid_on && (
                        <CancelButton
                            what="instalment"
                            id={id}
                            said={t("page.housing.instalment_written")}
                        >
                            {t("do.housing.cancel_instalment")}
                            {name}
                        </CancelButton>
                    )}
                </>
            }
        />
    );
}
