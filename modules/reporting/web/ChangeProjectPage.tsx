// SPDX-License-Identifier: EUPL-1.2
import { Page } from "web/kit/Page";
import { Show } from "web/kit/Show";
import { useAct } from "web/kit/useAct";
import { useDraft } from "web/kit/useDraft";
import { useQuery } from "web/kit/useQuery";
import type { PageProps } from "web/shell/module";
import { say } from "web/shell/notices";
import { goInstead, link } from "web/shell/router";
import { useSession } from "web/shell/session";
import { t } from "web/words/words";
import { ProjectForm, textOf, wishOf } from "./ProjectForm";
import type { Project } from "./types";

export default function ChangeProjectPage({ params }: PageProps) {
    const id = params["funded"]!;
    const found = useQuery("reporting.get_project", { path: { id } });
    return (
        <Page
            title={t("page.reporting.change_project")}
            back={{ href: link(`/reporting/projects/${id}`), label: t("page.reporting.project") }}
        >
            <Show of={found}>
                {(project) => <Change key={project.version} project={project} />}
            </Show>
        </Page>
    );
}

function Change({ project }: { project: Project }) {
    const session = useSession();
    const { id, version } = project;
    const change = useAct("reporting.change_project");
    const draft = useDraft(session.account, `reporting.project.${id}`, () => textOf(project));

    function submit(): void {
        const body = { ...wishOf(draft.value), base: version };
        void change.run({ path: { id }, body }, () => {
            draft.drop();
            say({ text: t("page.reporting.changed") });
            goInstead(`/reporting/projects/${id}`);
        });
    }

    return (
        <ProjectForm draft={draft} problem={change.problem} busy={change.busy} onSubmit={submit} />
    );
}
