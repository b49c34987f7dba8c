// SPDX-License-Identifier: EUPL-1.2
// A note of the diary, and who reads it. What is being written survives a reload.
import { useState } from "preact/hooks";
import { ask } from "web/api/client";
import { labelOf, options } from "web/api/vocabulary";
import { ChooseOne } from "web/kit/ChoiceChips";
import { Dialog, DialogActions } from "web/kit/Dialog";
import { DraftNotice } from "web/kit/DraftNotice";
import { DateField, TextArea, TimeField } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { useAct } from "web/kit/useAct";
import { useDraft } from "web/kit/useDraft";
import { uuid7 } from "web/kit/uuid7";
import { say } from "web/shell/notices";
import { useSession } from "web/shell/session";
import { today } from "web/words/format";
import { t } from "web/words/words";
import { type Diary, instantText, type Note, whenOf } from "./diary";

interface NoteFormProps {
    diary: Diary;
    // One that is corrected.
    note?: Note;
    onClose: () => void;
    onDone: () => void;
}

export function NoteForm({ diary, note, onClose, onDone }: NoteFormProps) {
    const session = useSession();
    const add = useAct("cases.add_note");
    const correct = useAct("cases.change_note");
    const [id] = useState(uuid7);
    const draft = useDraft(session.account, `cases.note.${note?.id ?? diary.case}`, () => ({
        ...whenOf(note ? new Date(note.at) : new Date()),
        words: note?.words ?? "",
        kept_to: note?.kept_to ?? "everybody",
    }));
    const { day, clock, words, kept_to } = draft.value;
    const profession = note?.profession ?? diary.own_profession;

    function submit(): void {
        const body = { at: instantText({ day, clock }), words: words.trim(), kept_to };
        if (note) {
            void correct.run({ path: { id: note.id }, body }, () => {
                draft.drop();
                say({ text: t("page.cases.note_saved") });
                onDone();
            });
            return;
        }
        void add.run({ path: { case: diary.case }, body: { ...body, id } }, () => {
            draft.drop();
            say({
                text: t("page.cases.note_added"),
                undo: async () => {
                    await ask("cases.cancel_note", { path: { id } });
                },
            });
            onDone();
        });
    }

    return (
        <Dialog title={t(note ? "act.cases.change_note" : "do.cases.add_note")} onClose={onClose}>
            <DraftNotice draft={draft} />
            <Form class="form" problem={add.problem ?? correct.problem} onSubmit={submit}>
                <TextArea
                    name="words"
                    required
                    rows={5}
                    label={t("field.cases.note_words")}
                    value={words}
                    onInput={(text) => draft.change({ words: text })}
                />
                <div class="form-pair">
                    <DateField
                        name="at"
                        required
                        label={t("field.cases.on")}
                        max={today()}
                        value={day}
                        onInput={(chosen) => draft.change({ day: chosen })}
                    />
                    <TimeField
                        name="clock"
                        required
                        label={t("field.cases.clock")}
                        value={clock}
                        onInput={(chosen) => draft.change({ clock: chosen })}
                    />
                </div>
                {profession ? (
                    <ChooseOne
                        name="kept_to"
                        always
                        label={t("field.cases.kept_to")}
                        hint={t("page.cases.keeping_to", {
                            profession: labelOf("profession", profession).toLowerCase(),
                        })}
                        options={options("note_reach")}
                        value={kept_to}
                        onChange={(chosen) => draft.change({ kept_to: chosen })}
                    />
                ) : (
                    <p>{t("page.cases.cannot_keep")}</p>
                )}
                <DialogActions
                    busy={add.busy || correct.busy}
                    onClose={() => {
                        draft.drop();
                        onClose();
                    }}
                />
            </Form>
        </Dialog>
    );
}
