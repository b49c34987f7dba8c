// SPDX-License-Identifier: EUPL-1.2
// The whole directory as a file that other directories read, and theirs taken in.
import { useState } from "preact/hooks";
import type { ImportedServices } from "web/api/acts";
import { Problem } from "web/api/problem";
import { Button } from "web/kit/Button";
import { FileField } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { saveFile } from "web/kit/saveFile";
import { useAct } from "web/kit/useAct";
import { may, useSession } from "web/shell/session";
import { today } from "web/words/format";
import { t } from "web/words/words";

export function Exchange({ onImported }: { onImported: () => Promise<void> }) {
    const session = useSession();
    const all = useAct("directory.export_services");
    return (
        <section class="section">
            <h2>{t("page.directory.exchange")}</h2>
            <p>{t("page.directory.exchange_hint")}</p>
            {all.problem && <ProblemAlert problem={all.problem} />}
            <div class="form-actions">
                <Button
                    kind="outline"
                    busy={all.busy}
                    onClick={() =>
                        void all.run({}, (file) => saveFile(file, `servizi-${today()}.json`))
                    }
                >
                    {t("do.directory.export")}
                </Button>
            </div>
            {may(session, "directory.import_services") && <Import onImported={onImported} />}
        </section>
    );
}

function Import({ onImported }: { onImported: () => Promise<void> }) {
    const take = useAct("directory.import_services");
    const [file, setFile] = useState<File>();
    const [unread, setUnread] = useState<Problem | null>(null);
    const [imported, setImported] = useState<ImportedServices>();

    async function submit(): Promise<void> {
        setImported(undefined);
        const body = await readJson(file);
        setUnread(body === undefined ? notServices() : null);
        if (body === undefined) return;
        void take.run({ body: body as never }, (done) => {
            setImported(done);
            void onImported();
        });
    }

    return (
        <Form class="form" problem={unread ?? take.problem} onSubmit={() => void submit()}>
            <FileField
                name="file"
                label={t("field.directory.file")}
                accept=".json,application/json"
                onChoose={setFile}
            />
            <div class="form-actions">
                <Button submit kind="outline" busy={take.busy}>
                    {t("do.directory.import")}
                </Button>
            </div>
            {imported && <Told imported={imported} />}
        </Form>
    );
}

async function readJson(file: File | undefined): Promise<unknown> {
    try {
        return JSON.parse((await file?.text()) ?? "") as unknown;
    } catch {
        return undefined;
    }
}

function notServices(): Problem {
    const title = t("problem.directory.not_hsds");
    return new Problem(422, "directory.not_hsds", title, {}, [
        { field: "file", code: "not_hsds", title },
    ]);
}

function Told({ imported }: { imported: ImportedServices }) {
    const { added, changed, unchanged, refused } = imported;
    return (
        <div role="status">
            <p>{t("page.directory.imported", { added, changed, unchanged })}</p>
            {refused.length > 0 && (
                <>
                    <p>{t("page.directory.import_refused")}</p>
                    <ul class="plain-list">
                        {refused.map(({ place, name, faults }) => (
                            <li key={place}>
                                <strong>{`${place}. ${name}`}</strong> {faults.join(" · ")}
                            </li>
                        ))}
                    </ul>
                </>
            )}
        </div>
    );
}
