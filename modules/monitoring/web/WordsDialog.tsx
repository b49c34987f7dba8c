// SPDX-License-Identifier: EUPL-1.2
// A dialog in which something is written to the other side, network or city: its text names nobody.
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Problem } from "web/api/problem";
import { Dialog, DialogActions } from "web/kit/Dialog";
import { TextArea } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { t } from "web/words/words";

interface WordsDialogProps {
    title: string;
    // The name of the field as the act knows it, and as it is read.
    name: string;
    label: string;
    action: string;
    required?: boolean;
    busy: boolean;
    problem: Problem | null;
    onSubmit: (words: string) => void;
    onClose: () => void;
    children?: ComponentChildren;
}

export function WordsDialog(props: WordsDialogProps) {
    const { title, name, label, action, required = false, busy, problem, onClose } = props;
    const [words, setWords] = useState("");
    return (
        <Dialog title={title} onClose={onClose}>
            <Form class="form" problem={problem} onSubmit={() => props.onSubmit(words.trim())}>
                {props.children}
                <TextArea
                    name={name}
                    label={label}
                    hint={t("page.monitoring.nobody_named")}
                    required={required}
                    rows={4}
                    value={words}
                    onInput={setWords}
                />
                <DialogActions busy={busy} label={action} onClose={onClose} />
            </Form>
        </Dialog>
    );
}
