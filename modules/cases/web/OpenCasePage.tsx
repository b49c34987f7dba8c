// SPDX-License-Identifier: EUPL-1.2
import { Button } from "web/kit/Button";
import { ask } from "web/api/client";
import { ChooseOne } from "web/kit/ChoiceChips";
import { DraftNotice } from "web/kit/DraftNotice";
import { Form } from "web/kit/Form";
import { EmptyState } from "web/kit/List";
import { Page } from "web/kit/Page";
import { Show } from "web/kit/Show";
import { useAct } from "web/kit/useAct";
import { useDraft } from "web/kit/useDraft";
import { useQuery } from "web/kit/useQuery";
import { uuid7 } from "web/kit/uuid7";
import { fullNameOf } from "modules/people/web/PersonLine";
import type { PageProps } from "web/shell/module";
import { say } from "web/shell/notices";
import { go, goInstead, link } from "web/shell/router";
import { useSession } from "web/shell/session";
import { today } from "web/words/format";
import { t } from "web/words/words";
import { CaseFields, type CaseText, caseWish } from "./CaseFields";

export default function OpenCasePage({ query }: PageProps) {
    const person = query["person"] ?? "";
    const found = useQuery("people.get_person", person ? { path: { id: person } } : null);
    return (
        <Page
            title={t("do.cases.open_case")}
            back={{ href: link(`/people/${person}`), label: t("page.cases.person") }}
        >
            {!person && <EmptyState title={t("page.cases.how_to_open")} />}
            {person && (
                <Show of={found}>
                    {(known) => (
                        <>
                            <p class="lead">
                                {t("page.cases.for_person")}{" "}
                                <strong>
                                    <bdi>{fullNameOf(known)}</bdi>
                                </strong>
                            </p>
                            <OpenCase person={person} />
                        </>
                    )}
                </Show>
            )}
        </Page>
    );
}

function OpenCase({ person }: { person: string }) {
    const session = useSession();
    const open = useAct("cases.open_case");
    const draft = useDraft<CaseText & { id: string; team: string }>(
        session.account,
        `case.${person}`,
        () => ({
            id: uuid7(),
            team: session.teams[0]?.code ?? "",
            kind: "",
            opened_on: today(),
            ends_on: "",
            district: "",
            needs: [],
            note: "",
        }),
    );
    const { id, team, ...text } = draft.value;

    function submit(): void {
        const body = { id, person, ...caseWish(text), team: team || null };
        void open.run({ body }, () => {
            draft.drop();
            say({
                text: t("page.cases.opened"),
                undo: async () => {
                    await ask("cases.cancel_case", { path: { id } });
                    say({ text: t("page.cases.open_undone") });
                    go(`/people/${person}`);
                },
            });
            goInstead(`/cases/${id}`);
        });
    }

    return (
        <>
            <DraftNotice draft={draft} />
            <Form class="form" problem={open.problem} onSubmit={submit}>
                <CaseFields value={text} onChange={draft.change} />
                {session.teams.length > 1 && (
                    <ChooseOne
                        name="team"
                        always
                        label={t("field.cases.team")}
                        options={session.teams.map(({ code, name }) => ({
                            value: code,
                            label: name,
                        }))}
                        value={team}
                        onChange={(chosen) => draft.change({ team: chosen })}
                    />
                )}
                <div class="form-save">
                    <Button submit busy={open.busy}>
                        {t("do.cases.open_case_now")}
                    </Button>
                </div>
            </Form>
        </>
    );
}
