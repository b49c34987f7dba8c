// SPDX-License-Identifier: EUPL-1.2
// A picture of the place, with a plain word on faces before it is taken.
import { useState } from "preact/hooks";
import { ask } from "web/api/client";
import { Problem } from "web/api/problem";
import { options } from "web/api/vocabulary";
import { Alert } from "web/kit/Alert";
import { ChooseOne } from "web/kit/ChoiceChips";
import { Dialog, DialogActions } from "web/kit/Dialog";
import { DateField, FileField, TextField } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { smallPhoto } from "web/kit/smallPhoto";
import { useAct } from "web/kit/useAct";
import { reloadAll } from "web/kit/useQuery";
import { uuid7 } from "web/kit/uuid7";
import { say } from "web/shell/notices";
import { today } from "web/words/format";
import { t } from "web/words/words";
import type { Project } from "./types";

const KINDS = "image/jpeg,image/png,image/webp,image/*";

interface PictureDialogProps {
    project: Project;
    onClose: () => void;
    reload: () => Promise<void>;
}

function unreadable(): Problem {
    return new Problem(422, "core.input_invalid", t("web.incomplete"), {}, [
        {
            field: "content",
            code: "page.civic.picture_unreadable",
            title: t("page.civic.picture_unreadable"),
        },
    ]);
}

export function PictureDialog({ project, onClose, reload }: PictureDialogProps) {
    const add = useAct("civic.add_picture", { isLarge: true });
    // Another file is another picture, also where nobody knows whether the first one has arrived.
    const [chosen, choose] = useState<{ file?: File; id: string }>(() => ({ id: uuid7() }));
    const [text, setText] = useState({ moment: "", taken_on: today(), caption: "" });
    const [preparing, setPreparing] = useState(false);
    const [wrong, setWrong] = useState<Problem | null>(null);
    const edit = (part: Partial<typeof text>) => setText({ ...text, ...part });

    async function submit(): Promise<void> {
        if (preparing || add.busy) return;
        setPreparing(true);
        setWrong(null);
        add.clear();
        const { file, id } = chosen;
        const small = file && (await smallPhoto(file));
        setPreparing(false);
        if (file && small === undefined) {
            setWrong(unreadable());
            return;
        }
        const body = {
            id,
            moment: text.moment,
            taken_on: text.taken_on,
            caption: text.caption.trim() || null,
            content: small ?? "",
        };
        await add.run({ path: { project: project.id }, body }, () => {
            onClose();
            say({
                text: t("page.civic.picture_added"),
                undo: async () => {
                    await ask("civic.cancel_picture", { path: { id } });
                    reloadAll();
                },
            });
            void reload();
        });
    }

    return (
        <Dialog title={t("do.civic.add_picture")} onClose={onClose}>
            <Alert kind="info" quiet title={t("page.civic.faces")} />
            <Form class="form" problem={wrong ?? add.problem} onSubmit={() => void submit()}>
                <FileField
                    name="content"
                    required
                    accept={KINDS}
                    label={t("field.civic.picture")}
                    onChoose={(file) => choose({ file, id: uuid7() })}
                />
                <ChooseOne
                    name="moment"
                    required
                    label={t("field.civic.moment")}
                    options={options("civic_moment")}
                    value={text.moment}
                    onChange={(moment) => edit({ moment })}
                />
                <DateField
                    name="taken_on"
                    required
                    max={today()}
                    label={t("field.civic.taken_on")}
                    value={text.taken_on}
                    onInput={(taken_on) => edit({ taken_on })}
                />
                <TextField
                    name="caption"
                    maxLength={200}
                    label={t("field.civic.caption")}
                    value={text.caption}
                    onInput={(caption) => edit({ caption })}
                />
                <DialogActions busy={preparing || add.busy} onClose={onClose} />
            </Form>
        </Dialog>
    );
}
