// SPDX-License-Identifier: EUPL-1.2
// Two months more, with a reason that the person was told within the first.
import { useState } from "preact/hooks";
import { ask } from "web/api/client";
import { options } from "web/api/vocabulary";
import { ChooseOne } from "web/kit/ChoiceChips";
import { Dialog, DialogActions } from "web/kit/Dialog";
import { DateField } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { useAct } from "web/kit/useAct";
import { reloadAll } from "web/kit/useQuery";
import { say } from "web/shell/notices";
import { today } from "web/words/format";
import { t } from "web/words/words";
import type { RightsRequest } from "./types";

interface ExtensionFormProps {
    request: RightsRequest;
    onClose: () => void;
    onChanged: (request: RightsRequest) => void;
}

export function ExtensionForm({ request, onClose, onChanged }: ExtensionFormProps) {
    const extend = useAct("rights.extend_request");
    const [text, setText] = useState({ reason: "", told_on: today() });
    const path = { id: request.id };

    function submit(): void {
        void extend.run({ path, body: text }, (changed) => {
            say({
                text: t("page.rights.extended_now"),
                undo: async () => {
                    await ask("rights.undo_extension", { path });
                    reloadAll();
                },
            });
            onChanged(changed);
        });
    }

    return (
        <Dialog title={t("do.rights.extend")} onClose={onClose}>
            <Form class="form" problem={extend.problem} onSubmit={submit}>
                <ChooseOne
                    name="reason"
                    required
                    label={t("field.rights.extension_reason")}
                    options={options("rights_extension_reason")}
                    value={text.reason}
                    onChange={(reason) => setText({ ...text, reason })}
                />
                <DateField
                    name="told_on"
                    required
                    label={t("field.rights.told_on")}
                    min={request.received_on}
                    max={today()}
                    value={text.told_on}
                    onInput={(told_on) => setText({ ...text, told_on })}
                />
                <DialogActions busy={extend.busy} onClose={onClose} />
            </Form>
        </Dialog>
    );
}
