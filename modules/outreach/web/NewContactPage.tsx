// SPDX-License-Identifier: EUPL-1.2
import type { Contact } from "web/api/acts";
import { ask } from "web/api/client";
import { Button } from "web/kit/Button";
import { DraftNotice } from "web/kit/DraftNotice";
import { Form } from "web/kit/Form";
import { Page } from "web/kit/Page";
import { Progress } from "web/kit/Progress";
import { useAct } from "web/kit/useAct";
import { useDraft } from "web/kit/useDraft";
import { useQuery } from "web/kit/useQuery";
import { uuid7 } from "web/kit/uuid7";
import type { PageProps } from "web/shell/module";
import { say } from "web/shell/notices";
import { openPhone } from "web/shell/phone";
import { goInstead, link } from "web/shell/router";
import { useSession } from "web/shell/session";
import { t } from "web/words/words";
import { ContactFields } from "./ContactFields";
import { type ContactText, contactText, contactWish, freshContact } from "./contactText";

export default function NewContactPage({ query }: PageProps) {
    const outing = query["outing"];
    const recent = useQuery(
        "outreach.list_contacts",
        outing ? { query: { outing, limit: 20 } } : null,
    );
    const back = outing ? `/outreach/outings/${outing}` : "/outreach";

    return (
        <Page
            title={t("do.outreach.record_contact")}
            back={{
                href: link(back),
                label: t(outing ? "page.outreach.outing" : "page.outreach.tonight"),
            }}
        >
            {/* Without a connection nothing is known of the last one: the form opens anyway. */}
            {recent.loading ? (
                <Progress />
            ) : (
                <NewContact
                    outing={outing || null}
                    waiting={query["waiting"]}
                    back={back}
                    recent={recent.data?.items.filter((contact) => !contact.cancelled) ?? []}
                />
            )}
        </Page>
    );
}

interface NewContactProps {
    outing: string | null;
    // One that waits on this phone because the server has not taken it: it is corrected here.
    waiting: string | undefined;
    back: string;
    recent: Contact[];
}

const noLists = { languages: [], circumstances: [], interventions: [] };

function NewContact({ outing, waiting, back, recent }: NewContactProps) {
    const session = useSession();
    const refused = openPhone()?.outbox.find(waiting ?? "")?.wish.body as Contact | undefined;
    const record = useAct("outreach.record_contact");
    const draft = useDraft<ContactText & { id: string }>(
        session.account,
        waiting ? `waiting.${waiting}` : `contact.${outing ?? ""}`,
        () =>
            refused
                ? { ...contactText({ ...noLists, ...refused }), id: refused.id }
                : { id: uuid7(), ...freshContact(new Date(), recent[0]) },
    );
    const { id, ...text } = draft.value;

    function submit(): void {
        const said = refused?.phone_said_at;
        const body = { id, ...contactWish(text, outing), ...(said && { phone_said_at: said }) };
        void record.runWith({ byClock: !text.typed }, { body }, () => {
            draft.drop();
            say({
                text: t("page.outreach.recorded"),
                undo: async () => {
                    await ask("outreach.cancel_contact", { path: { id } });
                    say({ text: t("page.outreach.record_undone") });
                },
            });
            goInstead(back);
        });
    }

    return (
        <>
            <DraftNotice draft={draft} />
            <Form class="form" problem={record.problem} onSubmit={submit}>
                <ContactFields key={id} value={text} onChange={draft.change} recent={recent} />
                <div class="form-save">
                    <Button submit busy={record.busy}>
                        {t("web.save")}
                    </Button>
                </div>
            </Form>
        </>
    );
}
