// SPDX-License-Identifier: EUPL-1.2
import type { Contact, ContactWish } from "web/api/acts";
import { Button } from "web/kit/Button";
import { DraftNotice } from "web/kit/DraftNotice";
import { Form } from "web/kit/Form";
import { Page } from "web/kit/Page";
import { Show } from "web/kit/Show";
import { useAct } from "web/kit/useAct";
import { useDraft } from "web/kit/useDraft";
import { useQuery } from "web/kit/useQuery";
import { BothSides, chosenOf } from "web/shell/BothSides";
import type { PageProps } from "web/shell/module";
import { say } from "web/shell/notices";
import { goInstead, link } from "web/shell/router";
import { useSession } from "web/shell/session";
import { t } from "web/words/words";
import { ContactFields } from "./ContactFields";
import { contactSides } from "./contactSides";
import { type ContactText, contactText, contactWish } from "./contactText";

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
    const session = useSession();
    const act = useAct("outreach.change_contact");
    // The contact as it stands now, where somebody else has changed it meanwhile.
    const standing = act.problem?.standing as Contact | undefined;
    const draft = useDraft<ContactText>(session.account, `change.${contact.id}`, () =>
        contactText(contact),
    );
    const text = draft.value;
    const wish = () => contactWish(text, contact.outing ?? null);

    function send(body: ContactWish): void {
        void act.run({ path: { id: contact.id }, body }, done);
    }
    function done(): void {
        draft.drop();
        say({ text: t("page.outreach.contact_changed") });
        goInstead(`/outreach/contacts/${contact.id}`);
    }

    if (standing) {
        return (
            <BothSides
                mine={contactSides(wish())}
                standing={contactSides(standing)}
                before={contactSides(contact)}
                busy={act.busy}
                onSave={(fields) =>
                    send({ ...chosenOf(wish(), standing, fields), base: standing.version })
                }
                onKeep={done}
            />
        );
    }
    return (
        <>
            <DraftNotice draft={draft} />
            <Form
                class="form"
                problem={act.problem}
                onSubmit={() => send({ ...wish(), base: contact.version })}
            >
                <ContactFields
                    value={text}
                    onChange={draft.change}
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
        </>
    );
}
