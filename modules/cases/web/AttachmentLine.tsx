// SPDX-License-Identifier: EUPL-1.2
// A file in the diary: it is saved and never shown here.
import { ask } from "web/api/client";
import { labelOf } from "web/api/vocabulary";
import { Button } from "web/kit/Button";
import { Badge, Card } from "web/kit/List";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { saveFile } from "web/kit/saveFile";
import { useAct } from "web/kit/useAct";
import { say } from "web/shell/notices";
import { formatDay, formatInstant } from "web/words/format";
import { t } from "web/words/words";
import { nameOf, sizeText } from "./attachments";
import type { Attachment } from "./diary";

interface AttachmentLineProps {
    attachment: Attachment;
    mayChange: boolean;
    reload: () => void;
    onAttachment: (attachment: Attachment) => void;
}

export function AttachmentLine({ attachment, ...doings }: AttachmentLineProps) {
    const { kept_to: keptTo, profession, changed_at: changed } = attachment;
    return (
        <Card
            title={<span dir="auto">{nameOf(attachment)}</span>}
            badges={
                <>
                    <Badge kind="info">{labelOf("diary_kind", "attachment")}</Badge>
                    {attachment.title && (
                        <Badge>{labelOf("attachment_kind", attachment.document_kind)}</Badge>
                    )}
                    {keptTo !== "everybody" && (
                        <Badge kind="warning">
                            {t("page.cases.only_profession", {
                                profession: labelOf("profession", profession).toLowerCase(),
                            })}
                        </Badge>
                    )}
                    {attachment.cancelled && (
                        <Badge>{t("page.cases.attachment_cancelled_mark")}</Badge>
                    )}
                </>
            }
            second={[
                formatDay(attachment.on),
                attachment.author_name,
                labelOf("profession", profession).toLowerCase(),
                changed && t("page.cases.attachment_changed", { when: formatInstant(changed) }),
            ]
                .filter(Boolean)
                .join(" · ")}
            third={
                <>
                    {labelOf("file_format", attachment.format)} · {sizeText(attachment.bytes)}
                    {attachment.file_name && (
                        <>
                            {" · "}
                            <span dir="auto">{attachment.file_name}</span>
                        </>
                    )}
                </>
            }
            actions={<Actions attachment={attachment} {...doings} />}
        />
    );
}

function Actions({ attachment, mayChange, reload, onAttachment }: AttachmentLineProps) {
    const get = useAct("cases.get_attachment", { isLarge: true });
    const cancel = useAct("cases.cancel_attachment");
    const restore = useAct("cases.restore_attachment");
    const problem = get.problem ?? cancel.problem ?? restore.problem;
    const path = { id: attachment.id };
    const name = nameOf(attachment);
    const isOwn = mayChange && attachment.own;

    function takeBack(): void {
        void cancel.run({ path }, () => {
            say({
                text: t("page.cases.attachment_taken_back"),
                undo: async () => {
                    await ask("cases.restore_attachment", { path });
                },
            });
            reload();
        });
    }

    return (
        <>
            {problem && <ProblemAlert problem={problem} />}
            <Button
                kind="outline"
                busy={get.busy}
                label={t("page.cases.save_attachment_of", { name })}
                onClick={() =>
                    void get.run({ path }, (file) => {
                        saveFile(file, attachment.saved_as);
                        say({ text: t("page.cases.file_saved") });
                    })
                }
            >
                {t("do.cases.save_attachment")}
            </Button>
            {isOwn && !attachment.cancelled && (
                <>
                    <Button
                        kind="plain"
                        label={t("page.cases.change_attachment_of", { name })}
                        onClick={() => onAttachment(attachment)}
                    >
                        {t("do.cases.change_note")}
                    </Button>
                    <Button
                        kind="plain"
                        busy={cancel.busy}
                        label={t("page.cases.undo_attachment_of", { name })}
                        onClick={takeBack}
                    >
                        {t("web.undo")}
                    </Button>
                </>
            )}
            {isOwn && attachment.cancelled && (
                <Button
                    kind="plain"
                    icon="undo"
                    busy={restore.busy}
                    label={t("page.cases.restore_attachment_of", { name })}
                    onClick={() => void restore.run({ path }, reload)}
                >
                    {t("do.cases.restore_intervention")}
                </Button>
            )}
        </>
    );
}
