// SPDX-License-Identifier: EUPL-1.2
// The projects of the city: how each stands, who takes part, and when they meet next.
import { labelOf } from "web/api/vocabulary";
import { LinkButton } from "web/kit/Button";
import { Badge, Card, CardList, EmptyState } from "web/kit/List";
import { Page } from "web/kit/Page";
import { Show } from "web/kit/Show";
import { useQuery } from "web/kit/useQuery";
import { link } from "web/shell/router";
import { may, useSession } from "web/shell/session";
import { type Districts, useDistricts } from "web/shell/useDistricts";
import { formatDay } from "web/words/format";
import { t } from "web/words/words";
import { hoursText } from "./civicText";
import { StateBadge } from "./StateBadge";
import type { ProjectLine } from "./types";

export default function ProjectsPage() {
    const session = useSession();
    const projects = useQuery("civic.list_projects", {});
    const districts = useDistricts();
    return (
        <Page
            title={t("page.civic.civic")}
            actions={
                may(session, "civic.add_project") && (
                    <LinkButton icon="add" href={link("/civic/new")}>
                        {t("do.civic.new")}
                    </LinkButton>
                )
            }
        >
            <Show of={projects}>
                {({ items }) => <Both items={items} districts={districts} />}
            </Show>
        </Page>
    );
}

function Both({ items, districts }: { items: ProjectLine[]; districts: Districts }) {
    const going = items.filter(({ state }) => state !== "ended");
    const ended = items.filter(({ state }) => state === "ended");
    return (
        <>
            {going.length === 0 && (
                <EmptyState title={t("page.civic.none")}>
                    <p>{t("page.civic.none_hint")}</p>
                </EmptyState>
            )}
            {going.length > 0 && (
                <CardList label={t("page.civic.civic")}>
                    {going.map((project) => (
                        <ProjectCard key={project.id} project={project} districts={districts} />
                    ))}
                </CardList>
            )}
            {ended.length > 0 && (
                <section class="section">
                    <h2>{t("page.civic.ended")}</h2>
                    <CardList label={t("page.civic.ended")}>
                        {ended.map((project) => (
                            <ProjectCard key={project.id} project={project} districts={districts} />
                        ))}
                    </CardList>
                </section>
            )}
        </>
    );
}

function ProjectCard({ project, districts }: { project: ProjectLine; districts: Districts }) {
    const { id, name, kind, district, place, migrants, residents, minutes } = project;
    const hands = project.state !== "ended" && project.needed_hands;
    return (
        <Card
            href={link(`/civic/projects/${id}`)}
            title={<span dir="auto">{name}</span>}
            badges={
                <>
                    <StateBadge state={project.state} />
                    {project.result_on && (
                        <Badge kind="success">{t("page.civic.has_result")}</Badge>
                    )}
                </>
            }
            second={[labelOf("civic_kind", kind), districts.nameOf(district), place]
                .filter(Boolean)
                .join(" · ")}
            third={[
                t("page.civic.who_now", { migrants, residents }),
                hands && t("page.civic.hands", { n: hands }),
                hoursText(minutes),
                project.next_on && t("page.civic.next_on", { day: formatDay(project.next_on) }),
            ]
                .filter(Boolean)
                .join(" · ")}
        />
    );
}
