// SPDX-License-Identifier: EUPL-1.2
// A file for the diary, from the camera of a telephone or from the desk: what it is, and who reads
// it.
import { useState } from "preact/hooks";
import { ask } from "web/api/client";
import { Problem } from "web/api/problem";
import { labelOf, options } from "web/api/vocabulary";
import { ChooseOne } from "web/kit/ChoiceChips";
import { Dialog, DialogActions } from "web/kit/Dialog";
import { DraftNotice } from "web/kit/DraftNotice";
import { DateField, FileField, Select, TextField } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { useAct } from "web/kit/useAct";
import { useDraft } from "web/kit/useDraft";
import { uuid7 } from "web/kit/uuid7";
import { say } from "web/shell/notices";
import { useSession } from "web/shell/session";
import { today } from "web/words/format";
import { t } from "web/words/words";
import { contentOf, FILE_KINDS } from "./attachments";
import type { Attachment, Diary } from "./diary";

interface AttachmentFormProps {
    diary: Diary;
    // One of which it is corrected what it is; the file stays.
    attachment?: Attachment;
    onClose: () => void;
    onDone: () => void;
}

export function AttachmentForm({ diary, attachment, onClose, onDone }: AttachmentFormProps) {
    const session = useSession();
    const correct = useAct("cases.change_attachment");
    const sending = useSending(diary.case);
    const draft = useDraft(
        session.account,
        `cases.attachment.${attachment?.id ?? diary.case}`,
        () => ({
            on: attachment?.on ?? today(),
            document_kind: attachment?.document_kind ?? "",
            title: attachment?.title ?? "",
            kept_to: attachment?.kept_to ?? "everybody",
        }),
    );
    const { on, document_kind: kind, title, kept_to: keptTo } = draft.value;
    const profession = attachment?.profession ?? diary.own_profession;

    function finish(words: string, undo?: () => Promise<void>): void {
        draft.drop();
        say({ text: words, ...(undo && { undo }) });
        onDone();
    }

    function submit(): void {
        const body = {
            on,
            document_kind: kind,
            kept_to: keptTo,
            ...(title.trim() && { title: title.trim() }),
        };
        if (attachment) {
            void correct.run({ path: { id: attachment.id }, body }, () =>
                finish(t("page.cases.attachment_saved")),
            );
            return;
        }
        void sending.send(body, (id) =>
            finish(t("page.cases.attachment_added"), async () => {
                await ask("cases.cancel_attachment", { path: { id } });
            }),
        );
    }

    return (
        <Dialog
            title={t(attachment ? "act.cases.change_attachment" : "do.cases.add_attachment")}
            onClose={onClose}
        >
            <DraftNotice draft={draft} />
            <Form class="form" problem={sending.problem ?? correct.problem} onSubmit={submit}>
                {!attachment && (
                    <FileField
                        name="content"
                        required
                        accept={FILE_KINDS}
                        label={t("field.cases.file")}
                        hint={t("field.cases.file_hint")}
                        onChoose={sending.choose}
                    />
                )}
                <Select
                    name="document_kind"
                    required
                    empty={t("page.cases.choose")}
                    label={t("field.cases.document_kind")}
                    options={options("attachment_kind")}
                    value={kind}
                    onChange={(chosen) => draft.change({ document_kind: chosen })}
                />
                <TextField
                    name="title"
                    maxLength={200}
                    label={t("field.cases.attachment_title")}
                    hint={t("field.cases.attachment_title_hint")}
                    value={title}
                    onInput={(text) => draft.change({ title: text })}
                />
                <DateField
                    name="on"
                    required
                    label={t("field.cases.on")}
                    max={today()}
                    value={on}
                    onInput={(chosen) => draft.change({ on: chosen })}
                />
                {profession ? (
                    <ChooseOne
                        name="kept_to"
                        always
                        label={t("field.cases.attachment_kept_to")}
                        hint={t("page.cases.keeping_file_to", {
                            profession: labelOf("profession", profession).toLowerCase(),
                        })}
                        options={options("note_reach")}
                        value={keptTo}
                        onChange={(chosen) => draft.change({ kept_to: chosen })}
                    />
                ) : (
                    <p>{t("page.cases.cannot_keep_file")}</p>
                )}
                {sending.share !== undefined && <Sent share={sending.share} />}
                <DialogActions
                    busy={sending.busy || correct.busy}
                    onClose={() => {
                        draft.drop();
                        onClose();
                    }}
                />
            </Form>
        </Dialog>
    );
}

// How much of the file has gone; once it has, the server looks into it.
function Sent({ share }: { share: number }) {
    return (
        <label class="sent">
            {t(share < 1 ? "page.cases.sending_file" : "page.cases.checking_file")}
            <progress max={1} value={share} />
        </label>
    );
}

interface Details {
    on: string;
    document_kind: string;
    kept_to: string;
    title?: string;
}

function useSending(caseId: string) {
    const add = useAct("cases.add_attachment");
    // Another file is another thing, also where nobody knows whether the first one has arrived.
    const [chosen, choose] = useState<{ file?: File; id: string }>(() => ({ id: uuid7() }));
    const [preparing, setPreparing] = useState(false);
    const [wrong, setWrong] = useState<Problem | null>(null);
    const [share, setShare] = useState<number>();

    async function send(details: Details, done: (id: string) => void): Promise<void> {
        if (preparing || add.busy) return;
        const { file, id } = chosen;
        setPreparing(true);
        setWrong(null);
        add.clear();
        try {
            const body = {
                ...details,
                id,
                content: file ? await contentOf(file) : "",
                ...(file?.name && { file_name: file.name.slice(0, 200) }),
            };
            const asking = { isLarge: true, onSent: setShare };
            await add.runWith(asking, { path: { case: caseId }, body }, () => done(id));
        } catch (failure) {
            if (!(failure instanceof Problem)) throw failure;
            setWrong(failure);
        } finally {
            setPreparing(false);
            setShare(undefined);
        }
    }

    return {
        busy: preparing || add.busy,
        problem: wrong ?? add.problem,
        share,
        choose: (file: File) => choose({ file, id: uuid7() }),
        send,
    };
}
