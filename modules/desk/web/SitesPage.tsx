// SPDX-License-Identifier: EUPL-1.2
// Where the desk is: sites, their hours and rooms. Whoever coordinates the city writes them down.
import { useState } from "preact/hooks";
import { ask } from "web/api/client";
import { Button, LinkButton } from "web/kit/Button";
import { Badge, Card, CardList, EmptyState } from "web/kit/List";
import { Page } from "web/kit/Page";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { Show } from "web/kit/Show";
import { useAct } from "web/kit/useAct";
import { reloadAll, useQuery } from "web/kit/useQuery";
import { linesOf } from "modules/directory/web/week";
import { say } from "web/shell/notices";
import { link } from "web/shell/router";
import { may, useSession } from "web/shell/session";
import { weekdayName } from "web/words/format";
import { t } from "web/words/words";
import { openTextOnce } from "./openText";
import { SiteDialog } from "./SiteDialog";
import type { Site } from "./types";

export default function SitesPage() {
    const session = useSession();
    const sites = useQuery("desk.list_sites", {});
    const [open, setOpen] = useState<Site | "new">();
    const mayWrite = may(session, "desk.write_site");
    return (
        <Page
            title={t("page.desk.sites")}
            back={{ href: link("/desk"), label: t("page.desk.desk") }}
            actions={
                mayWrite && (
                    <Button icon="add" onClick={() => setOpen("new")}>
                        {t("do.desk.add_site")}
                    </Button>
                )
            }
        >
            <Show of={sites}>
                {({ items }) =>
                    items.length === 0 ? (
                        <EmptyState title={t("page.desk.no_site")}>
                            <p>{t("page.desk.no_site_hint")}</p>
                        </EmptyState>
                    ) : (
                        <CardList label={t("page.desk.sites")}>
                            {items.map((site) => (
                                <SiteCard
                                    key={site.id}
                                    site={site}
                                    city={session.store}
                                    onChange={mayWrite ? () => setOpen(site) : undefined}
                                    reload={sites.reload}
                                />
                            ))}
                        </CardList>
                    )
                }
            </Show>
            {open && (
                <SiteDialog
                    site={open === "new" ? undefined : open}
                    onClose={() => setOpen(undefined)}
                    reload={sites.reload}
                />
            )}
        </Page>
    );
}

interface SiteCardProps {
    site: Site;
    city: string;
    onChange: (() => void) | undefined;
    reload: () => Promise<void>;
}

function hoursOf(site: Site): string {
    return linesOf(site.hours)
        .map(({ weekdays, hours }) => `${weekdays.map(weekdayName).join(", ")}: ${hours}`)
        .join(" · ");
}

function SiteCard({ site, city, onChange, reload }: SiteCardProps) {
    return (
        <Card
            title={site.name}
            badges={site.cancelled && <Badge>{t("page.desk.closed")}</Badge>}
            second={[site.address, site.rooms.join(", ")].filter(Boolean).join(" · ")}
            third={[openTextOnce(site.open_now, Date.now()), hoursOf(site)]
                .filter(Boolean)
                .join(" · ")}
            actions={
                <>
                    {!site.cancelled && city && (
                        <LinkButton kind="outline" href={link(`/sala/${city}/${site.id}`)}>
                            {t("page.desk.display")}
                        </LinkButton>
                    )}
                    {onChange && (
                        <>
                            <Button kind="outline" onClick={onChange}>
                                {t("web.change")}
                            </Button>
                            <Closing site={site} reload={reload} />
                        </>
                    )}
                </>
            }
        />
    );
}

// A site is closed and opened again; nothing that happened there goes away.
function Closing({ site, reload }: Pick<SiteCardProps, "site" | "reload">) {
    const write = useAct("desk.write_site");
    const { id, cancelled, name, address, rooms, hours } = site;
    const wish = (closed: boolean) => ({
        path: { id },
        body: { name, address, rooms, hours, cancelled: closed },
    });
    const set = () =>
        void write.run(wish(!cancelled), () => {
            say({
                text: t(cancelled ? "page.desk.site_reopened" : "page.desk.site_closed"),
                undo: async () => {
                    await ask("desk.write_site", wish(cancelled));
                    reloadAll();
                },
            });
            void reload();
        });
    return (
        <>
            {write.problem && <ProblemAlert problem={write.problem} />}
            <Button kind="plain" busy={write.busy} onClick={set}>
                {t(cancelled ? "do.desk.reopen_site" : "do.desk.close_site")}
            </Button>
        </>
    );
}
