// SPDX-License-Identifier: EUPL-1.2
// A file for a story: what it is, what is in it for who does not see or hear it, and its bytes.
import { useState } from "preact/hooks";
import { options } from "web/api/vocabulary";
import { ChooseOne, ChooseSome } from "web/kit/ChoiceChips";
import { Dialog, DialogActions } from "web/kit/Dialog";
import { FileField, TextArea, TextField } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { useAct } from "web/kit/useAct";
import { uuid7 } from "web/kit/uuid7";
import { say } from "web/shell/notices";
import { t } from "web/words/words";
import { ACCEPT } from "./accept";
import { Sent } from "./Sent";
import type { Story } from "./types";
import { useSending } from "./useSending";

interface FileFormProps {
    story: Story;
    onClose: () => void;
}

export function FileForm({ story, onClose }: FileFormProps) {
    const begin = useAct("stories.begin_file");
    const sending = useSending();
    const [chosen, choose] = useState<{ file?: File; id: string }>(() => ({ id: uuid7() }));
    const [text, setText] = useState({
        medium: "PHOTO",
        description: "",
        transcript: "",
        shown: [] as string[],
    });
    const change = (part: Partial<typeof text>) => setText({ ...text, ...part });
    const media = options("story_medium").filter(({ value }) => value !== "TEXT");

    function submit(): void {
        const { file, id } = chosen;
        const body = {
            id,
            medium: text.medium,
            // Nothing chosen: the server says that the field is wanting.
            bytes: file?.size ?? 0,
            description: text.description.trim(),
            transcript: text.transcript.trim() || null,
            face: text.shown.includes("face"),
            voice: text.shown.includes("voice"),
        };
        void begin.run({ path: { story: story.id }, body }, (begun) => {
            if (!file) return;
            void sending.send(file, begun, () => {
                say({ text: t("page.stories.file_added") });
                onClose();
            });
        });
    }

    return (
        <Dialog title={t("do.stories.add_file")} onClose={onClose}>
            <Form class="form" problem={begin.problem ?? sending.problem} onSubmit={submit}>
                <ChooseOne
                    name="medium"
                    always
                    label={t("field.stories.medium")}
                    options={media}
                    value={text.medium}
                    onChange={(medium) => change({ medium })}
                />
                <FileField
                    name="bytes"
                    required
                    accept={ACCEPT[text.medium] ?? ""}
                    label={t("field.stories.file")}
                    hint={t("field.stories.file_hint")}
                    onChoose={(file) => choose({ file, id: uuid7() })}
                />
                <TextField
                    name="description"
                    required
                    maxLength={500}
                    label={t("field.stories.description")}
                    hint={t("field.stories.description_hint")}
                    value={text.description}
                    onInput={(description) => change({ description })}
                />
                {text.medium !== "PHOTO" && (
                    <TextArea
                        name="transcript"
                        rows={6}
                        label={t("field.stories.transcript")}
                        hint={t("field.stories.transcript_hint")}
                        value={text.transcript}
                        onInput={(transcript) => change({ transcript })}
                    />
                )}
                <ChooseSome
                    name="face"
                    label={t("field.stories.recognised_by")}
                    hint={t("field.stories.recognised_by_hint")}
                    options={[
                        { value: "face", label: t("field.stories.face") },
                        { value: "voice", label: t("field.stories.voice") },
                    ]}
                    values={text.shown}
                    onChange={(shown) => change({ shown })}
                />
                {sending.share !== undefined && <Sent share={sending.share} />}
                <DialogActions busy={begin.busy || sending.busy} onClose={onClose} />
            </Form>
        </Dialog>
    );
}
