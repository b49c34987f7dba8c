// SPDX-License-Identifier: EUPL-1.2
// This phone, made ready to work without a signal, and what can be done with it then.
import { useState } from "preact/hooks";
import { Problem } from "web/api/problem";
import { Alert } from "web/kit/Alert";
import { Button, LinkButton } from "web/kit/Button";
import { Fact, Facts } from "web/kit/Facts";
import { TextField } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { Page } from "web/kit/Page";
import { saveFile } from "web/kit/saveFile";
import type { OpenPhone } from "web/phone/open_phone";
import { makeFileCode } from "web/phone/vault";
import { formatInstant } from "web/words/format";
import { t } from "web/words/words";
import { say } from "./notices";
import { faultOfPin, type NewPin, PinFields } from "./PinFields";
import { canWorkOffline, lockPhone, usePhone } from "./phone";
import { link } from "./router";
import { preparePhone, useSession } from "./session";

export default function PhonePage() {
    const phone = usePhone();
    const isPossible = canWorkOffline();
    return (
        <Page title={t("page.phone.title")}>
            {phone && <Ready phone={phone} />}
            {!phone && !isPossible && (
                <Alert kind="warning" quiet title={t("page.phone.not_here")} />
            )}
            {!phone && isPossible && <Prepare />}
            <p>
                <a href={link("/phone/import")}>{t("page.phone.import")}</a>
            </p>
        </Page>
    );
}

function Prepare() {
    const session = useSession();
    const [name, setName] = useState("");
    const [value, setValue] = useState<NewPin>({ pin: "", again: "" });
    const [busy, setBusy] = useState(false);
    const [problem, setProblem] = useState<Problem | null>(null);

    async function submit(): Promise<void> {
        const fault = faultOfPin(value);
        setProblem(fault);
        if (busy || fault) return;
        setBusy(true);
        try {
            await preparePhone(session, name.trim() || session.name, value.pin);
            say({ text: t("page.phone.prepared") });
        } catch (failure) {
            if (!(failure instanceof Problem)) throw failure;
            setProblem(failure);
        }
        setBusy(false);
    }

    return (
        <Form class="form form-short" problem={problem} onSubmit={() => void submit()}>
            <p class="lead">{t("page.phone.why")}</p>
            <p>{t("page.phone.takes")}</p>
            <TextField
                name="name"
                label={t("field.phone.name")}
                hint={t("field.phone.name_hint")}
                value={name}
                onInput={setName}
            />
            <PinFields value={value} onChange={setValue} />
            <div class="form-actions">
                <Button submit busy={busy}>
                    {t("do.phone.prepare")}
                </Button>
            </div>
        </Form>
    );
}

function Ready({ phone }: { phone: OpenPhone }) {
    return (
        <>
            <p class="lead">{t("page.phone.ready")}</p>
            <p>{t("page.phone.takes")}</p>
            <Facts>
                <Fact name={t("page.phone.taken_at")}>
                    {phone.taken_at !== undefined &&
                        formatInstant(new Date(phone.taken_at).toISOString())}
                </Fact>
            </Facts>
            <div class="form-actions">
                <LinkButton href={link("/phone/waiting")}>{t("page.phone.outbox")}</LinkButton>
                <Button kind="outline" onClick={lockPhone}>
                    {t("do.phone.lock")}
                </Button>
            </div>
            <p class="hint">{t("page.phone.lock_hint")}</p>
            <ExportFile phone={phone} />
        </>
    );
}

function ExportFile({ phone }: { phone: OpenPhone }) {
    const [code, setCode] = useState("");
    const [busy, setBusy] = useState(false);

    async function save(): Promise<void> {
        setBusy(true);
        const chosen = code || makeFileCode();
        setCode(chosen);
        const file = await phone.exportTo(chosen);
        const blob = new Blob([JSON.stringify(file)], { type: "application/json" });
        saveFile(blob, `lgnet-${file.made_at.slice(0, 16).replace(":", "")}.json`);
        setBusy(false);
    }

    if (phone.outbox.list("waiting", "look", "settled").length === 0) return null;
    return (
        <section class="section">
            <h2>{t("page.phone.file")}</h2>
            <p>{t("page.phone.file_hint")}</p>
            {code && (
                <Alert kind="info" title={t("page.phone.file_code")}>
                    <p>
                        <code class="file-code">{code}</code>
                    </p>
                </Alert>
            )}
            <div class="form-actions">
                <Button kind="outline" busy={busy} onClick={() => void save()}>
                    {t("do.phone.export")}
                </Button>
            </div>
        </section>
    );
}
