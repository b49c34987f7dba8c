// SPDX-License-Identifier: EUPL-1.2
// What came of a workshop: what those who were there say of it, and what was made.
import { Page } from "web/kit/Page";
import { Show } from "web/kit/Show";
import { useQuery } from "web/kit/useQuery";
import type { PageProps } from "web/shell/module";
import { link } from "web/shell/router";
import { t } from "web/words/words";
import { AnswersSection } from "./AnswersSection";
import { WorksSection } from "./WorksSection";

export default function ResultsPage({ params }: PageProps) {
    const id = params["workshop"]!;
    const found = useQuery("workshops.get_workshop", { path: { id } });
    return (
        <Page
            title={t("page.workshops.results")}
            back={{
                href: link(`/workshops/${id}`),
                label: found.data?.line.name ?? t("page.workshops.workshop"),
            }}
        >
            <Show of={found}>
                {({ works }) => (
                    <WorksSection workshop={id} works={works} reload={found.reload} />
                )}
            </Show>
            <AnswersSection workshop={id} />
        </Page>
    );
}
