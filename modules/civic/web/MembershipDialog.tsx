// SPDX-License-Identifier: EUPL-1.2
import { useState } from "preact/hooks";
import { ask } from "web/api/client";
import { options } from "web/api/vocabulary";
import { ChooseOne } from "web/kit/ChoiceChips";
import { Dialog, DialogActions } from "web/kit/Dialog";
import { DateField, TextField } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { useAct } from "web/kit/useAct";
import { reloadAll } from "web/kit/useQuery";
import { uuid7 } from "web/kit/uuid7";
import { say } from "web/shell/notices";
import { today } from "web/words/format";
import { t } from "web/words/words";
import type { Membership } from "./types";

interface MembershipDialogProps {
    person: string;
    // Without one, a new one.
    membership: Membership | undefined;
    onClose: () => void;
    reload: () => Promise<void>;
}

export function MembershipDialog({ person, membership, onClose, reload }: MembershipDialogProps) {
    const add = useAct("civic.add_membership");
    const change = useAct("civic.change_membership");
    const [id] = useState(() => membership?.id ?? uuid7());
    const [text, setText] = useState({
        body: membership?.body ?? "",
        body_name: membership?.body_name ?? "",
        part: membership?.part ?? "MEMBER",
        since: membership?.since ?? today(),
        until: membership?.until ?? "",
    });
    const edit = (more: Partial<typeof text>) => setText({ ...text, ...more });

    function finish(words: string, undo?: () => Promise<void>): void {
        onClose();
        say({ text: words, ...(undo && { undo }) });
        void reload();
    }

    function submit(): void {
        const wish = {
            ...text,
            body_name: text.body_name.trim() || null,
            until: text.until || null,
        };
        if (membership) {
            void change.run({ path: { id }, body: wish }, () =>
                finish(t("page.civic.membership_changed")),
            );
            return;
        }
        void add.run({ body: { id, person, ...wish } }, () =>
            finish(t("page.civic.membership_added"), async () => {
                await ask("civic.cancel_membership", { path: { id } });
                reloadAll();
            }),
        );
    }

    return (
        <Dialog title={t("page.civic.memberships")} onClose={onClose}>
            <Form class="form" problem={add.problem ?? change.problem} onSubmit={submit}>
                <ChooseOne
                    name="body"
                    required
                    label={t("field.civic.body")}
                    options={options("civic_body")}
                    value={text.body}
                    onChange={(body) => edit({ body })}
                />
                <TextField
                    name="body_name"
                    maxLength={120}
                    label={t("field.civic.body_name")}
                    hint={t("page.civic.membership_hint")}
                    value={text.body_name}
                    onInput={(body_name) => edit({ body_name })}
                />
                <ChooseOne
                    name="part"
                    always
                    label={t("field.civic.part")}
                    options={options("civic_part")}
                    value={text.part}
                    onChange={(part) => edit({ part })}
                />
                <div class="form-pair">
                    <DateField
                        name="since"
                        required
                        max={today()}
                        label={t("field.civic.since")}
                        value={text.since}
                        onInput={(since) => edit({ since })}
                    />
                    <DateField
                        name="until"
                        label={t("field.civic.until")}
                        value={text.until}
                        onInput={(until) => edit({ until })}
                    />
                </div>
                <DialogActions busy={add.busy || change.busy} onClose={onClose} />
            </Form>
        </Dialog>
    );
}
