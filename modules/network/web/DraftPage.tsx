// SPDX-License-Identifier: EUPL-1.2
// The next release, file by file: saved, changed in a spreadsheet, put back, looked at, published.
import { useState } from "preact/hooks";
import type { Draft } from "web/api/acts";
import { ask } from "web/api/client";
import { Alert } from "web/kit/Alert";
import { Button } from "web/kit/Button";
import { FileField, Select, TextArea, TextField } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { Card, CardList } from "web/kit/List";
import { Page } from "web/kit/Page";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { saveFile } from "web/kit/saveFile";
import { Show } from "web/kit/Show";
import { useAct } from "web/kit/useAct";
import { useQuery } from "web/kit/useQuery";
import { uuid7 } from "web/kit/uuid7";
import { say } from "web/shell/notices";
import { go, link } from "web/shell/router";
import { t } from "web/words/words";
import { Changes } from "./Changes";

export default function DraftPage() {
    const draft = useQuery("network.get_draft", {});
    const drop = useAct("network.drop_draft_file");
    return (
        <Page
            wide
            title={t("page.network.draft")}
            back={{ href: link("/releases"), label: t("page.network.releases") }}
        >
            <p class="lead">{t("page.network.draft_lead")}</p>
            <Show of={draft}>
                {(data) => (
                    <>
                        <PutFile draft={data} onPut={draft.set} />
                        {drop.problem && <ProblemAlert problem={drop.problem} />}
                        {data.files && data.files.length > 0 && (
                            <CardList label={t("page.network.draft_files")}>
                                {data.files.map((path) => (
                                    <Card
                                        key={path}
                                        title={path}
                                        actions={
                                            <Button
                                                kind="outline"
                                                onClick={() =>
                                                    void drop.run({ query: { path } }, draft.set)
                                                }
                                            >
                                                {t("do.network.drop_draft_file")}
                                                <span class="visually-hidden"> {path}</span>
                                            </Button>
                                        }
                                    />
                                ))}
                            </CardList>
                        )}
                        {data.fault && (
                            <Alert kind="danger" title={t("page.network.release_faulty")}>
                                <p>{data.fault}</p>
                            </Alert>
                        )}
                        <h2>{t("page.network.what_changes")}</h2>
                        <Changes changes={data.changes ?? []} />
                        <Publish draft={data} />
                    </>
                )}
            </Show>
        </Page>
    );
}

function PutFile({ draft, onPut }: { draft: Draft; onPut: (draft: Draft) => void }) {
    const put = useAct("network.put_draft_file");
    const [path, setPath] = useState("");
    const [text, setText] = useState<string | null>(null);
    const paths = draft.paths ?? [];

    async function take(): Promise<void> {
        const file = await ask("network.get_catalogue_file", { query: { path } });
        saveFile(new Blob([file.text], { type: "text/plain" }), path.split("/").at(-1) ?? path);
    }

    function submit(): void {
        void put.run({ body: { path, text: text ?? "" } }, (changed) => {
            onPut(changed);
            setText(null);
            say({ text: t("page.network.file_put") });
        });
    }

    return (
        <Form class="form" problem={put.problem} onSubmit={submit}>
            <Select
                name="known_path"
                label={t("field.network.known_path")}
                options={paths.map((value) => ({ value, label: value }))}
                value={paths.includes(path) ? path : ""}
                onChange={setPath}
            />
            <TextField
                name="path"
                required
                label={t("field.network.path")}
                hint={t("field.network.path_hint")}
                value={path}
                onInput={setPath}
            />
            <FileField
                name="text"
                label={t("field.network.file")}
                accept=".csv,.toml,.sql"
                onChoose={(file) => void file.text().then(setText)}
            />
            <div class="form-actions">
                <Button kind="outline" onClick={() => void take()}>
                    {t("do.network.save_file")}
                </Button>
                <Button submit busy={put.busy}>
                    {t("do.network.put_draft_file")}
                </Button>
            </div>
        </Form>
    );
}

function Publish({ draft }: { draft: Draft }) {
    const publish = useAct("network.publish_release");
    const [wish, setWish] = useState({ id: uuid7(), notes: "" });
    if (!draft.files || draft.files.length === 0) return null;

    function submit(): void {
        void publish.run({ body: wish }, ({ id, number }) => {
            say({ text: t("page.network.published_now", { number }) });
            go(`/releases/${id}`);
        });
    }

    return (
        <Form class="form" problem={publish.problem} onSubmit={submit}>
            <h2>{t("page.network.publish", { number: draft.number })}</h2>
            <p>{t("page.network.publish_hint")}</p>
            <TextArea
                name="notes"
                required
                label={t("field.network.notes")}
                hint={t("field.network.notes_hint")}
                value={wish.notes}
                onInput={(notes) => setWish({ ...wish, notes })}
            />
            <div class="form-actions">
                <Button submit busy={publish.busy}>
                    {t("do.network.publish_release")}
                </Button>
            </div>
        </Form>
    );
}
