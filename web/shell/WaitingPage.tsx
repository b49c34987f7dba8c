// SPDX-License-Identifier: EUPL-1.2
// What waits on the phone, since when, and why; and for what has arrived the proof, one by one.
import { useState } from "preact/hooks";
import { Button, LinkButton } from "web/kit/Button";
import { Badge, Card, CardList, EmptyState } from "web/kit/List";
import { Page } from "web/kit/Page";
import type { Item } from "web/phone/items";
import type { OpenPhone } from "web/phone/open_phone";
import type { ItemState } from "web/phone/storage";
import { formatInstant } from "web/words/format";
import { count, t } from "web/words/words";
import { titleOf } from "./itemTitle";
import { refreshPhone, usePhone } from "./phone";
import { link } from "./router";

const ARRIVED_SHOWN = 50;

export default function WaitingPage() {
    const phone = usePhone();
    return (
        <Page
            title={t("page.phone.outbox")}
            back={{ href: link("/phone"), label: t("page.phone.title") }}
        >
            {phone ? <Waiting phone={phone} /> : <NotPrepared />}
        </Page>
    );
}

function NotPrepared() {
    return (
        <EmptyState title={t("page.phone.nothing")}>
            <LinkButton href={link("/phone")}>{t("do.phone.prepare")}</LinkButton>
        </EmptyState>
    );
}

function Waiting({ phone }: { phone: OpenPhone }) {
    const [busy, setBusy] = useState(false);
    const nothing = phone.outbox.list("waiting", "look").length === 0;

    async function send(): Promise<void> {
        setBusy(true);
        await refreshPhone();
        setBusy(false);
    }

    return (
        <>
            <p class="lead">{t("page.phone.outbox_hint")}</p>
            {nothing ? (
                <EmptyState title={t("page.phone.nothing")} />
            ) : (
                <div class="form-actions">
                    <Button busy={busy} onClick={() => void send()}>
                        {t("do.phone.send")}
                    </Button>
                </div>
            )}
            <Items phone={phone} state="look" title={t("page.phone.to_look")} />
            <Items phone={phone} state="waiting" title={t("page.phone.to_send")} />
            <Items phone={phone} state="settled" title={t("page.phone.settled")} />
            <Items phone={phone} state="arrived" title={t("page.phone.arrived")} />
        </>
    );
}

interface ItemsProps {
    phone: OpenPhone;
    state: ItemState;
    title: string;
}

function Items({ phone, state, title }: ItemsProps) {
    const items = phone.outbox.list(state);
    if (items.length === 0) return null;
    // What has arrived: the last first. What waits: in the order in which it goes.
    const shown = state === "arrived" ? items.toReversed().slice(0, ARRIVED_SHOWN) : items;
    return (
        <section class="section">
            <h2>{title}</h2>
            <CardList label={title}>
                {shown.map((item) => (
                    <ItemLine key={item.order} item={item} isHeld={phone.outbox.isHeld(item)} />
                ))}
            </CardList>
        </section>
    );
}

function ItemLine({ item, isHeld }: { item: Item; isHeld: boolean }) {
    const said = (milliseconds: number) => formatInstant(new Date(milliseconds).toISOString());
    const isWaiting = item.state === "waiting";
    return (
        <Card
            {...(item.state === "look" && { href: link(`/phone/waiting/${item.key}`) })}
            title={titleOf(item)}
            badges={
                (item.state === "look" && <Badge kind="warning">{t("page.phone.look")}</Badge>) ||
                (isWaiting && isHeld && <Badge>{t("page.phone.held")}</Badge>)
            }
            second={[
                item.about,
                t("page.phone.since", { when: said(item.queued_at) }),
                isWaiting && item.tries > 0 && count("page.phone.tries", item.tries),
            ]
                .filter(Boolean)
                .join(" · ")}
            third={
                item.arrived_at === undefined
                    ? item.refusal?.title
                    : t("page.phone.arrived_at", { when: said(item.arrived_at) })
            }
        />
    );
}
