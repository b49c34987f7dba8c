// SPDX-License-Identifier: EUPL-1.2
// Who is called, who waits, who is expected, who is done; and what to do with each.
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { labelOf } from "web/api/vocabulary";
import { Button } from "web/kit/Button";
import { Badge, Card, CardList, EmptyState } from "web/kit/List";
import { link } from "web/shell/router";
import { useSession } from "web/shell/session";
import { formatTime } from "web/words/format";
import { count, t } from "web/words/words";
import { EndDialog } from "./EndDialog";
import type { Board, Visit } from "./types";
import type { Steps } from "./useSteps";
import { whatOf, whenOf, whoOf } from "./visitText";

interface ListsProps {
    board: Board;
    now: number;
    steps: Steps;
    // Where whoever sits here calls people to.
    room: string;
}

export function Lists({ board, now, steps, room }: ListsProps) {
    const [ending, setEnding] = useState<Visit>();
    const of = (state: string) => board.items.filter((visit) => visit.state === state);
    const line = (visit: Visit, actions: ComponentChildren) => (
        <Line key={visit.id} visit={visit} now={now} actions={actions} />
    );
    const called = of("called");
    const waiting = of("waiting");
    const expected = of("expected");
    const ended = of("ended");

    return (
        <>
            {called.length > 0 && (
                <Listed title={t("page.desk.called")}>
                    {called.map((visit) =>
                        line(
                            visit,
                            <OfCalled visit={visit} steps={steps} room={room} onEnd={setEnding} />,
                        ),
                    )}
                </Listed>
            )}
            <section class="section">
                <h2>{t("page.desk.waiting")}</h2>
                <p role="status">{count("page.desk.waiting_count", waiting.length)}</p>
                {waiting.length === 0 && (
                    <EmptyState title={t("page.desk.nobody_waits")}>
                        <p>{t("page.desk.nobody_waits_hint")}</p>
                    </EmptyState>
                )}
                <CardList label={t("page.desk.waiting")}>
                    {waiting.map((visit) =>
                        line(
                            visit,
                            <OfWaiting visit={visit} steps={steps} room={room} onEnd={setEnding} />,
                        ),
                    )}
                </CardList>
            </section>
            {expected.length > 0 && (
                <Listed title={t("page.desk.expected")}>
                    {expected.map((visit) =>
                        line(visit, <OfExpected visit={visit} steps={steps} />),
                    )}
                </Listed>
            )}
            {ended.length > 0 && (
                <details>
                    <summary>{count("page.desk.ended_count", ended.length)}</summary>
                    <CardList label={t("page.desk.ended")}>
                        {ended.map((visit) => line(visit, <PutBack visit={visit} steps={steps} />))}
                    </CardList>
                </details>
            )}
            {ending && (
                <EndDialog visit={ending} steps={steps} onClose={() => setEnding(undefined)} />
            )}
        </>
    );
}

function Listed({ title, children }: { title: string; children: ComponentChildren }) {
    return (
        <section class="section">
            <h2>{title}</h2>
            <CardList label={title}>{children}</CardList>
        </section>
    );
}

interface LineProps {
    visit: Visit;
    now: number;
    actions: ComponentChildren;
}

function Line({ visit, now, actions }: LineProps) {
    const mark = visit.number
        ? String(visit.number)
        : visit.appointment_at
          ? formatTime(visit.appointment_at)
          : "";
    return (
        <Card
            href={link(`/desk/visits/${visit.id}`)}
            title={
                <>
                    <span class="desk-number">{mark}</span> <bdi>{whoOf(visit)}</bdi>
                </>
            }
            badges={
                visit.kind === "appointment" && (
                    <Badge kind="info">{labelOf("visit_kind", visit.kind)}</Badge>
                )
            }
            second={whatOf(visit)}
            third={whenOf(visit, now)}
            actions={actions}
        />
    );
}

interface OfVisitProps {
    visit: Visit;
    steps: Steps;
}

interface OfPresentProps extends OfVisitProps {
    room: string;
    onEnd: (visit: Visit) => void;
}

// What is said of the button to who does not see beside which number it stands.
const named = (label: string, visit: Visit) =>
    [label, visit.number ?? whoOf(visit)].filter(Boolean).join(" ");

function OfWaiting({ visit, steps, room, onEnd }: OfPresentProps) {
    const { busy } = steps;
    const call = t("do.desk.call");
    const end = t("do.desk.end");
    const left = t("do.desk.left");
    return (
        <>
            <Button
                label={named(call, visit)}
                busy={busy}
                onClick={() => steps.call(visit, room)}
            >
                {call}
            </Button>
            <Button kind="outline" label={named(end, visit)} onClick={() => onEnd(visit)}>
                {end}
            </Button>
            <Button
                kind="plain"
                label={named(left, visit)}
                busy={busy}
                onClick={() => steps.end(visit, "LEFT", "")}
            >
                {left}
            </Button>
        </>
    );
}

function OfCalled({ visit, steps, room, onEnd }: OfPresentProps) {
    const session = useSession();
    const end = t("do.desk.end");
    const again = t("do.desk.call_again");
    // Only who has called somebody calls them again; the server holds to it.
    const isMine = visit.called_by_name === session.name;
    return (
        <>
            <Button label={named(end, visit)} onClick={() => onEnd(visit)}>
                {end}
            </Button>
            {isMine && (
                <Button
                    kind="outline"
                    label={named(again, visit)}
                    busy={steps.busy}
                    onClick={() => steps.call(visit, room || (visit.room ?? ""))}
                >
                    {again}
                </Button>
            )}
            <PutBack visit={visit} steps={steps} />
        </>
    );
}

function OfExpected({ visit, steps }: OfVisitProps) {
    const receive = t("do.desk.receive");
    const notCome = t("do.desk.not_come");
    return (
        <>
            <Button
                label={named(receive, visit)}
                busy={steps.busy}
                onClick={() => steps.receive(visit)}
            >
                {receive}
            </Button>
            <Button
                kind="plain"
                label={named(notCome, visit)}
                busy={steps.busy}
                onClick={() => steps.end(visit, "NOT_COME", "")}
            >
                {notCome}
            </Button>
        </>
    );
}

function PutBack({ visit, steps }: OfVisitProps) {
    const back = t("do.desk.put_back");
    return (
        <Button
            kind="plain"
            label={named(back, visit)}
            busy={steps.busy}
            onClick={() => steps.putBack(visit)}
        >
            {back}
        </Button>
    );
}
