// SPDX-License-Identifier: EUPL-1.2
import { useState } from "preact/hooks";
import { Dialog, DialogActions } from "web/kit/Dialog";
import { TextArea, TextField } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { useAct } from "web/kit/useAct";
import { uuid7 } from "web/kit/uuid7";
import { HoursField } from "modules/directory/web/HoursField";
import { say } from "web/shell/notices";
import { t } from "web/words/words";
import type { Site } from "./types";

interface SiteDialogProps {
    // Without one, a new site.
    site: Site | undefined;
    onClose: () => void;
    reload: () => Promise<void>;
}

export function SiteDialog({ site, onClose, reload }: SiteDialogProps) {
    const write = useAct("desk.write_site");
    const [id] = useState(() => site?.id ?? uuid7());
    const [text, setText] = useState({
        name: site?.name ?? "",
        address: site?.address ?? "",
        rooms: (site?.rooms ?? []).join("\n"),
        hours: site?.hours ?? [],
    });
    const change = (part: Partial<typeof text>) => setText({ ...text, ...part });

    function submit(): void {
        const rooms = text.rooms.split("\n").map((line) => line.trim());
        const body = {
            name: text.name.trim(),
            address: text.address.trim() || null,
            rooms: rooms.filter(Boolean),
            hours: text.hours,
            cancelled: site?.cancelled ?? false,
        };
        void write.run({ path: { id }, body }, () => {
            onClose();
            say({ text: t("page.desk.site_written") });
            void reload();
        });
    }

    return (
        <Dialog
            title={site ? t("page.desk.change_site") : t("do.desk.add_site")}
            onClose={onClose}
        >
            <Form class="form" problem={write.problem} onSubmit={submit}>
                <TextField
                    name="name"
                    required
                    label={t("field.desk.name")}
                    value={text.name}
                    onInput={(name) => change({ name })}
                />
                <TextField
                    name="address"
                    label={t("field.desk.address")}
                    value={text.address}
                    onInput={(address) => change({ address })}
                />
                <TextArea
                    name="rooms"
                    label={t("field.desk.rooms")}
                    hint={t("field.desk.rooms_hint")}
                    value={text.rooms}
                    onInput={(rooms) => change({ rooms })}
                />
                <HoursField values={text.hours} onChange={(hours) => change({ hours })} />
                <DialogActions busy={write.busy} onClose={onClose} />
            </Form>
        </Dialog>
    );
}
