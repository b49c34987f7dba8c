// SPDX-License-Identifier: EUPL-1.2
// One project: what is missing before anybody works, who comes next time, who has worked how long,
// before and after side by side, and what the district has of it.
import { useState } from "preact/hooks";
import { ask } from "web/api/client";
import { labelOf } from "web/api/vocabulary";
import { Alert } from "web/kit/Alert";
import { Button, LinkButton } from "web/kit/Button";
import { Fact, Facts } from "web/kit/Facts";
import { Page } from "web/kit/Page";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { Show } from "web/kit/Show";
import { useAct } from "web/kit/useAct";
import { reloadAll, useQuery } from "web/kit/useQuery";
import type { PageProps } from "web/shell/module";
import { say } from "web/shell/notices";
import { link } from "web/shell/router";
import { may, useSession } from "web/shell/session";
import { useDistricts } from "web/shell/useDistricts";
import { daysLater, formatDay, today } from "web/words/format";
import { t } from "web/words/words";
import { hoursText, SOON_DAYS, warningOf } from "./civicText";
import "./civic.scss";
import { DaysSection } from "./DaysSection";
import { EndDialog } from "./EndDialog";
import { InsuranceSection } from "./InsuranceSection";
import { ParticipantsSection } from "./ParticipantsSection";
import { PicturesSection } from "./PicturesSection";
import { ResultSection } from "./ResultSection";
import { StateBadge } from "./StateBadge";
import type { Project } from "./types";

export default function ProjectPage({ params }: PageProps) {
    const session = useSession();
    const id = params["project"]!;
    const found = useQuery("civic.get_project", { path: { id } });
    const project = found.data;
    return (
        <Page
            title={project ? <span dir="auto">{project.name}</span> : t("page.civic.project")}
            windowTitle={t("page.civic.project")}
            back={{ href: link("/civic"), label: t("page.civic.civic") }}
            actions={
                project &&
                !project.cancelled &&
                may(session, "civic.change_project") && (
                    <LinkButton kind="outline" href={link(`/civic/projects/${id}/change`)}>
                        {t("do.civic.change")}
                    </LinkButton>
                )
            }
        >
            <Show of={found}>
                {(known) => (
                    <>
                        <What project={known} />
                        {known.cancelled ? (
                            <Cancelled project={known} onRestored={found.set} />
                        ) : (
                            <Work project={known} reload={found.reload} />
                        )}
                    </>
                )}
            </Show>
        </Page>
    );
}

function What({ project }: { project: Project }) {
    const districts = useDistricts();
    const { kind, district, place, agreement_on: agreed, agreement_until: until } = project;
    const warning = warningOf(project, today(), daysLater(today(), SOON_DAYS));
    const minutes = project.participants.reduce((sum, each) => sum + each.minutes, 0);
    return (
        <>
            <p>
                <StateBadge state={project.state} />
            </p>
            {warning && <Alert kind="warning" quiet title={warning} />}
            <Facts>
                <Fact name={t("field.civic.kind")}>{labelOf("civic_kind", kind)}</Fact>
                <Fact name={t("field.civic.place")}>
                    {[districts.nameOf(district), place].filter(Boolean).join(", ")}
                </Fact>
                <Fact name={t("field.civic.proposer")}>
                    {[labelOf("civic_proposer", project.proposer), project.proposer_name]
                        .filter(Boolean)
                        .join(": ")}
                </Fact>
                <Fact rare name={t("field.civic.aim")}>
                    {project.aim && <span dir="auto">{project.aim}</span>}
                </Fact>
                <Fact rare name={t("field.civic.needed_hands")}>
                    {project.needed_hands}
                </Fact>
                <Fact name={t("page.civic.agreement")}>
                    {agreed
                        ? [
                              until
                                  ? t("page.civic.from_to", {
                                        from: formatDay(agreed),
                                        to: formatDay(until),
                                    })
                                  : t("page.civic.since", { day: formatDay(agreed) }),
                              project.agreement_number,
                          ]
                              .filter(Boolean)
                              .join(" · ")
                        : t("page.civic.no_agreement")}
                </Fact>
                <Fact name={t("page.civic.hours_worked")}>{hoursText(minutes)}</Fact>
                <Fact rare name={t("field.civic.ended_on")}>
                    {project.ended_on && formatDay(project.ended_on)}
                </Fact>
            </Facts>
        </>
    );
}

interface SectionProps {
    project: Project;
    reload: () => Promise<void>;
}

function Work({ project, reload }: SectionProps) {
    const session = useSession();
    return (
        <>
            <DaysSection project={project} reload={reload} />
            <ParticipantsSection project={project} reload={reload} />
            <PicturesSection project={project} reload={reload} />
            <ResultSection project={project} reload={reload} />
            <InsuranceSection project={project} reload={reload} />
            {may(session, "civic.end_project") && <Ending project={project} reload={reload} />}
        </>
    );
}

function Ending({ project, reload }: SectionProps) {
    const reopen = useAct("civic.reopen_project");
    const cancel = useAct("civic.cancel_project");
    const [ending, setEnding] = useState(false);
    const path = { id: project.id };

    function takeBack(): void {
        void cancel.run({ path }, () => {
            say({
                text: t("page.civic.cancelled"),
                undo: async () => {
                    await ask("civic.restore_project", { path });
                    reloadAll();
                },
            });
            void reload();
        });
    }

    return (
        <section class="section">
            {reopen.problem && <ProblemAlert problem={reopen.problem} />}
            {cancel.problem && <ProblemAlert problem={cancel.problem} />}
            <div class="form-actions">
                {project.ended_on ? (
                    <Button
                        kind="outline"
                        busy={reopen.busy}
                        onClick={() =>
                            void reopen.run({ path }, () => {
                                say({ text: t("page.civic.reopened") });
                                void reload();
                            })
                        }
                    >
                        {t("do.civic.reopen")}
                    </Button>
                ) : (
                    <Button kind="outline" onClick={() => setEnding(true)}>
                        {t("do.civic.end")}
                    </Button>
                )}
                <Button kind="danger" busy={cancel.busy} onClick={takeBack}>
                    {t("do.civic.cancel")}
                </Button>
            </div>
            {ending && (
                <EndDialog project={project} onClose={() => setEnding(false)} reload={reload} />
            )}
        </section>
    );
}

interface CancelledProps {
    project: Project;
    onRestored: (project: Project) => void;
}

function Cancelled({ project, onRestored }: CancelledProps) {
    const session = useSession();
    const restore = useAct("civic.restore_project");
    return (
        <Alert kind="info" quiet title={t("page.civic.is_cancelled")}>
            {restore.problem && <ProblemAlert problem={restore.problem} />}
            {may(session, "civic.restore_project") && (
                <Button
                    kind="outline"
                    icon="undo"
                    busy={restore.busy}
                    onClick={() => void restore.run({ path: { id: project.id } }, onRestored)}
                >
                    {t("do.civic.restore")}
                </Button>
            )}
        </Alert>
    );
}
