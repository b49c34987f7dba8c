// SPDX-License-Identifier: EUPL-1.2
// A person asks something about their own data: what, when, how it reached us.
import { useState } from "preact/hooks";
import { ask } from "web/api/client";
import { options } from "web/api/vocabulary";
import { ChooseOne } from "web/kit/ChoiceChips";
import { Dialog, DialogActions } from "web/kit/Dialog";
import { DateField, TextArea } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { useAct } from "web/kit/useAct";
import { reloadAll } from "web/kit/useQuery";
import { uuid7 } from "web/kit/uuid7";
import { say } from "web/shell/notices";
import { today } from "web/words/format";
import { t } from "web/words/words";

interface RequestFormProps {
    person: string;
    onClose: () => void;
    onDone: () => void;
}

// What a period of retention asks for is asked by nobody.
function kinds() {
    return options("rights_kind").filter(({ value }) => value !== "RETENTION");
}

export function RequestForm({ person, onClose, onDone }: RequestFormProps) {
    const record = useAct("rights.record_request", { purpose: "rights_request" });
    const [id] = useState(uuid7);
    const [text, setText] = useState({ kind: "", received_on: today(), how: "", words: "" });
    const change = (part: Partial<typeof text>) => setText({ ...text, ...part });

    function submit(): void {
        const body = { ...text, id, person, words: text.words.trim() || null };
        void record.run({ body }, () => {
            say({
                text: t("page.rights.recorded"),
                undo: async () => {
                    await ask("rights.cancel_request", { path: { id } });
                    reloadAll();
                },
            });
            onDone();
        });
    }

    return (
        <Dialog title={t("do.rights.record")} onClose={onClose}>
            <Form class="form" problem={record.problem} onSubmit={submit}>
                <ChooseOne
                    name="kind"
                    required
                    label={t("field.rights.kind")}
                    options={kinds()}
                    value={text.kind}
                    onChange={(kind) => change({ kind })}
                />
                <DateField
                    name="received_on"
                    required
                    label={t("field.rights.received_on")}
                    max={today()}
                    value={text.received_on}
                    onInput={(received_on) => change({ received_on })}
                />
                <ChooseOne
                    name="how"
                    required
                    label={t("field.rights.how")}
                    options={options("rights_channel")}
                    value={text.how}
                    onChange={(how) => change({ how })}
                />
                <TextArea
                    name="words"
                    label={t("field.rights.words")}
                    value={text.words}
                    onInput={(words) => change({ words })}
                />
                <DialogActions busy={record.busy} onClose={onClose} />
            </Form>
        </Dialog>
    );
}
