// SPDX-License-Identifier: EUPL-1.2
// What is written of a story, when it is proposed and when it is corrected.
import { options } from "web/api/vocabulary";
import { DateField, Select, TextArea, TextField } from "web/kit/Field";
import { today } from "web/words/format";
import { t } from "web/words/words";
import type { Story } from "./types";

export interface StoryText {
    kind: string;
    title: string;
    words: string;
    language: string;
    teller: string;
    contact: string;
    pseudonym: string;
    told_on: string;
}

export function textOf(story?: Story): StoryText {
    return {
        kind: story?.kind ?? "TESTIMONY",
        title: story?.title ?? "",
        words: story?.words ?? "",
        language: story?.language ?? "it",
        teller: story?.teller ?? "",
        contact: story?.contact ?? "",
        pseudonym: story?.pseudonym ?? "",
        told_on: story?.told_on ?? today(),
    };
}

export function bodyOf(text: StoryText) {
    const orNull = (value: string) => value.trim() || null;
    return {
        ...text,
        title: text.title.trim(),
        words: orNull(text.words),
        teller: orNull(text.teller),
        contact: orNull(text.contact),
        pseudonym: orNull(text.pseudonym),
    };
}

interface StoryFieldsProps {
    value: StoryText;
    onChange: (part: Partial<StoryText>) => void;
}

export function StoryFields({ value, onChange }: StoryFieldsProps) {
    return (
        <>
            <Select
                name="kind"
                required
                label={t("field.stories.kind")}
                options={options("story_kind")}
                value={value.kind}
                onChange={(kind) => onChange({ kind })}
            />
            <TextField
                name="title"
                required
                maxLength={120}
                label={t("field.stories.title")}
                value={value.title}
                onInput={(title) => onChange({ title })}
            />
            <TextArea
                name="words"
                rows={10}
                label={t("field.stories.words")}
                hint={t("field.stories.words_hint")}
                value={value.words}
                onInput={(words) => onChange({ words })}
            />
            <Select
                name="language"
                required
                label={t("field.stories.language")}
                options={options("language")}
                value={value.language}
                onChange={(language) => onChange({ language })}
            />
            <DateField
                name="told_on"
                required
                label={t("field.stories.told_on")}
                max={today()}
                value={value.told_on}
                onInput={(told_on) => onChange({ told_on })}
            />
            <TextField
                name="pseudonym"
                maxLength={80}
                label={t("field.stories.pseudonym")}
                hint={t("field.stories.pseudonym_hint")}
                value={value.pseudonym}
                onInput={(pseudonym) => onChange({ pseudonym })}
            />
            <TextField
                name="teller"
                maxLength={120}
                label={t("field.stories.teller")}
                hint={t("field.stories.teller_hint")}
                value={value.teller}
                onInput={(teller) => onChange({ teller })}
            />
            <TextField
                name="contact"
                maxLength={200}
                label={t("field.stories.contact")}
                hint={t("field.stories.contact_hint")}
                value={value.contact}
                onInput={(contact) => onChange({ contact })}
            />
        </>
    );
}
