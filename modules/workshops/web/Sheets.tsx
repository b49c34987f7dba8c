// SPDX-License-Identifier: EUPL-1.2
// The sheet of a session on paper: printed with room for signatures, and the photo of the signed
// one.
import { useState } from "preact/hooks";
import { ask } from "web/api/client";
import { Alert } from "web/kit/Alert";
import { Button } from "web/kit/Button";
import { FileField } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { Badge, Card, CardList } from "web/kit/List";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { saveFile } from "web/kit/saveFile";
import { smallPhoto } from "web/kit/smallPhoto";
import { useAct } from "web/kit/useAct";
import { reloadAll } from "web/kit/useQuery";
import { uuid7 } from "web/kit/uuid7";
import { say } from "web/shell/notices";
import { formatInstant, today } from "web/words/format";
import { t } from "web/words/words";
import type { Register, Sheet } from "./types";

interface SheetsProps {
    register: Register;
    reload: () => Promise<void>;
}

export function Sheets({ register, reload }: SheetsProps) {
    const print = useAct("workshops.print_sheet");
    const { session, sheets } = register;
    const save = () =>
        void print.run({ path: { session: session.id } }, (file) =>
            saveFile(file, `firme-${session.day}.pdf`),
        );
    return (
        <section class="section">
            <h2>{t("page.workshops.sheet")}</h2>
            <p>{t("page.workshops.sheet_hint")}</p>
            {print.problem && <ProblemAlert problem={print.problem} />}
            <div class="form-actions">
                <Button kind="outline" busy={print.busy} onClick={save}>
                    {t("do.workshops.print_sheet")}
                </Button>
            </div>
            {session.day <= today() && <Attach session={session.id} reload={reload} />}
            {sheets.length > 0 && (
                <CardList label={t("page.workshops.photos")}>
                    {sheets.map((sheet) => (
                        <Line key={sheet.id} sheet={sheet} reload={reload} />
                    ))}
                </CardList>
            )}
        </section>
    );
}

function Attach({ session, reload }: { session: string; reload: () => Promise<void> }) {
    const attach = useAct("workshops.attach_sheet");
    const [isUnreadable, setUnreadable] = useState(false);

    async function send(file: File): Promise<void> {
        attach.clear();
        const photo = await smallPhoto(file);
        setUnreadable(!photo);
        if (!photo) return;
        const id = uuid7();
        await attach.run({ body: { id, session, photo } }, () => {
            say({
                text: t("page.workshops.photo_attached"),
                undo: async () => {
                    await ask("workshops.cancel_sheet", { path: { id } });
                    reloadAll();
                },
            });
            void reload();
        });
    }

    return (
        <Form class="form" problem={attach.problem} onSubmit={() => {}}>
            {isUnreadable && <Alert kind="danger" title={t("page.workshops.no_picture")} />}
            <FileField
                name="photo"
                accept="image/*"
                label={t("field.workshops.photo")}
                hint={t("field.workshops.photo_hint")}
                onChoose={(file) => void send(file)}
            />
        </Form>
    );
}

function Line({ sheet, reload }: { sheet: Sheet; reload: () => Promise<void> }) {
    const get = useAct("workshops.get_sheet");
    const cancel = useAct("workshops.cancel_sheet");
    const restore = useAct("workshops.restore_sheet");
    const path = { id: sheet.id };
    const problem = get.problem ?? cancel.problem ?? restore.problem;
    const when = formatInstant(sheet.added_at);
    const again = () => void reload();
    return (
        <Card
            title={t("page.workshops.photo_of", { when })}
            badges={sheet.cancelled && <Badge>{t("page.workshops.taken_away")}</Badge>}
            actions={
                <>
                    {problem && <ProblemAlert problem={problem} />}
                    {sheet.cancelled ? (
                        <Button
                            kind="plain"
                            icon="undo"
                            busy={restore.busy}
                            label={`${t("do.workshops.restore_sheet")}: ${when}`}
                            onClick={() => void restore.run({ path }, again)}
                        >
                            {t("do.workshops.restore_sheet")}
                        </Button>
                    ) : (
                        <>
                            <Button
                                kind="outline"
                                busy={get.busy}
                                label={`${t("do.workshops.save_sheet")}: ${when}`}
                                onClick={() =>
                                    void get.run({ path }, (file) =>
                                        saveFile(file, `firme-${sheet.id}.jpg`),
                                    )
                                }
                            >
                                {t("do.workshops.save_sheet")}
                            </Button>
                            <Button
                                kind="plain"
                                busy={cancel.busy}
                                label={`${t("do.workshops.cancel_sheet")}: ${when}`}
                                onClick={() => void cancel.run({ path }, again)}
                            >
                                {t("do.workshops.cancel_sheet")}
                            </Button>
                        </>
                    )}
                </>
            }
        />
    );
}
