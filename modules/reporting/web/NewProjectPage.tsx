// SPDX-License-Identifier: EUPL-1.2
import { useState } from "preact/hooks";
import { ask } from "web/api/client";
import { Page } from "web/kit/Page";
import { useAct } from "web/kit/useAct";
import { useDraft } from "web/kit/useDraft";
import { reloadAll } from "web/kit/useQuery";
import { uuid7 } from "web/kit/uuid7";
import { say } from "web/shell/notices";
import { goInstead, link } from "web/shell/router";
import { useSession } from "web/shell/session";
import { t } from "web/words/words";
import { ProjectForm, textOf, wishOf } from "./ProjectForm";

export default function NewProjectPage() {
    const session = useSession();
    const add = useAct("reporting.add_project");
    const [id] = useState(uuid7);
    const draft = useDraft(session.account, "reporting.project.new", () => textOf());

    function submit(): void {
        void add.run({ body: { id, ...wishOf(draft.value) } }, () => {
            draft.drop();
            say({
                text: t("page.reporting.added"),
                undo: async () => {
                    await ask("reporting.cancel_project", { path: { id } });
                    reloadAll();
                },
            });
            goInstead(`/reporting/projects/${id}`);
        });
    }

    return (
        <Page
            title={t("do.reporting.new")}
            back={{ href: link("/reporting"), label: t("page.reporting.projects") }}
        >
            <ProjectForm draft={draft} problem={add.problem} busy={add.busy} onSubmit={submit} />
        </Page>
    );
}
