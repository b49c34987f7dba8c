// SPDX-License-Identifier: EUPL-1.2
// One link: whether it works, what waits and why, what was refused; and how to stop it.
import { useState } from "preact/hooks";
import type { Link, ParcelItem } from "web/api/acts";
import { Alert } from "web/kit/Alert";
import { Button } from "web/kit/Button";
import { Dialog } from "web/kit/Dialog";
import { Badge, Card, CardList, EmptyState } from "web/kit/List";
import { Page } from "web/kit/Page";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { Show } from "web/kit/Show";
import { useAct } from "web/kit/useAct";
import { useQuery } from "web/kit/useQuery";
import type { PageProps } from "web/shell/module";
import { say } from "web/shell/notices";
import { link as address } from "web/shell/router";
import { useSession } from "web/shell/session";
import { formatInstant } from "web/words/format";
import { t } from "web/words/words";
import { Fingerprint } from "./Fingerprint";
import { KINDS, lastMet, stateOf, troubleOf, usePeerNames } from "./links";

export default function LinkPage({ params }: PageProps) {
    const id = params.link ?? "";
    const links = useQuery("network.list_links", {});
    const parcels = useQuery("network.list_parcels", { path: { id } });
    const nameOf = usePeerNames();
    const link = links.data?.items.find((one) => one.id === id);
    const reload = async (): Promise<void> => {
        await Promise.all([links.reload(), parcels.reload()]);
    };
    return (
        <Page
            wide
            title={link ? nameOf(link.peer) : t("page.network.link")}
            back={{ href: address("/links"), label: t("page.network.links") }}
        >
            {link && <About link={link} name={nameOf(link.peer)} reload={reload} />}
            <h2>{t("page.network.parcels")}</h2>
            <p>{t("page.network.parcels_hint")}</p>
            <Show of={parcels}>
                {({ items }) =>
                    items.length === 0 ? (
                        <EmptyState title={t("page.network.no_parcels")} />
                    ) : (
                        <CardList label={t("page.network.parcels")}>
                            {items.map((parcel) => (
                                <ParcelCard key={parcel.id} parcel={parcel} nameOf={nameOf} />
                            ))}
                        </CardList>
                    )
                }
            </Show>
        </Page>
    );
}

interface AboutProps {
    link: Link;
    name: string;
    reload: () => Promise<void>;
}

function About({ link, name, reload }: AboutProps) {
    const { acts } = useSession();
    const resume = useAct("network.resume_link");
    const [stopping, setStopping] = useState(false);
    const state = stateOf(link);
    const mayChange = acts.includes("network.stop_link") && !link.same_program;

    async function changed(text: string): Promise<void> {
        setStopping(false);
        say({ text });
        await reload();
        // The button that was pressed is gone.
        document.getElementById("content")?.focus();
    }

    return (
        <section class="block">
            <p>
                <Badge kind={KINDS[state]}>{t(`page.network.state_${state}`)}</Badge>{" "}
                {lastMet(link)}
            </p>
            {link.trouble && (
                <Alert kind="warning" title={troubleOf(link.trouble)}>
                    {link.next_at && (
                        <p>{t("page.network.next_at", { instant: formatInstant(link.next_at) })}</p>
                    )}
                </Alert>
            )}
            <p>
                {t("page.network.fingerprint_there")} <Fingerprint digits={link.fingerprint} />
            </p>
            <p>{admittedBy(link)}</p>
            {resume.problem && <ProblemAlert problem={resume.problem} />}
            {mayChange && !link.stopped_at && (
                <Button kind="danger" onClick={() => setStopping(true)}>
                    {t("do.network.stop_link")}
                </Button>
            )}
            {mayChange && link.stopped_at && (
                <Button
                    busy={resume.busy}
                    onClick={() =>
                        void resume.run(
                            { path: { id: link.id } },
                            () => void changed(t("page.network.resumed", { name })),
                        )
                    }
                >
                    {t("do.network.resume_link")}
                </Button>
            )}
            {stopping && (
                <Stop
                    link={link}
                    name={name}
                    onClose={() => setStopping(false)}
                    onStopped={() => void changed(t("page.network.stopped", { name }))}
                />
            )}
        </section>
    );
}

function admittedBy({ admitted_at, admitted_by_name }: Link): string {
    const instant = formatInstant(admitted_at);
    return admitted_by_name
        ? t("page.network.admitted_by", { instant, name: admitted_by_name })
        : t("page.network.admitted_by_itself");
}

interface StopProps {
    link: Link;
    name: string;
    onClose: () => void;
    onStopped: () => void;
}

function Stop({ link, name, onClose, onStopped }: StopProps) {
    const stop = useAct("network.stop_link");
    return (
        <Dialog title={t("page.network.stop", { name })} onClose={onClose}>
            {stop.problem && <ProblemAlert problem={stop.problem} />}
            <p>{t("page.network.stop_hint")}</p>
            <div class="form-actions">
                <Button
                    kind="danger"
                    busy={stop.busy}
                    onClick={() => void stop.run({ path: { id: link.id } }, onStopped)}
                >
                    {t("do.network.stop_link")}
                </Button>
                <Button kind="outline" onClick={onClose}>
                    {t("web.cancel")}
                </Button>
            </div>
        </Dialog>
    );
}

interface ParcelCardProps {
    parcel: ParcelItem;
    nameOf: (slug: string) => string;
}

// Of what goes between cities only that something goes.
function kindOf({ kind }: ParcelItem): string {
    if (kind === "monitoring.statement") return t("page.network.kind_statement");
    if (kind === "monitoring.entry") return t("page.network.kind_entry");
    if (kind === "monitoring.live") return t("page.network.kind_live");
    if (kind === "network.keys") return t("page.network.kind_keys");
    return kind.startsWith("handovers.") ? t("page.network.kind_handover") : kind;
}

function ParcelCard({ parcel, nameOf }: ParcelCardProps) {
    const made = t("page.network.made_at", { instant: formatInstant(parcel.made_at) });
    const tried = parcel.tries > 0 ? t("page.network.tried", { times: parcel.tries }) : "";
    return (
        <Card
            title={kindOf(parcel)}
            badges={
                <Badge kind={parcel.refused ? "danger" : "info"}>
                    {t(parcel.refused ? "page.network.is_refused" : "page.network.is_waiting")}
                </Badge>
            }
            second={t("page.network.from_to", {
                from: nameOf(parcel.from),
                to: nameOf(parcel.to),
            })}
            third={[made, tried, parcel.refused].filter(Boolean).join(" · ")}
        />
    );
}
