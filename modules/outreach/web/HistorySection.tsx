// SPDX-License-Identifier: EUPL-1.2
// On the page of a person: when the relation began, and every time somebody met them.
import { useState } from "preact/hooks";
import type { Person } from "web/api/acts";
import { ask } from "web/api/client";
import { Button } from "web/kit/Button";
import { Dialog, DialogActions } from "web/kit/Dialog";
import { Fact, Facts } from "web/kit/Facts";
import { DateField } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { CardList, EmptyState } from "web/kit/List";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { ShowPages } from "web/kit/ShowPages";
import { useAct } from "web/kit/useAct";
import { usePages } from "web/kit/usePages";
import type { PersonSectionProps } from "web/shell/module";
import { say } from "web/shell/notices";
import { may, useSession } from "web/shell/session";
import { formatDay, today } from "web/words/format";
import { t } from "web/words/words";
import { ContactLine } from "./ContactLine";

export default function HistorySection({ person, reload }: PersonSectionProps) {
    const contacts = usePages("outreach.list_history", {
        path: { person: person.id },
        query: { limit: 20 },
    });
    return (
        <section class="section">
            <h2>{t("page.outreach.history")}</h2>
            <Engagement person={person} reload={reload} />
            <ShowPages of={contacts} empty={<EmptyState title={t("page.outreach.no_history")} />}>
                {(items) => (
                    <CardList label={t("page.outreach.history")}>
                        {items.map((contact) => (
                            <ContactLine key={contact.id} contact={contact} listOf="person" />
                        ))}
                    </CardList>
                )}
            </ShowPages>
        </section>
    );
}

function Engagement({ person, reload }: PersonSectionProps) {
    const session = useSession();
    const undo = useAct("outreach.undo_engagement");
    const [asking, setAsking] = useState(false);
    const path = { person: person.id };

    return (
        <>
            <Facts>
                <Fact name={t("field.outreach.first_contact_on")}>
                    {person.first_contact_on && formatDay(person.first_contact_on)}
                </Fact>
                <Fact name={t("field.outreach.engaged_on")}>
                    {person.engaged_on && formatDay(person.engaged_on)}
                </Fact>
            </Facts>
            {undo.problem && <ProblemAlert problem={undo.problem} />}
            {may(session, "outreach.mark_engaged") && !person.same_as && (
                <div class="form-actions">
                    <Button kind="outline" onClick={() => setAsking(true)}>
                        {person.engaged_on
                            ? t("do.outreach.change_engagement")
                            : t("do.outreach.mark_engaged")}
                    </Button>
                    {person.engaged_on && (
                        <Button
                            kind="plain"
                            icon="undo"
                            busy={undo.busy}
                            onClick={() => void undo.run({ path }, () => void reload())}
                        >
                            {t("do.outreach.undo_engagement")}
                        </Button>
                    )}
                </div>
            )}
            {asking && (
                <AskDay
                    person={person}
                    onClose={() => setAsking(false)}
                    onDone={() => {
                        setAsking(false);
                        void reload();
                    }}
                />
            )}
        </>
    );
}

interface AskDayProps {
    person: Person;
    onClose: () => void;
    onDone: () => void;
}

function AskDay({ person, onClose, onDone }: AskDayProps) {
    const mark = useAct("outreach.mark_engaged");
    const [on, setOn] = useState(person.engaged_on ?? today());
    const path = { person: person.id };

    function submit(): void {
        void mark.run({ path, body: { on } }, () => {
            say({
                text: t("page.outreach.engaged"),
                undo: async () => {
                    await ask("outreach.undo_engagement", { path });
                },
            });
            onDone();
        });
    }

    return (
        <Dialog title={t("do.outreach.mark_engaged")} onClose={onClose}>
            <Form class="form" problem={mark.problem} onSubmit={submit}>
                <p>{t("page.outreach.engaged_hint")}</p>
                <DateField
                    name="on"
                    required
                    label={t("field.outreach.engaged_on")}
                    max={today()}
                    value={on}
                    onInput={setOn}
                />
                <DialogActions busy={mark.busy} onClose={onClose} />
            </Form>
        </Dialog>
    );
}
