// SPDX-License-Identifier: EUPL-1.2
import type { PersonCard } from "web/api/acts";
import { Button } from "web/kit/Button";
import { DraftNotice } from "web/kit/DraftNotice";
import { Form } from "web/kit/Form";
import { Page } from "web/kit/Page";
import { useAct } from "web/kit/useAct";
import { useDraft } from "web/kit/useDraft";
import { uuid7 } from "web/kit/uuid7";
import { say } from "web/shell/notices";
import { go, goInstead, link } from "web/shell/router";
import { useSession } from "web/shell/session";
import { t } from "web/words/words";
import { PersonFields, personText, personWish } from "./PersonFields";
import { SimilarNotice, SimilarPersons, useSimilarSeen } from "./SimilarPersons";

export default function AddPersonPage() {
    const session = useSession();
    const add = useAct("people.add_person");
    const draft = useDraft(session.account, "person", () => ({ id: uuid7(), ...personText() }));
    const seen = useSimilarSeen();
    const { id, ...text } = draft.value;

    function submit(): void {
        if (!seen.mayGoOn()) return;
        const body = { id, ...personWish(text), similar_seen: seen.ids };
        void add.run({ body }, (person) => {
            draft.drop();
            say({ text: t("page.people.added", { number: person.number }) });
            goInstead(`/people/${person.id}`);
        });
    }

    return (
        <Page
            title={t("do.people.add_person")}
            back={{ href: link("/people"), label: t("page.people.persons") }}
        >
            <DraftNotice draft={draft} />
            <p class="lead">{t("page.people.add_hint")}</p>
            <Form class="form" problem={add.problem} onSubmit={submit}>
                <PersonFields value={text} onChange={draft.change}>
                    <SimilarNotice seen={seen} />
                </PersonFields>
                <SimilarPersons
                    like={personWish(text)}
                    onChoose={(person: PersonCard) => go(`/people/${person.id}`)}
                    seen={seen}
                />
                <div class="form-save">
                    <Button submit busy={add.busy}>
                        {seen.asked ? t("do.people.add_as_new") : t("web.save")}
                    </Button>
                </div>
            </Form>
        </Page>
    );
}
