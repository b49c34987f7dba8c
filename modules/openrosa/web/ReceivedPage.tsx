// SPDX-License-Identifier: EUPL-1.2
// What came from phones last: did it arrive?
import { Badge, Card, CardList, EmptyState } from "web/kit/List";
import { Page } from "web/kit/Page";
import { Show } from "web/kit/Show";
import { useQuery } from "web/kit/useQuery";
import { link } from "web/shell/router";
import { formatInstant } from "web/words/format";
import { count, t } from "web/words/words";
import { Pictures } from "./Pictures";

export default function ReceivedPage() {
    const received = useQuery("openrosa.list_received", {});
    return (
        <Page
            title={t("page.openrosa.received")}
            back={{ href: link("/phones"), label: t("page.openrosa.phones") }}
        >
            <p class="lead">{t("page.openrosa.received_hint")}</p>
            <Show of={received}>
                {({ items }) =>
                    items.length === 0 ? (
                        <EmptyState title={t("page.openrosa.none_received")}>
                            <p>{t("page.openrosa.none_received_hint")}</p>
                        </EmptyState>
                    ) : (
                        <CardList label={t("page.openrosa.received")}>
                            {items.map((one) => (
                                <Card
                                    key={one.id}
                                    href={
                                        one.act === "outreach.record_contact"
                                            ? link(`/outreach/contacts/${one.thing}`)
                                            : undefined
                                    }
                                    title={one.form_title}
                                    second={
                                        <bdi>
                                            {t("page.openrosa.sent_by", {
                                                name: one.sent_by_name,
                                                when: formatInstant(one.received_at),
                                            })}
                                        </bdi>
                                    }
                                    badges={
                                        <>
                                            {one.replaced && (
                                                <Badge>{t("page.openrosa.replaced")}</Badge>
                                            )}
                                            {one.pictures_missing > 0 && (
                                                <Badge kind="warning">
                                                    {count(
                                                        "page.openrosa.pictures_missing",
                                                        one.pictures_missing,
                                                    )}
                                                </Badge>
                                            )}
                                        </>
                                    }
                                    actions={
                                        one.pictures.length > 0 && <Pictures ids={one.pictures} />
                                    }
                                />
                            ))}
                        </CardList>
                    )
                }
            </Show>
        </Page>
    );
}
