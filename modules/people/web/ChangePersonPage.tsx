// SPDX-License-Identifier: EUPL-1.2
import { useState } from "preact/hooks";
import type { Person } from "web/api/acts";
import { Button } from "web/kit/Button";
import { Form } from "web/kit/Form";
import { Page } from "web/kit/Page";
import { Show } from "web/kit/Show";
import { useAct } from "web/kit/useAct";
import { useQuery } from "web/kit/useQuery";
import type { PageProps } from "web/shell/module";
import { say } from "web/shell/notices";
import { goInstead, link } from "web/shell/router";
import { t } from "web/words/words";
import { PersonFields, personText, personWish } from "./PersonFields";

export default function ChangePersonPage({ params }: PageProps) {
    const id = params["person"]!;
    const person = useQuery("people.get_person", { path: { id } });
    return (
        <Page
            title={t("page.people.change")}
            back={{ href: link(`/people/${id}`), label: t("page.people.person") }}
        >
            <Show of={person}>{(found) => <Change person={found} />}</Show>
        </Page>
    );
}

function Change({ person }: { person: Person }) {
    const act = useAct("people.change_person");
    const [text, setText] = useState(() => personText(person));

    function submit(): void {
        void act.run({ path: { id: person.id }, body: personWish(text) }, () => {
            say({ text: t("page.people.changed") });
            goInstead(`/people/${person.id}`);
        });
    }

    return (
        <Form class="form" problem={act.problem} onSubmit={submit}>
            <PersonFields value={text} onChange={(part) => setText({ ...text, ...part })} />
            <div class="form-save">
                <Button submit busy={act.busy}>
                    {t("web.save")}
                </Button>
            </div>
        </Form>
    );
}
