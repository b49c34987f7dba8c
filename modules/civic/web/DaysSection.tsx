// SPDX-License-Identifier: EUPL-1.2
// Days of work: the next one with who comes, and all others; each opens to mark who is there.
import { useState } from "preact/hooks";
import { ask } from "web/api/client";
import { Button } from "web/kit/Button";
import { Badge, Card, CardList } from "web/kit/List";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { useAct } from "web/kit/useAct";
import { reloadAll } from "web/kit/useQuery";
import { say } from "web/shell/notices";
import { may, useSession } from "web/shell/session";
import { today } from "web/words/format";
import { count, t } from "web/words/words";
import {
    attendanceOf,
    countOf,
    dayTitle,
    hoursText,
    minutesOf,
    nextDay,
    participantName,
} from "./civicText";
import { DayDialog } from "./DayDialog";
import { WhoIsThere } from "./WhoIsThere";
import type { Day, Project } from "./types";

interface DaysSectionProps {
    project: Project;
    reload: () => Promise<void>;
}

export function DaysSection({ project, reload }: DaysSectionProps) {
    const session = useSession();
    const [editing, setEditing] = useState<Day | "new">();
    const [open, setOpen] = useState("");
    const next = nextDay(project.days, today());
    const mayAdd = may(session, "civic.add_day") && !project.ended_on;
    return (
        <section class="section">
            <div class="section-head">
                <h2>{t("page.civic.days")}</h2>
                {mayAdd && (
                    <Button kind="outline" icon="add" onClick={() => setEditing("new")}>
                        {t("do.civic.add_day")}
                    </Button>
                )}
            </div>
            <NextTime project={project} next={next} />
            {project.days.length > 0 && (
                <CardList label={t("page.civic.days")}>
                    {project.days.map((day) => (
                        <DayCard
                            key={day.id}
                            day={day}
                            isOpen={open === day.id}
                            onOpen={() => setOpen(open === day.id ? "" : day.id)}
                            onChange={() => setEditing(day)}
                            reload={reload}
                        />
                    ))}
                </CardList>
            )}
            {project.days
                .filter(({ id }) => id === open)
                .map((day) => (
                    <WhoIsThere key={day.id} project={project} day={day} reload={reload} />
                ))}
            {editing && (
                <DayDialog
                    project={project}
                    day={editing === "new" ? undefined : editing}
                    onClose={() => setEditing(undefined)}
                    reload={reload}
                />
            )}
        </section>
    );
}

function NextTime({ project, next }: { project: Project; next: Day | undefined }) {
    if (!next) return project.ended_on ? null : <p>{t("page.civic.no_next")}</p>;
    const coming = project.participants.filter(
        ({ id }) => attendanceOf(next, id)?.state === "coming",
    );
    return (
        <div class="civic-next">
            <h3>{t("page.civic.next_time")}</h3>
            <p>
                <strong>{dayTitle(next)}</strong>
                {next.what && (
                    <>
                        {" · "}
                        <span dir="auto">{next.what}</span>
                    </>
                )}
            </p>
            {coming.length === 0 ? (
                <p>{t("page.civic.coming_nobody")}</p>
            ) : (
                <>
                    <p>{count("page.civic.coming", coming.length)}</p>
                    <ul class="civic-names" aria-label={t("page.civic.next_time")}>
                        {coming.map((each) => (
                            <li key={each.id}>
                                <bdi>{participantName(each)}</bdi>
                            </li>
                        ))}
                    </ul>
                </>
            )}
        </div>
    );
}

interface DayCardProps {
    day: Day;
    isOpen: boolean;
    onOpen: () => void;
    onChange: () => void;
    reload: () => Promise<void>;
}

function summaryOf(day: Day): string {
    const worked = countOf(day, "worked");
    if (worked > 0) return `${count("page.civic.worked", worked)} · ${hoursText(minutesOf(day))}`;
    if (day.day < today()) return t("page.civic.worked_nobody");
    const coming = countOf(day, "coming");
    return coming > 0 ? count("page.civic.coming", coming) : t("page.civic.coming_nobody");
}

function DayCard({ day, isOpen, onOpen, onChange, reload }: DayCardProps) {
    const session = useSession();
    const cancel = useAct("civic.cancel_day");
    const title = dayTitle(day);
    const named = (key: "do.civic.open_day" | "do.civic.change_day" | "do.civic.cancel_day") =>
        `${t(key)}: ${title}`;
    const path = { id: day.id };

    function takeBack(): void {
        void cancel.run({ path }, () => {
            say({
                text: t("page.civic.day_cancelled"),
                undo: async () => {
                    await ask("civic.restore_day", { path });
                    reloadAll();
                },
            });
            void reload();
        });
    }

    return (
        <Card
            title={title}
            badges={day.day > today() && <Badge kind="info">{t("page.civic.to_come")}</Badge>}
            second={day.what && <span dir="auto">{day.what}</span>}
            third={summaryOf(day)}
            actions={
                <>
                    {cancel.problem && <ProblemAlert problem={cancel.problem} />}
                    <Button
                        kind={isOpen ? "plain" : "outline"}
                        label={named("do.civic.open_day")}
                        onClick={onOpen}
                    >
                        {t("do.civic.open_day")}
                    </Button>
                    {may(session, "civic.change_day") && (
                        <>
                            <Button
                                kind="plain"
                                label={named("do.civic.change_day")}
                                onClick={onChange}
                            >
                                {t("do.civic.change_day")}
                            </Button>
                            <Button
                                kind="plain"
                                label={named("do.civic.cancel_day")}
                                busy={cancel.busy}
                                onClick={takeBack}
                            >
                                {t("do.civic.cancel_day")}
                            </Button>
                        </>
                    )}
                </>
            }
        />
    );
}
