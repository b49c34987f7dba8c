// SPDX-License-Identifier: EUPL-1.2
import { ask } from "web/api/client";
import { Button } from "web/kit/Button";
import { DraftNotice } from "web/kit/DraftNotice";
import { Form } from "web/kit/Form";
import { EmptyState } from "web/kit/List";
import { Page } from "web/kit/Page";
import { Show } from "web/kit/Show";
import { useAct } from "web/kit/useAct";
import { useDraft } from "web/kit/useDraft";
import { useQuery } from "web/kit/useQuery";
import { uuid7 } from "web/kit/uuid7";
import { fullNameOf, nameOf } from "modules/people/web/PersonLine";
import type { PageProps } from "web/shell/module";
import { say } from "web/shell/notices";
import { goInstead, link } from "web/shell/router";
import { useSession } from "web/shell/session";
import { today } from "web/words/format";
import { t } from "web/words/words";
import { ScreeningFields, type ScreeningText, screeningWish } from "./ScreeningFields";

// From a contact, which a phone knows without a signal, or from the page of a person.
export default function NewScreeningPage({ query }: PageProps) {
    const { contact, person } = query;
    const back = contact
        ? { href: link(`/outreach/contacts/${contact}`), label: t("page.screening.contact") }
        : { href: link(`/people/${person ?? ""}`), label: t("page.screening.person") };
    return (
        <Page title={t("do.screening.screen")} back={back}>
            {contact && <OfContact contact={contact} />}
            {!contact && person && <OfPerson person={person} />}
            {!contact && !person && <EmptyState title={t("page.screening.whom")} />}
        </Page>
    );
}

function OfContact({ contact }: { contact: string }) {
    const found = useQuery("outreach.get_contact", { path: { id: contact } });
    return (
        <Show of={found}>
            {({ person_card: card }) =>
                card ? (
                    <NewScreening
                        person={card.id}
                        name={nameOf(card)}
                        contact={contact}
                        after={`/outreach/contacts/${contact}`}
                    />
                ) : (
                    <EmptyState title={t("page.screening.whom")} />
                )
            }
        </Show>
    );
}

function OfPerson({ person }: { person: string }) {
    const found = useQuery("people.get_person", { path: { id: person } });
    return (
        <Show of={found}>
            {(known) => (
                <NewScreening
                    person={person}
                    name={fullNameOf(known)}
                    contact={null}
                    after={`/people/${person}`}
                />
            )}
        </Show>
    );
}

interface NewScreeningProps {
    person: string;
    name: string;
    contact: string | null;
    after: string;
}

function NewScreening({ person, name, contact, after }: NewScreeningProps) {
    const session = useSession();
    const record = useAct("screening.record_screening");
    const draft = useDraft<ScreeningText & { id: string }>(
        session.account,
        `screening.${contact ?? person}`,
        () => ({ id: uuid7(), day: today(), findings: [], note: "" }),
    );
    const { id, ...text } = draft.value;

    function submit(): void {
        void record.run({ body: { id, person, contact, ...screeningWish(text) } }, () => {
            draft.drop();
            say({
                text: t("page.screening.recorded"),
                undo: async () => {
                    await ask("screening.cancel_screening", { path: { id } });
                    say({ text: t("page.screening.undone") });
                },
            });
            goInstead(after);
        });
    }

    return (
        <>
            <p class="lead">
                {t("page.screening.for_person")}{" "}
                <strong>
                    <bdi>{name}</bdi>
                </strong>
            </p>
            <DraftNotice draft={draft} />
            <Form class="form" problem={record.problem} onSubmit={submit}>
                <ScreeningFields value={text} onChange={draft.change} />
                <div class="form-save">
                    <Button submit busy={record.busy}>
                        {t("web.save")}
                    </Button>
                </div>
            </Form>
        </>
    );
}
