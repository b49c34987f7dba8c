// SPDX-License-Identifier: EUPL-1.2
// What can be said of a visit, none of which is needed.
import { options } from "web/api/vocabulary";
import { Button } from "web/kit/Button";
import { DateField, Select, TextArea, TextField, TimeField } from "web/kit/Field";
import { useQuery } from "web/kit/useQuery";
import { PersonSearch } from "modules/people/web/PersonSearch";
import { nameOf } from "modules/people/web/PersonLine";
import { clockOf, dayOf, instantOf, today } from "web/words/format";
import { t } from "web/words/words";
import type { Visit } from "./types";
import { whoOf } from "./visitText";

export interface VisitText {
    person: { id: string; name: string } | null;
    nickname: string;
    language: string;
    need: string;
    with_whom: string;
    day: string;
    clock: string;
    note: string;
}

export const EMPTY: VisitText = {
    person: null,
    nickname: "",
    language: "",
    need: "",
    with_whom: "",
    day: "",
    clock: "",
    note: "",
};

export function textOf(visit: Visit): VisitText {
    const at = visit.appointment_at ? new Date(visit.appointment_at) : undefined;
    return {
        person: visit.person ? { id: visit.person, name: whoOf(visit) } : null,
        nickname: visit.nickname ?? "",
        language: visit.language ?? "",
        need: visit.need ?? "",
        with_whom: visit.with_whom ?? "",
        day: at ? dayOf(at) : "",
        clock: at ? clockOf(at) : "",
        note: visit.note ?? "",
    };
}

export function wishOf(text: VisitText) {
    return {
        person: text.person?.id ?? null,
        nickname: text.nickname.trim() || null,
        language: text.language || null,
        need: text.need || null,
        with_whom: text.with_whom || null,
        appointment_at:
            text.day && text.clock ? instantOf(text.day, text.clock).toISOString() : null,
        note: text.note.trim() || null,
    };
}

interface VisitFieldsProps {
    text: VisitText;
    onChange: (part: Partial<VisitText>) => void;
}

export function VisitFields({ text, onChange }: VisitFieldsProps) {
    const colleagues = useQuery("access.list_colleagues", { query: {} });
    return (
        <>
            <Who text={text} onChange={onChange} />
            <div class="form-pair">
                <Select
                    name="language"
                    label={t("field.desk.language")}
                    options={options("language")}
                    empty={t("web.not_recorded")}
                    value={text.language}
                    onChange={(language) => onChange({ language })}
                />
                <Select
                    name="need"
                    label={t("field.desk.need")}
                    options={options("referral_area")}
                    empty={t("web.not_recorded")}
                    value={text.need}
                    onChange={(need) => onChange({ need })}
                />
            </div>
            <Select
                name="with_whom"
                label={t("field.desk.with_whom")}
                options={(colleagues.data?.items ?? []).map(({ account, name }) => ({
                    value: account,
                    label: name,
                }))}
                empty={t("page.desk.anybody")}
                value={text.with_whom}
                onChange={(with_whom) => onChange({ with_whom })}
            />
            <TextArea
                name="note"
                label={t("field.desk.note")}
                hint={t("field.desk.note_hint")}
                rows={2}
                value={text.note}
                onInput={(note) => onChange({ note })}
            />
        </>
    );
}

export function AppointmentFields({ text, onChange }: VisitFieldsProps) {
    return (
        <div class="form-pair">
            <DateField
                name="appointment_at"
                required
                label={t("field.desk.day")}
                min={today()}
                value={text.day}
                onInput={(day) => onChange({ day })}
            />
            <TimeField
                name="clock"
                required
                label={t("field.desk.clock")}
                value={text.clock}
                onInput={(clock) => onChange({ clock })}
            />
        </div>
    );
}

function Who({ text, onChange }: VisitFieldsProps) {
    if (text.person) {
        return (
            <p class="lead">
                <bdi>{text.person.name}</bdi>{" "}
                <Button kind="plain" onClick={() => onChange({ person: null })}>
                    {t("do.desk.other_person")}
                </Button>
            </p>
        );
    }
    return (
        <>
            <PersonSearch
                label={t("field.desk.person")}
                actionsOf={(card) => (
                    <Button
                        kind="outline"
                        onClick={() =>
                            onChange({ person: { id: card.id, name: nameOf(card) }, nickname: "" })
                        }
                    >
                        {t("do.desk.choose_person")}
                    </Button>
                )}
            />
            <TextField
                name="nickname"
                label={t("field.desk.nickname")}
                hint={t("field.desk.nickname_hint")}
                value={text.nickname}
                onInput={(nickname) => onChange({ nickname })}
            />
        </>
    );
}
