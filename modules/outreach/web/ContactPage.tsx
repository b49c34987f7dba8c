// SPDX-License-Identifier: EUPL-1.2
import type { Contact } from "web/api/acts";
import { ask } from "web/api/client";
import { labelOf } from "web/api/vocabulary";
import { Alert } from "web/kit/Alert";
import { Button, LinkButton } from "web/kit/Button";
import { Fact, Facts } from "web/kit/Facts";
import { CardList } from "web/kit/List";
import { Page } from "web/kit/Page";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { Show } from "web/kit/Show";
import { useAct } from "web/kit/useAct";
import { useQuery } from "web/kit/useQuery";
import { PersonLine } from "modules/people/web/PersonLine";
import { ContactSections } from "web/shell/Sections";
import type { PageProps } from "web/shell/module";
import { say } from "web/shell/notices";
import { link } from "web/shell/router";
import { may, useSession } from "web/shell/session";
import { useDistricts } from "web/shell/useDistricts";
import { formatInstant } from "web/words/format";
import { t } from "web/words/words";
import { whoIs } from "./ContactLine";

export default function ContactPage({ params }: PageProps) {
    const id = params["contact"]!;
    const session = useSession();
    const contact = useQuery("outreach.get_contact", { path: { id } });
    const data = contact.data;
    const outing = data?.outing;

    return (
        <Page
            title={data ? <bdi>{whoIs(data)}</bdi> : t("page.outreach.contact")}
            windowTitle={t("page.outreach.contact")}
            back={{
                href: link(outing ? `/outreach/outings/${outing}` : "/outreach"),
                label: t(outing ? "page.outreach.outing" : "page.outreach.tonight"),
            }}
            actions={
                data &&
                !data.cancelled &&
                may(session, "outreach.change_contact") && (
                    <LinkButton kind="outline" href={link(`/outreach/contacts/${id}/change`)}>
                        {t("web.change")}
                    </LinkButton>
                )
            }
        >
            <Show of={contact}>
                {(found) => (
                    <>
                        {found.cancelled && <Cancelled contact={found} onRestored={contact.set} />}
                        <WhoItWas contact={found} reload={contact.reload} />
                        <About contact={found} />
                        <ContactSections contact={found} />
                        {!found.cancelled && <Cancel contact={found} reload={contact.reload} />}
                    </>
                )}
            </Show>
        </Page>
    );
}

function WhoItWas({ contact, reload }: { contact: Contact; reload: () => Promise<void> }) {
    const session = useSession();
    const undo = useAct("outreach.undo_identification");
    const { person_card: card, identification } = contact;

    if (card) {
        return (
            <section class="section">
                <CardList label={t("page.outreach.who.person")}>
                    <PersonLine person={card} href={link(`/people/${card.id}`)} />
                </CardList>
                {undo.problem && <ProblemAlert problem={undo.problem} />}
                {identification && may(session, "outreach.undo_identification") && (
                    <div class="form-actions">
                        <Button
                            kind="outline"
                            icon="undo"
                            busy={undo.busy}
                            onClick={() =>
                                void undo.run({ path: { id: identification } }, () => {
                                    say({ text: t("page.outreach.unnamed_again") });
                                    void reload();
                                })
                            }
                        >
                            {t("do.outreach.undo_identification")}
                        </Button>
                    </div>
                )}
            </section>
        );
    }
    if (contact.cancelled || !may(session, "outreach.identify_contact")) return null;
    return (
        <Alert kind="info" quiet title={t("page.outreach.still_unnamed")}>
            <p>{t("page.outreach.still_unnamed_hint")}</p>
            <LinkButton icon="person" href={link(`/outreach/contacts/${contact.id}/person`)}>
                {t("do.outreach.identify_contact")}
            </LinkButton>
        </Alert>
    );
}

function About({ contact }: { contact: Contact }) {
    const districts = useDistricts();
    const all = (vocabulary: string, codes: string[]) =>
        codes.map((code) => labelOf(vocabulary, code)).join(", ");
    return (
        <Facts>
            <Fact name={t("field.outreach.at")}>{formatInstant(contact.at)}</Fact>
            <Fact name={t("field.outreach.where")}>
                {labelOf("contact_setting", contact.setting)}
                {` · ${districts.nameOf(contact.district)}`}
            </Fact>
            <Fact name={t("field.outreach.place_note")} rare>
                {contact.place_note}
            </Fact>
            <Fact name={t("field.outreach.nickname")} rare>
                {contact.nickname && <bdi>{contact.nickname}</bdi>}
            </Fact>
            <Fact name={t("field.outreach.apparent_gender")} rare>
                {labelOf("gender", contact.apparent_gender)}
            </Fact>
            <Fact name={t("field.outreach.apparent_age")} rare>
                {labelOf("apparent_age", contact.apparent_age)}
            </Fact>
            <Fact name={t("field.outreach.languages")}>{all("language", contact.languages)}</Fact>
            <Fact name={t("field.outreach.mediator_present")} rare>
                {contact.mediator_present && t("web.yes")}
            </Fact>
            <Fact name={t("field.outreach.interventions")}>
                {all("intervention", contact.interventions)}
            </Fact>
            <Fact name={t("field.outreach.circumstances")}>
                {all("vulnerability", contact.circumstances)}
            </Fact>
            <Fact name={t("field.outreach.outcome")}>
                {labelOf("contact_outcome", contact.outcome)}
            </Fact>
            <Fact name={t("field.outreach.note")} rare>
                {contact.note}
            </Fact>
            <Fact name={t("field.outreach.recorded_by")}>{contact.recorded_by_name}</Fact>
        </Facts>
    );
}

interface CancelledProps {
    contact: Contact;
    onRestored: (contact: Contact) => void;
}

function Cancelled({ contact, onRestored }: CancelledProps) {
    const restore = useAct("outreach.restore_contact");
    return (
        <Alert kind="warning" quiet title={t("page.outreach.contact_cancelled")}>
            {restore.problem && <ProblemAlert problem={restore.problem} />}
            <Button
                kind="outline"
                icon="undo"
                busy={restore.busy}
                onClick={() => void restore.run({ path: { id: contact.id } }, onRestored)}
            >
                {t("do.outreach.restore_contact")}
            </Button>
        </Alert>
    );
}

function Cancel({ contact, reload }: { contact: Contact; reload: () => Promise<void> }) {
    const session = useSession();
    const cancel = useAct("outreach.cancel_contact");
    const path = { id: contact.id };
    if (!may(session, "outreach.cancel_contact")) return null;

    return (
        <div class="form-actions">
            {cancel.problem && <ProblemAlert problem={cancel.problem} />}
            <Button
                kind="danger"
                busy={cancel.busy}
                onClick={() =>
                    void cancel.run({ path }, () => {
                        say({
                            text: t("page.outreach.contact_cancelled"),
                            undo: async () => {
                                await ask("outreach.restore_contact", { path });
                            },
                        });
                        void reload();
                    })
                }
            >
                {t("do.outreach.cancel_contact")}
            </Button>
        </div>
    );
}
