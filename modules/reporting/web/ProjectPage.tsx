// SPDX-License-Identifier: EUPL-1.2
// A project: what is handed in of it quarter by quarter, its money, and who and what is around it.
import { ask } from "web/api/client";
import { labelOf } from "web/api/vocabulary";
import { Alert } from "web/kit/Alert";
import { Button, LinkButton } from "web/kit/Button";
import { Fact, Facts } from "web/kit/Facts";
import { Badge, Card, CardList } from "web/kit/List";
import { Page } from "web/kit/Page";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { Show } from "web/kit/Show";
import { useAct } from "web/kit/useAct";
import { reloadAll, useQuery } from "web/kit/useQuery";
import type { PageProps } from "web/shell/module";
import { say } from "web/shell/notices";
import { go, link } from "web/shell/router";
import { may, useSession } from "web/shell/session";
import { formatDay } from "web/words/format";
import { t } from "web/words/words";
import { ActivitiesSection } from "./ActivitiesSection";
import { AgreementsSection } from "./AgreementsSection";
import { annexText } from "./annexText";
import { MoneySection } from "./MoneySection";
import { PartnersSection } from "./PartnersSection";
import type { Project } from "./types";
import "./reporting.scss";

export default function ProjectPage({ params }: PageProps) {
    const id = params["funded"]!;
    const session = useSession();
    const found = useQuery("reporting.get_project", { path: { id } });
    return (
        <Page
            title={
                found.data ? (
                    <span dir="auto">{found.data.name}</span>
                ) : (
                    t("page.reporting.project")
                )
            }
            windowTitle={t("page.reporting.project")}
            back={{ href: link("/reporting"), label: t("page.reporting.projects") }}
            actions={
                may(session, "reporting.change_project") && (
                    <LinkButton kind="outline" href={link(`/reporting/projects/${id}/change`)}>
                        {t("do.reporting.change_project")}
                    </LinkButton>
                )
            }
        >
            <Show of={found}>
                {(project) => (
                    <>
                        {project.cancelled && (
                            <Alert kind="warning" title={t("page.reporting.is_cancelled")} />
                        )}
                        <About project={project} />
                        <Quarters project={project.id} />
                        <MoneySection project={project} reload={found.reload} />
                        <ActivitiesSection project={project} reload={found.reload} />
                        <PartnersSection project={project} reload={found.reload} />
                        <AgreementsSection project={project} reload={found.reload} />
                        {may(session, "reporting.cancel_project") && !project.cancelled && (
                            <Cancel id={project.id} />
                        )}
                    </>
                )}
            </Show>
        </Page>
    );
}

function About({ project }: { project: Project }) {
    return (
        <Facts>
            <Fact name={t("page.reporting.fund")}>{labelOf("reporting_fund", project.fund)}</Fact>
            <Fact name={t("page.reporting.objective")} rare>
                {project.objective && labelOf("reporting_objective", project.objective)}
            </Fact>
            <Fact name={t("page.reporting.number")}>{project.number}</Fact>
            <Fact name={t("page.reporting.cup")}>{project.cup}</Fact>
            <Fact name={t("page.reporting.runs")}>
                {t("page.reporting.from_until", {
                    from: formatDay(project.starts_on),
                    until: formatDay(project.ends_on),
                })}
            </Fact>
            <Fact name={t("page.reporting.annex_codes")}>{annexText(project)}</Fact>
            <Fact name={t("field.reporting.through")}>
                {project.through.map((code) => labelOf("reporting_through", code)).join(" · ")}
            </Fact>
            <Fact name={t("page.reporting.aim")} rare>
                {project.aim && <span dir="auto">{project.aim}</span>}
            </Fact>
        </Facts>
    );
}

function Quarters({ project }: { project: string }) {
    const packs = useQuery("reporting.list_packs", { path: { project } });
    return (
        <section class="section">
            <h2>{t("page.reporting.quarters")}</h2>
            <Show of={packs}>
                {({ items }) => (
                    <CardList label={t("page.reporting.quarters")}>
                        {items.map(({ period, over, closed }) => (
                            <Card
                                key={period}
                                href={link(`/reporting/projects/${project}/quarters/${period}`)}
                                title={period}
                                badges={
                                    <Badge kind={closed ? "success" : over ? "warning" : "neutral"}>
                                        {t(
                                            closed
                                                ? "page.reporting.closed"
                                                : over
                                                  ? "page.reporting.to_close"
                                                  : "page.reporting.running",
                                        )}
                                    </Badge>
                                }
                            />
                        ))}
                    </CardList>
                )}
            </Show>
        </section>
    );
}

function Cancel({ id }: { id: string }) {
    const cancel = useAct("reporting.cancel_project");
    const path = { id };

    function takeBack(): void {
        void cancel.run({ path }, () => {
            say({
                text: t("page.reporting.cancelled"),
                undo: async () => {
                    await ask("reporting.restore_project", { path });
                    reloadAll();
                },
            });
            go("/reporting");
        });
    }

    return (
        <section class="section">
            {cancel.problem && <ProblemAlert problem={cancel.problem} />}
            <Button kind="outline" busy={cancel.busy} onClick={takeBack}>
                {t("do.reporting.cancel_project")}
            </Button>
        </section>
    );
}
