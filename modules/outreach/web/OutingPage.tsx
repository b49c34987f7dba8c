// SPDX-License-Identifier: EUPL-1.2
import type { OutingSheet, Tally } from "web/api/acts";
import { ask } from "web/api/client";
import { labelOf } from "web/api/vocabulary";
import { Alert } from "web/kit/Alert";
import { Button } from "web/kit/Button";
import { Fact, Facts } from "web/kit/Facts";
import { Badge, Card, CardList, EmptyState } from "web/kit/List";
import { Page } from "web/kit/Page";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { Show } from "web/kit/Show";
import { ShowPages } from "web/kit/ShowPages";
import { useAct } from "web/kit/useAct";
import { usePages } from "web/kit/usePages";
import { reloadAll, useQuery } from "web/kit/useQuery";
import { OutingSections } from "web/shell/Sections";
import type { PageProps } from "web/shell/module";
import { say } from "web/shell/notices";
import { link } from "web/shell/router";
import { may, useSession } from "web/shell/session";
import { useDistricts } from "web/shell/useDistricts";
import { formatDay, formatTime } from "web/words/format";
import { count, t } from "web/words/words";
import { ContactLine } from "./ContactLine";
import { hoursOf, OutingState } from "./OutingLine";
import { RecordButtons } from "./RecordButtons";
import { SoughtSection } from "./SoughtSection";

export default function OutingPage({ params }: PageProps) {
    const id = params["outing"]!;
    const outing = useQuery("outreach.get_outing", { path: { id } });

    return (
        <Page
            title={outing.data?.team_name ?? t("page.outreach.outing")}
            back={{ href: link("/outreach"), label: t("page.outreach.tonight") }}
        >
            <Show of={outing}>
                {(found) => (
                    <>
                        {found.state !== "closed" && <RecordButtons outing={id} />}
                        <Contacts outing={found} />
                        <Tallies outing={id} />
                        <SoughtSection outing={id} />
                        <OutingSections outing={found} />
                        <About outing={found} />
                        <CloseOuting outing={found} onChanged={outing.set} />
                    </>
                )}
            </Show>
        </Page>
    );
}

function About({ outing }: { outing: OutingSheet }) {
    return (
        <section class="section">
            <div class="section-head">
                <h2>{t("page.outreach.outing")}</h2>
                <OutingState outing={outing} />
            </div>
            {outing.warnings.map((warning) => (
                <Alert
                    key={warning}
                    kind="warning"
                    quiet
                    title={labelOf("outing_warning", warning)}
                />
            ))}
            <Facts>
                <Fact name={t("field.outreach.day")}>{formatDay(outing.day)}</Fact>
                <Fact name={t("field.outreach.hours")}>{hoursOf(outing)}</Fact>
                <Fact name={t("field.outreach.members")}>
                    {outing.members.map(({ name }) => name).join(", ")}
                </Fact>
                <Fact name={t("field.outreach.stops")}>{outing.stops.join(", ")}</Fact>
                <Fact name={t("field.outreach.vehicle")} rare>
                    {outing.vehicle}
                </Fact>
                <Fact name={t("field.outreach.note")} rare>
                    {outing.note}
                </Fact>
            </Facts>
        </section>
    );
}

function Contacts({ outing }: { outing: OutingSheet }) {
    const contacts = usePages("outreach.list_contacts", {
        query: { outing: outing.id, limit: 50 },
    });
    const isOpen = outing.state !== "closed";
    return (
        <section class="section">
            <h2>{count("page.outreach.contacts", outing.contacts)}</h2>
            <ShowPages
                of={contacts}
                empty={
                    <EmptyState title={t("page.outreach.no_contacts")}>
                        {isOpen && <p>{t("page.outreach.no_contacts_hint")}</p>}
                    </EmptyState>
                }
            >
                {(items) => (
                    <CardList label={t("page.outreach.contacts_of_outing")}>
                        {items.map((contact) => (
                            <ContactLine key={contact.id} contact={contact} listOf="outing" />
                        ))}
                    </CardList>
                )}
            </ShowPages>
        </section>
    );
}

function Tallies({ outing }: { outing: string }) {
    const tallies = useQuery("outreach.list_tallies", { query: { outing } });
    if (tallies.problem) return <ProblemAlert problem={tallies.problem} />;
    const shown = (tallies.data?.items ?? []).filter((tally) => !tally.cancelled);
    if (shown.length === 0) return null;
    return (
        <section class="section">
            <h2>{t("page.outreach.groups")}</h2>
            <CardList label={t("page.outreach.groups")}>
                {shown.map((tally) => (
                    <TallyLine key={tally.id} tally={tally} />
                ))}
            </CardList>
        </section>
    );
}

function TallyLine({ tally }: { tally: Tally }) {
    const session = useSession();
    const districts = useDistricts();
    const cancel = useAct("outreach.cancel_tally");
    return (
        <Card
            title={count("page.outreach.seen", tally.people_seen)}
            badges={
                Boolean(tally.of_which_minors) && (
                    <Badge kind="info">
                        {count("page.outreach.minors", tally.of_which_minors ?? 0)}
                    </Badge>
                )
            }
            second={[
                formatTime(tally.at),
                labelOf("contact_setting", tally.setting),
                districts.nameOf(tally.district),
            ].join(" · ")}
            third={tally.note}
            actions={
                may(session, "outreach.cancel_tally") && (
                    <Button
                        kind="plain"
                        busy={cancel.busy}
                        label={t("do.outreach.cancel_tally")}
                        onClick={() =>
                            void cancel.run({ path: { id: tally.id } }, () => {
                                say({ text: t("page.outreach.tally_cancelled") });
                                reloadAll(); // the outing's own figures too
                            })
                        }
                    >
                        {t("web.undo")}
                    </Button>
                )
            }
        />
    );
}

interface CloseOutingProps {
    outing: OutingSheet;
    onChanged: (outing: OutingSheet) => void;
}

function CloseOuting({ outing, onChanged }: CloseOutingProps) {
    const session = useSession();
    const close = useAct("outreach.close_outing");
    const reopen = useAct("outreach.reopen_outing");
    const problem = close.problem ?? reopen.problem;
    const path = { id: outing.id };

    return (
        <div class="form-actions">
            {problem && <ProblemAlert problem={problem} />}
            {outing.state !== "closed" && may(session, "outreach.close_outing") && (
                <Button
                    kind="outline"
                    busy={close.busy}
                    onClick={() =>
                        void close.run({ path, body: {} }, (closed) => {
                            onChanged(closed);
                            say({
                                text: t("page.outreach.outing_closed"),
                                undo: async () =>
                                    onChanged(await ask("outreach.reopen_outing", { path })),
                            });
                        })
                    }
                >
                    {t("do.outreach.close_outing")}
                </Button>
            )}
            {outing.state === "closed" && may(session, "outreach.reopen_outing") && (
                <Button
                    kind="outline"
                    busy={reopen.busy}
                    onClick={() => void reopen.run({ path }, onChanged)}
                >
                    {t("do.outreach.reopen_outing")}
                </Button>
            )}
        </div>
    );
}
