// SPDX-License-Identifier: EUPL-1.2
// Who comes to a day of work, and who has worked: one tap each, with or without a signal.
import { useEffect, useRef } from "preact/hooks";
import { ask } from "web/api/client";
import { labelOf } from "web/api/vocabulary";
import { Button } from "web/kit/Button";
import { Badge, Card, CardList, EmptyState } from "web/kit/List";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { useAct } from "web/kit/useAct";
import { reloadAll } from "web/kit/useQuery";
import { say } from "web/shell/notices";
import { today } from "web/words/format";
import { t } from "web/words/words";
import { askedOn, attendanceOf, dayTitle, hoursText, participantName } from "./civicText";
import type { Attendance, Day, Participant, Project } from "./types";

const STEP_MINUTES = 30;
const MOST_MINUTES = 720;

interface WhoIsThereProps {
    project: Project;
    day: Day;
    reload: () => Promise<void>;
}

interface Mark {
    state: string | null;
    minutes: number | null;
}

export function WhoIsThere({ project, day, reload }: WhoIsThereProps) {
    const set = useAct("civic.set_attendance");
    const heading = useRef<HTMLHeadingElement>(null);
    useEffect(() => heading.current?.focus(), []);
    const asked = askedOn(day, project.participants);
    const title = t("page.civic.day_of", { day: dayTitle(day) });

    function mark(participant: Participant, to: Mark): void {
        const path = { day: day.id, participant: participant.id };
        const was = attendanceOf(day, participant.id);
        const before: Mark = { state: was?.state ?? null, minutes: was?.minutes ?? null };
        void set
            .runWith({ byClock: true }, { path, body: to }, () => {
                const name = participantName(participant);
                say({
                    text: to.state
                        ? t("page.civic.marked", {
                              name,
                              state: labelOf("civic_attendance", to.state),
                          })
                        : t("page.civic.unmarked", { name }),
                    undo: async () => {
                        const wish = { path, body: before };
                        await ask("civic.set_attendance", wish, { byClock: true });
                        reloadAll();
                    },
                });
            })
            .then(reload);
    }

    return (
        <div class="civic-day">
            <h3 ref={heading} tabIndex={-1}>
                {title}
            </h3>
            {set.problem && <ProblemAlert problem={set.problem} />}
            {asked.length === 0 ? (
                <EmptyState title={t("page.civic.nobody")} />
            ) : (
                <CardList label={title}>
                    {asked.map((participant) => (
                        <OneThere
                            key={participant.id}
                            participant={participant}
                            day={day}
                            busy={set.busy}
                            onMark={(to) => mark(participant, to)}
                        />
                    ))}
                </CardList>
            )}
        </div>
    );
}

interface OneThereProps {
    participant: Participant;
    day: Day;
    busy: boolean;
    onMark: (mark: Mark) => void;
}

function OneThere({ participant, day, busy, onMark }: OneThereProps) {
    const said: Attendance | undefined = attendanceOf(day, participant.id);
    const name = participantName(participant);
    // Before the day it is asked who comes; on it and after it, who was there.
    const offered = day.day > today() ? ["coming"] : ["worked", "absent"];
    return (
        <Card
            title={<bdi>{name}</bdi>}
            badges={
                said?.state && (
                    <Badge kind={said.state === "worked" ? "success" : "neutral"}>
                        {labelOf("civic_attendance", said.state)}
                    </Badge>
                )
            }
            actions={
                <>
                    {offered
                        .filter((state) => state !== said?.state)
                        .map((state) => (
                            <Button
                                key={state}
                                kind={state === "absent" ? "plain" : "outline"}
                                busy={busy}
                                label={`${labelOf("civic_attendance", state)}: ${name}`}
                                onClick={() => onMark({ state, minutes: null })}
                            >
                                {labelOf("civic_attendance", state)}
                            </Button>
                        ))}
                    {said?.state === "worked" && (
                        <HoursChoice
                            name={name}
                            minutes={said.minutes ?? day.minutes}
                            onChange={(minutes) => onMark({ state: "worked", minutes })}
                        />
                    )}
                    {said?.state && (
                        <Button
                            kind="plain"
                            busy={busy}
                            label={`${t("do.civic.unmark")}: ${name}`}
                            onClick={() => onMark({ state: null, minutes: null })}
                        >
                            {t("do.civic.unmark")}
                        </Button>
                    )}
                </>
            }
        />
    );
}

interface HoursChoiceProps {
    name: string;
    minutes: number;
    onChange: (minutes: number) => void;
}

function HoursChoice({ name, minutes, onChange }: HoursChoiceProps) {
    const steps = Array.from(
        { length: MOST_MINUTES / STEP_MINUTES },
        (_, index) => (index + 1) * STEP_MINUTES,
    );
    const all = steps.includes(minutes) ? steps : [minutes, ...steps].toSorted((a, b) => a - b);
    return (
        <select
            class="form-control form-choice civic-hours"
            aria-label={t("page.civic.hours_of", { name })}
            value={String(minutes)}
            onChange={(event) => onChange(Number(event.currentTarget.value))}
        >
            {all.map((each) => (
                <option key={each} value={String(each)}>
                    {hoursText(each)}
                </option>
            ))}
        </select>
    );
}
