// SPDX-License-Identifier: EUPL-1.2
// The one screen of a reception: on the left who is called, who waits and who is expected; on the
// right who of the colleagues is in.
import { useState } from "preact/hooks";
import { Alert } from "web/kit/Alert";
import { Button, LinkButton } from "web/kit/Button";
import { Fact, Facts } from "web/kit/Facts";
import { Select } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { EmptyState } from "web/kit/List";
import { Page } from "web/kit/Page";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { Show } from "web/kit/Show";
import { useQuery } from "web/kit/useQuery";
import type { PageProps } from "web/shell/module";
import { goInstead, link } from "web/shell/router";
import { may, useSession } from "web/shell/session";
import { t } from "web/words/words";
import { CardReader } from "./CardReader";
import "./desk.scss";
import { Lists } from "./Lists";
import { openText, siteOption } from "./openText";
import { Present } from "./Present";
import type { Board, Site } from "./types";
import { usePulse } from "./usePulse";
import { type Steps, useSteps } from "./useSteps";

export default function DeskPage({ query }: PageProps) {
    const sites = useQuery("desk.list_sites", {});
    const used = sites.data?.items.filter(({ cancelled }) => !cancelled) ?? [];
    const site = used.find(({ id }) => id === query["site"]) ?? used[0];
    return (
        <Page wide title={t("page.desk.desk")} actions={<Actions site={site} />}>
            <Show of={sites}>
                {() =>
                    site ? <Desk key={site.id} site={site} sites={used} /> : <NoSite />
                }
            </Show>
        </Page>
    );
}

function Actions({ site }: { site: Site | undefined }) {
    const session = useSession();
    return (
        <>
            {site && (
                <LinkButton kind="outline" href={link(`/sala/${session.store}/${site.id}`)}>
                    {t("page.desk.display")}
                </LinkButton>
            )}
            <LinkButton kind="outline" href={link("/desk/sites")}>
                {t("page.desk.sites")}
            </LinkButton>
        </>
    );
}

function NoSite() {
    const session = useSession();
    return (
        <EmptyState title={t("page.desk.no_site")}>
            <p>{t("page.desk.no_site_hint")}</p>
            {may(session, "desk.write_site") && (
                <LinkButton icon="add" href={link("/desk/sites")}>
                    {t("do.desk.add_site")}
                </LinkButton>
            )}
        </EmptyState>
    );
}

function Desk({ site, sites }: { site: Site; sites: Site[] }) {
    const board = useQuery("desk.show_board", { path: { site: site.id } });
    const now = usePulse(site.id, board);
    const steps = useSteps(site.id, board.reload);
    const [room, setRoom] = useState("");
    return (
        <>
            {sites.length > 1 && (
                <Form label={t("field.desk.site")} onSubmit={() => {}}>
                    <Select
                        name="site"
                        label={t("field.desk.site")}
                        options={sites.map(siteOption)}
                        value={site.id}
                        onChange={(id) => goInstead("/desk", { site: id })}
                    />
                </Form>
            )}
            {board.data && <OpenOrClosed pulse={board.data.pulse} now={now} />}
            <Newcomers site={site.id} steps={steps} />
            {steps.problem && <ProblemAlert problem={steps.problem} />}
            <Show of={board}>
                {(shown) => (
                    <div class="desk-sides">
                        <div>
                            <Lists board={shown} now={now} steps={steps} room={room} />
                        </div>
                        <div>
                            <Room board={shown} room={room} onRoom={setRoom} />
                            <Present board={shown} onChanged={board.set} />
                            <Figures board={shown} />
                        </div>
                    </div>
                )}
            </Show>
        </>
    );
}

// A closed door keeps nobody from giving a number to who stands inside.
function OpenOrClosed({ pulse, now }: { pulse: Board["pulse"]; now: number }) {
    const text = openText(pulse.open_now, now);
    if (!text) return null;
    if (pulse.open_now?.is_open) return <p class="desk-open">{text}</p>;
    return (
        <Alert quiet kind="warning" title={text}>
            <p>{t("page.desk.closed_now_hint")}</p>
        </Alert>
    );
}

function Newcomers({ site, steps }: { site: string; steps: Steps }) {
    return (
        <div class="desk-newcomers">
            <Button icon="add" busy={steps.busy} onClick={() => steps.add()}>
                {t("do.desk.new_number")}
            </Button>
            <Button kind="outline" icon="info" busy={steps.busy} onClick={steps.inform}>
                {t("do.desk.count_info")}
            </Button>
            <LinkButton kind="outline" icon="person" href={link("/desk/new", { site })}>
                {t("do.desk.new_visit")}
            </LinkButton>
            <CardReader onFound={steps.add} />
        </div>
    );
}

interface RoomProps {
    board: Board;
    room: string;
    onRoom: (room: string) => void;
}

// Chosen once; then calling is one tap.
function Room({ board, room, onRoom }: RoomProps) {
    if (board.rooms.length === 0) return null;
    return (
        <Form label={t("field.desk.room")} onSubmit={() => {}}>
            <Select
                name="room"
                label={t("field.desk.room")}
                hint={t("field.desk.room_hint")}
                options={board.rooms.map((each) => ({ value: each, label: each }))}
                empty={t("page.desk.no_room")}
                value={room}
                onChange={onRoom}
            />
        </Form>
    );
}

function Figures({ board }: { board: Board }) {
    const average = board.minutes_average;
    return (
        <section class="section">
            <h2>{t("page.desk.today")}</h2>
            <Facts>
                <Fact name={t("page.desk.waiting")}>{String(board.waiting)}</Fact>
                <Fact name={t("page.desk.served")}>{String(board.served)}</Fact>
                <Fact name={t("page.desk.informed")}>{String(board.informed)}</Fact>
                <Fact name={t("page.desk.left")}>{String(board.left)}</Fact>
                <Fact rare name={t("page.desk.average")}>
                    {average !== undefined &&
                        average !== null &&
                        t("page.desk.minutes", { minutes: average })}
                </Fact>
            </Facts>
        </section>
    );
}
