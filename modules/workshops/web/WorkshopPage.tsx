// SPDX-License-Identifier: EUPL-1.2
// One workshop: where, who leads it, how many places, and its sessions.
import { useState } from "preact/hooks";
import { ask } from "web/api/client";
import { labelOf } from "web/api/vocabulary";
import { Button, LinkButton } from "web/kit/Button";
import { Fact, Facts } from "web/kit/Facts";
import { EmptyState } from "web/kit/List";
import { Page } from "web/kit/Page";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { saveFile } from "web/kit/saveFile";
import { Show } from "web/kit/Show";
import { useAct } from "web/kit/useAct";
import { reloadAll, useQuery } from "web/kit/useQuery";
import type { PageProps } from "web/shell/module";
import { say } from "web/shell/notices";
import { link } from "web/shell/router";
import { may, useSession } from "web/shell/session";
import { useDistricts } from "web/shell/useDistricts";
import { t } from "web/words/words";
import { AddSession } from "./SessionDialog";
import { SessionList } from "./SessionList";
import type { Workshop } from "./types";
import { placesOf } from "./workshopText";

export default function WorkshopPage({ params }: PageProps) {
    const id = params["workshop"]!;
    const found = useQuery("workshops.get_workshop", { path: { id } });
    return (
        <Page
            title={found.data?.line.name ?? t("page.workshops.workshop")}
            back={{ href: link("/workshops"), label: t("page.workshops.workshops") }}
        >
            <Show of={found}>
                {(workshop) => (
                    <>
                        <What workshop={workshop} />
                        <Ways workshop={workshop} reload={found.reload} />
                        <Sessions workshop={workshop} reload={found.reload} />
                    </>
                )}
            </Show>
        </Page>
    );
}

function What({ workshop: { line } }: { workshop: Workshop }) {
    const { nameOf } = useDistricts();
    return (
        <Facts>
            <Fact name={t("field.workshops.kind")}>{labelOf("workshop_kind", line.kind)}</Fact>
            <Fact name={t("field.workshops.run_by")}>
                <bdi>{line.run_by}</bdi>
            </Fact>
            <Fact rare name={t("field.workshops.leaders")}>
                {line.leader_names.join(", ")}
            </Fact>
            <Fact name={t("field.workshops.place")}>
                {[line.place, line.room, nameOf(line.district)].filter(Boolean).join(", ")}
            </Fact>
            <Fact name={t("page.workshops.places")}>{placesOf(line)}</Fact>
        </Facts>
    );
}

interface PartProps {
    workshop: Workshop;
    reload: () => Promise<void>;
}

function Ways({ workshop, reload }: PartProps) {
    const session = useSession();
    const { id } = workshop;
    return (
        <div class="form-actions">
            {may(session, "workshops.list_enrolments") && (
                <LinkButton href={link(`/workshops/${id}/people`)}>
                    {t("page.workshops.people")}
                </LinkButton>
            )}
            <LinkButton kind="outline" href={link(`/workshops/${id}/results`)}>
                {t("page.workshops.results")}
            </LinkButton>
            {may(session, "workshops.write_workshop") && (
                <>
                    <LinkButton kind="outline" href={link(`/workshops/${id}/change`)}>
                        {t("web.change")}
                    </LinkButton>
                    <Closing workshop={workshop} reload={reload} />
                </>
            )}
        </div>
    );
}

// A workshop ends and may be taken up again; what happened there stays.
function Closing({ workshop: { id, line }, reload }: PartProps) {
    const write = useAct("workshops.write_workshop");
    const { kind, name, run_by, place, room, district, seats, leaders } = line;
    const wish = (closed: boolean) => ({
        path: { id },
        body: { kind, name, run_by, place, room, district, seats, leaders, closed },
    });
    const set = () =>
        void write.run(wish(!line.closed), () => {
            say({
                text: t(line.closed ? "page.workshops.reopened" : "page.workshops.was_closed"),
                undo: async () => {
                    await ask("workshops.write_workshop", wish(line.closed));
                    reloadAll();
                },
            });
            void reload();
        });
    return (
        <>
            {write.problem && <ProblemAlert problem={write.problem} />}
            <Button kind="plain" busy={write.busy} onClick={set}>
                {t(line.closed ? "do.workshops.reopen" : "do.workshops.close")}
            </Button>
        </>
    );
}

function Sessions({ workshop, reload }: PartProps) {
    const session = useSession();
    const print = useAct("workshops.print_calendar");
    const [isOpen, setOpen] = useState(false);
    const mayPlan = may(session, "workshops.add_session") && !workshop.line.closed;
    const save = () =>
        void print.run({ path: { workshop: workshop.id } }, (file) =>
            saveFile(file, "laboratorio.ics"),
        );
    return (
        <section class="section">
            <div class="section-head">
                <h2>{t("page.workshops.sessions")}</h2>
                {mayPlan && (
                    <Button kind="outline" icon="add" onClick={() => setOpen(true)}>
                        {t("do.workshops.add_session")}
                    </Button>
                )}
            </div>
            {workshop.sessions.length === 0 ? (
                <EmptyState title={t("page.workshops.no_sessions")} />
            ) : (
                <>
                    <SessionList sessions={workshop.sessions} reload={reload} />
                    {print.problem && <ProblemAlert problem={print.problem} />}
                    <Button kind="plain" busy={print.busy} onClick={save}>
                        {t("do.workshops.save_calendar")}
                    </Button>
                </>
            )}
            {isOpen && (
                <AddSession
                    workshop={workshop.id}
                    onClose={() => setOpen(false)}
                    onDone={() => {
                        setOpen(false);
                        void reload();
                    }}
                />
            )}
        </section>
    );
}
