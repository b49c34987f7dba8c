// SPDX-License-Identifier: EUPL-1.2
import { useState } from "preact/hooks";
import type { Contact } from "web/api/acts";
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
import { ContactFields } from "./ContactFields";
import { contactText, contactWish } from "./contactText";

export default function ChangeContactPage({ params }: PageProps) {
    const id = params["contact"]!;
    const contact = useQuery("outreach.get_contact", { path: { id } });
    return (
        <Page
            title={t("page.outreach.change_contact")}
            back={{ href: link(`/outreach/contacts/${id}`), label: t("page.outreach.contact") }}
        >
            <Show of={contact}>{(found) => <ChangeContact contact={found} />}</Show>
        </Page>
    );
}

function ChangeContact({ contact }: { contact: Contact }) {
    const act = useAct("outreach.change_contact");
    const [text, setText] = useState(() => contactText(contact));

    function submit(): void {
        const body = contactWish(text, contact.outing ?? null);
        void act.run({ path: { id: contact.id }, body }, () => {
            say({ text: t("page.outreach.contact_changed") });
            goInstead(`/outreach/contacts/${contact.id}`);
        });
    }

    return (
        <Form class="form" problem={act.problem} onSubmit={submit}>
            <ContactFields
                value={text}
                onChange={(part) => setText({ ...text, ...part })}
                recent={[]}
                card={contact.person_card}
                unfolded
            />
            <div class="form-save">
                <Button submit busy={act.busy}>
                    {t("web.save")}
                </Button>
            </div>
        </Form>
    );
}
