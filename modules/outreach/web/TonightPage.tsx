// SPDX-License-Identifier: EUPL-1.2
// Where an evening begins: the outing that is open, and the two things one does in it.
import type { Outing } from "web/api/acts";
import { LinkButton } from "web/kit/Button";
import { CardList, EmptyState } from "web/kit/List";
import { Page } from "web/kit/Page";
import { Show } from "web/kit/Show";
import { useQuery } from "web/kit/useQuery";
import { canWorkOffline, usePhone } from "web/shell/phone";
import { link } from "web/shell/router";
import { may, useSession } from "web/shell/session";
import { TonightSections } from "web/shell/Sections";
import { formatLongDay, today } from "web/words/format";
import { t } from "web/words/words";
import { OutingLine } from "./OutingLine";
import { RecordButtons } from "./RecordButtons";

export default function TonightPage() {
    const session = useSession();
    const phone = usePhone();
    const outings = useQuery("outreach.list_outings", { query: { limit: 30 } });
    const isMine = (outing: Outing) => session.teams.some((team) => team.code === outing.team);
    const goesOut = session.roles.includes("mobile_unit_operator");
    // One that began last night and is still open belongs to tonight, whatever the calendar says.
    const isNow = (outing: Outing) => outing.state === "open" || outing.day === today();

    return (
        <Page
            title={t("page.outreach.tonight")}
            actions={
                may(session, "outreach.open_outing") && (
                    <LinkButton kind="outline" icon="add" href={link("/outreach/outings/new")}>
                        {t("do.outreach.open_outing")}
                    </LinkButton>
                )
            }
        >
            <p class="lead">{formatLongDay(today())}</p>
            <TonightSections />
            <Show of={outings}>
                {({ items }) => {
                    const mine = items.filter((outing) => isNow(outing) && isMine(outing));
                    const others = items.filter((outing) => isNow(outing) && !isMine(outing));
                    const earlier = items.filter((outing) => !isNow(outing));
                    return (
                        <>
                            {mine.length === 0 && (goesOut || others.length === 0) && <NoOuting />}
                            {mine.map((outing) => (
                                <Current key={outing.id} outing={outing} />
                            ))}
                            <Outings
                                title={t(
                                    goesOut ? "page.outreach.other_teams" : "page.outreach.now",
                                )}
                                outings={others}
                            />
                            <Outings title={t("page.outreach.earlier")} outings={earlier} />
                        </>
                    );
                }}
            </Show>
            {goesOut && !phone && canWorkOffline() && (
                <p>
                    <a href={link("/phone")}>{t("page.outreach.prepare_phone")}</a>
                </p>
            )}
        </Page>
    );
}

function NoOuting() {
    const session = useSession();
    if (!session.roles.includes("mobile_unit_operator")) {
        return <EmptyState title={t("page.outreach.nobody_out")} />;
    }
    return (
        <EmptyState title={t("page.outreach.no_outing")}>
            <p>{t("page.outreach.no_outing_hint")}</p>
            <LinkButton icon="add" href={link("/outreach/outings/new")}>
                {t("do.outreach.open_outing")}
            </LinkButton>
        </EmptyState>
    );
}

function Current({ outing }: { outing: Outing }) {
    return (
        <section class="now">
            <CardList label={outing.team_name}>
                <OutingLine outing={outing} />
            </CardList>
            {outing.state !== "closed" && <RecordButtons outing={outing.id} />}
        </section>
    );
}

function Outings({ title, outings }: { title: string; outings: Outing[] }) {
    if (outings.length === 0) return null;
    return (
        <section class="section">
            <h2>{title}</h2>
            <CardList label={title}>
                {outings.map((outing) => (
                    <OutingLine key={outing.id} outing={outing} />
                ))}
            </CardList>
        </section>
    );
}
