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
    const id = params["project"]!;
    const found = useQuery("civic.get_project", { path: { id } });
    return (
        <Page
            title={t("page.civic.change")}
            back={{ href: link(`/civic/projects/${id}`), label: t("page.civic.project") }}
        >
            <Show of={found}>
                {(project) => <Change key={project.version} project={project} />}
            </Show>
        </Page>
    );
}

function Change({ project }: { project: Project }) {
    const session = useSession();
    const change = useAct("civic.change_project");
    const draft = useDraft(session.account, `civic.project.${project.id}`, () => textOf(project));

    function submit(): void {
        const body = { ...wishOf(draft.value), base: project.version };
        void change.run({ path: { id: project.id }, body }, () => {
            draft.drop();
            say({ text: t("page.civic.changed") });
            goInstead(`/civic/projects/${project.id}`);
        });
    }

    return (
        <ProjectForm
            draft={draft}
            problem={change.problem}
            busy={change.busy}
            save={t("web.save")}
            onSubmit={submit}
        />
    );
}
