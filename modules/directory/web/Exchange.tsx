// SPDX-License-Identifier: EUPL-1.2
// The whole directory as a file that other directories read, and theirs taken in: as JSON, or as a
// package of tables. What a file would do can be seen before it does it.
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
    const tables = useAct("directory.export_package");
    const problem = all.problem ?? tables.problem;
    return (
        <section class="section">
            <h2>{t("page.directory.exchange")}</h2>
            <p>{t("page.directory.exchange_hint")}</p>
            {problem && <ProblemAlert problem={problem} />}
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
                <Button
                    kind="outline"
                    busy={tables.busy}
                    onClick={() =>
                        void tables.run({}, (file) => saveFile(file, `servizi-${today()}.zip`))
                    }
                >
                    {t("do.directory.export_package")}
                </Button>
            </div>
            {may(session, "directory.import_services") && <Import onImported={onImported} />}
        </section>
    );
}

interface Told {
    is_done: boolean;
    what: ImportedServices;
}

function Import({ onImported }: { onImported: () => Promise<void> }) {
    const take = useAct("directory.import_services");
    const look = useAct("directory.preview_services");
    const [file, setFile] = useState<File>();
    const [unread, setUnread] = useState<Problem | null>(null);
    const [told, setTold] = useState<Told>();

    function begin(): File | undefined {
        setTold(undefined);
        take.clear();
        look.clear();
        setUnread(file ? null : noFile());
        return file;
    }

    function preview(): void {
        const body = begin();
        if (!body) return;
        void look.run({ body }, (what) => setTold({ is_done: false, what }));
    }

    function submit(): void {
        const body = begin();
        if (!body) return;
        void take.run({ body }, (what) => {
            setTold({ is_done: true, what });
            void onImported();
        });
    }

    return (
        <Form
            class="form"
            problem={unread ?? take.problem ?? look.problem}
            onSubmit={submit}
        >
            <FileField
                name="file"
                label={t("field.directory.file")}
                accept=".json,application/json,.zip,application/zip"
                onChoose={(chosen) => {
                    setFile(chosen);
                    setTold(undefined);
                }}
            />
            <div class="form-actions">
                <Button kind="outline" busy={look.busy} onClick={preview}>
                    {t("do.directory.preview")}
                </Button>
                <Button submit kind="outline" busy={take.busy}>
                    {t("do.directory.import")}
                </Button>
            </div>
            {told && <Telling {...told} />}
        </Form>
    );
}

function noFile(): Problem {
    const title = t("page.directory.choose_a_file");
    return new Problem(422, "directory.no_file", title, {}, [
        { field: "file", code: "required", title },
    ]);
}

function Telling({ is_done, what }: Told) {
    const { added, changed, unchanged, refused } = what;
    const facts = { added, changed, unchanged };
    return (
        <div role="status">
            <p>{t(is_done ? "page.directory.imported" : "page.directory.previewed", facts)}</p>
            {refused.length > 0 && (
                <>
                    <p>
                        {t(
                            is_done
                                ? "page.directory.import_refused"
                                : "page.directory.preview_refused",
                        )}
                    </p>
                    <ul class="plain-list">
                        {refused.map(({ place, name, faults }) => (
                            <li key={`${place} ${name}`}>
                                <strong>{`${place}. ${name}`}</strong> {faults.join(" · ")}
                            </li>
                        ))}
                    </ul>
                </>
            )}
        </div>
    );
}
