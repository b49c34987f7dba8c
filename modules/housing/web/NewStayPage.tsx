// SPDX-License-Identifier: EUPL-1.2
// Who gets which bed, from when until when. If a colleague was quicker the program says so, and
// nobody is put beside somebody else.
import { useState } from "preact/hooks";
import type { Person } from "web/api/acts";
import { options } from "web/api/vocabulary";
import { Button } from "web/kit/Button";
import { ChooseOne } from "web/kit/ChoiceChips";
import { DateField, Select, TextArea } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { Page } from "web/kit/Page";
import { Show } from "web/kit/Show";
import { useAct } from "web/kit/useAct";
import { reloadAll, useQuery } from "web/kit/useQuery";
import { uuid7 } from "web/kit/uuid7";
import { ask } from "web/api/client";
import { fullNameOf, nameOf } from "modules/people/web/PersonLine";
import { PersonSearch } from "modules/people/web/PersonSearch";
import type { PageProps } from "web/shell/module";
import { say } from "web/shell/notices";
import { goInstead, link } from "web/shell/router";
import { daysLater, today } from "web/words/format";
import { t } from "web/words/words";
import { bedName } from "./housingText";

const NIGHTS = 30;

export default function NewStayPage({ query }: PageProps) {
    const id = query["person"] ?? "";
    const person = useQuery("people.get_person", id ? { path: { id } } : null);
    return (
        <Page
            title={t("page.housing.new_stay")}
            back={{ href: link("/housing"), label: t("page.housing.housing") }}
        >
            {id ? (
                <Show of={person}>
                    {(known) => <NewStay key={known.id} query={query} person={known} />}
                </Show>
            ) : (
                <NewStay query={query} />
            )}
        </Page>
    );
}

interface NewStayProps {
    query: PageProps["query"];
    person?: Person;
}

interface StayText {
    person: { id: string; name: string } | null;
    bed: string;
    from: string;
    until: string;
    arrived: boolean;
    living: string;
    exception: string;
    note: string;
}

function startOf(query: PageProps["query"], person?: Person): StayText {
    const from = query["on"] ?? today();
    return {
        person: person ? { id: person.id, name: fullNameOf(person) } : null,
        bed: query["bed"] ?? "",
        from,
        until: daysLater(from, NIGHTS),
        arrived: from === today(),
        living: "",
        exception: "",
        note: "",
    };
}

function NewStay({ query, person }: NewStayProps) {
    const add = useAct("housing.add_stay");
    const [id] = useState(uuid7);
    const [text, setText] = useState(() => startOf(query, person));
    const change = (part: Partial<StayText>) => setText({ ...text, ...part });

    function submit(): void {
        if (!text.person) return;
        const body = {
            id,
            bed: text.bed,
            person: text.person.id,
            request: query["request"] ?? null,
            case_id: query["case"] ?? null,
            from_on: text.from,
            until: text.until,
            arrived: text.arrived,
            living_before: text.living || null,
            exception: text.exception.trim() || null,
            note: text.note.trim() || null,
        };
        void add.run({ body }, (stay) => {
            say({
                text: t(text.arrived ? "page.housing.stay_given" : "page.housing.stay_promised"),
                undo: async () => {
                    await ask("housing.cancel_stay", { path: { id: stay.id } });
                    reloadAll();
                },
            });
            goInstead(`/housing/stays/${stay.id}`);
        });
    }

    return (
        <Form class="form" problem={add.problem} onSubmit={submit}>
            <Who text={text} onChange={change} />
            <When text={text} onChange={change} />
            <Select
                name="living_before"
                label={t("field.housing.living_before")}
                options={options("ethos")}
                empty={t("web.not_recorded")}
                value={text.living}
                onChange={(living) => change({ living })}
            />
            <TextArea
                name="exception"
                label={t("field.housing.exception")}
                hint={t("field.housing.exception_hint")}
                rows={2}
                value={text.exception}
                onInput={(exception) => change({ exception })}
            />
            <TextArea
                name="note"
                label={t("field.housing.note")}
                rows={2}
                value={text.note}
                onInput={(note) => change({ note })}
            />
            <div class="form-save">
                <Button submit busy={add.busy} disabled={!text.person || !text.bed}>
                    {t("do.housing.give")}
                </Button>
            </div>
        </Form>
    );
}

interface PartProps {
    text: StayText;
    onChange: (part: Partial<StayText>) => void;
}

function Who({ text, onChange }: PartProps) {
    if (text.person) {
        return (
            <p class="lead">
                <bdi>{text.person.name}</bdi>{" "}
                <Button kind="plain" onClick={() => onChange({ person: null })}>
                    {t("do.housing.other_person")}
                </Button>
            </p>
        );
    }
    return (
        <PersonSearch
            label={t("field.housing.person")}
            actionsOf={(card) => (
                <Button
                    kind="outline"
                    onClick={() => onChange({ person: { id: card.id, name: nameOf(card) } })}
                >
                    {t("do.housing.choose_person")}
                </Button>
            )}
        />
    );
}

function When({ text, onChange }: PartProps) {
    const isNight = text.from >= today();
    const board = useQuery("housing.show_board", isNight ? { query: { on: text.from } } : null);
    const places = board.data?.items ?? [];
    // The one that was chosen stays in the list: the server says that it is taken, and by when.
    const beds = places.flatMap(({ name, beds: all }) =>
        all
            .filter(({ state, bed }) => state === "free" || bed === text.bed)
            .map((bed) => ({ value: bed.bed, label: `${name}: ${bedName(bed)}` })),
    );
    return (
        <>
            <div class="form-pair">
                <DateField
                    name="from_on"
                    required
                    label={t("field.housing.from_on")}
                    min={today()}
                    value={text.from}
                    onInput={(from) => onChange({ from, arrived: from <= today() })}
                />
                <DateField
                    name="until"
                    required
                    label={t("field.housing.leaves_on")}
                    hint={t("field.housing.leaves_on_hint")}
                    min={text.from}
                    value={text.until}
                    onInput={(until) => onChange({ until })}
                />
            </div>
            <Select
                name="bed"
                required
                label={t("field.housing.bed")}
                options={beds}
                empty={beds.length > 0 ? t("web.not_recorded") : t("page.housing.no_free_bed")}
                value={text.bed}
                onChange={(bed) => onChange({ bed })}
            />
            <ChooseOne
                name="arrived"
                always
                label={t("field.housing.arrived")}
                options={[
                    { value: "yes", label: t("page.housing.arrived_now") },
                    { value: "no", label: t("page.housing.promise") },
                ]}
                value={text.arrived ? "yes" : "no"}
                onChange={(value) => onChange({ arrived: value === "yes" })}
            />
        </>
    );
}
