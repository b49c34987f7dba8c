// SPDX-License-Identifier: EUPL-1.2
// What a report led to: the contact that was made there, and through it the person and the case.
import { useState } from "preact/hooks";
import type { Contact, Report } from "web/api/acts";
import { labelOf } from "web/api/vocabulary";
import { Button, LinkButton } from "web/kit/Button";
import { Fact, Facts } from "web/kit/Facts";
import { Card, CardList, EmptyState } from "web/kit/List";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { Show } from "web/kit/Show";
import { useAct } from "web/kit/useAct";
import { useQuery } from "web/kit/useQuery";
import { say } from "web/shell/notices";
import { link } from "web/shell/router";
import { may, useSession } from "web/shell/session";
import { formatInstant } from "web/words/format";
import { t } from "web/words/words";
import { nameOf } from "modules/people/web/PersonLine";

interface FollowUpSectionProps {
    report: Report;
    reload: () => Promise<void>;
}

export function FollowUpSection({ report, reload }: FollowUpSectionProps) {
    const session = useSession();
    const set = useAct("reports.set_follow_up");
    const [choosing, setChoosing] = useState(false);
    const mayLink = may(session, "reports.set_follow_up");
    const isLinked = report.contact || report.led_to || report.led_to_case;

    function linkTo(contact: Contact | null): void {
        const body = {
            contact: contact?.id ?? null,
            person: contact?.person ?? null,
            case: null,
        };
        void set.run({ path: { id: report.id }, body }, () => {
            setChoosing(false);
            say({ text: t(contact ? "page.reports.linked" : "page.reports.unlinked") });
            void reload();
        });
    }

    return (
        <section class="section">
            <h2>{t("page.reports.follow_up")}</h2>
            {set.problem && <ProblemAlert problem={set.problem} />}
            {isLinked ? <Linked report={report} /> : <p>{t("page.reports.no_follow_up")}</p>}
            {mayLink && (
                <div class="form-actions">
                    {!isLinked && may(session, "outreach.record_contact") && (
                        <LinkButton kind="outline" icon="add" href={newContact(report)}>
                            {t("do.reports.record_contact")}
                        </LinkButton>
                    )}
                    {!isLinked && (
                        <Button kind="outline" onClick={() => setChoosing(!choosing)}>
                            {t("page.reports.recent_contacts")}
                        </Button>
                    )}
                    {isLinked && (
                        <Button
                            kind="plain"
                            icon="undo"
                            busy={set.busy}
                            onClick={() => linkTo(null)}
                        >
                            {t("do.reports.unlink")}
                        </Button>
                    )}
                </div>
            )}
            {choosing && !isLinked && <Recent busy={set.busy} onChoose={linkTo} />}
        </section>
    );
}

// In the outing of the unit that went, where it is known.
function newContact(report: Report): string {
    const outing = report.dispatches.findLast((each) => each.outing)?.outing;
    return link("/outreach/contacts/new", { outing: outing ?? undefined });
}

function Linked({ report }: { report: Report }) {
    return (
        <Facts>
            <Fact name={t("page.reports.linked_contact")} rare>
                {report.contact && (
                    <a href={link(`/outreach/contacts/${report.contact}`)}>
                        {t("do.reports.open")}
                    </a>
                )}
            </Fact>
            <Fact name={t("page.reports.linked_person")} rare>
                {report.led_to && (
                    <a href={link(`/people/${report.led_to}`)}>{t("do.reports.open")}</a>
                )}
            </Fact>
            <Fact name={t("page.reports.linked_case")} rare>
                {report.led_to_case && (
                    <a href={link(`/cases/${report.led_to_case}`)}>{t("do.reports.open")}</a>
                )}
            </Fact>
        </Facts>
    );
}

interface RecentProps {
    busy: boolean;
    onChoose: (contact: Contact) => void;
}

function Recent({ busy, onChoose }: RecentProps) {
    const contacts = useQuery("outreach.list_contacts", { query: { limit: 8 } });
    return (
        <Show of={contacts}>
            {({ items }) =>
                items.length === 0 ? (
                    <EmptyState title={t("page.reports.no_recent_contacts")} />
                ) : (
                    <CardList label={t("page.reports.recent_contacts")}>
                        {items.map((contact) => (
                            <Card
                                key={contact.id}
                                title={
                                    <bdi>
                                        {contact.person_card
                                            ? nameOf(contact.person_card)
                                            : (contact.nickname ?? t("page.outreach.no_name"))}
                                    </bdi>
                                }
                                second={[
                                    formatInstant(contact.at),
                                    labelOf("contact_setting", contact.setting),
                                ].join(" · ")}
                                actions={
                                    <Button
                                        kind="outline"
                                        busy={busy}
                                        onClick={() => onChoose(contact)}
                                    >
                                        {t("do.reports.link_contact")}
                                    </Button>
                                }
                            />
                        ))}
                    </CardList>
                )
            }
        </Show>
    );
}
