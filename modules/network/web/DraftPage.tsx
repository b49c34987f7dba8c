// SPDX-License-Identifier: EUPL-1.2
// The next release, file by file: saved, changed in a spreadsheet, put back, looked at, published.
import { useEffect, useState } from "preact/hooks";
import type { Draft } from "web/api/acts";
import { loadVocabularies } from "web/api/vocabulary";
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
import { WhatChanges } from "./Changes";

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
                        <WhatChanges {...data} />
                        <Publish draft={data} />
                    </>
                )}
            </Show>
        </Page>
    );
}

// "SEG-09.sql" of whoever saved it from here, or wrote it, says where it belongs.
function pathOf(name: string, paths: string[]): string {
    const known = paths.filter((path) => path.endsWith(`/${name}`));
    if (known.length === 1) return known[0]!;
    return /\.(toml|sql)$/.test(name) ? `catalogue/indicators/${name}` : "";
}

const nothing = { path: "", text: "" };

function PutFile({ draft, onPut }: { draft: Draft; onPut: (draft: Draft) => void }) {
    const put = useAct("network.put_draft_file");
    const get = useAct("network.get_catalogue_file");
    const [wish, setWish] = useState(nothing);
    const [turn, setTurn] = useState(0);
    const { path } = wish;
    const paths = draft.paths ?? [];

    function save(): void {
        void get.run({ query: { path } }, ({ text }) => {
            const name = path.split("/").at(-1) ?? path;
            saveFile(new Blob([text], { type: "text/plain" }), name);
        });
    }

    async function choose(file: File): Promise<void> {
        const text = await file.text();
        setWish((now) => ({ path: pathOf(file.name, paths) || now.path, text }));
    }

    function submit(): void {
        void put.run({ body: wish }, (changed) => {
            onPut(changed);
            setWish(nothing);
            setTurn(turn + 1); // a file that was chosen cannot be taken out of its field
            say({ text: t("page.network.file_put") });
        });
    }

    return (
        <Form class="form" problem={put.problem ?? get.problem} onSubmit={submit}>
            <Select
                name="known_path"
                label={t("field.network.known_path")}
                options={paths.map((value) => ({ value, label: value }))}
                empty={t("page.network.none_known")}
                value={paths.includes(path) ? path : ""}
                onChange={(chosen) => setWish({ ...wish, path: chosen })}
            />
            {path !== "" && (
                <div class="form-actions">
                    <Button kind="outline" busy={get.busy} onClick={save}>
                        {t("do.network.save_file")}
                    </Button>
                </div>
            )}
            <FileField
                key={turn}
                name="text"
                required
                label={t("field.network.file")}
                accept=".csv,.toml,.sql"
                onChoose={(file) => void choose(file)}
            />
            <TextField
                name="path"
                required
                label={t("field.network.path")}
                hint={t("field.network.path_hint")}
                value={path}
                onInput={(typed) => setWish({ ...wish, path: typed })}
            />
            <div class="form-actions">
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
    // What was refused was another draft.
    useEffect(publish.clear, [draft]);
    // Targets are set elsewhere: there may be changes and no file.
    if (!draft.files?.length && !draft.changes?.length) return null;

    function submit(): void {
        void publish.run({ body: wish }, ({ id, number }) => {
            void loadVocabularies(true);
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
