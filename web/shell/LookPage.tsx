// SPDX-License-Identifier: EUPL-1.2
// One record that the server has not taken: what was written, why not, and what can be done.
import { useState } from "preact/hooks";
import { askServer } from "web/api/client";
import { Problem } from "web/api/problem";
import { Alert } from "web/kit/Alert";
import { Button, LinkButton } from "web/kit/Button";
import { Fact, Facts } from "web/kit/Facts";
import { EmptyState } from "web/kit/List";
import { Page } from "web/kit/Page";
import { ProblemAlert } from "web/kit/ProblemAlert";
import type { Item } from "web/phone/items";
import type { Side } from "web/phone/offline";
import type { OpenPhone } from "web/phone/open_phone";
import { t } from "web/words/words";
import { BothSides, chosenOf } from "./BothSides";
import { titleOf } from "./itemTitle";
import type { PageProps } from "./module";
import { say } from "./notices";
import { refreshPhone, usePhone } from "./phone";
import { goInstead, link } from "./router";

export default function LookPage({ params }: PageProps) {
    const phone = usePhone();
    const item = phone?.outbox.find(params["item"]!);
    return (
        <Page
            title={item ? titleOf(item) : t("page.phone.to_look")}
            back={{ href: link("/phone/waiting"), label: t("page.phone.outbox") }}
        >
            {phone && item?.state === "look" ? (
                <Look key={item.key} phone={phone} item={item} />
            ) : (
                <EmptyState title={t("page.phone.gone")} />
            )}
        </Page>
    );
}

function Look({ phone, item }: { phone: OpenPhone; item: Item }) {
    const refusal = item.refusal!;
    const sides = phone.sidesOf(item.act);
    const mine = sides?.({ ...item.wish.body });
    const [busy, setBusy] = useState(false);
    const [problem, setProblem] = useState<Problem | null>(null);

    async function again(wish = item.wish): Promise<void> {
        setBusy(true);
        await phone.outbox.mend(item.key, wish);
        await refreshPhone();
        say({ text: t("page.phone.again_later") });
        goInstead("/phone/waiting");
    }

    async function settle(): Promise<void> {
        await phone.outbox.settle(item.key);
        say({ text: t("page.phone.closed_one") });
        goInstead("/phone/waiting");
    }

    async function afterDoing(first: () => Promise<unknown>): Promise<void> {
        setBusy(true);
        try {
            await first();
            await again();
        } catch (failure) {
            if (!(failure instanceof Problem)) throw failure;
            setProblem(failure);
            setBusy(false);
        }
    }

    if (sides && mine && refusal.standing) {
        const standing = refusal.standing as object & { version: number };
        return (
            <BothSides
                mine={mine}
                standing={sides(standing)}
                before={item.before ? sides(item.before as object) : undefined}
                busy={busy}
                onSave={(fields) => {
                    const body = chosenOf(item.wish.body!, standing, fields);
                    void again({ ...item.wish, body: { ...body, base: standing.version } });
                }}
                onKeep={() => void settle()}
            />
        );
    }

    const remedy = phone.remedyFor(item);
    const form = phone.formOf(item);
    return (
        <>
            <Alert kind="warning" quiet title={refusal.title || t("page.phone.refused")}>
                {refusal.errors.length > 0 && (
                    <ul>
                        {refusal.errors.map((error) => (
                            <li key={error.field}>{error.title}</li>
                        ))}
                    </ul>
                )}
            </Alert>
            {problem && <ProblemAlert problem={problem} />}
            {mine && <Mine sides={mine} />}
            <div class="form-actions">
                {remedy?.page && (
                    <LinkButton href={link(remedy.page(item))}>{t(remedy.label)}</LinkButton>
                )}
                {remedy?.before && (
                    <Button
                        busy={busy}
                        onClick={() => void afterDoing(() => remedy.before!(item, askServer))}
                    >
                        {t(remedy.label)}
                    </Button>
                )}
                {form && <LinkButton href={`#${form}`}>{t("do.phone.correct")}</LinkButton>}
                <Button kind="outline" busy={busy} onClick={() => void again()}>
                    {t("do.phone.again")}
                </Button>
                <Button kind="outline" onClick={() => void settle()}>
                    {t("do.phone.settle")}
                </Button>
            </div>
        </>
    );
}

function Mine({ sides }: { sides: Side[] }) {
    return (
        <section class="section">
            <h2>{t("page.phone.mine_only")}</h2>
            <Facts>
                {sides.map(({ field, label, text }) => (
                    <Fact key={field} name={label} rare>
                        {text && <bdi>{text}</bdi>}
                    </Fact>
                ))}
            </Facts>
        </section>
    );
}
