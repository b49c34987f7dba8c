// SPDX-License-Identifier: EUPL-1.2
// A minor is entrusted to the équipe. Whoever does it must know before that afterwards they will
// not find the person any more.
import { useState } from "preact/hooks";
import type { Person, Session } from "web/api/acts";
import { Problem } from "web/api/problem";
import { options } from "web/api/vocabulary";
import { Alert } from "web/kit/Alert";
import { Button } from "web/kit/Button";
import { ChooseOne } from "web/kit/ChoiceChips";
import { DraftNotice } from "web/kit/DraftNotice";
import { DateField, Select, TextArea } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { EmptyState } from "web/kit/List";
import { Page } from "web/kit/Page";
import { Show } from "web/kit/Show";
import { useAct } from "web/kit/useAct";
import { useDraft } from "web/kit/useDraft";
import { useQuery } from "web/kit/useQuery";
import { uuid7 } from "web/kit/uuid7";
import { fullNameOf } from "modules/people/web/PersonLine";
import type { PageProps } from "web/shell/module";
import { say } from "web/shell/notices";
import { openPhone } from "web/shell/phone";
import { goInstead, link } from "web/shell/router";
import { may, useSession } from "web/shell/session";
import { today } from "web/words/format";
import { t } from "web/words/words";
import { yesAndNo } from "./yesAndNo";

export default function EntrustPage({ query }: PageProps) {
    const id = query["person"] ?? "";
    const person = useQuery("people.get_person", id ? { path: { id } } : null);
    return (
        <Page
            title={t("do.minors.entrust")}
            back={{
                href: link(id ? `/people/${id}` : "/people"),
                label: person.data ? fullNameOf(person.data) : t("page.people.persons"),
            }}
        >
            {id ? (
                <Show of={person}>{(known) => <Entrust key={known.id} person={known} />}</Show>
            ) : (
                <EmptyState title={t("page.minors.whom")}>
                    <p>{t("page.minors.none_hint")}</p>
                </EmptyState>
            )}
        </Page>
    );
}

const isOfTeam = (session: Session) => may(session, "minors.get_file");

function Entrust({ person }: { person: Person }) {
    const session = useSession();
    const act = useAct("minors.entrust_minor");
    const [unsaid, setUnsaid] = useState<Problem | null>(null);
    const draft = useDraft(session.account, `entrust.${person.id}`, () => ({
        id: uuid7(),
        found_on: today(),
        unaccompanied: "",
        source: "",
        note: "",
    }));
    const text = draft.value;

    function submit(): void {
        setUnsaid(text.unaccompanied ? null : notSaid());
        if (!text.unaccompanied) return;
        const body = {
            ...text,
            person: person.id,
            unaccompanied: text.unaccompanied === "yes",
            source: text.source || null,
            note: text.note.trim() || null,
        };
        void act.run({ body }, ({ id }) => {
            draft.drop();
            say({ text: t("page.minors.entrusted") });
            void forgetOnPhone();
            goInstead(isOfTeam(session) ? `/minors/files/${id}` : awayFor(session));
        });
    }

    return (
        <>
            <p class="lead">
                <bdi>{fullNameOf(person)}</bdi>
            </p>
            <Alert kind="warning" quiet title={t("page.minors.entrust_warning")}>
                <p>
                    {t(isOfTeam(session) ? "page.minors.you_too" : "page.minors.not_you_any_more")}
                </p>
            </Alert>
            <DraftNotice draft={draft} />
            <Form class="form" problem={unsaid ?? act.problem} onSubmit={submit}>
                <EntrustFields value={text} onChange={draft.change} />
                <div class="form-save">
                    <Button submit busy={act.busy}>
                        {t("do.minors.entrust")}
                    </Button>
                </div>
            </Form>
        </>
    );
}

interface EntrustText {
    found_on: string;
    unaccompanied: string;
    source: string;
    note: string;
}

interface EntrustFieldsProps {
    value: EntrustText;
    onChange: (part: Partial<EntrustText>) => void;
}

function EntrustFields({ value, onChange }: EntrustFieldsProps) {
    return (
        <>
            <ChooseOne
                name="unaccompanied"
                required
                label={t("field.minors.unaccompanied")}
                hint={t("field.minors.unaccompanied_hint")}
                options={yesAndNo()}
                value={value.unaccompanied}
                onChange={(unaccompanied) => onChange({ unaccompanied })}
            />
            <DateField
                name="found_on"
                required
                label={t("field.minors.found_on")}
                hint={t("field.minors.found_on_hint")}
                max={today()}
                value={value.found_on}
                onInput={(found_on) => onChange({ found_on })}
            />
            <Select
                name="source"
                label={t("field.minors.source")}
                options={options("minor_source")}
                empty={t("web.not_recorded")}
                value={value.source}
                onChange={(source) => onChange({ source })}
            />
            <TextArea
                name="note"
                label={t("field.minors.note")}
                hint={t("field.minors.note_hint")}
                value={value.note}
                onInput={(note) => onChange({ note })}
            />
        </>
    );
}

// For the server what is not said is a no; here somebody has to say it.
function notSaid(): Problem {
    return new Problem(422, "minors.not_said", t("web.incomplete"), {}, [
        { field: "unaccompanied", code: "required", title: t("web.required") },
    ]);
}

// Where one goes on who may not go back.
function awayFor(session: Session): string {
    if (session.roles.includes("mobile_unit_operator")) return "/outreach";
    return may(session, "people.search_persons") ? "/people" : "/";
}

// What a phone without a signal has taken along still speaks of the person.
async function forgetOnPhone(): Promise<void> {
    try {
        await openPhone()?.takeAlong();
    } catch (failure) {
        if (!(failure instanceof Problem)) throw failure;
    }
}
