// SPDX-License-Identifier: EUPL-1.2
// What somebody answered: in which media, where, how far, until when, with name, face, voice. Of a
// minor also who answers for them, and the minor's own yes.
import { useState } from "preact/hooks";
import { options } from "web/api/vocabulary";
import { ChooseOne, ChooseSome } from "web/kit/ChoiceChips";
import { Dialog, DialogActions } from "web/kit/Dialog";
import { DateField, TextArea, TextField } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { useAct } from "web/kit/useAct";
import { uuid7 } from "web/kit/uuid7";
import { say } from "web/shell/notices";
import { today } from "web/words/format";
import { t } from "web/words/words";
import type { Story } from "./types";

export const shownOptions = () => [
    { value: "named", label: t("field.stories.named") },
    { value: "face", label: t("field.stories.face") },
    { value: "voice", label: t("field.stories.voice") },
];

const FRESH = {
    answer: "",
    media: [] as string[],
    channels: [] as string[],
    territory: "",
    ends_on: "",
    shown: [] as string[],
    guardian: "",
    agreed: [] as string[],
    note: "",
};
type Text = typeof FRESH & { answered_on: string };

interface ConsentFormProps {
    story: Story;
    onClose: () => void;
    onDone: (story: Story) => void;
}

export function ConsentForm({ story, onClose, onDone }: ConsentFormProps) {
    const record = useAct("stories.record_consent");
    const [id] = useState(uuid7);
    const [text, setText] = useState<Text>({ ...FRESH, answered_on: today() });
    const change = (part: Partial<Text>) => setText({ ...text, ...part });
    const isGiven = text.answer === "GIVEN";

    function submit(): void {
        const { shown, agreed, ...rest } = text;
        const body = {
            id,
            answer: rest.answer,
            answered_on: rest.answered_on,
            media: isGiven ? rest.media : [],
            channels: isGiven ? rest.channels : [],
            territory: (isGiven && rest.territory) || null,
            ends_on: (isGiven && rest.ends_on) || null,
            named: isGiven && shown.includes("named"),
            face: isGiven && shown.includes("face"),
            voice: isGiven && shown.includes("voice"),
            guardian: rest.guardian.trim() || null,
            guardian_agreed: story.minor ? agreed.includes("guardian") : null,
            assented: story.minor ? agreed.includes("minor") : null,
            note: rest.note.trim() || null,
        };
        void record.run({ path: { story: story.id }, body }, (changed) => {
            say({ text: t("page.stories.answer_recorded") });
            onDone(changed);
        });
    }

    return (
        <Dialog title={t("do.stories.record_consent")} onClose={onClose}>
            <Form class="form" problem={record.problem} onSubmit={submit}>
                <ChooseOne
                    name="answer"
                    required
                    label={t("field.stories.answer")}
                    options={options("story_answer")}
                    value={text.answer}
                    onChange={(answer) => change({ answer })}
                />
                <DateField
                    name="answered_on"
                    required
                    label={t("field.stories.answered_on")}
                    max={today()}
                    value={text.answered_on}
                    onInput={(answered_on) => change({ answered_on })}
                />
                {isGiven && <Scope text={text} story={story} change={change} />}
                {story.minor && <OfMinor text={text} change={change} />}
                <TextArea
                    name="note"
                    label={t("field.stories.consent_note")}
                    hint={t("field.stories.consent_note_hint")}
                    value={text.note}
                    onInput={(note) => change({ note })}
                />
                <DialogActions busy={record.busy} onClose={onClose} />
            </Form>
        </Dialog>
    );
}

interface PartProps {
    text: Text;
    change: (part: Partial<Text>) => void;
}

function Scope({ text, story, change }: PartProps & { story: Story }) {
    return (
        <>
            <ChooseSome
                name="media"
                required
                label={t("field.stories.media")}
                options={options("story_medium")}
                values={text.media}
                onChange={(media) => change({ media })}
            />
            <ChooseSome
                name="channels"
                required
                label={t("field.stories.channels")}
                options={options("story_channel")}
                values={text.channels}
                onChange={(channels) => change({ channels })}
            />
            <ChooseOne
                name="territory"
                required
                label={t("field.stories.territory")}
                hint={t("field.stories.territory_hint")}
                options={options("story_territory")}
                value={text.territory}
                onChange={(territory) => change({ territory })}
            />
            <ChooseSome
                name="named"
                label={t("field.stories.shown")}
                hint={t("field.stories.shown_hint")}
                options={shownOptions().filter(
                    ({ value }) => !story.minor || value === "voice",
                )}
                values={text.shown}
                onChange={(shown) => change({ shown })}
            />
            <DateField
                name="ends_on"
                required={story.minor}
                label={t("field.stories.ends_on")}
                hint={t("field.stories.ends_on_hint")}
                min={text.answered_on}
                value={text.ends_on}
                onInput={(ends_on) => change({ ends_on })}
            />
        </>
    );
}

function OfMinor({ text, change }: PartProps) {
    return (
        <>
            <TextField
                name="guardian"
                required
                maxLength={120}
                label={t("field.stories.guardian")}
                value={text.guardian}
                onInput={(guardian) => change({ guardian })}
            />
            <ChooseSome
                name="assented"
                label={t("field.stories.agreed")}
                hint={t("field.stories.agreed_hint")}
                options={[
                    { value: "guardian", label: t("field.stories.guardian_agreed") },
                    { value: "minor", label: t("field.stories.assented") },
                ]}
                values={text.agreed}
                onChange={(agreed) => change({ agreed })}
            />
        </>
    );
}
