// SPDX-License-Identifier: EUPL-1.2
// At the desk: records that a phone has saved to a file, sent from here by the same way and the same
// account. The file is read in this browser only, and nothing of it stays.
import { useState } from "preact/hooks";
import { Alert } from "web/kit/Alert";
import { Button } from "web/kit/Button";
import { FileField, TextField } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { Card, CardList } from "web/kit/List";
import { Page } from "web/kit/Page";
import { openFile, outboxOf, readFile, type RecordsFile, UnreadableFile } from "web/phone/file";
import type { Item } from "web/phone/items";
import { formatInstant } from "web/words/format";
import { count, t } from "web/words/words";
import { titleOf } from "./itemTitle";
import { loadPhone } from "./phone";
import { useSession } from "./session";

interface Result {
    arrived: number;
    left: Item[];
}

export default function ImportPage() {
    const session = useSession();
    const [file, setFile] = useState<RecordsFile | null>(null);
    const [code, setCode] = useState("");
    const [busy, setBusy] = useState(false);
    const [fault, setFault] = useState("");
    const [result, setResult] = useState<Result | null>(null);
    const isOwn = file?.account === session.account;

    async function choose(chosen: File): Promise<void> {
        setResult(null);
        setFault("");
        try {
            setFile(readFile(await chosen.text()));
        } catch (failure) {
            if (!(failure instanceof UnreadableFile)) throw failure;
            setFile(null);
            setFault(t("page.phone.import_unreadable"));
        }
    }

    async function send(): Promise<void> {
        if (busy || !file || !isOwn) return;
        setBusy(true);
        setFault("");
        try {
            const { network } = await loadPhone();
            const outbox = await outboxOf(await openFile(file, code), session.account, network);
            await outbox.sendAll();
            const left = outbox.list("waiting", "look");
            setResult({ arrived: outbox.list("arrived").length, left });
        } catch (failure) {
            if (!(failure instanceof UnreadableFile)) throw failure;
            setFault(t("page.phone.import_unreadable"));
        }
        setBusy(false);
    }

    return (
        <Page
            title={t("page.phone.import")}
        >
            <p class="lead">{t("page.phone.import_hint")}</p>
            {fault && <Alert kind="danger" title={fault} />}
            {file && !isOwn && (
                <Alert
                    kind="warning"
                    title={t("page.phone.import_other", { login: file.login })}
                />
            )}
            {result && <Outcome result={result} />}
            <Form class="form form-short" onSubmit={() => void send()}>
                <FileField
                    name="file"
                    label={t("field.phone.file")}
                    accept=".json,application/json"
                    onChoose={(chosen) => void choose(chosen)}
                />
                {file && isOwn && (
                    <>
                        <p>
                            {t("page.phone.import_login", { login: file.login })}
                            {` · ${formatInstant(file.made_at)}`}
                        </p>
                        <TextField
                            name="code"
                            label={t("field.phone.code")}
                            value={code}
                            onInput={setCode}
                        />
                        <div class="form-actions">
                            <Button submit busy={busy}>
                                {t("do.phone.import")}
                            </Button>
                        </div>
                    </>
                )}
            </Form>
        </Page>
    );
}

function Outcome({ result: { arrived, left } }: { result: Result }) {
    return (
        <>
            <Alert kind="success" title={count("page.phone.imported", arrived)} />
            {left.length > 0 && (
                <section class="section">
                    <h2>{count("page.phone.import_left", left.length)}</h2>
                    <CardList label={t("page.phone.to_look")}>
                        {left.map((item) => (
                            <Card
                                key={item.order}
                                title={titleOf(item)}
                                second={item.about}
                                third={item.refusal?.title ?? t("web.no_connection")}
                            />
                        ))}
                    </CardList>
                </section>
            )}
        </>
    );
}
