// SPDX-License-Identifier: EUPL-1.2
// Who is there: one tap for each person, with first names alone. Or on paper: the sheet is printed,
// signed, and its photo kept. Works on a phone without a signal.
import { labelOf } from "web/api/vocabulary";
import { Alert } from "web/kit/Alert";
import { Button } from "web/kit/Button";
import { Badge, Card, CardList, EmptyState } from "web/kit/List";
import { Page } from "web/kit/Page";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { Show } from "web/kit/Show";
import { useAct } from "web/kit/useAct";
import { useQuery } from "web/kit/useQuery";
import type { PageProps } from "web/shell/module";
import { link } from "web/shell/router";
import { today } from "web/words/format";
import { t } from "web/words/words";
import { PartOfSession } from "./PartOfSession";
import { Sheets } from "./Sheets";
import type { Attender, Register } from "./types";
import { hoursOf, whenOf } from "./workshopText";

export default function RegisterPage({ params }: PageProps) {
    const session = params["session"]!;
    const found = useQuery("workshops.show_register", { path: { session } });
    const register = found.data;
    const workshop = register?.session.workshop;
    return (
        <Page
            title={register ? whenOf(register.session) : t("page.workshops.register")}
            back={{
                href: link(workshop ? `/workshops/${workshop}` : "/workshops"),
                label: register?.workshop_name ?? t("page.workshops.workshops"),
            }}
        >
            <Show of={found}>
                {(shown) => (
                    <>
                        <p class="lead">
                            {[shown.place, shown.session.room, shown.session.topic]
                                .filter(Boolean)
                                .join(" · ")}
                        </p>
                        <People register={shown} onMarked={found.set} />
                        {!shown.session.cancelled && (
                            <Sheets register={shown} reload={found.reload} />
                        )}
                    </>
                )}
            </Show>
        </Page>
    );
}

interface PeopleProps {
    register: Register;
    onMarked: (register: Register) => void;
}

function withMark(register: Register, attender: Attender): Register {
    const items = register.items.map((each) => (each.id === attender.id ? attender : each));
    return { ...register, items };
}

function People({ register, onMarked }: PeopleProps) {
    const { items, session } = register;
    if (session.cancelled)
        return <Alert quiet kind="warning" title={t("page.workshops.session_was_cancelled")} />;
    if (items.length === 0) return <EmptyState title={t("page.workshops.nobody_enrolled")} />;
    const isOpen = session.day <= today();
    const present = items.filter(({ mark }) => mark === "present").length;
    return (
        <section class="section">
            <h2>{t("page.workshops.who_is_here")}</h2>
            <p role="status">
                {isOpen
                    ? t("page.workshops.present_count", { present, all: items.length })
                    : t("page.workshops.not_yet_here")}
            </p>
            <CardList label={t("page.workshops.who_is_here")}>
                {items.map((attender) => (
                    <Line
                        key={attender.id}
                        attender={attender}
                        longest={session.minutes}
                        isOpen={isOpen}
                        onMarked={(marked) => onMarked(withMark(register, marked))}
                    />
                ))}
            </CardList>
        </section>
    );
}

interface LineProps {
    attender: Attender;
    longest: number;
    isOpen: boolean;
    onMarked: (attender: Attender) => void;
}

function Line({ attender, longest, isOpen, onMarked }: LineProps) {
    const act = useAct("workshops.mark_attendance");
    const { id, session, called, mark, minutes } = attender;
    const set = (wanted: string, of?: number) =>
        act.runWith(
            { byClock: true },
            {
                path: { session, enrolment: id },
                body: {
                    mark: wanted,
                    ...(of !== undefined && { minutes: of }),
                },
            },
            onMarked,
        );
    const isPart = mark === "present" && minutes < longest;
    const button = (wanted: string, kind: "primary" | "outline" | "plain", text: string) => (
        <Button
            kind={kind}
            busy={act.busy}
            label={`${text}: ${called}`}
            onClick={() => void set(wanted)}
        >
            {text}
        </Button>
    );
    return (
        <Card
            title={<bdi>{called}</bdi>}
            badges={
                mark !== "open" && (
                    <Badge kind={mark === "present" ? "success" : "neutral"}>
                        {labelOf("attendance_mark", mark)}
                    </Badge>
                )
            }
            second={isPart && t("page.workshops.only_part", { hours: hoursOf(minutes) })}
            actions={
                isOpen && (
                    <>
                        {act.problem && <ProblemAlert problem={act.problem} />}
                        {mark !== "present" &&
                            button("present", "primary", t("do.workshops.present"))}
                        {mark !== "absent" &&
                            button("absent", "outline", t("do.workshops.absent"))}
                        {mark === "present" && (
                            <PartOfSession
                                called={called}
                                minutes={minutes}
                                longest={longest}
                                onSave={(of) => set("present", of)}
                            />
                        )}
                        {mark !== "open" && button("open", "plain", t("do.workshops.unmark"))}
                    </>
                )
            }
        />
    );
}
