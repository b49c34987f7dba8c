// SPDX-License-Identifier: EUPL-1.2
// How to set up a phone; and for who coordinates, what came from phones and waits.
import { useState } from "preact/hooks";
import type { PhoneSetting } from "web/api/acts";
import { Alert } from "web/kit/Alert";
import { Button, LinkButton } from "web/kit/Button";
import { Card, CardList, EmptyState } from "web/kit/List";
import { Page } from "web/kit/Page";
import { Show } from "web/kit/Show";
import { useQuery } from "web/kit/useQuery";
import { link } from "web/shell/router";
import { may, useSession } from "web/shell/session";
import { count, t } from "web/words/words";
import { AsideLine } from "./AsideLine";
import { QrCode } from "./QrCode";
import "./openrosa.scss";

export default function PhonesPage() {
    const session = useSession();
    const setting = useQuery("openrosa.show_setting", {});
    return (
        <Page
            title={t("page.openrosa.phones")}
            actions={
                may(session, "openrosa.list_received") && (
                    <LinkButton kind="outline" href={link("/phones/received")}>
                        {t("page.openrosa.received")}
                    </LinkButton>
                )
            }
        >
            <p class="lead">{t("page.openrosa.phones_hint")}</p>
            {may(session, "openrosa.list_asides") && <Asides />}
            <Show of={setting}>{(found) => <SetUp setting={found} />}</Show>
        </Page>
    );
}

function Asides() {
    const waiting = useQuery("openrosa.list_asides", { query: { state: "waiting" } });
    const [open, setOpen] = useState(false);
    return (
        <section class="section">
            <h2>{t("page.openrosa.asides")}</h2>
            <p>{t("page.openrosa.asides_hint")}</p>
            <Show of={waiting}>
                {({ items }) =>
                    items.length === 0 ? (
                        <EmptyState title={t("page.openrosa.no_asides")} />
                    ) : (
                        <CardList label={t("page.openrosa.asides")}>
                            {items.map((aside) => (
                                <AsideLine key={aside.id} aside={aside} />
                            ))}
                        </CardList>
                    )
                }
            </Show>
            {open ? (
                <Dismissed />
            ) : (
                <Button kind="plain" onClick={() => setOpen(true)}>
                    {t("do.openrosa.show_dismissed")}
                </Button>
            )}
        </section>
    );
}

function Dismissed() {
    const dismissed = useQuery("openrosa.list_asides", { query: { state: "dismissed" } });
    return (
        <>
            <h3>{t("page.openrosa.dismissed_list")}</h3>
            <Show of={dismissed}>
                {({ items }) =>
                    items.length === 0 ? (
                        <EmptyState title={t("web.nothing_found")} />
                    ) : (
                        <CardList label={t("page.openrosa.dismissed_list")}>
                            {items.map((aside) => (
                                <AsideLine key={aside.id} aside={aside} />
                            ))}
                        </CardList>
                    )
                }
            </Show>
        </>
    );
}

function SetUp({ setting }: { setting: PhoneSetting }) {
    return (
        <>
            <section class="section">
                <h2>{t("page.openrosa.set_up")}</h2>
                {!setting.encrypted && (
                    <Alert kind="warning" quiet title={t("page.openrosa.not_encrypted")} />
                )}
                <ol>
                    <li>
                        {t("page.openrosa.step_scan")}
                        <QrCode rows={setting.code} label={t("page.openrosa.code")} />
                        {t("page.openrosa.address")}:{" "}
                        <bdi class="phone-address">{setting.address}</bdi>
                    </li>
                    <li>{t("page.openrosa.step_name")}</li>
                    <li>{t("page.openrosa.step_forms")}</li>
                </ol>
            </section>
            <section class="section">
                <h2>{t("page.openrosa.forms")}</h2>
                <CardList label={t("page.openrosa.forms")}>
                    {setting.forms.map((form) => (
                        <Card
                            key={form.form}
                            title={form.form_title}
                            second={count("page.openrosa.questions", form.questions)}
                        />
                    ))}
                </CardList>
            </section>
        </>
    );
}
