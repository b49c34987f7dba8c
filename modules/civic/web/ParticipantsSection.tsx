// SPDX-License-Identifier: EUPL-1.2
// Who takes part: persons of the registry with a link to their record, and residents, counted.
import { useState } from "preact/hooks";
import { ask } from "web/api/client";
import { labelOf } from "web/api/vocabulary";
import { Button } from "web/kit/Button";
import { Badge, Card, CardList, EmptyState } from "web/kit/List";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { useAct } from "web/kit/useAct";
import { reloadAll } from "web/kit/useQuery";
import { say } from "web/shell/notices";
import { link } from "web/shell/router";
import { may, useSession } from "web/shell/session";
import { formatDay, today } from "web/words/format";
import { t } from "web/words/words";
import { AddMigrantDialog, AddResidentDialog } from "./AddParticipant";
import { hoursText, participantName } from "./civicText";
import type { Participant, Project } from "./types";

interface ParticipantsSectionProps {
    project: Project;
    reload: () => Promise<void>;
}

export function ParticipantsSection({ project, reload }: ParticipantsSectionProps) {
    const session = useSession();
    const [adding, setAdding] = useState<"migrant" | "resident">();
    const close = () => setAdding(undefined);
    const mayAdd = may(session, "civic.add_participant") && !project.ended_on;
    return (
        <section class="section">
            <div class="section-head">
                <h2>{t("page.civic.participants")}</h2>
                {mayAdd && (
                    <>
                        <Button kind="outline" icon="add" onClick={() => setAdding("migrant")}>
                            {t("page.civic.add_migrant")}
                        </Button>
                        <Button kind="outline" icon="add" onClick={() => setAdding("resident")}>
                            {t("page.civic.add_resident")}
                        </Button>
                    </>
                )}
            </div>
            {project.participants.length === 0 ? (
                <EmptyState title={t("page.civic.nobody")} />
            ) : (
                <CardList label={t("page.civic.participants")}>
                    {project.participants.map((participant) => (
                        <OneOfThem
                            key={participant.id}
                            participant={participant}
                            mayChange={may(session, "civic.end_participation") && !project.ended_on}
                            reload={reload}
                        />
                    ))}
                </CardList>
            )}
            {adding === "migrant" && (
                <AddMigrantDialog project={project} onClose={close} reload={reload} />
            )}
            {adding === "resident" && (
                <AddResidentDialog project={project} onClose={close} reload={reload} />
            )}
        </section>
    );
}

function spanOf({ joined_on, left_on }: Participant): string {
    if (!left_on) return t("page.civic.since", { day: formatDay(joined_on) });
    return t("page.civic.from_to", { from: formatDay(joined_on), to: formatDay(left_on) });
}

interface OneOfThemProps {
    participant: Participant;
    mayChange: boolean;
    reload: () => Promise<void>;
}

function OneOfThem({ participant, mayChange, reload }: OneOfThemProps) {
    const { id, person_card: card, kind, left_on: leftOn, minutes } = participant;
    const end = useAct("civic.end_participation");
    const cancel = useAct("civic.cancel_participant");
    const name = participantName(participant);
    const path = { id };
    const problem = end.problem ?? cancel.problem;

    function set(day: string | null): void {
        void end.run({ path, body: { left_on: day } }, () => {
            say({
                text: t(day ? "page.civic.participant_left" : "page.civic.participant_back", {
                    name,
                }),
                undo: async () => {
                    await ask("civic.end_participation", {
                        path,
                        body: { left_on: leftOn ?? null },
                    });
                    reloadAll();
                },
            });
            void reload();
        });
    }

    function takeBack(): void {
        void cancel.run({ path }, () => {
            say({
                text: t("page.civic.participant_cancelled", { name }),
                undo: async () => {
                    await ask("civic.restore_participant", { path });
                    reloadAll();
                },
            });
            void reload();
        });
    }

    const leave = t(leftOn ? "do.civic.back" : "do.civic.left");
    return (
        <Card
            {...(card && { href: link(`/people/${card.id}`) })}
            title={<bdi>{name}</bdi>}
            badges={<Badge>{labelOf("civic_participant", kind)}</Badge>}
            second={`${spanOf(participant)} · ${hoursText(minutes)}`}
            actions={
                mayChange && (
                    <>
                        {problem && <ProblemAlert problem={problem} />}
                        <Button
                            kind="plain"
                            busy={end.busy}
                            label={`${leave}: ${name}`}
                            onClick={() => set(leftOn ? null : today())}
                        >
                            {leave}
                        </Button>
                        <Button
                            kind="plain"
                            busy={cancel.busy}
                            label={`${t("do.civic.cancel_participant")}: ${name}`}
                            onClick={takeBack}
                        >
                            {t("do.civic.cancel_participant")}
                        </Button>
                    </>
                )
            }
        />
    );
}
