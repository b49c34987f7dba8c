// SPDX-License-Identifier: EUPL-1.2
// A report that somebody tells at the desk, on the telephone or in an e-mail.
import { useState } from "preact/hooks";
import { labelOf, options } from "web/api/vocabulary";
import { Alert } from "web/kit/Alert";
import { Autocomplete } from "web/kit/Autocomplete";
import { Button, LinkButton } from "web/kit/Button";
import { ChooseOne, ChooseSome } from "web/kit/ChoiceChips";
import { Dialog } from "web/kit/Dialog";
import { DraftNotice } from "web/kit/DraftNotice";
import { Select, TextArea, TextField } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { Page } from "web/kit/Page";
import { useAct } from "web/kit/useAct";
import { useDraft } from "web/kit/useDraft";
import { uuid7 } from "web/kit/uuid7";
import { say } from "web/shell/notices";
import { link } from "web/shell/router";
import { may, useSession } from "web/shell/session";
import { useDistricts } from "web/shell/useDistricts";
import { t } from "web/words/words";
import { freshReport, type ReportText, reportWish, withEmail } from "./reportText";

const CATEGORIES_SHOWN = 6;
const LANGUAGES_SHOWN = 6;

interface Received {
    id: string;
    code: string;
}

export default function NewReportPage() {
    const [received, setReceived] = useState<Received>();
    return (
        <Page
            title={t(received ? "page.reports.recorded" : "do.reports.record_report")}
            back={{ href: link("/reports"), label: t("page.reports.board") }}
        >
            {received ? <TheCode {...received} /> : <NewReport onDone={setReceived} />}
        </Page>
    );
}

function TheCode({ id, code }: Received) {
    return (
        <>
            <Alert
                kind="success"
                quiet
                title={t("page.reports.code_for_reporter", { code })}
            >
                <p>{t("page.reports.code_hint")}</p>
            </Alert>
            <div class="form-actions">
                <LinkButton href={link(`/reports/${id}`)}>
                    {t("page.reports.go_to_report")}
                </LinkButton>
            </div>
        </>
    );
}

function NewReport({ onDone }: { onDone: (received: Received) => void }) {
    const session = useSession();
    const record = useAct("reports.record_report");
    const draft = useDraft<ReportText & { id: string; ticket: string }>(
        session.account,
        "report",
        () => ({ id: uuid7(), ticket: crypto.randomUUID(), ...freshReport() }),
    );
    const [pasting, setPasting] = useState(false);
    const { id, ticket, ...text } = draft.value;

    function submit(): void {
        void record.run({ body: { id, ticket, ...reportWish(text) } }, ({ code }) => {
            draft.drop();
            onDone({ id, code });
        });
    }

    return (
        <>
            <DraftNotice draft={draft} />
            {may(session, "reports.read_email") && (
                <div class="form-actions">
                    <Button kind="outline" onClick={() => setPasting(true)}>
                        {t("do.reports.paste_email")}
                    </Button>
                </div>
            )}
            {pasting && (
                <PasteEmail
                    onClose={() => setPasting(false)}
                    onRead={(email) => {
                        draft.change(withEmail(text, email));
                        setPasting(false);
                        say({ text: t("page.reports.email_taken") });
                    }}
                />
            )}
            <Form class="form" problem={record.problem} onSubmit={submit}>
                <WhatAndWhere text={text} change={draft.change} />
                <WhoIsReported text={text} change={draft.change} />
                <WhoReports text={text} change={draft.change} />
                <div class="form-save">
                    <Button submit busy={record.busy}>
                        {t("web.save")}
                    </Button>
                </div>
            </Form>
        </>
    );
}

interface PartProps {
    text: ReportText;
    change: (part: Partial<ReportText>) => void;
}

function WhatAndWhere({ text, change }: PartProps) {
    const districts = useDistricts();
    return (
        <>
            <ChooseOne
                name="channel"
                always
                label={t("field.reports.channel")}
                options={options("report_channel").filter(
                    ({ value }) => value !== "public_page" && value !== "partner",
                )}
                value={text.channel}
                onChange={(channel) => change({ channel })}
            />
            <ChooseOne
                name="category"
                required
                shown={CATEGORIES_SHOWN}
                label={t("field.reports.category")}
                options={options("report_category")}
                value={text.category}
                onChange={(category) => change({ category })}
            />
            <TextArea
                name="description"
                required
                rows={4}
                label={t("field.reports.description")}
                value={text.description}
                onInput={(description) => change({ description })}
            />
            <Select
                name="district"
                required
                label={t("field.reports.district")}
                options={districts.options}
                empty={t("page.outreach.choose")}
                value={text.district}
                onChange={(district) => change({ district })}
            />
            <TextField
                name="place"
                label={t("field.reports.place")}
                hint={t("field.reports.place_hint")}
                value={text.place}
                onInput={(place) => change({ place })}
            />
            <ChooseOne
                name="priority"
                label={t("field.reports.priority")}
                options={options("report_priority")}
                value={text.priority}
                onChange={(priority) => change({ priority })}
            />
        </>
    );
}

function WhoIsReported({ text, change }: PartProps) {
    return (
        <fieldset class="field form">
            <legend>{t("page.reports.reported")}</legend>
            <div class="form-pair">
                <TextField
                    name="reported.name"
                    label={t("field.reports.reported_name")}
                    value={text.reportedName}
                    onInput={(reportedName) => change({ reportedName })}
                />
                <TextField
                    name="reported.people"
                    inputMode="numeric"
                    label={t("field.reports.people")}
                    value={text.people}
                    onInput={(people) => change({ people: people.replaceAll(/\D/g, "") })}
                />
            </div>
            <ChooseOne
                name="reported.apparent_gender"
                label={t("field.reports.apparent_gender")}
                options={options("gender")}
                value={text.apparentGender}
                onChange={(apparentGender) => change({ apparentGender })}
            />
            <ChooseOne
                name="reported.apparent_age"
                label={t("field.reports.apparent_age")}
                options={options("apparent_age")}
                value={text.apparentAge}
                onChange={(apparentAge) => change({ apparentAge })}
            />
            <ChooseSome
                name="reported.languages"
                shown={LANGUAGES_SHOWN}
                label={t("field.reports.languages")}
                options={options("language")}
                values={text.languages}
                onChange={(languages) => change({ languages })}
            />
        </fieldset>
    );
}

function WhoReports({ text, change }: PartProps) {
    return (
        <fieldset class="field form">
            <legend>{t("field.reports.reporter")}</legend>
            <Select
                name="source"
                required
                label={t("field.reports.source")}
                options={options("report_source").map((option) => ({
                    ...option,
                    group: option.group && labelOf("report_source_group", option.group),
                }))}
                empty={t("page.outreach.choose")}
                value={text.source}
                onChange={(source) => change({ source })}
            />
            <div class="form-pair">
                <TextField
                    name="reporter.name"
                    label={t("field.reports.reporter_name")}
                    value={text.reporterName}
                    onInput={(reporterName) => change({ reporterName })}
                />
                <TextField
                    name="reporter.phone"
                    type="tel"
                    label={t("field.reports.phone")}
                    value={text.phone}
                    onInput={(phone) => change({ phone })}
                />
                <TextField
                    name="reporter.email"
                    label={t("field.reports.email")}
                    value={text.email}
                    onInput={(email) => change({ email })}
                />
                <Autocomplete
                    name="reporter.language"
                    label={t("field.reports.reporter_language")}
                    options={options("language")}
                    value={text.reporterLanguage}
                    onChange={(reporterLanguage) => change({ reporterLanguage })}
                />
            </div>
            <ChooseOne
                name="reporter.call_back"
                always
                label={t("field.reports.call_back")}
                options={[
                    { value: "no", label: t("web.no") },
                    { value: "yes", label: t("web.yes") },
                ]}
                value={text.callBack ? "yes" : "no"}
                onChange={(value) => change({ callBack: value === "yes" })}
            />
        </fieldset>
    );
}

interface PasteEmailProps {
    onClose: () => void;
    onRead: (email: Parameters<typeof withEmail>[1]) => void;
}

function PasteEmail({ onClose, onRead }: PasteEmailProps) {
    const read = useAct("reports.read_email");
    const [email, setEmail] = useState("");
    return (
        <Dialog title={t("do.reports.paste_email")} onClose={onClose}>
            <Form
                class="form"
                problem={read.problem}
                onSubmit={() => void read.run({ body: { text: email } }, onRead)}
            >
                <TextArea
                    name="text"
                    required
                    rows={10}
                    label={t("field.reports.email_text")}
                    hint={t("page.reports.email_hint")}
                    value={email}
                    onInput={setEmail}
                />
                <div class="form-actions">
                    <Button submit busy={read.busy}>
                        {t("do.reports.take_email")}
                    </Button>
                </div>
            </Form>
        </Dialog>
    );
}
