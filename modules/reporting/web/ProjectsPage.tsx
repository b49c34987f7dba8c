// SPDX-License-Identifier: EUPL-1.2
// The projects that pay for the work of the city.
import { labelOf } from "web/api/vocabulary";
import { LinkButton } from "web/kit/Button";
import { Card, CardList, EmptyState } from "web/kit/List";
import { Page } from "web/kit/Page";
import { Show } from "web/kit/Show";
import { useQuery } from "web/kit/useQuery";
import { link } from "web/shell/router";
import { may, useSession } from "web/shell/session";
import { formatDay } from "web/words/format";
import { t } from "web/words/words";
import { sumsText } from "./moneyText";
import type { ProjectLine } from "./types";

export default function ProjectsPage() {
    const session = useSession();
    const projects = useQuery("reporting.list_projects", {});
    return (
        <Page
            title={t("page.reporting.projects")}
            actions={
                may(session, "reporting.add_project") && (
                    <LinkButton icon="add" href={link("/reporting/new")}>
                        {t("do.reporting.new")}
                    </LinkButton>
                )
            }
        >
            <p class="lead">{t("page.reporting.projects_lead")}</p>
            <Show of={projects}>
                {({ items }) =>
                    items.length === 0 ? (
                        <EmptyState title={t("page.reporting.none")}>
                            <p>{t("page.reporting.none_hint")}</p>
                        </EmptyState>
                    ) : (
                        <CardList label={t("page.reporting.projects")}>
                            {items.map((project) => (
                                <ProjectCard key={project.id} project={project} />
                            ))}
                        </CardList>
                    )
                }
            </Show>
        </Page>
    );
}

function ProjectCard({ project }: { project: ProjectLine }) {
    const { id, name, fund, starts_on, ends_on, sums } = project;
    return (
        <Card
            href={link(`/reporting/projects/${id}`)}
            title={<span dir="auto">{name}</span>}
            second={[
                labelOf("reporting_fund", fund),
                t("page.reporting.from_until", {
                    from: formatDay(starts_on),
                    until: formatDay(ends_on),
                }),
            ].join(" · ")}
            third={sumsText(sums)}
        />
    );
}
