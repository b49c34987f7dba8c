// SPDX-License-Identifier: EUPL-1.2
// A contact without a name becomes a person, with its history and nothing typed twice: first those
// who may be the same, then somebody new with what the contact already knows.
import { useState } from "preact/hooks";
import type { Contact, NewPerson, PersonCard, PersonWish, Wish } from "web/api/acts";
import { ask } from "web/api/client";
import { Button } from "web/kit/Button";
import { ChooseSome } from "web/kit/ChoiceChips";
import { folded } from "web/kit/folded";
import { Form } from "web/kit/Form";
import { CardList, EmptyState } from "web/kit/List";
import { Page } from "web/kit/Page";
import { Show } from "web/kit/Show";
import { useAct } from "web/kit/useAct";
import { useQuery } from "web/kit/useQuery";
import { uuid7 } from "web/kit/uuid7";
import {
    PersonFields,
    personText,
    type PersonText,
    personWish,
} from "modules/people/web/PersonFields";
import { PersonSearch } from "modules/people/web/PersonSearch";
import { SimilarNotice, SimilarPersons, useSimilarSeen } from "modules/people/web/SimilarPersons";
import type { Item } from "web/phone/items";
import type { PageProps } from "web/shell/module";
import { say } from "web/shell/notices";
import { openPhone } from "web/shell/phone";
import { goInstead, link } from "web/shell/router";
import { formatDay } from "web/words/format";
import { t } from "web/words/words";
import { ContactLine, whoIs } from "./ContactLine";

type IdentifyWish = Wish<"outreach.identify_contact">["body"];

export default function IdentifyPage({ params, query }: PageProps) {
    const id = params["contact"]!;
    // One that waits on this phone, because somebody very like it is known already.
    const waiting = openPhone()?.outbox.find(query["waiting"] ?? "");
    const contact = useQuery("outreach.get_contact", { path: { id } });
    const unnamed = useQuery("outreach.list_contacts", {
        query: { unidentified: true, limit: 100 },
    });

    return (
        <Page
            title={t("do.outreach.identify_contact")}
            back={{ href: link(`/outreach/contacts/${id}`), label: t("page.outreach.contact") }}
        >
            <Show of={contact}>
                {(found) =>
                    found.person && !waiting ? (
                        <EmptyState title={t("page.outreach.already_named")} />
                    ) : (
                        <Show of={unnamed}>
                            {({ items }) => (
                                <Identify
                                    contact={found}
                                    others={alike(found, items)}
                                    waiting={waiting}
                                />
                            )}
                        </Show>
                    )
                }
            </Show>
        </Page>
    );
}

// Other contacts that go by the same nickname may well be of the same person; the operator says so.
function alike(contact: Contact, contacts: Contact[]): Contact[] {
    const nickname = folded(contact.nickname ?? "");
    if (!nickname) return [];
    return contacts.filter(
        (other) => other.id !== contact.id && folded(other.nickname ?? "") === nickname,
    );
}

// What the contact already says of the person.
function inherited(contact: Contact): PersonWish {
    return {
        nickname: contact.nickname ?? null,
        gender: contact.apparent_gender ?? null,
        languages: contact.languages,
    };
}

interface IdentifyProps {
    contact: Contact;
    others: Contact[];
    waiting: Item | undefined;
}

function Identify({ contact, others, waiting }: IdentifyProps) {
    const identify = useAct("outreach.identify_contact");
    const written = waiting?.wish.body as IdentifyWish | undefined;
    const [ids] = useState(() => ({
        identification: written?.id ?? uuid7(),
        person: written?.new_person?.id ?? uuid7(),
    }));
    const [also, setAlso] = useState<string[]>(written?.also ?? []);
    const [text, setText] = useState<PersonText>(() =>
        personText(written?.new_person ?? inherited(contact)),
    );
    const seen = useSimilarSeen();
    const [asNew, setAsNew] = useState(Boolean(written?.new_person));

    function become(body: { person: string } | { new_person: NewPerson }): void {
        const wish = {
            path: { contact: contact.id },
            body: { id: ids.identification, also, ...body },
        };
        void identify.run(wish, (named) => {
            say({
                text: t("page.outreach.named"),
                undo: async () => {
                    await ask("outreach.undo_identification", {
                        path: { id: ids.identification },
                    });
                    say({ text: t("page.outreach.unnamed_again") });
                    goInstead(`/outreach/contacts/${contact.id}`);
                },
            });
            // What only this phone knows has no page of its own yet.
            const isHere = openPhone()?.outbox.find(ids.identification)?.state === "waiting";
            goInstead(
                named.person && !isHere
                    ? `/people/${named.person}`
                    : `/outreach/contacts/${contact.id}`,
            );
        });
    }
    const like = { ...personWish(text), district: contact.district, team: contact.team };
    const choose = (person: PersonCard) => become({ person: person.id });

    return (
        <Form
            class="form"
            problem={identify.problem}
            within="new_person."
            onSubmit={() =>
                asNew &&
                seen.mayGoOn() &&
                become({
                    new_person: { id: ids.person, ...personWish(text), similar_seen: seen.ids },
                })
            }
        >
            <section class="section">
                <h2>{t("page.outreach.comes_along")}</h2>
                <CardList label={t("page.outreach.comes_along")}>
                    <ContactLine contact={contact} listOf="everybody" />
                </CardList>
                {others.length > 0 && (
                    <ChooseSome
                        name="also"
                        label={t("field.outreach.also")}
                        options={others.map((other) => ({
                            value: other.id,
                            label: `${formatDay(other.day)} · ${whoIs(other)}`,
                        }))}
                        values={also}
                        onChange={setAlso}
                    />
                )}
            </section>
            {!asNew && <SimilarPersons like={like} onChoose={choose} seen={seen} />}
            {!asNew && <Existing busy={identify.busy} onChoose={choose} />}
            {!asNew && (
                <div class="form-actions">
                    <Button kind="outline" icon="add" onClick={() => setAsNew(true)}>
                        {t("do.outreach.as_new_person")}
                    </Button>
                </div>
            )}
            {asNew && (
                <>
                    <h2>{t("page.outreach.new_person")}</h2>
                    <p class="lead">{t("page.outreach.inherited_hint")}</p>
                    <PersonFields
                        value={text}
                        onChange={(part) => setText({ ...text, ...part })}
                    >
                        <SimilarNotice seen={seen} />
                    </PersonFields>
                    <SimilarPersons like={like} onChoose={choose} seen={seen} />
                    <div class="form-save">
                        <Button submit busy={identify.busy}>
                            {t(seen.asked ? "do.people.add_as_new" : "do.outreach.save_new_person")}
                        </Button>
                    </div>
                </>
            )}
        </Form>
    );
}

interface ExistingProps {
    busy: boolean;
    onChoose: (person: PersonCard) => void;
}

function Existing({ busy, onChoose }: ExistingProps) {
    return (
        <section class="section">
            <h2>{t("page.outreach.known_already")}</h2>
            <PersonSearch
                label={t("field.outreach.person")}
                actionsOf={(person) => (
                    <Button kind="outline" busy={busy} onClick={() => onChoose(person)}>
                        {t("page.outreach.it_is_this_one")}
                    </Button>
                )}
            />
        </section>
    );
}
